import { byLaw } from './blocked';
import { papersTo, planningCase, workCalendar } from './given-removal';
import { executionBlockers, operationResultBlockers, partBlockers } from './operation-outcome';
import { agencyNames } from './removal-agencies';
import {
  isForceDecided,
  operationChecks,
  mostStructures,
  OperationPlan,
  operationPlanBlockers,
  operationStartBlockers,
  OperationStructure,
  operationWarnings,
  operationWay,
} from './removal-operation';

const day = '2026-05-18';
const one = (id: number, change: Partial<OperationStructure> = {}): OperationStructure => ({
  ...{ id, number: id, compoundId: 7, state: 'agreed', way: 'assisted', blockers: [], ...change },
});
const plan = (change: Partial<OperationPlan> = {}): OperationPlan => ({
  ...{
    compoundId: 7,
    hours: { on: day, from: '08:00', to: '12:00' },
    agencies: ['street', 'city-management'],
  },
  ...{ structures: [1, 2, 3].map((id) => one(id)), safetyPlans: 1, emergency: '', ...change },
});
const calm = { windGrade: 2, hasPollutionAlert: false, checkedOn: day };
const codes = (blockers: { code: string }[]) => blockers.map(({ code }) => code.replace('removal.', ''));

describe('planning a removal day', () => {
  it.each<[string, Partial<OperationPlan>, string[]]>([
    ['as case C1 was', {}, []],
    ['without structures', { structures: [] }, ['operation-empty']],
    [
      'with one of another compound',
      { structures: [one(1), one(2, { compoundId: 8 })] },
      ['operation-foreign'],
    ],
    ['with one twice', { structures: [one(1), one(1)] }, ['operation-twice']],
    ['with one that did not agree', { structures: [one(1, { state: 'standing' })] }, ['operation-state']],
    ['with one that is gone', { structures: [one(1, { state: 'verified' })] }, ['operation-state']],
    ['by force', { structures: [one(1, { way: 'forced', state: 'standing' })] }, []],
    [
      'by force without the law enforcement',
      { structures: [one(1, { way: 'forced', state: 'standing' })], agencies: ['street'] },
      ['operation-agencies'],
    ],
    [
      'with one that is in another operation',
      { structures: [one(1, { takenBy: { name: '车库集中拆除', on: '2026-05-20' } }), one(2)] },
      ['operation-taken'],
    ],
    [
      'with as many as its form holds',
      { structures: Array.from({ length: mostStructures }, (_, at) => one(at + 1)) },
      [],
    ],
    [
      'with one more',
      { structures: Array.from({ length: mostStructures + 1 }, (_, at) => one(at + 1)) },
      ['operation-many'],
    ],
    ['without the street office', { agencies: ['police'] }, ['operation-agencies']],
    ['yesterday', { hours: { on: '2026-05-16', from: '08:00', to: '12:00' } }, ['operation-past']],
    ['today', { hours: { on: '2026-05-17', from: '08:00', to: '12:00' } }, []],
    ['at night', { hours: { on: day, from: '05:30', to: '12:00' } }, ['D02']],
    ['ending before it begins', { hours: { on: day, from: '12:00', to: '08:00' } }, ['hours']],
    [
      'by force on National Day',
      {
        structures: [one(1, { way: 'forced', state: 'standing' }), one(2)],
        hours: { on: '2026-10-01', from: '08:00', to: '12:00' },
      },
      ['D02'],
    ],
    ['assisted on National Day', { hours: { on: '2026-10-01', from: '08:00', to: '12:00' } }, []],
  ])('%s', (_, change, expected) => {
    expect(codes(operationPlanBlockers(plan(change), '2026-05-17', workCalendar))).toEqual(expected);
  });

  it('says every reason at once', () => {
    const found = operationPlanBlockers(plan({ structures: [], agencies: [] }), '2026-05-19', workCalendar);
    expect(codes(found)).toEqual(['operation-past', 'operation-empty', 'operation-agencies']);
  });

  it('of six agencies, as case C6 was, knows them all', () => {
    const six = [
      'house-safety',
      'police',
      'fire-rescue',
      'housing',
      'city-management',
      'control-office',
    ] as const;
    expect(six.map((agency) => agencyNames[agency]).every(Boolean)).toBe(true);
    expect(operationWarnings(plan({ agencies: ['street', ...six] }))).toEqual([]);
  });

  it('by force without the police is said and not refused', () => {
    const structures = [one(1, { way: 'forced', state: 'standing' })];
    expect(codes(operationWarnings(plan({ structures })))).toEqual(['operation-police']);
  });
});

