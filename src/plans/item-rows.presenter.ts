import { fenInTenThousands } from '../domain/kernel/money';
import { wishKindNames, wishStateNames } from '../domain/meeting/wish';
import { treeBlockers, voteBlockers } from '../domain/plan/plan-fixing';
import { mattersOf, treeWorkNames } from '../domain/plan/plan-item';
import { PlanTotal, byClass, itemClassNames } from '../domain/plan/plan-totals';
import { quantityInWords } from '../domain/plan/quantity';
import { localTagNames, localTagOf } from '../domain/plan/local-set';
import { itemNames } from '../domain/renovation/items';
import { hazardKindOf } from '../domain/survey/hazard-kinds';
import type { StatusMark } from '../platform/web/figures';
import type { HazardRecord } from '../surveys/hazard.entities';
import { surveyPaths } from '../surveys/surveys.paths';
import type { WishRecord } from '../wishes/wish.entities';
import { numberInWords } from '../wishes/wish-words';
import type { PassedMatter } from '../votes/votes.totals';
import { wishPaths } from '../wishes/wishes.paths';
import type { LinkedRows } from './plan-links';
import type { LinkedItem } from './plan-records';
import { plansPaths } from './plans.paths';

/** One item in the table of a version. */
export interface ItemRow {
  name: string;
  /** 'B13 架空线规整（入地）'. */
  catalogue: string;
  /** '五改 上改下'; empty where the local set does not name it. */
  tag: string;
  quantity: string;
  place: string;
  /** What rooms above say about it: 受阻, 可开工. */
  ground: StatusMark[];
  /** In 万元. */
  cost: string;
  note: string;
  /** Findings and wishes it answers. */
  answers: { label: string; link: string }[];
  /** Approval and vote: what is there, what is lacking. */
  marks: StatusMark[];
  /** The votes that decided it; for the offices. */
  votes: { label: string; link: string }[];
  /** Set where it may be changed. */
  editLink: string;
}

/** One class of the catalogue with its items. */
export interface ItemGroup {
  name: string;
  about: string;
  rows: ItemRow[];
}

interface ItemsView {
  items: readonly LinkedItem[];
  links: LinkedRows;
  lineMarks: ReadonlyMap<number, StatusMark[]>;
  /** What the owners have decided for, the latest vote first. */
  passed: readonly PassedMatter[];
  mayEdit: boolean;
  /** May the votes be looked at? */
  seesVotes: boolean;
}

/** '3 项，估算 7.96 万元', and how many are not estimated. */
export function totalInWords({ items, estimatedFen, withoutEstimate }: PlanTotal): string {
  const open = withoutEstimate > 0 ? `，${withoutEstimate} 项还没有估算` : '';
  return withoutEstimate === items
    ? `${items} 项，还没有估算`
    : `${items} 项，估算 ${fenInTenThousands(estimatedFen)} 万元${open}`;
}

/** The items of a version class by class. */
export const toItemGroups = (view: ItemsView): ItemGroup[] =>
  byClass(view.items).map((group) => ({
    name: itemClassNames[group.class],
    about: totalInWords(group.total),
    rows: group.items.map((item) => toItemRow(item, view)),
  }));

function toItemRow(item: LinkedItem, { links, lineMarks, passed, mayEdit, seesVotes }: ItemsView): ItemRow {
  const tag = localTagOf(item.code);
  const matters = mattersOf(item);
  return {
    name: item.name,
    catalogue: `${item.code} ${itemNames[item.code]}`,
    tag: tag ? localTagNames[tag] : '',
    quantity: quantityInWords(item.quantity, item.unit),
    place: item.place ?? '—',
    ground: lineMarks.get(item.line) ?? [],
    cost: item.estimatedFen === null ? '—' : fenInTenThousands(item.estimatedFen),
    note: item.note ?? '',
    answers: [
      ...item.hazardIds.flatMap((id) => hazardAnswer(links.hazards.get(id))),
      ...item.wishIds.flatMap((id) => wishAnswer(links.wishes.get(id))),
    ],
    marks: [...treeMarks(item), ...voteMarks(item, passed)],
    votes: seesVotes
      ? passed
          .filter(({ matter }) => (matters as string[]).includes(matter))
          .map(({ title, link }) => ({ label: title, link }))
      : [],
    editLink: mayEdit ? plansPaths.editItem(item.id) : '',
  };
}

/** A finding in one line: '隐患：消防通道堵塞，院门至单元口'. */
export const hazardLine = ({ kind, place }: Pick<HazardRecord, 'kind' | 'place'>): string =>
  `${hazardKindOf(kind)?.name ?? kind}，${place}`;

/** A wish by its number: '心愿 第 12 号'. */
export const wishName = (wish: Pick<WishRecord, 'kind' | 'number'>): string =>
  `${wishKindNames[wish.kind]} ${numberInWords(wish)}`;

const hazardAnswer = (hazard: HazardRecord | undefined) =>
  hazard ? [{ label: `隐患：${hazardLine(hazard)}`, link: surveyPaths.hazard(hazard.id) }] : [];

const wishAnswer = (wish: WishRecord | undefined) =>
  wish
    ? [
        {
          label: wish.state === 'open' ? `${wishName(wish)}（${wishStateNames.open}）` : wishName(wish),
          link: wishPaths.show(wish.id),
        },
      ]
    : [];

function treeMarks(item: LinkedItem): StatusMark[] {
  if (item.treeWork === 'none') return [];
  const what = treeWorkNames[item.treeWork];
  return treeBlockers(item).length
    ? [{ state: 'late', word: `${what}，缺许可` }]
    : [{ state: 'done', word: `${what}，${item.permitNumber}` }];
}

function voteMarks(item: LinkedItem, passed: readonly PassedMatter[]): StatusMark[] {
  if (!mattersOf(item).length) return [];
  const decided = passed.map(({ matter }) => matter);
  const open = voteBlockers(item, decided).length;
  return open ? [{ state: 'late', word: `缺 ${open} 项表决` }] : [{ state: 'done', word: '业主表决已通过' }];
}
