import { WaitingItem } from '../compounds/waiting-work';
import { CalendarDate, daysBetween } from '../domain/kernel/calendar-date';
import { Crumb, EmptyNote, StatusMark, Tab, TodoItem } from '../platform/web/figures';
import { portfolioPaths } from './portfolio.paths';
import { Urgency, dayHeading, urgencyOf } from './work-rules';

/** My list (views/portfolio/work). */
export interface WorkPage {
  title: string;
  crumbs: Crumb[];
  about: string;
  tabs: Tab[];
  groups: { day: string; count: string; items: TodoItem[] }[];
  empty?: EmptyNote;
}

/** So many stand on the page, the most pressing first. */
const shownItems = 100;

const urgencyNames: Record<Urgency, string> = { overdue: '逾期', soon: '快到期', open: '待办' };

/** Which tab is asked for; '' is all of them. */
export const readTab = (text: string): Urgency | '' =>
  (Object.keys(urgencyNames) as Urgency[]).find((one) => one === text) ?? '';

/** The list as a page: tabs by how pressing, groups by day, one button each. */
export function toWork(items: readonly WaitingItem[], tab: Urgency | '', today: CalendarDate): WorkPage {
  const at = (urgency: Urgency) => items.filter(({ dueOn }) => urgencyOf(dueOn, today) === urgency);
  const wanted = tab ? at(tab) : items;
  const groups = new Map<string, TodoItem[]>();
  wanted.slice(0, shownItems).forEach((item, index) => {
    const heading = headingOf(item, today);
    groups.set(heading, [...(groups.get(heading) ?? []), toTodo(item, today, index === 0)]);
  });
  const rest = wanted.length > shownItems ? `，先列最急的 ${shownItems} 件` : '';
  return {
    title: '待办',
    crumbs: [{ label: '待办' }],
    about: `${dayHeading(today, today)}，共 ${wanted.length} 件${rest}`,
    tabs: [
      { label: '全部', link: portfolioPaths.work(), current: tab === '', count: items.length },
      ...(Object.keys(urgencyNames) as Urgency[]).map((urgency) => ({
        label: urgencyNames[urgency],
        link: portfolioPaths.work(urgency),
        current: tab === urgency,
        count: at(urgency).length,
        ...(urgency === 'overdue' && at(urgency).length && { hot: true }),
      })),
    ],
    groups: [...groups].map(([day, todos]) => ({ day, count: `${todos.length} 件`, items: todos })),
    ...(!wanted.length && { empty: emptyNote(tab) }),
  };
}

/** One thing to do as a row; at most one button of a page is the primary one. */
export function toTodo(item: WaitingItem, today: CalendarDate, primary: boolean): TodoItem {
  const { kind, where, what, why, action, dueOn } = item;
  return {
    status: statusOf(dueOn, today),
    ...(where !== undefined && { where }),
    kind,
    what,
    why,
    action: { ...action, primary },
  };
}

function statusOf(dueOn: CalendarDate | null, today: CalendarDate): StatusMark {
  if (!dueOn) return { state: 'idle', word: '待办' };
  const days = daysBetween(today, dueOn);
  if (days < 0) return { state: 'late', word: `逾期 ${-days} 天` };
  const word = days === 0 ? '今天到期' : `剩 ${days} 天`;
  return { state: urgencyOf(dueOn, today) === 'soon' ? 'doing' : 'idle', word };
}

function headingOf({ dueOn }: WaitingItem, today: CalendarDate): string {
  if (!dueOn) return '没有期限';
  return dueOn < today ? '已经逾期' : dayHeading(dueOn, today);
}

const emptyNote = (tab: Urgency | ''): EmptyNote =>
  tab
    ? { text: `没有「${urgencyNames[tab]}」的事。`, link: portfolioPaths.work(), label: '看全部待办' }
    : {
        text: '现在没有要您办的事。楼院有变化时会出现在这里。',
        link: portfolioPaths.board(),
        label: '看全部楼院',
      };
