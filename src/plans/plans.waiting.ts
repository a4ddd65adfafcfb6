import { Injectable, OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, SelectQueryBuilder } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Renovation } from '../compounds/renovation.entities';
import { WaitingItem, WaitingSource, WaitingWork } from '../compounds/waiting-work';
import { stopping } from '../domain/kernel/blocker';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { planFixBlockers } from '../domain/plan/plan-fixing';
import { goingOnStates } from '../domain/renovation/going-on';
import { NoticeRecord } from '../notices/notice.entities';
import { Clock } from '../platform/clock/clock';
import { PlanFixing } from './plan-fixing.service';
import { versionName } from './plan-words';
import { PlanItemRecord, PlanVersion } from './plan.entities';
import { PlanDesk } from './plans.desk';
import { plansPaths } from './plans.paths';

type WrittenPlan = Pick<PlanVersion, 'number' | 'compoundId'> & {
  code: string;
  name: string;
  items: number | string;
};

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
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.work.register(this);
  }

  async waitingFor(actor: Actor, compoundId?: number): Promise<WaitingItem[]> {
    if (!mayDo(actor.role, 'plan.edit')) return [];
    const written = await this.written(actor, compoundId);
    const toFix = mayDo(actor.role, 'plan.fix') ? await this.toFix(actor, compoundId) : [];
    return [...written.map(toPosting), ...toFix];
  }

  /** Drafts with something in them that hang nowhere; one query however many there are. */
  private written(actor: Actor, compoundId?: number): Promise<WrittenPlan[]> {
    const query = this.drafts();
    const hanging = this.hanging(query).getQuery();
    query
      .innerJoin(PlanItemRecord, 'item', 'item.versionId = version.id AND item.removedOn IS NULL')
      .select('version.number', 'number')
      .addSelect('version.compoundId', 'compoundId')
      .addSelect('compound.code', 'code')
      .addSelect('compound.name', 'name')
      .addSelect('COUNT(item.id)', 'items')
      .andWhere(`NOT EXISTS ${hanging}`)
      .groupBy('version.id')
      .addGroupBy('version.number')
      .addGroupBy('version.compoundId')
      .addGroupBy('compound.code')
      .addGroupBy('compound.name');
    return this.compounds.within(query, actor, compoundId).getRawMany();
  }

  /** Versions whose days are over, and of which nothing but the fixing is missing. */
  private async toFix(actor: Actor, compoundId?: number): Promise<WaitingItem[]> {
    const query = this.drafts();
    const hanging = this.hanging(query).andWhere('notice.endsOn <= :today').getQuery();
    query.andWhere(`EXISTS ${hanging}`, { today: this.clock.today() });
    const items: WaitingItem[] = [];
    for (const version of await this.compounds.within(query, actor, compoundId).getMany()) {
      const records = await this.desk.records(version);
      if (stopping(planFixBlockers(await this.fixing.factsOf(records))).length) continue;
      const what = `${versionName(version)}公示期满，异议都已答复，还没有定案`;
      const action = { label: '去定案', link: plansPaths.fix(version.id) };
      items.push({
        ...about(records.compound.id, records.compound.name),
        what,
        why: '定案以后才能按方案施工',
        action,
      });
    }
    return items;
  }

  /** Versions that are still open, of renovations that go on. */
  private drafts(): SelectQueryBuilder<PlanVersion> {
    return this.reader
      .createQueryBuilder(PlanVersion, 'version')
      .innerJoin(Compound, 'compound', 'compound.id = version.compoundId')
      .innerJoin(Renovation, 'renovation', 'renovation.id = version.renovationId')
      .where(`version.state = 'draft'`)
      .andWhere('renovation.state IN (:...goingOnStates)', { goingOnStates })
      .orderBy('version.id', 'ASC')
      .limit(mostRows);
  }

  /** The notice of a version, as a sub-query; a version that hangs is not posted again, so there is one at most. */
  private hanging(query: SelectQueryBuilder<PlanVersion>): SelectQueryBuilder<NoticeRecord> {
    return query
      .subQuery()
      .select('1')
      .from(NoticeRecord, 'notice')
      .where(`notice.kind = 'plan' AND notice.subjectId = version.id AND notice.withdrawnOn IS NULL`);
  }
}

const about = (compoundId: number, where: string) => ({ kind: '方案', compoundId, where, dueOn: null });

const toPosting = ({ number, compoundId, code, name, items }: WrittenPlan): WaitingItem => ({
  ...about(compoundId, name),
  what: `${versionName({ number })}有 ${Number(items)} 项内容，还没有公示`,
  why: '公示满天数、异议答复后才能定案',
  action: { label: '去方案', link: plansPaths.index(code) },
});
