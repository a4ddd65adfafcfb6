import * as fc from 'fast-check';
import { addDays } from '../kernel/calendar-date';
import { earliestForcedOn, forcedBlockers, forcedTrackBlockers } from './forced-removal';
import { paper, papers, planningCase, workCalendar } from './given-removal';
import { StatutoryCase } from './statutory-case';
import { Halt, haltBlockers, haltDraftBlockers, suspensionEndsOn } from './statutory-halts';
import { structureKindCodes } from './structure-kinds';

const said = (known: StatutoryCase, day: string) =>
  forcedBlockers(known, day, workCalendar).map(({ code }) => code.replace('removal.', ''));
const halt = (change: Partial<Halt> = {}): Halt => ({
  ...{ kind: 'suspended', fromOn: '2026-03-20', endedOn: null, reason: '案外人主张权属', ...change },
});

describe('a forced case', () => {
  it('is refused on its last forbidden day and allowed on the next', () => {
    expect(said(planningCase(), '2026-03-26')).toEqual(['D01']);
    expect(said(planningCase(), '2026-03-27')).toEqual([]);
    expect(earliestForcedOn(planningCase(), '2026-03-01', workCalendar)).toBe('2026-03-27');
  });

  it('waits for the days of its last paper where they are longer than the remedies', () => {
    const steps = [...papers.slice(0, -1), paper('announced', '2026-03-13', { deadlineOn: '2026-04-07' })];
    expect(earliestForcedOn(planningCase({ steps }), '2026-03-01', workCalendar)).toBe('2026-04-08');
  });

  it('waits for the day that the decision itself gives, where that comes after the remedies', () => {
    const steps = papers.map((one) => (one.step === 'decided' ? { ...one, deadlineOn: '2026-05-31' } : one));
    expect(said(planningCase({ steps }), '2026-05-31')).toEqual(['D01']);
    expect(said(planningCase({ steps }), '2026-06-01')).toEqual([]);
    expect(earliestForcedOn(planningCase({ steps }), '2026-03-01', workCalendar)).toBe('2026-06-01');
  });

  it('has no earliest day while something has to come first', () => {
    const of = (change: Partial<StatutoryCase>) =>
      earliestForcedOn(planningCase(change), '2026-03-01', workCalendar);
    expect(of({ steps: [] })).toBeNull();
    expect(of({ steps: papers.slice(0, -1) })).toBeNull();
    expect(of({ views: 'open' })).toBeNull();
    expect(of({ halts: [halt({ fromOn: '2026-02-01' })] })).toBeNull();
    expect(of({ lawsuit: { filedOn: '2025-12-01', outcome: null, finalOn: null } })).toBeNull();
  });

  it.each(structureKindCodes)('of kind %s: only cases of the planning law know force', (kind) => {
    const isPlanning = kind === 'building' || kind === 'temp-expired';
    expect(forcedTrackBlockers({ kind }).length).toBe(isPlanning ? 0 : 1);
    expect(said(planningCase({ kind }), '2026-03-27')).toEqual(isPlanning ? [] : ['track']);
  });

  it('says every reason at once of a case that has nothing', () => {
    expect(said(planningCase({ steps: [] }), '2026-03-27')).toEqual([
      ...['not-identified', 'D04', 'D08', 'D08', 'D08', 'D08', 'D01'],
    ]);
  });

  it('a later paper never lifts a reason that an earlier one left open', () => {
    fc.assert(
      fc.property(fc.subarray([...papers]), fc.integer({ min: 0, max: papers.length - 1 }), (steps, at) => {
        const more = papers[at];
        if (steps.includes(more)) return;
        const day = '2026-03-27';
        const before = forcedBlockers(planningCase({ steps }), day, workCalendar);
        const after = forcedBlockers(planningCase({ steps: [...steps, more] }), day, workCalendar);
        const ownSource = forcedBlockers(
          planningCase({ steps: papers.filter((one) => one !== more) }),
          day,
          workCalendar,
        );
        const own = new Set(ownSource.map(({ text }) => text));
        const lifted = before.filter(({ text }) => !after.some((one) => one.text === text));
        for (const one of lifted) expect(own.has(one.text) || one.code === 'removal.D01').toBe(true);
      }),
    );
  });
});

describe('what halts a case', () => {
  it.each<[string, Halt, string, string[]]>([
    ['suspended, the day before', halt(), '2026-03-19', []],
    ['suspended, on its day', halt(), '2026-03-20', ['halt-suspended']],
    ['gone on, the day before', halt({ endedOn: '2026-04-10' }), '2026-04-09', ['halt-suspended']],
    ['gone on, on its day', halt({ endedOn: '2026-04-10' }), '2026-04-10', []],
    [
      'ended for good',
      halt({ kind: 'terminated', endedOn: '2026-04-10' }),
      '2026-05-01',
      ['halt-terminated'],
    ],
    ['an agreement that is kept', halt({ kind: 'agreement' }), '2026-05-01', ['halt-agreement']],
    ['an agreement that was broken', halt({ kind: 'agreement', endedOn: '2026-05-01' }), '2026-05-01', []],
  ])('%s', (_, given, day, expected) => {
    expect(haltBlockers([given], day).map(({ code }) => code.replace('removal.', ''))).toEqual(expected);
    expect(said(planningCase({ halts: [given] }), addDays(day, 365))).toEqual(
      given.kind !== 'terminated' && given.endedOn !== null ? [] : [`halt-${given.kind}`],
    );
  });

  it.each<[string, Halt, string[]]>([
    ['that holds', halt({ fromOn: '2026-03-28' }), ['halt-suspended']],
    ['of an agreement that is kept', halt({ kind: 'agreement', fromOn: '2026-03-28' }), ['halt-agreement']],
    ['that ended', halt({ fromOn: '2026-03-28', endedOn: '2026-04-10' }), []],
    ['for good', halt({ kind: 'terminated', fromOn: '2026-03-28' }), ['halt-terminated']],
  ])('force on the day before a halt %s', (_, given, expected) => {
    expect(said(planningCase({ halts: [given] }), '2026-03-27')).toEqual(expected);
  });

  it('a suspension ends the case after three years', () => {
    expect(suspensionEndsOn(halt())).toBe('2029-03-21');
    expect(haltBlockers([halt()], '2029-03-20')[0].text).toContain('恢复后再办');
    expect(haltBlockers([halt()], '2029-03-21')[0].text).toContain('请登记终结');
  });

  it.each<[string, Partial<Halt>, string[]]>([
    ['with a reason, today', {}, []],
    ['tomorrow', { fromOn: '2026-03-21' }, ['halt-future']],
    ['without a reason', { reason: ' ' }, ['halt-reason']],
    ['ended before it began', { endedOn: '2026-03-19' }, ['halt-ended']],
  ])('writing one down %s', (_, change, expected) => {
    const found = haltDraftBlockers(halt(change), [], '2026-03-20');
    expect(found.map(({ code }) => code.replace('removal.', ''))).toEqual(expected);
  });

  it('two at once are refused, a termination is not', () => {
    const open = [halt({ fromOn: '2026-03-01' })];
    expect(haltDraftBlockers(halt(), open, '2026-03-20')).toHaveLength(1);
    expect(haltDraftBlockers(halt({ kind: 'terminated' }), open, '2026-03-20')).toEqual([]);
  });
});
