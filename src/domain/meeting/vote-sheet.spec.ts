import { voteSheet } from './given-vote';
import { OwnersMatter } from './matters';
import { VoteScope } from './vote-roster';
import { VoteSheet, resultPosting, ruleOf, showsLiftFigure, voteSheetBlockers } from './vote-sheet';

const building: VoteScope = { kind: 'building', buildingId: 1, unitNo: null };
const unit: VoteScope = { kind: 'unit', buildingId: 1, unitNo: 1 };
const texts = (found: { text: string }[]) => found.map(({ text }) => text);
const blockers = (change: Partial<VoteSheet>) => texts(voteSheetBlockers(voteSheet(change)));
describe('the sheet of a vote', () => {
  it('is right with a notice 15 days before it opens, and not with 14', () => {
    expect(blockers({ noticePostedOn: '2026-04-01' })).toEqual([]);
    expect(blockers({ noticePostedOn: '2026-04-02' })).toEqual([
      '通知 2026年4月2日 张贴，满 15 天后才能开始表决，最早 2026年4月17日',
    ]);
    expect(voteSheetBlockers(voteSheet({ noticePostedOn: '2026-04-02' }))[0]).toMatchObject({
      level: 'law',
      source: '物业管理条例 §14',
    });
  });

  it('may be kept before the notice hangs; a part of the compound needs no 15 days', () => {
    expect(blockers({ noticePostedOn: null })).toEqual([]);
    expect(blockers({ noticePostedOn: '2026-04-10', scope: unit, matter: 'rebuild' })).toEqual([]);
  });

  it('does not end before it begins; one day is enough', () => {
    expect(blockers({ closesOn: '2026-04-16' })).toEqual([]);
    expect(blockers({ closesOn: '2026-04-15' })).toEqual([
      '截止日期 2026年4月15日 早于开始日期 2026年4月16日，请核对',
    ]);
  });

  it('is not announced after it has begun', () => {
    expect(blockers({ noticePostedOn: '2026-04-17' })).toEqual(['通知张贴日期不能晚于表决开始日期']);
  });

  it('has a rule set, and only one', () => {
    const old = { noticePostedOn: null, opensOn: '2007-09-20', closesOn: '2007-09-30' };
    expect(blockers(old)).toEqual([
      '规则库里没有 2007年9月20日 施行的表决规则，不能计算这次表决，请核对日期',
    ]);
    expect(blockers({ ...old, opensOn: '2007-10-01', closesOn: '2007-10-01' })).toEqual([]);
    const turn = { noticePostedOn: null, opensOn: '2020-12-31', closesOn: '2021-01-01' };
    expect(blockers(turn)).toEqual([
      '规则从 2021年1月1日 起变了，一次表决只能按一套规则计算，请把开始和截止放在同一边',
    ]);
    expect(blockers({ ...turn, closesOn: '2020-12-31' })).toEqual([]);
  });

  it('of 2018 is judged by the rule of 2018', () => {
    const of = (closesOn: string) => ruleOf(voteSheet({ closesOn, opensOn: closesOn }))?.code;
    expect(of('2018-06-08')).toBe('property-law-two-thirds');
    expect(of('2026-06-08')).toBe('civil-code-ordinary');
  });

  it.each<[OwnersMatter, VoteScope, string[]]>([
    ['manager', building, ['「选聘、解聘物业或其他管理人」由全院业主共同决定，表决范围请选「全院」']],
    ['committee', unit, ['「选举或更换业主委员会、自管会」由全院业主共同决定，表决范围请选「全院」']],
    ['procedure', building, ['「制定、修改业主大会议事规则」由全院业主共同决定，表决范围请选「全院」']],
    ['convention', building, ['「制定、修改管理规约」由全院业主共同决定，表决范围请选「全院」']],
    ['dwelling-use', unit, ['「住宅改为经营性用房」要征得本栋全部业主同意，表决范围请选整栋楼']],
    ['dwelling-use', building, []],
    ['fund-use', unit, []],
    ['rebuild', unit, []],
    ['change-of-use', building, []],
  ])('%s by %j', (matter, scope, expected) => {
    expect(blockers({ matter, scope })).toEqual(expected);
  });

  it('for a lift in one unit shows the figure of the province too, since that is in force', () => {
    const lift = { matter: 'rebuild', scope: unit } as const;
    expect(showsLiftFigure(voteSheet(lift))).toBe(true);
    expect(showsLiftFigure(voteSheet({ ...lift, closesOn: '2018-01-01' }))).toBe(true);
    expect(showsLiftFigure(voteSheet({ ...lift, closesOn: '2017-12-31' }))).toBe(false);
    expect(showsLiftFigure(voteSheet({ ...lift, scope: building }))).toBe(false);
    expect(showsLiftFigure(voteSheet({ ...lift, matter: 'fund-use' }))).toBe(false);
  });
});

describe('the posting of a result', () => {
  const posting = (postedOn: string | null, today: string, closedOn = '2026-04-26') =>
    resultPosting({ closedOn, postedOn }, today);

  it('is due on the third day and late on the fourth', () => {
    expect(posting(null, '2026-04-29')).toEqual({ standing: 'due', dueOn: '2026-04-29' });
    expect(posting(null, '2026-04-30')).toEqual({ standing: 'late', dueOn: '2026-04-29' });
    expect(posting('2026-04-30', '2026-05-30').standing).toBe('posted');
  });

  it('is not asked for before the rule was in force', () => {
    expect(posting(null, '2026-04-30', '2017-12-31')).toEqual({ standing: 'not-asked', dueOn: null });
    expect(posting(null, '2026-04-30', '2018-01-01').standing).toBe('late');
  });
});
