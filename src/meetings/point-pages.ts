import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { People } from '../access/people.service';
import { Workspace } from '../compounds/workspace';
import { meetingOverBlockers } from '../domain/meeting/meeting-lifecycle';
import { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { StateOf } from '../platform/web/answer-to';
import { FormState, formState } from '../platform/web/form';
import { SeeOther, seeOther } from '../platform/web/page';
import { ActionPoints } from './action-points.service';
import { MeetingReading } from './meeting-reading';
import { answersOptions } from './meeting-words';
import { MeetingDesk } from './meetings.desk';
import { meetingPaths } from './meetings.paths';
import { NewPointPage, PointPage, toNewPoint, toPoint } from './points.presenter';

/** Gathers what the pages of action points show. */
@Injectable()
export class PointPages {
  constructor(
    private readonly desk: MeetingDesk,
    private readonly points: ActionPoints,
    private readonly people: People,
    private readonly reading: MeetingReading,
    private readonly workspace: Workspace,
  ) {}

  async show(
    actor: Actor,
    id: number,
    stateOf: StateOf = ({ version }) => formState({ version }),
  ): Promise<PointPage> {
    const { point, compound } = await this.points.find(actor, id);
    const history = await this.points.historyOf(id);
    const { today } = this.reading.calendar();
    const origins = await this.desk.origins(actor, [point]);
    const view = {
      ...{ compound, point, history, today },
      origin: origins.get(point.meetingId) ?? null,
      names: await this.people.names([point.writtenBy, ...history.map(({ changedBy }) => changedBy)]),
      firmNames: await this.desk.firmNames([point.firmId]),
      mayEdit: mayDo(actor.role, 'meeting.edit'),
      shown: await this.reading.shownTo(actor, compound),
    };
    const typed = stateOf(point);
    const values = { onceKey: randomUUID(), on: today, ...typed.values };
    const frame = await this.workspace.frame(actor, compound, 'meetings', `督办事项 ${point.number} 号`);
    return toPoint(view, { ...typed, values }, frame);
  }

  /** The form of a point that is written down later; where none can be it leads back and says why. */
  async new(actor: Actor, meetingId: number): Promise<NewPointPage | SeeOther> {
    const { meeting, renovation } = await this.desk.find(actor, meetingId);
    const [over] = meetingOverBlockers(renovation.state);
    if (over) return seeOther(meetingPaths.show(meetingId), over.text);
    if (meeting.heldOn === null)
      return seeOther(meetingPaths.show(meetingId), '督办事项请在记会议记录时一起填写');
    return this.newAgain(actor, meetingId, formState({ onceKey: randomUUID() }));
  }

  async newAgain(actor: Actor, meetingId: number, form: FormState): Promise<NewPointPage> {
    const { meeting, compound, renovation } = await this.desk.find(actor, meetingId);
    const answers = answersOptions(await this.desk.firmsOf(renovation.id));
    const frame = await this.workspace.frame(actor, compound, 'meetings', '补记督办事项');
    return toNewPoint({ compound, meeting, answers }, form, frame);
  }
}
