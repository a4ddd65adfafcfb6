import { Injectable, OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { WaitingItem, WaitingSource, WaitingWork } from '../compounds/waiting-work';
import { addDays, CalendarDate, compareDates } from '../domain/kernel/calendar-date';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { patrolKindNames } from '../domain/removal/patrol';
import { valueOn } from '../domain/rules/rule-book';
import { Clock } from '../platform/clock/clock';
import { LedgerEntry, LedgerTotals } from './ledger.totals';
import { patrolPaths } from './patrols.paths';

const mostRows = 100;

/** Rounds that are due or overdue, and relapses no open case answers: one line for each compound. */
@Injectable()
export class PatrolsWaiting implements WaitingSource, OnModuleInit {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly ledger: LedgerTotals,
    private readonly work: WaitingWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.work.register(this);
  }

  async waitingFor(actor: Actor, compoundId?: number): Promise<WaitingItem[]> {
    if (!mayDo(actor.role, 'removal.edit')) return [];
    const today = this.clock.today();
    const until = addDays(today, valueOn('work.soon-days', today));
    const waiting = [...(await this.ledger.inScope(actor, compoundId))]
      .filter(([, { standing, due }]) => standing.advice || (due[0] && due[0].dueOn <= until))
      .sort(([, one], [, other]) => compareDates(dayOf(one), dayOf(other)))
      .slice(0, mostRows);
    if (!waiting.length) return [];
    const compounds = await this.reader.manager.find(Compound, {
      select: { id: true, code: true, name: true },
      where: { id: In(waiting.map(([id]) => id)) },
    });
    const known = new Map(compounds.map((one) => [one.id, one]));
    return waiting.map(([id, entry]) => toItem(known.get(id)!, entry, until));
  }
}

const dayOf = ({ due, standing }: LedgerEntry): CalendarDate => due[0]?.dueOn ?? standing.lookedOn ?? '';

function toItem(
  { id, code, name }: Pick<Compound, 'id' | 'code' | 'name'>,
  { standing, due }: LedgerEntry,
  until: CalendarDate,
): WaitingItem {
  const about = { kind: '巡查', compoundId: id, where: name };
  if (standing.advice) {
    const action = { label: '去看巡查', link: patrolPaths.index(code) };
    return { ...about, what: standing.advice, why: '处理以后才能达标', dueOn: null, action };
  }
  const near = due.filter(({ dueOn }) => dueOn <= until);
  return {
    ...about,
    what: `该做${near.map(({ kind }) => patrolKindNames[kind]).join('和')}了`,
    why: '拆除以后定期回来看，防止复发',
    dueOn: near[0].dueOn,
    action: { label: '登记巡查', link: patrolPaths.new(code, near[0].kind) },
  };
}
