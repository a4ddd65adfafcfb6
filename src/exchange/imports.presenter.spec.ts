import { emptyReport, ImportReport, RowFacts } from './import-report';
import { ImportBatch } from './import.entities';
import { toProgress, toResult, toUndo } from './import.presenter';
import { toImports, toNewImport } from './imports.presenter';
import { houseRule } from '../domain/kernel/blocker';
import { formState } from '../platform/web/form';

const report = (over: Partial<ImportReport> = {}): string => JSON.stringify({ ...emptyReport(), ...over });
const batch = (over: Partial<ImportBatch> = {}): ImportBatch => ({
  id: 12,
  fileName: '清单.xlsx',
  state: 'read',
  districtId: 1,
  streetId: 2,
  communityId: null,
  sheetPosition: 0,
  mapping: '{}',
  defaultStreetId: null,
  defaultCommunityId: null,
  report: report(),
  notice: null,
  createdBy: 3,
  createdAt: '2026-06-08T09:42:00.000Z',
  confirmedBy: null,
  confirmedAt: null,
  undoneBy: null,
  undoneAt: null,
  workingSince: null,
  version: 1,
  ...over,
});
const names = new Map([[3, '刘寨街道项目负责人']]);
const counts = { problem: 2, ask: 0, conflict: 1, fill: 0, new: 53, same: 0 };

describe('the list of imports', () => {
  const lineOf = (over: Partial<ImportBatch>) =>
    toImports(
      { lines: [{ batch: batch(over), createdByName: '刘寨街道项目负责人' }], total: 1 },
      1,
      'street-manager',
    ).rows[0];

  it('says of each where it stands, who brought it and when', () => {
    expect(lineOf({ state: 'compared', report: report({ rows: 56, counts }) })).toEqual({
      file: '清单.xlsx',
      link: '/imports/12',
      status: { state: 'doing', word: '待确认' },
      figures: '54 行可导入，2 行有问题',
      by: '刘寨街道项目负责人',
      at: '2026年6月8日 17:42',
    });
  });

  it.each<[Partial<ImportBatch>, string]>([
    [{}, '还没有核对'],
    [{ state: 'discarded' }, '—'],
    [
      {
        state: 'imported',
        report: report({ written: { registered: 53, changed: 1, unchanged: 0, left: 2 } }),
      },
      '新登记 53 个，更新 1 个',
    ],
  ])('%j reads %s', (over, figures) => {
    expect(lineOf(over).figures).toBe(figures);
  });

  it('offers importing only to those who may', () => {
    const seenBy = (role: 'street-manager' | 'auditor') => toImports({ lines: [], total: 0 }, 1, role);
    expect(seenBy('street-manager')).toMatchObject({
      actions: [{ link: '/imports/new' }],
      empty: { link: '/imports/new' },
    });
    expect(seenBy('auditor').actions).toEqual([]);
    expect(seenBy('auditor').empty.link).toBeUndefined();
  });
});

describe('the page of one import', () => {
  it('shows how far the work is, and that it may be left', () => {
    expect(toProgress(batch({ state: 'importing' }), { done: 41, total: 86 })).toMatchObject({
      refreshSeconds: 2,
      progress: {
        heading: '正在导入',
        line: '已完成 41 行，共 86 行',
        bar: { hatch: 47 },
        note: '可以离开本页，以后在「导入」里查看',
      },
    });
    expect(toProgress(batch({ state: 'comparing' }), undefined).progress).toMatchObject({
      heading: '正在核对',
      line: '正在准备',
    });
  });

  const imported = batch({
    state: 'imported',
    confirmedBy: 3,
    confirmedAt: '2026-06-08T10:00:00.000Z',
    report: report({ counts, written: { registered: 53, changed: 1, unchanged: 0, left: 2 } }),
  });

  it('says what was written, by whom, and which rows were left out and why', () => {
    const problem = {
      row: 14,
      column: 'D',
      label: '户数',
      value: '二十八',
      why: '不是数字',
      mend: '请改为 28',
    };
    const page = toResult(
      imported,
      names,
      [{ problems: [problem] } as unknown as RowFacts],
      'street-manager',
    );
    expect(page.result).toMatchObject({
      numbers: [
        { term: '新登记', value: '53 个' },
        { term: '更新', value: '1 个' },
        { term: '没有改动', value: '0 个' },
        { term: '没有导入', value: '2 行' },
      ],
      facts: [
        { term: '上传', value: '刘寨街道项目负责人，2026年6月8日 17:42' },
        { term: '确认', value: '刘寨街道项目负责人，2026年6月8日 18:00' },
      ],
      problems: ['第 14 行「户数」：值「二十八」不是数字，请改为 28'],
      moreProblems: '另外还有 1 行',
      undoLink: '/imports/12/undo',
    });
  });

  it('offers undoing only while there is something to undo', () => {
    expect(
      toResult({ ...imported, state: 'undone' }, names, [], 'street-manager').result?.undoLink,
    ).toBeUndefined();
    expect(toResult(imported, names, [], 'auditor').result).toMatchObject({
      undoLink: undefined,
      againLink: undefined,
    });
  });

  it('asks before undoing, and says every reason against it', () => {
    const reasons = [houseRule('import.touched', '「银杏路9号院」（yx9）导入以后又有改动')];
    expect(toUndo(imported, reasons, formState({}))).toMatchObject({
      consequences: [{ now: '53 个在台账里' }, { now: '1 个' }],
      blockers: [{ text: '「银杏路9号院」（yx9）导入以后又有改动' }],
      action: '/imports/12/undoings',
    });
  });
});

describe('the upload page', () => {
  it('keeps the form and knows the way back', () => {
    expect(toNewImport(formState({ onceKey: 'k' }))).toMatchObject({
      action: '/imports',
      backLink: '/imports',
      form: { values: { onceKey: 'k' } },
    });
  });
});
