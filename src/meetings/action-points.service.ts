import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { CompoundDesk } from '../compounds/compounds.desk';
import { houseRule } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import {
  actionPointBlockers,
  actionPointLifecycle,
  actionPointStepBlockers,
  dueChangeBlockers,
} from '../domain/meeting/action-point';
import { meetingOverBlockers } from '../domain/meeting/meeting-lifecycle';
import { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { ActionPoint, ActionPointChange } from './action-point.entities';
import { DueDayForm, NewPointForm, PointStepForm } from './action-point.forms';
import { Meeting } from './meeting.entities';
import { NewPoint, toNewPoint } from './minutes-rows';
import { MeetingDesk } from './meetings.desk';
import { meetingPaths } from './meetings.paths';

/** Action points: written down at a meeting or after it, moved with a reason, finished, dropped or opened again. */
@Injectable()
export class ActionPoints {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly work: UnitOfWork,
    private readonly desk: MeetingDesk,
    private readonly compounds: CompoundDesk,
    private readonly once: OnceKeys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The point with this id and its meeting, if the person may read it. */
  async find(actor: Actor, id: number, from: EntityManager = this.reader.manager) {
    const query = from
      .createQueryBuilder(ActionPoint, 'point')
      .innerJoin(Meeting, 'meeting', 'meeting.id = point.meetingId')
      .where('point.id = :id', { id });
    const point = await this.desk.readablePoints(query, actor).getOne();
    if (!point) throw new NotFoundException();
    const compound = await this.compounds.findById(actor, point.compoundId, from);
    return { point, compound, meeting: await from.findOneByOrFail(Meeting, { id: point.meetingId }) };
  }

  /** Every step in the history of a point, the oldest first. */
  historyOf(id: number): Promise<ActionPointChange[]> {
    return this.reader.manager.find(ActionPointChange, {
      where: { actionPointId: id },
      order: { id: 'ASC' },
    });
  }

  /** The points of a compound this person may read; the open ones first by their day, then the latest ended. */
  async ofCompound(actor: Actor, compoundId: number): Promise<{ open: ActionPoint[]; ended: ActionPoint[] }> {
    const query = () =>
      this.desk.readablePoints(
        this.reader
          .createQueryBuilder(ActionPoint, 'point')
          .innerJoin(Meeting, 'meeting', 'meeting.id = point.meetingId')
          .where('point.compoundId = :compoundId', { compoundId }),
        actor,
      );
    const open = await query()
      .andWhere('point.state = :open', { open: 'open' })
      .orderBy('point.dueOn', 'ASC')
      .addOrderBy('point.id', 'ASC')
      .getMany();
    const ended = await query()
      .andWhere('point.state <> :open', { open: 'open' })
      .orderBy('point.endedOn', 'DESC')
      .addOrderBy('point.id', 'DESC')
      .limit(mostEnded)
      .getMany();
    return { open, ended };
  }

  /** Writes down a point of a meeting that was held, after its minutes. */
  add(actor: Actor, meetingId: number, form: NewPointForm): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        const { meeting, renovation } = await this.desk.find(actor, meetingId, tx);
        if (meeting.heldOn === null) return refuse(notHeld);
        const firms = await this.desk.firmsOf(renovation.id, tx);
        const points = [toNewPoint(form)];
        const blockers = [
          ...meetingOverBlockers(renovation.state),
          ...actionPointBlockers(points, meeting.heldOn, firms),
        ];
        if (blockers.length) return refuse(...blockers);
        await this.insert(tx, actor, { ...meeting, heldOn: meeting.heldOn }, points);
        return done(meetingPaths.show(meetingId));
      }),
    );
  }

  /** Gives new points their numbers and writes them down, inside a unit of work. */
  async insert(
    tx: EntityManager,
    actor: Actor,
    meeting: Pick<Meeting, 'id' | 'compoundId'> & { heldOn: string },
    points: readonly NewPoint[],
  ): Promise<void> {
    const { compoundId, id: meetingId, heldOn: writtenOn } = meeting;
    let number = (await tx.maximum(ActionPoint, 'number', { compoundId })) ?? 0;
    for (const point of points) {
      number += 1;
      const row = { ...point, compoundId, meetingId, number, writtenOn, writtenBy: actor.userId };
      const id = (await tx.insert(ActionPoint, row)).identifiers[0].id as number;
      const subject = { kind: 'action-point', id };
      await this.audit.record(tx, {
        ...{ actor, action: 'point.written', subject, compoundId },
        to: `${number} ${point.party} ${point.dueOn}`,
      });
    }
  }

  /** Finishes, drops or opens a point again; also in a renovation that is over. */
  step(actor: Actor, id: number, form: PointStepForm): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        const { point, compound } = await this.find(actor, id, tx);
        const { step, on, note } = form;
        const facts = { on, note, writtenOn: point.writtenOn, today: this.clock.today() };
        const blockers = actionPointStepBlockers(step, point.state, actor.role, facts);
        if (blockers.length) return refuse(...blockers);
        const { to } = actionPointLifecycle[step];
        const change = { state: to, endedOn: to === 'open' ? null : on };
        if (!(await updateAt(tx, ActionPoint, { id, version: form.version }, change))) return refuse(stale);
        await this.enter(tx, actor, { actionPointId: id, kind: step, happenedOn: on, note });
        await this.audit.record(tx, {
          ...{ actor, action: stepActions[step], subject: { kind: 'action-point', id } },
          ...{ compoundId: compound.id, from: point.state, to },
        });
        return done(meetingPaths.point(id));
      }),
    );
  }

  /** Moves the day of an open point; the old day stays in its history with the reason. */
  moveDue(actor: Actor, id: number, form: DueDayForm): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        const { point, compound } = await this.find(actor, id, tx);
        const today = this.clock.today();
        const blockers = dueChangeBlockers(point, form, today);
        if (blockers.length) return refuse(...blockers);
        const { dueOn } = form;
        if (!(await updateAt(tx, ActionPoint, { id, version: form.version }, { dueOn })))
          return refuse(stale);
        const days = { dueFrom: point.dueOn, dueTo: dueOn };
        await this.enter(tx, actor, {
          ...{ actionPointId: id, kind: 'due' as const, happenedOn: today, note: form.reason },
          ...days,
        });
        await this.audit.record(tx, {
          ...{ actor, action: 'point.due-moved', subject: { kind: 'action-point', id } },
          ...{ compoundId: compound.id, from: days.dueFrom, to: days.dueTo },
        });
        return done(meetingPaths.point(id));
      }),
    );
  }

  private async enter(
    tx: EntityManager,
    actor: Actor,
    change: Omit<ActionPointChange, 'id' | 'changedBy' | 'changedAt' | 'dueFrom' | 'dueTo'> &
      Partial<Pick<ActionPointChange, 'dueFrom' | 'dueTo'>>,
  ): Promise<void> {
    const entry = { ...change, changedBy: actor.userId, changedAt: this.clock.nowAt() };
    await tx.insert(ActionPointChange, entry);
  }
}

/** The list shows what is open; of what is over, the last ones are enough. */
const mostEnded = 30;

const stepActions = {
  finish: 'point.finished',
  drop: 'point.dropped',
  reopen: 'point.reopened',
} as const;

const notHeld = houseRule('action-point.not-held', '会议还没有记纪要，督办事项请在记纪要时一起填写');
