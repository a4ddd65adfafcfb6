import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit.service';
import { Compound } from '../compounds/compound.entity';
import type { FilePurpose } from '../domain/files/file-purposes';
import { dayInWords } from '../domain/kernel/calendar-date';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { actionPointBlockers } from '../domain/meeting/action-point';
import { meetingKindNames, meetingKinds } from '../domain/meeting/meeting-kinds';
import { meetingStepBlockers } from '../domain/meeting/meeting-lifecycle';
import { Actor } from '../domain/people/actor';
import { Files } from '../files/files.service';
import { OnceWithFiles } from '../files/once-with-files';
import { PreparedFile } from '../files/uploads.service';
import { Clock, wallTimeOf } from '../platform/clock/clock';
import { stale, updateAt } from '../platform/database/unit-of-work';
import { Wishes } from '../wishes/wishes.service';
import { ActionPoints } from './action-points.service';
import { AgendaItem, AttendanceRow, DecisionRow, Meeting, MeetingPhoto } from './meeting.entities';
import { MeetingRecords, signInCount } from './meeting-records';
import { MinutesForm } from './minutes.form';
import { MinutesRows } from './minutes-rows';
import { MeetingDesk } from './meetings.desk';
import { meetingPaths } from './meetings.paths';

/** The record of a meeting as it was posted: its fields, its tables and its photos. */
interface PostedMinutes {
  form: MinutesForm;
  rows: MinutesRows;
  signIn: PreparedFile[];
  photos: PreparedFile[];
}

/** Writing down what was held: attendance, what was said, decisions, action points, wishes, photos, minutes. */
@Injectable()
export class Minutes {
  constructor(
    private readonly desk: MeetingDesk,
    private readonly points: ActionPoints,
    private readonly wishes: Wishes,
    private readonly files: Files,
    private readonly onceWithFiles: OnceWithFiles,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Keeps the record, or finishes the minutes; new action points and wishes are written down once, the rest anew. */
  save(actor: Actor, id: number, step: 'record' | 'finish', posted: PostedMinutes): Promise<Outcome<string>> {
    return this.onceWithFiles.run(
      actor,
      posted.form.onceKey,
      [...posted.signIn, ...posted.photos],
      async (tx) => {
        const { form, rows } = posted;
        const found = await this.desk.find(actor, id, tx);
        const records = await this.desk.records(found, tx);
        const firms = await this.desk.firmsOf(found.renovation.id, tx);
        const blockers = [
          ...this.blockers(actor, records, step, posted),
          ...actionPointBlockers(rows.points, form.heldOn, firms),
        ];
        if (blockers.length) return refuse(...blockers);
        const at = { id, version: form.version };
        if (!(await updateAt(tx, Meeting, at, this.changeBy(actor, step, form)))) return refuse(stale);
        await this.write(tx, records, posted);
        await this.points.insert(tx, actor, { ...found.meeting, heldOn: form.heldOn }, rows.points);
        const taken = await this.takeWishes(tx, actor, records, posted);
        if (!taken.ok) return taken;
        await this.attach(tx, actor, records, posted);
        await this.audit.record(tx, {
          actor,
          action: step === 'finish' ? 'meeting.minutes-finished' : 'meeting.recorded',
          subject: { kind: 'meeting', id },
          compoundId: found.compound.id,
          to: form.heldOn,
        });
        return done(meetingPaths.show(id));
      },
    );
  }

  private blockers(
    actor: Actor,
    records: MeetingRecords,
    step: 'record' | 'finish',
    { form, rows, signIn }: PostedMinutes,
  ) {
    const { meeting, renovation, notice } = records;
    return meetingStepBlockers(step, meeting.state, actor.role, {
      ...{ kind: meeting.kind, renovation: renovation.state },
      ...{ today: this.clock.today(), now: wallTimeOf(this.clock.now()) },
      record: {
        ...{ heldOn: form.heldOn, heldFrom: form.heldFrom, heldTo: form.heldTo },
        openedOn: renovation.openedOn,
        ...{ attendance: rows.attendance, decisions: rows.decisions },
        noticePostedOn: notice?.postedOn ?? null,
        minutes: form.minutes ?? '',
        signInPhotos: signInCount(records, form.drop) + signIn.length,
      },
    });
  }

  private changeBy(actor: Actor, step: 'record' | 'finish', form: MinutesForm) {
    const { heldOn, heldFrom, heldTo, minutes = null } = form;
    const held = { heldOn, heldFrom, heldTo, minutes };
    if (step === 'record') return { ...held, state: 'held' as const };
    return {
      ...held,
      state: 'minutes-done' as const,
      minutesDoneOn: this.clock.today(),
      minutesDoneBy: actor.userId,
    };
  }

  private async write(
    tx: EntityManager,
    { meeting, agenda }: MeetingRecords,
    { rows }: PostedMinutes,
  ): Promise<void> {
    const meetingId = meeting.id;
    for (const [at, item] of agenda.entries()) {
      const said = rows.said.get(at)?.trim() || null;
      if (said !== item.said) await tx.update(AgendaItem, { id: item.id }, { said });
    }
    await tx.delete(AttendanceRow, { meetingId });
    await tx.insert(
      AttendanceRow,
      rows.attendance.map((row) => ({ ...row, meetingId })),
    );
    await tx.delete(DecisionRow, { meetingId });
    await tx.insert(
      DecisionRow,
      rows.decisions.map((row, at) => ({ ...row, meetingId, position: at + 1 })),
    );
  }

  private async takeWishes(
    tx: EntityManager,
    actor: Actor,
    { meeting, compound, renovation }: MeetingRecords,
    { form, rows }: PostedMinutes,
  ): Promise<Outcome<unknown>> {
    for (const wish of rows.wishes) {
      const taken = await this.wishes.take(tx, actor, {
        ...wish,
        ...{ compoundId: compound.id, renovationId: renovation.id },
        ...{ source: 'meeting', meetingId: meeting.id, heardOn: form.heldOn },
      });
      if (!taken.ok) return taken;
    }
    return done(undefined);
  }

  private async attach(
    tx: EntityManager,
    actor: Actor,
    { meeting, compound }: MeetingRecords,
    posted: PostedMinutes,
  ): Promise<void> {
    for (const fileId of posted.form.drop) await tx.delete(MeetingPhoto, { meetingId: meeting.id, fileId });
    const caption = `${meetingKindNames[meeting.kind]} ${dayInWords(posted.form.heldOn)}`;
    const pictures = meetingKinds[meeting.kind].forFirms ? 'joint-meeting' : 'meeting';
    const kinds = [
      ['sign-in', 'sign-in', posted.signIn, `${caption} 签到表`],
      ['meeting', pictures, posted.photos, caption],
    ] as const;
    for (const [kind, purpose, files, words] of kinds) {
      for (const file of files) {
        const fileId = await this.keep(tx, actor, compound, { file, purpose, caption: words });
        await tx.insert(MeetingPhoto, { meetingId: meeting.id, fileId, kind });
      }
    }
  }

  private async keep(
    tx: EntityManager,
    actor: Actor,
    compound: Compound,
    { file, purpose, caption }: { file: PreparedFile; purpose: FilePurpose; caption: string },
  ): Promise<number> {
    const belonging = { compoundId: compound.id, purpose, actor, caption };
    return (await this.files.attach(tx, file, belonging)).id;
  }
}