describe('the morning itself', () => {
  const start = (change: Partial<OperationPlan>, weather: typeof calm | null = calm, today = day) =>
    codes(operationStartBlockers(plan(change), weather, today, workCalendar));

  it('begins when everything is there, and not the day before', () => {
    expect(start({})).toEqual([]);
    expect(start({}, calm, '2026-05-17')).toEqual(['operation-early']);
  });

  it('asks for a safety plan, for calm air, and for the papers of each structure', () => {
    expect(start({ safetyPlans: 0 })).toEqual(['operation-safety']);
    expect(start({}, { ...calm, windGrade: 3 })).toEqual([]);
    expect(start({}, { ...calm, windGrade: 4 })).toEqual(['D14']);
    expect(start({}, null)).toEqual(['D14']);
    const structures = [one(4, { blockers: [byLaw('D09', '请先签字', '')] })];
    expect(operationStartBlockers(plan({ structures }), calm, day, workCalendar)[0].text).toBe(
      '第 4 处：请先签字',
    );
  });

  it('is shown as a list of five checks', () => {
    const checks = operationChecks(plan({ safetyPlans: 0 }), null, workCalendar);
    expect(checks.map(({ check, blockers }) => [check, blockers.length])).toEqual([
      ['structures', 0],
      ['agencies', 0],
      ['hours', 0],
      ['safety-plan', 1],
      ['weather', 1],
    ]);
  });
});

describe('the results', () => {
  const structures = [one(1), one(2)];
  const removed = { outcome: 'removed', note: '' } as const;
  it.each<[string, Parameters<typeof operationResultBlockers>[1], string[]]>([
    [
      'of all',
      [
        { structureId: 1, ...removed },
        { structureId: 2, ...removed },
      ],
      [],
    ],
    ['of one only', [{ structureId: 1, ...removed }], ['operation-outcome']],
    [
      'left standing without a word',
      [
        { structureId: 1, ...removed },
        { structureId: 2, outcome: 'not-removed', note: ' ' },
      ],
      ['operation-note'],
    ],
    [
      'left standing with a reason',
      [
        { structureId: 1, ...removed },
        { structureId: 2, outcome: 'partly', note: '墙体与主楼相连，改日拆' },
      ],
      [],
    ],
    [
      'of one that is not in it',
      [
        { structureId: 1, ...removed },
        { structureId: 2, ...removed },
        { structureId: 3, ...removed },
      ],
      ['operation-foreign'],
    ],
  ])('%s', (_, outcomes, expected) => {
    expect(codes(operationResultBlockers(structures, outcomes))).toEqual(expected);
  });
});

describe('which structures a removal day can take', () => {
  it.each([
    ['agreed', 'assisted', false, 'assisted'],
    ['agreed', 'voluntary', true, 'voluntary'],
    ['standing', null, true, 'forced'],
    ['standing', null, false, null],
    ['ownership-check', null, true, null],
    ['removed', 'assisted', true, null],
    ['verified', 'assisted', true, null],
  ] as const)('%s, %s, force open %s: %s', (state, way, isForceOpen, expected) => {
    expect(operationWay({ state, way }, isForceOpen)).toBe(expected);
  });
});

describe('force is on the list of a removal day', () => {
  it.each([
    ['once the enforcement is decided', planningCase(), true],
    ['not before', planningCase({ steps: papersTo('government-ordered') }), false],
    ['never where the kind knows none', planningCase({ kind: 'wiring' }), false],
  ] as const)('%s', (_, known, expected) => {
    expect(isForceDecided(known)).toBe(expected);
  });
});

describe('a part that was removed', () => {
  it.each([
    [1499, []],
    [1500, ['operation-part']],
    [null, []],
  ])('%s of 15 ㎡', (part, expected) => {
    expect(codes(partBlockers({ number: 1, area: 1500 }, part))).toEqual(expected);
    expect(partBlockers({ number: 1, area: null }, part)).toEqual([]);
  });
});

describe('a removal by force', () => {
  it('is carried out by an organ that is named', () => {
    expect(executionBlockers({ number: 1 }, 'city-management')).toEqual([]);
    expect(codes(executionBlockers({ number: 1 }, null))).toEqual(['operation-organ']);
  });
});
