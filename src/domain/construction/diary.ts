// The diary of the site writes itself: one day, put together from confirmed posts, inspections, concealed works, stops and
// meetings (fields of a 施工日志: domain reference §6.2; field lessons §2.1 12, B15). It is the record of the offices; what
// everybody may read of a day is public-works.ts.
import { addDays, CalendarDate, compareDates, dayInWords, weekdayOf } from '../kernel/calendar-date';
import { isWorkday, WorkCalendar } from '../kernel/work-calendar';
import type { Contract } from './contract';
import {
  holdupNames,
  isPostPublic,
  KeptPost,
  postKindNames,
  postWeatherNames,
  residentEffectNames,
} from './daily-post';
import { ConcealedState, concealedStateNames, Witness, witnessNames } from './concealed-work';
import { InspectionKind, inspectionKindNames, Inspector, inspectorNames } from './inspection';
import { isStopped, stopCauseNames, StopOrder, stopsEverything } from './stop-order';
import { postDueTime } from './missing-posts';
import { confirmedValue } from './told-values';
import type { WallMoment } from './wall-moment';
import { valueInWords, valueOfWhole, WorkItem } from './work-item';

/** What the diary is made from; everything of the renovation, it picks what belongs to a day. */
export interface DiarySources {
  items: readonly WorkItem[];
  /** All posts, with the name of the contract they belong to. */
  posts: readonly (KeptPost & { contractName: string })[];
  concealed: readonly {
    part: string;
    state: ConcealedState;
    on: CalendarDate;
    witnesses: readonly Witness[];
  }[];
  inspections: readonly {
    kind: InspectionKind;
    lookedOn: CalendarDate;
    inspectors: readonly Inspector[];
    opinion: string;
    findings: number;
  }[];
  stops: readonly StopOrder[];
  meetings: readonly { on: CalendarDate; title: string }[];
}

/** A day of the diary: rows of a word and its lines; a row without lines is left out. */
export interface DiaryDay {
  on: CalendarDate;
  /** '2026年6月8日 星期一'. */
  heading: string;
  rows: { name: string; lines: string[] }[];
  /** How many confirmed posts tell of it. */
  told: number;
  /** Posts of the day that nobody confirmed yet; they are not in it. */
  waiting: number;
}

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];

/** '2026年6月8日 星期一'. */
export const dayWithWeekday = (day: CalendarDate): string =>
  `${dayInWords(day)} 星期${weekdays[weekdayOf(day) - 1]}`;

/** The diary of one day. */
export function diaryDay(sources: DiarySources, on: CalendarDate): DiaryDay {
  const ofDay = sources.posts.filter(({ workedOn }) => workedOn === on);
  const posts = ofDay.filter(isPostPublic);
  const rows = [
    {
      name: '天气',
      lines: unique(posts.flatMap(({ weather }) => (weather ? [postWeatherNames[weather]] : []))),
    },
    { name: '出勤', lines: posts.map(crewLine) },
    { name: '施工内容和完成量', lines: workLines(sources, posts, on) },
    { name: '情况说明', lines: posts.flatMap(({ sentence }) => (sentence.trim() ? [sentence.trim()] : [])) },
    {
      name: '受阻原因',
      lines: unique(posts.flatMap(({ holdups }) => holdups.map((one) => holdupNames[one]))),
    },
    {
      name: '影响居民',
      lines: unique(posts.flatMap(({ effects }) => effects.map((one) => residentEffectNames[one]))),
    },
    { name: '隐蔽验收', lines: concealedLines(sources, on) },
    { name: '检查意见', lines: inspectionLines(sources, on) },
    {
      name: '停工',
      lines: sources.stops
        .filter((order) => isStopped(order, on))
        .map(({ cause, stoppedOn }) => `${dayInWords(stoppedOn)}起停工：${stopCauseNames[cause]}`),
    },
    { name: '会议', lines: sources.meetings.filter((one) => one.on === on).map(({ title }) => title) },
  ];
  return {
    on,
    heading: dayWithWeekday(on),
    rows: rows.filter(({ lines }) => lines.length > 0),
    told: posts.length,
    waiting: ofDay.filter(({ state }) => state === 'sent').length,
  };
}

