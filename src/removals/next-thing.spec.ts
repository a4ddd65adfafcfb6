import { papersTo, planningCase } from '../domain/removal/given-removal';
import { structureStates } from '../domain/removal/structure-states';
import { givenCalendar, givenPlaced, givenStanding, givenToday } from './given-cases';
import { CaseAtDay, nextThing } from './next-thing';

const at = (change: Partial<CaseAtDay> = {}): CaseAtDay => ({
  structure: givenPlaced(),
  persuasion: givenStanding(),
  statutory: planningCase({ steps: [] }),
  ...{ today: givenToday, calendar: givenCalendar, ...change },
});

describe('what comes next with a structure', () => {
  it.each<[string, Partial<CaseAtDay>, string, boolean]>([
    ['nobody went', {}, '首次走访逾期 66 天', true],
    [
      'on the day of the next visit',
      { persuasion: givenStanding({ visits: 1, nextDueOn: givenToday, overdueDays: 0 }) },
      '2026年5月18日前再次走访',
      false,
    ],
    [
      'they agree without a day',
      { persuasion: givenStanding({ attitude: 'agree', visits: 1, nextDueOn: null, overdueDays: 0 }) },
      '登记签字的承诺书或申请书',
      false,
    ],
    [
      'on the promised day',
      { structure: givenPlaced({ state: 'agreed', removeByOn: givenToday }) },
      '约定 2026年5月18日前拆除',
      false,
    ],
    [
      'the day after',
      { structure: givenPlaced({ state: 'agreed', removeByOn: '2026-05-17' }) },
      '约定 2026年5月17日拆除，已过 1 天',
      true,
    ],
    ['no day was promised', { structure: givenPlaced({ state: 'agreed' }) }, '安排拆除日期', false],
    ['removed', { structure: givenPlaced({ state: 'removed' }) }, '换一人到现场复核', false],
  ])('%s', (_, change, words, isLate) => {
    expect(nextThing(at(change))).toMatchObject({ words, isLate });
  });

  it('says from which day force is possible', () => {
    const statutory = planningCase();
    expect(nextThing(at({ statutory, today: '2026-03-20' })).note).toBe('最早 2026年3月27日可强制拆除');
    expect(nextThing(at({ statutory: planningCase({ steps: papersTo('filed') }) })).note).toBe('');
  });

  it('has words for every state', () => {
    for (const state of structureStates) {
      expect(nextThing(at({ structure: givenPlaced({ state }) })).words).not.toBe('');
    }
  });
});
