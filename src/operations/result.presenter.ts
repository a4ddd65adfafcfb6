import type { Frame } from '../compounds/workspace';
import { organNames } from '../domain/removal/competence';
import { operationOutcomeNames } from '../domain/removal/operation-outcome';
import { belongingsNames } from '../domain/removal/removal-result';
import { structureKinds, structureNumbers } from '../domain/removal/structure-kinds';
import type { KeptFile } from '../files/kept-files';
import type { FactLine, Option } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import { cellName, typedColumn } from '../platform/web/cells';
import { toOptions } from '../platform/web/options';
import { operationFacts } from './operation.presenter';
import { areaOrDash, operationTime, structureInWords } from './operation-words';
import { Member, OperationAtPlace } from './operations.desk';
import { operationsPaths } from './operations.paths';
import type { FileColumn } from './result-rows';

/** The form of what came of a removal day (views/operations/result). */
export interface OperationResultPage extends Frame {
  title: string;
  heading: string;
  about: string;
  action: string;
  form: FormState;
  outcomes: Option[];
  belongings: Option[];
  organs: Option[];
  rows: ResultRowView[];
  hasForced: boolean;
  latest: FactLine[];
  backLink: string;
}

/** The fields of one structure; each name carries the id of the structure. */
interface ResultRowView {
  heading: string;
  areaHint: string;
  hasArea: boolean;
  isForced: boolean;
  names: Record<ResultColumn | FileColumn, string>;
  kept: Record<FileColumn, KeptFile[]>;
}

const columns = [
  ...(['outcome', 'area', 'from', 'to', 'belongings', 'waste', 'note'] as const),
  ...(['document', 'organ', 'officers'] as const),
];
type ResultColumn = (typeof columns)[number];

/** Files kept from a refused try, by structure. */
export type KeptByStructure = ReadonlyMap<number, Record<FileColumn, KeptFile[]>>;

/** The form, empty or as it was typed. */
export function toResultForm(
  found: OperationAtPlace,
  { form, kept, latest }: { form: FormState; kept: KeptByStructure; latest: FactLine[] },
  frame: Frame,
): OperationResultPage {
  const { operation, compound, members } = found;
  return {
    ...frame,
    title: `登记实施结果 · ${compound.name}`,
    heading: `登记实施结果：${operation.name}`,
    about: `${operationTime(operation)}，共 ${members.length} 处。复核由另一位工作人员逐处到现场办理。`,
    action: operationsPaths.results(operation.id),
    form: withCells(form, found),
    outcomes: toOptions(operationOutcomeNames),
    belongings: toOptions(belongingsNames),
    organs: toOptions(organNames),
    rows: members.map((member) => toRowView(member, kept)),
    hasForced: members.some(({ row }) => row.way === 'forced'),
    latest,
    backLink: operationsPaths.show(operation.id),
  };
}

/** What is stored of the operation, where somebody else was faster. */
export const resultLatest = (found: OperationAtPlace, names: ReadonlyMap<number, string>): FactLine[] => [
  ...operationFacts(found, names),
  {
    term: '拆除对象',
    value: structureNumbers(found.members.map(({ structure }) => structure)),
  },
];

function toRowView({ row, structure }: Member, kept: KeptByStructure): ResultRowView {
  const { id, kind, area } = structure;
  const name = (column: string) => cellName(column, id);
  return {
    heading: structureInWords(structure, row.way),
    areaHint: `登记 ${areaOrDash(area)}，填现场实测；部分拆除的填拆掉的部分`,
    hasArea: structureKinds[kind].hasArea,
    isForced: row.way === 'forced',
    names: Object.fromEntries(
      [...columns, 'photos', 'inventory', 'record'].map((column) => [column, name(column)]),
    ) as ResultRowView['names'],
    kept: kept.get(id) ?? { photos: [], inventory: [], record: [] },
  };
}

/** The cells of the table under the names of their fields; hours not typed yet are those of the operation. */
function withCells(form: FormState, { operation, members }: OperationAtPlace): FormState {
  const isTyped = form.values.outcome !== undefined;
  const values = { ...form.values };
  for (const column of columns) {
    const typed = typedColumn(form, column);
    for (const { structure } of members) {
      const text = typed.get(String(structure.id));
      if (text !== undefined) values[cellName(column, structure.id)] = text;
      else if (!isTyped && column === 'from') values[cellName(column, structure.id)] = operation.fromTime;
      else if (!isTyped && column === 'to') values[cellName(column, structure.id)] = operation.toTime;
    }
    delete values[column];
  }
  return { ...form, values };
}
