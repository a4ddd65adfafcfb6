import { squareMetres } from '../kernel/area';
import { Role, roles } from '../people/roles';
import { garage, planningCase, workCalendar } from './given-removal';
import {
  firstStructureState,
  structureLifecycle,
  StructureStep,
  structureStepBlockers,
  StructureStepFacts,
} from './structure-lifecycle';
import { isClosedState, StructureState, structureStates, structureStateWords } from './structure-states';

const steps = Object.keys(structureLifecycle) as StructureStep[];
const day = '2026-05-18';
const facts = (change: Partial<StructureStepFacts> = {}): StructureStepFacts => ({
  ...{ renovation: 'active', today: day, calendar: workCalendar, actorId: 2, foundOn: '2026-03-10' },
  ...{ happenedOn: day, last: null },
  ...{
    way: 'assisted',
    hours: { on: day, from: '08:00', to: '12:00' },
    emergency: '',
    papers: 0,
    removedBy: 1,
  },
  ...{
    weather: { windGrade: 2, hasPollutionAlert: false, checkedOn: day },
    firm: null,
    reason: '写明',
    documents: 1,
  },
  ways: {
    sheet: garage(),
    consent: { signedOn: '2026-05-12', identityChecked: true, removeByOn: null, files: 1 },
    ...{ hasHardship: false, careSignedOff: false, cutsUtilities: false, statutory: planningCase() },
  },
  result: {
    ...{
      removedOn: day,
      removedArea: squareMetres(15),
      belongings: 'taken',
      hasInventory: false,
      wasteCleared: true,
    },
  },
  proof: { photosBefore: 2, photosAfter: 2, removedArea: squareMetres(15) },
  ...change,
});

const from: Record<StructureStep, StructureState[]> = {
  'check-ownership': ['standing', 'agreed'],
  'settle-ownership': ['ownership-check'],
  agree: ['standing'],
  'withdraw-agreement': ['agreed'],
  remove: ['agreed'],
  'remove-by-force': ['standing'],
  verify: ['removed'],
  'send-back': ['removed'],
  'retain-legal': ['standing', 'ownership-check'],
  'retain-rectified': ['standing', 'agreed'],
  'scope-out': ['standing', 'ownership-check', 'agreed'],
  reopen: ['verified', 'retained-legal', 'retained-rectified', 'scoped-out'],
  'strike-out': ['standing'],
};
const managerOnly: StructureStep[] = [
  'remove-by-force',
  'retain-legal',
  'retain-rectified',
  'scope-out',
  'strike-out',
];
const mayTake = (step: StructureStep, role: Role) =>
  role === 'street-manager' || (role === 'community-worker' && !managerOnly.includes(step));

describe('every arrow × role × state: these are open, all others are refused', () => {
  it.each(steps.flatMap((step) => structureStates.map((state) => [step, state] as const)))(
    '%s of a structure that is %s',
    (step, state) => {
      for (const role of roles) {
        const found = structureStepBlockers(step, state, role, facts()).map(({ code }) => code);
        const expected: string[] = [];
        if (!mayTake(step, role)) expected.push('step.role');
        if (!from[step].includes(state)) expected.push('step.state');
        expect([role, found]).toEqual([role, expected]);
      }
    },
  );

  it('each leads to one state, and nobody else than these two roles takes any', () => {
    const leads = Object.fromEntries(steps.map((step) => [step, structureLifecycle[step].to]));
    expect(leads).toEqual({
      ...{ 'check-ownership': 'ownership-check', 'settle-ownership': 'standing', agree: 'agreed' },
      ...{ 'withdraw-agreement': 'standing', remove: 'removed', 'remove-by-force': 'removed' },
      ...{ verify: 'verified', 'send-back': 'standing', 'retain-legal': 'retained-legal' },
      ...{ 'retain-rectified': 'retained-rectified', 'scope-out': 'scoped-out', reopen: 'standing' },
      'strike-out': 'struck-out',
    });
    const by = new Set(steps.flatMap((step) => structureLifecycle[step].by));
    expect([...by].sort()).toEqual(['community-worker', 'street-manager']);
  });

  it.each(steps)('%s is refused once the renovation is over, and goes on while it is paused', (step) => {
    const of = (renovation: StructureStepFacts['renovation']) =>
      structureStepBlockers(step, from[step][0], 'street-manager', facts({ renovation })).length;
    expect([of('paused'), of('closed'), of('cancelled')]).toEqual([0, 1, 1]);
  });
});

