import { givenCalendar, givenMeeting, givenPoint } from './given-meeting';
import { WaitingMeeting, meetingItems, pointItems } from './waiting-meetings';

const waiting = (change: Partial<WaitingMeeting>): WaitingMeeting => ({
  ...givenMeeting,
  name: '丰乐路106号院',
  ...change,
});
const items = (change: Partial<WaitingMeeting>) => meetingItems([waiting(change)], givenCalendar);

describe('what waits of the meetings', () => {
  it('a planned meeting waits for its record from the day after', () => {
    const planned = { state: 'planned' as const, heldOn: null };
    expect(items({ ...planned, plannedOn: '2026-04-13' })).toEqual([]);
    expect(items({ ...planned, plannedOn: '2026-04-12' })).toMatchObject([
      { what: '居民代表会议「第一次居民代表会议」还没有记录', action: { link: '/meetings/3/minutes' } },
    ]);
  });

  it('a held one waits for its minutes, until the third working day', () => {
    expect(items({ heldOn: '2026-04-12' })).toMatchObject([{ compoundId: 7, dueOn: '2026-04-15' }]);
  });

  it.each([
    ['2 days', '2026-04-11', []],
    [
      '3 days',
      '2026-04-10',
      [{ what: expect.stringContaining('3 天没有公布') as string, dueOn: '2026-04-17' }],
    ],
    ['8 days', '2026-04-05', [{ dueOn: '2026-04-12' }]],
  ])('done for %s', (_, minutesDoneOn, expected) => {
    const found = items({ state: 'minutes-done', minutesDoneOn });
    expect(found).toHaveLength(expected.length);
    expect(found).toMatchObject(expected);
  });

  it('nobody is reminded to publish what the building leads said among themselves', () => {
    expect(items({ kind: 'building-leads', state: 'minutes-done', minutesDoneOn: '2026-01-05' })).toEqual([]);
  });

  it('an action point is told masked and short, with who answers for it', () => {
    const point = { ...givenPoint({ text: `找201室 ${'长'.repeat(80)}` }), name: '丰乐路106号院' };
    const [item] = pointItems([point], '2026-04-13', '查看');
    expect(item.what).toMatch(/^找某户 长+…$/);
    expect([...item.what]).toHaveLength(61);
    expect(item).toMatchObject({
      ...{
        kind: '督办',
        compoundId: 7,
        dueOn: '2026-04-10',
        why: '督办 1 号，社区居委会，社区工作人员负责，已过期限',
      },
      action: { label: '查看', link: '/action-points/5' },
    });
  });
});
