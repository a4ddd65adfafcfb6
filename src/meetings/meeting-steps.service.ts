import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit.service';
import { redact } from '../domain/disclosure/redaction';
import { Blocker } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { meetingStepBlockers } from '../domain/meeting/meeting-lifecycle';
import { Actor } from '../domain/people/actor';
import { Clock, wallTimeOf } from '../platform/clock/clock';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { ConfirmedStep, MeetingStepForm } from './meeting.forms';
import { Meeting, MeetingPublication } from './meeting.entities';
import { MeetingNotices } from './meeting-notices.service';
import { MeetingAtPlace, livePublication } from './meeting-records';
import { MeetingDesk } from './meetings.desk';
import { meetingPaths } from './meetings.paths';

/** Steps back, each with its reason: cancelling, opening done minutes again, taking published ones back. */
@Injectable()
export class MeetingSteps {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: MeetingDesk,
    private readonly notices: MeetingNotices,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  take(actor: Actor, id: number, form: MeetingStepForm): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const found = await this.desk.find(actor, id, tx);
      const blockers = this.blockers(actor, form.step, found);
      if (blockers.length) return refuse(...blockers);
      const at = { id, version: form.version };
      if (!(await updateAt(tx, Meeting, at, this.changeBy(form)))) return refuse(stale);
      const followed = await this.follow(tx, actor, found, form);
      if (!followed.ok) return followed;
      await this.audit.record(tx, {
        ...{ actor, action: actions[form.step], subject: { kind: 'meeting', id } },
        ...{ compoundId: found.compound.id, reason: redact(form.reason).text },
      });
      return done(meetingPaths.show(id));
    });
  }

  /** What speaks against the step now. */
  blockers(actor: Actor, step: ConfirmedStep, { meeting, renovation }: MeetingAtPlace): Blocker[] {
    return meetingStepBlockers(step, meeting.state, actor.role, {
      ...{ kind: meeting.kind, renovation: renovation.state },
      ...{ today: this.clock.today(), now: wallTimeOf(this.clock.now()) },
    });
  }

  private changeBy({ step, reason }: MeetingStepForm) {
    switch (step) {
      case 'cancel':
        return { state: 'cancelled' as const, cancelledOn: this.clock.today(), cancelReason: reason };
      case 'reopen':
        return { state: 'held' as const, minutesDoneOn: null, minutesDoneBy: null };
      case 'withdraw':
        return { state: 'minutes-done' as const };
    }
  }

  /** What was posted of it comes down with it. */
  private async follow(
    tx: EntityManager,
    actor: Actor,
    found: MeetingAtPlace,
    { step, reason }: MeetingStepForm,
  ): Promise<Outcome<unknown>> {
    if (step === 'reopen') return done(undefined);
    if (step === 'cancel')
      return this.notices.takeDown(tx, actor, found.meeting, { kind: 'meeting', reason });
    const live = livePublication(await this.desk.records(found, tx));
    const change = { withdrawnOn: this.clock.today(), withdrawnReason: reason };
    if (live) await tx.update(MeetingPublication, { id: live.id }, change);
    return this.notices.takeDown(tx, actor, found.meeting, { kind: 'minutes', reason });
  }
}

const actions = {
  cancel: 'meeting.cancelled',
  reopen: 'meeting.minutes-reopened',
  withdraw: 'meeting.publication-withdrawn',
} as const;
