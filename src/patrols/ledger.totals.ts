import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Renovation } from '../compounds/renovation.entities';
import { CalendarDate, compareDates } from '../domain/kernel/calendar-date';
import { groupBy } from '../domain/kernel/group';
import type { Actor } from '../domain/people/actor';
import { LedgerCounts, ledgerCounts, StateSum } from '../domain/removal/ledger-totals';
import {
  LedgerSign,
  LedgerStanding,
  ledgerStanding,
  Look,
  PatrolDue,
  patrolsDue,
} from '../domain/removal/living-ledger';
import { isCounted } from '../domain/removal/structure-states';
import { isGoingOn } from '../domain/renovation/going-on';
import type { RenovationState } from '../domain/renovation/stages';
import { Clock } from '../platform/clock/clock';
import { StructureRecord } from '../structures/structure.entities';
import { PatrolRecord, PatrolRelapse } from './patrol.entities';

/** How one compound stands in the ledger: its sign, what it counts, and which rounds come next. */
export interface LedgerEntry {
  standing: LedgerStanding;
  counts: LedgerCounts;
  due: PatrolDue[];
}

/** What everybody may know of the sign: its word's key and the day of the last look. */
export interface PublicSign {
  sign: LedgerSign;
  lookedOn: CalendarDate | null;
}

type Narrow = <Row extends ObjectLiteral>(query: SelectQueryBuilder<Row>) => SelectQueryBuilder<Row>;

interface SumRow {
  compoundId: number;
  state: StateSum['state'];
  count: number | string;
  area: number | string;
  closedOn: CalendarDate | null;
}

interface LookRow extends Pick<PatrolRecord, 'id' | 'compoundId' | 'kind' | 'lookedOn' | 'finding'> {
  relapseId: number | null;
  eventId: number | null;
  renovation: RenovationState | null;
}

/**
 * The living ledger, for other floors: two statements however many compounds. Where nothing was ever registered or looked
 * at there is no entry. Whether the asker may see the compounds is their question, but for `inScope`.
 */
@Injectable()
export class LedgerTotals {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
    private readonly clock: Clock,
  ) {}

  /** The sign of each of these compounds. */
  async signs(compoundIds: readonly number[]): Promise<Map<number, LedgerStanding>> {
    if (!compoundIds.length) return new Map();
    const entries = await this.entries((query) =>
      query.andWhere('compound.id IN (:...compoundIds)', { compoundIds }),
    );
    return new Map([...entries].map(([id, { standing }]) => [id, standing]));
  }

  /** Every compound in this person's scope that stands in the ledger; only this one where one is asked for. */
  inScope(actor: Actor, compoundId?: number): Promise<Map<number, LedgerEntry>> {
    return this.entries((query) => this.compounds.within(query, actor, compoundId));
  }

  /** How one compound stands; null where it does not stand in the ledger. */
  async of(compoundId: number): Promise<LedgerEntry | null> {
    const entries = await this.entries((query) =>
      query.andWhere('compound.id = :compoundId', { compoundId }),
    );
    return entries.get(compoundId) ?? null;
  }

  /** The sign for everybody: no count, no place, no finding. */
  async publicSign(compoundId: number): Promise<PublicSign | null> {
    const entry = await this.of(compoundId);
    return entry && { sign: entry.standing.sign, lookedOn: entry.standing.lookedOn };
  }

  private async entries(narrow: Narrow): Promise<Map<number, LedgerEntry>> {
    const today = this.clock.today();
    const sums = groupBy(await this.sums(narrow), ({ compoundId }) => compoundId);
    const looks = groupBy(await this.lastLooks(narrow), ({ compoundId }) => compoundId);
    const entries = new Map<number, LedgerEntry>();
    for (const id of new Set([...sums.keys(), ...looks.keys()])) {
      const rows = looks.get(id) ?? [];
      const counted = (sums.get(id) ?? []).filter(({ state }) => isCounted(state));
      const structures = counted.map(toSum);
      const closed = counted.flatMap(({ closedOn }) => closedOn ?? []).sort(compareDates);
      const going = rows.some(({ renovation }) => isGoingOn(renovation));
      const course = { closedOn: closed[0] ?? null, isGoingOn: going };
      const standing = ledgerStanding(structures, toLooks(rows), course, today);
      if (!standing) continue;
      const due = patrolsDue(toLooks(rows), course, today);
      entries.set(id, { standing, counts: ledgerCounts(structures), due });
    }
    return entries;
  }

  private sums(narrow: Narrow): Promise<SumRow[]> {
    const query = this.reader
      .createQueryBuilder(StructureRecord, 'structure')
      .innerJoin(Compound, 'compound', 'compound.id = structure.compoundId')
      .select('structure.compoundId', 'compoundId')
      .addSelect('structure.state', 'state')
      .addSelect('COUNT(structure.id)', 'count')
      .addSelect('COALESCE(SUM(structure.removedArea), 0)', 'area')
      .addSelect('MIN(structure.closedOn)', 'closedOn')
      .groupBy('structure.compoundId')
      .addGroupBy('structure.state');
    return narrow(query).getRawMany<SumRow>();
  }

  /** The last live round of each kind, one row for each structure it named. */
  private lastLooks(narrow: Narrow): Promise<LookRow[]> {
    const query = this.reader
      .createQueryBuilder(PatrolRecord, 'patrol')
      .innerJoin(Compound, 'compound', 'compound.id = patrol.compoundId')
      .leftJoin(PatrolRelapse, 'relapse', 'relapse.patrolId = patrol.id')
      .leftJoin(
        Renovation,
        'renovation',
        'renovation.compoundId = compound.id AND renovation.isCurrent = :isCurrent',
        { isCurrent: true },
      )
      .select('patrol.id', 'id')
      .addSelect('patrol.compoundId', 'compoundId')
      .addSelect('patrol.kind', 'kind')
      .addSelect('patrol.lookedOn', 'lookedOn')
      .addSelect('patrol.finding', 'finding')
      .addSelect('relapse.id', 'relapseId')
      .addSelect('relapse.eventId', 'eventId')
      .addSelect('renovation.state', 'renovation')
      .where('patrol.withdrawnOn IS NULL')
      .orderBy('patrol.lookedOn', 'ASC')
      .addOrderBy('patrol.id', 'ASC');
    const later = query
      .subQuery()
      .select('1')
      .from(PatrolRecord, 'later')
      .where('later.compoundId = patrol.compoundId AND later.kind = patrol.kind')
      .andWhere('later.withdrawnOn IS NULL')
      .andWhere(
        '(later.lookedOn > patrol.lookedOn OR (later.lookedOn = patrol.lookedOn AND later.id > patrol.id))',
      );
    return narrow(query.andWhere(`NOT EXISTS ${later.getQuery()}`)).getRawMany<LookRow>();
  }
}

const toSum = ({ state, count, area }: SumRow): StateSum => ({
  state,
  count: Number(count),
  area: Number(area),
});

function toLooks(rows: readonly LookRow[]): Look[] {
  const looks = new Map<number, Look & { relapsed: { isReopened: boolean }[] }>();
  for (const { id, kind, lookedOn, finding, relapseId, eventId } of rows) {
    const look = looks.get(id) ?? { kind, lookedOn, finding, relapsed: [] };
    looks.set(id, look);
    if (relapseId !== null) look.relapsed.push({ isReopened: eventId !== null });
  }
  return [...looks.values()];
}
