import {
  Finding,
  findingBlockers,
  findingDueOn,
  findingInWords,
  findingOverdueDays,
  FindingSeverity,
  FindingSheet,
  FindingState,
  findingStates,
  findingWarnings,
} from './finding';
import { FindingStep, findingStepBlockers, FindingStepFacts } from './finding-steps';
import { charging, codesOf, engineer, tableOf, today } from './given-construction';
import { Inspection, inspectionBlockers, findingTotals, roundAddBlockers } from './inspection';
import { punchList, readyBlockers } from './punch-list';

const finding = (change: Partial<Finding> = {}): Finding => ({
  ...{ id: 1, state: 'open', itemId: 3, what: '线管没有固定', place: '车棚北侧', severity: 'general' },
  ...{ foundOn: '2026-06-01', dueOn: today, photosBefore: 1, ...change },
});
const place = { startsOn: '2026-05-19', items: [{ id: 3 }] };

describe('a finding', () => {
  it.each<[string, Partial<FindingSheet>, string[]]>([
    ['as it should be', {}, []],
    ['of nothing', { what: '' }, ['finding-what']],
    ['nowhere', { place: ' ' }, ['finding-place']],
    ['about no item', { itemId: null }, []],
    ['about an item elsewhere', { itemId: 9 }, ['finding-foreign']],
    ['of tomorrow', { foundOn: '2026-06-09', dueOn: '2026-06-12' }, ['finding-future']],
    ['of the first day of the works', { foundOn: '2026-05-19' }, []],
    ['of the day before', { foundOn: '2026-05-18' }, ['finding-early']],
    ['due on its day', { dueOn: '2026-06-01' }, []],
    ['due before it was found', { dueOn: '2026-05-31' }, ['finding-due']],
    ['without a picture', { photosBefore: 0 }, ['finding-photo']],
  ])('%s', (_, change, expected) => {
    expect(codesOf(findingBlockers({ ...finding(), ...change }, place, today))).toEqual(expected);
  });

  it.each<[FindingSeverity, string, string]>([
    ['general', '2026-06-08', '2026-06-09'],
    ['serious', '2026-06-04', '2026-06-05'],
    ['urgent', '2026-06-02', '2026-06-03'],
  ])('%s is mended until %s; %s is remarked on', (severity, dueOn, later) => {
    expect(findingDueOn(severity, '2026-06-01')).toBe(dueOn);
    expect(findingWarnings(finding({ severity, dueOn }))).toEqual([]);
    expect(codesOf(findingWarnings(finding({ severity, dueOn: later })))).toEqual(['finding-due-late']);
  });

  it.each<[string, FindingState, number, string]>([
    ['2026-06-06', 'open', 0, '待整改，还剩 2 天'],
    [today, 'open', 0, '待整改，今天到期'],
    ['2026-06-09', 'open', 1, '待整改，逾期 1 天'],
    ['2026-06-09', 'mended', 0, '已整改，待复查'],
    ['2026-06-09', 'closed', 0, '复查通过'],
  ])('on %s, %s, is %i days over', (day, state, late, words) => {
    expect(findingOverdueDays(finding({ state }), day)).toBe(late);
    expect(findingInWords(finding({ state }), day)).toBe(words);
  });
});

const facts = (change: Partial<FindingStepFacts> = {}): FindingStepFacts => ({
  ...{ renovation: 'active', today, foundOn: '2026-06-01', dueOn: today, happenedOn: today },
  ...{ mended: { on: '2026-06-05', by: { userId: 9, firmId: 10 } }, actor: engineer, photosAfter: 1 },
  ...{ nextDueOn: '2026-06-12', reason: '已加固', ...change },
});

describe('how a finding goes on: every arrow × role × state', () => {
  const looking = ['supervisor', 'street-manager', 'district-officer'] as const;
  it.each(
    tableOf<FindingStep, FindingState>(
      {
        mend: { by: ['contractor', 'street-manager'], from: ['open'] },
        pass: { by: looking, from: ['mended'] },
        'send-back': { by: looking, from: ['mended'] },
        'move-due': { by: looking, from: ['open'] },
        reopen: { by: looking, from: ['closed'] },
        'strike-out': { by: looking, from: ['open'] },
      },
      findingStates,
    ),
  )('%s, %s, by %s', (step, state, role, expected) => {
    expect(codesOf(findingStepBlockers(step, state, role, facts()))).toEqual(expected);
  });

  it.each<[FindingStep, FindingState, Partial<FindingStepFacts>, string[]]>([
    ['mend', 'open', { photosAfter: 0 }, ['finding-photo-after']],
    ['mend', 'open', { reason: ' ' }, ['finding-mended']],
    ['mend', 'open', { happenedOn: '2026-06-09' }, ['finding-future']],
    ['mend', 'open', { happenedOn: '2026-06-01' }, []],
    ['mend', 'open', { happenedOn: '2026-05-31' }, ['finding-before']],
    ['pass', 'mended', { happenedOn: '2026-06-05' }, []],
    ['pass', 'mended', { happenedOn: '2026-06-04' }, ['finding-before']],
    ['pass', 'mended', { photosAfter: 0 }, ['finding-photo-after']],
    ['pass', 'mended', { mended: { on: '2026-06-05', by: { userId: 7, firmId: null } } }, ['finding-own']],
    ['pass', 'mended', { mended: { on: '2026-06-05', by: { userId: null, firmId: 20 } } }, ['finding-own']],
    ['pass', 'mended', { mended: { on: '2026-06-05', by: { userId: 8, firmId: null } } }, []],
    ['send-back', 'mended', { reason: '' }, ['finding-back']],
    ['send-back', 'mended', { nextDueOn: null }, ['finding-next-due']],
    ['send-back', 'mended', { nextDueOn: today }, []],
    ['send-back', 'mended', { nextDueOn: '2026-06-07' }, ['finding-next-due']],
    ['move-due', 'open', { nextDueOn: today }, ['finding-same-due']],
    ['move-due', 'open', { reason: '' }, ['finding-moved']],
    ['reopen', 'closed', { reason: '' }, ['finding-reopened']],
    ['strike-out', 'open', { reason: '' }, ['finding-struck-out']],
    ['mend', 'open', { renovation: 'closed' }, ['renovation-over']],
  ])('%s of one that is %s: %j', (step, state, change, expected) => {
    const role = step === 'mend' ? 'contractor' : 'supervisor';
    expect(codesOf(findingStepBlockers(step, state, role, facts(change)))).toEqual(expected);
  });
});

