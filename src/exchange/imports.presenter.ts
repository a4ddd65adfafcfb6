import { BatchState, batchStateNames, importableCount } from '../domain/exchange/import-batch';
import { mayDo } from '../domain/people/permissions';
import { Role } from '../domain/people/roles';
import { Crumb, EmptyNote, Pager, StatusMark } from '../platform/web/figures';
import { FormState } from '../platform/web/form';
import { instantInWords } from '../platform/web/instant-in-words';
import { toPager } from '../platform/web/pager';
import { ImportReport } from './import-report';
import { ImportBatch } from './import.entities';
import { BatchLine, batchesPerPage } from './imports.desk';
import { importPaths } from './imports.paths';

const importStates: Record<BatchState, StatusMark['state']> = {
  read: 'doing',
  comparing: 'doing',
  compared: 'doing',
  importing: 'doing',
  imported: 'done',
  undoing: 'doing',
  undone: 'idle',
  discarded: 'idle',
};

export const stateMark = (state: BatchState): StatusMark => ({
  state: importStates[state],
  word: batchStateNames[state],
});

/** The imports of one's scope (views/imports/index). */
export interface ImportsPage {
  title: string;
  about: string;
  actions: { label: string; link: string; icon: string; primary?: boolean }[];
  templateLink: string;
  rows: { file: string; link: string; status: StatusMark; figures: string; by: string; at: string }[];
  pager: Pager;
  empty: EmptyNote;
}

/** The list of imports. */
export function toImports(
  found: { lines: BatchLine[]; total: number },
  page: number,
  role: Role,
): ImportsPage {
  const mayRun = mayDo(role, 'import.run');
  return {
    title: '导入',
    about: '把手里的楼院清单（Excel 或 CSV）放进台账，确认前什么都不会写入',
    actions: mayRun
      ? [{ label: '导入清单', link: importPaths.new(), icon: 'file-import', primary: true }]
      : [],
    templateLink: importPaths.template(),
    rows: found.lines.map(({ batch, createdByName }) => ({
      file: batch.fileName,
      link: importPaths.show(batch.id),
      status: stateMark(batch.state),
      figures: figuresOf(JSON.parse(batch.report) as ImportReport, batch.state),
      by: createdByName,
      at: instantInWords(batch.createdAt),
    })),
    pager: toPager(page, found.total, batchesPerPage, (one) => `${importPaths.index()}?page=${one}`),
    empty: mayRun
      ? {
          text: '还没有导入过。已有楼院清单的，可以直接上传，不用一个个登记。',
          link: importPaths.new(),
          label: '导入清单',
        }
      : { text: '您管辖的范围里还没有导入过清单。' },
  };
}

function figuresOf(report: ImportReport, state: BatchState): string {
  if (report.written) return `新登记 ${report.written.registered} 个，更新 ${report.written.changed} 个`;
  if (report.rows === 0) return state === 'discarded' ? '—' : '还没有核对';
  const { problem } = report.counts;
  return `${importableCount(report.counts)} 行可导入${problem > 0 ? `，${problem} 行有问题` : ''}`;
}

/** The form of an upload (views/imports/new). */
export interface NewImportPage {
  title: string;
  crumbs: Crumb[];
  form: FormState;
  action: string;
  templateLink: string;
  backLink: string;
}

/** The upload page. */
export const toNewImport = (form: FormState): NewImportPage => ({
  title: '导入清单',
  crumbs: [{ label: '导入', link: importPaths.index() }, { label: '上传' }],
  form,
  action: importPaths.index(),
  templateLink: importPaths.template(),
  backLink: importPaths.index(),
});

/** The way back from a page of one import. */
export const crumbsOf = (batch: ImportBatch, last?: string): Crumb[] => [
  { label: '导入', link: importPaths.index() },
  { label: last ? `${batch.fileName} ${last}` : batch.fileName },
];
