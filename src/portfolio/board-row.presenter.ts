import { renovationStatus } from '../compounds/workspace.presenter';
import { CalendarDate } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import type { LedgerStanding } from '../domain/removal/living-ledger';
import { stages, stageStanding } from '../domain/renovation/stages';
import { percentInWords } from '../domain/progress/basis-points';
import { lookedInWords, signMark } from '../patrols/ledger-words';
import type { ProgressStanding } from '../progress/progress.totals';
import { dayOf } from '../platform/clock/clock';
import { BarFigure, StatusMark } from '../platform/web/figures';
import { BoardFinding, BoardLine } from './board.service';
import { portfolioPaths } from './portfolio.paths';

/** One compound on the board, plan against fact. */
export interface BoardRow {
  link: string;
  name: string;
  place: string;
  stage: StatusMark;
  bar: BarFigure;
  /** How far the works are against their plan; '—' without a frozen plan. */
  works: string;
  worksLate?: boolean;
  planned: string;
  forecast: string;
  drift: string;
  driftLate?: boolean;
  households: string;
  missing: string;
  /** Missing where nothing was registered or looked at. */
  sign?: { mark: StatusMark; note: string };
  updated: string;
  updatedStale?: boolean;
}

/** A line as it is shown. */
export function toBoardRow(
  line: BoardFinding['page'][number],
  { standing, works }: { standing: LedgerStanding | undefined; works: ProgressStanding | undefined },
  today: CalendarDate,
): BoardRow {
  const { driftDays, missing, missingByLaw, staleDays, updatedAt } = line;
  const day = (date: CalendarDate | null) => (date ? nearDay(date, today) : '—');
  return {
    link: portfolioPaths.overview(line.code),
    name: line.name,
    place: [line.street, line.community ?? '社区待定'].join(' · '),
    stage: toStage(line),
    bar: toBar(line),
    ...worksOf(works),
    planned: day(line.plannedFinishOn),
    forecast: day(line.expectedFinishOn),
    drift: driftDays === null ? '—' : driftDays > 0 ? `+${driftDays}` : String(driftDays),
    ...(driftDays !== null && driftDays > 0 && { driftLate: true }),
    households: line.householdCount === null ? '—' : String(line.householdCount),
    missing: missing === null ? '—' : missingInWords(missing, missingByLaw),
    ...(standing && { sign: { mark: signMark(standing), note: lookedInWords(standing, today) } }),
    updated: updatedAt ? day(dayOf(updatedAt)) : '—',
    ...(staleDays !== null && { updatedStale: true }),
  };
}

function toStage({ stage, state, removal, overdueDays }: BoardLine): StatusMark {
  if (!stage || !state || !removal) return { state: 'idle', word: '未立项' };
  const status = renovationStatus({ stage, state, removal });
  return overdueDays > 0 && state === 'active'
    ? { state: 'late', word: `${status.word} · 逾期 ${overdueDays} 天` }
    : status;
}

function worksOf(works: ProgressStanding | undefined): Pick<BoardRow, 'works' | 'worksLate'> {
  if (!works) return { works: '—' };
  const { actual, planned, level } = works.progress;
  const isBehind = level === 'behind' || level === 'far-behind';
  const said = `${percentInWords(actual)} / ${percentInWords(planned)}`;
  return { works: said, ...(isBehind && { worksLate: true }) };
}

/** How many of the six steps are behind. */
function toBar({ stage, state, removal }: BoardLine): BarFigure {
  if (!stage || !state || !removal) return { label: '还没有开始' };
  const standings = stages.map((one) => stageStanding(one, { stage, state, removal }));
  const step = 100 / stages.length;
  const count = (standing: string) => standings.filter((one) => one === standing).length;
  const [over, running] = [count('over'), count('running')];
  const solid = Math.round(over * step);
  return {
    label: over === stages.length ? '六步走完' : `走完 ${over} 步，共 ${stages.length} 步`,
    ...(solid && { solid }),
    ...(running && state !== 'cancelled' && { hatch: Math.round(running * step), from: solid }),
  };
}

const missingInWords = (missing: number, byLaw: number): string => {
  if (missing === 0) return '齐了';
  return byLaw ? `${missing} 项，法定 ${byLaw}` : `${missing} 项`;
};
