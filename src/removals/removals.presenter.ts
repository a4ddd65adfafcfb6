import { Compound } from '../compounds/compound.entity';
import { toNotOpened } from '../compounds/no-renovation.presenter';
import { Frame } from '../compounds/workspace';
import { areaInWords } from '../domain/kernel/area';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import type { WorkCalendar } from '../domain/kernel/work-calendar';
import { Attitude, attitudeNames, PersuasionStanding } from '../domain/removal/persuasion';
import { RemovalSums, removalSums } from '../domain/removal/removal-sums';
import { isIdentified, StatutoryCase } from '../domain/removal/statutory-case';
import {
  isCounted,
  StructureState,
  structureStateNames,
  structureStates,
} from '../domain/removal/structure-states';
import { toStaffPhoto } from '../files/photo-on-page';
import type { StoredFile } from '../files/stored-file.entity';
import { persuasionPaths } from '../persuasion/persuasion.paths';
import { withQuery } from '../platform/web/address';
import { ActionLink, EmptyNote, NumberFigure, PhotoFigure, StatusMark } from '../platform/web/figures';
import { toStructureHead, StructureHead } from '../structures/structure-head.presenter';
import { structurePaths } from '../structures/structures.paths';
import type { PlacedStructure } from '../structures/structures.desk';
import type { WorkZone } from '../zones/zone.entities';
import { zonesPaths } from '../zones/zones.paths';
import { nextThing, NextThing } from './next-thing';
import { removalsPaths } from './removals.paths';
import { letterOf, operationsLink } from './removal-words';

/** Which structures are looked at; an empty value asks for all. */
export interface RemovalFilter {
  state: string;
  /** Number of a zone. */
  zone: number;
  attitude: string;
}

/** One structure in the list. */
export interface RemovalRow extends StructureHead {
  zones: string;
  attitude: StatusMark;
  next: NextThing;
  thumb?: PhotoFigure;
}

/** One way to look at fewer of them. */
export interface FilterLinks {
  label: string;
  links: { label: string; link: string; current: boolean; count: number }[];
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
  renovation: { id: number; sequence: number; isCurrent: boolean } | null;
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
    filters: filtersOf(view, filter),
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

function emptyOf({ compound, renovation, mayEdit }: RemovalsView): EmptyNote {
  if (!renovation) return toNotOpened(compound.code, '在这里登记要拆除清障的对象');
  const text = '还没有登记拆除对象。把挡住施工的棚屋、广告牌、占道物逐处登记，拍下拆除前照片，再上门劝导。';
  return mayEdit && renovation.isCurrent
    ? { text, link: structurePaths.new(compound.code), label: '登记一处' }
    : { text };
}

function actionsOf({ compound, renovation, mayEdit }: RemovalsView): ActionLink[] {
  const { code } = compound;
  const here = mayEdit && renovation?.isCurrent;
  return [
    ...(here ? [{ label: '登记一处', link: structurePaths.new(code), primary: true }] : []),
    { label: '今晚走访', link: persuasionPaths.round(code) },
    { label: '作战图', link: zonesPaths.ground(code) },
    { label: '集中行动', link: operationsLink(code) },
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

const attitudeWords: Record<Attitude | 'not-visited', string> = { ...attitudeNames, 'not-visited': '未走访' };
const attitudeMarks: Record<Attitude | 'not-visited', StatusMark['state']> = {
  agree: 'done',
  waiting: 'doing',
  against: 'late',
  lost: 'idle',
  'not-visited': 'idle',
};

function toRow(view: RemovalsView, one: PlacedStructure): RemovalRow {
  const { zones, today, calendar, before } = view;
  const persuasion = view.persuasion.get(one.id)!;
  const statutory = view.statutory.get(one.id)!;
  const photo = before.get(one.id);
  const { attitude, visits } = persuasion;
  return {
    ...toStructureHead(one, isIdentified(statutory)),
    zones:
      zones
        .filter(({ id }) => one.zoneIds.includes(id))
        .map(letterOf)
        .join('、') || '—',
    attitude: {
      state: attitudeMarks[attitude],
      word: visits ? `${attitudeWords[attitude]}，${visits} 次` : attitudeWords[attitude],
    },
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

const isShown = (
  view: RemovalsView,
  one: PlacedStructure,
  { state, zone, attitude }: RemovalFilter,
): boolean =>
  (!state || one.state === state) &&
  (!zone || one.zoneIds.some((id) => view.zones.some((known) => known.id === id && known.number === zone))) &&
  (!attitude || view.persuasion.get(one.id)?.attitude === attitude);

const addressOf = (
  { compound, renovation }: RemovalsView,
  { state, zone, attitude }: RemovalFilter,
): string =>
  withQuery(removalsPaths.index(compound.code), {
    renovation: renovation?.isCurrent ? undefined : renovation?.sequence,
    ...{ state, zone, attitude },
  });

/** A choice counts what is behind it, with the other choices as they stand. */
function filtersOf(view: RemovalsView, filter: RemovalFilter): FilterLinks[] {
  const count = (change: Partial<RemovalFilter>) =>
    view.structures.filter((one) => isShown(view, one, { ...filter, ...change })).length;
  const choice = (label: string, change: Partial<RemovalFilter>) => ({
    label,
    link: addressOf(view, { ...filter, ...change }),
    current: Object.entries(change).every(([key, value]) => filter[key as keyof RemovalFilter] === value),
    count: count(change),
  });
  const used = (link: { count: number; current: boolean }) => link.count > 0 || link.current;
  const states = structureStates.map((state: StructureState) =>
    choice(structureStateNames[state], { state }),
  );
  const zones = view.zones.map((zone) => choice(letterOf(zone), { zone: zone.number }));
  const attitudes = Object.entries(attitudeWords).map(([attitude, label]) => choice(label, { attitude }));
  return [
    { label: '状态', links: [choice('全部', { state: '' }), ...states.filter(used)] },
    ...(zones.length ? [{ label: '区域', links: [choice('全部', { zone: 0 }), ...zones] }] : []),
    { label: '态度', links: [choice('全部', { attitude: '' }), ...attitudes.filter(used)] },
  ];
}
