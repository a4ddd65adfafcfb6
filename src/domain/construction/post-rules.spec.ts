import { houseRule } from '../kernel/blocker';
import { DailyPost, Holdup, PostKind } from './daily-post';
import { charging, codesOf, contract, post, posted, today, walls } from './given-construction';
import {
  earliestPostDay,
  earlyPhotoBlockers,
  sitePostsSince,
  postBlockers,
  Poster,
  posterBlockers,
  PostPlace,
  postWarnings,
} from './post-rules';
import { PostedItem } from './post-values';
import type { StopOrder } from './stop-order';

const foreman: Poster = { by: 'invitation', invitationId: 1, contractId: 1 };
const account = (change: Partial<Extract<Poster, { by: 'account' }>> = {}): Poster => ({
  ...{ by: 'account', userId: 9, role: 'contractor', firmId: 10, ...change },
});
const office = account({ userId: 5, role: 'street-manager', firmId: null });

const place = (change: Partial<PostPlace> = {}): PostPlace => ({
  ...{ renovation: 'active', contract: contract(), items: [posted()], stops: [], poster: foreman, today },
  ...change,
});
const refused = (change: Partial<DailyPost>, where: Partial<PostPlace> = {}) =>
  codesOf(postBlockers(post(change), place(where))).map((one) => one.replace('post-', ''));
const value = (amount: number, reason = '', itemId = 3) => ({ values: [{ itemId, value: amount, reason }] });

describe('who posts', () => {
  it.each<[string, Poster, string[]]>([
    ['a phone invited to this contract', foreman, []],
    ['a phone invited to another', { ...foreman, contractId: 2 } as Poster, ['post-foreign-contract']],
    ['somebody of the firm', account(), []],
    ['somebody of another firm', account({ firmId: 11 }), ['post-foreign-contract']],
    ['the street manager', office, []],
    ['the supervisor', account({ role: 'supervisor', firmId: 20 }), ['post-role']],
    ['the community', account({ role: 'community-worker', firmId: null }), ['post-role']],
  ])('%s', (_, poster, expected) => {
    expect(codesOf(posterBlockers(poster, contract()))).toEqual(expected);
  });

  it('nobody posts on a contract to supervise', () => {
    expect(codesOf(posterBlockers(office, contract({ role: 'supervisor' })))).toEqual(['post-contract']);
  });
});

describe('a photo that comes before its post', () => {
  const uuid = '0b1f6a52-7c1d-4e0a-9a3e-2f6f0c9d1a11';
  it.each<[string, { uuid?: string; waiting?: number }, Partial<PostPlace>, string[]]>([
    ['is taken', {}, {}, []],
    ['is the last that waits', { waiting: 299 }, {}, []],
    ['is one too many', { waiting: 300 }, {}, ['post-photos-waiting']],
    ['has no number', { uuid: 'IMG_1' }, {}, ['post-photo-uuid']],
    [
      'is of another contract',
      {},
      { poster: { ...foreman, contractId: 2 } as Poster },
      ['post-foreign-contract'],
    ],
    ['comes when all is over', {}, { renovation: 'closed' }, ['renovation-over']],
  ])('%s', (_, change, where, expected) => {
    const photo = { uuid, waiting: 0, ...change };
    expect(codesOf(earlyPhotoBlockers(photo, place(where)))).toEqual(expected);
  });

  it('waits as long as the site may tell its day, so that a contract does not fill up over months', () => {
    expect(sitePostsSince(today)).toBe('2026-06-05');
    const { startsOn } = contract();
    expect(sitePostsSince(today)).toBe(earliestPostDay(foreman, { startsOn }, today));
  });
});

