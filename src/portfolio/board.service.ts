import { Injectable } from '@nestjs/common';
import { LastSteps } from '../audit/last-steps';
import { countsAt } from '../domain/disclosure/counting';
import { staleDays } from '../domain/disclosure/staleness';
import { ManagementStatus } from '../domain/compound/words';
import { CalendarDate } from '../domain/kernel/calendar-date';
import { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { LedgerSign, LedgerStanding } from '../domain/removal/living-ledger';
import { RenovationState, StageCode, stages } from '../domain/renovation/stages';
import { LedgerTotals } from '../patrols/ledger.totals';
import { ProgressStanding, ProgressTotals } from '../progress/progress.totals';
import { Clock, dayOf } from '../platform/clock/clock';
import { MissingGates } from './missing-gates';
import { PortfolioRow, PortfolioRows, RowFilter } from './portfolio-rows';
import { RowStanding, rowStanding } from '../domain/renovation/row-standing';

/** What the board is narrowed to and how it is ordered; read from the address. */
export interface BoardQuery {
  q: string;
  street: number;
  community: number | 'none';
  stage: StageCode | '';
  state: RenovationState | 'none' | '';
  management: ManagementStatus | '';
  /** Only for those who may read of removals; nobody else narrows by it. */
  sign: LedgerSign | '';
  late: boolean;
  sort: BoardSort;
  descending: boolean;
  page: number;
}

/** A column the board can be ordered by. */
export type BoardSort =
  'name' | 'place' | 'stage' | 'planned' | 'expected' | 'drift' | 'households' | 'updated';

/** One line of the board, judged. */
export interface BoardLine extends PortfolioRow, RowStanding {
  updatedAt: string | null;
  /** For how many days nothing was told, once that is too long. */
  staleDays: number | null;
}

/** What the board shows: one page of lines, and the sums over all that match. */
export interface BoardFinding {
  /** All that match, in order. */
  lines: BoardLine[];
  /** All that match but for the chosen stage, for the funnel. */
  atAnyStage: BoardLine[];
  /** The page that is shown. */
  page: (BoardLine & { missing: number | null; missingByLaw: number })[];
  /** How the compounds of the page stand in the ledger; null for those who may not read of removals. */
  signs: ReadonlyMap<number, LedgerStanding> | null;
  /** How far the works of the page are, by renovation; without a frozen plan they are missing. */
  works: ReadonlyMap<number, ProgressStanding>;
}

export const boardPageSize = 50;

/** The portfolio: every compound in scope, plan against fact. */
@Injectable()
export class Board {
  constructor(
    private readonly rows: PortfolioRows,
    private readonly gates: MissingGates,
    private readonly steps: LastSteps,
    private readonly ledger: LedgerTotals,
    private readonly progress: ProgressTotals,
    private readonly clock: Clock,
  ) {}

  /** Every compound in scope, or the one asked for, judged. */
  lines(actor: Actor, compoundId?: number): Promise<BoardLine[]> {
    return this.judged(actor, { compoundId });
  }

  async find(actor: Actor, query: BoardQuery): Promise<BoardFinding> {
    const hasSigns = mayDo(actor.role, 'removal.read');
    const signed = hasSigns && query.sign ? await this.ledger.inScope(actor) : null;
    const atAnyStage = (await this.judged(actor, query)).filter(
      (line) => matches(line, query) && (!signed || signed.get(line.id)?.standing.sign === query.sign),
    );
    const { stage, page } = query;
    const lines = stage ? atAnyStage.filter((line) => countsAt(line, stage)) : [...atAnyStage];
    lines.sort(inOrder(query));
    const shown = lines.slice((page - 1) * boardPageSize, page * boardPageSize);
    const missing = await this.gates.of(shown);
    return {
      lines,
      atAnyStage,
      signs: hasSigns ? await this.ledger.signs(shown.map(({ id }) => id)) : null,
      works: await this.progress.of(shown.flatMap(({ renovationId }) => renovationId ?? [])),
      page: shown.map((line) => {
        const gates = missing.get(line.id);
        const byLaw = gates?.filter(({ level }) => level === 'law').length ?? 0;
        return { ...line, missing: gates?.length ?? null, missingByLaw: byLaw };
      }),
    };
  }

  private async judged(actor: Actor, filter: RowFilter): Promise<BoardLine[]> {
    const today = this.clock.today();
    const steps = await this.steps.all();
    const rows = await this.rows.find(actor, filter);
    return rows.map((row) => judged(row, steps.get(row.id) ?? null, today));
  }
}

function judged(row: PortfolioRow, updatedAt: string | null, today: CalendarDate): BoardLine {
  const changedOn = updatedAt && dayOf(updatedAt);
  return {
    ...row,
    ...rowStanding(row, today),
    updatedAt,
    staleDays: staleDays({ state: row.state, changedOn }, today),
  };
}

function matches({ state, overdueDays }: BoardLine, query: BoardQuery): boolean {
  if (query.late && overdueDays === 0) return false;
  if (query.state === 'none') return state === null;
  return query.state === '' || state === query.state;
}

const byName = new Intl.Collator('zh-CN', { numeric: true });

const sortValues: Record<BoardSort, (line: BoardLine) => string | number | null> = {
  name: ({ name }) => name,
  place: ({ streetCode, community }) => `${streetCode} ${community ?? ''}`,
  stage: ({ stage, state }) => (stage && state !== 'cancelled' ? stages.indexOf(stage) : null),
  planned: ({ plannedFinishOn }) => plannedFinishOn,
  expected: ({ expectedFinishOn }) => expectedFinishOn,
  drift: ({ driftDays }) => driftDays,
  households: ({ householdCount }) => householdCount,
  updated: ({ updatedAt }) => updatedAt,
};

/** What is unknown stands last in either direction; equals stand by name. */
function inOrder({ sort, descending }: BoardQuery): (one: BoardLine, other: BoardLine) => number {
  const valueOf = sortValues[sort];
  const sign = descending ? -1 : 1;
  return (one, other) => {
    const [first, second] = [valueOf(one), valueOf(other)];
    if (first === null || second === null) {
      if (first !== second) return first === null ? 1 : -1;
    } else if (first !== second) {
      const isText = typeof first === 'string' && typeof second === 'string';
      const order = isText ? byName.compare(first, second) : first < second ? -1 : 1;
      if (order !== 0) return sign * order;
    }
    return byName.compare(one.name, other.name);
  };
}
