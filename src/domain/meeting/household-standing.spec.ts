import fc from 'fast-check';
import { shareInWords } from '../kernel/ratio';
import { CallOutcome } from './household-call';
import { HouseholdAnswers } from './household-questions';
import { CountedCall, consentTotals, householdStandings, questionTotals } from './household-standing';

const call = (
  id: number,
  dwellingId: number,
  calledOn: string,
  answers: HouseholdAnswers,
  outcome: CallOutcome = 'met',
): CountedCall => ({ id, dwellingId, calledOn, answers, outcome });

describe('how a door stands', () => {
  it('its latest answer counts, question by question', () => {
    const standing = householdStandings([
      call(1, 7, '2026-04-20', { renovation: 'against', removal: 'against', fee: 'undecided' }),
      call(2, 7, '2026-04-22', { renovation: 'agree' }),
    ]).get(7)!;
    expect(standing.answers).toEqual({ renovation: 'agree', removal: 'against', fee: 'undecided' });
    expect(standing).toMatchObject({ tries: 2, lastOn: '2026-04-22', reached: true });
  });

  it('by the day of the call, not by when it was written down', () => {
    const calls = [call(1, 7, '2026-04-22', { fee: 'agree' }), call(2, 7, '2026-04-20', { fee: 'against' })];
    expect(householdStandings(calls).get(7)!.answers.fee).toBe('agree');
  });

  it('two calls of one day by the order of recording', () => {
    const calls = [call(5, 7, '2026-04-22', { fee: 'agree' }), call(4, 7, '2026-04-22', { fee: 'against' })];
    expect(householdStandings(calls).get(7)!.answers.fee).toBe('agree');
  });

  it('once its owner was heard it stays reached, though nobody opens later', () => {
    const standing = householdStandings([
      call(1, 7, '2026-04-20', { renovation: 'agree' }),
      call(2, 7, '2026-04-23', {}, 'not-home'),
    ]).get(7)!;
    expect(standing).toMatchObject({ outcome: 'met', reached: true, tries: 2, lastOn: '2026-04-23' });
  });

  it.each([
    ['met', true],
    ['phone', true],
    ['tenant', false],
    ['not-home', false],
    ['vacant', false],
    ['refused', false],
  ] as [CallOutcome, boolean][])('a call that ended %s reaches the household: %s', (outcome, reached) => {
    expect(householdStandings([call(1, 7, '2026-04-20', {}, outcome)]).get(7)!.reached).toBe(reached);
  });

  it('a door nobody called at does not stand at all', () => {
    expect(householdStandings([]).get(7)).toBeUndefined();
  });
});

describe('what the households say together', () => {
  const doors = Array.from({ length: 28 }, (_, at) => at + 1);
  const said = (count: number, from: number, answer: 'agree' | 'against' | 'undecided') =>
    Array.from({ length: count }, (_, at) =>
      call(from + at, from + at, '2026-04-20', { renovation: answer }),
    );
  const calls = [...said(21, 1, 'agree'), ...said(2, 22, 'against'), ...said(1, 24, 'undecided')];

  it('28 households: 21 agree, 2 are against, 1 waits, 4 were not asked', () => {
    const totals = consentTotals(doors, householdStandings(calls));
    expect(totals).toMatchObject({ households: 28, reached: 24 });
    expect(totals.counts[0]).toEqual({
      question: 'renovation',
      agree: 21,
      against: 2,
      undecided: 1,
      notAsked: 4,
    });
    expect(totals.counts[1]).toMatchObject({ question: 'removal', agree: 0, notAsked: 28 });
    expect(shareInWords(21, 28)).toBe('75%');
  });

  it('a door that is no dwelling is not counted, though it answered', () => {
    const { agree, notAsked } = consentTotals(doors.slice(1), householdStandings(calls)).counts[0];
    expect([agree, notAsked]).toEqual([20, 4]);
  });

  it('the other questions are counted by their own answers', () => {
    const standings = householdStandings([
      call(1, 1, '2026-07-01', { satisfaction: 'satisfied' }, 'tenant'),
      call(2, 2, '2026-07-01', { satisfaction: 'unsatisfied' }),
      call(3, 3, '2026-07-01', { 'gate-card': 'issued' }),
    ]);
    expect(questionTotals('satisfaction', doors, standings)).toEqual({
      households: 28,
      asked: 2,
      notAsked: 26,
      counts: { satisfied: 1, unsatisfied: 1 },
    });
  });

  it('counts every household once, in whatever order the calls are given', () => {
    const anyCall = fc.record({
      id: fc.integer({ min: 1, max: 10_000 }),
      dwellingId: fc.integer({ min: 1, max: 12 }),
      calledOn: fc.constantFrom('2026-04-20', '2026-04-21', '2026-04-22'),
      outcome: fc.constant<CallOutcome>('met'),
      answers: fc.record({ renovation: fc.constantFrom('agree', 'against', 'undecided') } as const),
    });
    const anyCalls = fc.uniqueArray(anyCall, { selector: ({ id }) => id, maxLength: 40 });
    fc.assert(
      fc.property(anyCalls, (given) => {
        const there = [...new Set(given.map(({ dwellingId }) => dwellingId))];
        const one = consentTotals(there, householdStandings(given)).counts[0];
        const other = consentTotals(there, householdStandings([...given].reverse())).counts[0];
        expect(one).toEqual(other);
        expect(one.agree + one.against + one.undecided + one.notAsked).toBe(there.length);
      }),
    );
  });
});
