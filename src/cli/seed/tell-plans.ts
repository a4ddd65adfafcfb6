import { addDays } from '../../domain/kernel/calendar-date';
import { Outcome, done } from '../../domain/kernel/outcome';
import { noticeDays } from '../../domain/meeting/notice';
import { compareItems } from '../../domain/plan/plan-comparison';
import { planNoticeBody, planNoticeTitle } from '../../domain/plan/plan-notice';
import { FilesDesk } from '../../files/files.desk';
import { PlanDrawings } from '../../plans/plan-drawings.service';
import { PlanFixing } from '../../plans/plan-fixing.service';
import { PlanPosting } from '../../plans/plan-posting.service';
import type { PlanRecords } from '../../plans/plan-records';
import {
  DrawingsForm,
  FixingForm,
  NewVersionForm,
  PlanNoticeForm,
  PlanSheetForm,
} from '../../plans/plan.forms';
import { PlanDesk } from '../../plans/plans.desk';
import { Plans } from '../../plans/plans.service';
import { filled, granted } from './granted';
import { dayIn } from './story-clock';
import { Moment, StepOf, newKey, photoIn } from './telling';

/** Writes the sheet of the draft. */
export async function planSheet(moment: Moment, { sheet }: StepOf<'plan-sheet'>): Promise<Outcome<unknown>> {
  const { version } = await latestPlan(moment);
  const { plannedFromOn, plannedUntilOn, ...words } = sheet;
  const day = (on: typeof plannedFromOn) => (on === undefined ? undefined : dayIn(on, moment.today));
  const window = { plannedFromOn: day(plannedFromOn), plannedUntilOn: day(plannedUntilOn) };
  const form = await filled(PlanSheetForm, { ...words, ...window, version: String(version.version) });
  return moment.app.get(Plans).update(moment.actor, version.id, form);
}

/** Uploads a drawing; the street looks at it and shows it to everybody unless the step says otherwise. */
export async function drawing(moment: Moment, step: StepOf<'drawing'>): Promise<Outcome<unknown>> {
  const { app, cast, actor, compound } = moment;
  const { caption, isPublic = true } = step;
  const { version } = await latestPlan(moment);
  const form = await filled(DrawingsForm, { caption, onceKey: newKey() });
  const photo = await photoIn(moment);
  granted(await app.get(PlanDrawings).change(actor, version.id, form, [photo]), step.picture);
  if (!isPublic) return done(compound.code);
  const manager = cast.actor(cast.managerOf(compound.community));
  const { drawingIds } = await latestPlan(moment);
  const file = await app.get(FilesDesk).find(manager, drawingIds.at(-1)!);
  const publication = { caption, unrecognisable: true, version: file.file.version };
  return app.get(FilesDesk).publish(manager, file, publication);
}

/** Posts the draft with the text made from it. */
export async function planNotice(moment: Moment, step: StepOf<'plan-notice'>): Promise<Outcome<unknown>> {
  const { app, actor, compound, day } = moment;
  const { version, items } = await latestPlan(moment);
  const before = version.basedOnId === null ? null : await app.get(PlanDesk).find(actor, version.basedOnId);
  const days = step.days ?? noticeDays('plan', day);
  const { number, reason } = version;
  const changes = before ? compareItems(before.items, items) : [];
  const text = { compoundName: compound.name, number, reason, items, sheet: version, changes };
  const form = await filled(PlanNoticeForm, {
    title: planNoticeTitle(text),
    body: planNoticeBody(text, addDays(day, days)),
    places: step.places ?? ['gate-board', 'unit-door', 'online'],
    postedOn: day,
    days: String(days),
    step: 'post',
    version: String(version.contentVersion),
    onceKey: newKey(),
  });
  return app.get(PlanPosting).post(actor, compound.code, form);
}

/** Fixes the version that is open. */
export async function fixPlan(moment: Moment): Promise<Outcome<unknown>> {
  const { version } = await latestPlan(moment);
  const form = await filled(FixingForm, { version: String(version.contentVersion), onceKey: newKey() });
  return moment.app.get(PlanFixing).fix(moment.actor, version.id, form);
}

/** Begins the next version from the fixed one. */
export async function newPlanVersion(
  { app, actor, compound }: Moment,
  { reason }: StepOf<'new-plan-version'>,
): Promise<Outcome<unknown>> {
  const form = await filled(NewVersionForm, { reason, onceKey: newKey() });
  return app.get(Plans).begin(actor, compound.code, form);
}

/** The latest version of the plan of the story's compound. */
export async function latestPlan({ app, actor, compound }: Moment): Promise<PlanRecords> {
  const { version } = await app.get(PlanDesk).open(actor, compound.code);
  if (!version) throw new Error(`${compound.code} has no plan yet`);
  return app.get(PlanDesk).records(version);
}
