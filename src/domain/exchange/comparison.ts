// Compares a list with the register: a row is new, the same, differs, or has problems. What the register knows is never
// overwritten silently: an empty field may be filled, a different value is a conflict in which the register wins unless
// a person chooses the list's value.
import { CalendarDate } from '../kernel/calendar-date';
import { addressKeys, Locality, nameKey } from './compound-keys';
import { ImportProblem, problemAt } from './import-problem';
import { impossibleCells, unlikely } from './possible';
import { ListedCompound } from './read-row';
import { RegisterField, registerFieldKeys, RegisterValues } from './register-values';

/** A compound of the register that lies in the part of the city the person works in. */
export interface KnownCompound {
  id: number;
  code: string;
  name: string;
  streetId: number;
  values: RegisterValues;
  /** It lies in the street, but in a part the person does not work in: it may only be known that it is there. */
  outside?: boolean;
}

/** By what a row was recognised as a compound of the register. */
export type RecognisedBy = 'code' | 'name' | 'alias' | 'address';

/** What the register and the list say about one field of one compound. */
export interface FieldDifference {
  field: RegisterField;
  known: string | number | null;
  listed: string | number;
}

/** What importing a row would do. */
export interface ComparedRow extends ListedCompound {
  verdict: 'new' | 'same' | 'differs' | 'problem';
  known?: { id: number; code: string; name: string; by: RecognisedBy };
  fills: FieldDifference[];
  conflicts: FieldDifference[];
}

/** Compares rows one at a time, remembering the rows before to see a compound that stands in the list twice. */
export class ListComparison {
  private readonly byCode = new Map<string, KnownCompound>();
  private readonly byName = new Map<string, KnownCompound[]>();
  private readonly byAlias = new Map<string, KnownCompound[]>();
  private readonly byAddress = new Map<string, KnownCompound[]>();
  private readonly rowOfKnown = new Map<number, number>();
  private readonly rowOfName = new Map<string, number>();
  private readonly rowOfAddress = new Map<string, number>();

  constructor(
    known: readonly KnownCompound[],
    private readonly locality: Locality,
    private readonly today: CalendarDate,
  ) {
    for (const compound of known) {
      this.byCode.set(compound.code.toLowerCase(), compound);
      add(this.byName, this.key(compound.streetId, nameKey(compound.name, locality)), compound);
      if (compound.values.alias) {
        add(this.byAlias, this.key(compound.streetId, nameKey(compound.values.alias, locality)), compound);
      }
      for (const door of doorsOf(compound.name, compound.values.address, locality)) {
        add(this.byAddress, this.key(compound.streetId, door), compound);
      }
    }
  }

  /** What importing this row would do. */
  compare(listed: ListedCompound): ComparedRow {
    const row: ComparedRow = {
      ...listed,
      problems: [...listed.problems],
      verdict: 'new',
      fills: [],
      conflicts: [],
    };
    row.remarks = [...listed.remarks, ...unlikely(listed, this.today)];
    if (listed.place && listed.name !== '') this.recognise(row, listed.place.street.id);
    if (row.problems.length > 0) return { ...row, verdict: 'problem' };
    if (row.known) row.verdict = row.fills.length + row.conflicts.length > 0 ? 'differs' : 'same';
    return row;
  }

  private recognise(row: ComparedRow, streetId: number): void {
    const found = this.find(row, streetId);
    if ('why' in found) {
      row.problems.push(rowProblem(row, found.why, found.mend));
      return;
    }
    if (found.known?.outside) {
      row.problems.push(rowProblem(row, '在本街道的另一个社区，或者还没有分到社区', '请联系街道核对'));
      return;
    }
    const twin = this.twinOf(row, streetId, found.known);
    if (twin) row.problems.push(rowProblem(row, `与第 ${twin} 行是同一个楼院`, '请合并成一行'));
    row.problems.push(...impossibleCells(row, found.known?.values ?? {}, this.today));
    if (!found.known || !found.by) return;
    row.known = { id: found.known.id, code: found.known.code, name: found.known.name, by: found.by };
    for (const difference of differencesOf(found.known.values, row.values)) {
      (difference.known === null ? row.fills : row.conflicts).push(difference);
    }
  }

