import type { RenovationState } from '../renovation/stages';
import {
  WishConclusion,
  WishDraft,
  WishState,
  conclusionBlockers,
  reopenBlockers,
  wishBlockers,
} from './wish';

const today = '2026-05-18';
const states: RenovationState[] = ['active', 'paused', 'cancelled', 'closed'];

const draft = (change: Partial<WishDraft> = {}): WishDraft => ({
  kind: 'wish',
  source: 'door',
  text: '紫藤架保留，下面放几个座位',
  heardOn: today,
  ...change,
});
const said = (change: Partial<WishDraft>, state: RenovationState = 'active') =>
  wishBlockers(draft(change), { state, openedOn: '2026-03-01' }, today).map(({ text }) => text);

describe('a wish is written down', () => {
  it('not as heard before the renovation was opened', () => {
    expect(said({ heardOn: '2026-03-01' })).toEqual([]);
    expect(said({ heardOn: '2026-02-28' })).toEqual([
      '听到的日期不能早于改造立项 2026年3月1日，更早提过的请填登记的日期，在内容里写明',
    ]);
  });

  it('as it was heard', () => {
    expect(said({})).toEqual([]);
    expect(said({ source: 'office', kind: 'objection', noticeId: 7 })).toEqual([]);
    expect(said({ source: 'public' })).toEqual([]);
  });

  it('not without words', () => {
    expect(said({ text: ' \n' })).toEqual(['请写下居民说了什么']);
  });

  it('with 1000 characters, not one more; the words for residents likewise', () => {
    expect(said({ text: '愿'.repeat(1000), publicText: '愿'.repeat(1000) })).toEqual([]);
    expect(said({ text: '愿'.repeat(1001), publicText: '愿'.repeat(5000) })).toEqual([
      '意见内容最多 1000 个字，现在是 1001 个，请删减',
      '居民看到的文字最多 1000 个字，现在是 5000 个，请删减',
    ]);
  });

  it('on the day it was heard or later, never before', () => {
    expect(said({ heardOn: today })).toEqual([]);
    expect(said({ heardOn: '2026-05-19' })).toEqual(['听到的日期不能晚于今天 2026年5月18日']);
  });

  it('of a meeting with the meeting, and against a notice as an objection', () => {
    expect(said({ source: 'meeting' })).toEqual(['「会上提出」的意见请从会议页面登记']);
    expect(said({ source: 'meeting', meetingId: 3 })).toEqual([]);
    expect(said({ kind: 'wish', noticeId: 7 })).toEqual(['针对公示提出的请登记为「异议」']);
  });

  it('only while the renovation goes on', () => {
    expect(states.map((state) => said({}, state))).toEqual([
      [],
      [],
      ['改造已取消，居民意见不能再改'],
      ['改造已办结，居民意见不能再改'],
    ]);
  });
});

describe('a wish ends', () => {
  const ended = (
    change: Partial<WishConclusion>,
    state: WishState = 'open',
    renovation: RenovationState = 'active',
  ) =>
    conclusionBlockers(
      { state },
      { outcome: 'not-adopted', answer: '院内没有位置', byHand: true, ...change },
      renovation,
    ).map(({ text }) => text);

  it('as not adopted with a reason, or as done otherwise with what was done', () => {
    expect(ended({})).toEqual([]);
    expect(ended({ outcome: 'otherwise' })).toEqual([]);
  });

  it('with at least 6 characters, blanks not counted', () => {
    expect(ended({ answer: '院 内 没 位 置' })).toEqual(['请写明为什么没有采纳，至少 6 个字，居民会读到']);
    expect(ended({ answer: '院内没有位置' })).toEqual([]);
    expect(ended({ outcome: 'otherwise', answer: '已办' })).toEqual([
      '请写明另行办理了什么，至少 6 个字，居民会读到',
    ]);
  });

  it('with at most 1000 characters', () => {
    expect(ended({ answer: '答'.repeat(1000) })).toEqual([]);
    expect(ended({ answer: '答'.repeat(1001) })).toEqual(['答复最多 1000 个字，现在是 1001 个，请删减']);
  });

  it('as adopted by an item of the plan alone, never by hand', () => {
    expect(ended({ outcome: 'adopted', answer: '' })).toEqual([
      '采纳的意见要落到改造方案的一个项目上，请用「列入改造方案」',
    ]);
    expect(ended({ outcome: 'adopted', answer: '', byHand: false })).toEqual([]);
  });

  it.each([
    ['open', []],
    ['adopted', ['这条意见已采纳，要改答复请先重新打开']],
    ['not-adopted', ['这条意见未采纳，要改答复请先重新打开']],
    ['otherwise', ['这条意见已另行办理，要改答复请先重新打开']],
  ] as [WishState, string[]][])('once: it is %s', (state, expected) => {
    expect(ended({}, state)).toEqual(expected);
    expect(ended({ outcome: 'adopted', byHand: false }, state)).toEqual(expected);
  });

  it('only while the renovation goes on', () => {
    expect(states.map((state) => ended({}, 'open', state).length)).toEqual([0, 0, 1, 1]);
  });
});

describe('an answered wish is opened again', () => {
  it('whatever the answer was, but not while it is open', () => {
    const said = (['open', 'adopted', 'not-adopted', 'otherwise'] as const).map((state) =>
      reopenBlockers({ state }, 'active').map(({ text }) => text),
    );
    expect(said).toEqual([['这条意见还没有答复，不用重新打开'], [], [], []]);
  });

  it('only while the renovation goes on', () => {
    expect(states.map((state) => reopenBlockers({ state: 'adopted' }, state).length)).toEqual([0, 0, 1, 1]);
  });
});
