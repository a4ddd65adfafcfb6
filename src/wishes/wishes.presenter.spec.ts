import { toPreviewAnswer, toRedactionPreview } from '../compounds/redaction-preview';
import { Frame } from '../compounds/workspace';
import { formState } from '../platform/web/form';
import { WaitingWish, toWaitingWishes } from './waiting-wishes';
import { WishRecord } from './wish.entities';
import { WishView, toWish } from './wish.presenter';
import { answerDueOn, wishMark } from './wish-words';
import { WishesView, readWishQuery, toWishes } from './wishes.presenter';

const frame = { crumbs: [], head: {} } as unknown as Frame;
const today = '2026-05-20';

const wish = (change: Partial<WishRecord> = {}): WishRecord => ({
  id: 4,
  compoundId: 1,
  renovationId: 2,
  number: 3,
  kind: 'wish',
  source: 'door',
  dwellingId: 8,
  meetingId: null,
  noticeId: null,
  text: '2单元301说紫藤架保留',
  publicText: '某户说紫藤架保留',
  publicCheckedOn: null,
  publicCheckedBy: null,
  heardOn: '2026-05-18',
  state: 'open',
  answer: null,
  answeredOn: null,
  answeredBy: null,
  version: 1,
  ...change,
});
const answered = { state: 'otherwise', answer: '已由社区办理', answeredOn: today } as const;

const place = {
  compound: { id: 1, code: 'fl106', name: '丰乐路106号院' },
  renovation: { id: 2, name: '微改造', sequence: 1, state: 'active', isCurrent: true },
};
const notice = { id: 7, title: '方案公示', endsOn: '2026-05-25', isWithdrawn: false, link: '/notices/7' };

const view = (change: Partial<WishView> = {}): WishView => ({
  ...(place as Pick<WishView, 'compound' | 'renovation'>),
  wish: wish(),
  entries: [],
  names: new Map([[3, '社区工作人员']]),
  door: '1号楼 2单元 301',
  steps: [{ label: '列入改造方案', link: '/wishes/4/adopt' }],
  phones: [],
  mayEdit: true,
  today,
  ...change,
});
const page = (change: Partial<WishView> = {}) => toWish(view(change), formState({}), frame);

describe('the page of a wish', () => {
  it('marks what residents do not read', () => {
    const { preview, status } = page().public;
    expect(preview.texts).toEqual([
      {
        label: '这条意见',
        pieces: [
          { text: '某户', hidden: '门牌' },
          { text: '说紫藤架保留', hidden: '' },
        ],
      },
    ]);
    expect([preview.counts, status.word]).toEqual(['已隐去 1 处门牌', '居民还看不到']);
    const reworded = page({ wish: wish({ publicText: '紫藤架保留', publicCheckedOn: today, ...answered }) });
    expect(reworded.public.preview.texts.map(({ label, pieces }) => [label, pieces[0].text])).toEqual([
      ['这条意见', '紫藤架保留'],
      ['答复', '已由社区办理'],
    ]);
    expect(reworded.public.status.word).toBe('居民看得到');
  });

  it('offers the steps and the answer while it is open, opening again afterwards', () => {
    expect(page()).toMatchObject({
      steps: [{ label: '列入改造方案' }],
      conclude: { action: '/wishes/4/conclusions' },
      mayReword: true,
    });
    expect(page().conclude!.outcomes.map(({ value }) => value)).toEqual(['not-adopted', 'otherwise']);
    const done = page({ wish: wish(answered) });
    expect([done.steps, done.conclude, done.reopen]).toEqual([
      [],
      undefined,
      { action: '/wishes/4/reopenings' },
    ]);
  });

  it('offers nothing to those who may only read, and nothing once the renovation is over', () => {
    const over = { renovation: { ...place.renovation, state: 'closed' } } as Partial<WishView>;
    for (const change of [{ mayEdit: false }, over]) {
      const { steps, conclude, reopen, mayReword } = page(change);
      expect([steps, conclude, reopen, mayReword]).toEqual([[], undefined, undefined, false]);
    }
  });

  it('tells every step with who took it', () => {
    const step = { id: 1, wishId: 4, outcome: null, note: '', madeBy: 3, madeAt: '2026-05-18T01:00:00.000Z' };
    const { history } = page({
      entries: [
        { ...step, step: 'reopened', note: '座位搬走了' },
        { ...step, step: 'concluded', outcome: 'not-adopted', note: '没有位置' },
        { ...step, step: 'reworded' },
        { ...step, step: 'taken', madeBy: 99 },
      ],
    });
    expect(history.map(({ what, note, by }) => [what, note, by])).toEqual([
      ['重新打开', '座位搬走了', '社区工作人员'],
      ['未采纳', '没有位置', '社区工作人员'],
      ['看过居民看到的文字', '', '社区工作人员'],
      ['登记', '', ''],
    ]);
  });
});

