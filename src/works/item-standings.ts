import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import type { Renovation } from '../compounds/renovation.entities';
import type { Contract } from '../domain/construction/contract';
import type { KeptPost } from '../domain/construction/daily-post';
import { itemHoldBlockers, ItemSurroundings } from '../domain/construction/item-holds';
import { plannedValueOn } from '../domain/construction/planned-value';
import type { ToldValue } from '../domain/construction/post-values';
import { confirmedSeries } from '../domain/construction/told-values';
import type { WorkItem } from '../domain/construction/work-item';
import { Blocker } from '../domain/kernel/blocker';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import type { ItemGround } from '../domain/removal/work-zones';
import { WorkDays } from '../platform/clock/work-days';
import { Grounds } from '../zones/grounds';
import { SiteProgress } from './site-progress';
import { SiteChecks, SiteRecords } from './site-records';
import { PlacedItem, toContract, toWorkItem, WorksDesk } from './works.desk';

/** An item on a day: what it is, what holds it back, how far it is confirmed and should be. */
export interface ItemStanding {
  row: PlacedItem;
  item: WorkItem;
  contract: Contract;
  predecessor: WorkItem | null;
  /** null where its line of the plan is drawn on no zone. */
  ground: ItemGround | null;
  /** What holds work on it back on this day: ground, concealed work before it, orders to stop. */
  holds: Blocker[];
  /** What is confirmed of it by this day, in its measure, and since when; 0 and null where nothing is. */
  confirmed: number;
  confirmedOn: CalendarDate | null;
  /** Where it should be by the end of this day: by the frozen plan, else by its planned days. */
  planned: number;
  openFindings: number;
  /** Items that wait for it and have begun. */
  begunAfter: number;
  /** What a step of it is judged by. */
  surroundings: ItemSurroundings;
}

/** Everything that is known of the items of a renovation on a day. */
export interface SiteStandings {
  items: ItemStanding[];
  contracts: Contract[];
  checks: SiteChecks;
  posts: KeptPost[];
}

/** Where each item of a renovation stands. Whether the asker may see the renovation is their question. */
@Injectable()
export class ItemStandings {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly desk: WorksDesk,
    private readonly grounds: Grounds,
    private readonly sites: SiteRecords,
    private readonly progress: SiteProgress,
    private readonly workDays: WorkDays,
  ) {}

  /** Every item by the lines of the plan, dropped ones included; narrow them to what the asker may see. */
  async of(
    renovation: Pick<Renovation, 'id'>,
    day: CalendarDate,
    from: EntityManager = this.reader.manager,
  ): Promise<ItemStanding[]> {
    return (await this.all(renovation, day, from)).items;
  }

  /** The same with the contracts, checks and posts they were told from. */
  async all(
    { id }: Pick<Renovation, 'id'>,
    day: CalendarDate,
    from: EntityManager = this.reader.manager,
  ): Promise<SiteStandings> {
    const { contracts: records, items: rows } = await this.desk.ofRenovation(id, from);
    const grounds = new Map((await this.grounds.of(id, from)).map((ground) => [ground.line, ground]));
    const checks = await this.sites.checks(id, from);
    const posts = await this.sites.posts(id, from);
    const plannedValues = await this.progress.plannedValues(id, day, from);
    const contracts = records.map(toContract);
    const items = rows.map(toWorkItem);
    const standings = rows.map((row, at): ItemStanding => {
      const item = items[at];
      const ground = grounds.get(row.line) ?? null;
      const predecessor = items.find((one) => one.id === row.predecessorId) ?? null;
      const contract = contracts.find((one) => one.id === row.contractId)!;
      const { concealed, stops } = checks;
      const surroundings = { contract, ground, predecessor, concealed, stops };
      const told: ToldValue | undefined = confirmedSeries(row.id, posts)
        .filter(({ on }) => on <= day)
        .at(-1);
      return {
        ...{ row, item, contract, predecessor, ground, surroundings },
        holds: itemHoldBlockers(item, surroundings, day),
        ...{ confirmed: told?.value ?? 0, confirmedOn: told?.on ?? null },
        planned: plannedValues.get(row.id) ?? plannedValueOn(row, day, this.workDays.calendar),
        openFindings: checks.openFindings.get(row.id) ?? 0,
        begunAfter: items.filter(({ predecessorId, state }) => predecessorId === row.id && isBegun(state))
          .length,
      };
    });
    return { items: standings, contracts, checks, posts };
  }
}

const isBegun = (state: WorkItem['state']): boolean => state !== 'planned' && state !== 'dropped';
