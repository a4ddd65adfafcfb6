// Who votes, and with how much? Each exclusive part counts with its area, taken from the register, else as surveyed, else
// by the contract (区分所有权解释 §8); each owner is one person however many parts he has, the developer is one person with
// everything unsold, an origin unit one person with its public flats (§9). A vote may be held by the whole compound, by
// one building, or by one unit (domain reference §4.2, §4.3).
import { Area, exactArea } from '../kernel/area';
import { Blocker, houseRule, warning } from '../kernel/blocker';
import { CalendarDate } from '../kernel/calendar-date';
import { Door, doorInWords } from '../compound/doors';
import { DwellingUse } from '../compound/words';
import { ruleInWords, ruleOn } from '../rules/rule-book';

/** From where is the area of a door known? In the order in which one is believed before the other. */
export type AreaSource = 'register' | 'survey' | 'contract';

export const areaSourceNames: Record<AreaSource, string> = {
  register: '登记簿',
  survey: '测绘实测',
  contract: '合同',
};

/** What kind of owner? */
export type OwnerKind = 'person' | 'origin-unit' | 'developer';

export const ownerKindNames: Record<OwnerKind, string> = {
  person: '一般业主',
  'origin-unit': '原产权单位',
  developer: '开发商',
};

/** A door of the register with what the roster knows of it; `group` joins the doors of one owner, '' stands alone. */
export interface RosterDoor extends Door {
  id: number;
  buildingId: number;
  use: DwellingUse;
  area: Area | null;
  source: AreaSource;
  group: string;
  kind: OwnerKind;
}

/** Somebody who has one vote: his doors and their area together. */
export interface VotingOwner {
  /** The same for all doors of one owner. */
  key: string;
  kind: OwnerKind;
  doors: readonly RosterDoor[];
  area: Area;
}

/** Who decides: everybody, one building, or one unit of it. */
export interface VoteScope {
  kind: 'compound' | 'building' | 'unit';
  buildingId: number | null;
  unitNo: number | null;
}

/** Everybody decides. */
export const wholeCompound: VoteScope = { kind: 'compound', buildingId: null, unitNo: null };

/** Longest name of an owner's group: a letter or a number, never a person's name. */
export const groupLength = 8;

const groupShape = /^[A-Z0-9]{1,8}$/;

/** How a typed group is kept: capitals without spaces; undefined when it is none. */
export function parseGroup(text: string): string | undefined {
  const group = text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  return group === '' || groupShape.test(group) ? group : undefined;
}

/** Does this door stand in the roster at all? A garage or store without an area of its own belongs to a dwelling. */
const counts = ({ use, area }: RosterDoor): boolean =>
  use === 'dwelling' || use === 'business' || area !== null;

/** The doors that decide: those of the building or unit that votes alone, else all, in the order they are given. */
export const doorsInScope = <One extends RosterDoor>(doors: readonly One[], scope: VoteScope): One[] =>
  doors.filter(
    (door) =>
      counts(door) &&
      (scope.kind === 'compound' || door.buildingId === scope.buildingId) &&
      (scope.kind !== 'unit' || door.unitNo === scope.unitNo),
  );

/** The owners of these doors, in the order of their first door; areas that are missing count nothing. */
export function ownersOf(doors: readonly RosterDoor[]): VotingOwner[] {
  const owners = new Map<string, RosterDoor[]>();
  for (const door of doors) {
    const key = ownerKey(door);
    owners.set(key, [...(owners.get(key) ?? []), door]);
  }
  return [...owners].map(([key, own]) => ({
    key,
    kind: own[0].kind,
    doors: own,
    area: own.reduce((sum, { area }) => sum + (area ?? 0), 0),
  }));
}

/** What a roster comes to: doors that count, their owners, the area known, and how many doors have none yet. */
export interface RosterTotals {
  doors: number;
  owners: number;
  area: Area;
  missing: number;
}

/** Adds up the roster of the whole compound. */
export function rosterTotals(doors: readonly RosterDoor[]): RosterTotals {
  const voting = doorsInScope(doors, wholeCompound);
  const owners = ownersOf(voting);
  return {
    doors: voting.length,
    owners: owners.length,
    area: owners.reduce((sum, { area }) => sum + area, 0),
    missing: voting.filter(({ area }) => !area).length,
  };
}

/** The developer is one person whatever is written; an origin unit is one person unless groups tell two apart. */
function ownerKey({ id, group, kind }: RosterDoor): string {
  if (kind === 'developer') return kind;
  if (group) return `${kind}:${group}`;
  return kind === 'person' ? `door:${id}` : kind;
}

/** What speaks against keeping the roster so? Empty areas may be filled in later. */
export function rosterBlockers(doors: readonly RosterDoor[]): Blocker[] {
  const found: Blocker[] = [];
  const zero = doors.filter(({ area }) => area === 0);
  if (zero.length) {
    found.push(houseRule('roster.area-zero', `${named(zero)}的面积是 0，请填建筑面积，如 59.25`));
  }
  for (const group of new Set(doors.map((door) => door.group).filter(Boolean))) {
    const own = doors.filter((door) => door.group === group);
    if (new Set(own.map(({ kind }) => kind)).size > 1) {
      const text = `编号 ${group} 的各户业主类别不一样（${named(own)}），同一业主请选同一类别`;
      found.push(houseRule('roster.kinds', text));
    }
  }
  return found;
}

/** What speaks against voting by this roster? Every door that votes needs its area. */
export function electorateBlockers(doors: readonly RosterDoor[], scope: VoteScope): Blocker[] {
  const voting = doorsInScope(doors, scope);
  if (voting.length === 0) {
    return [houseRule('roster.empty', '表决范围里还没有门户。请先在「楼栋门户」生成门户，再填业主名册')];
  }
  const missing = voting.filter(({ area }) => !area);
  if (missing.length === 0) return rosterBlockers(voting);
  const text = `还有 ${missing.length} 户没有面积，不能计算表决结果：${named(missing)}。请先补业主名册`;
  return [
    { code: 'roster.area', level: 'law', text, source: '区分所有权解释 §8' },
    ...rosterBlockers(voting.filter((door) => door.area !== 0)),
  ];
}

/** What looks odd: areas that together differ from the floor area of the register by more than the office allows. */
export function rosterWarnings(
  doors: readonly RosterDoor[],
  floorArea: Area | null,
  day: CalendarDate,
): Blocker[] {
  const rule = ruleOn('register.coverage-tolerance', day);
  if (!rule || !floorArea || doors.some((door) => counts(door) && door.area === null)) return [];
  const sum = doors.reduce((total, { area }) => total + (area ?? 0), 0);
  if (Math.abs(sum - floorArea) * 100 <= floorArea * rule.value) return [];
  const text = `各户面积合计 ${exactArea(sum)}，楼院资料的建筑面积是 ${exactArea(floorArea)}，相差超过 ${ruleInWords(rule)}，请核对`;
  return [warning('roster.floor-area', text, rule.source)];
}

const mostNamed = 12;

/** The doors by name, the first dozen of a long list. */
function named(doors: readonly RosterDoor[]): string {
  const names = doors.slice(0, mostNamed).map(doorInWords).join('、');
  return doors.length > mostNamed ? `${names} 等 ${doors.length} 户` : names;
}
