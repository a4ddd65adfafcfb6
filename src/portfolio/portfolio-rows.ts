import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, SelectQueryBuilder } from 'typeorm';
import { Organisation } from '../access/entities';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Renovation } from '../compounds/renovation.entities';
import { containing } from '../compounds/search-text';
import { ManagementStatus } from '../domain/compound/words';
import { CalendarDate } from '../domain/kernel/calendar-date';
import { Actor } from '../domain/people/actor';
import { RemovalProgress, RenovationState, StageCode } from '../domain/renovation/stages';
import { rawColumns } from '../platform/database/raw-columns';
import { StageSchedule } from '../stages/schedule.entities';

/** One compound in scope with its current renovation and the days of its plan; raw columns, nothing hydrated. */
export interface PortfolioRow {
  id: number;
  code: string;
  name: string;
  revision: number;
  street: string;
  streetCode: string;
  community: string | null;
  householdCount: number | null;
  /** null before a renovation is opened; all columns below too. */
  renovationId: number | null;
  stage: StageCode | null;
  state: RenovationState | null;
  removal: RemovalProgress | null;
  openedOn: CalendarDate | null;
  /** The last planned end of all stages. */
  plannedFinishOn: CalendarDate | null;
  /** The last end, expected or planned, of the stages that are not over; null when all are. */
  openFinishOn: CalendarDate | null;
  /** The last actual end. */
  lastEndedOn: CalendarDate | null;
  /** The first planned end of a stage that is not over: past today, the renovation is overdue. */
  nextEndOn: CalendarDate | null;
  /** The stage it is in: planned and expected end, and why it slips. */
  stagePlannedOn: CalendarDate | null;
  stageForecastOn: CalendarDate | null;
  slipReason: string | null;
}

/** What the rows are narrowed to; empty values narrow nothing. */
export interface RowFilter {
  q?: string;
  street?: number;
  /** Id of a community, or 'none': not assigned yet. */
  community?: number | 'none';
  management?: ManagementStatus | '';
  compoundId?: number;
}

/** The compounds a person may see, in one query however many there are. */
@Injectable()
export class PortfolioRows {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly desk: CompoundDesk,
  ) {}

  find(actor: Actor, filter: RowFilter = {}): Promise<PortfolioRow[]> {
    const rows = this.reader
      .createQueryBuilder(Compound, 'compound')
      .innerJoin(Organisation, 'street', 'street.id = compound.streetId')
      .leftJoin(Organisation, 'community', 'community.id = compound.communityId')
      .leftJoin(
        Renovation,
        'renovation',
        'renovation.compoundId = compound.id AND renovation.isCurrent = :yes',
        { yes: true },
      )
      .leftJoin(daysOfPlan, 'plan', 'plan."renovationId" = renovation.id')
      .leftJoin(
        StageSchedule,
        'schedule',
        'schedule.renovationId = renovation.id AND schedule.stage = renovation.stage',
      )
      .select(rawColumns('compound', ['id', 'code', 'name', 'revision', 'householdCount']))
      .addSelect(['street.shortName AS "street"', 'street.code AS "streetCode"'])
      .addSelect('community.shortName AS "community"')
      .addSelect('renovation.id AS "renovationId"')
      .addSelect(rawColumns('renovation', ['stage', 'state', 'removal', 'openedOn']))
      .addSelect(Object.keys(planColumns).map((name) => `plan."${name}" AS "${name}"`))
      .addSelect('schedule.plannedEndOn AS "stagePlannedOn"')
      .addSelect('schedule.forecastEndOn AS "stageForecastOn"')
      .addSelect('schedule.slipReason AS "slipReason"');
    this.desk.inScope(rows, actor);
    return narrowed(rows, filter).getRawMany<PortfolioRow>();
  }
}

const planColumns = {
  plannedFinishOn: 'MAX(days.plannedEndOn)',
  openFinishOn:
    'MAX(CASE WHEN days.endedOn IS NULL THEN COALESCE(days.forecastEndOn, days.plannedEndOn) END)',
  lastEndedOn: 'MAX(days.endedOn)',
  nextEndOn: 'MIN(CASE WHEN days.endedOn IS NULL THEN days.plannedEndOn END)',
};

/** The days of every plan, one row for each renovation. */
function daysOfPlan(query: SelectQueryBuilder<object>): SelectQueryBuilder<object> {
  const plans = query
    .select('days.renovationId', 'renovationId')
    .from(StageSchedule, 'days')
    .groupBy('days.renovationId');
  for (const [name, value] of Object.entries(planColumns)) plans.addSelect(value, name);
  return plans;
}

function narrowed<Row extends object>(
  rows: SelectQueryBuilder<Row>,
  { q, street, community, management, compoundId }: RowFilter,
): SelectQueryBuilder<Row> {
  if (q) rows.andWhere(`compound.searchText LIKE :pattern ESCAPE '!'`, { pattern: containing(q) });
  if (street) rows.andWhere('compound.streetId = :street', { street });
  if (community === 'none') rows.andWhere('compound.communityId IS NULL');
  else if (community) rows.andWhere('compound.communityId = :community', { community });
  if (management) rows.andWhere('compound.managementStatus = :management', { management });
  if (compoundId) rows.andWhere('compound.id = :compoundId', { compoundId });
  return rows;
}
