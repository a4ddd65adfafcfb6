import { addDays } from '../kernel/calendar-date';
import type { RenovationState } from '../renovation/stages';
import { valueOn } from '../rules/rule-book';
import {
  NoticeDraft,
  NoticeKind,
  PostedNotice,
  noticeBlockers,
  noticeDays,
  noticeKindNames,
  noticeOverBlockers,
  noticeRan,
  proofBlockers,
  waitsForNextStep,
  withdrawalBlockers,
} from './notice';

const today = '2026-05-18';
const renovation = { state: 'active' as RenovationState, openedOn: '2026-03-01' };

const draft = (change: Partial<NoticeDraft> = {}): NoticeDraft => ({
  title: '改造方案公示',
  body: '改造内容见附表。',
  places: ['gate-board'],
  postedOn: today,
  endsOn: '2026-05-25',
  ...change,
});

const said = (change: Partial<NoticeDraft>, state: RenovationState = 'active') =>
  noticeBlockers(draft(change), { ...renovation, state }, today).map(({ text }) => text);

describe('a notice may be posted', () => {
  it('when it says what, where and until when', () => {
    expect(said({})).toEqual([]);
  });

  it('today, but not tomorrow', () => {
    expect(said({ postedOn: '2026-05-19', endsOn: '2026-05-26' })).toEqual([
      '张贴日期不能晚于今天 2026年5月18日，请在张贴当天登记',
    ]);
  });

  it('on the day the renovation was opened, but not the day before', () => {
    expect(said({ postedOn: '2026-03-01' })).toEqual([]);
    expect(said({ postedOn: '2026-02-28' })).toEqual(['张贴日期不能早于改造立项 2026年3月1日，请核对']);
  });

  it('until the same day, but not until the day before', () => {
    expect(said({ endsOn: today })).toEqual([]);
    expect(said({ endsOn: '2026-05-17' })).toEqual([
      '截止日期 2026年5月17日 早于张贴日期 2026年5月18日，请改为张贴之后的一天',
    ]);
  });

  it('at one place at least', () => {
    expect(said({ places: [] })).toEqual(['请选择「张贴地点」，至少一处']);
  });

  it('with a title and a text', () => {
    expect(said({ title: ' ', body: '\n' })).toEqual(['请填写公示的标题', '请填写公示的内容']);
  });

  it('with a title of 60 and a text of 5000 characters, not one more', () => {
    expect(said({ title: '公'.repeat(60), body: '示'.repeat(5000) })).toEqual([]);
    expect(said({ title: '公'.repeat(61), body: '示'.repeat(5001) })).toEqual([
      '公示标题最多 60 个字，现在是 61 个，请删减',
      '公示内容最多 5000 个字，现在是 5001 个，请删减',
    ]);
    expect(said({ body: '示'.repeat(10_000) })).toEqual(['公示内容最多 5000 个字，现在是 10000 个，请删减']);
  });

  it.each([
    ['active', []],
    ['paused', []],
    ['cancelled', ['改造已取消，公示不能再改']],
    ['closed', ['改造已办结，公示不能再改']],
  ] as [RenovationState, string[]][])('while the renovation is %s: %j', (state, expected) => {
    expect(said({}, state)).toEqual(expected);
    expect(noticeOverBlockers(state).map(({ text }) => text)).toEqual(expected);
  });

  it('says every reason at once', () => {
    expect(said({ title: '', places: [], endsOn: '2026-05-01' })).toHaveLength(3);
  });
});

describe('a notice that hangs', () => {
  it('can be withdrawn once', () => {
    expect(withdrawalBlockers({ withdrawnOn: null }, 'active')).toEqual([]);
    expect(withdrawalBlockers({ withdrawnOn: today }, 'active').map(({ text }) => text)).toEqual([
      '这份公示已于 2026年5月18日 撤下',
    ]);
    expect(withdrawalBlockers({ withdrawnOn: null }, 'closed')).toHaveLength(1);
  });

  it('is photographed with one photo at least, while it is not withdrawn and the renovation goes on', () => {
    expect(proofBlockers({ withdrawnOn: null }, 'active', 1)).toEqual([]);
    expect(proofBlockers({ withdrawnOn: null }, 'active', 0).map(({ text }) => text)).toEqual([
      '请至少上传一张现场照片，近景或远景',
    ]);
    expect(proofBlockers({ withdrawnOn: today }, 'closed', 1)).toHaveLength(2);
  });
});

