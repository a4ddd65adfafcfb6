import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { CompoundDesk } from '../compounds/compounds.desk';
import type { Compound } from '../compounds/compound.entity';
import type { Renovation } from '../compounds/renovation.entities';
import { cancelDisruptionBlockers } from '../domain/construction/announced-disruption';
import { byOffice, worksOpenBlockers, worksOverBlockers } from '../domain/construction/blocked';
import { Disruption, disruptionBlockers, disruptionWarnings } from '../domain/construction/disruption';
import { quietDaysOf } from '../domain/construction/quiet-period';
import { dayOf, isWallMoment, typedMoment } from '../domain/construction/wall-moment';
import type { Blocker } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { DisruptionRecord } from './disruption.entities';
import { DisruptionCancellationForm, NewDisruptionForm } from './disruption.forms';
import { toAnnounced } from './disruption.totals';
import { DisruptionDesk } from './disruptions.desk';
import { disruptionPaths } from './disruptions.paths';
import { QuietDays } from './quiet-days';

const otherBuilding = byOffice('disruption-building', '请从页面上列出的楼栋里选择');

/** What is typed of a disruption, without the step that is pressed. */
export type DisruptionDraft = Omit<NewDisruptionForm, 'step'>;

/** A disruption as it would be announced, and what should be said of it. */
export interface LookedAtDisruption {
  disruption: Disruption;
  warnings: Blocker[];
}

/** Planned disruptions: announced before, cancelled with a reason, never changed. */
@Injectable()
export class Disruptions {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly work: UnitOfWork,
    private readonly compounds: CompoundDesk,
    private readonly desk: DisruptionDesk,
    private readonly quietDays: QuietDays,
    private readonly once: OnceKeys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** What would be announced, and what speaks against it; nothing is written. */
  async check(actor: Actor, code: string, draft: DisruptionDraft): Promise<Outcome<LookedAtDisruption>> {
    const { compound, renovation } = await this.compounds.current(actor, code);
    if (!renovation) return refuse(...worksOpenBlockers(renovation, '告知施工影响'));
    return this.judged(compound, renovation, draft, this.reader.manager);
  }

  /** Announces it; sent twice it is one. */
  announce(actor: Actor, code: string, draft: DisruptionDraft): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, draft.onceKey, async () => {
        const { compound, renovation } = await this.compounds.current(actor, code, tx);
        if (!renovation) return refuse(...worksOpenBlockers(renovation, '告知施工影响'));
        const judged = await this.judged(compound, renovation, draft, tx);
        if (!judged.ok) return judged;
        const { effect, buildings, from, to, note, certificate, reason } = judged.value.disruption;
        const inserted = await tx.insert(DisruptionRecord, {
          ...{
            compoundId: compound.id,
            renovationId: renovation.id,
            effect,
            buildings: buildings.join('\n'),
          },
          ...{ fromMoment: from, toMoment: to, note, certificate, reason },
          ...{ announcedBy: actor.userId, announcedAt: this.clock.nowAt() },
        });
        const id = inserted.identifiers[0].id as number;
        await this.audit.record(tx, {
          ...{ actor, action: 'disruption.announced', subject: { kind: 'disruption', id } },
          ...{ compoundId: compound.id, to: effect },
        });
        return done(disruptionPaths.show(id));
      }),
    );
  }

  /** Cancels one that is not over; it stays to be read as cancelled. */
  cancel(actor: Actor, id: number, form: DisruptionCancellationForm): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const { disruption, renovation } = await this.desk.find(actor, id, tx);
      const blockers = [
        ...worksOverBlockers(renovation.state),
        ...cancelDisruptionBlockers(toAnnounced(disruption), form.reason, this.clock.wallMoment()),
      ];
      if (blockers.length) return refuse(...blockers);
      const change = {
        ...{ cancelledOn: this.clock.today(), cancelledBy: actor.userId, cancelReason: form.reason.trim() },
      };
      if (!(await updateAt(tx, DisruptionRecord, { id, version: form.version }, change)))
        return refuse(stale);
      await this.audit.record(tx, {
        ...{ actor, action: 'disruption.cancelled', subject: { kind: 'disruption', id } },
        ...{ compoundId: disruption.compoundId, to: disruption.effect },
      });
      return done(disruptionPaths.show(id));
    });
  }

  private async judged(
    compound: Pick<Compound, 'id'>,
    renovation: Pick<Renovation, 'id' | 'state'>,
    draft: DisruptionDraft,
    from: EntityManager,
  ): Promise<Outcome<LookedAtDisruption>> {
    const known = await this.desk.buildings(compound.id, from);
    const chosen = known.filter(({ id }) => draft.buildings.includes(id));
    const disruption = toDisruption(
      draft,
      chosen.map(({ no }) => no),
    );
    const isSpan = isWallMoment(disruption.from) && isWallMoment(disruption.to);
    const quiet = isSpan
      ? await this.quietDays.ofCompound(compound.id, dayOf(disruption.from), dayOf(disruption.to), from)
      : [];
    const now = this.clock.wallMoment();
    const blockers = [
      ...worksOverBlockers(renovation.state),
      ...(chosen.length < new Set(draft.buildings).size ? [otherBuilding] : []),
      ...disruptionBlockers(disruption, quietDaysOf(quiet), now),
    ];
    if (blockers.length) return refuse(...blockers);
    const standing = (await this.desk.ahead(renovation.id, from)).filter(
      ({ cancelledOn }) => cancelledOn === null,
    );
    return done({ disruption, warnings: disruptionWarnings(disruption, standing.map(toAnnounced), now) });
  }
}

/** What was typed, as the law sees it. */
function toDisruption(draft: DisruptionDraft, buildings: string[]): Disruption {
  const { effect, fromOn, fromTime, untilOn, toTime, note, certificate, reason } = draft;
  return {
    ...{ effect, buildings, from: typedMoment(fromOn, fromTime), to: typedMoment(untilOn ?? fromOn, toTime) },
    ...{ note: note.trim(), certificate: certificate?.trim() ?? '', reason: reason?.trim() ?? '' },
  };
}
