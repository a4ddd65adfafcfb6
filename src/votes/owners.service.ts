import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { houseRule } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { RosterDoor, rosterBlockers } from '../domain/meeting/vote-roster';
import { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { OwnerEntry, OwnerRoster } from './owner.entities';
import { OpenRoster, VoteDesk } from './votes.desk';
import { votePaths } from './votes.paths';

/** Doors as somebody typed them, and the version of the roster that was seen. */
interface TypedRoster {
  doors: readonly RosterDoor[];
  strangers: number;
  version: number;
  onceKey: string;
}

/** The owners' roster of a compound, saved as a whole. */
@Injectable()
export class Owners {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: VoteDesk,
    private readonly once: OnceKeys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Writes what was typed, if nobody changed the roster meanwhile; doors that were not on the page stay. */
  save(actor: Actor, code: string, typed: TypedRoster): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, typed.onceKey, async () => {
        const open = await this.desk.roster(actor, code, tx);
        if (typed.strangers) return refuse(stranger);
        if (typed.version !== open.version) return refuse(stale);
        const changed = typed.doors.filter((door) => isChanged(door, open));
        const ids = new Set(changed.map(({ id }) => id));
        const after = open.doors.map((door) =>
          ids.has(door.id) ? changed.find(({ id }) => id === door.id)! : door,
        );
        const blockers = rosterBlockers(after);
        if (blockers.length) return refuse(...blockers);
        if (!changed.length) return done(votePaths.owners(code));
        const rosterId = await this.raise(tx, actor, open);
        if (rosterId === undefined) return refuse(stale);
        await writeEntries(tx, open.compound.id, changed);
        await this.audit.record(tx, {
          actor,
          action: 'roster.changed',
          subject: { kind: 'roster', id: rosterId },
          compoundId: open.compound.id,
          to: String(changed.length),
        });
        return done(votePaths.owners(code));
      }),
    );
  }

  /** The roster with its next version; undefined when somebody was faster. */
  private async raise(
    tx: EntityManager,
    actor: Actor,
    { compound, roster, version }: OpenRoster,
  ): Promise<number | undefined> {
    const change = { changedBy: actor.userId, changedAt: this.clock.nowAt() };
    if (roster)
      return (await updateAt(tx, OwnerRoster, { id: roster.id, version }, change)) ? roster.id : undefined;
    const row = { ...change, compoundId: compound.id, version: version + 1 };
    return (await tx.insert(OwnerRoster, row)).identifiers[0].id as number;
  }
}

const stranger = houseRule('roster.stranger', '有一行不是本院的门户，门户名册可能刚改过，请刷新页面后再填');

function isChanged(door: RosterDoor, { doors }: OpenRoster): boolean {
  const before = doors.find(({ id }) => id === door.id)!;
  return (['area', 'source', 'group', 'kind'] as const).some((key) => door[key] !== before[key]);
}

async function writeEntries(
  tx: EntityManager,
  compoundId: number,
  doors: readonly RosterDoor[],
): Promise<void> {
  const rows = doors.map(({ id, area, source, group, kind }) => ({
    compoundId,
    dwellingId: id,
    area,
    areaSource: source,
    ownerGroup: group,
    ownerKind: kind,
  }));
  for (const row of rows) {
    const { dwellingId, ...change } = row;
    if (isBlank(row)) {
      await tx.delete(OwnerEntry, { dwellingId });
      continue;
    }
    const known = await tx.update(OwnerEntry, { dwellingId }, change);
    if (!known.affected) await tx.insert(OwnerEntry, row);
  }
}

/** A door of which nothing is known has no entry, and may be taken off the register. */
const isBlank = ({ area, ownerGroup, ownerKind }: Omit<OwnerEntry, 'id'>): boolean =>
  area === null && !ownerGroup && ownerKind === 'person';
