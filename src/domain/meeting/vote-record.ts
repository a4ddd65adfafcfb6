// What is frozen when a vote closes: the roster and every ballot, written in one fixed way, so that a digest over it shows
// later that nothing was changed (区分所有权解释 §13: owners may inspect the record).
import { Area } from '../kernel/area';
import { CalendarDate } from '../kernel/calendar-date';
import { Ballot } from './vote-ballots';
import { AreaSource, OwnerKind } from './vote-roster';

/** A door as it stood in the roster when the vote opened. */
export interface RecordedDoor {
  ownerId: number;
  kind: OwnerKind;
  /** '1号楼 1单元 101'. */
  label: string;
  area: Area;
  source: AreaSource;
}

/** Everything a closed vote was decided on. */
export interface VoteRecord {
  voteId: number;
  ruleCode: string;
  closesOn: CalendarDate;
  doors: readonly RecordedDoor[];
  ballots: readonly Ballot[];
}

/** The record as text, the same whatever the order its rows come in. */
export function recordText({ voteId, ruleCode, closesOn, doors, ballots }: VoteRecord): string {
  const doorLines = doors.map(({ ownerId, kind, label, area, source }) =>
    JSON.stringify(['door', ownerId, kind, label, area, source]),
  );
  const ballotLines = ballots.map((one) =>
    JSON.stringify([
      'ballot',
      one.ownerId,
      one.id,
      one.mark,
      one.fault,
      one.isProxy,
      one.authorisedOn,
      one.receivedOn,
    ]),
  );
  const head = JSON.stringify(['vote', voteId, ruleCode, closesOn]);
  return [head, ...doorLines.sort(), ...ballotLines.sort()].join('\n');
}
