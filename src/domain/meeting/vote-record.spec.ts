import { VoteRecord, recordText } from './vote-record';

const door = {
  ownerId: 1,
  kind: 'person',
  label: '1号楼 1单元 101',
  area: 6_000,
  source: 'register',
} as const;
const ballot = {
  id: 1,
  ownerId: 1,
  mark: 'yes',
  fault: null,
  isProxy: false,
  authorisedOn: null,
  receivedOn: '2026-04-20',
} as const;
const record: VoteRecord = {
  voteId: 7,
  ruleCode: 'civil-code-special',
  closesOn: '2026-04-26',
  doors: [door, { ...door, ownerId: 2, label: '1号楼 1单元 102' }],
  ballots: [ballot, { ...ballot, id: 2, ownerId: 2, mark: 'no' }],
};

describe('what is frozen when a vote closes', () => {
  it('reads the same whatever the order of its rows', () => {
    const turned = {
      ...record,
      doors: [...record.doors].reverse(),
      ballots: [...record.ballots].reverse(),
    };
    expect(recordText(turned)).toBe(recordText(record));
    expect(recordText(record).split('\n').length).toBe(5);
  });

  it.each<[string, Partial<VoteRecord>]>([
    ['a choice', { ballots: [{ ...ballot, mark: 'no' }, record.ballots[1]] }],
    ['a ballot that is gone', { ballots: [ballot] }],
    ['an area', { doors: [{ ...door, area: 6_001 }, record.doors[1]] }],
    ['an owner', { doors: [{ ...door, ownerId: 2 }, record.doors[1]] }],
    ['the rule', { ruleCode: 'civil-code-ordinary' }],
    ['the last day', { closesOn: '2026-04-27' }],
    ['the vote', { voteId: 8 }],
  ])('reads otherwise after a change of %s', (_, change) => {
    expect(recordText({ ...record, ...change })).not.toBe(recordText(record));
  });
});
