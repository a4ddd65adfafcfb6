// The dated rule sets of owners' decisions: who must take part and who must agree, by matter and by day, so that a vote
// of 2018 is judged by the rule of 2018. The ratios of 物业管理条例 §12 and 河南省物业管理条例 §22, counted of all owners,
// yield to 民法典 §278 and are not here (domain reference §4.2). Where nobody has compared a rule with the official text
// yet, its source says 待核.
import type { CalendarDate } from '../kernel/calendar-date';
import type { Ratio } from '../kernel/ratio';
import type { OwnersMatter } from '../meeting/matters';

/** How much is asked for? At least the share (以上, the number included), or more than it (过半数). */
export interface Threshold {
  share: Ratio;
  atLeast: boolean;
}

/** One rule set in force for some matters in some time; always counted by persons and by area, both must hold. */
export interface VoteRule {
  /** Kept with a closed vote. */
  code: string;
  matters: readonly OwnersMatter[];
  /** Who must take part, of all owners; null where the rule asks for agreement of all owners at once. */
  participation: Threshold | null;
  /** Of whom must so many agree: of those who take part, or of all owners? */
  of: 'participating' | 'all';
  agreement: Threshold;
  source: string;
  validFrom: CalendarDate;
  validTo?: CalendarDate;
}

const half: Ratio = { numerator: 1, denominator: 2 };
const twoThirds: Ratio = { numerator: 2, denominator: 3 };
const threeQuarters: Ratio = { numerator: 3, denominator: 4 };
const everybody: Ratio = { numerator: 1, denominator: 1 };

const ordinary: OwnersMatter[] = [
  'procedure',
  'convention',
  'committee',
  'manager',
  'fund-use',
  'common-other',
];
const special: OwnersMatter[] = ['fund-raise', 'rebuild', 'change-of-use'];

const civilCode = {
  participation: { share: twoThirds, atLeast: true },
  of: 'participating',
  source: '民法典 §278',
  validFrom: '2021-01-01',
} as const;
const propertyLaw = {
  participation: null,
  of: 'all',
  validFrom: '2007-10-01',
  validTo: '2020-12-31',
} as const;

/** Each rule set; of one matter there is at most one on a day. */
export const voteRules: readonly VoteRule[] = [
  {
    ...civilCode,
    code: 'civil-code-ordinary',
    matters: ordinary,
    agreement: { share: half, atLeast: false },
  },
  {
    ...civilCode,
    code: 'civil-code-special',
    matters: special,
    agreement: { share: threeQuarters, atLeast: true },
  },
  {
    code: 'civil-code-unanimous',
    matters: ['dwelling-use'],
    participation: null,
    of: 'all',
    agreement: { share: everybody, atLeast: true },
    source: '民法典 §279；区分所有权解释 §11',
    validFrom: '2021-01-01',
  },
  {
    ...propertyLaw,
    code: 'property-law-two-thirds',
    matters: ['fund-use', 'fund-raise', 'rebuild'],
    agreement: { share: twoThirds, atLeast: true },
    source: '物权法 §76（待核）',
  },
  {
    ...propertyLaw,
    code: 'property-law-half',
    matters: ['procedure', 'convention', 'committee', 'manager', 'change-of-use', 'common-other'],
    agreement: { share: half, atLeast: false },
    source: '物权法 §76（待核）',
  },
  {
    ...propertyLaw,
    code: 'property-law-unanimous',
    matters: ['dwelling-use'],
    agreement: { share: everybody, atLeast: true },
    source: '物权法 §77（待核）',
  },
];

/** A share of all owners of a unit that is shown beside the result for a lift, and decides nothing by itself. */
export const liftFigure = {
  share: twoThirds,
  source: '河南省物业管理条例 §59',
  validFrom: '2018-01-01',
} as const;

/** By which rule set is this matter judged on this day? undefined before the first that is known. */
export function voteRuleOn(
  matter: OwnersMatter,
  day: CalendarDate,
  book: readonly VoteRule[] = voteRules,
): VoteRule | undefined {
  return book.find(
    ({ matters, validFrom, validTo }) =>
      matters.includes(matter) && validFrom <= day && (validTo === undefined || day <= validTo),
  );
}

/** The rule set a closed vote was judged by. */
export const voteRuleNamed = (code: string): VoteRule | undefined =>
  voteRules.find((rule) => rule.code === code);
