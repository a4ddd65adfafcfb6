// What may everybody read of a vote? Totals only. Where fewer than three owners vote, only the result; and where one or
// two owners who chose alike, who alone took part, or who alone took no part, have an area that few others have, areas are left out, because they
// would name them (domain reference §9.1; the number three is a setting of the house).
import { Area } from '../kernel/area';
import { CalendarDate } from '../kernel/calendar-date';
import type { VoteRule } from '../rules/vote-rules';
import type { OwnersMatter } from './matters';
import type { PublicChoiceCount, PublicVote } from './public-vote';
import { Choice } from './vote-ballots';
import { ruleSentence } from './vote-computation';
import { CountedOwner, countVote } from './vote-count';

/** So many owners are needed for one of them not to be known. */
const fewest = 3;

/** A vote that was opened, as the room keeps it. */
export interface OpenedVote {
  title: string;
  matter: OwnersMatter;
  part: string | null;
  opensOn: CalendarDate;
  closesOn: CalendarDate;
  /** null while it runs. */
  closedOn: CalendarDate | null;
  rule: VoteRule;
  owners: readonly CountedOwner[];
}

/** The vote as everybody may read it. */
export function toPublicVote({ rule, owners, closedOn, opensOn, ...vote }: OpenedVote): PublicVote {
  const { totals, outcome } = countVote(owners, rule);
  const { title, matter, part, closesOn } = vote;
  const { persons, area } = totals.participating;
  const isKnown = [takersOf(owners), absentOf(owners)].some((side) => singlesOut(side, areasOf(owners)));
  return {
    title,
    matter,
    part,
    openedOn: opensOn,
    closesOn,
    total: totals.total,
    taken: { persons, area: closedOn !== null && isKnown ? null : area },
    threshold: ruleSentence(rule),
    source: rule.source,
    result:
      closedOn === null
        ? null
        : {
            closedOn,
            passed: outcome === 'passed',
            hasQuorum: outcome !== 'no-quorum',
            counts: owners.length < fewest ? null : countsOf(owners),
          },
  };
}

const areasOf = (owners: readonly CountedOwner[]): Area[] => owners.map(({ area }) => area);

/** The areas of those who took part. */
const takersOf = (owners: readonly CountedOwner[]): Area[] =>
  areasOf(owners.filter((owner) => !isAbsent(owner)));

const isAbsent = ({ standing }: CountedOwner): boolean => standing === 'unreturned' || standing === 'invalid';

/** The areas of those who returned nothing or nothing that counts: what all who took part have, taken from the total. */
const absentOf = (owners: readonly CountedOwner[]): Area[] => areasOf(owners.filter(isAbsent));

function countsOf(owners: readonly CountedOwner[]): Record<Choice, PublicChoiceCount> {
  const chosen = (...choices: Choice[]) =>
    areasOf(owners.filter(({ standing }) => (choices as string[]).includes(standing)));
  // From two of the three areas and that of all who took part the third is known, and from all three that of the absent.
  const groups = [chosen('yes'), chosen('no'), chosen('abstain')];
  const tells = [...groups, absentOf(owners)].some((group) => singlesOut(group, areasOf(owners)));
  const count = (areas: readonly Area[]): PublicChoiceCount => ({
    persons: areas.length,
    area: tells ? null : areas.reduce((sum, area) => sum + area, 0),
  });
  const [yes, no, abstain] = groups.map(count);
  return { yes, no, abstain };
}

/** Would the area of these few tell who they are? Not where at least three owners have each of their areas. */
const singlesOut = (group: readonly Area[], all: readonly Area[]): boolean =>
  group.length < fewest && group.some((area) => all.filter((other) => other === area).length < fewest);
