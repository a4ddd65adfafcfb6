import { voteRuleOn } from '../rules/vote-rules';
import { compoundA, owners } from './given-vote';
import { noticeLimits } from './notice';
import { resultNoticeBody, resultNoticeTitle, voteNoticeBody, voteNoticeTitle } from './vote-notice';
import { CountedOwner } from './vote-count';
import { toPublicVote } from './vote-publication';

const rule = voteRuleOn('fund-use', '2026-04-26')!;
const days = { opensOn: '2026-04-16', closesOn: '2026-04-26' };
const result = (given: CountedOwner[]) =>
  resultNoticeBody(
    toPublicVote({
      title: '修屋面',
      matter: 'fund-use',
      part: null,
      ...days,
      closedOn: '2026-04-26',
      rule,
      owners: given,
    }),
    '使用维修资金 3 万元修 1号楼屋面',
  );

describe('the notice of a vote', () => {
  it('says what, who, when, how, and by which rule', () => {
    const body = voteNoticeBody({
      title: '修屋面',
      question: ' 使用维修资金 3 万元修 1号楼屋面 ',
      part: null,
      form: 'written',
      ...days,
      rule,
    });
    for (const said of [
      '一、表决事项\n使用维修资金 3 万元修 1号楼屋面\n',
      '全院的全体业主',
      '2026年4月16日 至 2026年4月26日。表决票送到各户',
      '其中人数和面积都过半数同意（民法典 §278）。没有交回的不算同意。',
    ])
      expect(body).toContain(said);
  });

  it('of one unit names it', () => {
    const vote = { title: '加装电梯', question: '加装', part: '1号楼 1单元', form: 'meeting' as const };
    expect(voteNoticeBody({ ...vote, ...days, rule })).toContain('1号楼 1单元的全体业主');
  });

  it('has a title that fits, however long the vote is called', () => {
    for (const title of [voteNoticeTitle, resultNoticeTitle])
      expect([...title('字'.repeat(40))].length).toBeLessThanOrEqual(noticeLimits.title);
  });
});

describe('the notice of a result', () => {
  it('says the totals, the shares rounded down, and the result', () => {
    const body = result(compoundA({ yes: 15, no: 3, abstain: 1 }));
    for (const said of [
      '全部业主 28 人、1,677 ㎡\n参与表决 19 人（67.85%）、1,140 ㎡（67.97%）\n同意 15 人、900 ㎡\n反对 3 人、180 ㎡\n弃权 1 人、60 ㎡',
      '四、结果\n通过。',
      '一年内请求人民法院撤销',
    ])
      expect(body).toContain(said);
  });

  it.each([
    ['未通过。', compoundA({ yes: 9, no: 10 })],
    ['参与未达到规定比例，未通过。', compoundA({ yes: 18 })],
  ])('says %s', (said, given) => {
    expect(result(given)).toContain(`四、结果\n${said}`);
  });

  it('tells nothing that would tell whose vote it was', () => {
    expect(result(owners(2, 60, 'yes'))).not.toContain('同意 2 人');
    const rare = result([...owners(8, 60, 'yes'), ...owners(1, 200, 'no')]);
    expect(rare).toContain('反对 1 人\n');
    expect(rare).toContain('同意 8 人\n');
  });
});
