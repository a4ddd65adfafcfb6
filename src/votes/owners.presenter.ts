import { Compound } from '../compounds/compound.entity';
import { compoundPaths } from '../compounds/compounds.paths';
import { Frame } from '../compounds/workspace';
import { doorInWords } from '../domain/compound/doors';
import { byUnit } from '../domain/compound/doors-by-unit';
import { useBesideDoor } from '../domain/compound/words';
import { areaInput, exactArea } from '../domain/kernel/area';
import {
  RosterDoor,
  areaSourceNames,
  electorateBlockers,
  ownerKindNames,
  rosterWarnings,
  rosterTotals,
  wholeCompound,
} from '../domain/meeting/vote-roster';
import { EmptyNote, NumberFigure, Option, Pager } from '../platform/web/figures';
import { FormState } from '../platform/web/form';
import { toChosen } from '../platform/web/options';
import { cellName, typedColumn } from '../platform/web/cells';
import { votePaths } from './votes.paths';

/** One door of the grid. */
export interface OwnerRow {
  id: number;
  label: string;
  /** '1号楼 1单元 101', for whoever hears the table. */
  name: string;
  /** Said where it is no dwelling. */
  use: string;
  area: string;
  areaWrong: string;
  source: string;
  sources: Option[];
  group: string;
  groupWrong: string;
  kind: string;
  kinds: Option[];
  /** What is stored, where somebody else was faster and typed otherwise. */
  stored: string;
}

/** The owners' roster (views/votes/owners). */
export interface OwnersPage extends Frame {
  title: string;
  form: FormState;
  action: string;
  mayEdit: boolean;
  numbers: NumberFigure[];
  warnings: { text: string }[];
  units: { name: string; rows: OwnerRow[] }[];
  empty: EmptyNote | null;
  pager: Pager | null;
  backLink: string;
}

interface OwnersView {
  compound: Compound;
  doors: readonly RosterDoor[];
  /** The doors of this page. */
  shown: readonly RosterDoor[];
  pager: Pager | null;
  page: number;
  today: string;
  mayEdit: boolean;
  isStale: boolean;
}

/** The roster as a grid, the doors in the order one walks; what was typed stands where it was refused. */
export function toOwners(view: OwnersView, form: FormState, frame: Frame): OwnersPage {
  const { compound, doors, shown, pager, page, today, mayEdit, isStale } = view;
  return {
    ...frame,
    title: `业主名册 · ${compound.name}`,
    form,
    action: votePaths.owners(compound.code, page),
    mayEdit,
    numbers: doors.length ? rosterNumbers(doors, compound.floorArea) : [],
    warnings: warningsOf(doors, compound.floorArea, today),
    units: toUnits(shown, form, isStale),
    empty: doors.length
      ? null
      : {
          text: '门户名册还是空的。先按楼栋生成门户，再填各户面积。',
          link: compoundPaths.doors(compound.code),
          label: '去生成门户',
        },
    pager: pager?.pages ? pager : null,
    backLink: votePaths.index(compound.code),
  };
}

/** Nothing is asked about before the first area is written down. */
function warningsOf(
  doors: readonly RosterDoor[],
  floorArea: number | null,
  today: string,
): OwnersPage['warnings'] {
  if (doors.every(({ area }) => area === null)) return [];
  const found = [...electorateBlockers(doors, wholeCompound), ...rosterWarnings(doors, floorArea, today)];
  return found.map(({ text }) => ({ text }));
}

function rosterNumbers(doors: readonly RosterDoor[], floorArea: number | null): NumberFigure[] {
  const { doors: counted, owners, area, missing } = rosterTotals(doors);
  const note = missing
    ? { note: `${missing} 户还没有面积`, late: true }
    : { note: floorArea ? `楼院资料 ${exactArea(floorArea)}` : '楼院资料没有建筑面积' };
  return [
    { term: '计入的门户', value: `${counted} 户` },
    { term: '业主', value: `${owners} 人`, note: '一个业主有多户按 1 人' },
    { term: '面积合计', value: exactArea(area), ...note },
  ];
}

function toUnits(shown: readonly RosterDoor[], form: FormState, isStale: boolean): OwnersPage['units'] {
  const columns = ['area', 'source', 'group', 'kind'].map((column) => typedColumn(form, column));
  return byUnit(shown).map(({ name, doors }) => ({
    name,
    rows: doors
      .map((door) => toRow(door, form, columns))
      .map((row) => (isStale ? row : { ...row, stored: '' })),
  }));
}

function toRow(
  door: RosterDoor,
  { errors }: FormState,
  [areas, sources, groups, kinds]: Map<string, string>[],
): OwnerRow {
  const row = String(door.id);
  const stored = door.area === null ? '' : areaInput(door.area);
  const area = areas.get(row) ?? stored;
  const source = sources.get(row) ?? door.source;
  const group = groups.get(row) ?? door.group;
  const kind = kinds.get(row) ?? door.kind;
  const isSame = area === stored && source === door.source && group === door.group && kind === door.kind;
  return {
    id: door.id,
    label: door.roomNo,
    name: doorInWords(door),
    use: useBesideDoor(door.use),
    area,
    areaWrong: errors[cellName('area', row)] ?? '',
    source: areaSourceNames[door.source],
    sources: toChosen(areaSourceNames, source),
    group,
    groupWrong: errors[cellName('group', row)] ?? '',
    kind: ownerKindNames[door.kind],
    kinds: toChosen(ownerKindNames, kind),
    stored: isSame ? '' : storedWords(door),
  };
}

const storedWords = ({ area, source, group, kind }: RosterDoor): string =>
  `现在存的是：${[
    area === null ? '没有面积' : exactArea(area),
    areaSourceNames[source],
    group,
    ownerKindNames[kind],
  ]
    .filter(Boolean)
    .join('，')}`;
