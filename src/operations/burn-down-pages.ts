import { Injectable } from '@nestjs/common';
import { CompoundDesk, RenovationChoice } from '../compounds/compounds.desk';
import { toNotOpened } from '../compounds/no-renovation.presenter';
import { toRenovationTabs } from '../compounds/renovation-tabs.presenter';
import { Workspace } from '../compounds/workspace';
import { sequenceOf } from '../compounds/renovation-address';
import type { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import {
  BurnDownPage,
  BurnDownSheet,
  BurnDownView,
  toBurnDownPage,
  toBurnDownSheet,
  toBurnDownView,
} from './burn-down.presenter';
import { operationsPaths } from './operations.paths';
import { OperationTotals } from './operations.totals';

/** Gathers what is shown of how much still stands, day by day. */
@Injectable()
export class BurnDownPages {
  constructor(
    private readonly compounds: CompoundDesk,
    private readonly totals: OperationTotals,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  async show(actor: Actor, code: string, sequence: number | undefined): Promise<BurnDownPage> {
    const choice = await this.compounds.choose(actor, code, sequence);
    const { compound } = choice;
    const frame = await this.workspace.frame(actor, compound, 'operations', '拆除进度');
    const renovations = toRenovationTabs(choice, operationsPaths.burnDown);
    return toBurnDownPage({ compound, renovations, burnDown: await this.drawn(choice), sequence }, frame);
  }

  async sheet(actor: Actor, code: string, sequence: number | undefined): Promise<BurnDownSheet> {
    const choice = await this.compounds.choose(actor, code, sequence);
    const { compound, renovation } = choice;
    const about = { compound, renovationName: renovation?.name ?? '' };
    return toBurnDownSheet(about, await this.drawn(choice), this.clock.today());
  }

  /** The burn-down of the renovation that is looked at. */
  async drawn({ compound, renovation }: RenovationChoice): Promise<BurnDownView> {
    const { code } = compound;
    if (!renovation) {
      const empty = toNotOpened(code, '登记拆除对象和计划日期，这里按天画出还剩多少');
      return { sentence: '', rows: [], rowsNote: '', empty, link: operationsPaths.burnDown(code) };
    }
    const structures = (await this.totals.burnDowns([renovation.id])).get(renovation.id) ?? [];
    const sequence = sequenceOf(renovation);
    return toBurnDownView(structures, { code, sequence, today: this.clock.today() });
  }
}
