import { Injectable, OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Renovation } from '../compounds/renovation.entities';
import { WaitingItem, WaitingSource, WaitingWork } from '../compounds/waiting-work';
import { groupBy } from '../domain/kernel/group';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { waitingProposals } from '../domain/progress/delay-decision';
import { delayProposals } from '../domain/progress/delay-proposal';
import { goingOnStates } from '../domain/renovation/going-on';
import { ContractRecord } from '../works/work.entities';
import { DelayDecisionRecord } from './progress.entities';
import { progressPaths } from './progress.paths';
import { ProgressRecords } from './progress.records';

/** A renovation on which a builder's contract runs. */
interface RunningRow {
  renovationId: number;
  compoundId: number;
  code: string;
  name: string;
}

/** What waits for the manager: works that go on without a frozen plan, and proposed delays nobody has answered. */
@Injectable()
export class ProgressWaiting implements WaitingSource, OnModuleInit {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
    private readonly records: ProgressRecords,
    private readonly work: WaitingWork,
  ) {}

  onModuleInit(): void {
    this.work.register(this);
  }

  async waitingFor(actor: Actor, compoundId?: number): Promise<WaitingItem[]> {
    if (!mayDo(actor.role, 'progress.edit')) return [];
    const running = await this.running(actor, compoundId);
    const ids = running.map(({ renovationId }) => renovationId);
    const courses = await this.records.courses(ids);
    const decisions = groupBy(
      courses.size ? await this.reader.manager.findBy(DelayDecisionRecord, { renovationId: In(ids) }) : [],
      ({ renovationId }) => renovationId,
    );
    return running.flatMap((row) => {
      const course = courses.get(row.renovationId);
      if (!course) return [unplanned(row)];
      const waiting = waitingProposals(delayProposals(course), decisions.get(row.renovationId) ?? []);
      return waiting.length ? [unanswered(row, waiting.length)] : [];
    });
  }

  private running(actor: Actor, compoundId?: number): Promise<RunningRow[]> {
    const rows = this.reader
      .createQueryBuilder(Renovation, 'renovation')
      .innerJoin(Compound, 'compound', 'compound.id = renovation.compoundId')
      .select('renovation.id', 'renovationId')
      .addSelect('compound.id', 'compoundId')
      .addSelect('compound.code', 'code')
      .addSelect('compound.name', 'name')
      .where('renovation.isCurrent = :yes', { yes: true })
      .andWhere('renovation.state IN (:...going)', { going: goingOnStates })
      .orderBy('renovation.id', 'ASC');
    const contracts = rows
      .subQuery()
      .select('1')
      .from(ContractRecord, 'contract')
      .where('contract.renovationId = renovation.id')
      .andWhere(`contract.role = 'contractor'`)
      .andWhere(`contract.state = 'running'`);
    rows.andWhere(`EXISTS ${contracts.getQuery()}`);
    return this.compounds.within(rows, actor, compoundId).getRawMany<RunningRow>();
  }
}

const unplanned = ({ compoundId, code, name }: RunningRow): WaitingItem => ({
  ...{ kind: '进度', compoundId, where: name, dueOn: null },
  ...{ what: '合同已开工，施工计划还没有定', why: '定下计划，进度才开始算' },
  action: { label: '定施工计划', link: progressPaths.newBaseline(code) },
});

const unanswered = ({ compoundId, code, name }: RunningRow, count: number): WaitingItem => ({
  ...{ kind: '进度', compoundId, where: name, dueOn: null },
  ...{ what: `${count} 条工期顺延的建议等答复`, why: '停工影响了工期，由街道项目负责人决定' },
  action: { label: '去答复', link: progressPaths.index(code) },
});
