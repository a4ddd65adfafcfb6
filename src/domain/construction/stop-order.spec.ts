import type { Role } from '../people/roles';
import { codesOf, tableOf, today } from './given-construction';
import {
  isStopped,
  stopBlockers,
  StopOrder,
  stopReachBlockers,
  StopState,
  stopStateNames,
  stopsItem,
} from './stop-order';
import {
  stopReportBlockers,
  stopReportWarnings,
  StopStep,
  stopStepBlockers,
  StopStepFacts,
} from './stop-steps';

const order = (change: Partial<StopOrder> = {}): StopOrder => ({
  ...{ id: 1, state: 'stopped', cause: 'safety', stoppedOn: '2026-06-05', resumedOn: null },
  ...{ itemIds: [], zones: [], ...change },
});
const watching = ['supervisor', 'street-manager', 'district-officer'] as const;

describe('an order to stop', () => {
  const place = {
    renovation: 'active',
    role: 'supervisor' as Role,
    startsOn: '2026-05-19',
    items: [{ id: 3 }],
  } as const;
  const draft = { stoppedOn: today, itemIds: [3], reason: '脚手架没有拉结' };
  it.each<[string, Partial<typeof draft>, Partial<Omit<typeof place, 'role'>> & { role?: Role }, string[]]>([
    ['of today', {}, {}, []],
    ['of tomorrow', { stoppedOn: '2026-06-09' }, {}, ['stop-future']],
    ['of the first day of the works', { stoppedOn: '2026-05-19' }, {}, []],
    ['of the day before', { stoppedOn: '2026-05-18' }, {}, ['stop-early']],
    ['of an item elsewhere', { itemIds: [9] }, {}, ['stop-foreign']],
    ['without a reason', { reason: ' ' }, {}, ['stop-reason']],
    ['by the contractor', {}, { role: 'contractor' }, ['stop-role']],
    ['by the community', {}, { role: 'community-worker' }, ['stop-role']],
    ['by the district', {}, { role: 'district-officer' }, []],
  ])('%s', (_, change, where, expected) => {
    expect(codesOf(stopBlockers({ ...draft, ...change }, { ...place, ...where }, today))).toEqual(expected);
  });

  it.each<[string, Partial<StopOrder>, boolean]>([
    ['2026-06-04', {}, false],
    ['2026-06-05', {}, true],
    ['2026-06-30', {}, true],
    ['2026-06-07', { state: 'resumed', resumedOn: today }, true],
    [today, { state: 'resumed', resumedOn: today }, false],
    [today, { state: 'withdrawn' }, false],
  ])('holds on %s: %j', (day, change, expected) => {
    expect(isStopped(order(change), day)).toBe(expected);
  });

  it.each<[string, Partial<StopOrder>, boolean]>([
    ['of everything', {}, true],
    ['of this item', { itemIds: [3] }, true],
    ['of another item', { itemIds: [4] }, false],
    ['of its zone', { zones: [1] }, true],
    ['of another zone', { zones: [2] }, false],
    ['of another item and its zone', { itemIds: [4], zones: [1] }, true],
  ])('%s stops an item', (_, change, expected) => {
    expect(stopsItem(order(change), { id: 3, zones: [1] })).toBe(expected);
  });
});

const facts = (change: Partial<StopStepFacts> = {}): StopStepFacts => ({
  ...{ renovation: 'active', role: 'district-officer', orderedBy: 'supervisor', stoppedOn: '2026-06-05' },
  ...{ resumedOn: today, today, openFindings: 0, reason: '拉结已补齐', ...change },
});

describe('the word to go on: every arrow × role × state', () => {
  it.each(
    tableOf<StopStep, StopState>(
      { resume: { by: watching, from: ['stopped'] }, withdraw: { by: watching, from: ['stopped'] } },
      Object.keys(stopStateNames) as StopState[],
    ),
  )('%s, %s, by %s', (step, state, role, expected) => {
    expect(codesOf(stopStepBlockers(step, state, role, facts()))).toEqual(expected);
  });

  it.each<[Role, Role, string[]]>([
    ['supervisor', 'supervisor', []],
    ['street-manager', 'supervisor', []],
    ['supervisor', 'street-manager', ['stop-rank']],
    ['street-manager', 'street-manager', []],
    ['street-manager', 'district-officer', ['stop-rank']],
    ['district-officer', 'district-officer', []],
  ])('%s lifts what %s ordered', (role, orderedBy, expected) => {
    expect(codesOf(stopStepBlockers('resume', 'stopped', role, facts({ role, orderedBy })))).toEqual(
      expected,
    );
  });

  it.each<[Partial<StopStepFacts>, string[]]>([
    [{ openFindings: 1 }, ['resume-findings']],
    [{ resumedOn: '2026-06-09' }, ['resume-future']],
    [{ resumedOn: '2026-06-05' }, []],
    [{ resumedOn: '2026-06-04' }, ['resume-early']],
    [{ reason: '' }, ['resume-reason']],
    [{ renovation: 'closed' }, ['renovation-over']],
  ])('%j', (change, expected) => {
    expect(codesOf(stopStepBlockers('resume', 'stopped', 'supervisor', facts(change)))).toEqual(expected);
  });
});

describe('the report to the organ of the permit', () => {
  const said = (day: string, hasPermit = true, reportedOn: string | null = null) =>
    stopReportWarnings({ stoppedOn: '2026-06-05', reportedOn }, hasPermit, day).map(({ text }) => text);

  it('is asked for within a month, and said as late from the day after', () => {
    expect(said('2026-07-05')).toEqual([
      '领有施工许可证的工程中止施工，要向发证机关报告，请在 2026年7月5日前报告',
    ]);
    expect(said('2026-07-06')).toEqual([
      '领有施工许可证的工程中止施工，要向发证机关报告，已过期 1 天，请立即报告',
    ]);
  });

  it('is not asked for without a permit, nor once it is made', () => {
    expect(said('2026-07-06', false)).toEqual([]);
    expect(said('2026-07-06', true, '2026-06-10')).toEqual([]);
  });
});

describe('what an order names', () => {
  const place = { zones: [{ id: 1 }], openFindings: [{ id: 8 }] };
  it.each<[string, { zones: number[]; findingIds: number[] }, string[]]>([
    ['nothing', { zones: [], findingIds: [] }, []],
    ['a zone and an open finding of these works', { zones: [1], findingIds: [8] }, []],
    ['a zone of other works', { zones: [2], findingIds: [] }, ['stop-foreign-zone']],
    ['a finding that is closed or elsewhere', { zones: [], findingIds: [9] }, ['stop-foreign-finding']],
  ])('%s', (_, order, expected) => {
    expect(codesOf(stopReachBlockers(order, place))).toEqual(expected);
  });
});

describe('the day of the report', () => {
  it.each<[string, StopState, string, string[]]>([
    ['the day of the stop', 'stopped', '2026-06-05', []],
    ['the day before', 'stopped', '2026-06-04', ['stop-report-early']],
    ['today, after it was lifted', 'resumed', today, []],
    ['tomorrow', 'stopped', '2026-06-09', ['stop-report-future']],
    ['of an order taken back', 'withdrawn', '2026-06-05', ['stop-report-state']],
  ])('%s', (_, state, reportedOn, expected) => {
    const stop = { state, stoppedOn: '2026-06-05' };
    expect(codesOf(stopReportBlockers(stop, reportedOn, today))).toEqual(expected);
  });
});