describe('the day of a post', () => {
  it.each<[string, string, Poster, string[]]>([
    ['today', today, foreman, []],
    ['tomorrow', '2026-06-09', foreman, ['future']],
    ['three days back', '2026-06-05', foreman, []],
    ['four days back', '2026-06-04', foreman, ['old']],
    ['four days back, by the street manager', '2026-06-04', office, []],
    ['the first day of the contract, by the street manager', '2026-05-19', office, []],
    ['the day before the contract, by the street manager', '2026-05-18', office, ['contract-not-begun']],
  ])('%s', (_, workedOn, poster, expected) => {
    const items = [posted({ before: null })];
    expect(refused({ workedOn }, { poster, items })).toEqual(expected);
  });

  it('a phone whose clock is wrong is told so', () => {
    expect(postBlockers(post({ workedOn: '2026-06-09' }), place())[0].text).toBe(
      '日报日期 2026年6月9日 晚于今天 2026年6月8日。请改日期，手机日期不准的请先校准',
    );
  });

  it('the first day of a contract that is younger than three days is the earliest', () => {
    expect(earliestPostDay(foreman, { startsOn: '2026-06-07' }, today)).toBe('2026-06-07');
    expect(earliestPostDay(foreman, { startsOn: '2026-05-19' }, today)).toBe('2026-06-05');
  });

  it('nothing is posted once the contract or the renovation is over', () => {
    expect(refused({}, { contract: contract({ state: 'finished' }) })).toEqual(['contract-not-running']);
    expect(refused({}, { renovation: 'closed' })).toEqual(['renovation-over']);
  });
});

describe('a value', () => {
  const share = (change: Partial<PostedItem> = {}) => ({
    items: [posted({ item: walls(), before: { on: '2026-06-05', value: 60_00 }, ...change })],
  });
  it.each<[string, Partial<DailyPost>, Partial<PostPlace>, string[]]>([
    ['more than before', value(18_00), {}, []],
    ['the same as before', value(15_00), {}, []],
    ['less than before', value(14_99), {}, ['falls']],
    ['less than before, with the reason', value(14_99, '三组返工'), {}, []],
    ['less than before, with blanks for a reason', value(14_99, ' '), {}, ['falls']],
    ['all of it', value(30_00), {}, []],
    ['more than all of it', value(30_01), {}, ['value']],
    ['less than nothing', value(-1), {}, ['value']],
    ['no number', value(Number.NaN), {}, ['value']],
    ['half a hundredth', value(15_00.5), {}, ['value']],
    ['a hundred of a hundred', value(100_00, '', 1), share(), []],
    ['a hundred and twenty of a hundred', value(120_00, '', 1), share(), ['value']],
    ['nothing told before', value(1), { items: [posted({ before: null })] }, []],
    [
      'more than was told of a later day',
      value(18_00),
      { items: [posted({ after: { on: '2026-06-09', value: 17_99 } })] },
      ['falls'],
    ],
    [
      'as much as was told of a later day',
      value(18_00),
      { items: [posted({ after: { on: '2026-06-09', value: 18_00 } })] },
      [],
    ],
    ['of an item elsewhere', value(1, '', 99), {}, ['foreign']],
    [
      'of an item of another contract',
      value(1),
      { items: [posted({ item: charging({ contractId: 2 }) })] },
      ['foreign'],
    ],
    [
      'of an item that is not open',
      value(18_00),
      { items: [posted({ item: charging({ state: 'planned' }) })] },
      ['not-open'],
    ],
    [
      'of an item that is finished',
      value(18_00),
      { items: [posted({ item: charging({ state: 'finished' }) })] },
      ['not-open'],
    ],
    [
      'of an item that is accepted',
      value(18_00),
      { items: [posted({ item: charging({ state: 'accepted' }) })] },
      ['not-open'],
    ],
    [
      'of an item that is dropped',
      value(18_00),
      { items: [posted({ item: charging({ state: 'dropped' }) })] },
      ['not-open'],
    ],
    [
      'the same as before of an item that was finished meanwhile',
      value(15_00),
      { items: [posted({ item: charging({ state: 'finished' }) })] },
      [],
    ],
    [
      'told again of an item that was finished meanwhile',
      value(18_00),
      { items: [posted({ item: charging({ state: 'finished' }), own: 18_00 })] },
      [],
    ],
    [
      'of an item that is held back',
      value(18_00),
      { items: [posted({ holds: [houseRule('held', '场地受阻')] })] },
      ['held'],
    ],
    [
      'the same, of an item that is held back',
      value(15_00),
      { items: [posted({ holds: [houseRule('held', '场地受阻')] })] },
      [],
    ],
    ['with a reason as long as it may be', value(14_99, '字'.repeat(200)), {}, []],
    ['with a reason that is longer', value(14_99, '字'.repeat(201)), {}, ['reason']],
    ['twice in one post', { values: [...value(18_00).values, ...value(19_00).values] }, {}, ['twice']],
  ])('%s', (_, change, where, expected) => {
    expect(refused(change, where)).toEqual(expected);
  });

  it('says what is wrong and how to mend it', () => {
    const text = (change: Partial<DailyPost>, where: Partial<PostPlace> = {}) =>
      postBlockers(post(change), place(where)).map((one) => one.text);
    expect(text(value(120_00, '', 1), share())).toEqual([
      '「院墙、走廊粉刷」的完成比例要在 0 到 100 之间，现在填的是 120',
    ]);
    expect(text(value(55_00, '', 1), share())).toEqual([
      '「院墙、走廊粉刷」55%，比2026年6月5日报的 60%低。确认返工或更正的，请写明原因',
    ]);
    expect(text(value(32_00))).toEqual([
      '「充电桩」累计 32 组，超过工程量 30 组。请核对；确实增加的，请先由街道项目负责人调整工程量',
    ]);
  });

  it('that fell with a reason is taken and said', () => {
    const said = postWarnings(post(value(14_00, '三组返工')), place());
    expect(said).toMatchObject([{ level: 'warning', text: '「充电桩」的数值与前后不一致，原因：三组返工' }]);
  });
});

