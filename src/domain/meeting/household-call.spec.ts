import { RenovationState } from '../renovation/stages';
import {
  CallOutcome,
  HouseholdCall,
  callBlockers,
  callOutcomeNames,
  householdBlockers,
} from './household-call';
import { HouseholdAnswers, allQuestions, answersInWords } from './household-questions';

const days = { today: '2026-04-24', openedOn: '2026-03-01' };
const call = (change: Partial<HouseholdCall>): HouseholdCall => ({
  calledOn: '2026-04-20',
  callers: ['community-worker', 'building-lead'],
  outcome: 'met',
  answers: {},
  ...change,
});
const codes = (change: Partial<HouseholdCall>) => callBlockers(call(change), days).map(({ code }) => code);

describe('a call at a door', () => {
  it.each([
    ['the day the renovation was opened is the first', '2026-03-01', []],
    ['the day before it is too early', '2026-02-28', ['call.early']],
    ['today is the last', '2026-04-24', []],
    ['tomorrow is too late', '2026-04-25', ['call.future']],
  ])('%s', (_, calledOn, expected) => {
    expect(codes({ calledOn })).toEqual(expected);
  });

  it('names at least one role that went', () => {
    expect(codes({ callers: [] })).toEqual(['call.callers']);
    expect(codes({ callers: ['volunteer'] })).toEqual([]);
  });

  it('may meet the owner without an answer: somebody only looked in', () => {
    expect(codes({ answers: {} })).toEqual([]);
  });

  const everything: HouseholdAnswers = {
    renovation: 'agree',
    removal: 'against',
    fee: 'undecided',
    satisfaction: 'fair',
    'gate-card': 'issued',
  };
  const allowed: Record<CallOutcome, readonly string[]> = {
    met: allQuestions,
    phone: allQuestions,
    tenant: ['satisfaction', 'gate-card'],
    'not-home': [],
    vacant: [],
    refused: [],
  };

  it.each(Object.keys(callOutcomeNames) as CallOutcome[])(
    'on a call that ended %s, only who may answer does',
    (outcome) => {
      const taken = allQuestions.filter(
        (question) => !codes({ outcome, answers: { [question]: everything[question] } }).length,
      );
      expect(taken).toEqual(allowed[outcome]);
    },
  );

  it('says once that a tenant does not answer for the owner, and how to mend it', () => {
    const [blocker, ...more] = callBlockers(call({ outcome: 'tenant', answers: everything }), days);
    expect([blocker.text, more]).toEqual(['租户不代业主表态：改造、拆违、物业费请留空，等问到业主再记', []]);
  });

  it('says every reason at once', () => {
    const wrong = {
      calledOn: '2026-04-25',
      callers: [],
      outcome: 'not-home',
      answers: { fee: 'agree' },
    } as const;
    expect(codes(wrong)).toEqual(['call.future', 'call.callers', 'call.answers']);
  });
});

describe('a renovation in which nothing is recorded any more', () => {
  const states: [RenovationState | null, string[]][] = [
    [null, ['household.none']],
    ['active', []],
    ['paused', []],
    ['cancelled', ['household.closed']],
    ['closed', ['household.closed']],
  ];
  it.each(states)('%s', (state, expected) => {
    expect(householdBlockers(state).map(({ code }) => code)).toEqual(expected);
  });
});

describe('what was answered, in words', () => {
  it('tells the change from what the door had said before', () => {
    const before: HouseholdAnswers = { renovation: 'against', removal: 'agree' };
    expect(answersInWords({ removal: 'agree', renovation: 'agree', 'gate-card': 'declined' }, before)).toBe(
      '改造 反对 → 同意，拆违 同意，门禁卡 不领',
    );
    expect(answersInWords({})).toBe('');
  });
});