/** The diary of a range of days, both included; a day of which nothing is told stays in it, so that gaps can be seen. */
export function diaryRange(sources: DiarySources, from: CalendarDate, to: CalendarDate): DiaryDay[] {
  const days: DiaryDay[] = [];
  for (let on = from; on <= to; on = addDays(on, 1)) days.push(diaryDay(sources, on));
  return days;
}

/** Which days are shown? `isWhole` is false where more were asked for than one diary shows. */
export interface DiarySpan {
  from: CalendarDate;
  to: CalendarDate;
  isWhole: boolean;
}

/** How many days does one diary show at most? Setting of the house. */
export const longestDiary = 92;

/** The days that were asked for: the last week by default, none of tomorrow, never more than one diary shows. */
export function diarySpan(
  from: CalendarDate | null,
  to: CalendarDate | null,
  today: CalendarDate,
): DiarySpan {
  const asked = [from, to].filter((day) => day !== null).sort(compareDates);
  const until = to === null || asked[asked.length - 1] > today ? today : asked[asked.length - 1];
  const since = from === null ? addDays(until, 1 - defaultDiary) : asked[0];
  const first = addDays(until, 1 - longestDiary);
  return { from: since > until ? until : since < first ? first : since, to: until, isWhole: since >= first };
}

const defaultDiary = 7;

/** Why is there no post in a day: nothing lacks, one waits to be confirmed, one should be there, none has to be? */
export type DiaryGap = 'none' | 'waiting' | 'missing' | 'quiet';

/** What lacks in a day of the diary? `builders` are the contracts that build; today is asked for from its evening on. */
export function gapOf(
  { on, told, waiting }: Pick<DiaryDay, 'on' | 'told' | 'waiting'>,
  builders: readonly Pick<Contract, 'state' | 'startsOn' | 'finishOn'>[],
  stops: readonly StopOrder[],
  calendar: WorkCalendar,
  now: WallMoment,
): DiaryGap {
  if (told > 0) return 'none';
  if (waiting > 0) return 'waiting';
  if (now < `${on} ${postDueTime(on)}`) return 'quiet';
  const isBuilt = builders.some(
    ({ state, startsOn, finishOn }) =>
      state !== 'prepared' && startsOn <= on && (state === 'running' || on <= finishOn),
  );
  const isHeld = stops.some((order) => stopsEverything(order) && isStopped(order, on));
  return isBuilt && !isHeld && isWorkday(calendar, on) ? 'missing' : 'quiet';
}

const unique = (lines: string[]): string[] => [...new Set(lines)];

const crewLine = ({ contractName, kind, workers }: DiarySources['posts'][number]): string =>
  kind === 'stopped'
    ? `${contractName}：${postKindNames.stopped}`
    : `${contractName}：${workers === null ? '人数没有填' : `${workers} 人`}`;

function workLines(
  { items, posts: all }: DiarySources,
  posts: readonly KeptPost[],
  on: CalendarDate,
): string[] {
  const told = posts.flatMap(({ values }) => values);
  return items
    .filter(({ id }) => told.some(({ itemId }) => itemId === id))
    .map((item) => {
      const before = confirmedValue(item.id, all, addDays(on, -1));
      const now = confirmedValue(item.id, all, on);
      const reason = told.find(({ itemId }) => itemId === item.id)?.reason.trim();
      const moved = before === now ? '没有变化' : `此前 ${valueInWords(before, item)}`;
      const why = reason ? `，原因：${reason}` : '';
      return `${item.name}：累计 ${valueOfWhole(now, item)}（${moved}${why}）`;
    });
}

const concealedLines = ({ concealed }: DiarySources, on: CalendarDate): string[] =>
  concealed
    .filter((one) => one.on === on)
    .map(({ part, state, witnesses }) => {
      const by = witnesses.map((one) => witnessNames[one]).join('、');
      return `${part}：${concealedStateNames[state]}${by ? `（${by}在场）` : ''}`;
    });

const inspectionLines = ({ inspections }: DiarySources, on: CalendarDate): string[] =>
  inspections
    .filter(({ lookedOn }) => lookedOn === on)
    .map(({ kind, inspectors, opinion, findings }) => {
      const by = inspectors.map((one) => inspectorNames[one]).join('、');
      const result = findings > 0 ? `发现 ${findings} 个问题` : '未发现问题';
      return `${inspectionKindNames[kind]}（${by}）：${result}${opinion.trim() ? `，${opinion.trim()}` : ''}`;
    });
