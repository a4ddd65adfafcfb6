import { CalendarDate } from '../domain/kernel/calendar-date';
import { fenInWords } from '../domain/kernel/money';
import { nearDay, nearDays } from '../domain/kernel/near-day';
import type { PublicPlan, PublicPlanChange, PublicPlanItem } from '../domain/plan/public-plan';
import { PhotoFigure, StatusMark } from '../platform/web/figures';
import { linesOf } from './consultation.presenter';
import { figureOf } from './photo.presenter';
import { publicPaths } from './public-site.paths';

/** What is changed in a compound (一院一案), in the words of its residents. */
export interface PlanBlock {
  status: StatusMark;
  when: string;
  /** How long it takes and what it costs. */
  effort?: string;
  groups: { heading: string; items: { what: string; quantity?: string; place?: string; note?: string }[] }[];
  drawings?: PhotoFigure[];
  changes?: ChangesBlock;
  /** The version that hangs while the fixed one stands. */
  proposed?: ChangesBlock & { when: string };
  management?: string[];
}

/** What a version changed, and why. */
interface ChangesBlock {
  heading: string;
  reason?: string;
  lines: string[];
}

type Drawing = PublicPlan['drawings'][number];

/** The classes of the catalogue, as residents are told why. */
const classes: [of: PublicPlanItem['class'], heading: string][] = [
  ['basic', '先保安全、保基本生活'],
  ['improve', '住得更方便'],
  ['upgrade', '多些服务'],
];

/** The plan that hangs or is fixed; undefined where there is none. */
export function toPlanBlock(
  plan: PublicPlan | null,
  code: string,
  today: CalendarDate,
): PlanBlock | undefined {
  if (!plan) return undefined;
  const { items, drawings, management } = plan;
  const groups = classes.flatMap(([of, heading]) => {
    const own = items.filter((item) => item.class === of);
    return own.length ? [{ heading, items: own.map(toItem) }] : [];
  });
  const figures = drawings.flatMap((drawing) => toDrawing(drawing, code));
  return {
    ...toStanding(plan, today),
    ...toEffort(plan),
    groups,
    ...(figures.length && { drawings: figures }),
    ...toChanges(plan),
    ...toProposed(plan, today),
    ...(management && { management: linesOf(management) }),
  };
}

function toStanding(
  { version, fixedOn, notice }: PublicPlan,
  today: CalendarDate,
): Pick<PlanBlock, 'status' | 'when'> {
  const days = notice && `${nearDays(notice.postedOn, notice.endsOn, today)} 公示`;
  if (version !== null) {
    const fixed = fixedOn ? `${nearDay(fixedOn, today)} 定下第 ${version} 版` : `第 ${version} 版`;
    return {
      status: { state: 'done', word: '已经定下' },
      when: [days, fixed].filter(Boolean).join('，'),
    };
  }
  const isOver = notice !== null && notice.endsOn < today;
  const word = isOver ? '公示完了，还没有定' : '正在公示，还没有定';
  return { status: { state: 'doing', word }, when: days ?? '' };
}

function toEffort({ durationDays, estimatedFen }: PublicPlan): Pick<PlanBlock, 'effort'> {
  const parts = [
    durationDays && `工期 ${durationDays} 天`,
    estimatedFen && `预计花 ${fenInWords(estimatedFen)}`,
  ].filter(Boolean);
  return parts.length ? { effort: `${parts.join('，')}。` } : {};
}

const toItem = ({ name, quantity, place, wishes }: PublicPlanItem) => ({
  what: name,
  ...(quantity && { quantity }),
  ...(place && { place }),
  ...(wishes.length && { note: `来自第 ${wishes.join('、')} 条心愿` }),
});

function toDrawing({ publicId, caption, width, height }: Drawing, code: string): PhotoFigure[] {
  if (!width || !height) return [];
  const link = publicPaths.photo(code, publicId);
  return [{ ...figureOf({ publicId, width, height }, 480, caption), link, tag: '设计图' }];
}

function toChanges(plan: PublicPlan): Pick<PlanBlock, 'changes'> {
  const { version, changes } = plan;
  if (!changes.length) return {};
  const before = version !== null && version > 1 ? `第 ${version - 1} 版` : '上一版';
  return { changes: { heading: `和${before}比，改了什么`, ...toChangeLines(plan) } };
}

function toProposed({ proposed }: PublicPlan, today: CalendarDate): Pick<PlanBlock, 'proposed'> {
  if (!proposed) return {};
  const { version, notice } = proposed;
  const hangs = notice.endsOn >= today ? '正在公示，还没有定' : '公示完了，还没有定';
  return {
    proposed: {
      heading: `第 ${version} 版想改什么`,
      when: `${nearDays(notice.postedOn, notice.endsOn, today)} 公示，${hangs}。`,
      ...toChangeLines(proposed),
    },
  };
}

const toChangeLines = ({
  changes,
  changeReason,
}: Pick<PublicPlan, 'changes' | 'changeReason'>): Pick<ChangesBlock, 'reason' | 'lines'> => ({
  ...(changeReason && { reason: `为什么改：${changeReason}` }),
  lines: changes.map(changeInWords),
});

function changeInWords({ change, name, before, after }: PublicPlanChange): string {
  if (change === 'added') return `加上：${name}${after ? `，${after}` : ''}`;
  if (change === 'removed') return `不做了：${name}${before ? `，原来 ${before}` : ''}`;
  return `${name}：原来 ${before ?? '没有写'}，现在 ${after ?? '没有写'}`;
}
