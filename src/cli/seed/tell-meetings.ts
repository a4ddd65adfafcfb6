import { CompoundDesk } from '../../compounds/compounds.desk';
import { Outcome } from '../../domain/kernel/outcome';
import { agendaTemplates } from '../../domain/meeting/agenda';
import { meetingKinds } from '../../domain/meeting/meeting-kinds';
import { MeetingParty } from '../../domain/meeting/meeting-parties';
import { ActionPoint } from '../../meetings/action-point.entities';
import { DueDayForm, PointStepForm } from '../../meetings/action-point.forms';
import { ActionPoints } from '../../meetings/action-points.service';
import { answersValue } from '../../meetings/meeting.fields';
import { NewMeetingForm } from '../../meetings/meeting.forms';
import { MeetingRecords } from '../../meetings/meeting-records';
import { MeetingDesk } from '../../meetings/meetings.desk';
import { Meetings } from '../../meetings/meetings.service';
import { MinutesForm } from '../../meetings/minutes.form';
import { readMinutesRows } from '../../meetings/minutes-rows';
import { Minutes } from '../../meetings/minutes.service';
import { PublicationForm } from '../../meetings/publication.form';
import { proposedPublication } from '../../meetings/publication.presenter';
import { Publications } from '../../meetings/publications.service';
import { Cast } from './demo-cast';
import { DemoPoint } from './demo-story';
import { photoOf } from './drawings';
import { filled } from './granted';
import { dayIn } from './story-clock';
import { Moment, StepOf, newKey, takeIn } from './telling';

/** Plans a meeting with the usual agenda, the open action points and what the story adds. */
export async function planMeeting(moment: Moment, step: StepOf<'meeting'>): Promise<Outcome<unknown>> {
  const { app, actor, compound, day, today } = moment;
  const { kind, title, from, to, place, placeNote, chair, recorder, notice = [], agenda = [] } = step;
  const template = agendaTemplates[kind].map((_, at) => String(at));
  const { open } = await pointsOf(moment);
  const room = 12 - template.length - agenda.length;
  const form = await filled(NewMeetingForm, {
    ...{ kind, title, place, placeNote, chair, recorder, template, places: notice },
    ...{ plannedOn: dayIn(step.heldOn, today), plannedFrom: from, plannedTo: to },
    points: open.slice(0, room).map(({ id }) => String(id)),
    own: agenda.join('\n') || undefined,
    postedOn: notice.length ? day : undefined,
    onceKey: newKey(),
  });
  return app.get(Meetings).create(actor, compound.code, form);
}

/** Writes down what was held and finishes the minutes. */
export async function holdMeeting(moment: Moment, step: StepOf<'minutes'>): Promise<Outcome<unknown>> {
  const { app, cast, actor, day, today, instant } = moment;
  const { meeting } = await recordsOf(moment, step.meeting);
  const came = Object.entries(step.came) as [MeetingParty, [number | null, number, string?]][];
  const decisions = step.decisions ?? [];
  const points = step.points ?? [];
  const word = (value: number | string | null | undefined) => String(value ?? '');
  const raw = {
    heldOn: step.heldOn === undefined ? day : dayIn(step.heldOn, today),
    ...{ heldFrom: step.from ?? meeting.plannedFrom, heldTo: step.to, minutes: step.minutes },
    attendanceParty: came.map(([party]) => party),
    attendanceExpected: came.map(([, [expected]]) => word(expected)),
    attendancePresent: came.map(([, [, present]]) => word(present)),
    attendanceWho: came.map(([, [, , who]]) => word(who)),
    signed: came.filter(([, [, present]]) => present > 0).map(([party]) => party),
    agendaSaid: step.said ?? [],
    decisionMatter: decisions.map(({ matter = 'consultation' }) => matter),
    decisionText: decisions.map(({ text }) => text),
    decisionYes: decisions.map(({ yes }) => word(yes)),
    decisionNo: decisions.map(({ no }) => word(no)),
    decisionAbstain: decisions.map(({ abstain }) => word(abstain)),
    pointText: points.map(({ text }) => text),
    pointAnswers: points.map((point) => answersOf(cast, point)),
    pointRole: points.map(({ role }) => word(role)),
    pointDueOn: points.map(({ dueOn }) => dayIn(dueOn, today)),
    wishKind: (step.wishes ?? []).map(({ kind }) => kind),
    wishText: (step.wishes ?? []).map(({ text }) => text),
    ...{ press: 'finish', version: String(meeting.version), onceKey: newKey() },
  };
  const { rows, errors } = readMinutesRows(raw);
  if (errors.length) throw new Error(`${step.meeting}: ${errors[0].message}`);
  const wantsSheet = meetingKinds[meeting.kind].needsSignIn;
  return app.get(Minutes).save(actor, meeting.id, 'finish', {
    form: await filled(MinutesForm, raw),
    rows,
    signIn: wantsSheet ? [await takeIn(app, await photoOf('sign-in-sheet', instant))] : [],
    photos: moment.photo ? [await moment.photo] : [],
  });
}

/** Publishes the minutes of a meeting. */
export async function publishMinutes(
  moment: Moment,
  step: StepOf<'publish-minutes'>,
): Promise<Outcome<unknown>> {
  const { app, actor, day } = moment;
  const records = await recordsOf(moment, step.meeting);
  const proposed = proposedPublication(records, day);
  const { minutes = proposed.minutes, places = proposed.places } = step;
  const raw = { ...proposed, minutes, places, step: 'post', onceKey: newKey() };
  const decisions = [proposed.decisionText].flat();
  const form = await filled(PublicationForm, raw);
  return app.get(Publications).publish(actor, records.meeting.id, form, decisions);
}

/** Finishes, drops or reopens an action point, or moves its day. */
export async function changePoint(moment: Moment, step: StepOf<'action-point'>): Promise<Outcome<unknown>> {
  const { app, actor, day, today } = moment;
  const { open, ended } = await pointsOf(moment);
  const point = [...open, ...ended].find(({ text }: ActionPoint) => text.includes(step.point));
  if (!point) throw new Error(`${moment.compound.code} has no action point 「${step.point}」`);
  const { id, version } = point;
  const common = { version: String(version), onceKey: newKey() };
  if (step.step === 'move') {
    const dueOn = dayIn(step.dueOn!, today);
    const form = await filled(DueDayForm, { ...common, dueOn, reason: step.note });
    return app.get(ActionPoints).moveDue(actor, id, form);
  }
  const form = await filled(PointStepForm, { ...common, step: step.step, on: day, note: step.note });
  return app.get(ActionPoints).step(actor, id, form);
}

const answersOf = (cast: Cast, { party, firm }: DemoPoint): string =>
  answersValue({ party, firmId: firm === undefined ? null : cast.organisationId(firm) });

async function pointsOf({ app, actor, compound }: Moment) {
  const { id } = await app.get(CompoundDesk).find(actor, compound.code);
  return app.get(ActionPoints).ofCompound(actor, id);
}

/** The meeting with this title, the latest if there are several. */
async function recordsOf({ app, actor, compound }: Moment, title: string): Promise<MeetingRecords> {
  const desk = app.get(MeetingDesk);
  const { renovation } = await app.get(CompoundDesk).current(actor, compound.code);
  const { meetings } = await desk.list(actor, renovation!, { size: 100, number: 1 });
  const meeting = meetings.find((one) => one.title === title);
  if (!meeting) throw new Error(`${compound.code} has no meeting 「${title}」`);
  return desk.records(await desk.find(actor, meeting.id));
}
