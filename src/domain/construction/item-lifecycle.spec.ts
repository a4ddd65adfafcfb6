import type { ConcealedState, ConcealedWork } from './concealed-work';
import {
  charging,
  codesOf,
  contract,
  engineer,
  manager,
  supervised,
  tableOf,
  today,
  walls,
} from './given-construction';
import { itemHoldBlockers, itemOpenBlockers, ItemSurroundings } from './item-holds';
import {
  WorkItemStep,
  workItemStepBlockers,
  WorkItemStepFacts,
  workItemStepWarnings,
} from './item-lifecycle';
import type { StopOrder } from './stop-order';
import { WorkItemState, workItemStates } from './work-item';

const around = (change: Partial<ItemSurroundings> = {}): ItemSurroundings => ({
  ...{ contract: contract(), ground: null, predecessor: null, concealed: [], stops: [], ...change },
});
const stop = (change: Partial<StopOrder> = {}): StopOrder => ({
  ...{ id: 1, state: 'stopped', cause: 'safety', stoppedOn: '2026-06-05', resumedOn: null },
  ...{ itemIds: [], zones: [], ...change },
});
const pipe = (state: ConcealedState, itemId = 1): ConcealedWork => ({
  id: 1,
  itemId,
  part: '西侧排水管',
  state,
});
const held = { isBlocked: true, words: '受阻：第 1 处还没有拆除复核' };

describe('opening an item', () => {
  const after = charging({ predecessorId: 1 });
  it.each<[string, Partial<ItemSurroundings>, string[]]>([
    ['with nothing in its way', {}, []],
    ['on ground that is free', { ground: { isBlocked: false, words: '可开工' } }, []],
    ['on ground that is not cleared', { ground: held }, ['item-ground']],
    [
      'under a contract that does not run',
      { contract: contract({ state: 'prepared' }) },
      ['contract-not-running'],
    ],
    [
      'before the contract begins',
      { contract: contract({ startsOn: '2026-06-09' }) },
      ['contract-not-begun'],
    ],
    ['on the day the contract begins', { contract: contract({ startsOn: today }) }, []],
    ['while what it waits for is under way', { predecessor: walls() }, ['item-waits']],
    ['while what it waits for is dropped', { predecessor: walls({ state: 'dropped' }) }, ['item-waits']],
    ['once what it waits for is finished', { predecessor: walls({ state: 'finished' }) }, []],
    ['once what it waits for is accepted', { predecessor: walls({ state: 'accepted' }) }, []],
    [
      'while concealed work before it waits to be looked at',
      { concealed: [pipe('noticed')] },
      ['item-concealed-before'],
    ],
    [
      'while concealed work before it was refused',
      { concealed: [pipe('rejected')] },
      ['item-concealed-before'],
    ],
    ['once concealed work before it is accepted', { concealed: [pipe('accepted')] }, []],
    ['once concealed work before it is covered', { concealed: [pipe('covered')] }, []],
    ['while concealed work elsewhere waits', { concealed: [pipe('noticed', 9)] }, []],
    ['while everything is stopped', { stops: [stop()] }, ['item-stopped']],
    ['while another item is stopped', { stops: [stop({ itemIds: [9] })] }, []],
    ['while its zone is stopped', { stops: [stop({ zones: [1] })] }, ['item-stopped']],
    ['on the day work goes on again', { stops: [stop({ state: 'resumed', resumedOn: today })] }, []],
  ])('%s', (_, change, expected) => {
    expect(codesOf(itemOpenBlockers(after, around(change), today))).toEqual(expected);
  });

  it('says the number of what stands there and the name of what it waits for', () => {
    const found = itemOpenBlockers(after, around({ ground: held, predecessor: walls() }), today);
    expect(found.map(({ text }) => text)).toEqual([
      '前道工序「院墙、走廊粉刷」施工中，完工后才能开工',
      '「充电桩」场地受阻：第 1 处还没有拆除复核',
    ]);
  });

  it('concealed work before it is a matter of law, the ground one of the office', () => {
    const found = itemHoldBlockers(after, around({ ground: held, concealed: [pipe('noticed')] }), today);
    expect(found.map(({ level }) => level)).toEqual(['policy', 'law']);
  });
});

const facts = (change: Partial<WorkItemStepFacts> = {}): WorkItemStepFacts => ({
  ...{ renovation: 'active', today, item: charging(), surroundings: around(), supervision: supervised },
  ...{ confirmer: engineer, finishedBy: { userId: 9, firmId: 10 }, confirmed: 30_00, openFindings: 0 },
  ...{ begunAfter: 0, reason: '居民要求', ...change },
});

describe('how an item goes on: every arrow × role × state', () => {
  const confirming = ['supervisor', 'street-manager'] as const;
  it.each(
    tableOf<WorkItemStep, WorkItemState>(
      {
        open: { by: confirming, from: ['planned'] },
        finish: { by: ['contractor', 'street-manager'], from: ['open'] },
        accept: { by: confirming, from: ['finished'] },
        reopen: { by: confirming, from: ['finished', 'accepted'] },
        drop: { by: ['street-manager'], from: ['planned', 'open'] },
        restore: { by: ['street-manager'], from: ['dropped'] },
      },
      workItemStates,
    ),
  )('%s, %s, by %s', (step, state, role, expected) => {
    expect(codesOf(workItemStepBlockers(step, state, role, facts()))).toEqual(expected);
  });

  const concealing = charging({ hasConcealed: true });
  const own = (state: ConcealedState) => around({ concealed: [pipe(state, 3)] });
  it.each<[WorkItemStep, WorkItemState, Partial<WorkItemStepFacts>, string[]]>([
    ['open', 'planned', { surroundings: around({ ground: held }) }, ['item-ground']],
    ['finish', 'open', { confirmed: 29_99 }, ['item-not-whole']],
    ['finish', 'open', { item: walls(), confirmed: 99_99 }, ['item-not-whole']],
    ['finish', 'open', { item: walls(), confirmed: 100_00 }, []],
    ['finish', 'open', { item: concealing }, ['item-concealed']],
    ['finish', 'open', { item: concealing, surroundings: own('noticed') }, ['item-concealed']],
    ['finish', 'open', { item: concealing, surroundings: own('withdrawn') }, ['item-concealed']],
    ['finish', 'open', { item: concealing, surroundings: own('covered') }, []],
    ['accept', 'finished', { openFindings: 1 }, ['item-findings']],
    ['accept', 'finished', { item: concealing }, ['item-concealed']],
    ['accept', 'finished', { finishedBy: { userId: 7, firmId: 20 } }, ['confirm-own']],
    ['accept', 'finished', { confirmer: manager }, ['confirm-supervisor']],
    ['reopen', 'accepted', { reason: ' ' }, ['item-reason']],
    ['drop', 'open', { reason: '' }, ['item-reason']],
    ['restore', 'dropped', { reason: '' }, ['item-reason']],
    ['open', 'planned', { renovation: 'closed' }, ['renovation-over']],
  ])('%s of one that is %s: %j', (step, state, change, expected) => {
    const role = step === 'drop' || step === 'restore' || step === 'finish' ? 'street-manager' : 'supervisor';
    expect(codesOf(workItemStepBlockers(step, state, role, facts(change)))).toEqual(expected);
  });

  it('who sends an item back is told of what began after it', () => {
    expect(workItemStepWarnings('reopen', facts({ begunAfter: 2 }))).toHaveLength(1);
    expect(workItemStepWarnings('accept', facts({ begunAfter: 2 }))).toEqual([]);
    expect(workItemStepWarnings('drop', facts())).toEqual([]);
  });
});
