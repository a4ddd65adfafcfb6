import { Compound } from '../compounds/compound.entity';
import type { Renovation } from '../compounds/renovation.entities';
import { toNotOpened } from '../compounds/no-renovation.presenter';
import { Frame } from '../compounds/workspace';
import { areaInWords } from '../domain/kernel/area';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import type { WorkCalendar } from '../domain/kernel/work-calendar';
import type { PersuasionStanding } from '../domain/removal/persuasion';
import { RemovalSums, removalSums } from '../domain/removal/removal-sums';
import { isIdentified, StatutoryCase } from '../domain/removal/statutory-case';
import { isCounted } from '../domain/removal/structure-states';
import { zoneShortName } from '../domain/removal/zone-draft';
import { isGoingOn } from '../domain/renovation/going-on';
import { toStaffPhoto } from '../files/photo-on-page';
import type { StoredFile } from '../files/stored-file.entity';
import { attitudeMark } from '../persuasion/persuasion-column.presenter';
import { persuasionPaths } from '../persuasion/persuasion.paths';
import { ActionLink, EmptyNote, NumberFigure, PhotoFigure, StatusMark } from '../platform/web/figures';
import { toStructureHead, StructureHead } from '../structures/structure-head.presenter';
import { structurePaths } from '../structures/structures.paths';
import type { PlacedStructure } from '../structures/structures.desk';
import type { WorkZone } from '../zones/zone.entities';
import { zonesPaths } from '../zones/zones.paths';
import { nextThing, NextThing } from './next-thing';
import { addressOf, FilterLinks, isShown, RemovalFilter, toFilterLinks } from './removal-filters.presenter';
import { removalsPaths } from './removals.paths';

/** One structure in the list. */
export interface RemovalRow extends StructureHead {
  zones: string;
  attitude: StatusMark;
  next: NextThing;
  thumb?: PhotoFigure;
}

/** Tab 拆除对象 of a compound (views/removals/index). */
export interface RemovalsPage extends Frame {
  title: string;
  renovations: { label: string; link: string; current: boolean }[];
  actions: ActionLink[];
  numbers: NumberFigure[];
  /** How the parts add up to the whole; empty without structures. */
  sums: string;
  filters: FilterLinks[];
  rows: RemovalRow[];
  /** The last line of the table. */
  total: { label: string; area: string };
  empty?: EmptyNote;
}

/** A renovation with everything its list tells. */
export interface RemovalsView {
  compound: Compound;
  renovation: Pick<Renovation, 'sequence' | 'isCurrent' | 'state'> | null;
  renovations: RemovalsPage['renovations'];
  structures: readonly PlacedStructure[];
  persuasion: ReadonlyMap<number, PersuasionStanding>;
  statutory: ReadonlyMap<number, StatutoryCase>;
  zones: readonly WorkZone[];
  /** The first picture from before, by structure. */
  before: ReadonlyMap<number, StoredFile>;
  today: CalendarDate;
  calendar: WorkCalendar;
  mayEdit: boolean;
}

/** The list with its sums, and the ways to look at fewer. */
export function toRemovals(view: RemovalsView, filter: RemovalFilter, frame: Frame): RemovalsPage {
  const { compound, renovation, structures, renovations } = view;
  const shown = structures.filter((one) => isShown(view, one, filter));
  const base = { ...frame, title: `拆除对象 · ${compound.name}`, renovations };
  if (!structures.length || !renovation) {
    const nothing = { numbers: [], sums: '', filters: [], rows: [], total: { label: '', area: '' } };
    return { ...base, ...nothing, actions: renovation ? actionsOf(view) : [], empty: emptyOf(view) };
  }
  return {
    ...base,
    actions: actionsOf(view),
    ...{ numbers: numbersOf(view, removalSums(structures)), sums: sumsInWords(removalSums(structures)) },
    filters: toFilterLinks(view, filter),
    rows: shown.map((one) => toRow(view, one)),
    total: totalOf(shown),
    ...(shown.length === 0 && {
      empty: {
        text: '没有符合条件的拆除对象。',
        link: addressOf(view, { state: '', zone: 0, attitude: '' }),
        label: '看全部',
      },
    }),
  };
}

