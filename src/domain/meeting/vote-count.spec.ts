import * as fc from 'fast-check';
import { VoteRule, voteRuleOn } from '../rules/vote-rules';
import { compoundA, owners } from './given-vote';
import { policyConsent } from './policy-consent';
import { CountedOwner, Measure, VoteOutcome, countVote } from './vote-count';

const day = '2026-04-26';
const ordinary = voteRuleOn('fund-use', day)!;
const special = voteRuleOn('rebuild', day)!;
const unanimous = voteRuleOn('dwelling-use', day)!;
const of2018 = voteRuleOn('fund-use', '2018-06-08')!;
const halfOf2018 = voteRuleOn('manager', '2018-06-08')!;

const small = (count: number, standing: CountedOwner['standing']) => owners(count, 50, standing);
const unit = (yes: number, no: number) => [
  ...owners(yes, 80, 'yes'),
  ...owners(no, 80, 'no'),
  ...owners(12 - yes - no, 80, 'unreturned'),
];
/** 18 persons with 20 doors of 60 ㎡: one owner has three of them. */
const compoundD = (others: number, big: CountedOwner['standing'] = 'yes') => [
  ...owners(1, 180, big),
  ...owners(others, 60, 'yes'),
  ...owners(17 - others, 60, 'unreturned'),
];

describe('the twelve examples that can be checked by hand', () => {
  it.each<[string, CountedOwner[], VoteRule, number, number, VoteOutcome]>([
    ['A1 18 of 28 are too few', compoundA({ yes: 18 }), ordinary, 108_000, 18, 'no-quorum'],
    ['A2 10 of 19 are more than half', compoundA({ yes: 10, no: 9 }), ordinary, 114_000, 19, 'passed'],
    ['A3 9 of 19 are not', compoundA({ yes: 9, no: 10 }), ordinary, 114_000, 19, 'failed'],
    ['A4 14 of 19 are below 3/4', compoundA({ yes: 14, no: 5 }), special, 114_000, 19, 'failed'],
    ['A5 15 of 19 are above 3/4', compoundA({ yes: 15, no: 4 }), special, 114_000, 19, 'passed'],
    ['B1 exactly 2/3 take part and exactly 3/4 agree', unit(6, 2), special, 64_000, 8, 'passed'],
    ['B2 exactly half is not more than half', unit(4, 4), ordinary, 64_000, 8, 'failed'],
    [
      'C1 the persons are enough, the area is not',
      [...small(8, 'yes'), ...owners(2, 200, 'unreturned')],
      ordinary,
      40_000,
      8,
      'no-quorum',
    ],
    [
      'C2 the big one says no to 3/4',
      [
        ...small(7, 'yes'),
        ...small(1, 'unreturned'),
        ...owners(1, 200, 'no'),
        ...owners(1, 200, 'unreturned'),
      ],
      special,
      55_000,
      8,
      'failed',
    ],
    [
      'C3 the same by more than half',
      [
        ...small(7, 'yes'),
        ...small(1, 'unreturned'),
        ...owners(1, 200, 'no'),
        ...owners(1, 200, 'unreturned'),
      ],
      ordinary,
      55_000,
      8,
      'passed',
    ],
    ['D1 an owner of three doors is one person of 18', compoundD(11), ordinary, 84_000, 12, 'passed'],
  ])('%s', (_, given, rule, area, persons, outcome) => {
    const count = countVote(given, rule);
    expect(count.totals.participating).toEqual({ persons, area });
    expect(count.outcome).toBe(outcome);
  });

  it('D1 the total is 18 persons with 1200 ㎡', () => {
    expect(countVote(compoundD(11), ordinary).totals.total).toEqual({ persons: 18, area: 120_000 });
  });

  it('E1 policy consent: 22 of 28 households are not 80 %, 23 are', () => {
    expect([22, 23].map((agree) => policyConsent(agree, 28, day)?.passes)).toEqual([false, true]);
  });
});