describe('a notice has hung for its days', () => {
  const posted = (change: Partial<PostedNotice> = {}): PostedNotice => ({
    kind: 'plan',
    postedOn: '2026-05-18',
    endsOn: '2026-05-25',
    withdrawnOn: null,
    photos: [1],
    ...change,
  });

  it('of 7 days on the seventh day after the posting, not on the sixth', () => {
    expect(noticeRan(posted(), '2026-05-24', 7)).toEqual({
      state: 'running',
      daysLeft: 1,
      words: '2026年5月18日 张贴，到 2026年5月25日 满 7 天，还剩 1 天',
    });
    expect(noticeRan(posted(), '2026-05-25', 7)).toEqual({
      state: 'ran',
      daysLeft: 0,
      words: '2026年5月18日 张贴，2026年5月25日 已满 7 天',
    });
    expect(noticeRan(posted(), '2027-01-01', 7).state).toBe('ran');
  });

  it('only until its announced end when this is later', () => {
    const longer = posted({ endsOn: '2026-05-28' });
    expect(noticeRan(longer, '2026-05-27', 7)).toMatchObject({ state: 'running', daysLeft: 1 });
    expect(noticeRan(longer, '2026-05-28', 7)).toMatchObject({
      state: 'ran',
      words: '2026年5月18日 张贴，2026年5月28日 已满 10 天',
    });
  });

  it('never when it was announced for fewer days', () => {
    expect(noticeRan(posted({ endsOn: '2026-05-24' }), '2026-06-30', 7)).toEqual({
      state: 'too-short',
      daysLeft: 0,
      words: '2026年5月18日 张贴，到 2026年5月24日 只有 6 天，要满 7 天（到 2026年5月25日），请重新公示',
    });
  });

  it('never without a photo', () => {
    const unseen = posted({ photos: [] });
    expect(noticeRan(unseen, '2026-05-20', 7)).toMatchObject({
      state: 'running',
      words: '2026年5月18日 张贴，到 2026年5月25日 满 7 天，还剩 5 天，还缺现场照片',
    });
    expect(noticeRan(unseen, '2026-05-25', 7)).toMatchObject({
      state: 'unproved',
      words: '2026年5月18日 张贴，2026年5月25日 已满 7 天，还缺现场照片',
    });
  });

  it('without a photo where nothing rests on it: minutes and invitations', () => {
    for (const kind of ['minutes', 'meeting'] as const) {
      expect(noticeRan(posted({ kind, photos: [] }), '2026-05-25', 0)).toMatchObject({
        state: 'ran',
        words: '2026年5月18日 张贴，2026年5月25日 已满 7 天',
      });
    }
  });

  it('never once withdrawn', () => {
    expect(noticeRan(posted({ withdrawnOn: '2026-05-20' }), '2026-06-30', 7)).toEqual({
      state: 'withdrawn',
      daysLeft: 0,
      words: '2026年5月18日 张贴，2026年5月20日 已撤下',
    });
  });
});

describe('the days of a kind', () => {
  it('are those of the office for the result of the asking and for the plan, else those of their own room', () => {
    const kinds = Object.keys(noticeKindNames) as NoticeKind[];
    const asked = kinds.filter((kind) => noticeDays(kind, today) > 0);
    expect(asked).toEqual(['consent-result', 'plan']);
    expect(noticeDays('plan', today)).toBe(valueOn('notice.days', today));
    expect(addDays(today, noticeDays('plan', today))).toBe('2026-05-25');
    expect(kinds.filter(waitsForNextStep)).toEqual(['consent-result', 'vote-result', 'plan']);
  });
});
