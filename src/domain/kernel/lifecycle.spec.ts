import type { Blocker } from './blocker';
import { allowedSteps, Lifecycle, stepBlockers } from './lifecycle';

type State = 'open' | 'shut';
type Role = 'keeper' | 'guest';
const stuck: Blocker = { code: 'door.stuck', level: 'policy', text: '门卡住了' };

const door: Lifecycle<'open' | 'shut' | 'knock', State, Role, { stuck: boolean }> = {
  open: {
    from: ['shut'],
    to: 'open',
    by: ['keeper'],
    label: '开门',
    blockers: (facts) => (facts.stuck ? [stuck] : []),
  },
  shut: { from: ['open'], to: 'shut', by: ['keeper', 'guest'], label: '关门' },
  knock: { from: ['shut', 'open'], to: 'shut', by: ['guest'], label: '敲门' },
};
const words = { states: { open: '开着', shut: '关着' }, roles: { keeper: '门卫', guest: '客人' } };

describe('a lifecycle', () => {
  it.each([
    ['shut', 'keeper', ['open']],
    ['shut', 'guest', ['knock']],
    ['open', 'keeper', ['shut']],
    ['open', 'guest', ['shut', 'knock']],
  ] as const)('in state %s the %s sees %s', (state, role, steps) => {
    expect(allowedSteps(door, state, role, { stuck: false }).map(({ step }) => step)).toEqual(steps);
  });

  it('shows a known step with the reasons against it', () => {
    expect(allowedSteps(door, 'shut', 'keeper', { stuck: true })).toEqual([
      { step: 'open', label: '开门', to: 'open', blockers: [stuck] },
    ]);
  });

  it.each([
    ['open', 'shut', 'keeper', false, []],
    ['open', 'shut', 'keeper', true, ['door.stuck']],
    ['open', 'shut', 'guest', true, ['step.role', 'door.stuck']],
    ['open', 'open', 'keeper', true, ['step.state']],
    ['open', 'open', 'guest', true, ['step.role', 'step.state']],
    ['shut', 'open', 'guest', true, []],
  ] as const)('step %s in state %s by the %s, stuck %s: %s', (step, state, role, isStuck, codes) => {
    const found = stepBlockers(door, step, { state, role, facts: { stuck: isStuck } }, words);
    expect(found.map(({ code }) => code)).toEqual(codes);
  });

  it('says who takes the step and what the state is', () => {
    const found = stepBlockers(
      door,
      'open',
      { state: 'open', role: 'guest', facts: { stuck: false } },
      words,
    );
    expect(found.map(({ text }) => text)).toEqual([
      '「开门」由门卫办理',
      '现在是「开着」，不能「开门」。请刷新页面查看当前状态',
    ]);
  });
});