describe('just below and just at every limit', () => {
  const hundred = (yes: number, no: number) => [
    ...owners(yes, 10, 'yes'),
    ...owners(no, 10, 'no'),
    ...owners(300 - yes - no, 10, 'unreturned'),
  ];

  it.each<[string, VoteRule, number, number, VoteOutcome]>([
    ['199 of 300 are no quorum', ordinary, 199, 0, 'no-quorum'],
    ['200 of 300 are', ordinary, 200, 0, 'passed'],
    ['100 of 200 are not more than half', ordinary, 100, 100, 'failed'],
    ['101 of 200 are', ordinary, 101, 99, 'passed'],
    ['149 of 200 are below 3/4', special, 149, 51, 'failed'],
    ['150 of 200 are just 3/4', special, 150, 50, 'passed'],
    ['299 of 300 are not everybody', unanimous, 299, 1, 'failed'],
    ['300 of 300 are', unanimous, 300, 0, 'passed'],
    ['in 2018 199 of all 300 were below 2/3', of2018, 199, 0, 'failed'],
    ['in 2018 200 of all 300 were just 2/3', of2018, 200, 100, 'passed'],
    ['in 2018 half of all was not more than half', halfOf2018, 150, 0, 'failed'],
    ['in 2018 151 of all 300 were', halfOf2018, 151, 149, 'passed'],
  ])('%s', (_, rule, yes, no, outcome) => {
    expect(countVote(hundred(yes, no), rule).outcome).toBe(outcome);
  });

  it.each<[Measure, CountedOwner[]]>([
    ['persons', [...owners(3, 400, 'yes'), ...owners(7, 10, 'unreturned')]],
    ['area', [...owners(7, 10, 'yes'), ...owners(3, 400, 'unreturned')]],
  ])('enough of the one does not replace too little of the %s', (lacking, given) => {
    const { tests, outcome } = countVote(given, ordinary);
    expect(tests.filter(({ passes }) => !passes).map(({ measure }) => measure)).toEqual([lacking]);
    expect(outcome).toBe('no-quorum');
  });

  it('0.01 ㎡ less than 2/3 of the area is no quorum', () => {
    const given = (area: number): CountedOwner[] => [
      { area, standing: 'yes' },
      { area: 10_000 - (area - 20_000), standing: 'unreturned' },
    ];
    const areaTest = (area: number) =>
      countVote(given(area), ordinary).tests.find((one) => one.measure === 'area')!;
    expect([areaTest(19_999).passes, areaTest(20_000).passes]).toEqual([false, true]);
    expect([areaTest(19_999).missing, areaTest(20_000).missing]).toEqual([1, 0]);
  });
});

describe('what is still missing', () => {
  const lacking = (given: CountedOwner[], rule: VoteRule) =>
    countVote(given, rule).tests.map(({ of, measure, missing }) => [of, measure, missing]);

  it('is told of each threshold', () => {
    expect(lacking(compoundA({ yes: 18 }), ordinary)).toEqual([
      ['participation', 'area', 3_800],
      ['participation', 'persons', 1],
      ['agreement', 'area', 0],
      ['agreement', 'persons', 0],
    ]);
    // Each further ballot that agrees is also one more that takes part: 9 of 19 become 11 of 21.
    expect(lacking(compoundA({ yes: 9, no: 10 }), ordinary).slice(2)).toEqual([
      ['agreement', 'area', 6_001],
      ['agreement', 'persons', 2],
    ]);
    expect(lacking(compoundA({ yes: 14, no: 5 }), special).slice(2)).toEqual([
      ['agreement', 'area', 6_000],
      ['agreement', 'persons', 1],
    ]);
  });

  it('before the first ballot is everything', () => {
    const count = countVote(compoundA({}), ordinary);
    expect([count.outcome, count.canStillPass]).toEqual(['no-quorum', true]);
    expect(count.tests.map(({ missing }) => missing)).toEqual([111_800, 19, 1, 1]);
  });

  it('cannot be made up for when too many said no', () => {
    expect(countVote(unit(2, 4), special).canStillPass).toBe(false);
    expect(countVote(unit(2, 3), special).canStillPass).toBe(true);
    expect(countVote(unit(11, 1), unanimous).canStillPass).toBe(false);
  });

  it('nobody at all decides nothing', () => {
    expect(countVote([], ordinary)).toMatchObject({ outcome: 'no-quorum', canStillPass: false });
  });
});

