import { findHeader } from '../domain/exchange/header';
import { proposeColumns } from '../domain/exchange/mapping';
import { confirmBlockers } from '../domain/exchange/import-batch';
import { ComparedRow } from '../domain/exchange/comparison';
import { toDryRunText } from './dry-run.presenter';
import { emptyReport, ImportReport, RowFacts } from './import-report';
import { ImportBatch, ImportRow } from './import.entities';
import { toMapping } from './mapping.presenter';
import { placeChosen, rowChoicesOf } from './posted-choices';
import { firstTab, toPreview } from './preview.presenter';
import { toReviewLine } from './review-line.presenter';

const counts = { problem: 2, ask: 1, conflict: 1, fill: 0, new: 53, same: 0 };
const report: ImportReport = {
  ...emptyReport(),
  rows: 57,
  counts,
  doubts: 3,
  totals: [
    { row: 59, column: 'E', field: 'buildingCount', stated: 93, counted: 93, agrees: true },
    { row: 59, column: 'F', field: 'floorArea', stated: 100_000, counted: 90_000, agrees: false },
    { row: 59, column: 'C', field: 'rows', stated: 57, counted: 57, agrees: true },
  ],
  skipped: [{ row: 61, kind: 'note', text: '注：样例' }],
  columns: [
    { letter: 'A', label: '序号', field: null },
    { letter: 'B', label: '小区名称', field: 'name' },
  ],
};
const batch = {
  id: 12,
  fileName: '清单.xlsx',
  notice: null,
  mapping: '{}',
  report: JSON.stringify(report),
  defaultStreetId: null,
  defaultCommunityId: null,
} as ImportBatch;
const facts: RowFacts = {
  name: '丰乐路106号',
  code: '',
  place: { streetId: 1, communityId: null },
  values: { householdCount: 4 },
  verdict: 'differs',
  known: { id: 7, code: 'fl106', name: '丰乐路106号院', by: 'name' },
  fills: [{ field: 'floorArea', known: null, listed: 167_700 }],
  conflicts: [{ field: 'householdCount', known: 28, listed: 4 }],
  problems: [],
  remarks: [{ row: 28, label: '物业费', text: '没有物业却写了物业费，请核对', doubtful: true }],
};
const row = (over: Partial<ImportRow> = {}): ImportRow => ({
  id: 1,
  batchId: 12,
  row: 28,
  grouping: 'conflict',
  facts: JSON.stringify(facts),
  decision: '',
  taken: '',
  compoundId: null,
  before: null,
  revisionAfter: null,
  ...over,
});

describe('a row in the preview', () => {
  it('shows what the register and the list say side by side, the register kept unless chosen', () => {
    expect(toReviewLine(row())).toMatchObject({
      row: '第 28 行',
      known: { name: '丰乐路106号院', link: '/compounds/fl106', by: '按名称' },
      conflicts: [
        { field: '户数', known: '28 户', listed: '4 户', value: '28.householdCount', checked: false },
      ],
      fills: [{ field: '建筑面积', listed: '1,677 ㎡' }],
      remarks: ['没有物业却写了物业费，请核对'],
      decisions: [],
    });
    expect(toReviewLine(row({ taken: 'householdCount' })).conflicts[0].checked).toBe(true);
  });

  it('recognised by its address asks which compound it is', () => {
    expect(
      toReviewLine(row({ grouping: 'ask', decision: 'apart' })).decisions.filter(({ selected }) => selected),
    ).toEqual([{ value: '28=apart', label: '是另一个楼院，新登记', selected: true }]);
  });
});

