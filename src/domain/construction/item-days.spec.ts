import { workCalendar } from '../removal/given-removal';
import { DaysAround, itemDays, ItemDays, itemWorkdays, TypedDays } from './item-days';

const around: DaysAround = { before: null, contractStartsOn: '2026-05-19' };
const typed = (change: Partial<TypedDays>): TypedDays => ({
  ...{ startOn: null, workdays: null, finishOn: null, ...change },
});
const daysOf = (change: Partial<TypedDays>, more: Partial<DaysAround> = {}): ItemDays => {
  const found = itemDays(typed(change), { ...around, ...more }, workCalendar);
  if ('blocker' in found) throw new Error(found.blocker.text);
  return found.days;
};
const on = (startOn: string, workdays: number) => ({ startOn, workdays });
const after = (before: string) => ({ before });
const from = (contractStartsOn: string) => ({ contractStartsOn });
const one = (day: string): [string, string] => [day, day];
const monday = (days: 1 | 2): [string, string] => ['2026-05-25', days === 1 ? '2026-05-25' : '2026-05-26'];
const wordsOf = (change: Partial<TypedDays>): string => {
  const found = itemDays(typed(change), around, workCalendar);
  return 'blocker' in found ? found.blocker.text : '';
};

describe('the days of an item', () => {
  it.each<[string, Partial<TypedDays>, Partial<DaysAround>, [string, string]]>([
    ['one working day is one day', { workdays: 1 }, {}, ['2026-05-19', '2026-05-19']],
    ['four working days end on Friday', { workdays: 4 }, {}, ['2026-05-19', '2026-05-22']],
    ['the fifth lies after the weekend', { workdays: 5 }, {}, ['2026-05-19', '2026-05-25']],
    ['the working day after the item before it', { workdays: 2 }, after('2026-05-22'), monday(2)],
    ['a typed start counts, whatever is before', on('2026-05-20', 1), after('2026-05-22'), one('2026-05-20')],
    ['a contract from Saturday is worked from Monday', { workdays: 1 }, from('2026-05-23'), monday(1)],
    ['a start on Saturday counts from Monday', on('2026-05-23', 2), {}, ['2026-05-23', '2026-05-26']],
    ['a typed last day', { finishOn: '2026-06-05' }, {}, ['2026-05-19', '2026-06-05']],
    ['both, where they agree', { workdays: 4, finishOn: '2026-05-22' }, {}, ['2026-05-19', '2026-05-22']],
  ])('%s', (_, change, more, [plannedStartOn, plannedFinishOn]) => {
    expect(daysOf(change, more)).toEqual({ plannedStartOn, plannedFinishOn });
  });

  it('asks for one of the two, and for one that fits the other', () => {
    expect(wordsOf({})).toBe('请填「工作日」有几天，或「计划完工」的日期');
    expect(wordsOf({ workdays: 4, finishOn: '2026-05-25' })).toBe(
      '从 2026年5月19日起 4 个工作日到 2026年5月22日，和填写的「计划完工」不一致，请只填其中一个',
    );
  });

  it('counts the days that are worked, both ends included', () => {
    const span = (plannedStartOn: string, plannedFinishOn: string) =>
      itemWorkdays({ plannedStartOn, plannedFinishOn }, workCalendar);
    expect([span('2026-05-19', '2026-05-19'), span('2026-05-19', '2026-05-25')]).toEqual([1, 5]);
    expect(span('2026-05-23', '2026-05-24')).toBe(0);
  });
});
