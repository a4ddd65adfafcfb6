import { redact } from '../domain/disclosure/redaction';
import { formState } from '../platform/web/form';
import {
  givenCalendar,
  givenDecision,
  givenFrame,
  givenPublication,
  givenRecords,
  givenRenovation,
} from './given-meeting';
import type { Meeting } from './meeting.entities';
import type { MeetingRecords } from './meeting-records';
import { MeetingView, toMeeting } from './meeting.presenter';

const notice: NonNullable<MeetingRecords['notice']> = {
  ...{ id: 8, compoundId: 7, renovationId: 2, kind: 'meeting', subjectId: 3, title: '通知', body: '议程' },
  ...{ places: 'gate-board', postedOn: '2026-04-01', endsOn: '2026-04-05', postedBy: 21, photos: [] },
  ...{ postedAt: '2026-04-01T01:00:00.000Z', withdrawnOn: null, withdrawnReason: null, version: 1 },
};
const page = (records: MeetingRecords, change: Partial<MeetingView> = {}) =>
  toMeeting(
    {
      ...{ records, calendar: givenCalendar, shown: (text: string) => text, mayEdit: true, isOffice: true },
      ...{ firmNames: new Map(), names: new Map([[21, '粮运社区工作人员']]) },
      ...{ signIn: [], photos: [], wishes: [], minutesNotices: [] },
      ...change,
    },
    formState({}),
    givenFrame,
  );
const ahead: Partial<Meeting> = {
  ...{ state: 'planned', plannedOn: '2026-04-20', heldOn: null, heldFrom: null, heldTo: null },
};

describe('the page of a meeting', () => {
  it.each<[string, MeetingRecords, string | undefined, string]>([
    ['ahead, without its notice', givenRecords(ahead), undefined, '先张贴会议通知，并在「登记通知」里登记'],
    [
      'ahead, of a kind without notice',
      givenRecords({ ...ahead, kind: 'on-site' }),
      '打印会议议程',
      '2026年4月20日 开会以后记会议记录',
    ],
    ['come', givenRecords({ ...ahead, plannedOn: '2026-04-13' }), '记会议记录', ''],
    ['held', givenRecords(), '继续记录，完成纪要', '纪要请在 2026年4月9日 前完成'],
    [
      'done',
      givenRecords({ state: 'minutes-done', minutesDoneOn: '2026-04-08' }),
      '公布纪要',
      '先看「居民将看到」，再公布',
    ],
    ['published', givenRecords({ state: 'published', minutesDoneOn: '2026-04-08' }), undefined, ''],
  ])('%s: one thing comes next', (_, records, label, note) => {
    const { next, nextNote } = page(records);
    expect([next?.label, nextNote]).toEqual([label, note]);
    expect(next?.primary ?? true).toBe(true);
  });

  it('the notice is the one thing to do while it is asked for and the day is ahead', () => {
    expect(page(givenRecords(ahead)).notify).toMatchObject({ primary: true });
    expect(page(givenRecords({ ...ahead, kind: 'four-party' })).notify).toMatchObject({ primary: false });
    expect(page(givenRecords(ahead, { notice })).notify).toBeUndefined();
  });

  it('who came, what was decided and what became of it are told in words', () => {
    const { attendance, decisions, facts } = page(
      givenRecords({}, { decisions: [givenDecision(), givenDecision({ yes: 10 })] }),
    );
    expect(attendance).toEqual({
      total: '20/28',
      rows: [
        {
          ...{ party: '居民代表', expected: '28', present: '20', who: '各层代表' },
          signed: { state: 'done', word: '已签到' },
        },
      ],
    });
    expect(decisions).toMatchObject([
      { votes: '同意 18，反对 1，弃权 0', result: { state: 'done', word: '通过' } },
      { result: { state: 'idle', word: '没有通过' } },
    ]);
    expect(facts).toContainEqual({ term: '召开时间', value: '2026年4月5日 周日 19:00 至 20:30' });
    expect(facts).toContainEqual({ term: '纪要期限', value: '2026年4月9日', note: '会后 3 个工作日内' });
  });

  it('a decision that sounds like a matter of the owners is a reminder', () => {
    const records = givenRecords({}, { decisions: [givenDecision({ text: '动用维修资金修屋面' })] });
    expect(page(records).warnings).toHaveLength(1);
    expect(page(givenRecords()).warnings).toEqual([]);
  });

  it('a firm reads masked words, no notice, no versions, and is offered nothing', () => {
    const records = givenRecords({}, { notice, publications: [givenPublication()] });
    const shown = (text: string) => redact(text).text;
    const seen = page(records, { shown, isOffice: false, mayEdit: false });
    expect(JSON.stringify(seen)).not.toContain('201室');
    expect(seen.minutes).toBe('某户有不同意见');
    expect([seen.notice, seen.notify, seen.next, seen.publications]).toEqual([
      undefined,
      undefined,
      undefined,
      [],
    ]);
    expect(seen.actions.map(({ label }) => label)).toEqual(['打印会议议程', '打印会议纪要']);
  });

  it('every version that was published is there, the latest first', () => {
    const publications = [
      givenPublication({ id: 3, number: 3, reason: '漏写一句' }),
      givenPublication({ id: 2, number: 2, withdrawnOn: '2026-04-10', withdrawnReason: '核对' }),
      givenPublication({ supersededOn: '2026-04-09' }),
    ];
    const { publications: shown } = page(givenRecords({}, { publications }));
    expect(shown.map(({ name, status }) => [name, status.word])).toEqual([
      ['第 3 版', '居民正在看的'],
      ['第 2 版', '已撤下'],
      ['第 1 版', '已被更正'],
    ]);
    expect(shown[0].about).toBe('2026年4月8日 粮运社区工作人员公布；更正原因：漏写一句');
    expect(shown[1].about).toContain('2026年4月10日 撤下：核对');
  });

  it('nothing is offered once the renovation is over', () => {
    const renovation = { ...givenRenovation, state: 'closed' as const };
    const { next, actions, notify, newPointLink } = page(givenRecords({}, { renovation }));
    expect([next, notify, newPointLink]).toEqual([undefined, undefined, '']);
    expect(actions.map(({ label }) => label)).toEqual(['打印会议议程', '打印签到表', '打印会议纪要']);
  });
});
