import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { People } from '../access/people.service';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Workspace } from '../compounds/workspace';
import { MeetingKind, meetingKindCodes } from '../domain/meeting/meeting-kinds';
import { meetingOverBlockers } from '../domain/meeting/meeting-lifecycle';
import { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { isFirm } from '../domain/people/roles';
import { Notices } from '../notices/notices.service';
import { StateOf } from '../platform/web/answer-to';
import { FormState, formState } from '../platform/web/form';
import { OtherPage, SeeOther, seeOther } from '../platform/web/page';
import { ActionPoints } from './action-points.service';
import { ConfirmedStep } from './meeting.forms';
import { MeetingFormPage, tickedAtFirst, toMeetingForm } from './meeting-form.presenter';
import { MeetingReading } from './meeting-reading';
import { noRenovation } from './meeting-records';
import { MeetingSteps } from './meeting-steps.service';
import { MeetingStepPage, toMeetingStep } from './meeting-steps.presenter';
import { MeetingPage, toMeeting } from './meeting.presenter';
import { MeetingDesk } from './meetings.desk';
import { meetingPaths } from './meetings.paths';
import {
  MeetingKindsPage,
  MeetingsPage,
  meetingsPerPage,
  toMeetingKinds,
  toMeetings,
} from './meetings.presenter';

/** Gathers what the pages of meetings show. */
@Injectable()
export class MeetingPages {
  constructor(
    private readonly desk: MeetingDesk,
    private readonly points: ActionPoints,
    private readonly steps: MeetingSteps,
    private readonly compounds: CompoundDesk,
    private readonly notices: Notices,
    private readonly people: People,
    private readonly reading: MeetingReading,
    private readonly workspace: Workspace,
  ) {}

  /** The tab: the meetings of a renovation, and the action points of the compound. */
  async index(
    actor: Actor,
    code: string,
    query: { renovation: number; page: number },
  ): Promise<MeetingsPage> {
    const choice = await this.compounds.choose(actor, code, query.renovation || undefined);
    const { compound, renovation } = choice;
    const page = Math.max(1, query.page);
    const { meetings, total } = renovation
      ? await this.desk.list(actor, renovation, { size: meetingsPerPage, number: page })
      : { meetings: [], total: 0 };
    const { open, ended } = await this.points.ofCompound(actor, compound.id);
    const view = {
      ...{ choice, meetings, total, page, open, ended, role: actor.role },
      lines: await this.desk.lines(meetings),
      points: {
        origins: await this.desk.origins(actor, [...open, ...ended]),
        firmNames: await this.desk.firmNames([...open, ...ended].map(({ firmId }) => firmId)),
        shown: await this.reading.shownTo(actor, compound),
      },
      calendar: this.reading.calendar(),
    };
    return toMeetings(view, await this.frame(actor, compound));
  }

  /** The kinds to choose from, or the empty form of the one that was chosen. */
  async new(
    actor: Actor,
    code: string,
    asked: string,
  ): Promise<OtherPage<MeetingKindsPage> | MeetingFormPage | SeeOther> {
    const { compound, renovation } = await this.compounds.current(actor, code);
    const [blocker] = renovation ? meetingOverBlockers(renovation.state) : [noRenovation];
    if (blocker) return seeOther(meetingPaths.index(code), blocker.text);
    const kind = meetingKindCodes.find((one) => one === asked);
    const { today } = this.reading.calendar();
    if (!kind) {
      const frame = await this.frame(actor, compound, '新建会议');
      return new OtherPage('meetings/kinds', toMeetingKinds(compound, today, frame));
    }
    const { open } = await this.points.ofCompound(actor, compound.id);
    const first = { plannedOn: today, kind, onceKey: randomUUID(), ...tickedAtFirst(kind, open) };
    return this.newAgain(actor, code, kind, formState(first));
  }

  /** Back to the choice of a kind, where a form came without one. */
  async chooseKind(actor: Actor, code: string): Promise<SeeOther> {
    await this.compounds.find(actor, code);
    return seeOther(meetingPaths.new(code), '请先选择会议类型');
  }

  async newAgain(actor: Actor, code: string, kind: MeetingKind, form: FormState): Promise<MeetingFormPage> {
    const { compound } = await this.compounds.current(actor, code);
    const { open } = await this.points.ofCompound(actor, compound.id);
    const view = {
      ...{ compound, kind, meeting: null, agenda: [], points: open, wasStale: false },
      firmNames: await this.desk.firmNames(open.map(({ firmId }) => firmId)),
      today: this.reading.calendar().today,
    };
    return toMeetingForm(view, form, await this.frame(actor, compound, '新建会议'));
  }

  /** The form of a planned meeting; what cannot be changed leads back and says why. */
  async edit(actor: Actor, id: number): Promise<MeetingFormPage | SeeOther> {
    const found = await this.desk.find(actor, id);
    const { meeting, renovation } = found;
    const [over] = meetingOverBlockers(renovation.state);
    if (over) return seeOther(meetingPaths.show(id), over.text);
    if (meeting.state !== 'planned')
      return seeOther(meetingPaths.show(id), '会议开过或取消以后，安排不能再改');
    const { agenda } = await this.desk.records(found);
    const keep = agenda.map((item) => String(item.id));
    const stored = { ...meeting, keep, template: [], points: [], onceKey: randomUUID() };
    return this.editAgain(actor, id, () => formState(stored));
  }

  async editAgain(actor: Actor, id: number, stateOf: StateOf, wasStale = false): Promise<MeetingFormPage> {
    const found = await this.desk.find(actor, id);
    const { meeting, compound } = found;
    const { agenda } = await this.desk.records(found);
    const { open } = await this.points.ofCompound(actor, compound.id);
    const points = open.filter((point) => !agenda.some(({ actionPointId }) => actionPointId === point.id));
    const view = {
      ...{ compound, kind: meeting.kind, meeting, agenda, points, wasStale },
      firmNames: await this.desk.firmNames(points.map(({ firmId }) => firmId)),
      today: this.reading.calendar().today,
    };
    return toMeetingForm(view, stateOf(meeting), await this.frame(actor, compound, '修改会议'));
  }

  /** One meeting; without a form as typed, an empty one for its notice. */
  async show(
    actor: Actor,
    id: number,
    stateOf: StateOf = ({ version }) => formState({ version }),
  ): Promise<MeetingPage> {
    const found = await this.desk.find(actor, id);
    const { meeting, compound, renovation } = found;
    const records = await this.desk.records(found);
    const isOffice = !isFirm(actor.role);
    const published = isOffice ? await this.notices.ofRenovation(renovation.id) : [];
    const people = [meeting.minutesDoneBy, ...records.publications.map(({ publishedBy }) => publishedBy)];
    const view = {
      ...{ records, isOffice, calendar: this.reading.calendar() },
      ...(await this.reading.photos(actor, records)),
      wishes: await this.reading.wishes(actor, id),
      shown: await this.reading.shownTo(actor, compound),
      mayEdit: mayDo(actor.role, 'meeting.edit'),
      firmNames: await this.desk.firmNames(records.points.map(({ firmId }) => firmId)),
      names: await this.people.names(people),
      minutesNotices: published.filter(({ kind, subjectId }) => kind === 'minutes' && subjectId === id),
    };
    const typed = stateOf(meeting);
    const values = { onceKey: randomUUID(), postedOn: view.calendar.today, ...typed.values };
    const frame = await this.frame(actor, compound, view.shown(meeting.title));
    return toMeeting(view, { ...typed, values }, frame);
  }

  /** The question before a step that needs a reason. */
  async step(
    actor: Actor,
    id: number,
    step: ConfirmedStep,
    stateOf: StateOf = ({ version }) => formState({ version }),
  ): Promise<MeetingStepPage> {
    const found = await this.desk.find(actor, id);
    const parts = {
      reasons: this.steps.blockers(actor, step, found),
      ...{ calendar: this.reading.calendar(), form: stateOf(found.meeting) },
    };
    return toMeetingStep(found, step, parts, await this.frame(actor, found.compound, found.meeting.title));
  }

  private frame(actor: Actor, compound: Compound, last?: string) {
    return this.workspace.frame(actor, compound, 'meetings', last);
  }
}
