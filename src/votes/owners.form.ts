import { parseArea } from '../domain/kernel/area';
import { doorInWords } from '../domain/compound/doors';
import {
  AreaSource,
  OwnerKind,
  RosterDoor,
  areaSourceNames,
  groupLength,
  ownerKindNames,
  parseGroup,
} from '../domain/meeting/vote-roster';
import { OnceKey, Version } from '../platform/web/fields';
import { FieldError } from '../platform/web/form';
import { byRow, cellError } from '../platform/web/cells';
import { Cell, Column } from '../platform/web/list-fields';
import { isKeyOf } from '../platform/web/options';

/** The owners' roster as it is typed: a row for each door. */
export class OwnersForm {
  @Column({ label: '建筑面积' }) area: Cell[];
  @Column({ label: '面积依据' }) source: Cell[];
  @Column({ label: '业主编号' }) group: Cell[];
  @Column({ label: '业主类别' }) kind: Cell[];
  @Version() version: number;
  @OnceKey() onceKey: string;
}

/** The doors of a form as they were typed, and what is wrong in which cell. */
export interface ReadOwners {
  doors: RosterDoor[];
  errors: FieldError[];
  /** Rows that belong to no door of the compound. */
  strangers: number;
}

/** Reads the rows of a form against the doors of the compound. */
export function readOwners(
  form: Pick<OwnersForm, 'area' | 'source' | 'group' | 'kind'>,
  known: readonly RosterDoor[],
): ReadOwners {
  const [areas, sources, groups, kinds] = [form.area, form.source, form.group, form.kind].map(byRow);
  const doors = new Map(known.map((door) => [String(door.id), door]));
  const read: ReadOwners = { doors: [], errors: [], strangers: 0 };
  for (const row of new Set([...areas, ...sources, ...groups, ...kinds].map(([key]) => key))) {
    const door = doors.get(row);
    if (!door) {
      read.strangers += 1;
      continue;
    }
    const wrong = (column: string, what: string) =>
      read.errors.push(cellError(column, row, doorInWords(door), what));
    const area = readArea(areas.get(row) ?? '', wrong);
    const group = parseGroup(groups.get(row) ?? '');
    if (group === undefined) wrong('group', `业主编号用字母或数字，最多 ${groupLength} 个，如 A，不写姓名`);
    const [source, kind] = [sources.get(row), kinds.get(row)];
    if (!isKeyOf(areaSourceNames, source)) wrong('source', '请选择面积依据');
    if (!isKeyOf(ownerKindNames, kind)) wrong('kind', '请选择业主类别');
    read.doors.push({
      ...door,
      area,
      source: source as AreaSource,
      group: group ?? '',
      kind: kind as OwnerKind,
    });
  }
  return read;
}

function readArea(text: string, wrong: (column: string, what: string) => void): number | null {
  if (text.trim() === '') return null;
  const area = parseArea(text);
  if (area === undefined) wrong('area', '面积只能填数字，最多两位小数，如 59.25');
  if (area === 0) wrong('area', '面积不能是 0，请填建筑面积，如 59.25；还不知道的先留空');
  return area ?? null;
}
