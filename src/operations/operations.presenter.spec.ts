import type { Frame } from '../compounds/workspace';
import { workCalendar } from '../domain/removal/given-removal';
import type { OperationFacts } from '../domain/removal/operation-lifecycle';
import { formState } from '../platform/web/form';
import { givenFound, givenMember, givenOperation } from './given-operation';
import { toOperationForm } from './operation-form.presenter';
import { OperationView, toOperation } from './operation.presenter';
import { toOperations } from './operations.presenter';
import { toResultForm } from './result.presenter';
import { filesOfRow, toResultRows } from './result-rows';
import { toOperationSheet } from './sheet.presenter';
import type { OperationResultForm } from './operation.forms';

const frame = {} as Frame;
const day = '2026-05-18';

const law = (change: Partial<OperationFacts> = {}): OperationFacts => ({
  renovation: 'active',
  plan: {
    ...{ compoundId: 7, hours: { on: day, from: '08:00', to: '11:30' }, agencies: ['street', 'police'] },
    structures: [{ id: 11, number: 1, compoundId: 7, state: 'agreed', way: 'assisted', blockers: [] }],
    ...{ safetyPlans: 0, emergency: '' },
  },
  ...{ weather: null, outcomes: [], reason: '', today: '2026-05-17', calendar: workCalendar, ...change },
});
const view = (change: Partial<OperationView> = {}): OperationView => ({
  ...givenFound(),
  ...{ law: law(), stored: new Map(), names: new Map([[2, '刘寨街道项目负责人']]), notice: null },
  ...{ isPosted: false, mayDecide: true, mayPost: true, kept: [], ...change },
});
const labels = (change: Partial<OperationView> = {}) =>
  toOperation(view(change), formState({}), frame).actions.map(({ label, primary }) =>
    primary ? `[${label}]` : label,
  );

describe('the list of removal days', () => {
  const list = (today: string, state: 'planned' | 'carried-out' = 'planned') => {
    const members = [givenMember(1, { outcome: 'removed' }), givenMember(2, { outcome: 'partly' })];
    const operations = [
      { ...givenFound(), operation: givenOperation({ state }), ...(state !== 'planned' && { members }) },
    ];
    const base = { compound: givenFound().compound, hasRenovation: true, renovations: [], mayPlan: true };
    const burnDown = { sentence: '', rows: [], rowsNote: '', link: '' };
    return toOperations({ ...base, operations, burnDown, today }, frame).rows[0];
  };

  it('says when, who and how many, and what came of it', () => {
    expect(list(day)).toEqual({
      ...{ name: '院门东侧车库集中拆除', link: '/operations/5', day: '2026年5月18日' },
      ...{ hours: '08:00 至 11:30', status: { state: 'doing', word: '已安排' }, structures: '3 处' },
      ...{ results: '—', agencies: '街道办事处、公安' },
    });
    expect(list(day, 'carried-out')).toMatchObject({
      ...{ status: { state: 'done', word: '已实施' }, results: '拆除 1 处，部分 1 处' },
    });
  });

  it('a day that passed without a result is late from the next day on', () => {
    expect(list('2026-05-19').status).toEqual({ state: 'late', word: '过了 1 天，还没有结果' });
    expect(list('2026-05-19', 'carried-out').status.state).toBe('done');
  });
});

describe('the page of a removal day', () => {
  it('offers what can be done, one thing first', () => {
    const before = ['[修改安排]', '张贴告知', '打印拆除行动单', '取消行动'];
    expect(labels()).toEqual(before);
    expect(labels({ law: law({ today: day }) })).toEqual([
      ...['[登记实施结果]', '修改安排', '张贴告知', '打印拆除行动单', '取消行动'],
    ]);
    expect(labels({ mayDecide: false })).toEqual(['张贴告知', '打印拆除行动单']);
    expect(labels({ isPosted: true })).toEqual(before.filter((label) => label !== '张贴告知'));
    const over = givenOperation({ state: 'cancelled', closedOn: day, closedBy: 2, cancelReason: '大风' });
    expect(labels({ operation: over })).toEqual(['打印拆除行动单']);
    const closed = { ...givenFound().renovation, state: 'closed' } as OperationView['renovation'];
    expect(labels({ renovation: closed })).toEqual(['打印拆除行动单']);
  });

  it('says line by line what is there and what is missing', () => {
    const { checks } = toOperation(view(), formState({}), frame);
    expect(checks.map(({ name, status }) => [name, status.word])).toEqual([
      ['拆除对象和手续', '已具备'],
      ['参加单位', '已具备'],
      ['日期和时间', '已具备'],
      ['安全方案', '缺 1 项'],
      ['风力和重污染预警', '缺 1 项'],
    ]);
  });

  it('gives forms to those who decide, and none once it is over', () => {
    const forms = (change: Partial<OperationView>) => {
      const { weather, safetyPlanForm } = toOperation(view(change), formState({}), frame);
      return [weather, safetyPlanForm].map((one) => one !== undefined);
    };
    expect(forms({})).toEqual([true, true]);
    expect(forms({ mayDecide: false })).toEqual([false, false]);
    expect(forms({ operation: givenOperation({ state: 'carried-out' }) })).toEqual([false, false]);
  });
});