describe('a round', () => {
  const round = (change: Partial<Inspection> = {}): Inspection => ({
    ...{ kind: 'quality', lookedOn: today, inspectors: ['supervisor'], opinion: '', findings: 1, ...change },
  });
  const where = { renovation: 'active', role: 'supervisor', startsOn: '2026-05-19' } as const;
  it.each<[string, Partial<Inspection>, string[]]>([
    ['that found something', {}, []],
    ['that found nothing, without a word', { findings: 0 }, ['inspection-opinion']],
    ['that found nothing', { findings: 0, opinion: '未发现问题' }, []],
    ['of tomorrow', { lookedOn: '2026-06-09' }, ['inspection-future']],
    ['of the first day of the works', { lookedOn: '2026-05-19' }, []],
    ['of the day before', { lookedOn: '2026-05-18' }, ['inspection-early']],
    ['by nobody', { inspectors: [] }, ['inspection-inspectors']],
    ['joint, by one', { kind: 'joint' }, ['inspection-joint']],
    ['joint, by one named twice', { kind: 'joint', inspectors: ['street', 'street'] }, ['inspection-joint']],
    ['joint, by two', { kind: 'joint', inspectors: ['street', 'residents'] }, []],
  ])('%s', (_, change, expected) => {
    expect(codesOf(inspectionBlockers(round(change), where, today))).toEqual(expected);
  });

  it('is written down by who watches, not by the auditor', () => {
    expect(codesOf(inspectionBlockers(round(), { ...where, role: 'auditor' }, today))).toEqual([
      'inspection-role',
    ]);
    expect(inspectionBlockers(round(), { ...where, role: 'community-worker' }, today)).toEqual([]);
  });
});

describe('the check of a contractor', () => {
  const where = { renovation: 'active', role: 'contractor', startsOn: '2026-05-19' } as const;
  const check = (inspectors: Inspection['inspectors']): Inspection => ({
    ...{ kind: 'quality', lookedOn: today, inspectors, opinion: '未发现问题', findings: 0 },
  });

  it('is its own: it does not say that others looked along', () => {
    expect(inspectionBlockers(check(['contractor']), where, today)).toEqual([]);
    expect(codesOf(inspectionBlockers(check(['contractor', 'supervisor']), where, today))).toEqual([
      'inspection-own',
    ]);
  });

  it.each<[string, Parameters<typeof roundAddBlockers>, string[]]>([
    ['the firm, to its own round', [{ role: 'contractor', firmId: 10 }, { firmId: 10 }, 'active'], []],
    [
      'the firm, to the round of an office',
      [{ role: 'contractor', firmId: 10 }, { firmId: null }, 'active'],
      ['inspection-foreign'],
    ],
    ['the supervisor, to any', [{ role: 'supervisor', firmId: 20 }, { firmId: 10 }, 'active'], []],
    ['the auditor', [{ role: 'auditor', firmId: null }, { firmId: null }, 'active'], ['inspection-role']],
    [
      'anybody, once it is over',
      [{ role: 'street-manager', firmId: null }, { firmId: null }, 'closed'],
      ['renovation-over'],
    ],
  ])('a finding is added by %s', (_, given, expected) => {
    expect(codesOf(roundAddBlockers(...given))).toEqual(expected);
  });
});

describe('the list of findings', () => {
  const all = findingStates.map((state, index) => finding({ id: index, state }));

  it('counts what is open, waits, is closed, and what is late', () => {
    expect(findingTotals(all, '2026-06-09')).toEqual({ found: 3, open: 1, mended: 1, closed: 1, overdue: 1 });
    expect(findingTotals(all, today).overdue).toBe(0);
  });
});

describe('the punch list', () => {
  const sources = {
    items: [
      charging({ state: 'accepted' }),
      charging({ id: 4, name: '车棚' }),
      charging({ id: 5, state: 'dropped' }),
    ],
    findings: [
      finding({ dueOn: '2026-06-12' }),
      finding({ id: 2, state: 'mended' }),
      finding({ id: 3, state: 'closed' }),
    ],
    pointsWithoutAfter: [{ id: 6, name: '院门' }],
  };

  it('gathers what is not accepted, not closed and not photographed, findings by the day they are due', () => {
    expect(punchList(sources, today).map(({ kind, id, standing }) => [kind, id, standing])).toEqual([
      ['item', 4, '施工中'],
      ['finding', 2, '已整改，待复查'],
      ['finding', 1, '待整改，还剩 4 天'],
      ['photo', 6, '缺完工后的照片'],
    ]);
  });

  it('speaks against acceptance while it holds anything', () => {
    expect(codesOf(readyBlockers(punchList(sources, today)))).toEqual([
      'punch-item',
      'punch-finding',
      'punch-photo',
    ]);
    expect(readyBlockers([])).toEqual([]);
  });
});