describe('the preview', () => {
  const page = toPreview({ batch, tab: 'conflict', page: 1, rows: [row()], role: 'street-manager' });

  it('counts what can be imported and what has problems', () => {
    expect(page).toMatchObject({
      about: '第 3 步，共 4 步。55 行可导入，2 行有问题。确认以前什么都不会写入',
      confirmLabel: '确认导入 55 行',
      asksToLeave: '有问题的 2 行这次不导入',
      leftColumns: 'A 栏「序号」',
      mayChoose: true,
    });
    expect(page.tabs.map(({ label, count }) => `${label} ${count}`)).toEqual([
      '有问题 2',
      '要认一认 1',
      '与台账不一致 1',
      '新登记 53',
      '不是楼院的行 1',
    ]);
  });

  it('uses the totals as a check, with the difference in words', () => {
    expect(page.totals).toEqual([
      { what: '第 59 行 楼栋数', stated: '93', counted: '93', status: { state: 'done', word: '一致' } },
      {
        what: '第 59 行 建筑面积',
        stated: '1,000 ㎡',
        counted: '900 ㎡',
        status: { state: 'late', word: '差 100 ㎡' },
      },
      { what: '第 59 行 楼院数', stated: '57', counted: '57', status: { state: 'done', word: '一致' } },
    ]);
  });

  it('opens at what needs a person first, and lists the rows that are no compounds', () => {
    expect(firstTab(report)).toBe('problem');
    expect(firstTab({ ...report, counts: { ...counts, problem: 0, ask: 0 } })).toBe('conflict');
    expect(toPreview({ batch, tab: 'skipped', page: 1, rows: [], role: 'street-manager' }).skipped).toEqual([
      { row: '第 61 行', kind: '说明', text: '注：样例' },
    ]);
  });

  it('is only read by those who may not import, and says every refusal', () => {
    expect(toPreview({ batch, tab: 'conflict', page: 1, rows: [row()], role: 'auditor' })).toMatchObject({
      mayRun: false,
      mayChoose: false,
    });
    const blockers = confirmBlockers(counts, false);
    expect(
      toPreview({ batch, tab: 'new', page: 1, rows: [], role: 'street-manager', blockers }).form.summary,
    ).toEqual([{ message: '有 2 行有问题，不会导入。请改好后重新上传，或勾选「有问题的行这次不导入」' }]);
  });
});

describe('the mapping page', () => {
  const sheet = {
    name: '清单',
    merges: [],
    rows: [
      ['小区名称', '居民户总数', '天气'],
      ['梧桐里1号院', '28户', null],
      ['梧桐里2号院', '32户', '晴'],
    ],
  };
  const header = findHeader({
    ...sheet,
    rows: [['小区名称', '居民户总数', '天气', '地址'], ...sheet.rows.slice(1)],
  })!;
  const streets = [
    { id: 1, name: '槐荫街道', districtName: '样例区', communities: [{ id: 11, name: '梧桐社区' }] },
  ];
  const page = toMapping({
    batch,
    sheetNames: ['清单'],
    position: 0,
    sheet,
    header,
    proposals: proposeColumns(header),
    streets,
  });

  it('shows every column with samples; only what is known for sure is chosen beforehand', () => {
    expect(page.about).toBe('第 2 步，共 4 步。找到 4 栏，1 栏要您确认，1 栏认不出，不会导入');
    expect(page.columns.map(({ label, samples, status }) => [label, samples, status.word])).toEqual([
      ['小区名称', '梧桐里1号院 · 梧桐里2号院', '已认出'],
      ['居民户总数', '28户 · 32户', '请确认'],
      ['天气', '晴', '认不出'],
      ['地址', '—', '已认出'],
    ]);
    const chosen = page.columns.map(({ options }) => options.find(({ selected }) => selected)?.value);
    expect(chosen).toEqual(['0=name', '1=', '2=', '3=address']);
    expect(page.columns[1].hint).toContain('像是「户数」');
  });

  it('offers places, and knows what was chosen again', () => {
    expect(page.places).toEqual([{ value: 'c11', label: '槐荫街道 梧桐社区' }]);
    expect(placeChosen('c11', streets)).toEqual({ defaultStreetId: 1, defaultCommunityId: 11 });
    expect(placeChosen('s1', streets)).toEqual({ defaultStreetId: 1 });
    expect(placeChosen('', streets)).toEqual({});
    expect(placeChosen('c99', streets)).toBeUndefined();
  });
});

describe('posted choices', () => {
  it('are read by row, and fields that do not exist fall out', () => {
    const read = rowChoicesOf({
      shown: ['28', '37'],
      taken: ['28.householdCount', '28.__proto__', '37.alias'],
      decisions: ['37=same'],
      leaveProblems: false,
    });
    expect(read.shown).toEqual([28, 37]);
    expect([...read.taken]).toEqual([
      [28, ['householdCount']],
      [37, ['alias']],
    ]);
    expect([...read.decisions]).toEqual([[37, 'same']]);
  });
});

describe('the dry run in the shell', () => {
  it('says the same as the preview', () => {
    const compared = { ...facts, row: 28, known: facts.known!, place: undefined, sources: {} } as ComparedRow;
    const text = toDryRunText({ rows: [compared], report });
    expect(text).toContain('55 行可导入，2 行有问题');
    expect(text).toContain('第 28 行 「丰乐路106号院」（fl106）户数：台账 28 户，表里 4 户');
    expect(text).toContain('第 59 行 建筑面积：表里 1,000 ㎡，逐行相加 900 ㎡，差 100 ㎡');
    expect(text).toContain('只是预览，什么都没有写入');
  });
});
