import type { Compound } from '../compounds/compound.entity';
import { toNotOpened } from '../compounds/no-renovation.presenter';
import type { Frame } from '../compounds/workspace';
import { DiaryDay, DiaryGap, DiarySpan, longestDiary } from '../domain/construction/diary';
import { CalendarDate, dayInWords } from '../domain/kernel/calendar-date';
import { nearDays } from '../domain/kernel/near-day';
import type { EmptyNote, Filters, PhotoFigure, StatusMark } from '../platform/web/figures';
import { toDiaryTabs } from './diary-tabs';
import { diaryPaths, DiaryQuery } from './diaries.paths';

/** One day as it is read: its rows, or why there are none. */
export interface DiaryDayBlock {
  id: string;
  heading: string;
  /** '放假', '周末', '停工：…'; empty on a plain working day. */
  day: string;
  rows: DiaryDay['rows'];
  gap?: { status: StatusMark; text: string };
  photos: PhotoFigure[];
  /** How many more photos there are; 0 where all stand here. */
  morePhotos: string;
  printLink: string;
}

/** Tab 施工日志 of a compound (views/diaries/index). */
export interface DiaryPage extends Frame {
  title: string;
  renovations: { label: string; link: string; current: boolean }[];
  sections: { label: string; link: string; current: boolean }[];
  filters: Filters;
  about: string;
  /** What was asked for and cannot be shown. */
  note: string;
  days: DiaryDayBlock[];
  printLink: string;
  empty?: EmptyNote;
}

/** A diary on A4 (views/diaries/print). */
export interface DiarySheet {
  title: string;
  heading: string;
  about: string;
  days: DiaryDayBlock[];
}

/** A day with what stands beside it. */
export interface DayOfDiary {
  day: DiaryDay;
  gap: DiaryGap;
  /** What kind of day it is: '工作日', '补班', '放假'. */
  kind: string;
  photos: PhotoFigure[];
}

interface DiaryView {
  compound: Compound;
  hasRenovation: boolean;
  renovations: DiaryPage['renovations'];
  /** Sequence of the renovation where it is not the current one. */
  sequence: number | undefined;
  span: DiarySpan;
  days: readonly DayOfDiary[];
  /** Only what concerns one builder is shown. */
  isOwnOnly: boolean;
  mistyped: string;
  today: CalendarDate;
}

const mostPhotos = 6;

/** The diary on the screen, the latest day first. */
export function toDiary(view: DiaryView, frame: Frame): DiaryPage {
  const { compound, days, span, sequence, today } = view;
  const { from, to, isWhole } = span;
  const query = { from, to, renovation: sequence };
  const page = {
    ...frame,
    title: `施工日志 · ${compound.name}`,
    renovations: view.renovations,
    sections: toDiaryTabs(compound.code, sequence, 'diary'),
    filters: toFilters(compound.code, query),
    ...{ about: '', note: '', days: [], printLink: '' },
  };
  if (!view.hasRenovation) {
    return { ...page, empty: toNotOpened(compound.code, '施工日志由已确认的日报、检查和会议自动生成') };
  }
  const missing = days.filter(({ gap }) => gap === 'missing').length;
  return {
    ...page,
    about: `${nearDays(from, to, today)}，${days.length} 天${missing ? `，其中 ${missing} 个工作日没有日报` : ''}。${wholeOf(view)}`,
    note: [view.mistyped, isWhole ? '' : `一次最多看 ${longestDiary} 天，更早的请分段查看。`]
      .filter(Boolean)
      .join(''),
    days: days.map((one) => toBlock(one, compound.code, sequence)).reverse(),
    printLink: diaryPaths.print(compound.code, query),
  };
}

/** The same on paper, the earliest day first; photos only where it is one day. */
export function toDiarySheet(view: DiaryView & { renovationName: string }): DiarySheet {
  const { compound, days, span, sequence, renovationName } = view;
  const isOneDay = span.from === span.to;
  const stretch = isOneDay ? dayInWords(span.from) : `${dayInWords(span.from)} 至 ${dayInWords(span.to)}`;
  return {
    title: `施工日志 · ${compound.name}`,
    heading: '施工日志',
    about: `${renovationName}，${stretch}。${wholeOf(view)}`,
    days: days
      .map((one) => toBlock(one, compound.code, sequence))
      .map((block) => (isOneDay ? block : { ...block, photos: [], morePhotos: '' })),
  };
}

const wholeOf = ({ isOwnOnly }: DiaryView): string =>
  isOwnOnly
    ? '由本单位已确认的日报和有关的检查、会议自动生成'
    : '由已确认的日报、检查、隐蔽验收、停工令和会议自动生成';

function toBlock({ day, gap, kind, photos }: DayOfDiary, code: string, sequence?: number): DiaryDayBlock {
  const { on, heading, rows, waiting } = day;
  return {
    id: `day-${on}`,
    heading,
    day: kind === '工作日' ? '' : kind,
    rows,
    ...(gap === 'missing' && {
      gap: { status: { state: 'late', word: '缺 1 天' } as const, text: '这个工作日没有日报' },
    }),
    ...(gap === 'waiting' && {
      gap: {
        status: { state: 'doing', word: '待确认' } as const,
        text: `有 ${waiting} 份日报没有确认，确认后写入日志`,
      },
    }),
    ...(gap === 'none' &&
      waiting > 0 && {
        gap: {
          status: { state: 'doing', word: '待确认' } as const,
          text: `还有 ${waiting} 份日报没有确认，不在日志里`,
        },
      }),
    photos: photos.slice(0, mostPhotos),
    morePhotos: photos.length > mostPhotos ? `还有 ${photos.length - mostPhotos} 张，在当天的日报里` : '',
    printLink: diaryPaths.print(code, { from: on, to: on, renovation: sequence }),
  };
}

const toFilters = (code: string, { from, to, renovation }: DiaryQuery): Filters => ({
  action: diaryPaths.index(code),
  hidden: renovation ? [{ name: 'renovation', value: String(renovation) }] : [],
  fields: [
    { kind: 'date', name: 'from', label: '从', value: from },
    { kind: 'date', name: 'to', label: '到', value: to },
  ],
});
