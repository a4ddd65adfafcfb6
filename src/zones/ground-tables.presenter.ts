import type { Compound } from '../compounds/compound.entity';
import type { Renovation } from '../compounds/renovation.entities';
import { redact } from '../domain/disclosure/redaction';
import { mayDo } from '../domain/people/permissions';
import type { Role } from '../domain/people/roles';
import { isCounted, isOpenState } from '../domain/removal/structure-states';
import { ItemGround, ZoneItem } from '../domain/removal/work-zones';
import { zoneLetter, zoneName, zoneShortName } from '../domain/removal/zone-draft';
import { isGoingOn } from '../domain/renovation/going-on';
import type { FixedPlan } from '../plans/plans.totals';
import { plansPaths } from '../plans/plans.paths';
import type { EmptyNote, StatusMark, Tab } from '../platform/web/figures';
import {
  GroundDrawing,
  pinLegend,
  plainLegend,
  seenBy,
  toDrawing,
  toStructureLine,
} from './ground-drawing.presenter';
import type { NewsView } from './ground-news.presenter';
import type { MapStructure } from './map-pins';
import type { SketchFile } from './pin-picker';
import type { WorkZone } from './zone.entities';
import { zonesPaths } from './zones.paths';

/** Everything on the ground of one renovation. */
export interface GroundRecords {
  zones: readonly WorkZone[];
  /** Plan items that are drawn on some zone, and whether each may begin. */
  items: readonly ZoneItem[];
  grounds: readonly ItemGround[];
  structures: readonly MapStructure[];
  /** null while nothing is fixed. */
  plan: FixedPlan | null;
}

/** What the pages of the ground are made of. */
export interface GroundView {
  compound: Compound;
  renovation: Renovation;
  renovations: Tab[];
  role: Role;
  sketch: SketchFile | null;
  records: GroundRecords;
  news: NewsView;
}

/** One plan item with what holds it back. */
export interface GroundItem {
  name: string;
  place: string;
  zones: string;
  status: StatusMark;
  words: string;
}

/** One zone with what stands and lies on it. */
export interface ZoneBlock {
  name: string;
  letter: string;
  isFirst: boolean;
  isPinned: boolean;
  clear: StatusMark;
  items: string;
  structures: { number: string; status?: StatusMark; link: string }[];
  links: { label: string; link: string }[];
}

/** Items and zones, on the page and on paper. */
export interface GroundTables {
  drawing?: GroundDrawing;
  legend: { look: string; words: string }[];
  items: GroundItem[];
  /** Said once of all items on no zone; empty where there are none. */
  freeItems: string;
  /** Why there are no items; left out where there are. */
  itemsEmpty?: EmptyNote;
  zones: ZoneBlock[];
  /** Structures in no zone, by number. */
  unplaced: { number: string; status?: StatusMark; link: string }[];
}

/** May this person change the ground of this renovation? */
export const mayEditGround = ({ role, renovation }: Pick<GroundView, 'role' | 'renovation'>): boolean =>
  mayDo(role, 'zone.edit') && renovation.isCurrent && isGoingOn(renovation.state);

/** What each item is called for this role: doors somebody wrote into a name are masked for the firms. */
export function namesOf({ role, records }: Pick<GroundView, 'role' | 'records'>): Map<number, string> {
  const items = records.plan?.items ?? [];
  return new Map(items.map(({ line, name }) => [line, readableBy(role, name)]));
}

/** The tables of the ground for this role. */
export function toGroundTables(view: GroundView): GroundTables {
  const { compound, role, sketch, records } = view;
  const zones = records.zones.map((zone) => ({ ...zone, name: readableBy(role, zone.name) }));
  const counted = seenBy(role, records.structures);
  const zoneIds = zones.map(({ id }) => id);
  const isPlaced = ({ zones: where }: MapStructure) => where.some((id) => zoneIds.includes(id));
  return {
    drawing: toDrawing(role, sketch, zones, records.structures),
    legend: mayDo(role, 'removal.read') ? pinLegend : plainLegend,
    items: toItems({ ...view, records: { ...records, zones } }),
    freeItems: freeItemsInWords(view),
    ...(records.plan
      ? {}
      : {
          itemsEmpty: {
            text: '方案还没有定案，还没有可以落到区域上的改造内容',
            link: plansPaths.index(compound.code),
            label: '去方案',
          },
        }),
    zones: zones.map((zone) => toZone(zone, view, counted)),
    unplaced: zones.length
      ? counted.filter((one) => !isPlaced(one)).map((one) => toStructureLine(role, one))
      : [],
  };
}

function toItems({ role, records }: GroundView): GroundItem[] {
  const { items, grounds, zones, plan } = records;
  return (plan?.items ?? []).flatMap(({ line, name, place }) => {
    const drawn = items.find((item) => item.line === line);
    const ground = grounds.find((one) => one.line === line);
    if (!drawn || !ground) return [];
    return {
      name: readableBy(role, name),
      place: place ? readableBy(role, place) : '—',
      zones: zones
        .filter(({ id }) => drawn.zones.includes(id))
        .map(zoneShortName)
        .join('、'),
      status: groundMark(ground),
      words: ground.words,
    };
  });
}

/** 受阻 2 处, 可开工. */
export const groundMark = ({ isBlocked, by }: ItemGround): StatusMark =>
  isBlocked ? { state: 'late', word: `受阻 ${by.length} 处` } : { state: 'done', word: '可开工' };

function freeItemsInWords({ role, records }: GroundView): string {
  const drawn = new Set(records.items.map(({ line }) => line));
  const free = (records.plan?.items ?? []).filter(({ line }) => !drawn.has(line));
  if (!free.length) return '';
  const names = free.map(({ name }) => readableBy(role, name)).join('、');
  return `${drawn.size ? '另有' : ''} ${free.length} 项没有落到施工区域上，不受场地限制：${names}`.trim();
}

function toZone(zone: WorkZone, view: GroundView, counted: readonly MapStructure[]): ZoneBlock {
  const { role, records } = view;
  const inIt = counted.filter(({ zones }) => zones.includes(zone.id));
  const open = records.structures.filter(
    ({ zones, state }) => zones.includes(zone.id) && isCounted(state) && isOpenState(state),
  ).length;
  const names = namesOf(view);
  const lines = records.items.filter(({ zones }) => zones.includes(zone.id)).map(({ line }) => line);
  return {
    name: zoneName(zone),
    letter: zoneLetter(zone.number),
    isFirst: zone.isFirst,
    isPinned: zone.pinAcross !== null,
    clear: open ? { state: 'late', word: `还有 ${open} 处没有清完` } : { state: 'done', word: '场地已清' },
    items: lines.flatMap((line) => names.get(line) ?? []).join('、'),
    structures: inIt.map((one) => toStructureLine(role, one)),
    links: mayEditGround(view)
      ? [
          { label: '修改', link: zonesPaths.edit(zone.id) },
          { label: zone.pinAcross === null ? '标注位置' : '改位置', link: zonesPaths.pin(zone.id) },
          { label: '取消', link: zonesPaths.removal(zone.id) },
        ]
      : [],
  };
}

const readableBy = (role: Role, text: string): string =>
  mayDo(role, 'doors.read') ? text : redact(text).text;
