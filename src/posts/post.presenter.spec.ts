import { engineer, posted, supervised, walls } from '../domain/construction/given-construction';
import { formState } from '../platform/web/form';
import type { StoredFile } from '../files/stored-file.entity';
import { choice, contractRow, frame, lookedOn, postWithRow } from './given-post';
import { PostView, toPost } from './post.presenter';

const actor = {
  userId: 7,
  name: '监理',
  role: 'supervisor',
  organisationId: 20,
  organisationName: '',
} as const;
const post = postWithRow(2, { values: [{ itemId: 3, value: 18_00, reason: '' }] });
const view = (change: Partial<PostView> = {}): PostView => ({
  ...{ post, posts: [post], contract: contractRow(), compound: choice.compound, actor },
  ...{ renovation: choice.renovation!, supervision: supervised, items: [], posted: [posted()] },
  facts: {
    ...{ renovation: 'active', supervision: supervised, confirmer: engineer, wrong: [], isReplaced: false },
    ...{ postedBy: { userId: null, firmId: 10 }, reason: '' },
  },
  ...{ photos: [], stored: new Map(), hints: new Map(), points: new Map(), names: new Map([[9, '现场']]) },
  ...{ firm: '示例建设', planned: new Map([[3, 16_50]]), today: lookedOn, ...change },
});
const page = (change: Partial<PostView> = {}) => toPost(view(change), formState({}), frame);

describe('the page of a post', () => {
  it('stands old beside new and the plan', () => {
    expect(page().values).toEqual([
      {
        ...{ name: '充电桩', before: '15 组', beforeOn: '6月5日', corrected: '', now: '18 组' },
        ...{ whole: '共 30 组', plan: '16.5 组', isOdd: false, note: '' },
      },
    ]);
  });

  it('marks what fell with its reason, and what is more than a later day said', () => {
    const fell = postWithRow(2, { values: [{ itemId: 3, value: 14_00, reason: '三组返工' }] });
    expect(page({ post: fell, posts: [fell] }).values[0]).toMatchObject({ isOdd: true, note: '三组返工' });
    const later = { ...posted(), after: { on: '2026-06-09', value: 17_00 } };
    expect(page({ posted: [later] }).values[0]).toMatchObject({ isOdd: true, note: '6月9日报的是 17 组' });
  });

  it('stands a correction beside what it corrects', () => {
    const earlier = postWithRow(
      1,
      { state: 'returned', workers: 7, effects: ['noise'] },
      { returnReason: '缺少照片' },
    );
    const correction = postWithRow(2, {}, { correctsId: 1, correctionReason: '补照片' });
    const seen = page({ post: correction, posts: [earlier, correction] });
    expect(seen.isCorrection).toBe(true);
    expect(seen.facts).toEqual(
      expect.arrayContaining([
        { term: '施工', value: '9 人', note: '更正前：7 人' },
        { term: '影响居民', value: '没有填', note: '更正前：噪音' },
        { term: '更正原因', value: '补照片' },
      ]),
    );
    expect(seen.history.map(({ what, link }) => [what, link])).toEqual([
      ['提交更正', ''],
      ['提交日报', '/posts/1'],
    ]);
  });

  it('offers both steps, or says why not; the reason that is typed later speaks against nothing', () => {
    const seen = page();
    expect([seen.confirmation?.reasons, seen.sendingBack?.reasons]).toEqual([[], []]);
    const own = page({ facts: { ...view().facts, postedBy: { userId: null, firmId: 20 } } });
    expect(own.confirmation?.reasons.map(({ text }) => text)).toEqual([
      '不能由同一家单位确认，请换一家单位的人确认',
    ]);
    const told = page({ actor: { ...actor, role: 'contractor' } });
    expect([told.confirmation, told.sendingBack, told.choice]).toEqual([undefined, undefined, undefined]);
  });

  it('lets the street manager choose photos, with the confirmation or alone afterwards', () => {
    const file = { id: 5, publicId: 'x', width: 4, height: 3, caption: '', takenAt: null, publishedAt: null };
    const shots = {
      photos: [{ fileId: 5, pointId: 8 }] as unknown as PostView['photos'],
      stored: new Map([[5, file as StoredFile]]),
      points: new Map([[8, '院门']]),
    };
    expect(page(shots).choice).toBeUndefined();
    const manager = { ...actor, role: 'street-manager' as const };
    expect(page({ ...shots, actor: manager }).choice).toMatchObject({ isAlone: false });
    const confirmed = postWithRow(2, { state: 'confirmed' });
    const after = page({ ...shots, actor: manager, post: confirmed, posts: [confirmed] });
    expect(after.choice).toEqual({ action: '/posts/2/photo-choices', isAlone: true });
    expect(after.photos[0]).toMatchObject({ what: '拍照点：院门', taken: '相机没有记录时间' });
  });

  it('previews the card of residents, masked, without what is the firm’s own', () => {
    const said = postWithRow(2, {
      sentence: '电话 13800000000',
      holdups: ['people', 'rain'],
      effects: ['noise'],
    });
    const { preview } = page({ post: said, posts: [said], items: [] });
    expect(preview?.heading).toBe('2026年6月8日 · 晴 · 9 人施工');
    expect(preview?.lines.join()).not.toContain('13800000000');
    expect(preview?.lines).toEqual(expect.arrayContaining(['影响：噪音', '受影响的原因：下雨']));
  });

  it('says what a value of a share is without a whole', () => {
    const share = { ...posted(), item: walls(), before: null };
    const told = postWithRow(2, { values: [{ itemId: 1, value: 65_00, reason: '' }] });
    expect(page({ post: told, posts: [told], posted: [share] }).values[0]).toMatchObject({
      ...{ before: '没有报过', now: '65%', whole: '' },
    });
  });
});
