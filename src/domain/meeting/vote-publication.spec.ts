import { voteRuleOn } from '../rules/vote-rules';
import { compoundA, owners } from './given-vote';
import { CountedOwner } from './vote-count';
import { OpenedVote, toPublicVote } from './vote-publication';

const vote = (given: CountedOwner[], change: Partial<OpenedVote> = {}): OpenedVote => ({
  title: '使用维修资金修屋面',
  matter: 'fund-use',
  part: null,
  opensOn: '2026-04-16',
  closesOn: '2026-04-26',
  closedOn: '2026-04-26',
  rule: voteRuleOn('fund-use', '2026-04-26')!,
  owners: given,
  ...change,
});
const counts = (given: CountedOwner[]) => toPublicVote(vote(given)).result!.counts;

describe('a vote as everybody may read it', () => {
  it('is its totals, the rule and the result', () => {
    expect(toPublicVote(vote(compoundA({ yes: 15, no: 4 })))).toEqual({
      title: '使用维修资金修屋面',
      matter: 'fund-use',
      part: null,
      openedOn: '2026-04-16',
      closesOn: '2026-04-26',
      total: { persons: 28, area: 167_700 },
      taken: { persons: 19, area: 114_000 },
      threshold: '参与的人数和面积都三分之二以上，其中人数和面积都过半数同意',
      source: '民法典 §278',
      result: {
        closedOn: '2026-04-26',
        passed: true,
        hasQuorum: true,
        counts: {
          yes: { persons: 15, area: 90_000 },
          no: { persons: 4, area: 24_000 },
          abstain: { persons: 0, area: 0 },
        },
      },
    });
  });

  it('while it runs says who has taken part in numbers, not how they voted', () => {
    const running = toPublicVote(vote(compoundA({ yes: 15, no: 4 }), { closedOn: null }));
    expect(running.result).toBeNull();
    expect(running.taken).toEqual({ persons: 19, area: 114_000 });
    expect(JSON.stringify(running)).not.toContain('yes');
  });

  it('of two owners is only passed or not; of three it has numbers', () => {
    expect(counts(owners(2, 60, 'yes'))).toBeNull();
    expect(counts(owners(3, 60, 'yes'))?.yes).toEqual({ persons: 3, area: 18_000 });
  });

  it('leaves the areas out where one or two of a rare area would be known by it', () => {
    const rare = (count: number, big: number) => [...owners(count, 60, 'yes'), ...owners(big, 200, 'no')];
    expect(counts(rare(8, 1))).toEqual({
      yes: { persons: 8, area: null },
      no: { persons: 1, area: null },
      abstain: { persons: 0, area: null },
    });
    expect(counts(rare(8, 2))?.no).toEqual({ persons: 2, area: null });
    expect(counts(rare(8, 3))?.no).toEqual({ persons: 3, area: 60_000 });
  });

  it('keeps them where three have the same area, though only one of them said no', () => {
    const given = [...owners(8, 60, 'yes'), ...owners(1, 200, 'no'), ...owners(2, 200, 'unreturned')];
    expect(counts(given)?.no).toEqual({ persons: 1, area: 20_000 });
    const two = [...owners(8, 60, 'yes'), ...owners(1, 200, 'no'), ...owners(1, 200, 'unreturned')];
    expect(counts(two)?.no).toEqual({ persons: 1, area: null });
  });

  it('leaves the areas out where one or two who took no part would be known by what is missing', () => {
    const taken = (given: CountedOwner[]) => toPublicVote(vote(given)).taken;
    const absent = (count: number) => [
      ...owners(10, 60, 'yes'),
      ...owners(3, 60, 'unreturned'),
      ...owners(count, 200, 'invalid'),
    ];
    expect(taken(absent(0))).toEqual({ persons: 10, area: 60_000 });
    expect(taken(absent(3))).toEqual({ persons: 10, area: 60_000 });
    const one = [...owners(10, 60, 'yes'), ...owners(1, 200, 'unreturned')];
    expect(taken(one)).toEqual({ persons: 10, area: null });
    expect(counts(one)?.yes).toEqual({ persons: 10, area: null });
    expect(taken([...owners(10, 60, 'yes'), ...owners(1, 60, 'unreturned')])).toEqual({
      persons: 10,
      area: 60_000,
    });
    expect(taken([...owners(1, 60, 'yes'), ...owners(1, 80, 'unreturned')])).toEqual({
      persons: 1,
      area: null,
    });
  });

  it('leaves the area out where one or two who alone took part would be known by it, and by it their vote', () => {
    const alone = toPublicVote(vote([...owners(1, 200, 'yes'), ...owners(10, 60, 'unreturned')]));
    expect(alone.taken).toEqual({ persons: 1, area: null });
    const usual = toPublicVote(vote([...owners(1, 60, 'yes'), ...owners(10, 60, 'unreturned')]));
    expect(usual.taken).toEqual({ persons: 1, area: 6_000 });
  });

  it('without a quorum is not passed', () => {
    expect(toPublicVote(vote(compoundA({ yes: 18 }))).result).toMatchObject({
      passed: false,
      hasQuorum: false,
    });
  });
});
