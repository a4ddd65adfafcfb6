// The mapping says which column of a list is which field. It is proposed from the header, completed and confirmed by
// a person, and remembered under the signature of the header, so that next month's file needs no clicks.
import { Blocker, houseRule } from '../kernel/blocker';
import { Header, HeaderColumn } from './header';
import { ImportField, importFields, isImportField } from './import-fields';
import { columnLetter } from './sheet';

/** Which field each column (from 0) is; a column that is not in it stays out of the import. */
export type Mapping = Record<number, ImportField>;

/** What the mapping page asks about one column. */
export interface ColumnProposal {
  column: HeaderColumn;
  field?: ImportField;
  state: 'known' | 'remembered' | 'suggested' | 'doubled' | 'left' | 'unmatched';
  likeLabel?: string;
}

/** The proposal for every column: known labels at once, likeness only as a suggestion, doubles and unknowns reported. */
export function proposeColumns(header: Header, remembered?: Mapping): ColumnProposal[] {
  const taken = new Set<ImportField>();
  return header.columns.map((column): ColumnProposal => {
    const proposal = propose(column, remembered);
    if (!proposal.field || proposal.state === 'suggested') return proposal;
    if (taken.has(proposal.field)) return { ...proposal, state: 'doubled' };
    taken.add(proposal.field);
    return proposal;
  });
}

function propose(column: HeaderColumn, remembered?: Mapping): ColumnProposal {
  if (remembered) {
    const field = remembered[column.index];
    return field ? { column, field, state: 'remembered' } : { column, state: 'left' };
  }
  const match = column.match;
  if (!match) return { column, state: 'unmatched' };
  if (importFields[match.field].use === 'left')
    return { column, field: match.field, state: match.sure ? 'left' : 'unmatched' };
  return {
    column,
    field: match.field,
    state: match.sure ? 'known' : 'suggested',
    likeLabel: match.likeLabel,
  };
}

/** The mapping that needs no person: every known or remembered column, nothing that is only like a label. */
export function sureMapping(proposals: readonly ColumnProposal[]): Mapping {
  const mapping: Mapping = {};
  for (const { column, field, state } of proposals) {
    if (field && (state === 'known' || state === 'remembered')) mapping[column.index] = field;
  }
  return mapping;
}

/** Why can no row be read with this mapping? Required fields without a column, fields with two. */
export function mappingBlockers(mapping: Mapping): Blocker[] {
  const columnsOf = new Map<ImportField, number[]>();
  for (const [column, field] of Object.entries(mapping)) {
    columnsOf.set(field, [...(columnsOf.get(field) ?? []), Number(column)]);
  }
  const blockers: Blocker[] = [];
  if (!columnsOf.has('name')) {
    blockers.push(houseRule('import.no-name-column', '还没有一栏是「楼院名称」，请指定是哪一栏'));
  }
  for (const [field, columns] of columnsOf) {
    if (columns.length < 2) continue;
    const letters = columns.map(columnLetter).join('、');
    const text = `${letters} 栏都对到了「${importFields[field].name}」，请只留一栏`;
    blockers.push(houseRule(`import.doubled-${field}`, text));
  }
  if (columnsOf.has('longitude') !== columnsOf.has('latitude')) {
    blockers.push(houseRule('import.half-position', '经度和纬度要一起对上，或者都不导入'));
  }
  return blockers;
}

/** Reads a mapping back from what was stored or posted; keys that are no column and words that are no field fall out. */
export function mappingFrom(entries: Iterable<[string, unknown]>, columns: readonly HeaderColumn[]): Mapping {
  const known = new Set(columns.map((column) => column.index));
  const mapping: Mapping = {};
  for (const [key, field] of entries) {
    const index = Number(key);
    if (known.has(index) && typeof field === 'string' && isImportField(field)) mapping[index] = field;
  }
  return mapping;
}

/** What tells one header from another: every label with its unit, in order. The same header has the same signature. */
export const headerSignature = (header: Header): string =>
  header.columns.map((column) => `${column.index}:${column.key}(${column.unit})`).join('|');
