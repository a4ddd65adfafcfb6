import { Role, roles } from '../people/roles';
import { voteSheet } from './given-vote';
import { VoteScope } from './vote-roster';
import {
  VoteFacts,
  VoteState,
  VoteStep,
  ballotTypingBlockers,
  noticeKindOf,
  voteEditBlockers,
  voteNoticeStaysBlockers,
  voteOverBlockers,
  voteStepBlockers,
  voteStepLabel,
  voteStepsFrom,
} from './vote-steps';

const unit: VoteScope = { kind: 'unit', buildingId: 1, unitNo: 1 };
const texts = (found: { text: string }[]) => found.map(({ text }) => text);
const facts = (change: Partial<VoteFacts> = {}): VoteFacts => ({
  sheet: voteSheet(),
  today: '2026-04-26',
  electorate: [],
  unreturned: 9,
  reason: '改由业主大会另行表决',
  ...change,
});

describe('the steps of a vote', () => {
  const states: VoteState[] = ['draft', 'open', 'closed', 'cancelled'];
  const steps: VoteStep[] = ['open', 'close', 'cancel'];
  const offered: Record<VoteState, VoteStep[]> = {
    draft: ['open', 'cancel'],
    open: ['close', 'cancel'],
    closed: [],
    cancelled: [],
  };
  const offices: Role[] = ['community-worker', 'street-manager'];

  it.each(states.flatMap((state) => roles.map((role) => [state, role] as const)))('%s, %s', (state, role) => {
    const free = steps.filter((step) => voteStepBlockers(step, state, role, facts()).length === 0);
    expect(free).toEqual(offices.includes(role) ? offered[state] : []);
  });

  it.each(states)('from %s lead on, whoever takes them', (state) => {
    expect(voteStepsFrom(state)).toEqual(offered[state]);
  });

  it('are called what the button says', () => {
    expect(steps.map(voteStepLabel)).toEqual(['开始表决', '截止并计票', '取消表决']);
  });

  const open = (change: Partial<VoteFacts>) =>
    texts(voteStepBlockers('open', 'draft', 'community-worker', facts(change)));

  it('it does not open without a notice, nor before the notice hangs', () => {
    expect(open({ sheet: voteSheet({ noticePostedOn: null }) })).toEqual([
      '业主共同决定要先张贴通知，满 15 天再表决。请先张贴表决公告，已经贴过的在修改页填「通知张贴日期」',
    ]);
    expect(open({ sheet: voteSheet({ noticePostedOn: null, scope: unit }) })).toEqual([]);
    expect(open({ today: '2026-03-31' })).toEqual(['通知 2026年4月1日 才张贴，张贴以后再开始表决']);
    expect(open({ today: '2026-04-01' })).toEqual([]);
  });

  it('a vote of 2017 is not held up by a notice rule nobody has checked for then', () => {
    const sheet = voteSheet({ noticePostedOn: null, opensOn: '2017-06-01', closesOn: '2017-06-08' });
    expect(open({ sheet })).toEqual([]);
  });

  it('it does not open with a faulty sheet or roster', () => {
    const electorate = [{ code: 'roster.area', level: 'law', text: '还有 1 户没有面积' } as const];
    expect(open({ sheet: voteSheet({ closesOn: '2026-04-15' }), electorate })).toEqual([
      '截止日期 2026年4月15日 早于开始日期 2026年4月16日，请核对',
      '还有 1 户没有面积',
    ]);
  });

  const close = (change: Partial<VoteFacts>) =>
    texts(voteStepBlockers('close', 'open', 'street-manager', facts(change)));

  it('it is counted from its last day on, or when everybody has returned a ballot', () => {
    expect(close({ today: '2026-04-25' })).toEqual([
      '还有 9 个业主没有交回，截止日是 2026年4月26日，到那天才能计票',
    ]);
    expect(close({ today: '2026-04-26' })).toEqual([]);
    expect(close({ today: '2026-04-25', unreturned: 0 })).toEqual([]);
  });

  it('it is not cancelled without a reason', () => {
    expect(texts(voteStepBlockers('cancel', 'open', 'street-manager', facts({ reason: ' ' })))).toEqual([
      '请写明取消的原因',
    ]);
  });

  it('it is changed only while it is prepared, and typed only while it is open', () => {
    expect(states.filter((state) => voteEditBlockers(state, false).length === 0)).toEqual(['draft']);
    expect(states.filter((state) => ballotTypingBlockers(state).length === 0)).toEqual(['open']);
    expect(texts(states.flatMap(ballotTypingBlockers))).toEqual([
      '还没有开始表决，先点「开始表决」，名册定下来再录票',
      '这次表决已计票，票数不再改动',
      '这次表决已取消，票数不再改动',
    ]);
    expect(texts(voteEditBlockers('open', true))).toEqual(['这次表决正在表决，表决事项和日期不再改动']);
  });

  it('what hangs in the yard is not changed behind it', () => {
    expect(texts(voteEditBlockers('draft', true))).toEqual([
      '表决公告已张贴。要改事项或日期，请先撤下公告，改好后重新张贴',
    ]);
  });

  it('it is announced before it opens, and its result once it is counted', () => {
    expect(states.map(noticeKindOf)).toEqual(['vote', null, 'vote-result', null]);
  });

  it('its notice stays up while owners hand in ballots', () => {
    expect(states.filter((state) => voteNoticeStaysBlockers(state).length)).toEqual(['open']);
  });

  it('nothing is written once the renovation is over', () => {
    expect(texts(voteOverBlockers('closed'))).toEqual(['改造已办结，表决不能再改']);
    expect(voteOverBlockers('active')).toEqual([]);
    expect(voteOverBlockers('paused')).toEqual([]);
  });
});