describe('whatever the owners and their areas', () => {
  const standing = fc.constantFrom<CountedOwner['standing']>('yes', 'no', 'abstain', 'invalid', 'unreturned');
  const anyOwners = fc.array(fc.record({ area: fc.integer({ min: 1, max: 50_000 }), standing }), {
    maxLength: 40,
  });
  const anyRule = fc.constantFrom(ordinary, special, unanimous, of2018, halfOf2018);

  it('a yes of somebody who had not voted never turns passed into failed', () => {
    fc.assert(
      fc.property(anyOwners, anyRule, fc.nat(39), (given, rule, at) => {
        const silent = given.findIndex((one, index) => index >= at && one.standing === 'unreturned');
        fc.pre(silent >= 0);
        const after = given.with(silent, { ...given[silent], standing: 'yes' });
        if (countVote(given, rule).outcome === 'passed')
          expect(countVote(after, rule).outcome).toBe('passed');
      }),
    );
  });

  it('the order of the owners does not matter', () => {
    fc.assert(
      fc.property(anyOwners, anyRule, fc.array(fc.nat(), { maxLength: 40 }), (given, rule, keys) => {
        const other = given
          .map((one, index) => ({ one, key: keys[index] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(countVote(other, rule)).toEqual(countVote(given, rule));
      }),
    );
  });

  it('the groups always add up, in persons and in area', () => {
    fc.assert(
      fc.property(anyOwners, anyRule, (given, rule) => {
        const { total, participating, yes, no, abstain, invalid, unreturned } = countVote(given, rule).totals;
        for (const measure of ['persons', 'area'] as const) {
          expect(yes[measure] + no[measure] + abstain[measure]).toBe(participating[measure]);
          expect(participating[measure] + invalid[measure] + unreturned[measure]).toBe(total[measure]);
        }
        expect(total.persons).toBe(given.length);
      }),
    );
  });

  it('nothing is missing exactly where the threshold is passed', () => {
    fc.assert(
      fc.property(anyOwners, anyRule, (given, rule) => {
        for (const { passes, missing } of countVote(given, rule).tests) expect(missing === 0).toBe(passes);
      }),
    );
  });

  it('so many more persons as are missing are enough, and one less is not', () => {
    const people = fc.record({ yes: fc.nat(30), no: fc.nat(30), silent: fc.nat(90) });
    fc.assert(
      fc.property(people, fc.constantFrom(ordinary, special), ({ yes, no, silent }, rule) => {
        const given = (more: number) => [
          ...owners(yes + more, 1, 'yes'),
          ...owners(no, 1, 'no'),
          ...owners(silent - more, 1, 'unreturned'),
        ];
        const { tests, outcome } = countVote(given(0), rule);
        const missing = Math.max(...tests.map((test) => (test.measure === 'persons' ? test.missing : 0)));
        fc.pre(outcome !== 'passed' && missing <= silent);
        expect(countVote(given(missing), rule).outcome).toBe('passed');
        expect(countVote(given(missing - 1), rule).outcome).not.toBe('passed');
      }),
    );
  });

  it('a vote that cannot pass any more does not, even if all the others agree', () => {
    fc.assert(
      fc.property(anyOwners, anyRule, (given, rule) => {
        const best = given.map((one) =>
          one.standing === 'unreturned' ? { ...one, standing: 'yes' as const } : one,
        );
        expect(countVote(best, rule).outcome === 'passed').toBe(countVote(given, rule).canStillPass);
      }),
    );
  });
});
