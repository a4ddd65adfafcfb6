import { Injectable } from '@nestjs/common';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { CompoundDesk } from '../compounds/compounds.desk';
import { houseRule } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { householdBlockers } from '../domain/meeting/household-call';
import { readSheet } from '../domain/meeting/household-sheet';
import { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Calls } from './calls.service';
import { SheetForm } from './household.forms';
import { HouseholdDesk } from './households.desk';
import { householdPaths } from './households.paths';
import { asQuery, readChoice } from './sheet-choice';
import { readRows } from './sheet-rows';

/** Where to go after a sheet, and what became of it in a sentence. */
interface TypedSheet {
  path: string;
  said: string;
}

/** An evening sheet typed back in: all its calls in one go, or none. */
@Injectable()
export class EveningSheets {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: HouseholdDesk,
    private readonly calls: Calls,
    private readonly compounds: CompoundDesk,
    private readonly once: OnceKeys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async write(actor: Actor, code: string, form: SheetForm): Promise<Outcome<TypedSheet>> {
    let said = '这张表已经录过了';
    const outcome = await this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        const { compound, renovation } = await this.compounds.current(actor, code, tx);
        const closed = householdBlockers(renovation?.state ?? null);
        if (closed.length || !renovation) return refuse(...closed);
        const { doors, calls } = await this.desk.records(compound, renovation, tx);
        const { rows, blockers } = readRows(form, doors);
        const calledOn = form.otherOn ?? form.calledOn;
        if (!calledOn) blockers.push(houseRule('call.day', '请填写「走访日期」'));
        const days = { today: this.clock.today(), openedOn: renovation.openedOn };
        const head = { calledOn: calledOn ?? days.today, callers: form.callers };
        const sheet = readSheet(head, rows, calls, days);
        blockers.push(...sheet.blockers);
        if (blockers.length) return refuse(...blockers);
        for (const row of sheet.write) await this.calls.insert(tx, actor, renovation, { ...head, ...row });
        if (sheet.write.length) {
          await this.audit.record(tx, {
            actor,
            action: 'sheet.typed',
            subject: { kind: 'renovation', id: renovation.id },
            compoundId: compound.id,
            to: String(sheet.write.length),
          });
        }
        said = saidOf(sheet.write.length, sheet.same);
        return done(householdPaths.sheet(code, asQuery(readChoice(form, doors))));
      }),
    );
    return outcome.ok ? done({ path: outcome.value, said }) : outcome;
  }
}

/** '已录入 26 户。1 户与当天已录的相同，没有重复登记：1号楼 1单元 101'. */
function saidOf(written: number, same: readonly string[]): string {
  const parts = [written ? `已录入 ${written} 户` : '没有新的内容要录入'];
  if (same.length) {
    const named = same.length > 5 ? `${same.slice(0, 5).join('、')} 等` : same.join('、');
    parts.push(`${same.length} 户与当天已录的相同，没有重复登记：${named}`);
  }
  return parts.join('。');
}
