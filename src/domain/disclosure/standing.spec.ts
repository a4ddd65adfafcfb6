import { givenRenovation, today } from './given-disclosure';
import { publicRenovation } from './renovation';
import { publicStanding } from './standing';

const standing = (...given: Parameters<typeof givenRenovation>) =>
  publicStanding(publicRenovation(givenRenovation(...given), today), today);
const works = (change: object) => standing({}, { stage: 'construction', ...change });

describe('where a renovation stands, in one sentence', () => {
  it('under construction it names the day and how far it is', () => {
    expect(standing()).toEqual({
      mark: 'doing',
      word: '正在施工',
      sentence: '预计 6月18日 完工',
      aside: '还有 10 天',
      reason: null,
      headline: '正在施工，预计6月18日完工',
    });
  });

  it.each([
    ['due tomorrow', { plannedEndOn: '2026-06-09' }, 'doing', '预计 6月9日 完工', '还有 1 天'],
    ['due today', { plannedEndOn: '2026-06-08' }, 'doing', '预计 6月8日 完工', '就是今天'],
    ['due yesterday', { plannedEndOn: '2026-06-07' }, 'late', '还没完工', '计划 6月7日'],
    ['due next year', { plannedEndOn: '2027-01-05' }, 'doing', '预计 2027年1月5日 完工', '还有 211 天'],
    [
      'due yesterday and expected in two days',
      { plannedEndOn: '2026-06-07', forecastEndOn: '2026-06-10' },
      'late',
      '预计 6月10日 完工',
      '计划 6月7日',
    ],
  ])('%s', (_, change, mark, sentence, aside) => {
    expect(works(change)).toMatchObject({ mark, sentence, aside });
  });

  it('carries the days of lateness in every late word', () => {
    expect(works({ plannedEndOn: '2026-05-27' })).toMatchObject({
      word: '逾期 12 天',
      headline: '正在施工，逾期12天',
      reason: '比计划晚 12 天，原因还没有写明，已列入街道的待办。',
    });
  });

  it('says why it is expected late, and who answers for it', () => {
    const delays = [{ stage: 'construction' as const, reason: '上周下雨。', answerable: 'weather' as const }];
    expect(standing({ delays }, { stage: 'construction', forecastEndOn: '2026-06-20' })).toMatchObject({
      word: '正在施工',
      sentence: '预计 6月20日 完工',
      aside: '还有 12 天',
      reason: '比计划晚 2 天：上周下雨（天气）。',
    });
  });

  it.each([
    ['survey', '正在摸底，预计3月20日做完摸底'],
    ['consultation', '正在议事，预计4月30日议定方案'],
    ['removal', '正在拆违清障，预计5月18日完成拆违'],
    ['acceptance', '正在验收，预计6月30日完成验收'],
    ['handover', '正在移交，预计7月11日移交'],
  ] as const)('in the stage %s', (stage, headline) => {
    const position = { stage, removal: stage === 'removal' ? ('open' as const) : ('finished' as const) };
    const renovation = publicRenovation(givenRenovation(position), '2026-03-02');
    expect(publicStanding(renovation, '2026-03-02').headline).toBe(headline);
  });

  it('says that the day is not fixed while there is no plan', () => {
    expect(works({ plannedEndOn: null }).headline).toBe('正在施工，完成日期还没有定');
  });

  it.each([
    ['paused', { state: 'paused' as const, stateReason: '连续降雨' }, '已暂停：连续降雨', 'late'],
    ['paused without a reason', { state: 'paused' as const, stateReason: ' ' }, '已暂停', 'late'],
    ['cancelled', { state: 'cancelled' as const, stateReason: '列入征收' }, '已取消：列入征收', 'idle'],
  ])('%s', (_, change, headline, mark) => {
    expect(standing(change)).toMatchObject({ headline, mark });
  });

  it('is over with the day of the handover', () => {
    const over = { state: 'closed' as const, stage: 'handover' as const, closedOn: '2026-07-12' };
    const renovation = publicRenovation(
      givenRenovation(over, { stage: 'handover', endedOn: '2026-07-11' }),
      '2026-07-20',
    );
    expect(publicStanding(renovation, '2026-07-20')).toMatchObject({
      mark: 'done',
      headline: '已完工，7月11日移交',
    });
    expect(publicStanding(renovation, '2027-01-01').headline).toBe('已完工，2026年7月11日移交');
  });

  it('takes the day of closing where the handover has none', () => {
    const over = { state: 'closed' as const, stage: 'handover' as const, closedOn: '2026-06-05' };
    expect(standing(over).headline).toBe('已完工，6月5日移交');
    expect(standing({ ...over, closedOn: null }).headline).toBe('已完工，已移交');
  });

  it('says so when nothing is arranged yet', () => {
    expect(publicStanding(null, today)).toMatchObject({ mark: 'idle', headline: '还没有改造安排' });
  });
});
