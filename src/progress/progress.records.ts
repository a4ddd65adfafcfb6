import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In, IsNull } from 'typeorm';
import type { StopOrder } from '../domain/construction/stop-order';
import { addDays, CalendarDate } from '../domain/kernel/calendar-date';
import { groupBy } from '../domain/kernel/group';
import { inForceOn, sourcesUntil } from '../domain/progress/as-of';
import type { WorksBaseline } from '../domain/progress/baseline';
import { knownStops, StopSources, ToldStop } from '../domain/progress/known-stops';
import type { ConfirmedValue } from '../domain/progress/progress-item';
import { layCourse, WorksCourse } from '../domain/progress/works-course';
import { QuietDays } from '../disruptions/quiet-days';
import { CheckRecords } from '../inspections/check-records';
import { dayOf } from '../platform/clock/clock';
import { WorkDays } from '../platform/clock/work-days';
import { PostRecord, PostValueRecord } from '../posts/post.entities';
import { WorkItemRecord } from '../works/work.entities';
import { WorkZone, ZoneItemRecord } from '../zones/zone.entities';
import { StopWindowRecord, WorksBaselineRecord } from './progress.entities';
import { toHeldItem, toPlan, toProgressItem, toWritten } from './progress.rows';

/** Everything that is read of the works of some renovations, by renovation. */
interface ReadWorks {
  items: Map<number, WorkItemRecord[]>;
  values: Map<number, ConfirmedValue[]>;
  sources: Map<number, StopSources>;
  /** The zones an item is drawn on, as far as an order to stop names some. */
  zones: Map<string, number[]>;
}

/** Works begin earlier and end later than planned by so many days at most, as far as quiet days are concerned. */
const around = 365;

