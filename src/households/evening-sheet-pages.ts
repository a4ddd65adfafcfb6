import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Doors } from '../compounds/doors.service';
import { Workspace } from '../compounds/workspace';
import type { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { FormState, formState } from '../platform/web/form';
import { closedReason } from './call-pages';
import { EveningSheetPage, toEveningSheet } from './evening-sheets.presenter';
import { HouseholdDesk } from './households.desk';
import type { SheetQuery } from './households.paths';
import { readChoice, sheetDoors } from './sheet-choice';
import { SheetPrint, toSheetPrint } from './sheet-print.presenter';

/** Gathers what the evening sheet shows, on the screen and on paper. */
@Injectable()
export class EveningSheetPages {
  constructor(
    private readonly desk: HouseholdDesk,
    private readonly compounds: CompoundDesk,
    private readonly doors: Doors,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  async sheet(actor: Actor, code: string, query: SheetQuery, typed?: FormState): Promise<EveningSheetPage> {
    const { compound, renovation, choice, shown, records } = await this.gather(actor, code, query);
    const view = {
      compound,
      doors: records.doors,
      shown,
      choice,
      calls: records.calls,
      closed: closedReason(actor, renovation),
      today: this.clock.today(),
    };
    const callers = renovation ? await this.desk.lastCallers(renovation.id, actor.userId) : [];
    const form = typed ?? formState({ calledOn: view.today, callers, onceKey: randomUUID() });
    return toEveningSheet(
      view,
      form,
      await this.workspace.frame(actor, compound, 'households', '晚间入户表'),
    );
  }

  async print(actor: Actor, code: string, query: SheetQuery): Promise<SheetPrint> {
    return toSheetPrint(await this.gather(actor, code, query));
  }

  private async gather(actor: Actor, code: string, query: SheetQuery) {
    const { compound, renovation } = await this.compounds.current(actor, code);
    const records = renovation
      ? await this.desk.records(compound, renovation)
      : { doors: await this.doors.doorsOf(compound.id), calls: [], standings: new Map() };
    const choice = readChoice(query, records.doors);
    return { compound, renovation, choice, shown: sheetDoors(records, choice), records };
  }
}