describe('the list of wishes', () => {
  const list = (change: Partial<WishesView> = {}, query: Record<string, string> = {}) =>
    toWishes(
      {
        choice: {
          compound: place.compound,
          renovation: place.renovation,
          renovations: [place.renovation],
        } as WishesView['choice'],
        query: readWishQuery(query),
        wishes: [wish(), wish({ kind: 'objection', noticeId: 7, heardOn: '2026-05-01' })],
        total: 2,
        counts: { open: 2, adopted: 0, 'not-adopted': 0, otherwise: 1 },
        notices: [notice],
        mayEdit: true,
        today,
        ...change,
      },
      frame,
    );

  it('says what became of each', () => {
    expect(list().summary).toBe('共 3 条：待答复 2 条，已另行办理 1 条');
    expect(list().rows.map(({ kind, status, isPublic }) => [kind.word, status.word, isPublic])).toEqual([
      ['心愿', '待答复', false],
      ['异议', '待答复', false],
    ]);
    expect(list().newLink).toBe('/compounds/fl106/wishes/new');
    expect(list({ mayEdit: false }).newLink).toBe('');
  });

  it('keeps its filters in the address', () => {
    const { filters } = list({}, { state: 'open', kind: 'objection', notice: '7', unseen: '1', page: '2' });
    expect(filters!.chosen).toEqual([
      { label: '待答复', link: '/compounds/fl106/wishes?kind=objection&notice=7&unseen=1' },
      { label: '异议', link: '/compounds/fl106/wishes?state=open&notice=7&unseen=1' },
      { label: '方案公示', link: '/compounds/fl106/wishes?state=open&kind=objection&unseen=1' },
      { label: '居民还看不到', link: '/compounds/fl106/wishes?state=open&kind=objection&notice=7' },
    ]);
    expect(readWishQuery({ state: 'x', kind: ['wish'], page: '-1' })).toMatchObject({
      state: '',
      kind: 'wish',
      page: 1,
    });
  });

  it('says why it is empty', () => {
    const none = { wishes: [], total: 0 };
    const noCounts = { open: 0, adopted: 0, 'not-adopted': 0, otherwise: 0 };
    expect(list({ ...none, counts: noCounts }).empty).toMatchObject({ label: '登记第一条' });
    expect(list(none, { kind: 'wish' }).empty).toEqual({
      text: '没有符合条件的意见',
      link: '/compounds/fl106/wishes',
      label: '看全部',
    });
    const choice = { ...view(), renovations: [], renovation: null } as unknown as WishesView['choice'];
    const before = list({ ...none, choice, counts: noCounts });
    expect(before.empty).toEqual({
      text: '还没有立项。立项以后，在这里登记居民的心愿和异议',
      link: '/compounds/fl106/renovations',
      label: '打开项目',
    });
  });
});

describe('what waits for an answer', () => {
  const row = (change: Partial<WaitingWish>): WaitingWish => ({
    id: 1,
    compoundId: 1,
    kind: 'wish',
    state: 'open',
    heardOn: '2026-05-18',
    noticeId: null,
    renovationId: 2,
    code: 'fl106',
    name: '丰乐路106号院',
    ...change,
  });

  it('an objection is due when its notice ends, a wish after 15 days, on the day itself it is not late', () => {
    expect(answerDueOn('2026-05-18', '2026-05-25')).toBe('2026-05-25');
    expect(answerDueOn('2026-05-18')).toBe('2026-06-02');
    expect(wishMark(wish(), '2026-06-02').word).toBe('待答复');
    expect(wishMark(wish(), '2026-06-03').word).toBe('逾期 1 天');
  });

  it('is gathered by compound and notice', () => {
    const items = toWaitingWishes(
      [
        row({ id: 1, kind: 'objection', noticeId: 7 }),
        row({ id: 2, kind: 'objection', noticeId: 7 }),
        row({ id: 3, kind: 'objection' }),
        row({ id: 4, heardOn: '2026-05-04' }),
        row({ id: 5, heardOn: '2026-05-05' }),
        row({ id: 6, state: 'adopted' }),
      ],
      new Map([[7, notice]]),
      today,
    );
    expect(items.map(({ what, dueOn, action }) => [what, dueOn, action.link])).toEqual([
      [
        '「方案公示」有 2 条异议待答复',
        '2026-05-25',
        '/compounds/fl106/wishes?state=open&kind=objection&notice=7',
      ],
      ['1 条异议待答复', '2026-06-02', '/wishes/3'],
      ['1 条心愿超过期限没有答复', '2026-05-19', '/wishes/4'],
      ['1 条意见已答复，居民还看不到', null, '/wishes/6'],
    ]);
  });

  it('two compounds of the same name are told apart', () => {
    const late = { heardOn: '2026-05-04' };
    const both = [row({ id: 1, ...late }), row({ id: 2, ...late, compoundId: 9, code: 'fl106-2' })];
    expect(
      toWaitingWishes(both, new Map(), today).map(({ compoundId, action }) => [compoundId, action.link]),
    ).toEqual([
      [1, '/wishes/1'],
      [9, '/wishes/2'],
    ]);
  });
});

describe('the last look before something is posted', () => {
  it('counts what was hidden in all texts; empty ones are left out', () => {
    const preview = toRedactionPreview(
      [
        { label: '标题', text: '公示' },
        { label: '内容', text: '13800138000 或 0371-60000001' },
        { label: '附注', text: ' ' },
      ],
      ['037160000001'],
    );
    expect(preview.counts).toBe('已隐去 1 处电话');
    expect(preview.texts.map(({ label }) => label)).toEqual(['标题', '内容']);
    expect(toRedactionPreview([{ label: '内容', text: '好' }], []).counts).toBe(
      '没有发现电话、证件号码、车牌、邮箱、门牌',
    );
  });

  it('carries the whole form along, but not the step', () => {
    const parts = {
      title: '',
      preview: { texts: [], counts: '' },
      note: '',
      action: '/x',
      confirmLabel: '张贴',
    };
    const { view: name, page: shown } = toPreviewAnswer(
      parts,
      { a: '1', b: ['2', '3'], step: 'edit' },
      frame,
    );
    expect(name).toBe('compounds/preview');
    expect(shown.kept).toEqual([
      { name: 'a', value: '1' },
      { name: 'b', value: '2' },
      { name: 'b', value: '3' },
    ]);
  });
});
