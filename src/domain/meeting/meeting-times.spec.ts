import type { MeetingKind } from './meeting-kinds';
import {
  heldBlockers,
  MeetingPlan,
  minutesDueOn,
  noticeDaysBlockers,
  noticeMissingBlockers,
  planBlockers,
  unpublishedStanding,
} from './meeting-times';

const today = '2026-06-08';
const calendar = { years: [2026], holidays: ['2026-06-19', '2026-06-20', '2026-06-21'], workdays: [] };

const plan = (change: Partial<MeetingPlan> = {}): MeetingPlan => ({
  kind: 'representatives',
  plannedOn: '2026-06-11',
  plannedFrom: '19:00',
  plannedTo: '20:30',
  noticePostedOn: today,
  openedOn: '2026-03-01',
  ...change,
});
const texts = (change: Partial<MeetingPlan>) => planBlockers(plan(change), today).map(({ text }) => text);

describe('planning a meeting', () => {
  it.each<[string, MeetingKind, string, boolean]>([
    ['representatives two days after the notice', 'representatives', '2026-06-10', false],
    ['representatives three days after the notice', 'representatives', '2026-06-11', true],
    ['owners fourteen days after the notice', 'owners', '2026-06-22', false],
    ['owners fifteen days after the notice', 'owners', '2026-06-23', true],
    ['a four-party meeting on the day of the notice', 'four-party', today, true],
    ['a renovation council on the same day', 'renovation-council', today, true],
    ['building leads on the same day', 'building-leads', today, true],
    ['an on-site meeting on the same day', 'on-site', today, true],
  ])('%s', (_, kind, plannedOn, fits) => {
    expect(planBlockers(plan({ kind, plannedOn }), today)).toHaveLength(fits ? 0 : 1);
  });

  it('before its notice period it is told the earliest day', () => {
    expect(texts({ plannedOn: '2026-06-10' })).toEqual([
      '「居民代表会议」要提前 3 天张贴通知：2026年6月8日张贴，最早 2026年6月11日召开',
    ]);
  });

  it('the days of the owners are law, those of the representatives a setting of the office', () => {
    const of = (kind: MeetingKind) => noticeDaysBlockers(kind, today, today)[0];
    expect(of('owners')).toMatchObject({ level: 'law', source: '物业管理条例 §14' });
    expect(of('representatives')).toMatchObject({ level: 'policy', source: '本地设定' });
  });

  it('without a notice yet, the days are counted from today', () => {
    expect(texts({ noticePostedOn: null, plannedOn: '2026-06-10' })).toEqual([
      '「居民代表会议」要提前 3 天张贴通知：2026年6月8日张贴，最早 2026年6月11日召开',
    ]);
    expect(texts({ noticePostedOn: null })).toEqual([]);
  });

  it('a meeting written down afterwards names the day its notice was posted', () => {
    expect(texts({ noticePostedOn: null, plannedOn: today })).toEqual([
      '「居民代表会议」要在召开前 3 天张贴通知，请登记通知是哪天张贴的',
    ]);
    expect(texts({ noticePostedOn: '2026-05-01', plannedOn: '2026-05-04' })).toEqual([]);
    expect(texts({ kind: 'on-site', noticePostedOn: null, plannedOn: '2026-05-04' })).toEqual([]);
  });

  it('a meeting of the time before the renovation was opened is a slip', () => {
    const early = { kind: 'four-party', plannedOn: '2026-02-28' } as const;
    expect(texts(early)).toEqual(['「召开日期」 2026年2月28日 早于改造立项 2026年3月1日，请核对']);
    expect(texts({ ...early, plannedOn: '2026-03-01' })).toEqual([]);
  });

  it('a notice is not posted tomorrow', () => {
    expect(texts({ noticePostedOn: '2026-06-09', plannedOn: '2026-06-20' })).toEqual([
      '「通知张贴日期」不能晚于今天，张贴以后再登记',
    ]);
  });

  it.each([
    ['one minute after it begins', '19:01', 0],
    ['when it begins', '19:00', 1],
    ['before it begins', '08:30', 1],
    ['at a time nobody knows', null, 0],
  ])('it ends %s', (_, plannedTo, count) => {
    expect(planBlockers(plan({ plannedTo }), today)).toHaveLength(count);
  });
});

describe('writing a meeting down', () => {
  const held = { heldOn: today, heldFrom: '09:00', heldTo: '10:00', openedOn: '2026-06-01' };

  it.each([
    ['held yesterday', { heldOn: '2026-06-07', heldFrom: '23:00', heldTo: '23:30' }, 0],
    ['begun this minute', { heldFrom: '09:30', heldTo: '10:00' }, 0],
    ['beginning in a minute', { heldFrom: '09:31', heldTo: '10:00' }, 1],
    ['of tomorrow', { heldOn: '2026-06-09' }, 1],
    ['on the day the renovation was opened', { heldOn: '2026-06-01' }, 0],
    ['one day before it', { heldOn: '2026-05-31' }, 1],
    ['of 1900', { heldOn: '1900-01-01' }, 1],
  ])('%s', (_, change, count) => {
    expect(heldBlockers({ ...held, ...change }, today, '09:30')).toHaveLength(count);
  });

  it('a future meeting and an end before the start are said in sentences', () => {
    const future = { ...held, heldOn: '2026-06-09', heldFrom: '19:00', heldTo: '18:00' };
    expect(heldBlockers(future, today, '09:30').map(({ text }) => text)).toEqual([
      '「结束时间」要晚于「开始时间」 19:00，现在填的是 18:00，请核对',
      '会议 2026年6月9日 19:00 才开始，开过以后再记纪要',
    ]);
  });

  it('a kind that asks for a notice needs one before its minutes are done', () => {
    expect(noticeMissingBlockers('owners', null, today)).toMatchObject([{ level: 'law' }]);
    expect(noticeMissingBlockers('owners', '2026-05-20', today)).toEqual([]);
    expect(noticeMissingBlockers('four-party', null, today)).toEqual([]);
  });

  it.each([
    ['on a Monday', '2026-06-08', '2026-06-11'],
    ['on a Friday evening', '2026-06-12', '2026-06-17'],
    ['before 端午', '2026-06-18', '2026-06-24'],
  ])('the minutes of a meeting %s are due three working days later', (_, heldOn, dueOn) => {
    expect(minutesDueOn(heldOn, calendar)).toBe(dueOn);
  });
});

describe('minutes nobody has published', () => {
  it.each([
    ['2 days are nothing yet', '2026-06-06', 'fresh'],
    ['3 days are a reminder', '2026-06-05', 'remind'],
    ['6 days are still a reminder', '2026-06-02', 'remind'],
    ['7 days are late', '2026-06-01', 'late'],
  ])('%s', (_, doneOn, level) => {
    expect(unpublishedStanding(doneOn, today)).toMatchObject({ level });
  });

  it('are late after seven days', () => {
    expect(unpublishedStanding('2026-06-05', today)).toEqual({
      days: 3,
      level: 'remind',
      lateAfter: '2026-06-12',
    });
  });
});
