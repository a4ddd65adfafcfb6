import { compoundPaths } from '../compounds/compounds.paths';
import { BatchState } from '../domain/exchange/import-batch';
import { problemInWords } from '../domain/exchange/import-problem';
import { Blocker } from '../domain/kernel/blocker';
import { mayDo } from '../domain/people/permissions';
import { Role } from '../domain/people/roles';
import { BarFigure, Crumb, NumberFigure, StatusMark } from '../platform/web/figures';
import { FormState } from '../platform/web/form';
import { instantInWords } from '../platform/web/instant-in-words';
import { Progress } from './import-jobs';
import { ImportReport, RowFacts } from './import-report';
import { ImportBatch } from './import.entities';
import { crumbsOf, stateMark } from './imports.presenter';
import { importPaths } from './imports.paths';

/** One import: how far it is, what it wrote (views/imports/show). */
export interface ImportPage {
  title: string;
  crumbs: Crumb[];
  refreshSeconds?: number;
  progress?: { heading: string; line: string; bar: BarFigure; note: string };
  result?: {
    status: StatusMark;
    notice: string | null;
    numbers: NumberFigure[];
    facts: { term: string; value: string }[];
    problems: string[];
    moreProblems: string;
    registerLink?: string;
    undoLink?: string;
    againLink?: string;
  };
}

const progressHeadings: Partial<Record<BatchState, string>> = {
  comparing: '正在核对',
  importing: '正在导入',
  undoing: '正在撤销',
};

/** The page of one import while it works. */
export function toProgress(batch: ImportBatch, progress: Progress | undefined): ImportPage {
  const { done, total } = progress ?? { done: 0, total: 0 };
  const line = total > 0 ? `已完成 ${done} 行，共 ${total} 行` : '正在准备';
  const percent = total > 0 ? Math.floor((done * 100) / total) : 0;
  return {
    title: batch.fileName,
    crumbs: crumbsOf(batch, '进展'),
    refreshSeconds: 2,
    progress: {
      heading: progressHeadings[batch.state] ?? '正在处理',
      line,
      bar: { label: line, hatch: percent },
      note: '可以离开本页，以后在「导入」里查看',
    },
  };
}

const problemsShown = 50;

/** The page of one import once it is over. */
export function toResult(
  batch: ImportBatch,
  names: Map<number, string>,
  problems: RowFacts[],
  role: Role,
): ImportPage {
  const report = JSON.parse(batch.report) as ImportReport;
  const written = report.written ?? { registered: 0, changed: 0, unchanged: 0, left: 0 };
  const mayRun = mayDo(role, 'import.run');
  const sentences = problems.flatMap((facts) => facts.problems.map(problemInWords)).slice(0, problemsShown);
  const more = report.counts.problem - problems.length;
  return {
    title: batch.fileName,
    crumbs: crumbsOf(batch, '结果'),
    result: {
      status: stateMark(batch.state),
      notice: batch.notice,
      numbers:
        batch.state === 'discarded'
          ? []
          : [
              { term: '新登记', value: `${written.registered} 个` },
              { term: '更新', value: `${written.changed} 个` },
              { term: '没有改动', value: `${written.unchanged} 个` },
              { term: '没有导入', value: `${written.left} 行` },
            ],
      facts: [
        { term: '上传', value: `${names.get(batch.createdBy) ?? '—'}，${instantInWords(batch.createdAt)}` },
        ...fact('确认', batch.confirmedBy, batch.confirmedAt, names),
        ...fact('撤销', batch.undoneBy, batch.undoneAt, names),
      ],
      problems: sentences,
      moreProblems: more > 0 ? `另外还有 ${more} 行` : '',
      registerLink: batch.state === 'imported' ? compoundPaths.index() : undefined,
      undoLink: mayRun && batch.state === 'imported' ? importPaths.undo(batch.id) : undefined,
      againLink: mayRun ? importPaths.new() : undefined,
    },
  };
}

/** What undoing an import changes, before it is done (views/imports/undo). */
export interface UndoImportPage {
  title: string;
  crumbs: Crumb[];
  consequences: { what: string; now: string; after: string }[];
  blockers: { text: string }[];
  form: FormState;
  action: string;
  backLink: string;
}

/** The page that asks whether an import is to be taken back. */
export function toUndo(batch: ImportBatch, blockers: Blocker[], form: FormState): UndoImportPage {
  const { written } = JSON.parse(batch.report) as ImportReport;
  return {
    title: '撤销这次导入',
    crumbs: [
      ...crumbsOf(batch).slice(0, -1),
      { label: batch.fileName, link: importPaths.show(batch.id) },
      { label: '撤销' },
    ],
    consequences: [
      {
        what: '这次新登记的楼院',
        now: `${written?.registered ?? 0} 个在台账里`,
        after: '从台账里撤下，公开页一并撤下',
      },
      { what: '这次更新的楼院', now: `${written?.changed ?? 0} 个`, after: '恢复成导入以前的内容' },
    ],
    blockers: blockers.map(({ text }) => ({ text })),
    form,
    action: importPaths.undoings(batch.id),
    backLink: importPaths.show(batch.id),
  };
}

function fact(term: string, by: number | null, at: string | null, names: Map<number, string>) {
  return by === null || at === null
    ? []
    : [{ term, value: `${names.get(by) ?? '—'}，${instantInWords(at)}` }];
}
