import type { Compound } from '../compounds/compound.entity';
import { toNotOpened } from '../compounds/no-renovation.presenter';
import type { Frame } from '../compounds/workspace';
import { bulletinDueOn } from '../domain/construction/bulletin';
import { CalendarDate, dayInWords, daysBetween } from '../domain/kernel/calendar-date';
import { nearDay, nearDays } from '../domain/kernel/near-day';
import { dayOf } from '../platform/clock/clock';
import type { ActionLink, EmptyNote, StatusMark } from '../platform/web/figures';
import type { BulletinRecord } from './bulletin.entity';
import { toDiaryTabs } from './diary-tabs';
import { diaryPaths } from './diaries.paths';

/** The weekly bulletins of a renovation (views/diaries/bulletins). */
export interface BulletinsPage extends Frame {
  title: string;
  renovations: { label: string; link: string; current: boolean }[];
  sections: { label: string; link: string; current: boolean }[];
  actions: ActionLink[];
  /** When the next one is due; null where no works run. */
  due: StatusMark | null;
  rows: BulletinRow[];
  empty?: EmptyNote;
}

interface BulletinRow {
  name: string;
  link: string;
  status: StatusMark;
  days: string;
  published: string;
  note: string;
}

interface BulletinsView {
  compound: Compound;
  sequence: number | undefined;
  hasRenovation: boolean;
  renovations: BulletinsPage['renovations'];
  bulletins: readonly BulletinRecord[];
  mayPublish: boolean;
  /** The first day of the contracts that build and run; null where none does. */
  worksStartOn: CalendarDate | null;
  today: CalendarDate;
}

/** All of them, the latest first. */
export function toBulletins(view: BulletinsView, frame: Frame): BulletinsPage {
  const { compound, sequence, bulletins, mayPublish, today } = view;
  const page = {
    ...frame,
    title: `周报 · ${compound.name}`,
    renovations: view.renovations,
    sections: toDiaryTabs(compound.code, sequence, 'bulletins'),
    ...{ actions: [], rows: [], due: null },
  };
  if (!view.hasRenovation) {
    return { ...page, empty: toNotOpened(compound.code, '周报由已确认的日报自动生成') };
  }
  return {
    ...page,
    actions: mayPublish
      ? [{ label: '写一份周报', link: diaryPaths.newBulletin(compound.code), primary: true }]
      : [],
    due: dueMark(view),
    rows: bulletins.map((one) => toRow(one, today)),
    ...(!bulletins.length && {
      empty: { text: '还没有发布周报。周报由已确认的日报自动生成，街道项目负责人加一段话就可以发布' },
    }),
  };
}

/** How a bulletin stands. */
export const bulletinMark = ({ withdrawnOn }: Pick<BulletinRecord, 'withdrawnOn'>): StatusMark =>
  withdrawnOn ? { state: 'idle', word: '已撤回' } : { state: 'done', word: '已发布' };

function dueMark({ bulletins, worksStartOn, today }: BulletinsView): StatusMark | null {
  if (worksStartOn === null) return null;
  const told = bulletins.filter(({ withdrawnOn }) => !withdrawnOn).map(({ untilOn }) => untilOn);
  const due = bulletinDueOn(told.sort().at(-1) ?? null, worksStartOn);
  const late = daysBetween(due, today);
  if (late > 0) return { state: 'late', word: `下一份晚了 ${late} 天` };
  return { state: late === 0 ? 'doing' : 'idle', word: `下一份 ${nearDay(due, today)}` };
}

function toRow(bulletin: BulletinRecord, today: CalendarDate): BulletinRow {
  const { id, number, fromOn, untilOn, publishedAt, withdrawnOn, withdrawnReason } = bulletin;
  return {
    name: `第 ${number} 期`,
    link: diaryPaths.bulletin(id),
    status: bulletinMark(bulletin),
    days: nearDays(fromOn, untilOn, today),
    published: dayInWords(dayOf(publishedAt)),
    note: withdrawnOn ? `${dayInWords(withdrawnOn)}撤回：${withdrawnReason}` : '—',
  };
}
