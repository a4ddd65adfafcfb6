import { givenVote } from './given-consultation';
import { voteResult } from './vote-result';

const asIs = (text: string) => text;
const { result } = givenVote();

describe('a vote for everybody', () => {
  it.each([
    ['the day before it begins', '2026-04-09', null, 'ahead'],
    ['on its first day', '2026-04-10', null, 'running'],
    ['on its last day', '2026-04-20', null, 'running'],
    ['once ballots are counted', '2026-04-21', null, 'counting'],
    ['passed', '2026-04-21', result, 'passed'],
    ['failed', '2026-04-21', { ...result!, passed: false }, 'failed'],
    ['with too few taking part', '2026-04-21', { ...result!, passed: false, hasQuorum: false }, 'no-quorum'],
  ])('%s', (_, today, outcome, standing) => {
    expect(voteResult(givenVote({ result: outcome }), asIs, today).standing).toBe(standing);
  });

  it('tells how many took part while it runs, and not how the votes fell', () => {
    expect(voteResult(givenVote({ result: null }), asIs, '2026-04-15')).toMatchObject({
      taken: { persons: 20, area: null },
      fell: null,
      closedOn: null,
    });
  });

  it('tells only the result where so few vote that the numbers would tell who', () => {
    const told = voteResult(givenVote({ result: { ...result!, counts: null } }), asIs, '2026-05-01');
    expect(told).toMatchObject({ standing: 'passed', fell: null });
  });

  it('tells totals and nothing else that a row carries', () => {
    const row = {
      ...givenVote(),
      ballots: ['私密'],
      total: { persons: 28, area: 1677_00, owners: ['私密'] },
    };
    const told = voteResult(row, asIs, '2026-05-01');
    expect(JSON.stringify(told)).not.toContain('私密');
    expect(told).toMatchObject({
      matterName: '改变共有部分用途，或利用共有部分经营',
      fell: { yes: { persons: 15 } },
    });
  });
});
