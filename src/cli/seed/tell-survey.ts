import { Compound } from '../../compounds/compound.entity';
import { CompoundDesk } from '../../compounds/compounds.desk';
import { Doors } from '../../compounds/doors.service';
import { Door, doorInWords } from '../../domain/compound/doors';
import { byUnit } from '../../domain/compound/doors-by-unit';
import { Outcome, done } from '../../domain/kernel/outcome';
import { BuildingPhotos } from '../../surveys/building-photos.service';
import { Hazards } from '../../surveys/hazards.service';
import {
  BuildingPhotosForm,
  HazardControlForm,
  NewHazardForm,
  SignatureForm,
  SurveySheetForm,
  UnitVisitsForm,
  VisitForm,
} from '../../surveys/survey.forms';
import { SurveyDesk } from '../../surveys/surveys.desk';
import { Surveys } from '../../surveys/surveys.service';
import { Visits } from '../../surveys/visits.service';
import { filled, granted } from './granted';
import { dayIn } from './story-clock';
import { Moment, StepOf, newKey, photoIn } from './telling';

/** Begins a survey. */
export function openSurvey({ app, actor, compound }: Moment): Promise<Outcome<unknown>> {
  return app.get(Surveys).open(actor, compound.code, newKey());
}

/** Fills in the sheet of the latest survey; the buildings look sound. */
export async function writeSheet(moment: Moment, step: StepOf<'survey-sheet'>): Promise<Outcome<unknown>> {
  const { gridHouseholds, gridResidents, note } = step;
  const { id, version } = await latestSurvey(moment);
  const sheet = { gridHouseholds, gridResidents, note, surveyedOn: moment.day, buildingSafety: 'sound' };
  const form = await filled(SurveySheetForm, { ...sheet, version: String(version) });
  return moment.app.get(Surveys).update(moment.actor, id, form);
}

/** Signs the latest survey. */
export async function sign(moment: Moment, { level }: StepOf<'sign-survey'>): Promise<Outcome<unknown>> {
  const { id, version } = await latestSurvey(moment);
  const raw = { step: `sign-for-${level}`, version: String(version), onceKey: newKey() };
  return moment.app.get(Surveys).sign(moment.actor, id, await filled(SignatureForm, raw));
}

/** Writes a finding down, with its photo. */
export async function findHazard(
  moment: Moment,
  { hazard }: StepOf<'find-hazard'>,
): Promise<Outcome<unknown>> {
  const { kind, place, severity, note: description, controlBy } = hazard;
  const raw = {
    kind,
    place,
    severity: String(severity),
    description,
    foundOn: moment.day,
    onceKey: newKey(),
  };
  const until = controlBy === undefined ? {} : { controlBy: dayIn(controlBy, moment.today) };
  const photos = moment.photo ? [await moment.photo] : [];
  const form = await filled(NewHazardForm, { ...raw, ...until });
  return moment.app.get(Hazards).add(moment.actor, moment.compound.code, form, photos);
}

/** Writes off the finding of this kind in the latest survey. */
export async function controlHazard(
  moment: Moment,
  step: StepOf<'control-hazard'>,
): Promise<Outcome<unknown>> {
  const { survey, compound } = await latest(moment);
  const { hazards } = await moment.app.get(SurveyDesk).records(survey, compound);
  const hazard = hazards.find(({ kind, controlledOn }) => kind === step.kind && controlledOn === null);
  if (!hazard) throw new Error(`${compound.code} has no open hazard ${step.kind}`);
  const raw = { step: 'control', controlledOn: moment.day, note: step.note, onceKey: newKey() };
  const form = await filled(HazardControlForm, { ...raw, version: String(hazard.version) });
  return moment.app.get(Hazards).control(moment.actor, hazard.id, form);
}

/** Attaches a photo of a building. */
export async function photograph(moment: Moment, step: StepOf<'photograph'>): Promise<Outcome<unknown>> {
  const compound = await compoundOf(moment);
  const buildings = await moment.app.get(Doors).buildingsOf(compound.id);
  const building = buildings.find(({ no }) => no === step.building)!;
  const form = await filled(BuildingPhotosForm, { onceKey: newKey() });
  const photos = [await photoIn(moment)];
  return moment.app.get(BuildingPhotos).change(moment.actor, building.id, form, photos);
}

/** Goes from door to door: unit by unit on one form, or door by door where pipes are looked at. */
export async function visit(moment: Moment, step: StepOf<'visit'>): Promise<Outcome<unknown>> {
  const { app, actor, day } = moment;
  const all = await app.get(Doors).doorsOf((await compoundOf(moment)).id);
  const chosen = all.filter((door) => step.doors.some((name) => isMeant(door, name)));
  const { outcome, visitors, note, pipes } = step;
  const given = () => ({ visitedOn: day, visitors, note, onceKey: newKey() });
  if (!pipes) {
    for (const { doors } of byUnit(chosen)) {
      const [{ buildingId, unitNo }] = doors;
      const raw = { ...given(), outcome: doors.map(({ id }) => `${id}:${outcome}`) };
      const form = await filled(UnitVisitsForm, raw);
      granted(await app.get(Visits).addForUnit(actor, buildingId, unitNo, form), 'visit');
    }
  }
  for (const [at, door] of (pipes ? chosen : []).entries()) {
    const form = await filled(VisitForm, {
      ...given(),
      outcome,
      ...connectionsIn(pipes![at % pipes!.length]),
    });
    granted(await app.get(Visits).add(actor, door.id, form), doorInWords(door));
  }
  return done(chosen.length);
}

/** '101' is a room number, '2号楼-1单元-602' a door, '2号楼-1单元' a unit. */
export const isMeant = (door: Door, name: string): boolean =>
  door.roomNo === name || `${doorInWords(door).replaceAll(' ', '-')}-`.startsWith(`${name}-`);

/** 'kitchen mixed, toilet sewer' as the fields of the form. */
const connectionsIn = (pipes: string): Record<string, string> =>
  Object.fromEntries(pipes.split(', ').map((one) => one.split(' ') as [string, string]));

const compoundOf = ({ app, actor, compound }: Moment): Promise<Compound> =>
  app.get(CompoundDesk).find(actor, compound.code);

async function latest(moment: Moment) {
  const { survey, compound } = await moment.app.get(SurveyDesk).latestOf(moment.actor, moment.compound.code);
  if (!survey) throw new Error(`${compound.code} has no survey yet`);
  return { survey, compound };
}

const latestSurvey = async (moment: Moment) => (await latest(moment)).survey;
