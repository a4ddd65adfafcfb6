// Is it passed? Persons and area are counted in whole numbers and compared by cross multiplication with the rule set of
// the matter and the day; nothing is rounded before it is decided (domain reference §4.2, §4.4). Beside every threshold
// stands what is still missing to it, so that it is known at every moment of a running vote.
import { Area } from '../kernel/area';
import { Ratio, exceeds, reaches } from '../kernel/ratio';
import { Threshold, VoteRule } from '../rules/vote-rules';
import { OwnerStanding } from './vote-ballots';

/** So many owners with so much area together. */
export interface Weight {
  persons: number;
  area: Area;
}

/** Who took part and how; the five groups and the total always add up. */
export interface VoteSums {
  total: Weight;
  participating: Weight;
  yes: Weight;
  no: Weight;
  abstain: Weight;
  invalid: Weight;
  unreturned: Weight;
}

/** Of what is a threshold counted? */
export type Measure = 'persons' | 'area';

/** One threshold, compared: `part` of `whole`, in persons or 0.01 ㎡. */
export interface VoteTest {
  of: 'participation' | 'agreement';
  measure: Measure;
  threshold: Threshold;
  part: number;
  whole: number;
  passes: boolean;
  /** How much more is needed, if all that is still handed in agrees; 0 when it passes. */
  missing: number;
}

/** Passed, not passed, or too few took part for any decision. */
export type VoteOutcome = 'passed' | 'failed' | 'no-quorum';

export const voteOutcomeNames: Record<VoteOutcome, string> = {
  passed: '通过',
  failed: '未通过',
  'no-quorum': '参与未达到规定比例',
};

/** The whole count: totals, each threshold, and what comes of it. */
export interface VoteCount {
  totals: VoteSums;
  tests: readonly VoteTest[];
  outcome: VoteOutcome;
  /** Could it still pass if everybody who has returned nothing agreed? */
  canStillPass: boolean;
}

/** An owner with how he stands. */
export interface CountedOwner {
  area: Area;
  standing: OwnerStanding;
}

/** Counts the owners by the rule set; each owner stands here once. */
export function countVote(owners: readonly CountedOwner[], rule: VoteRule): VoteCount {
  const totals = totalsOf(owners);
  const tests = testsOf(totals, rule);
  return { totals, tests, outcome: outcomeOf(tests), canStillPass: isReachable(totals, rule) };
}

/** Counts persons and area of each group. */
export function totalsOf(owners: readonly CountedOwner[]): VoteSums {
  const of = (...standings: OwnerStanding[]) =>
    owners
      .filter(({ standing }) => standings.includes(standing))
      .reduce((sum, { area }) => ({ persons: sum.persons + 1, area: sum.area + area }), nobody);
  return {
    total: of('yes', 'no', 'abstain', 'invalid', 'unreturned'),
    participating: of('yes', 'no', 'abstain'),
    yes: of('yes'),
    no: of('no'),
    abstain: of('abstain'),
    invalid: of('invalid'),
    unreturned: of('unreturned'),
  };
}

const nobody: Weight = { persons: 0, area: 0 };

/** Does the part pass this threshold of the whole? */
export const passes = (part: number, whole: number, { share, atLeast }: Threshold): boolean =>
  atLeast ? reaches(part, whole, share) : exceeds(part, whole, share);

function testsOf({ total, participating, yes }: VoteSums, rule: VoteRule): VoteTest[] {
  const tests: VoteTest[] = [];
  for (const measure of ['area', 'persons'] as const) {
    const { participation: threshold } = rule;
    const [part, whole] = [participating[measure], total[measure]];
    if (!threshold) continue;
    const missing = missingTo(part, whole, threshold);
    tests.push({ of: 'participation', measure, threshold, part, whole, passes: missing === 0, missing });
  }
  for (const measure of ['area', 'persons'] as const) {
    const { agreement: threshold } = rule;
    const grows = rule.of === 'participating';
    const [part, whole] = [yes[measure], (grows ? participating : total)[measure]];
    const missing = grows ? missingAmongGrowing(part, whole, threshold) : missingTo(part, whole, threshold);
    tests.push({ of: 'agreement', measure, threshold, part, whole, passes: missing === 0, missing });
  }
  return tests;
}

/** How much more of a whole that stays as it is. */
function missingTo(part: number, whole: number, threshold: Threshold): number {
  if (passes(part, whole, threshold)) return 0;
  const { numerator, denominator } = threshold.share;
  const needed = threshold.atLeast
    ? ceilOf(whole * numerator, denominator)
    : Math.floor((whole * numerator) / denominator) + 1;
  return Math.max(needed - part, 1);
}

/**
 * How much more agreement, when each further ballot is counted in the whole as well: part + x of whole + x.
 * From (part + x) × d ≥ (whole + x) × n follows x ≥ (whole × n − part × d) / (d − n).
 */
function missingAmongGrowing(part: number, whole: number, threshold: Threshold): number {
  if (passes(part, whole, threshold)) return 0;
  const { numerator, denominator }: Ratio = threshold.share;
  const lack = whole * numerator - part * denominator;
  const perVote = denominator - numerator;
  const missing = threshold.atLeast ? ceilOf(lack, perVote) : Math.floor(lack / perVote) + 1;
  return Math.max(missing, 1);
}

const ceilOf = (value: number, by: number): number => Math.floor((value + by - 1) / by);

function outcomeOf(tests: readonly VoteTest[]): VoteOutcome {
  if (tests.some((test) => test.of === 'participation' && !test.passes)) return 'no-quorum';
  return tests.every((test) => test.passes) ? 'passed' : 'failed';
}

function isReachable({ total, participating, yes, unreturned }: VoteSums, rule: VoteRule): boolean {
  const plus = (one: Weight): Weight => ({
    persons: one.persons + unreturned.persons,
    area: one.area + unreturned.area,
  });
  const best = { total, participating: plus(participating), yes: plus(yes) } as VoteSums;
  return outcomeOf(testsOf(best, rule)) === 'passed';
}
