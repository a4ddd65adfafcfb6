import { houseRule } from '../domain/kernel/blocker';
import { VoteStep } from '../domain/meeting/vote-steps';
import {
  countedVote,
  givenFrame,
  givenNotice,
  givenPlaces,
  givenRecords,
  givenToday,
  givenVote,
} from './given-votes';
import { VoteRecords } from './vote-records';
import { VoteView, toVote } from './vote.presenter';

const view = (records: VoteRecords = givenRecords(), change: Partial<VoteView> = {}): VoteView => ({
  records,
  doors: givenPlaces,
  offered: [],
  mayEdit: true,
  digestNow: records.vote.digest,
  meeting: null,
  today: givenToday,
  ...change,
});
const page = (records?: VoteRecords, change?: Partial<VoteView>) => toVote(view(records, change), givenFrame);
const free = (...steps: VoteStep[]) => steps.map((step) => ({ step, blockers: [] }));

describe('the page of a vote', () => {
  it('of a draft says what is asked and what comes first', () => {
    const draft = { ...givenVote, state: 'draft', openedOn: null, noticePostedOn: null } as const;
    const shown = page(givenRecords(draft, { ballots: [] }), { offered: free('open', 'cancel') });
    expect(shown.title).toBe('1单元加装电梯 · 丰乐路106号院');
    expect(shown.status).toEqual({ state: 'idle', word: '准备中' });
    expect(shown.facts).toEqual([
      {
        term: '表决事项',
        value: '改建、重建建筑物及其附属设施（如加装电梯）',
        note: '民法典 §278 第一款第（七）项',
      },
      { term: '表决范围', value: '1号楼 1单元' },
      { term: '表决方式', value: '书面征求意见' },
      { term: '通知张贴', value: '还没有张贴' },
      { term: '表决时间', value: '4月16日 至 4月26日' },
    ]);
    expect(shown.steps.map(({ label, primary }) => [label, primary])).toEqual([
      ['张贴表决公告', true],
      ['开始表决', false],
      ['取消表决', false],
    ]);
    expect([shown.count, shown.ballots]).toEqual([null, null]);
    expect(shown.roster).toBe('11 个业主，12 户，开始表决时固定');
    expect(shown.links.map(({ label }) => label)).toEqual(['修改', '业主名册']);
  });

  it('offers to open it once the notice hangs', () => {
    const draft = { ...givenVote, state: 'draft', openedOn: null } as const;
    const shown = page(givenRecords(draft, { ballots: [], notice: givenNotice() }), {
      offered: free('open'),
    });
    expect(shown.steps.map(({ label, primary }) => [label, primary])).toEqual([['开始表决', true]]);
    expect(shown.notices.map(({ title }) => title)).toEqual(['关于「1单元加装电梯」的表决公告']);
    expect(shown.links.map(({ label }) => label)).toEqual(['业主名册']);
  });

  it('of a running vote says what is missing and leads to the ballots', () => {
    const blockers = [houseRule('vote.running', '还有 3 个业主没有交回')];
    const shown = page(undefined, { offered: [{ step: 'close', blockers }] });
    expect(shown.status).toEqual({ state: 'doing', word: '正在表决，剩 6 天' });
    expect(shown.ballots).toEqual({ label: '录表决票', link: '/votes/3/ballots', primary: true });
    expect(shown.steps[0].reasons).toEqual([{ text: '还有 3 个业主没有交回', source: undefined }]);
    expect(shown.count?.missing).toEqual([]);
    expect(shown.count?.reached).toBe('现在的票已达到各项要求，到截止日以后才计票');
  });

  it('of a running vote that is over leads to the counting', () => {
    const shown = page(undefined, { offered: free('close', 'cancel'), today: '2026-04-29' });
    expect(shown.status).toEqual({ state: 'late', word: '截止 3 天，还没计票' });
    expect(shown.ballots?.primary).toBe(false);
    expect(shown.steps.map(({ label, primary }) => [label, primary])).toEqual([
      ['截止并计票', true],
      ['取消表决', false],
    ]);
    expect(page(undefined, { today: '2026-04-26' }).status.word).toBe('正在表决，今天截止');
  });

  it('of a counted one says the result, its seal, and by when it is posted', () => {
    const shown = page(givenRecords(countedVote), { today: '2026-04-28' });
    expect(shown.status).toEqual({ state: 'done', word: '通过' });
    expect(shown.posting).toEqual({ state: 'doing', word: '结果最晚 2026年4月30日 公示' });
    expect(shown.steps).toEqual([
      { label: '公示结果（最晚 2026年4月30日）', link: '/votes/3/notices/new', primary: true, reasons: [] },
    ]);
    expect(shown.seal).toEqual({ digest: 'ab'.repeat(32), status: { state: 'done', word: '与计票时一致' } });
    expect(shown.facts.slice(-2)).toEqual([
      { term: '监票人', value: '业主代表' },
      { term: '计票人', value: '楼栋长、社区工作人员' },
    ]);
    expect(shown.prints.map(({ label }) => label)).toEqual([
      '表决票',
      '签领表',
      '计算过程',
      '各户票（供业主查阅）',
    ]);
  });

  it('of a counted one notices a late posting, a posted result, and a changed record', () => {
    const late = page(givenRecords(countedVote), { today: '2026-05-02' });
    expect(late.posting).toEqual({ state: 'late', word: '结果最晚 2026年4月30日 公示，已超过 2 天' });
    const resultNotice = givenNotice({ kind: 'vote-result', postedOn: '2026-04-28', endsOn: '2026-05-05' });
    const posted = page(givenRecords(countedVote, { resultNotice }));
    expect([posted.posting, posted.steps]).toEqual([{ state: 'done', word: '结果已公示' }, []]);
    const forged = page(givenRecords(countedVote), { digestNow: 'cd'.repeat(32) });
    expect(forged.seal?.status).toEqual({
      state: 'late',
      word: '与计票时不一致，请报系统管理员核查',
    });
  });

  it('readers find no steps, no forms and no ballots of others', () => {
    const shown = page(givenRecords(countedVote), { mayEdit: false });
    expect([shown.steps, shown.links]).toEqual([[], []]);
    expect(shown.ballots).toEqual({ label: '看各户是否交回', link: '/votes/3/ballots' });
    expect(shown.prints.map(({ label }) => label)).not.toContain('各户票（供业主查阅）');
  });

  it('says why it was called off', () => {
    const off = {
      ...givenVote,
      state: 'cancelled',
      cancelledOn: '2026-04-20',
      cancelledReason: '方案有变',
    } as const;
    expect(page(givenRecords(off))).toMatchObject({
      status: { state: 'idle', word: '已取消' },
      cancelled: '2026年4月20日 取消：方案有变',
      prints: [{ label: '计算过程' }],
    });
  });
});

