import { meetingFacts, MeetingForGates } from './meeting-facts';

const today = '2026-06-08';
const meeting = (change: Partial<MeetingForGates> = {}): MeetingForGates => ({
  ...{ kind: 'representatives', state: 'minutes-done', on: '2026-06-05' },
  ...{ attendance: '20/28', signInPhotos: 1, link: '/meetings/3' },
  ...change,
});
const said = (...meetings: MeetingForGates[]) => meetingFacts(meetings, today);

describe('the representatives have met', () => {
  it('nothing is said without any such meeting, or when it was cancelled', () => {
    expect(said()).toEqual([]);
    expect(said(meeting({ kind: 'four-party' }))).toEqual([]);
    expect(said(meeting({ state: 'cancelled' }))).toEqual([]);
  });

  it('with minutes done and the sign-in sheet it is so', () => {
    expect(said(meeting())).toEqual([
      {
        code: 'meeting.representatives-met',
        state: 'met',
        detail: '2026年6月5日召开，到会 20/28，有纪要和签到',
        on: '2026-06-05',
        link: '/meetings/3',
      },
    ]);
    expect(said(meeting({ state: 'published' }))).toMatchObject([{ state: 'met' }]);
  });

  it('of several the latest complete one is told, with how many there were', () => {
    const three = [meeting({ on: '2026-05-01' }), meeting(), meeting({ state: 'planned', on: '2026-06-20' })];
    expect(said(...three)).toMatchObject([
      { state: 'met', detail: '共 2 次，最近一次2026年6月5日召开，到会 20/28，有纪要和签到' },
    ]);
  });

  it.each<[string, Partial<MeetingForGates>, string]>([
    ['planned ahead', { state: 'planned', on: '2026-06-09' }, '居民代表会议定在2026年6月9日召开'],
    ['planned for today', { state: 'planned', on: today }, '2026年6月8日的居民代表会议还没有记纪要'],
    ['held', { state: 'held' }, '2026年6月5日的居民代表会议纪要还没有完成'],
    ['without the sheet', { signInPhotos: 0 }, '2026年6月5日的居民代表会议还没有签到表照片'],
  ])('%s, it lacks something', (_, change, detail) => {
    expect(said(meeting(change))).toMatchObject([{ state: 'missing', detail, link: '/meetings/3' }]);
  });
});