describe('each arrow has its own reasons', () => {
  const codes = (step: StructureStep, change: Partial<StructureStepFacts>) =>
    structureStepBlockers(step, from[step][0], 'street-manager', facts(change)).map(({ code }) =>
      code.replace('removal.', ''),
    );
  const ways = (change: Partial<StructureStepFacts['ways']>) => ({ ways: { ...facts().ways, ...change } });
  const result = (change: object) => ({ result: { ...facts().result!, ...change } });

  it.each<[StructureStep, string, Partial<StructureStepFacts>, string[]]>([
    ['check-ownership', 'without a doubt', { reason: ' ' }, ['reason']],
    ['settle-ownership', 'without a paper', { documents: 0 }, ['document']],
    ['settle-ownership', 'still open', ways({ sheet: garage({ ownership: 'open' }) }), ['D13']],
    ['agree', 'on no way', { way: null }, ['way']],
    ['agree', 'on force', { way: 'forced' }, ['way']],
    ['agree', 'without a signature', ways({ consent: null }), ['D09']],
    ['withdraw-agreement', 'without a word', { reason: '' }, ['reason']],
    ['remove', 'by force', { way: 'forced' }, ['way']],
    ['remove', 'without a result', { result: null }, ['result']],
    ['remove', 'tomorrow', result({ removedOn: '2026-05-19' }), ['result-future']],
    ['remove', 'of no area', result({ removedArea: 0 }), ['result-area']],
    [
      'remove',
      'of a thousand times the area',
      result({ removedArea: squareMetres(15_000) }),
      ['result-area'],
    ],
    ['remove', 'wires, with an area', ways({ sheet: garage({ kind: 'wiring' }) }), ['result-area']],
    [
      'remove',
      'before it was found',
      { ...result({ removedOn: '2026-03-09' }), way: 'voluntary' },
      ['result-early', 'promise'],
    ],
    ['remove', 'with belongings stored and no list', result({ belongings: 'stored' }), ['result-inventory']],
    ['remove', 'without hours', { hours: null }, ['hours']],
    ['remove', 'as soon as it has begun', { now: '08:00' }, []],
    ['remove', 'before it has begun', { now: '07:59' }, ['hours-future']],
    ['remove-by-force', 'just after midnight', { now: '00:01' }, ['hours-future']],
    [
      'remove',
      'of the day before, early in the morning',
      {
        ...result({ removedOn: '2026-05-17' }),
        weather: { ...facts().weather!, checkedOn: '2026-05-17' },
        now: '00:01',
      },
      [],
    ],
    ['remove', 'at night', { hours: { on: day, from: '05:59', to: '08:00' } }, ['D02']],
    ['remove', 'without looking at the weather', { weather: null }, ['D14']],
    [
      'remove',
      'by a firm that filed too late',
      { firm: { isLicensed: true, filedOn: '2026-05-04' } },
      ['D15'],
    ],
    ['remove', 'themselves, at night, in a storm', { way: 'voluntary', weather: null, hours: null }, []],
    ['remove-by-force', 'a day too early', result({ removedOn: '2026-03-26' }), ['D01', 'D14']],
    ['remove-by-force', 'without its record on file', { documents: 0 }, ['document']],
    ['verify', 'by who removed it', { removedBy: 2 }, ['two-people']],
    ['verify', 'without pictures after', { proof: { ...facts().proof, photosAfter: 0 } }, ['D16']],
    ['verify', 'of the largest area', { proof: { ...facts().proof, removedArea: squareMetres(2000) } }, []],
    [
      'verify',
      'of more than the largest area',
      { proof: { ...facts().proof, removedArea: squareMetres(2000) + 1 } },
      ['result-area'],
    ],
    ['send-back', 'without a word', { reason: '' }, ['reason']],
    ['retain-legal', 'without a document', { documents: 0 }, ['document']],
    ['retain-rectified', 'without a document', { documents: 0 }, ['document']],
    ['scope-out', 'without document and reason', { documents: 0, reason: '' }, ['document', 'reason']],
    ['reopen', 'without a word', { reason: '' }, ['reason']],
    ['strike-out', 'with papers on record', { papers: 1 }, ['papers']],
  ])('%s %s', (step, _, change, expected) => {
    expect(codes(step, change)).toEqual(expected);
  });
});

describe('the day of a step', () => {
  const said = (step: StructureStep, change: Partial<StructureStepFacts>) =>
    structureStepBlockers(step, from[step][0], 'street-manager', facts(change)).map(({ text }) => text);
  const last = { step: 'check-ownership', happenedOn: '2026-05-17' } as const;

  it.each(steps.filter((step) => !['agree', 'remove', 'remove-by-force'].includes(step)))(
    '%s: today is the last one, the day it was found the first',
    (step) => {
      expect(said(step, { happenedOn: day })).toEqual([]);
      expect(said(step, { happenedOn: '2026-05-19' })).toEqual(['「办理日期」不能晚于今天 2026年5月18日']);
      expect(said(step, { happenedOn: '2026-03-10' })).toEqual([]);
      expect(said(step, { happenedOn: '2026-03-09' })).toEqual([
        '这一步的日期不能早于发现日期 2026年3月10日，请核对',
      ]);
    },
  );

  it.each(steps)('%s: not before the step before it', (step) => {
    expect(said(step, { last, happenedOn: '2026-05-17' })).toEqual([]);
    expect(said(step, { last, happenedOn: '2026-05-16' })).toEqual([
      '这一步的日期不能早于上一步「转权属核查」（2026年5月17日），请核对',
    ]);
  });
});

describe('the words of a structure', () => {
  it('say 疑似 until it is identified, and never 违法', () => {
    expect(structureStateWords('standing', false)).toBe('疑似 · 待处理');
    expect(structureStateWords('agreed', true)).toBe('已认定 · 已同意拆除');
    expect(structureStateWords('verified', false)).toBe('已拆除，已复核');
    const all = structureStates.flatMap((state) =>
      [true, false].map((one) => structureStateWords(state, one)),
    );
    expect(all.join('')).not.toMatch(/违法|非法|违建/);
  });

  it('it is closed only by what the gate knows', () => {
    expect(structureStates.filter(isClosedState)).toEqual([
      ...['verified', 'retained-legal', 'retained-rectified', 'scoped-out', 'struck-out'],
    ]);
  });

  it('property of the former unit begins with the ownership check', () => {
    expect(firstStructureState(garage())).toBe('standing');
    expect(firstStructureState(garage({ ownership: 'open' }))).toBe('ownership-check');
    expect(firstStructureState(garage({ kind: 'legacy-unit', ownership: 'open' }))).toBe('ownership-check');
    expect(firstStructureState(garage({ kind: 'legacy-unit', ownership: 'consented' }))).toBe('standing');
  });
});