describe('what else a post says', () => {
  const stopped = { kind: 'stopped', values: [], workers: 0, photos: 0 } as const;
  it.each<[string, Partial<DailyPost>, string[]]>([
    ['no identity', { uuid: '1' }, ['uuid']],
    ['five hundred workers', { workers: 500 }, []],
    ['five hundred and one', { workers: 501 }, ['workers']],
    ['half a worker', { workers: 1.5 }, ['workers']],
    ['no number of workers', { workers: null }, ['workers']],
    ['nobody working', { workers: 0 }, ['workers']],
    ['a sentence of two hundred characters', { sentence: '长'.repeat(200) }, []],
    ['a sentence of two hundred and one', { sentence: '长'.repeat(201) }, ['sentence']],
    ['nine photos', { photos: 9 }, []],
    ['ten photos', { photos: 10 }, ['photos']],
    ['nothing at all', { values: [], photos: 0 }, ['empty']],
    ['only a photo', { values: [], photos: 1 }, []],
    ['only a sentence', { values: [], photos: 0, sentence: '清理垃圾' }, []],
    ['今日停工 with its reason', { ...stopped, holdups: ['rain'] }, []],
    ['今日停工 with a sentence', { ...stopped, sentence: '等钢材' }, []],
    ['今日停工 without a reason', { ...stopped }, ['why-stopped']],
    ['今日停工 without a number of workers', { ...stopped, workers: null, holdups: ['rain'] }, []],
    ['今日停工 with progress', { ...stopped, ...value(18_00), holdups: ['rain'] }, ['stopped-values']],
  ])('%s', (_, change, expected) => {
    expect(refused(change)).toEqual(expected);
  });

  const order: StopOrder = {
    ...{ id: 1, state: 'stopped', cause: 'safety', stoppedOn: today, resumedOn: null },
    ...{ itemIds: [], zones: [] },
  };
  it.each<[string, PostKind, StopOrder, string[]]>([
    ['work', 'work', order, ['stopped']],
    ['今日停工', 'stopped', order, []],
    ['work the day before', 'work', { ...order, stoppedOn: '2026-06-09' }, []],
    ['work elsewhere', 'work', { ...order, itemIds: [9] }, []],
    ['work on the day it goes on', 'work', { ...order, state: 'resumed', resumedOn: today }, []],
  ])('while works are stopped takes only 今日停工: %s', (_, kind, stop, expected) => {
    const told = kind === 'stopped' ? { ...stopped, holdups: ['other'] as Holdup[] } : {};
    expect(refused(told, { stops: [stop] })).toEqual(expected);
  });

  it.each<[string, Partial<DailyPost>, string[]]>([
    ['as it should be', {}, []],
    ['of yesterday', { workedOn: '2026-06-07' }, ['late']],
    ['with two photos', { photos: 2 }, ['few-photos']],
    ['held up by other things, without a word', { holdups: ['other'] }, ['other']],
    ['held up by other things, with a word', { holdups: ['other'], sentence: '等设计' }, []],
    ['without work and without photos', { ...stopped, holdups: ['rain'] }, []],
  ])('is taken and remarked on: %s', (_, change, expected) => {
    const found = postWarnings(post(change), place());
    expect(codesOf(found)).toEqual(expected.map((one) => `post-${one}`));
    expect(found.every(({ level }) => level === 'warning')).toBe(true);
  });
});
