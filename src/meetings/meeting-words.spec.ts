import { givenCalendar, givenMeeting, givenPoint } from './given-meeting';
import type { Meeting } from './meeting.entities';
import { answersInWords, answersOptions, meetingMark, minutesRule, pointMark } from './meeting-words';

const mark = (change: Partial<Meeting>) => meetingMark({ ...givenMeeting, ...change }, givenCalendar);
const planned = (plannedOn: string) => mark({ state: 'planned', plannedOn, heldOn: null });

describe('where a meeting stands', () => {
  it.each([
    ['in three days', '2026-04-16', { state: 'idle', word: '还有 3 天' }],
    ['today', '2026-04-13', { state: 'doing', word: '今天召开' }],
    ['yesterday', '2026-04-12', { state: 'late', word: '已过 1 天，待补纪要' }],
  ])('planned for %s', (_, plannedOn, expected) => {
    expect(planned(plannedOn)).toEqual(expected);
  });

  it.each([
    ['on the last of three working days', '2026-04-08', { state: 'doing', word: '纪要待完成' }],
    ['a day after them', '2026-04-07', { state: 'late', word: '纪要逾期 3 天' }],
  ])('its minutes wait %s', (_, heldOn, expected) => {
    expect(mark({ heldOn })).toEqual(expected);
  });

  it.each([
    ['2 days', '2026-04-11', { state: 'doing', word: '纪要待公布' }],
    ['3 days', '2026-04-10', { state: 'doing', word: '纪要 3 天没有公布' }],
    ['7 days', '2026-04-06', { state: 'late', word: '纪要 7 天没有公布' }],
  ])('done for %s', (_, minutesDoneOn, expected) => {
    expect(mark({ state: 'minutes-done', minutesDoneOn })).toEqual(expected);
  });

  it('what need not be published is done', () => {
    const daily = { kind: 'building-leads', state: 'minutes-done', minutesDoneOn: '2026-01-05' } as const;
    expect(mark(daily)).toEqual({ state: 'done', word: '纪要已完成' });
    expect(mark({ state: 'published' })).toEqual({ state: 'done', word: '纪要已公布' });
    expect(mark({ state: 'cancelled' })).toEqual({ state: 'idle', word: '已取消' });
  });

  it('the rule of the minutes says so where a year’s holidays are not published', () => {
    expect(minutesRule('2026-04-10', givenCalendar)).toBe('会后 3 个工作日内');
    expect(minutesRule('2027-01-05', givenCalendar)).toContain('当年节假日安排还没有公布');
  });
});

describe('where an action point stands', () => {
  it.each([
    ['2026-04-12', 'late', '逾期 1 天'],
    ['2026-04-13', 'doing', '今天到期'],
    ['2026-04-14', 'doing', '还有 1 天'],
  ])('due on %s', (dueOn, state, word) => {
    expect(pointMark(givenPoint({ dueOn }), '2026-04-13')).toEqual({ state, word });
  });

  it('done and dropped count no days', () => {
    expect(pointMark(givenPoint({ state: 'done' }), '2026-04-13').word).toBe('已办结');
    expect(pointMark(givenPoint({ state: 'dropped' }), '2026-04-13').word).toBe('不再办理');
  });

  it('who answers is the party, the firm and the role, each once', () => {
    const names = new Map([[4, '禾木修缮']]);
    const of = (change: Parameters<typeof givenPoint>[0]) => answersInWords(givenPoint(change), names);
    expect(of({})).toBe('社区居委会，社区工作人员');
    expect(of({ party: 'building-leads', role: '楼栋长' })).toBe('楼栋长');
    expect(of({ party: 'contractor', firmId: 4, role: '' })).toBe('施工方（禾木修缮）');
  });

  it('a firm of the renovation can be chosen by name before the parties', () => {
    const options = answersOptions([{ firmId: 4, party: 'contractor', name: '禾木修缮' }]);
    expect(options.slice(0, 3)).toEqual([
      { value: '', label: '请选择' },
      { value: 'contractor:4', label: '施工方（禾木修缮）' },
      { value: 'owners', label: '业主' },
    ]);
  });
});
