import { importFields, isImportField } from '../domain/exchange/import-fields';
import { importableCount } from '../domain/exchange/import-batch';
import { problemInWords } from '../domain/exchange/import-problem';
import { registerFields } from '../domain/exchange/register-values';
import { totalLine } from './preview.presenter';
import { ComparedList } from './import-comparison.service';

/** The preview of an import as lines of text, for the shell. */
export function toDryRunText({ rows, report }: ComparedList): string {
  const { counts } = report;
  const lines = [
    `${importableCount(counts)} 行可导入，${counts.problem} 行有问题`,
    `新登记 ${counts.new}，与台账不一致 ${counts.conflict}，补充 ${counts.fill}，要认一认 ${counts.ask}，一致 ${counts.same}`,
    '',
    '栏目',
    ...report.columns.map(({ letter, label, field }) => `  ${letter} ${label} → ${fieldInWords(field)}`),
  ];
  const section = (title: string, found: string[]) => {
    if (found.length > 0) lines.push('', title, ...found.map((line) => `  ${line}`));
  };
  section(
    '合计核对',
    report.totals
      .map(totalLine)
      .map(
        ({ what, stated, counted, status }) => `${what}：表里 ${stated}，逐行相加 ${counted}，${status.word}`,
      ),
  );
  section(
    '不是楼院的行',
    report.skipped.map(({ row, text }) => `第 ${row} 行 ${text}`),
  );
  section(
    '有问题的行',
    rows.flatMap((row) => row.problems.map(problemInWords)),
  );
  section(
    '与台账不一致',
    rows.flatMap(({ row, known, conflicts }) =>
      conflicts.map(({ field, known: before, listed }) => {
        const { name, say } = registerFields[field];
        const at = known ? `「${known.name}」（${known.code}）` : '';
        return `第 ${row} 行 ${at}${name}：台账 ${before === null ? '—' : say(before)}，表里 ${say(listed)}`;
      }),
    ),
  );
  section(
    '请留意',
    rows.flatMap((row) =>
      row.remarks
        .filter(({ doubtful }) => doubtful)
        .map(({ label, text }) => `第 ${row.row} 行 ${label}：${text}`),
    ),
  );
  lines.push('', '只是预览，什么都没有写入；要导入请在「导入」页面上传并确认');
  return lines.join('\n');
}

const fieldInWords = (field: string | null): string =>
  field !== null && isImportField(field) ? importFields[field].name : '不导入';