describe('the form of a removal day', () => {
  it('a structure of another day cannot be chosen and says where it is; one of its own can', () => {
    const candidates = [1, 2].map((number) => ({
      ...{ structure: givenMember(number).structure, way: 'assisted' as const, taken: givenOperation() },
    }));
    const parts = { compound: givenFound().compound, candidates, kept: [], latest: [], today: '2026-05-15' };
    const choices = (operationId: number | null) =>
      toOperationForm({ ...parts, operationId }, formState({ structures: [11] }), frame).structures;
    expect(choices(null).map(({ other }) => other)).toEqual(
      Array(2).fill({ label: '已在 2026年5月18日的「院门东侧车库集中拆除」里', link: '/operations/5' }),
    );
    expect(choices(5).map(({ other, isChosen }) => [other, isChosen])).toEqual([
      [undefined, true],
      [undefined, false],
    ]);
  });
});

describe('the results as they are typed', () => {
  const cells = (column: Record<number, string>) =>
    Object.entries(column).map(([row, text]) => ({ row, text }));
  const form = (change: Partial<OperationResultForm>): OperationResultForm => ({
    ...{ outcome: [], area: [], from: [], to: [], belongings: [], waste: [], note: [], document: [] },
    ...{ organ: [], officers: [], photos: [], inventory: [], record: [], cutsUtilities: false },
    ...{ version: 4, onceKey: 'k', ...change },
  });
  const { members } = givenFound();

  it('are read for every structure of the day, and for no other', () => {
    const { rows, errors } = toResultRows(
      form({ outcome: cells({ 11: 'removed', 99: 'removed' }), area: cells({ 11: ' 15.2㎡ ' }) }),
      members,
    );
    expect(errors).toEqual([]);
    expect(
      rows.map(({ structureId, outcome, area, belongings }) => [structureId, outcome, area, belongings]),
    ).toEqual([
      [11, 'removed', 1520, 'none'],
      [12, null, null, 'none'],
      [13, null, null, 'none'],
    ]);
  });

  it.each([
    ['area', '十五', '第 1 处：「拆除面积」只能填大于 0 的数字，最多两位小数，如 15.2'],
    ['area', '0', '第 1 处：「拆除面积」只能填大于 0 的数字，最多两位小数，如 15.2'],
    ['officers', '两个', '第 1 处：「执法人员」只能填人数，如 2'],
    ['note', '字'.repeat(501), '第 1 处：最多 500 个字，现在是 501 个，请删减'],
  ])('%s %s is named with its place', (column, text, message) => {
    const { errors } = toResultRows(form({ [column]: cells({ 11: text }) }), members);
    expect(errors).toEqual([{ field: `${column}.11`, message }]);
  });

  it('files kept of one structure stay with it', () => {
    const raw = { photos: ['11Kept:seal-a', '12Kept:seal-b', '11Kept:seal:c'] };
    expect(filesOfRow({ files: [], raw }, 'photos', 11)).toEqual({
      field: 'photos.11',
      posted: { files: [], raw: { 'photos.11Kept': ['seal-a', 'seal:c'] } },
    });
  });

  it('begin with the hours of the day, and keep what was typed', () => {
    const values = (state: ReturnType<typeof formState>) =>
      toResultForm(givenFound(), { form: state, kept: new Map(), latest: [] }, frame).form.values;
    expect(values(formState({ version: 4 }))).toMatchObject({ 'from.11': '08:00', 'to.13': '11:30' });
    const typed = values(formState({ outcome: ['11:removed'], from: ['11:08:10'], note: ['12:明天'] }));
    expect(typed).toMatchObject({ 'outcome.11': 'removed', 'from.11': '08:10', 'note.12': '明天' });
    expect(typed['from.12']).toBeUndefined();
  });
});

describe('the sheet of the day', () => {
  it('has room for signatures, and names no door', () => {
    const sheet = toOperationSheet(givenFound());
    expect(sheet).toMatchObject({
      about: '丰乐路106号院　院门东侧车库集中拆除',
      stateNote: '',
      agencies: ['街道办事处', '公安'],
      total: '共 3 处，45.00 ㎡',
    });
    expect(sheet.rows[0]).toEqual({
      ...{ number: 1, place: '院门东侧第 1 间', area: '15.00 ㎡', way: '助拆（申请拆除）' },
    });
    expect(sheet.checks.at(-1)).toContain('申请拆除书或委托拆除协议');
  });

  it('of a day that was called off says so', () => {
    const found = givenFound({ operation: givenOperation({ state: 'cancelled' }) });
    expect(toOperationSheet(found).stateNote).toBe('这次行动已取消');
  });
});
