import { Injectable } from '@nestjs/common';
import { EntityManager, In } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Blocker } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { cut } from '../domain/kernel/text';
import { agendaBlockers, agendaLinesIn, agendaTemplates } from '../domain/meeting/agenda';
import type { MeetingKind } from '../domain/meeting/meeting-kinds';
import { meetingOverBlockers, meetingStepBlockers } from '../domain/meeting/meeting-lifecycle';
import { planBlockers } from '../domain/meeting/meeting-times';
import { Actor } from '../domain/people/actor';
import { Clock, wallTimeOf } from '../platform/clock/clock';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { ActionPoint } from './action-point.entities';
import { EditMeetingForm, NewMeetingForm } from './meeting.forms';
import { AgendaItem, Meeting } from './meeting.entities';
import { MeetingNotices } from './meeting-notices.service';
import { noRenovation } from './meeting-records';
import { MeetingDesk } from './meetings.desk';
import { meetingPaths } from './meetings.paths';

type AgendaLine = Pick<AgendaItem, 'text' | 'actionPointId'>;

/** Meetings as they are planned: with their agenda, and with their notice where it hangs already. */
@Injectable()
export class Meetings {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: MeetingDesk,
    private readonly compounds: CompoundDesk,
    private readonly notices: MeetingNotices,
    private readonly once: OnceKeys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Plans a meeting of the current renovation. */
  create(actor: Actor, code: string, form: NewMeetingForm): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        const { compound, renovation } = await this.compounds.current(actor, code, tx);
        if (!renovation) return refuse(noRenovation);
        const { kind, places, postedOn = null } = form;
        const values = valuesOf(form);
        const agenda = await this.agendaOf(tx, compound.id, kind, form, []);
        const blockers = [
          ...meetingOverBlockers(renovation.state),
          ...planBlockers(
            { ...values, kind, noticePostedOn: postedOn, openedOn: renovation.openedOn },
            this.clock.today(),
          ),
          ...agenda.blockers,
        ];
        if (blockers.length) return refuse(...blockers);
        const compoundId = compound.id;
        const number = ((await tx.maximum(Meeting, 'number', { compoundId })) ?? 0) + 1;
        const row = { ...values, compoundId, renovationId: renovation.id, kind, number };
        const inserted = await tx.insert(Meeting, { ...row, plannedBy: actor.userId });
        const meeting = await tx.findOneByOrFail(Meeting, { id: inserted.identifiers[0].id as number });
        await this.writeAgenda(tx, meeting.id, agenda.lines);
        await this.record(tx, actor, 'meeting.planned', meeting, { to: kind });
        if (postedOn !== null) {
          const found = { meeting, compound, renovation };
          const posted = await this.notices.post(tx, actor, found, { postedOn, places });
          if (!posted.ok) return posted;
        }
        return done(meetingPaths.show(meeting.id));
      }),
    );
  }

  /** Changes a planned meeting; where its time or place is another, its notice comes down and is posted anew. */
  update(actor: Actor, id: number, form: EditMeetingForm): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        const found = await this.desk.find(actor, id, tx);
        const { meeting, compound, renovation } = found;
        const { agenda: items, notice } = await this.desk.records(found, tx);
        const values = valuesOf(form);
        const isMoved = movedFields.some((field) => values[field] !== meeting[field]);
        const kept = items.filter((item) => form.keep.includes(item.id));
        const agenda = await this.agendaOf(tx, compound.id, meeting.kind, form, kept);
        const today = this.clock.today();
        const noticePostedOn = isMoved ? null : (notice?.postedOn ?? null);
        const facts = { kind: meeting.kind, renovation: renovation.state, today };
        const blockers = [
          ...meetingStepBlockers('change', meeting.state, actor.role, {
            ...facts,
            now: wallTimeOf(this.clock.now()),
          }),
          ...planBlockers(
            { ...values, kind: meeting.kind, noticePostedOn, openedOn: renovation.openedOn },
            today,
          ),
          ...agenda.blockers,
        ];
        if (blockers.length) return refuse(...blockers);
        const change = { ...values, noticeId: isMoved ? null : meeting.noticeId };
        if (!(await updateAt(tx, Meeting, { id, version: form.version }, change))) return refuse(stale);
        await tx.delete(AgendaItem, { meetingId: id });
        await this.writeAgenda(tx, id, agenda.lines);
        const moved = { from: meeting.plannedOn, to: values.plannedOn };
        await this.record(tx, actor, 'meeting.changed', meeting, isMoved ? moved : {});
        if (isMoved) {
          const reason = '会议的时间或地点改了';
          const down = await this.notices.takeDown(tx, actor, meeting, { kind: 'meeting', reason });
          if (!down.ok) return down;
        }
        return done(meetingPaths.show(id));
      }),
    );
  }

  /** The ticked and typed items in their order, with what speaks against them. */
  private async agendaOf(
    tx: EntityManager,
    compoundId: number,
    kind: MeetingKind,
    form: Pick<NewMeetingForm, 'template' | 'points' | 'own'>,
    kept: readonly AgendaItem[],
  ): Promise<{ lines: AgendaLine[]; blockers: Blocker[] }> {
    const template = form.template.flatMap((at) => agendaTemplates[kind][Number(at)] ?? []);
    const where = { id: In(form.points), compoundId };
    const points = form.points.length
      ? await tx.find(ActionPoint, { where, order: { dueOn: 'ASC', id: 'ASC' } })
      : [];
    const own = agendaLinesIn(form.own ?? '');
    const plain = (text: string) => ({ text, actionPointId: null });
    const lines = [
      ...kept.map(({ text, actionPointId }) => ({ text, actionPointId })),
      ...points.map(({ id, number, text }) => ({ text: agendaTextOf(number, text), actionPointId: id })),
      ...template.map(plain),
      ...own.map(plain),
    ];
    return { lines, blockers: agendaBlockers(own, lines.length - own.length) };
  }

  private async writeAgenda(
    tx: EntityManager,
    meetingId: number,
    lines: readonly AgendaLine[],
  ): Promise<void> {
    const rows = lines.map((line, at) => ({ ...line, meetingId, position: at + 1 }));
    await tx.insert(AgendaItem, rows);
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    action: string,
    { id, compoundId }: Meeting,
    more: { from?: string; to?: string },
  ): Promise<void> {
    return this.audit.record(tx, { actor, action, subject: { kind: 'meeting', id }, compoundId, ...more });
  }
}

/** When one of these is another, a notice that hangs tells something wrong. */
const movedFields = ['plannedOn', 'plannedFrom', 'place', 'placeNote'] as const;

/** An action point as an item of the agenda, cut to the length of its column. */
const agendaTextOf = (number: number, text: string): string => cut(`督办 ${number} 号：${text}`, 300);

/** The columns people write when they plan. */
const valuesOf = (form: NewMeetingForm | EditMeetingForm) => ({
  title: form.title,
  plannedOn: form.plannedOn,
  plannedFrom: form.plannedFrom,
  plannedTo: form.plannedTo ?? null,
  place: form.place,
  placeNote: form.placeNote ?? null,
  chair: form.chair,
  recorder: form.recorder,
});
