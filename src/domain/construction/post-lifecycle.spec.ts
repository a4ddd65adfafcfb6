import { houseRule } from '../kernel/blocker';
import { isPostPublic, PostState, postStates } from './daily-post';
import { codesOf, engineer, manager, supervised, tableOf } from './given-construction';
import { workCalendar } from '../removal/given-removal';
import { postAnswerDueOn, PostStep, postStepBlockers, PostStepFacts } from './post-lifecycle';

const facts = (change: Partial<PostStepFacts> = {}): PostStepFacts => ({
  ...{ renovation: 'active', supervision: supervised, confirmer: engineer, wrong: [], isReplaced: false },
  ...{ postedBy: { userId: null, firmId: 10 }, reason: '数量和现场不一致', ...change },
});

describe('how a post goes on: every arrow × role × state', () => {
  const posting = ['contractor', 'street-manager'] as const;
  const confirming = ['supervisor', 'street-manager'] as const;
  it.each(
    tableOf<PostStep, PostState>(
      {
        send: { by: posting, from: ['draft'] },
        confirm: { by: confirming, from: ['sent'] },
        return: { by: confirming, from: ['sent'] },
        correct: { by: posting, from: ['sent', 'returned', 'confirmed'] },
      },
      postStates,
    ),
  )('%s, %s, by %s', (step, state, role, expected) => {
    expect(codesOf(postStepBlockers(step, state, role, facts()))).toEqual(expected);
  });

  const wrong = [houseRule('works.post-value', '超过工程量')];
  it.each<[PostStep, PostState, Partial<PostStepFacts>, string[]]>([
    ['send', 'draft', { wrong }, ['post-value']],
    ['confirm', 'sent', { wrong }, ['post-value']],
    ['return', 'sent', { wrong }, []],
    ['return', 'sent', { reason: ' ' }, ['post-return']],
    ['confirm', 'sent', { isReplaced: true }, ['post-replaced']],
    ['return', 'sent', { isReplaced: true }, ['post-replaced']],
    ['confirm', 'sent', { confirmer: manager }, ['confirm-supervisor']],
    ['confirm', 'sent', { confirmer: { ...engineer, firmId: 10 } }, ['confirm-foreign', 'confirm-own-firm']],
    ['confirm', 'sent', { postedBy: { userId: 7, firmId: null } }, ['confirm-own']],
    ['confirm', 'sent', { renovation: 'closed' }, ['renovation-over']],
  ])('%s of one that is %s: %j', (step, state, change, expected) => {
    const role = step === 'send' ? 'contractor' : 'supervisor';
    expect(codesOf(postStepBlockers(step, state, role, facts(change)))).toEqual(expected);
  });

  it('the manager of a micro renovation confirms where nobody supervises, but not what the manager posted', () => {
    const micro = { track: 'micro', supervisorFirmId: null } as const;
    const by = (userId: number | null) =>
      codesOf(
        postStepBlockers(
          'confirm',
          'sent',
          'street-manager',
          facts({ supervision: micro, confirmer: manager, postedBy: { userId, firmId: null } }),
        ),
      );
    expect([by(null), by(5), by(6)]).toEqual([[], ['confirm-own'], []]);
  });

  it.each(postStates)('one that is %s is public only once it is confirmed', (state) => {
    expect(isPostPublic({ state })).toBe(state === 'confirmed');
  });
});

describe('until when a post is answered', () => {
  it.each([
    ['a Monday', '2026-06-08', '2026-06-09'],
    ['a Friday', '2026-06-05', '2026-06-08'],
    ['the day before the holidays', '2026-06-18', '2026-06-22'],
  ])('the working day after %s', (_, cameOn, dueOn) => {
    expect(postAnswerDueOn(cameOn, workCalendar)).toBe(dueOn);
  });
});
