import { CalendarDate } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import { Role } from '../domain/people/roles';
import { GateCheck, gateBlockers } from '../domain/renovation/gate-checks';
import { gateOf } from '../domain/renovation/gates';
import { percentInWords } from '../domain/progress/basis-points';
import { ledgerSignNames } from '../domain/removal/living-ledger';
import { openPassages } from '../domain/renovation/open-passages';
import { stageAfter, stageNames, stages } from '../domain/renovation/stages';
import { lookedInWords } from '../patrols/ledger-words';
import { NumberFigure } from '../platform/web/figures';
import type { ProgressStanding } from '../progress/progress.totals';
import { toGateLines } from '../stages/gate-lines.presenter';
import { stagesPaths } from '../stages/stages.paths';
import { toHazardRow } from '../surveys/hazards.presenter';
import { surveyPaths } from '../surveys/surveys.paths';
import type { OverviewPage } from './overview.presenter';
import { toConsentNumber } from './residents.presenter';
import { Overview } from './overview.service';

const shownGates = 8;

/** The big numbers of a compound: where it is, when it is finished, what is missing, what was found. */
export function toNumbers(
  { renovation, story, survey, residents, ledger, works }: Overview,
  today: CalendarDate,
): NumberFigure[] {
  const numbers: NumberFigure[] = [];
  if (renovation && story) {
    const { expectedFinishOn, driftDays, overdueDays, missingGates } = story;
    const step = stages.indexOf(renovation.stage) + 1;
    numbers.push({ term: '现在的阶段', value: `第 ${step} 步`, note: `共 ${stages.length} 步` });
    if (works) numbers.push(toWorksNumber(works, today));
    const late = overdueDays > 0 || (driftDays !== null && driftDays > 0);
    numbers.push({
      term: '预计完成',
      value: expectedFinishOn ? nearDay(expectedFinishOn, today) : '—',
      note: finishNote(overdueDays, driftDays),
      ...(late && { late }),
    });
    const held = gateBlockers(checksOf(story, renovation.stage));
    const byLaw = held.filter(({ level }) => level === 'law').length;
    numbers.push({
      term: '下一步还缺',
      value: String(missingGates),
      note: byLaw ? `项，其中法定 ${byLaw}` : '项',
      ...(byLaw && { late: true }),
    });
  }
  if (ledger) {
    const value = ledgerSignNames[ledger.sign];
    const late = ledger.sign === 'failing' || ledger.overdueDays > 0;
    const looked =
      ledger.overdueDays > 0 ? `回访逾期 ${ledger.overdueDays} 天` : lookedInWords(ledger, today);
    const note = ledger.open ? `${ledger.open} 处没有处理，${looked}` : looked;
    numbers.push({ term: '达标情况', value, note, ...(late && { late }) });
  }
  const summary = survey?.summary;
  const consent = residents && toConsentNumber(residents);
  if (consent) numbers.push(consent);
  if (summary) {
    const { visits, hazards } = summary;
    // Once people are asked whether they agree, that they were visited is no news.
    if (!consent)
      numbers.push({ term: '入户摸底', value: `${visits.reached} / ${visits.doors}`, note: '户' });
    const severe = hazards.severeOpen > 0;
    const note = severe ? `处，四级未控制 ${hazards.severeOpen}` : `处，未处理 ${hazards.open}`;
    numbers.push({ term: '隐患', value: String(hazards.count), note, ...(severe && { late: true }) });
  }
  return numbers;
}

/** How far the works are, and should be. */
function toWorksNumber({ progress }: ProgressStanding, today: CalendarDate): NumberFigure {
  const { actual, planned, points, level, on } = progress;
  const lag = points < 0 ? `，慢 ${-points} 个百分点` : '';
  return {
    term: `施工进度（${nearDay(on, today)}）`,
    value: percentInWords(actual),
    note: `计划 ${percentInWords(planned)}${lag}`,
    ...((level === 'behind' || level === 'far-behind') && { late: true }),
  };
}

function finishNote(overdueDays: number, driftDays: number | null): string {
  if (overdueDays > 0) return `有阶段逾期 ${overdueDays} 天`;
  if (driftDays === null) return '还没有计划';
  if (driftDays === 0) return '与计划一致';
  return driftDays > 0 ? `比计划晚 ${driftDays} 天` : `比计划早 ${-driftDays} 天`;
}

/** What the next passage asks for: what is missing first. */
export function toGates(
  { compound, renovation, story }: Overview,
  role: Role,
  today: CalendarDate,
): OverviewPage['gates'] {
  const { code } = compound;
  if (!renovation || !story) {
    const text = '还没有改造项目，立项后这里列出每一步要具备的条件。';
    return { items: [], empty: { text } };
  }
  if (!openPassages(renovation).length)
    return { items: [], empty: { text: '这次改造已经结束，没有下一步。' } };
  const checks = checksOf(story, renovation.stage);
  const next = stageAfter(renovation.stage);
  const held = gateBlockers(checks).length;
  const sentence = `从「${stageNames[renovation.stage]}」${next ? `进入「${stageNames[next]}」` : '办结'}：`;
  const said = held
    ? `共 ${checks.length} 项，还缺 ${held} 项。`
    : `共 ${checks.length} 项，必须具备的都有了。`;
  const open = checks.filter(({ state }) => state === 'missing' || state === 'overridden');
  return {
    sentence: sentence + said,
    items: toGateLines((open.length ? open : checks).slice(0, shownGates), {
      role,
      code,
      isOpen: true,
      today,
    }),
    link: stagesPaths.index(code),
    linkLabel: '全部条件',
    ...(!checks.length && { empty: { text: '这一步没有规定的条件。' } }),
  };
}

/** The gates on the way out of this stage; those of a removal that runs beside are on the stage tab. */
const checksOf = (story: NonNullable<Overview['story']>, stage: (typeof stages)[number]): GateCheck[] =>
  story.evidence
    .filter((one) => one.stage === stage)
    .flatMap(({ checks }) => checks)
    .filter(({ gate }) => gateOf(gate)?.leaving.includes(stage));

/** The gravest open findings. */
export function toHazards(
  code: string,
  { summary, hazards }: NonNullable<Overview['survey']>,
  today: CalendarDate,
): OverviewPage['hazards'] {
  const onward = { link: surveyPaths.hazards(code), linkLabel: '摸底表' };
  if (!summary) return { count: '', items: [], ...onward, empty: { text: '还没有开始摸底。' } };
  return {
    count: `共 ${summary.hazards.count} 处，未处理 ${summary.hazards.open} 处`,
    items: hazards.map((hazard) => toHazardRow(hazard, hazard.photos, today)),
    ...onward,
    ...(!hazards.length && {
      empty: { text: summary.hazards.count ? '登记的隐患都已处理。' : '还没有登记隐患。' },
    }),
  };
}
