import { FieldDifference, RecognisedBy } from '../domain/exchange/comparison';
import { problemInWords } from '../domain/exchange/import-problem';
import { registerFieldKeys, registerFields } from '../domain/exchange/register-values';
import { compoundPaths } from '../compounds/compounds.paths';
import { RowFacts } from './import-report';
import { ImportRow } from './import.entities';

/** One row of the list as it is looked over before the import. */
export interface ReviewLine {
  row: string;
  rowNumber: string;
  name: string;
  known?: { name: string; link: string; by: string };
  problems: string[];
  remarks: string[];
  fills: { field: string; listed: string }[];
  conflicts: { field: string; known: string; listed: string; value: string; checked: boolean }[];
  values: string;
  decisions: { value: string; label: string; selected: boolean }[];
}

const byWords: Record<RecognisedBy, string> = {
  code: '按编码',
  name: '按名称',
  alias: '按别名',
  address: '按地址',
};

/** A row with everything a person needs to decide about it. */
export function toReviewLine(row: ImportRow): ReviewLine {
  const facts = JSON.parse(row.facts) as RowFacts;
  const taken = row.taken.split(',');
  return {
    row: `第 ${row.row} 行`,
    rowNumber: String(row.row),
    name: facts.name || '（没有名称）',
    known: facts.known
      ? { name: facts.known.name, link: compoundPaths.show(facts.known.code), by: byWords[facts.known.by] }
      : undefined,
    problems: facts.problems.map(problemInWords),
    remarks: facts.remarks.map(({ label, text }) => (text.includes(label) ? text : `${label}：${text}`)),
    fills: facts.fills.map((fill) => ({
      field: registerFields[fill.field].name,
      listed: say(fill, fill.listed),
    })),
    conflicts: facts.conflicts.map((conflict) => ({
      field: registerFields[conflict.field].name,
      known: conflict.known === null ? '—' : say(conflict, conflict.known),
      listed: say(conflict, conflict.listed),
      value: `${row.row}.${conflict.field}`,
      checked: taken.includes(conflict.field),
    })),
    values: valuesInWords(facts),
    decisions: row.grouping === 'ask' ? decisionsOf(row) : [],
  };
}

const say = ({ field }: FieldDifference, value: string | number): string => registerFields[field].say(value);

function valuesInWords({ values }: RowFacts): string {
  return registerFieldKeys
    .filter((field) => values[field] !== undefined && field !== 'longitude' && field !== 'latitude')
    .map((field) => `${registerFields[field].name} ${registerFields[field].say(values[field]!)}`)
    .join('，');
}

const decisionsOf = ({ row, decision }: ImportRow) => [
  { value: `${row}=`, label: '先不导入这一行', selected: decision === '' },
  { value: `${row}=same`, label: '就是这个楼院，按它更新', selected: decision === 'same' },
  { value: `${row}=apart`, label: '是另一个楼院，新登记', selected: decision === 'apart' },
];
