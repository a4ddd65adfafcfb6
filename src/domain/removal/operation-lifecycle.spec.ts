import { roles } from '../people/roles';
import { workCalendar } from './given-removal';
import {
  OperationFacts,
  operationFormBlockers,
  operationLifecycle,
  OperationStep,
  operationStepBlockers,
} from './operation-lifecycle';
import { OperationState, operationStateNames } from './removal-operation';

const day = '2026-05-18';
const facts = (change: Partial<OperationFacts> = {}): OperationFacts => ({
  renovation: 'active',
  plan: {
    ...{
      compoundId: 7,
      hours: { on: day, from: '08:00', to: '12:00' },
      agencies: ['street'],
      safetyPlans: 1,
    },
    structures: [{ id: 1, number: 1, compoundId: 7, state: 'agreed', way: 'assisted', blockers: [] }],
    emergency: '',
  },
  weather: { windGrade: 2, hasPollutionAlert: false, checkedOn: day },
  outcomes: [{ structureId: 1, outcome: 'removed', note: '' }],
  ...{ reason: '下雨', today: day, calendar: workCalendar, ...change },
});
const steps = Object.keys(operationLifecycle) as OperationStep[];
const states = Object.keys(operationStateNames) as OperationState[];

describe('how a removal day goes on: every arrow × role × state', () => {
  it.each(steps.flatMap((step) => states.map((state) => [step, state] as const)))('%s, %s', (step, state) => {
    for (const role of roles) {
      const found = operationStepBlockers(step, state, role, facts()).map(({ code }) => code);
      const expected = [
        ...(role === 'street-manager' ? [] : ['step.role']),
        ...(state === 'planned' ? [] : ['step.state']),
      ];
      expect([role, found]).toEqual([role, expected]);
    }
  });

  it('each leads to one state', () => {
    expect(Object.fromEntries(steps.map((step) => [step, operationLifecycle[step].to]))).toEqual({
      ...{ change: 'planned', 'carry-out': 'carried-out', 'add-safety-plan': 'planned' },
      ...{ 'check-weather': 'planned', cancel: 'cancelled' },
    });
  });

  it.each<[OperationStep, Partial<OperationFacts>, string[]]>([
    ['cancel', { reason: ' ' }, ['removal.reason']],
    ['carry-out', { outcomes: [] }, ['removal.operation-outcome']],
    [
      'carry-out',
      { outcomes: [{ structureId: 1, outcome: 'not-removed', note: '下雨' }] },
      ['removal.operation-nothing'],
    ],
    ['carry-out', { today: '2026-05-17' }, ['removal.operation-early']],
    [
      'check-weather',
      { weather: { windGrade: 2, hasPollutionAlert: false, checkedOn: '2026-05-15' } },
      ['removal.weather-day'],
    ],
    ['add-safety-plan', { renovation: 'cancelled' }, ['removal.renovation-over']],
    ['change', { today: '2026-05-19' }, ['removal.operation-past']],
    ['change', { renovation: 'closed' }, ['removal.renovation-over']],
  ])('%s is refused: %j', (step, change, expected) => {
    const found = operationStepBlockers(step, 'planned', 'street-manager', facts(change));
    expect(found.map(({ code }) => code)).toEqual(expected);
  });

  it('papers and state of what was left alone hold up no result of the others', () => {
    const plan = facts().plan;
    const second = { ...plan.structures[0], id: 2, number: 2, state: 'standing' as const };
    const outcomes = (second: 'removed' | 'not-removed') => [
      { structureId: 1, outcome: 'removed' as const, note: '' },
      { structureId: 2, outcome: second, note: '当天反悔，继续劝导' },
    ];
    const found = (second: 'removed' | 'not-removed', structures: typeof plan.structures) =>
      operationStepBlockers('carry-out', 'planned', 'street-manager', {
        ...facts({ outcomes: outcomes(second) }),
        plan: { ...plan, structures },
      }).map(({ code }) => code);
    const both = [plan.structures[0], second];
    expect(found('not-removed', both)).toEqual([]);
    expect(found('removed', both)).toEqual(['removal.operation-state']);
  });

  it('a form opens while it is planned, whatever is still missing, and never once it is over', () => {
    const empty = facts({ plan: { ...facts().plan, structures: [] }, weather: null, reason: '' });
    const codes = (state: OperationState, more: Partial<OperationFacts> = {}) =>
      steps.map((step) =>
        operationFormBlockers(step, state, 'street-manager', { ...empty, ...more }).map(({ code }) => code),
      );
    expect(codes('planned')).toEqual(steps.map(() => []));
    const tooEarly = codes('planned', { today: '2026-05-17' });
    expect(tooEarly.flat()).toEqual(['removal.operation-early']);
    expect(codes('cancelled')).toEqual(steps.map(() => ['step.state']));
    expect(codes('planned', { renovation: 'closed' })).toEqual(steps.map(() => ['removal.renovation-over']));
  });
});
