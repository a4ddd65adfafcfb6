// Votes as the tests of the law and of the room tell them.
import { squareMetres } from '../kernel/area';
import { Choice, OwnerStanding } from './vote-ballots';
import { CountedOwner } from './vote-count';
import { RosterDoor, wholeCompound } from './vote-roster';
import { VoteSheet } from './vote-sheet';

/** So many owners of so many ㎡ each who stand alike. */
export const owners = (count: number, metres: number, standing: OwnerStanding): CountedOwner[] =>
  Array.from({ length: count }, () => ({ area: squareMetres(metres), standing }));

/** The 28 owners of 丰乐路106号院 (24 of 60 ㎡, 4 of 59.25 ㎡), of whom so many of 60 ㎡ chose so. */
export function compoundA(chosen: Partial<Record<Choice, number>>): CountedOwner[] {
  const { yes = 0, no = 0, abstain = 0 } = chosen;
  return [
    ...owners(yes, 60, 'yes'),
    ...owners(no, 60, 'no'),
    ...owners(abstain, 60, 'abstain'),
    ...owners(24 - yes - no - abstain, 60, 'unreturned'),
    ...owners(4, 59.25, 'unreturned'),
  ];
}

/** A door of 1号楼 1单元 with 60 ㎡ of an owner of its own. */
export const rosterDoor = (id: number, change: Partial<RosterDoor> = {}): RosterDoor => ({
  id,
  buildingId: 1,
  buildingNo: '1号楼',
  unitNo: 1,
  floorNo: id,
  roomNo: `${id}01`,
  use: 'dwelling',
  area: squareMetres(60),
  source: 'register',
  group: '',
  kind: 'person',
  ...change,
});

/** A vote of the whole compound in the spring of 2026, its notice hung out in time. */
export const voteSheet = (change: Partial<VoteSheet> = {}): VoteSheet => ({
  matter: 'fund-use',
  scope: wholeCompound,
  noticePostedOn: '2026-04-01',
  opensOn: '2026-04-16',
  closesOn: '2026-04-26',
  ...change,
});
