import { CompoundDesk } from '../../compounds/compounds.desk';
import { done, Outcome } from '../../domain/kernel/outcome';
import { FilesDesk } from '../../files/files.desk';
import { HintAnswers } from '../../site-photos/hint-answers.service';
import { PhotoPointDesk } from '../../site-photos/photo-points.desk';
import { PhotoPoints } from '../../site-photos/photo-points.service';
import { PointShots } from '../../site-photos/point-shots.service';
import type { PhotoPointRecord } from '../../site-photos/site-photo.entities';
import { HintAnswerForm, NewPointForm, PointPhotosForm } from '../../site-photos/site-photo.forms';
import { filled, granted } from './granted';
import { Moment, newKey, photoIn, StepOf } from './telling';

/** Registers a photo point; its reference photo is the one of the step. */
export async function registerPoint(moment: Moment, step: StepOf<'point'>): Promise<Outcome<unknown>> {
  const { app, actor, compound } = moment;
  const form = await filled(NewPointForm, { name: step.name, place: step.place, onceKey: newKey() });
  const reference = step.picture ? [await photoIn(moment)] : [];
  granted(await app.get(PhotoPoints).register(actor, compound.code, form, reference), step.name);
  const point = await pointOf(moment, step.name);
  if (step.pin) {
    const [across, down] = step.pin;
    const { id, version } = point;
    granted(await app.get(PhotoPoints).pin(actor, id, version, { across, down }), step.name);
  }
  if (step.shownBy && point.referenceId) await show(moment, step.shownBy, point.referenceId);
  return done(undefined);
}

/** Adds the photo of the step to the series of a point. */
export async function photographPoint(
  moment: Moment,
  step: StepOf<'point-photo'>,
): Promise<Outcome<unknown>> {
  const { app, actor, day } = moment;
  const { id } = await pointOf(moment, step.point);
  const form = await filled(PointPhotosForm, { shownOn: day, onceKey: newKey() });
  granted(await app.get(PointShots).add(actor, id, form, [await photoIn(moment)]), step.point);
  const photos = (await app.get(PhotoPointDesk).photos([id])).get(id) ?? [];
  const newest = Math.max(...photos.map(({ fileId }) => fileId));
  if (step.shownBy) await show(moment, step.shownBy, newest);
  return done(undefined);
}

/** Answers every hint that waits at the compound. */
export async function answerHints(
  { app, actor, compound }: Moment,
  { answer }: StepOf<'photo-hints'>,
): Promise<Outcome<unknown>> {
  const { id: compoundId } = await app.get(CompoundDesk).find(actor, compound.code);
  const { hints } = await app.get(HintAnswers).list(compoundId, { all: false, page: 1 });
  for (const { id, version } of hints) {
    const form = await filled(HintAnswerForm, { answer, version: String(version) });
    granted(await app.get(HintAnswers).answer(actor, id, form), answer);
  }
  return done(undefined);
}

async function pointOf({ app, actor, compound }: Moment, name: string): Promise<PhotoPointRecord> {
  const { renovation } = await app.get(CompoundDesk).current(actor, compound.code);
  const points = renovation ? await app.get(PhotoPointDesk).ofRenovation(renovation.id) : [];
  const found = points.find((one) => one.name === name && one.retiredOn === null);
  if (!found) throw new Error(`${compound.code} has no photo point ${name}`);
  return found;
}

async function show({ app, cast }: Moment, login: string, fileId: number): Promise<void> {
  const manager = cast.actor(login);
  const file = await app.get(FilesDesk).find(manager, fileId);
  const { caption, version } = file.file;
  const publication = { caption, unrecognisable: true, version };
  granted(await app.get(FilesDesk).publish(manager, file, publication), caption);
}
