import { choice, contractRow, frame, lookedOn, postWithRow } from './given-post';
import { postsAddress, readPostsQuery } from './posts-query';
import { PostsView, toPosts } from './posts.presenter';

const view = (change: Partial<PostsView> = {}): PostsView => ({
  ...{ choice, contracts: [contractRow()], posts: [], deciding: [], missing: new Map() },
  ...{ reportFrom: new Map(), query: readPostsQuery({}), today: lookedOn, ...change },
});
const page = (change: Partial<PostsView> = {}) => toPosts(view(change), frame);

describe('the tab of the daily posts', () => {
  it('stands what waits for this person first, the oldest with the one button', () => {
    const [older, newer] = [
      postWithRow(1, { workedOn: '2026-06-05' }),
      postWithRow(2, {}, { correctsId: 7 }),
    ];
    const { waiting } = page({ posts: [older, newer], deciding: [older, newer] });
    expect(waiting).toEqual([
      {
        ...{ status: { state: 'doing', word: '待确认' }, kind: '施工合同', what: '6月5日日报' },
        ...{ why: '9 人 · 1 项 · 3 张', action: { label: '打开核对', link: '/posts/1', primary: true } },
      },
      expect.objectContaining({
        ...{ what: '6月8日日报', why: '9 人 · 1 项 · 3 张 · 更正' },
        action: { label: '打开核对', link: '/posts/2', primary: false },
      }),
    ]);
  });

  it('says when nothing waits, and when others are waited for', () => {
    expect(page().nothingWaits).toBe('没有等确认的日报。');
    expect(page({ posts: [postWithRow(1)] }).nothingWaits).toBe('有 1 份日报等别人确认，列在下面。');
  });

  it('stands every day beside every contract, with the days that lack their post', () => {
    const missing = new Map([
      [1, [{ on: '2026-06-05', level: 'foreman' as const }]],
      [2, [{ on: '2026-06-08', level: 'today' as const }]],
    ]);
    const { rows, columns } = page({
      ...{ contracts: [contractRow(), contractRow(2, '管线合同')], missing },
      posts: [postWithRow(3, { kind: 'stopped', values: [], photos: 0, state: 'confirmed' })],
      reportFrom: new Map([[1, '2026-06-05']]),
    });
    expect(columns).toEqual(['施工合同', '管线合同']);
    expect(rows).toEqual([
      {
        day: '6月8日',
        cells: [
          { status: { state: 'done', word: '已确认' }, what: '今日停工', link: '/posts/3' },
          { status: { state: 'doing', word: '今天应报未报' }, what: '', link: '' },
        ],
      },
      {
        day: '6月5日',
        cells: [
          {
            ...{ status: { state: 'late', word: '应报未报 3 天' }, what: '去补报' },
            link: '/m/report?contract=1&on=2026-06-05',
          },
          { what: '—', link: '' },
        ],
      },
    ]);
  });

  it('shows the newest post of a day alone, also where days are narrowed to a state', () => {
    const posts = [postWithRow(1, { state: 'confirmed' }), postWithRow(2)];
    expect(page({ posts }).rows[0].cells[0].link).toBe('/posts/2');
    expect(page({ posts, query: readPostsQuery({ state: 'confirmed' }) }).empty?.text).toBe(
      '没有符合条件的日报。',
    );
    expect(page({ posts, query: readPostsQuery({ state: 'sent' }) }).rows).toHaveLength(1);
  });

  it('says why it is empty: no renovation, no contract, no post', () => {
    const bare = { ...choice, renovation: null };
    expect(page({ choice: bare }).empty?.text).toContain('还没有立项');
    expect(page({ contracts: [] }).empty?.text).toContain('还没有施工合同');
    expect(page().empty?.text).toContain('还没有日报');
  });

  it.each([
    [{}, '/compounds/fl106/posts'],
    [
      { state: 'missing', contract: '2', page: '3' },
      '/compounds/fl106/posts?contract=2&state=missing&page=3',
    ],
    [{ state: 'toString', contract: '-1', page: 'x' }, '/compounds/fl106/posts'],
  ])('reads %j and writes %s', (read, written) => {
    expect(postsAddress('fl106', readPostsQuery(read))).toBe(written);
  });
});
