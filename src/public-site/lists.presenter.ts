import { countsAt } from '../domain/disclosure/counting';
import { CalendarDate } from '../domain/kernel/calendar-date';
import { StageCode, stageNames, stages } from '../domain/renovation/stages';
import { FunnelStep, Pager } from '../platform/web/figures';
import { toPager } from '../platform/web/pager';
import { publicPaths } from './public-site.paths';
import { isLate, toYard, Yard, YardLine } from './yard.presenter';

/** So many compounds stand on one page of a public list. */
const yardsPerPage = 50;

/** How is the district, or the street, doing? One sentence. */
export function toSentence(lines: readonly YardLine[], today: CalendarDate): string {
  const count = (wanted: (line: YardLine) => boolean) => lines.filter(wanted).length;
  const works = count((line) => countsAt(line, 'construction'));
  const over = count(({ state }) => state === 'closed');
  const late = count((line) => isLate(line, today));
  const parts = [`${works} 个在施工`, `${over} 个已经移交`, late ? `${late} 个比计划慢` : '没有比计划慢的'];
  return `一共 ${lines.length} 个楼院：${parts.join('，')}。`;
}

/** How many compounds are at each of the six stages, as links to them. */
export function toFunnel(lines: readonly YardLine[], chosen: StageCode | null): FunnelStep[] {
  const counts = stages.map((stage) => lines.filter((line) => countsAt(line, stage)).length);
  const most = Math.max(1, ...counts);
  return stages.map((stage, index) => {
    const share = Math.round((counts[index] / most) * 100);
    const bar = stage === 'handover' ? { solid: share } : { hatch: share };
    return {
      name: stageNames[stage],
      count: counts[index],
      link: publicPaths.search({ stage }),
      current: stage === chosen,
      bar: { label: `${stageNames[stage]} ${counts[index]} 个`, ...bar },
    };
  });
}

/** One page of a public list; the pager only where there are several. */
export function toYards(
  lines: readonly YardLine[],
  page: number,
  linkTo: (page: number) => string,
  today: CalendarDate,
): { compounds: Yard[]; pager?: Pager } {
  const compounds = lines
    .slice((page - 1) * yardsPerPage, page * yardsPerPage)
    .map((line) => toYard(line, today));
  if (lines.length <= yardsPerPage) return { compounds };
  return { compounds, pager: toPager(page, lines.length, yardsPerPage, linkTo) };
}
