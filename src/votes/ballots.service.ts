import { Injectable } from '@nestjs/common';
import { EntityManager, IsNull } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { Blocker, houseRule } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { ballotTypingBlockers, voteOverBlockers } from '../domain/meeting/vote-steps';
import { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork, stale } from '../platform/database/unit-of-work';
import { TypedLine, isSameBallot } from './ballots.form';
import { Vote, VoteBallot } from './vote.entities';
import { VoteRecords, doorsInWords } from './vote-records';
import { VoteDesk } from './votes.desk';

/** The lines of one page as somebody typed them. */
export interface TypedBallots {
  lines: readonly TypedLine[];
  strangers: number;
  onceKey: string;
}

/** A line that differs from what its person saw. */
interface Change extends TypedLine {
  before: VoteBallot | null;
}

/** Typing ballots: only changed lines are written, each as a new ballot; what it corrects is kept. */
@Injectable()
export class Ballots {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: VoteDesk,
    private readonly once: OnceKeys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Writes what was typed; `next` is where the person goes on. */
  save(actor: Actor, id: number, typed: TypedBallots, next: string): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, typed.onceKey, async () => {
        const records = await this.desk.find(actor, id, tx);
        const { vote, compound, renovation } = records;
        const blockers = [...voteOverBlockers(renovation.state), ...ballotTypingBlockers(vote.state)];
        if (typed.strangers) blockers.push(stranger);
        if (blockers.length) return refuse(...blockers);
        const changes = await this.changesOf(typed.lines, tx);
        const conflicts = conflictBlockers(changes, typed.lines, records);
        if (conflicts.length) return refuse(...conflicts);
        if (!changes.length) return done(next);
        if (!(await touchOpen(tx, id))) return refuse(stale);
        for (const change of changes) await this.write(tx, actor, id, change);
        await this.audit.record(tx, {
          actor,
          action: 'ballots.typed',
          subject: { kind: 'vote', id },
          compoundId: compound.id,
          to: String(changes.length),
        });
        return done(next);
      }),
    );
  }

  private async changesOf(lines: readonly TypedLine[], tx: EntityManager): Promise<Change[]> {
    const seenIds = lines.flatMap(({ seenId }) => seenId ?? []);
    const seen = new Map((await this.desk.ballots(seenIds, tx)).map((ballot) => [ballot.id, ballot]));
    return lines
      .map((line) => ({ ...line, before: (line.seenId && seen.get(line.seenId)) || null }))
      .filter(({ values, before }) =>
        values && before ? !isSameBallot(values, before) : values !== null || before !== null,
      );
  }

  private async write(tx: EntityManager, actor: Actor, voteId: number, change: Change): Promise<void> {
    const { before, values, ownerId } = change;
    const now = this.clock.nowAt();
    if (before) {
      const ended = await tx.update(
        VoteBallot,
        { id: before.id, endedAt: IsNull() },
        { endedBy: actor.userId, endedAt: now },
      );
      if (ended.affected !== 1) throw new Error(`ballot ${before.id} was ended twice`);
    }
    if (!values) return;
    const row = { ...values, voteId, ownerId, recordedBy: actor.userId, recordedAt: now };
    await tx.insert(VoteBallot, { ...row, replacesId: before?.id ?? null });
  }
}

const stranger = houseRule(
  'ballot.stranger',
  '有一行不在这次表决的业主名册里，别的楼院、别的表决的票不能录在这里，请核对表决票上的门牌',
);

/** Owners whose ballots are not what the person saw: typed by somebody else in between. */
function conflictBlockers(
  changes: readonly Change[],
  lines: readonly TypedLine[],
  { ballots, voters }: VoteRecords,
): Blocker[] {
  const owners = [...new Set(changes.map(({ ownerId }) => ownerId))].filter((ownerId) => {
    const seen = lines.filter((line) => line.ownerId === ownerId).flatMap(({ seenId }) => seenId ?? []);
    const now = ballots.filter((ballot) => ballot.ownerId === ownerId).map((ballot) => ballot.id);
    return seen.sort().join() !== now.sort().join();
  });
  if (!owners.length) return [];
  const names = owners.map((id) => doorsInWords(voters.find((voter) => voter.id === id)!)).join('、');
  const text = `${names} 的票刚被别人录过。您的内容还在下面，请核对这几户现在存的票，再保存`;
  return [{ ...stale, text }];
}

/** Holds the vote open for this write, and makes a count that was being confirmed look again. */
async function touchOpen(tx: EntityManager, id: number): Promise<boolean> {
  const result = await tx
    .createQueryBuilder()
    .update(Vote)
    .set({ version: () => 'version + 1' })
    .where('id = :id AND state = :state', { id, state: 'open' })
    .execute();
  return result.affected === 1;
}