  private find(row: ComparedRow, streetId: number): Found {
    if (row.code !== '') {
      const known = this.byCode.get(row.code);
      if (!known)
        return { why: `的编码「${row.code}」不在您管辖的楼院里`, mend: '请核对编码，新楼院请把编码留空' };
      return known.streetId === streetId
        ? { known, by: 'code' }
        : { why: `的编码「${row.code}」属于另一个街道的楼院`, mend: '请核对街道或编码' };
    }
    const name = this.key(streetId, nameKey(row.name, this.locality));
    const doors = doorsOf(row.name, row.values.address, this.locality).map((door) =>
      this.key(streetId, door),
    );
    const steps: [RecognisedBy, KnownCompound[]][] = [
      ['name', this.byName.get(name) ?? []],
      ['alias', this.byAlias.get(name) ?? []],
      ['address', unique(doors.flatMap((door) => this.byAddress.get(door) ?? []))],
    ];
    const [by, candidates] = steps.find(([, compounds]) => compounds.length > 0) ?? ['name', []];
    if (candidates.length < 2) return { known: candidates[0], by: candidates[0] && by };
    const names = candidates
      .slice(0, 3)
      .map((compound) => `${compound.name}（${compound.code}）`)
      .join('、');
    return {
      why: `与台账里的 ${candidates.length} 个楼院都对得上：${names}`,
      mend: '请加一栏「楼院编码」写明是哪一个',
    };
  }

  private twinOf(row: ComparedRow, streetId: number, known?: KnownCompound): number | undefined {
    const name = this.key(streetId, nameKey(row.name, this.locality));
    const twin = (known && this.rowOfKnown.get(known.id)) ?? this.rowOfName.get(name);
    if (known && !this.rowOfKnown.has(known.id)) this.rowOfKnown.set(known.id, row.row);
    if (!this.rowOfName.has(name)) this.rowOfName.set(name, row.row);
    for (const door of addressKeys(row.values.address ?? '', this.locality)) {
      const key = this.key(streetId, door);
      const other = this.rowOfAddress.get(key);
      if (other === undefined) this.rowOfAddress.set(key, row.row);
      else if (twin === undefined && other !== row.row) {
        const text = `与第 ${other} 行地址相同，可能是同一个楼院，请核对`;
        row.remarks.push({ row: row.row, label: '地址', text, doubtful: true });
      }
    }
    return twin;
  }

  private key(streetId: number, key: string): string {
    return `${streetId}/${key}`;
  }
}

type Found = { known?: KnownCompound; by?: RecognisedBy } | { why: string; mend: string };

/** Where the list says something else than the register, and where it says something the register does not know. */
export function differencesOf(known: RegisterValues, listed: RegisterValues): FieldDifference[] {
  const differences: FieldDifference[] = [];
  for (const field of registerFieldKeys) {
    const value = listed[field];
    if (value === undefined || alike(field, known[field], value)) continue;
    differences.push({ field, known: known[field] ?? null, listed: value });
  }
  return differences;
}

// Texts that differ only in width, blanks or traditional characters are the same; an address is the same when its
// door is; a coordinate when it is the same to about ten metres.
function alike(field: RegisterField, known: string | number | undefined, listed: string | number): boolean {
  if (known === undefined || known === '') return false;
  if (field === 'longitude' || field === 'latitude') return Math.abs(Number(known) - Number(listed)) < 0.0001;
  if (typeof known === 'number' || typeof listed === 'number') return known === listed;
  if (nameKey(known) === nameKey(listed)) return true;
  if (field !== 'address') return false;
  const doors = new Set(addressKeys(known));
  return addressKeys(listed).some((door) =>
    [...doors].some((own) => own.endsWith(door) || door.endsWith(own)),
  );
}

function doorsOf(name: string, address: string | undefined, locality: Locality): string[] {
  return [...new Set([...addressKeys(address ?? '', locality), ...addressKeys(name, locality)])];
}

const rowProblem = (row: ComparedRow, why: string, mend: string): ImportProblem =>
  problemAt(row.row, undefined, '楼院名称', { value: row.name, why, mend });

const unique = (compounds: KnownCompound[]): KnownCompound[] => [...new Set(compounds)];

function add(map: Map<string, KnownCompound[]>, key: string, compound: KnownCompound): void {
  const list = map.get(key);
  if (list) list.push(compound);
  else map.set(key, [compound]);
}
