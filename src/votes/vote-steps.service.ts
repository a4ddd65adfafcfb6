import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { redact } from '../domain/disclosure/redaction';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { electorateBlockers } from '../domain/meeting/vote-roster';
import { VoteFacts, VoteStep, voteOverBlockers, voteStepBlockers } from '../domain/meeting/vote-steps';
import { Blocker } from '../domain/kernel/blocker';
import { Actor } from '../domain/people/actor';
import { NoticeChanges } from '../notices/notice-changes.service';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { Vote, VoteOwner, VoteRosterDoor } from './vote.entities';
import {
  VoteRecords,
  VoterLine,
  countOf,
  noticeHangs,
  ruleFor,
  scopeOf,
  sheetOf,
  voterStandings,
} from './vote-records';
import { VoteDesk } from './votes.desk';
import { CancelVoteForm, CloseVoteForm, OpenVoteForm } from './votes.forms';
import { votePaths } from './votes.paths';

/** The steps of a vote: it opens with a frozen roster, is counted and frozen, or is called off. */
@Injectable()
export class VoteSteps {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: VoteDesk,
    private readonly notices: NoticeChanges,
    private readonly once: OnceKeys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Opens a vote: the roster of now is copied and stays as it is. */
  open(actor: Actor, id: number, form: OpenVoteForm): Promise<Outcome<string>> {
    return this.take('open', actor, id, form, async (tx, records) => {
      const change = { state: 'open', openedOn: this.clock.today(), openedBy: actor.userId } as const;
      if (!(await updateAt(tx, Vote, { id, version: form.version }, change))) return refuse(stale);
      await freezeRoster(tx, id, records.voters);
      return this.record(tx, actor, 'vote.opened', records, { to: `${records.voters.length} 人` });
    });
  }

  /** Counts a vote; what it was counted from is kept with its digest. */
  close(actor: Actor, id: number, form: CloseVoteForm): Promise<Outcome<string>> {
    return this.take('close', actor, id, form, async (tx, records) => {
      const { outcome } = countOf(records);
      const change = {
        state: 'closed' as const,
        watchers: form.watchers.join(','),
        counters: form.counters.join(','),
        closedBy: actor.userId,
        closedOn: this.clock.today(),
        ruleCode: ruleFor(records).code,
        outcome,
        digest: this.desk.digestOf(records),
      };
      if (!(await updateAt(tx, Vote, { id, version: form.version }, change))) return refuse(stale);
      return this.record(tx, actor, 'vote.counted', records, { to: outcome });
    });
  }

  /** Calls a vote off; its ballots stay and count nowhere, its notice comes down. */
  cancel(actor: Actor, id: number, form: CancelVoteForm): Promise<Outcome<string>> {
    return this.take('cancel', actor, id, form, async (tx, records) => {
      const cancelledReason = form.reason;
      const change = { state: 'cancelled', cancelledOn: this.clock.today(), cancelledReason } as const;
      if (!(await updateAt(tx, Vote, { id, version: form.version }, change))) return refuse(stale);
      const down = await this.takeDown(actor, records, form.reason);
      if (!down.ok) return down;
      return this.record(tx, actor, 'vote.cancelled', records, { reason: redact(form.reason).text });
    });
  }

  /** What hangs in the yard of a vote that is called off comes down with it. */
  private takeDown(actor: Actor, records: VoteRecords, reason: string): Promise<Outcome<unknown>> {
    const { notice } = records;
    if (!notice || !noticeHangs(records)) return Promise.resolve(done(undefined));
    return this.notices.withdraw(actor, notice.id, { reason, version: notice.version });
  }

  /** Takes a step once, if nothing speaks against it. */
  private take(
    step: VoteStep,
    actor: Actor,
    id: number,
    form: { onceKey: string; reason?: string },
    change: (tx: EntityManager, records: VoteRecords) => Promise<Outcome<string>>,
  ): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        const records = await this.desk.find(actor, id, tx);
        const blockers = await this.blockers(step, records, actor, form.reason ?? '', tx);
        return blockers.length ? refuse(...blockers) : change(tx, records);
      }),
    );
  }

  /** Everything that speaks against a step by this person now. */
  async blockers(
    step: VoteStep,
    records: VoteRecords,
    actor: Actor,
    reason: string,
    from?: EntityManager,
  ): Promise<Blocker[]> {
    const { vote, compound, renovation } = records;
    const doors = step === 'open' ? await this.desk.rosterDoors(compound.id, from) : [];
    const standings = [...voterStandings(records).values()];
    const facts: VoteFacts = {
      sheet: sheetOf(records),
      today: this.clock.today(),
      electorate: step === 'open' ? electorateBlockers(doors, scopeOf(vote)) : [],
      unreturned: standings.filter((standing) => standing === 'unreturned').length,
      reason,
    };
    return [...voteOverBlockers(renovation.state), ...voteStepBlockers(step, vote.state, actor.role, facts)];
  }

  private async record(
    tx: EntityManager,
    actor: Actor,
    action: string,
    { vote, compound }: VoteRecords,
    more: { to?: string; reason?: string },
  ): Promise<Outcome<string>> {
    const subject = { kind: 'vote', id: vote.id };
    await this.audit.record(tx, { actor, action, subject, compoundId: compound.id, ...more });
    return done(votePaths.show(vote.id));
  }
}

async function freezeRoster(tx: EntityManager, voteId: number, voters: readonly VoterLine[]): Promise<void> {
  const owners = voters.map(({ number, kind }) => ({ voteId, number, kind }));
  await insertAll(owners, (some) => tx.insert(VoteOwner, some));
  const saved = new Map((await tx.findBy(VoteOwner, { voteId })).map(({ id, number }) => [number, id]));
  const doors = voters.flatMap(({ number, doors: own }) =>
    own.map(({ dwellingId, label, area, source }) => ({
      voteId,
      ownerId: saved.get(number)!,
      dwellingId,
      label,
      area,
      areaSource: source,
    })),
  );
  await insertAll(doors, (some) => tx.insert(VoteRosterDoor, some));
}

const rowsPerInsert = 50;

async function insertAll<Row>(rows: readonly Row[], insert: (some: Row[]) => Promise<unknown>) {
  for (let start = 0; start < rows.length; start += rowsPerInsert)
    await insert(rows.slice(start, start + rowsPerInsert));
}
