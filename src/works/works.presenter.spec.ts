import { byOffice } from '../domain/construction/blocked';
import { formState } from '../platform/web/form';
import { toContractPage, ContractView } from './contract.presenter';
import { toDraw } from './drawing.presenter';
import { givenAround, givenContract, givenFrame, givenPlace, givenStanding } from './given-work';
import { toItemRows } from './item-rows.presenter';
import { toSeveral } from './several.presenter';
import { toItemStep } from './step.presenter';
import { contractMark, itemMark } from './work-words';
import { toWorks, WorksView } from './works.presenter';

const held = byOffice('item-ground', '「充电桩」场地受阻：第 3 处还没有拆除复核');
const worksView = (change: Partial<WorksView> = {}): WorksView => ({
  ...{ ...givenAround, ...givenPlace, hasRenovation: true, renovations: [], mayEdit: true },
  ...{ contracts: [givenContract()], standings: [givenStanding()], progress: null, planLines: 7, ...change },
});

describe('where an item stands, in one mark', () => {
  it.each([
    ['planned for today', { state: 'planned', plannedStartOn: '2026-06-08' }, 'idle', '未开工'],
    ['planned for yesterday', { state: 'planned', plannedStartOn: '2026-06-07' }, 'late', '晚开工 1 天'],
    ['open on its last day', { plannedFinishOn: '2026-06-08' }, 'doing', '施工中'],
    ['open a day after it', { plannedFinishOn: '2026-06-07' }, 'late', '晚完工 1 天'],
    ['finished late', { state: 'finished', plannedFinishOn: '2026-06-01' }, 'doing', '已完工，待分项验收'],
    ['accepted', { state: 'accepted' }, 'done', '分项验收合格'],
  ] as const)('%s', (_, change, state, word) => {
    const { item } = givenStanding(change);
    expect(itemMark(item, [], givenAround.today)).toEqual({ state, word });
  });

  it('what is held says so before anything else, until it is finished', () => {
    const { item } = givenStanding({ plannedFinishOn: '2026-06-01' });
    expect(itemMark(item, [held], givenAround.today).word).toBe('受阻 1 处');
    expect(itemMark({ ...item, state: 'finished' }, [held], givenAround.today).state).toBe('doing');
  });

  it('a contract is late the day after its last', () => {
    expect(contractMark(givenContract(), '2026-06-18').word).toBe('履行中');
    expect(contractMark(givenContract(), '2026-06-19').word).toBe('超过竣工日期 1 天');
    expect(contractMark(givenContract({ state: 'finished' }), '2026-06-19').state).toBe('done');
  });
});

describe('the rows of items', () => {
  it('say how far each is and should be, and what holds it back', () => {
    const [row] = toItemRows([givenStanding({}, { holds: [held] })], givenAround);
    expect(row).toMatchObject({
      ...{ confirmed: '15 组', planned: '20 组', zones: 'A区', days: '6/1—6/12', firm: '示例建设' },
      bar: { solid: 50, mark: 67, label: '充电桩已确认 15 组，按计划应到 20 组' },
      holds: [held.text],
    });
  });
});

describe('the tab of contracts and items', () => {
  it('before a renovation, before a contract and before items it says what comes first', () => {
    const none = { contracts: [], standings: [] };
    expect(toWorks(worksView({ hasRenovation: false, ...none }), givenFrame).empty?.text).toContain(
      '还没有立项',
    );
    const first = toWorks(worksView(none), givenFrame);
    expect([first.empty?.text.slice(0, 8), first.actions[0].primary]).toEqual(['还没有登记合同。', true]);
    const page = toWorks(worksView({ standings: [] }), givenFrame);
    expect(page.emptyItems).toMatchObject({ link: '/contracts/1/items', label: '从方案列出项目' });
    expect(toWorks(worksView({ standings: [], planLines: null }), givenFrame).emptyItems?.text).toContain(
      '方案还没有定案',
    );
  });

  it('counts the items, leaves out those that are dropped, and those that are held', () => {
    const standings = [
      givenStanding({}, { holds: [held] }),
      givenStanding({ id: 4, state: 'planned' }),
      givenStanding({ id: 5, state: 'dropped' }),
    ];
    const page = toWorks(worksView({ standings, mayEdit: false }), givenFrame);
    expect(page.numbers.map(({ value }) => value)).toEqual(['2', '1', '1', '0', '0', '1']);
    expect([page.contracts[0].items, page.actions, page.hasFirms]).toEqual(['2 项', [], false]);
  });
});

