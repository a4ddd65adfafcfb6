import { importableCount, RowGroup } from '../domain/exchange/import-batch';
import { importFields, isImportField } from '../domain/exchange/import-fields';
import { TotalCheck } from '../domain/exchange/totals-check';
import { RowKind } from '../domain/exchange/row-kinds';
import { areaInWords } from '../domain/kernel/area';
import { Blocker } from '../domain/kernel/blocker';
import { mayDo } from '../domain/people/permissions';
import { Role } from '../domain/people/roles';
import { Crumb, EmptyNote, NumberFigure, Pager, StatusMark, Tab } from '../platform/web/figures';
import { formState, FormState } from '../platform/web/form';
import { toPager } from '../platform/web/pager';
import { ImportReport } from './import-report';
import { ImportBatch, ImportRow } from './import.entities';
import { rowsPerPage } from './imports.desk';
import { crumbsOf } from './imports.presenter';
import { importPaths } from './imports.paths';
import { ReviewLine, toReviewLine } from './review-line.presenter';

/** What can be looked at in the preview: a group of rows, or the rows that are no compounds. */
export type PreviewTab = RowGroup | 'skipped';

/** What importing a list would do, row by row (views/imports/preview). */
export interface PreviewPage {
  title: string;
  about: string;
  crumbs: Crumb[];
  notice: string | null;
  numbers: NumberFigure[];
  totals: { what: string; stated: string; counted: string; status: StatusMark }[];
  leftColumns: string;
  tabs: Tab[];
  heading: string;
  lines: ReviewLine[];
  skipped: { row: string; kind: string; text: string }[];
  pager: Pager | null;
  empty: EmptyNote | null;
  mayRun: boolean;
  mayChoose: boolean;
  asksToLeave: string;
  confirmLabel: string;
  form: FormState;
  choicesAction: string;
  confirmAction: string;
  discardAction: string;
  mappingLink: string;
}

const groupNames: Record<PreviewTab, string> = {
  problem: '有问题',
  ask: '要认一认',
  conflict: '与台账不一致',
  fill: '补充台账',
  new: '新登记',
  same: '与台账一致',
  skipped: '不是楼院的行',
};

const groupOrder: PreviewTab[] = ['problem', 'ask', 'conflict', 'fill', 'new', 'same', 'skipped'];

/** The group to open first: what needs a person before what does not. */
export function firstTab(report: ImportReport): PreviewTab {
  return groupOrder.find((tab) => countOf(report, tab) > 0) ?? 'new';
}

/** Is this word in an address a group of the preview? */
export const isPreviewTab = (text: string): text is PreviewTab => (groupOrder as string[]).includes(text);

/** What the preview is built from. */
export interface PreviewView {
  batch: ImportBatch;
  tab: PreviewTab;
  page: number;
  rows: ImportRow[];
  role: Role;
  leavesProblems?: boolean;
  blockers?: Blocker[];
}

/** The preview: what would be written, what has problems, what differs from the register. */
export function toPreview(view: PreviewView): PreviewPage {
  const { batch, tab, page, rows, role } = view;
  const report = JSON.parse(batch.report) as ImportReport;
  const importable = importableCount(report.counts);
  const mayRun = mayDo(role, 'import.run');
  const total = countOf(report, tab);
  const { problem } = report.counts;
  return {
    title: '核对预览',
    about: `第 3 步，共 4 步。${importable} 行可导入，${problem} 行有问题。确认以前什么都不会写入`,
    crumbs: crumbsOf(batch, '核对预览'),
    notice: batch.notice,
    numbers: numbersOf(report, importable),
    totals: report.totals.map(totalLine),
    leftColumns: leftColumns(report),
    tabs: groupOrder
      .filter((one) => countOf(report, one) > 0)
      .map((one) => ({
        label: groupNames[one],
        link: importPaths.group(batch.id, one),
        current: one === tab,
        count: countOf(report, one),
        hot: one === 'problem' || one === 'ask',
      })),
    heading: groupNames[tab],
    lines: tab === 'skipped' ? [] : rows.map((row) => toReviewLine(row)),
    skipped: tab === 'skipped' ? report.skipped.map(skippedLine) : [],
    pager:
      tab === 'skipped'
        ? null
        : toPager(page, total, rowsPerPage, (one) => importPaths.group(batch.id, tab, one)),
    empty:
      total === 0
        ? {
            text: '表里没有楼院，请检查是不是选错了工作表。',
            link: importPaths.mapping(batch.id),
            label: '重新对栏目',
          }
        : null,
    mayRun,
    mayChoose: mayRun && (tab === 'conflict' || tab === 'ask'),
    asksToLeave: problem > 0 ? `有问题的 ${problem} 行这次不导入` : '',
    confirmLabel: `确认导入 ${importable} 行`,
    form: formState({ leaveProblems: view.leavesProblems ? 'yes' : undefined }, [], view.blockers),
    choicesAction: importPaths.choices(batch.id),
    confirmAction: importPaths.confirmations(batch.id),
    discardAction: importPaths.discards(batch.id),
    mappingLink: importPaths.mapping(batch.id),
  };
}

const countOf = (report: ImportReport, tab: PreviewTab): number =>
  tab === 'skipped' ? report.skipped.length : report.counts[tab];

function numbersOf({ counts, doubts }: ImportReport, importable: number): NumberFigure[] {
  const parts = [
    `新登记 ${counts.new}`,
    counts.conflict > 0 && `与台账不一致 ${counts.conflict}`,
    counts.fill > 0 && `补充 ${counts.fill}`,
    counts.ask > 0 && `要认一认 ${counts.ask}`,
    counts.same > 0 && `一致 ${counts.same}`,
  ].filter(Boolean);
  return [
    { term: '可导入', value: `${importable} 行`, note: parts.join('，') },
    {
      term: '有问题',
      value: `${counts.problem} 行`,
      note: counts.problem > 0 ? '不会导入' : '',
      late: counts.problem > 0,
    },
    { term: '请留意', value: `${doubts} 行`, note: doubts > 0 ? '能导入，但有内容值得核对' : '' },
  ];
}

/** A stated total beside what the rows add up to, in words. */
export function totalLine({ row, field, stated, counted, agrees }: TotalCheck) {
  const name = field === 'rows' ? '楼院数' : importFields[field].name;
  const say = (value: number) =>
    field === 'siteArea' || field === 'floorArea' ? areaInWords(value) : String(value);
  return {
    what: `第 ${row} 行 ${name}`,
    stated: say(stated),
    counted: say(counted),
    status: agrees
      ? ({ state: 'done', word: '一致' } as const)
      : ({ state: 'late', word: `差 ${say(Math.abs(stated - counted))}` } as const),
  };
}

function leftColumns({ columns }: ImportReport): string {
  const left = columns.filter(({ field }) => field === null || !isImportField(field));
  return left.map(({ letter, label }) => `${letter} 栏「${label}」`).join('、');
}

const kindNames: Record<RowKind, string> = {
  title: '标题',
  unit: '单位',
  header: '表头',
  section: '分段',
  data: '楼院',
  subtotal: '小计',
  total: '合计',
  blank: '空行',
  note: '说明',
  footer: '页脚',
};

const skippedLine = ({ row, kind, text }: ImportReport['skipped'][number]) => ({
  row: `第 ${row} 行`,
  kind: kindNames[kind],
  text,
});
