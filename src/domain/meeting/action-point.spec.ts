import {
  actionPointBlockers,
  ActionPointDraft,
  ActionPointState,
  actionPointStateNames,
  ActionPointStep,
  actionPointStepBlockers,
  actionPointStepNames,
  daysOverdue,
  dueChangeBlockers,
} from './action-point';

const today = '2026-06-08';
const facts = { on: today, note: '已装好', writtenOn: '2026-06-01', today };
const take = (step: ActionPointStep, state: ActionPointState, change: Partial<typeof facts> = {}) =>
  actionPointStepBlockers(step, state, 'community-worker', { ...facts, ...change }).map(({ text }) => text);

describe('an action point', () => {
  const allowed: Record<ActionPointState, ActionPointStep[]> = {
    open: ['finish', 'drop'],
    done: ['reopen'],
    dropped: ['reopen'],
  };
  const states = Object.keys(actionPointStateNames) as ActionPointState[];
  const steps = Object.keys(actionPointStepNames) as ActionPointStep[];

  it.each(states.flatMap((state) => steps.map((step) => [state, step] as const)))('%s: %s', (state, step) => {
    expect(take(step, state)).toHaveLength(allowed[state].includes(step) ? 0 : 1);
  });

  it('is not finished by a firm', () => {
    expect(actionPointStepBlockers('finish', 'open', 'contractor', facts)).toMatchObject([
      { code: 'step.role' },
    ]);
  });

  it.each([
    ['today', today, 0],
    ['tomorrow', '2026-06-09', 1],
    ['on the day it was agreed', '2026-06-01', 0],
    ['the day before it was agreed', '2026-05-31', 1],
  ])('is done %s', (_, on, count) => {
    expect(take('finish', 'open', { on })).toHaveLength(count);
  });

  it('is never ended without a word', () => {
    expect(take('drop', 'open', { note: ' ' })).toEqual(['请写明怎样办的，或为什么不再办理、重新办理']);
  });

  it.each<[string, ActionPointState, string, number]>([
    ['due tomorrow', 'open', '2026-06-09', 0],
    ['due today', 'open', today, 0],
    ['due yesterday', 'open', '2026-06-07', 1],
    ['done', 'done', '2026-05-01', 0],
    ['dropped', 'dropped', '2026-05-01', 0],
  ])('%s: so many days over', (_, state, dueOn, days) => {
    expect(daysOverdue({ state, dueOn }, today)).toBe(days);
  });
});

describe('new points of a meeting', () => {
  const firms = [{ firmId: 7, party: 'contractor' as const }];
  const of = (change: Partial<ActionPointDraft>) =>
    actionPointBlockers(
      [{ text: '补种紫藤架', party: 'contractor', firmId: 7, dueOn: '2026-06-12', ...change }],
      '2026-06-05',
      firms,
    ).map(({ text }) => text);

  it.each([
    ['on the day of the meeting', '2026-06-05', 0],
    ['the day before', '2026-06-04', 1],
  ])('due %s', (_, dueOn, count) => {
    expect(of({ dueOn })).toHaveLength(count);
  });

  it('are answered for by a firm of the renovation in its own part, or by nobody by name', () => {
    expect(of({ firmId: null })).toEqual([]);
    expect(of({ firmId: 8 })).toEqual(['第 1 条督办事项的责任单位不在这次改造的参建单位里，请重新选择']);
    expect(of({ party: 'supervisor' })).toHaveLength(1);
  });
});

describe('moving the day', () => {
  const point = { state: 'open' as ActionPointState, dueOn: '2026-06-10' };
  const move = (change: Partial<{ dueOn: string; reason: string }>, of = point) =>
    dueChangeBlockers(of, { dueOn: '2026-06-15', reason: '等供货', ...change }, today).map(
      ({ text }) => text,
    );

  it.each([
    ['to another day', { dueOn: '2026-06-15' }, 0],
    ['to today', { dueOn: today }, 0],
    ['to yesterday', { dueOn: '2026-06-07' }, 1],
    ['to the day it was', { dueOn: '2026-06-10' }, 1],
    ['without a reason', { reason: '' }, 1],
  ])('%s', (_, change, count) => {
    expect(move(change)).toHaveLength(count);
  });

  it('of a point that is done is needless', () => {
    expect(move({}, { ...point, state: 'done' })).toEqual(['这件事已办结，不用再改期限']);
  });
});