/** Is it the one that is written, or one of the past? */
const isWritten = ({ isCurrent, state }: Pick<Renovation, 'isCurrent' | 'state'>): boolean =>
  isCurrent && isGoingOn(state);

function emptyOf({ compound, renovation, mayEdit }: RemovalsView): EmptyNote {
  if (!renovation) return toNotOpened(compound.code, '在这里登记要拆除清障的对象');
  const text = '还没有登记拆除对象。把挡住施工的棚屋、广告牌、占道物逐处登记，拍下拆除前照片，再上门劝导。';
  return mayEdit && isWritten(renovation)
    ? { text, link: structurePaths.new(compound.code), label: '登记一处' }
    : { text };
}

function actionsOf({ compound, renovation, mayEdit }: RemovalsView): ActionLink[] {
  const { code } = compound;
  const here = mayEdit && renovation && isWritten(renovation);
  return [
    ...(here ? [{ label: '登记一处', link: structurePaths.new(code), primary: true }] : []),
    { label: '今晚走访', link: persuasionPaths.round(code) },
    { label: '作战图', link: zonesPaths.ground(code) },
    { label: '集中行动', link: removalsPaths.operations(code) },
  ];
}

function numbersOf({ structures, persuasion }: RemovalsView, sums: RemovalSums): NumberFigure[] {
  const counted = structures.filter(({ state }) => isCounted(state));
  const overdue = counted.filter(({ id }) => (persuasion.get(id)?.overdueDays ?? 0) > 0).length;
  const waiting = counted.filter(({ state }) => state === 'removed').length;
  return [
    { term: '登记', value: `${sums.all.count} 处`, note: areaInWords(sums.all.area) },
    { term: '已拆除', value: `${sums.removed.count} 处`, note: removedNote(sums, waiting) },
    { term: '待处理', value: `${sums.left.count} 处`, note: areaInWords(sums.left.area) },
    { term: '已同意', value: `${sums.agreed} 处`, note: '签了承诺书或申请书' },
    {
      term: '走访逾期',
      value: `${overdue} 处`,
      note: overdue ? '今晚去一趟' : '没有逾期',
      late: overdue > 0,
    },
  ];
}

const removedNote = ({ removed, measured }: RemovalSums, waiting: number): string =>
  [
    areaInWords(removed.area),
    ...(removed.count > 0 ? [`实测 ${areaInWords(measured)}`] : []),
    ...(waiting > 0 ? [`${waiting} 处待复核`] : []),
  ].join('，');

/** '登记 7 处 105 ㎡ = 已拆除 3 处 45 ㎡ + 保留或划出 1 处 15 ㎡ + 待处理 3 处 45 ㎡'. */
export const sumsInWords = ({ all, removed, kept, left }: RemovalSums): string => {
  const part = (name: string, { count, area }: RemovalSums['all']) =>
    `${name} ${count} 处 ${areaInWords(area)}`;
  const parts = [part('已拆除', removed), part('保留或划出', kept), part('待处理', left)];
  return `${part('登记', all)} = ${parts.join(' + ')}`;
};

function toRow(view: RemovalsView, one: PlacedStructure): RemovalRow {
  const { zones, today, calendar, before } = view;
  const persuasion = view.persuasion.get(one.id)!;
  const statutory = view.statutory.get(one.id)!;
  const photo = before.get(one.id);
  const { attitude, visits } = persuasion;
  const mark = attitudeMark(attitude);
  return {
    ...toStructureHead(one, isIdentified(statutory)),
    zones:
      zones
        .filter(({ id }) => one.zoneIds.includes(id))
        .map(zoneShortName)
        .join('、') || '—',
    attitude: visits ? { ...mark, word: `${mark.word}，${visits} 次` } : mark,
    next: nextThing({ structure: one, persuasion, statutory, today, calendar }),
    thumb: photo && toStaffPhoto(photo),
  };
}

function totalOf(shown: readonly PlacedStructure[]): RemovalsPage['total'] {
  const counted = shown.filter(({ state }) => isCounted(state));
  const area = counted.reduce((sum, one) => sum + (one.area ?? 0), 0);
  const gone = shown.length - counted.length;
  const label = `合计 ${counted.length} 处${gone ? `（另有 ${gone} 处已撤销，不计）` : ''}`;
  return { label, area: areaInWords(area) };
}
