import * as fc from 'fast-check';
import { Ballot, BallotFault, BallotMark, ballotBlockers, judgeBallots, standingsOf } from './vote-ballots';

const closesOn = '2026-04-26';
const ballot = (change: Partial<Ballot> = {}): Ballot => ({
  id: 1,
  ownerId: 1,
  mark: 'yes',
  fault: null,
  isProxy: false,
  authorisedOn: null,
  receivedOn: '2026-04-20',
  ...change,
});
const against = (...ballots: Ballot[]) => judgeBallots(ballots, closesOn).map((one) => one.against);

describe('a ballot', () => {
  it.each<[string, Partial<Ballot>, BallotFault | null]>([
    ['in time counts', {}, null],
    ['of the last day counts', { receivedOn: closesOn }, null],
    ['of the day after is late', { receivedOn: '2026-04-27' }, 'late'],
    ['without signature does not count', { mark: 'invalid', fault: 'unsigned' }, 'unsigned'],
    ['that was altered does not count', { mark: 'invalid', fault: 'altered' }, 'altered'],
    ['that says two things does not count', { mark: 'invalid', fault: 'unclear' }, 'unclear'],
    ['of a tenant does not count', { mark: 'invalid', fault: 'not-owner' }, 'not-owner'],
    ['of a proxy without paper does not count', { isProxy: true }, 'no-authority'],
    ['of a proxy with paper counts', { isProxy: true, authorisedOn: '2026-04-18' }, null],
    ['an abstention counts', { mark: 'abstain' }, null],
  ])('%s', (_, change, expected) => {
    expect(against(ballot(change))).toEqual([expected]);
  });

  it('given twice with the same choice counts once', () => {
    expect(against(ballot(), ballot({ id: 2 }))).toEqual([null, 'double']);
    expect(standingsOf([ballot(), ballot({ id: 2 })], closesOn)).toEqual(new Map([[1, 'yes']]));
  });

  it('contradicted by another of the same owner does not count, nor does the other', () => {
    const given = [ballot(), ballot({ id: 2, mark: 'no' }), ballot({ id: 3 })];
    expect(against(...given)).toEqual(['double', 'double', 'double']);
    expect(standingsOf(given, closesOn)).toEqual(new Map([[1, 'invalid']]));
  });

  it('beside an invalid or late one of the same owner still counts', () => {
    const spoiled = ballot({ id: 2, mark: 'invalid', fault: 'altered' });
    const late = ballot({ id: 3, mark: 'no', receivedOn: '2026-04-27' });
    expect(against(ballot(), spoiled, late)).toEqual([null, 'altered', 'late']);
    expect(standingsOf([spoiled, late, ballot()], closesOn)).toEqual(new Map([[1, 'yes']]));
  });

  it('is not there for who returned nothing', () => {
    expect(standingsOf([ballot()], closesOn).has(2)).toBe(false);
  });

  it('counts the same in whatever order they are typed, and no owner twice', () => {
    const any = fc.record<Ballot>({
      id: fc.integer({ min: 1, max: 60 }),
      ownerId: fc.integer({ min: 1, max: 5 }),
      mark: fc.constantFrom<BallotMark>('yes', 'no', 'abstain', 'invalid'),
      fault: fc.constantFrom('unsigned', null),
      isProxy: fc.boolean(),
      authorisedOn: fc.constantFrom('2026-04-18', null),
      receivedOn: fc.constantFrom('2026-04-20', closesOn, '2026-04-27'),
    });
    const list = fc.uniqueArray(any, { selector: ({ id }) => id });
    fc.assert(
      fc.property(list, (given) => {
        const sorted = (ballots: Ballot[]) => [...standingsOf(ballots, closesOn)].sort(([a], [b]) => a - b);
        expect(sorted([...given].reverse())).toEqual(sorted(given));
        const counted = judgeBallots(given, closesOn).filter((one) => !one.against);
        expect(new Set(counted.map(({ ownerId }) => ownerId)).size).toBe(counted.length);
        expect(standingsOf(given, closesOn).size).toBe(new Set(given.map(({ ownerId }) => ownerId)).size);
      }),
    );
  });
});

describe('typing a ballot', () => {
  const days = { opensOn: '2026-04-16', today: '2026-05-06' };
  const blockers = (change: Partial<Ballot>) => ballotBlockers(ballot(change), days).map(({ text }) => text);

  it.each<[string, Partial<Ballot>, string[]]>([
    ['of the first day is right', { receivedOn: '2026-04-16' }, []],
    [
      'of the day before the first is not',
      { receivedOn: '2026-04-15' },
      ['收到日期 2026年4月15日 早于表决开始的 2026年4月16日，请核对'],
    ],
    ['of today is right, though it is late', { receivedOn: '2026-05-06' }, []],
    ['of tomorrow is not', { receivedOn: '2026-05-07' }, ['收到日期不能晚于今天']],
    ['that is invalid needs a reason', { mark: 'invalid' }, ['选了「无效」请选原因']],
    ['that is invalid with a reason is right', { mark: 'invalid', fault: 'altered' }, []],
    ['of a proxy without paper may be typed', { isProxy: true }, []],
    [
      'with the day of a paper but no proxy is asked about',
      { authorisedOn: '2026-04-18' },
      ['填了委托书日期，请同时勾「代理」；本人投票请清空'],
    ],
    [
      'with a paper younger than itself is not right',
      { isProxy: true, authorisedOn: '2026-04-21' },
      ['委托书日期不能晚于收到表决票的日期'],
    ],
    ['with a paper of the same day is', { isProxy: true, authorisedOn: '2026-04-20' }, []],
  ])('%s', (_, change, expected) => {
    expect(blockers(change)).toEqual(expected);
  });
});
