import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { PublishedPhones } from '../compounds/published-phones';
import { redact } from '../domain/disclosure/redaction';
import { Blocker } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { meetingStepBlockers } from '../domain/meeting/meeting-lifecycle';
import { publicationBlockers } from '../domain/meeting/meeting-publication';
import { meetingKindNames } from '../domain/meeting/meeting-kinds';
import { Actor } from '../domain/people/actor';
import { Notices } from '../notices/notices.service';
import { Clock, wallTimeOf } from '../platform/clock/clock';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { Meeting, MeetingPublication } from './meeting.entities';
import { MeetingAtPlace, livePublication } from './meeting-records';
import { minutesNoticeText } from './meeting-texts';
import { MeetingDesk } from './meetings.desk';
import { meetingPaths } from './meetings.paths';
import { PublicationForm } from './publication.form';

/** Publishing minutes: masked, frozen as a version, and posted in the yard. */
@Injectable()
export class Publications {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: MeetingDesk,
    private readonly notices: Notices,
    private readonly phones: PublishedPhones,
    private readonly once: OnceKeys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** What speaks against publishing this now? */
  async blockers(actor: Actor, id: number, form: PublicationForm): Promise<Blocker[]> {
    return this.blockersOf(actor, await this.desk.find(actor, id), form);
  }

  /** Publishes the minutes, or a correction of what is published; the version before stays readable. */
  publish(
    actor: Actor,
    id: number,
    form: PublicationForm,
    decisions: readonly string[],
  ): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        const found = await this.desk.find(actor, id, tx);
        const blockers = this.blockersOf(actor, found, form);
        if (blockers.length) return refuse(...blockers);
        const at = { id, version: form.version };
        if (!(await updateAt(tx, Meeting, at, { state: 'published' }))) return refuse(stale);
        const texts = await this.masked(tx, found.compound.id, { ...form, decisions });
        const notice = await this.post(tx, actor, found, { ...form, ...texts });
        if (!notice.ok) return notice;
        await this.write(tx, actor, found, { ...texts, noticeId: notice.value, reason: form.reason });
        return done(meetingPaths.show(id));
      }),
    );
  }

  private blockersOf(
    actor: Actor,
    { meeting, renovation }: MeetingAtPlace,
    form: PublicationForm,
  ): Blocker[] {
    const isCorrection = meeting.state === 'published';
    return [
      ...meetingStepBlockers(isCorrection ? 'correct' : 'publish', meeting.state, actor.role, {
        ...{ kind: meeting.kind, renovation: renovation.state },
        ...{ today: this.clock.today(), now: wallTimeOf(this.clock.now()) },
      }),
      ...publicationBlockers({ isCorrection, reason: form.reason ?? null }),
    ];
  }

  private async masked(tx: EntityManager, compoundId: number, texts: PublicTexts): Promise<PublicTexts> {
    const mask = await this.phones.maskFor(compoundId, tx);
    const { title, decisions, minutes } = texts;
    return { title: mask(title), decisions: decisions.map(mask), minutes: mask(minutes) };
  }

  private post(
    tx: EntityManager,
    actor: Actor,
    { meeting, compound, renovation }: MeetingAtPlace,
    { title, decisions, minutes, places, postedOn, endsOn }: PublicationForm & PublicTexts,
  ): Promise<Outcome<number>> {
    return this.notices.post(tx, actor, {
      ...{ compound, renovationId: renovation.id, kind: 'minutes', subjectId: meeting.id },
      title: `${meetingKindNames[meeting.kind]}纪要：${title}`,
      body: minutesNoticeText(decisions, minutes),
      ...{ places, postedOn, endsOn },
    });
  }

  private async write(
    tx: EntityManager,
    actor: Actor,
    found: MeetingAtPlace,
    version: PublicTexts & { noticeId: number; reason?: string },
  ): Promise<void> {
    const { meeting, compound } = found;
    const records = await this.desk.records(found, tx);
    const today = this.clock.today();
    const before = livePublication(records);
    if (before) await tx.update(MeetingPublication, { id: before.id }, { supersededOn: today });
    const number = (records.publications[0]?.number ?? 0) + 1;
    const isCorrection = before !== undefined;
    const reason = isCorrection ? (version.reason ?? null) : null;
    const { title, decisions, minutes, noticeId } = version;
    await tx.insert(MeetingPublication, {
      ...{ meetingId: meeting.id, number, title, decisions: [...decisions], minutes, noticeId, reason },
      ...{ publishedOn: today, publishedBy: actor.userId },
    });
    await this.audit.record(tx, {
      ...{ actor, action: isCorrection ? 'meeting.publication-corrected' : 'meeting.published' },
      ...{ subject: { kind: 'meeting', id: meeting.id }, compoundId: compound.id },
      ...{ to: String(number), reason: reason && redact(reason).text },
    });
  }
}

/** What residents read of a meeting. */
interface PublicTexts {
  title: string;
  decisions: readonly string[];
  minutes: string;
}
