import { addDays } from '../kernel/calendar-date';
import { workCalendar } from './given-removal';
import { publicationBlockers, withdrawalDueOn, withdrawalWarnings } from './removal-publication';

const said = (blockers: { code: string; level: string }[]) =>
  blockers.map(({ code, level }) => `${code.replace('removal.', '')} ${level}`);

describe('D17: what is published', () => {
  it.each<[string, string[]]>([
    ['院门东侧棚屋，12 ㎡，自行拆除', []],
    ['1号楼2单元301室搭建的棚屋', ['D17 law']],
    ['联系 13812345678', ['D17 law']],
  ])('%s', (text, expected) => {
    expect(said(publicationBlockers(text))).toEqual(expected);
  });
});

describe('D18: a published penalty that was changed', () => {
  it.each([
    ['2026-02-12', '2026-02-24', 'over Spring Festival'],
    ['2026-09-29', '2026-10-09', 'over National Day'],
  ])('on %s is taken down by %s %s', (changedOn, dueOn) => {
    const penalty = { publishedOn: '2026-01-05', changedOn, withdrawnOn: null };
    expect(withdrawalDueOn(penalty, workCalendar)).toBe(dueOn);
    const found = (today: string) => withdrawalWarnings(penalty, today, workCalendar);
    expect(said(found(dueOn))).toEqual(['D18 warning']);
    expect(found(dueOn)[0].text).toContain('前撤回');
    expect(found(addDays(dueOn, 1))[0].text).toContain('已过期 1 天');
    expect(withdrawalWarnings({ ...penalty, withdrawnOn: dueOn }, dueOn, workCalendar)).toEqual([]);
  });

  it('there is nothing to take down where nothing was published or nothing changed', () => {
    const none = { publishedOn: null, changedOn: null, withdrawnOn: null };
    expect(withdrawalDueOn({ ...none, changedOn: '2026-02-12' }, workCalendar)).toBeNull();
    expect(withdrawalDueOn({ ...none, publishedOn: '2026-02-12' }, workCalendar)).toBeNull();
  });
});
