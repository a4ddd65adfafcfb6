import { parseArea } from '../domain/kernel/area';
import type { Organ } from '../domain/removal/competence';
import type { OperationOutcome } from '../domain/removal/operation-outcome';
import type { Belongings } from '../domain/removal/removal-result';
import { structureNumber } from '../domain/removal/structure-kinds';
import type { PreparedFile } from '../files/uploads.service';
import { byRow, cellError } from '../platform/web/cells';
import type { FieldError, Posted } from '../platform/web/form';
import type { OperationResultForm } from './operation.forms';
import type { Member } from './operations.desk';

/** Files of one structure of an operation. */
export type ResultFiles = Record<FileColumn, PreparedFile[]>;

/** The file fields of one structure. */
export type FileColumn = 'photos' | 'inventory' | 'record';

/** What was typed of one structure; empty fields are empty texts or null. */
export interface ResultRow {
  structureId: number;
  outcome: OperationOutcome | null;
  area: number | null;
  from: string;
  to: string;
  belongings: Belongings;
  wasteCleared: boolean;
  note: string;
  document: string;
  organ: Organ | null;
  officers: number;
}

const longest = { note: 500, document: 60 };

/** Reads the rows of the posted form, one for each structure of the operation, with what cannot be read. */
export function toResultRows(
  form: OperationResultForm,
  members: readonly Member[],
): { rows: ResultRow[]; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const columns = {
    ...{ outcome: byRow(form.outcome), area: byRow(form.area), from: byRow(form.from), to: byRow(form.to) },
    ...{ belongings: byRow(form.belongings), waste: byRow(form.waste), note: byRow(form.note) },
    ...{ document: byRow(form.document), organ: byRow(form.organ), officers: byRow(form.officers) },
  };
  const rows = members.map(({ structure: { id, number } }): ResultRow => {
    const cell = (column: keyof typeof columns): string => columns[column].get(String(id))?.trim() ?? '';
    const against = (column: keyof typeof columns, what: string) =>
      errors.push(cellError(column, id, structureNumber(number), what));
    for (const column of ['note', 'document'] as const) {
      const length = [...cell(column)].length;
      if (length > longest[column]) {
        against(column, `最多 ${longest[column]} 个字，现在是 ${length} 个，请删减`);
      }
    }
    return {
      structureId: id,
      outcome: (cell('outcome') || null) as OperationOutcome | null,
      area: readArea(cell('area'), () =>
        against('area', '「拆除面积」只能填大于 0 的数字，最多两位小数，如 15.2'),
      ),
      ...{ from: cell('from'), to: cell('to'), note: cell('note'), document: cell('document') },
      belongings: (cell('belongings') || 'none') as Belongings,
      wasteCleared: cell('waste') === 'yes',
      organ: (cell('organ') || null) as Organ | null,
      officers: readCount(cell('officers'), () => against('officers', '「执法人员」只能填人数，如 2')),
    };
  });
  return { rows, errors };
}

function readArea(text: string, wrong: () => void): number | null {
  if (!text) return null;
  const area = parseArea(text);
  if (area) return area;
  wrong();
  return null;
}

function readCount(text: string, wrong: () => void): number {
  if (!text) return 0;
  const plain = text.normalize('NFKC');
  if (/^\d{1,3}$/.test(plain)) return Number(plain);
  wrong();
  return 0;
}

/** The files of one structure as one field of a form: newly posted ones, and those kept from a refused try. */
export function filesOfRow(
  { files, raw }: Pick<Posted<object>, 'files' | 'raw'>,
  column: FileColumn,
  structureId: number,
): { field: string; posted: Pick<Posted<object>, 'files' | 'raw'> } {
  const field = `${column}.${structureId}`;
  const row = `${structureId}Kept:`;
  const kept = [raw[column] ?? []]
    .flat()
    .filter((cell) => cell.startsWith(row))
    .map((cell) => cell.slice(row.length));
  return { field, posted: { files, raw: { [`${field}Kept`]: kept } } };
}