describe('a contract', () => {
  const view = (change: Partial<ContractView> = {}): ContractView => ({
    ...{ ...givenPlace, ...givenAround, contract: givenContract(), standings: [givenStanding()] },
    law: { renovation: 'active', sheet: { ...givenContract(), firmId: 10 }, openItems: 1, reason: '写明' },
    ...{ role: 'street-manager', mayEdit: true, links: [], recordedBy: '王', planLines: 7, ...change },
  });
  const labels = (change: Partial<ContractView>) =>
    toContractPage(view(change), givenFrame).actions.map(({ label }) => label);

  it('leads first to what comes next', () => {
    const prepared = givenContract({ state: 'prepared' });
    expect(labels({ contract: prepared })).toEqual(['开始履行', '修改合同', '解除合同']);
    expect(labels({})).toEqual(['修改合同', '履行完毕', '解除合同']);
    expect(labels({ contract: givenContract({ state: 'ended' }) })).toEqual(['恢复履行']);
    expect(labels({ role: 'auditor', mayEdit: false })).toEqual([]);
  });

  it('offers steps for several items only where some can take them', () => {
    const page = toContractPage(view(), givenFrame);
    expect(page.items?.actions.map(({ label }) => label)).toEqual(['完工自检', '从方案列出项目']);
    const supervisor = givenContract({ role: 'supervisor' });
    expect(toContractPage(view({ contract: supervisor }), givenFrame).items).toBeUndefined();
  });
});

describe('the table of the plan', () => {
  const line = { line: 3, name: '充电桩', quantity: 30_00, unit: '组', estimatedFen: 4_600_000 };
  const parts = (drawn: boolean) => ({
    ...{ ...givenPlace, ...givenAround, contract: givenContract(), plan: [line as never] },
    ...{ items: drawn ? [givenStanding().item] : [], zonesOfLine: new Map([[3, [1]]]) },
  });

  it('ticks what nobody drew, filled in from the plan', () => {
    const [row] = toDraw(parts(false), formState({}), givenFrame).rows;
    expect(row).toMatchObject({ isPicked: true, zones: 'A区', drawn: undefined });
    expect(row.values).toMatchObject({ name: '充电桩', quantity: '30', unit: '组', amount: '46000' });
    const [again] = toDraw(parts(true), formState({}), givenFrame).rows;
    expect(again).toMatchObject({ isPicked: false, drawn: '已列 30 组' });
  });

  it('stands as it was typed, with what is wrong beside it', () => {
    const errors = [{ field: 'quantity.3', message: '「充电桩」：只能填数字' }];
    const form = formState({ pick: ['3:yes'], quantity: ['3:很多'], measure: ['3:share'] }, errors);
    const [row] = toDraw(parts(false), form, givenFrame).rows;
    expect([row.values.quantity, row.wrongs.quantity, row.isPicked]).toEqual([
      '很多',
      '「充电桩」：只能填数字',
      true,
    ]);
    expect(row.measures.find(({ selected }) => selected)?.value).toBe('share');
  });
});

describe('steps', () => {
  it('say what is different afterwards, and ask for a reason where there is one', () => {
    const parts = { reasons: [], remarks: [], form: formState({}) };
    const view = { ...givenPlace, standing: givenStanding() };
    expect(toItemStep(view, 'drop', parts, givenFrame)).toMatchObject({
      ...{ isFinal: true, reasonLabel: '不再施工的原因', action: '/work-items/3/steps' },
      consequences: [{ what: '项目', now: '施工中', after: '不再施工' }],
    });
    expect(toItemStep(view, 'finish', parts, givenFrame).reasonLabel).toBeUndefined();
  });

  it('of several: those whose day has come are chosen, those that are held say why', () => {
    const row = (id: number, plannedStartOn: string, blockers: (typeof held)[] = []) => ({
      ...{ standing: givenStanding({ id, state: 'planned', plannedStartOn }), blockers },
    });
    const rows = [row(1, '2026-06-08'), row(2, '2026-06-09'), row(3, '2026-06-01', [held])];
    const place = { ...givenPlace, contract: givenContract() };
    const page = toSeveral(place, 'open', { rows, today: '2026-06-08' }, formState({}), givenFrame);
    expect(page.rows.map(({ isChosen }) => isChosen)).toEqual([true, false, false]);
    expect([page.rows[2].reasons, page.isOpen]).toEqual([[held], true]);
  });
});
