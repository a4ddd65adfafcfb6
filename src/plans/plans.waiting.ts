import { Injectable, OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Renovation } from '../compounds/renovation.entities';
import { WaitingItem, WaitingSource, WaitingWork } from '../compounds/waiting-work';
import { stopping } from '../domain/kernel/blocker';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { planFixBlockers } from '../domain/plan/plan-fixing';
import { PlanFixing } from './plan-fixing.service';
import { PlanRecords } from './plan-records';
import { versionName } from './plan-words';
import { PlanVersion } from './plan.entities';
import { PlanDesk } from './plans.desk';
import { plansPaths } from './plans.paths';

const mostRows = 100;

/** Plans that are written and hang nowhere, and plans that only wait to be fixed. */
@Injectable()
export class PlansWaiting implements WaitingSource, OnModuleInit {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
    private readonly desk: PlanDesk,
    private readonly fixing: PlanFixing,
    private readonly work: WaitingWork,
  ) {}

  onModuleInit(): void {
    this.work.register(this);
  }

  async waitingFor(actor: Actor): Promise<WaitingItem[]> {
    if (!mayDo(actor.role, 'plan.edit')) return [];
    const drafts = await Promise.all((await this.drafts(actor)).map((version) => this.desk.records(version)));
    const items = await Promise.all(drafts.map((records) => this.itemOf(records, actor)));
    return items.filter((item) => item !== undefined);
  }

  /** Versions that are still open, in the scope of this person, of renovations that go on. */
  private drafts(actor: Actor): Promise<PlanVersion[]> {
    const query = this.reader
      .createQueryBuilder(PlanVersion, 'version')
      .innerJoin(Compound, 'compound', 'compound.id = version.compoundId')
      .innerJoin(Renovation, 'renovation', 'renovation.id = version.renovationId')
      .where(`version.state = 'draft'`)
      .andWhere('renovation.state IN (:...running)', { running: ['active', 'paused'] })
      .orderBy('version.id', 'ASC')
      .limit(mostRows);
    return this.compounds.inScope(query, actor).getMany();
  }

  private async itemOf(records: PlanRecords, { role }: Actor): Promise<WaitingItem | undefined> {
    const { standing, compound, version, items } = records;
    const about = { kind: '方案', where: compound.name, dueOn: null };
    if (standing === 'draft') {
      if (!items.length) return undefined;
      const what = `${versionName(version)}有 ${items.length} 项内容，还没有公示`;
      const action = { label: '去方案', link: plansPaths.index(compound.code) };
      return { ...about, what, why: '公示满天数、异议答复后才能定案', action };
    }
    if (!mayDo(role, 'plan.fix') || this.fixing.noticeRun(records)?.daysLeft !== 0) return undefined;
    if (stopping(planFixBlockers(await this.fixing.factsOf(records))).length) return undefined;
    const what = `${versionName(version)}公示期满，异议都已答复，还没有定案`;
    const action = { label: '去定案', link: plansPaths.fix(version.id) };
    return { ...about, what, why: '定案以后才能按方案施工', action };
  }
}
