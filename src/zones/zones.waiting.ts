import { Injectable, OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { worksOnPartyDay } from '../compounds/party-days';
import { Renovation, RenovationParty } from '../compounds/renovation.entities';
import { WaitingItem, WaitingSource, WaitingWork } from '../compounds/waiting-work';
import { redact } from '../domain/disclosure/redaction';
import { dayInWords } from '../domain/kernel/calendar-date';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { GroundNews, latestNews, newsInWords } from '../domain/removal/ground-news';
import { goingOnStates } from '../domain/renovation/going-on';
import { PlanTotals } from '../plans/plans.totals';
import { Clock } from '../platform/clock/clock';
import { rawColumns } from '../platform/database/raw-columns';
import { GroundChange, GroundReading } from './zone.entities';
import { zonesPaths } from './zones.paths';

type UnreadChange = GroundNews & {
  compoundId: number;
  renovationId: number;
  changedOn: string;
  sequence: number;
  isCurrent: boolean | number;
  code: string;
  name: string;
};

const mostRows = 500;

/** What became free or is held back again on the ground of a firm's renovations, until one of its people has seen it. */
@Injectable()
export class ZonesWaiting implements WaitingSource, OnModuleInit {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
    private readonly plans: PlanTotals,
    private readonly work: WaitingWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.work.register(this);
  }

  async waitingFor(actor: Actor, compoundId?: number): Promise<WaitingItem[]> {
    if (!mayDo(actor.role, 'zone.acknowledge')) return [];
    const unread = await this.unread(actor, compoundId);
    const renovations = [...new Set(unread.map(({ renovationId }) => renovationId))];
    const names = await this.plans.itemNames(renovations);
    return renovations.flatMap((renovationId) => {
      const news = latestNews(unread.filter((one) => one.renovationId === renovationId));
      return news.flatMap((one) => {
        const item = names.get(renovationId)?.get(one.line);
        return item === undefined ? [] : [toWaiting(one, redact(item).text)];
      });
    });
  }

  /** Changes the firm has not read; whoever reads one has read all before it, so the latest of them are the news. */
  private unread(actor: Actor, compoundId?: number): Promise<UnreadChange[]> {
    const query = this.reader
      .createQueryBuilder(GroundChange, 'change')
      .innerJoin(Compound, 'compound', 'compound.id = change.compoundId')
      .innerJoin(Renovation, 'renovation', 'renovation.id = change.renovationId')
      .innerJoin(
        RenovationParty,
        'party',
        `party.renovationId = renovation.id AND party.organisationId = :firm AND party.role = :role AND ${worksOnPartyDay}`,
        { firm: actor.organisationId, role: actor.role, partyDay: this.clock.today() },
      )
      .select(rawColumns('change', ['id', 'line', 'change', 'changedOn', 'compoundId', 'renovationId']))
      .addSelect(rawColumns('renovation', ['sequence', 'isCurrent']))
      .addSelect(rawColumns('compound', ['code', 'name']))
      .where('renovation.state IN (:...goingOnStates)', { goingOnStates })
      .orderBy('change.id', 'DESC')
      .limit(mostRows);
    const read = query
      .subQuery()
      .select('1')
      .from(GroundReading, 'reading')
      .where('reading.changeId = change.id AND reading.organisationId = :firm');
    query.andWhere(`NOT EXISTS ${read.getQuery()}`);
    return this.compounds.within(query, actor, compoundId).getRawMany();
  }
}

const toWaiting = (one: UnreadChange, item: string): WaitingItem => ({
  kind: '场地',
  compoundId: one.compoundId,
  where: one.name,
  what: newsInWords(item, one.change),
  why: `${dayInWords(one.changedOn)} 起，看过请点「知道了」`,
  dueOn: null,
  action: {
    label: '看作战图',
    link: zonesPaths.ground(one.code, one.isCurrent ? undefined : one.sequence),
  },
});
