import { paper, papers, papersTo, planningCase, workCalendar } from './given-removal';
import type { StatutoryCase } from './statutory-case';
import { caseSentence, trackSentence } from './statutory-clock';

const said = (day: string, change: Partial<StatutoryCase> = {}) =>
  caseSentence(planningCase(change), day, workCalendar);

describe('what may happen next', () => {
  it.each([
    ['the last forbidden day', '2026-03-26', 'force-later', '最早 2026年3月27日可以强制拆除，以前不能'],
    ['the first day of force', '2026-03-27', 'force-open', '2026年3月27日起可以强制拆除'],
  ])('%s', (_, day, state, headline) => {
    expect(said(day)).toMatchObject({ state, headline });
  });

  it('a paper without a scan is said, the day stays known', () => {
    const steps = papers.map((one) => (one.step === 'urged' ? { ...one, files: 0 } : one));
    const sentence = said('2026-03-27', { steps });
    expect([sentence.state, sentence.more.at(-1)]).toEqual([
      'force-open',
      '催告书还没有扫描件，请上传后再办',
    ]);
  });

  it('before the decision: what is open, else from which day the next step is', () => {
    expect(said('2025-09-12', { steps: papersTo('identified') }).headline).toBe('现在可以办：「事先告知」');
    const noticed = papersTo('pre-noticed');
    expect(said('2025-09-22', { steps: noticed }).headline).toBe('最早 2025年9月23日可以办「限期拆除决定」');
    expect(said('2025-09-23', { steps: noticed }).headline).toBe('现在可以办：「限期拆除决定」');
  });

  it('after the decision: until when force is excluded, and which papers are missing', () => {
    const sentence = said('2025-12-01', { steps: papersTo('decided') });
    expect(sentence.headline).toBe('2026年3月27日以前不能强制拆除');
    expect(sentence.more.join('；')).toContain('现在可以办：「催告」、「责成」、「强制执行决定」、「公告」');
    expect(sentence.more.join('；')).toContain('缺少催告书，请补办并登记');
    expect(said('2026-04-01', { steps: papersTo('decided') }).headline).toBe('还不能强制拆除，程序没有走完');
  });

  it.each<[string, Partial<StatutoryCase>, string]>([
    [
      'not served',
      { steps: [...papersTo('pre-noticed'), paper('decided', '2025-09-25', { service: null })] },
      '决定书还没有送达，救济期没有开始',
    ],
    [
      'in court',
      { lawsuit: { filedOn: '2025-10-20', outcome: null, finalOn: null } },
      '行政诉讼还没有生效裁判，期间不能强制拆除',
    ],
    [
      'revoked',
      { lawsuit: { filedOn: '2025-10-20', outcome: 'revoked', finalOn: '2026-01-05' } },
      '决定已被撤销，不能据此强制拆除',
    ],
  ])('a decision %s holds it', (_, change, headline) => {
    expect(said('2026-03-27', change)).toMatchObject({ state: 'held', headline });
  });

  it('a halt comes before everything', () => {
    const halts = [{ kind: 'agreement', fromOn: '2026-03-01', endedOn: null, reason: '分期' } as const];
    expect(said('2026-03-27', { halts })).toMatchObject({ state: 'held' });
    expect(said('2026-03-27', { halts }).headline).toContain('签了执行协议');
  });

  it('after the removal: clearing, closing, and the end', () => {
    const executed = [...papers, paper('executed', '2026-03-27')];
    expect(said('2026-03-28', { steps: executed }).headline).toBe('已经拆除，现在可以办：「清运」');
    const closed = [...executed, paper('cleaned', '2026-03-28'), paper('closed', '2026-03-29')];
    expect(said('2026-04-01', { steps: closed })).toEqual({ state: 'over', headline: '已结案', more: [] });
  });

  it('a case whose structure is gone without force only has to be cleared and closed', () => {
    expect(said('2025-10-01', { steps: papersTo('decided'), isGone: true }).headline).toBe(
      '已经拆除，现在可以办：「清运」',
    );
  });

  it('other laws know no force, and it is said who deals with them', () => {
    const board = planningCase({ kind: 'ad-board', steps: papersTo('decided') });
    expect(caseSentence(board, '2026-03-27', workCalendar).headline).toContain('没有规划查处的强制拆除');
    expect(trackSentence({ kind: 'wiring' })).toContain('社区、供电企业');
    expect(trackSentence({ kind: 'building' })).toBe(
      '由自然资源和规划部门认定，城市管理执法部门查处（城乡规划法 §64）',
    );
  });
});
