import type { RenovationChoice } from '../compounds/compounds.desk';
import { formState } from '../platform/web/form';
import {
  countedVote,
  givenCompound,
  givenFrame,
  givenPlaces,
  givenRecords,
  givenToday,
  givenVote,
} from './given-votes';
import { toVoteForm } from './vote-form.presenter';
import { toVoteNotice, proposedNotice } from './vote-notices.presenter';
import { toVoteStep } from './vote-steps.presenter';
import { VoteRecords } from './vote-records';
import { partInWords, readScope, scopeKey, scopeOptions } from './vote-scopes';
import { toVotes } from './votes.presenter';

const renovation = { id: 1, isCurrent: true, sequence: 1, name: '微改造' };
const choice = {
  compound: givenCompound,
  renovation,
  renovations: [renovation],
} as unknown as RenovationChoice;
const list = (votes: VoteRecords[], change: Partial<Parameters<typeof toVotes>[0]> = {}) =>
  toVotes(
    {
      choice,
      votes,
      doors: givenPlaces,
      roster: { doors: 12, missing: 0, owners: 11, area: 96_000 },
      today: givenToday,
      mayEdit: true,
      ...change,
    },
    givenFrame,
  );

describe('the list of votes', () => {
  it('says of each what is missing while it runs, and the numbers once it is counted', () => {
    const running = givenRecords(givenVote, { ballots: [] });
    const page = list([running, givenRecords(countedVote)]);
    expect(page.rows.map(({ scope, days, status, about }) => [scope, days, status.word, about])).toEqual([
      ['1号楼 1单元', '4月16日 至 4月26日', '正在表决，剩 6 天', '参与还差 8 人、640.00 ㎡'],
      ['1号楼 1单元', '4月16日 至 4月26日', '通过', '全部 11 人，参与 8 人，同意 6 人'],
    ]);
    expect(page.roster).toBe('计入 12 户，11 个业主，面积合计 960.00 ㎡');
    expect(page.newLink).toBe('/compounds/fl106/votes/new');
  });

  it('leads to the renovation where there is none, and offers readers nothing', () => {
    const none = list([], { choice: { ...choice, renovation: null, renovations: [] } });
    expect([none.empty?.link, none.newLink]).toEqual(['/compounds/fl106/renovations', '']);
    expect(list([], { mayEdit: false }).newLink).toBe('');
  });
});

describe('who decides', () => {
  it('is everybody, a building or a unit, as the form posts it', () => {
    expect(scopeOptions(givenPlaces)).toEqual([
      { value: 'compound', label: '全院' },
      { value: 'building:5', label: '1号楼' },
      { value: 'unit:5:1', label: '1号楼 1单元' },
    ]);
    const unit = readScope('unit:5:1', givenPlaces)!;
    expect([scopeKey(unit), partInWords(unit, givenPlaces)]).toEqual(['unit:5:1', '1号楼 1单元']);
    expect(readScope('unit:5:2', givenPlaces)).toBeUndefined();
    expect(partInWords(readScope('compound', givenPlaces)!, givenPlaces)).toBeNull();
  });
});

describe('the forms of a vote', () => {
  const parts = {
    title: 't',
    heading: 'h',
    action: '/a',
    isNew: true,
    form: formState({}),
    latest: [],
    backLink: '/b',
  };

  it('say of each matter what it takes', () => {
    const view = { compound: givenCompound, scopes: [], meetings: [], today: givenToday };
    const { matters } = toVoteForm(view, parts, givenFrame);
    expect(matters.length).toBe(10);
    expect(matters[6]).toEqual({
      value: 'rebuild',
      label: '改建、重建建筑物及其附属设施（如加装电梯）',
      hint: '参与的人数和面积都三分之二以上，其中人数和面积都四分之三以上同意。民法典 §278 第一款第（七）项',
    });
  });

  it('say what a step does before it is done', () => {
    const view = { records: givenRecords(), step: 'close', blockers: [], today: givenToday } as const;
    const page = toVoteStep(view, formState({ version: 4 }), givenFrame);
    expect(page).toMatchObject({ reasons: [], isFinal: true, action: '/votes/3/closings' });
    expect(page.consequences.at(-1)).toEqual({ what: '结果', now: '还没有计票', after: '通过' });
    expect(page.roles.length).toBe(5);
    const open = toVoteStep({ ...view, step: 'open' }, formState({}), givenFrame);
    expect([open.isFinal, open.count, open.roles]).toEqual([false, null, []]);
    expect(open.consequences[1].now).toBe('11 个业主，12 户，960.00 ㎡');
    const cancel = toVoteStep({ ...view, step: 'cancel' }, formState({}), givenFrame);
    expect([cancel.wantsReason, cancel.consequences[1].now]).toEqual([true, '8 张']);
  });

  it('propose the notice that is next', () => {
    const draft = givenRecords({ ...givenVote, state: 'draft', openedOn: null }, { ballots: [] });
    expect(proposedNotice(draft, givenPlaces, givenToday)).toMatchObject({
      title: '关于「1单元加装电梯」的表决公告',
      postedOn: givenToday,
      endsOn: '2026-04-26',
    });
    expect(proposedNotice(givenRecords(countedVote), givenPlaces, '2026-04-28')).toMatchObject({
      title: '「1单元加装电梯」表决结果公示',
      endsOn: '2026-05-05',
    });
    expect(toVoteNotice(draft, formState({}), givenFrame).heading).toBe('1单元加装电梯：张贴表决公告');
    expect(toVoteNotice(givenRecords(), formState({}), givenFrame).note).toBe('现在没有要张贴的公告。');
  });
});