/** Reads baselines, items, confirmed values and stops, and lays them side by side; statements do not grow with the number. */
@Injectable()
export class ProgressRecords {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly workDays: WorkDays,
    private readonly quietDays: QuietDays,
    private readonly checks: CheckRecords,
  ) {}

  /**
   * The works of each of these renovations by its plan in force, today or as they stood at the end of a day gone by; those
   * whose plan was never frozen are missing.
   */
  async courses(
    renovationIds: readonly number[],
    from: EntityManager = this.reader.manager,
    asOf?: CalendarDate,
  ): Promise<Map<number, WorksCourse>> {
    const baselines = await this.inForce(renovationIds, from, asOf);
    const read = await this.read([...baselines.keys()], from);
    return new Map([...baselines].map(([id, baseline]) => [id, this.courseOf(id, baseline, read, asOf)]));
  }

  private courseOf(id: number, baseline: WorksBaseline, read: ReadWorks, asOf?: CalendarDate): WorksCourse {
    const frozen = new Set(baseline.items.map((item) => item.id));
    const isThere = (item: WorkItemRecord) =>
      asOf === undefined || frozen.has(item.id) || dayOf(item.recordedAt) <= asOf;
    const items = (read.items.get(id) ?? []).filter(isThere);
    const values = (read.values.get(id) ?? []).filter(({ on }) => asOf === undefined || on <= asOf);
    const held = items.map((item) => toHeldItem(item, read.zones.get(zoneKey(item)) ?? []));
    const sources = read.sources.get(id)!;
    return layCourse({
      ...{ baseline, items: items.map(toProgressItem), values, calendar: this.workDays.calendar },
      stops: knownStops(asOf === undefined ? sources : sourcesUntil(sources, asOf), held),
      ...(asOf !== undefined && { asOf }),
    });
  }

  /** Every frozen plan of a renovation, the first one first. */
  baselines(renovationId: number, from: EntityManager = this.reader.manager): Promise<WorksBaselineRecord[]> {
    return from.find(WorksBaselineRecord, { where: { renovationId }, order: { number: 'ASC' } });
  }

  /** Windows the manager wrote, oldest first; those written by mistake are left out unless they are asked for. */
  windows(
    renovationIds: readonly number[],
    from: EntityManager = this.reader.manager,
  ): Promise<StopWindowRecord[]> {
    const where = { renovationId: In([...renovationIds]), withdrawnOn: IsNull() };
    return from.find(StopWindowRecord, { where, order: { fromOn: 'ASC', id: 'ASC' } });
  }

  private async inForce(
    renovationIds: readonly number[],
    from: EntityManager,
    asOf?: CalendarDate,
  ): Promise<Map<number, WorksBaseline>> {
    if (!renovationIds.length) return new Map();
    const rows = await from.find(WorksBaselineRecord, {
      where: { renovationId: In([...renovationIds]) },
      order: { number: 'ASC' },
    });
    const plans = groupBy(rows.map(toPlan), ({ renovationId }) => renovationId);
    return new Map(
      [...plans].map(([id, frozen]) => {
        const { baseline } = asOf === undefined ? frozen.at(-1)! : inForceOn(frozen, asOf)!;
        return [id, baseline];
      }),
    );
  }

  private async read(renovationIds: readonly number[], from: EntityManager): Promise<ReadWorks> {
    const sources = new Map<number, StopSources>();
    if (!renovationIds.length) return { items: new Map(), values: new Map(), sources, zones: new Map() };
    const where = { renovationId: In([...renovationIds]) };
    const items = await from.find(WorkItemRecord, { where, order: { line: 'ASC', id: 'ASC' } });
    const written = groupBy(await this.windows(renovationIds, from), ({ renovationId }) => renovationId);
    const told = groupBy(await this.told(renovationIds, from), ({ renovationId }) => renovationId);
    const quiet = await this.quiet(items, from);
    const orders = await this.checks.stopsOf(renovationIds, from);
    for (const id of renovationIds) {
      sources.set(id, {
        ...{ written: (written.get(id) ?? []).map(toWritten), orders: orders.get(id) ?? [] },
        ...{ told: told.get(id) ?? [], quiet: quiet.get(id) ?? [] },
      });
    }
    return {
      items: groupBy(items, ({ renovationId }) => renovationId),
      values: groupBy(await this.values(renovationIds, from), ({ renovationId }) => renovationId),
      sources,
      zones: await this.zones([...orders.values()].flat(), from),
    };
  }

  /** Which items lie on the zones that orders to stop name? */
  private async zones(orders: readonly StopOrder[], from: EntityManager): Promise<Map<string, number[]>> {
    const zoneIds = [...new Set(orders.flatMap(({ zones }) => zones))];
    if (!zoneIds.length) return new Map();
    const drawn = await from
      .createQueryBuilder(ZoneItemRecord, 'drawn')
      .innerJoin(WorkZone, 'zone', 'zone.id = drawn.zoneId')
      .select('zone.renovationId', 'renovationId')
      .addSelect('drawn.line', 'line')
      .addSelect('drawn.zoneId', 'zoneId')
      .where('drawn.zoneId IN (:...zoneIds)', { zoneIds })
      .getRawMany<{ renovationId: number; line: number; zoneId: number }>();
    const byItem = groupBy(drawn, zoneKey);
    return new Map([...byItem].map(([key, rows]) => [key, rows.map(({ zoneId }) => zoneId)]));
  }

  /** The quiet days of each renovation over the days of its items, a year around them included. */
  private async quiet(
    items: readonly WorkItemRecord[],
    from: EntityManager,
  ): Promise<Map<number, StopSources['quiet']>> {
    if (!items.length) return new Map();
    const days = items
      .flatMap(({ plannedStartOn, plannedFinishOn }) => [plannedStartOn, plannedFinishOn])
      .sort();
    const [fromOn, toOn] = [addDays(days[0], -around), addDays(days[days.length - 1], around)];
    const compoundIds = [...new Set(items.map(({ compoundId }) => compoundId))];
    const known = await this.quietDays.of(compoundIds, fromOn, toOn, from);
    return new Map(
      items.map(({ renovationId, compoundId }) => [
        renovationId,
        (known.get(compoundId) ?? []).map((one) => ({ fromOn: one.fromOn, toOn: one.untilOn })),
      ]),
    );
  }

  /** Confirmed values, oldest post first; raw, because a year of posts is many rows. */
  private values(
    renovationIds: readonly number[],
    from: EntityManager,
  ): Promise<(ConfirmedValue & { renovationId: number })[]> {
    return from
      .createQueryBuilder(PostValueRecord, 'told')
      .innerJoin(PostRecord, 'post', 'post.id = told.postId')
      .select('post.renovationId', 'renovationId')
      .addSelect('told.itemId', 'itemId')
      .addSelect('post.workedOn', 'on')
      .addSelect('told.value', 'value')
      .where('post.renovationId IN (:...renovationIds)', { renovationIds })
      .andWhere('post.state = :state', { state: 'confirmed' })
      .orderBy('post.id', 'ASC')
      .getRawMany();
  }

  /** Confirmed days on which nothing was done. */
  private async told(
    renovationIds: readonly number[],
    from: EntityManager,
  ): Promise<(ToldStop & { renovationId: number })[]> {
    return from.find(PostRecord, {
      select: {
        ...{ id: true, renovationId: true, contractId: true, workedOn: true, holdups: true, weather: true },
      },
      where: { renovationId: In([...renovationIds]), state: 'confirmed', kind: 'stopped' },
      order: { workedOn: 'ASC', id: 'ASC' },
    });
  }
}

const zoneKey = ({ renovationId, line }: { renovationId: number; line: number }): string =>
  `${renovationId}.${line}`;