describe('the count on the page', () => {
  it('shows the thresholds in words, bars and inequalities, and the figure for the lift', () => {
    const { count } = page();
    expect(
      count?.tests.map(({ name, share, asked, inequality, status }) => [
        name,
        share,
        asked,
        inequality,
        status.word,
      ]),
    ).toEqual([
      ['参与面积', '66.66%', '三分之二以上', '3×640.00 ㎡ = 1920 ≥ 2×960.00 ㎡ = 1920', '达到'],
      ['参与人数', '72.72%', '三分之二以上', '3×8 人 = 24 ≥ 2×11 人 = 22', '达到'],
      ['同意面积', '75.00%', '四分之三以上', '4×480.00 ㎡ = 1920 ≥ 3×640.00 ㎡ = 1920', '达到'],
      ['同意人数', '75.00%', '四分之三以上', '4×6 人 = 24 ≥ 3×8 人 = 24', '达到'],
    ]);
    expect(count?.beside.map(({ status }) => status.word)).toEqual(['未达到', '未达到']);
    expect(count?.rows.map(({ name, persons, area }) => [name, persons, area])).toEqual([
      ['参与表决', '8', '640.00'],
      ['其中同意', '6', '480.00'],
      ['其中反对', '2', '160.00'],
      ['其中弃权', '0', '0.00'],
      ['无效', '0', '0.00'],
      ['未交回', '3', '320.00'],
      ['全部业主', '11', '960.00'],
    ]);
  });

  it('says the result of a counted vote, and nothing that is missing', () => {
    const failed = givenRecords(countedVote, { ballots: [] });
    expect(page(failed).count).toMatchObject({ missing: [], reached: '结果：参与未达到规定比例' });
  });
});
