import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Doors } from '../compounds/doors.service';
import { Blocker, houseRule } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { VoteScope } from '../domain/meeting/vote-roster';
import { voteSheetBlockers } from '../domain/meeting/vote-sheet';
import { voteEditBlockers, voteOverBlockers } from '../domain/meeting/vote-steps';
import { Actor } from '../domain/people/actor';
import { notOpened } from '../domain/renovation/going-on';
import { MeetingTotals } from '../meetings/meetings.totals';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { Vote } from './vote.entities';
import { noticeHangs } from './vote-records';
import { readScope } from './vote-scopes';
import { VoteDesk } from './votes.desk';
import { EditVoteForm, NewVoteForm } from './votes.forms';
import { votePaths } from './votes.paths';

/** Preparing votes. */
@Injectable()
export class Votes {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: VoteDesk,
    private readonly compounds: CompoundDesk,
    private readonly doors: Doors,
    private readonly meetings: MeetingTotals,
    private readonly once: OnceKeys,
    private readonly audit: AuditTrail,
  ) {}

  /** Prepares a vote in the current renovation; sent twice it is one. */
  add(actor: Actor, code: string, form: NewVoteForm): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        const { compound, renovation } = await this.compounds.current(actor, code, tx);
        if (!renovation) return refuse(noRenovation);
        const scope = await this.scope(compound.id, form, tx);
        const blockers = [
          ...voteOverBlockers(renovation.state),
          ...this.sheetBlockers(form, scope),
          ...(await this.meetingBlockers(renovation.id, form)),
        ];
        if (!scope || blockers.length) return refuse(...blockers);
        const number = (await tx.countBy(Vote, { compoundId: compound.id })) + 1;
        const inserted = await tx.insert(Vote, {
          ...valuesOf(form, scope),
          compoundId: compound.id,
          renovationId: renovation.id,
          number,
          createdBy: actor.userId,
        });
        const id = inserted.identifiers[0].id as number;
        await this.audit.record(tx, {
          actor,
          action: 'vote.prepared',
          subject: { kind: 'vote', id },
          compoundId: compound.id,
          to: String(number),
        });
        return done(votePaths.show(id));
      }),
    );
  }

  /** Changes what is asked, as long as it was not asked. */
  update(actor: Actor, id: number, form: EditVoteForm): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const records = await this.desk.find(actor, id, tx);
      const { vote, compound, renovation } = records;
      const scope = await this.scope(compound.id, form, tx);
      const blockers = [
        ...voteOverBlockers(renovation.state),
        ...voteEditBlockers(vote.state, noticeHangs(records)),
        ...this.sheetBlockers(form, scope),
        ...(await this.meetingBlockers(renovation.id, form)),
      ];
      if (!scope || blockers.length) return refuse(...blockers);
      const isOurs = await updateAt(tx, Vote, { id, version: form.version }, valuesOf(form, scope));
      if (!isOurs) return refuse(stale);
      await this.audit.record(tx, {
        actor,
        action: 'vote.changed',
        subject: { kind: 'vote', id },
        compoundId: compound.id,
      });
      return done(votePaths.show(id));
    });
  }

  private async scope(
    compoundId: number,
    form: NewVoteForm | EditVoteForm,
    tx: EntityManager,
  ): Promise<VoteScope | undefined> {
    return readScope(form.scope, await this.doors.doorsOf(compoundId, tx));
  }

  private sheetBlockers(form: NewVoteForm | EditVoteForm, scope: VoteScope | undefined): Blocker[] {
    if (!scope) return [houseRule('vote.scope', '请从列出的范围里选「表决范围」')];
    const { matter, opensOn, closesOn, noticePostedOn = null } = form;
    return voteSheetBlockers({ matter, scope, opensOn, closesOn, noticePostedOn });
  }

  private async meetingBlockers(renovationId: number, form: NewVoteForm | EditVoteForm): Promise<Blocker[]> {
    if (form.meetingId === undefined) return [];
    const known = await this.meetings.forVotes(renovationId);
    return known.some(({ id }) => id === form.meetingId)
      ? []
      : [houseRule('vote.meeting', '请从列出的会议里选「会议」')];
  }
}

/** What is said where no renovation was opened yet. */
export const noRenovation = notOpened('vote.no-renovation', '发起表决');

const valuesOf = (form: NewVoteForm | EditVoteForm, { kind, buildingId, unitNo }: VoteScope) => ({
  title: form.title,
  matter: form.matter,
  question: form.question,
  scopeKind: kind,
  buildingId,
  unitNo,
  meetingId: form.meetingId ?? null,
  form: form.form,
  noticePostedOn: form.noticePostedOn ?? null,
  opensOn: form.opensOn,
  closesOn: form.closesOn,
});
