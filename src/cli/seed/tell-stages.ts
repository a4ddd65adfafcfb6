import type { FilePurpose } from '../../domain/files/file-purposes';
import { Outcome, done } from '../../domain/kernel/outcome';
import { stages } from '../../domain/renovation/stages';
import { CompoundDesk } from '../../compounds/compounds.desk';
import { FileIntake } from '../../files/file-intake.service';
import { FilesDesk } from '../../files/files.desk';
import { Milestones } from '../../stages/milestones.service';
import { Overrides } from '../../stages/overrides.service';
import { Schedules } from '../../stages/schedules.service';
import { StageDesk } from '../../stages/stage-desk.service';
import { StageMoves } from '../../stages/stage-moves.service';
import { granted } from './granted';
import { paperOf } from './papers';
import { dayIn } from './story-clock';
import { Moment, StepOf, newKey, photoIn, takeIn } from './telling';

/** Freezes a plan of all six stages. */
export async function plan(moment: Moment, { ends, reason }: StepOf<'plan'>): Promise<Outcome<unknown>> {
  const { app, actor, compound, today } = moment;
  const { renovation } = await app.get(StageDesk).find(actor, compound.code);
  const days = stages.map((stage) => ({
    stage,
    plannedStartOn: dayIn(ends[stage][0], today),
    plannedEndOn: dayIn(ends[stage][1], today),
  }));
  const asked = { plan: days, reason, version: renovation.version, onceKey: newKey() };
  return app.get(Schedules).freeze(actor, compound.code, asked);
}

/** Says when a stage is expected to end. */
export async function expectEnd(moment: Moment, step: StepOf<'expect'>): Promise<Outcome<unknown>> {
  const { app, actor, compound, today } = moment;
  const { schedules } = await app.get(StageDesk).find(actor, compound.code);
  const { stage, reason, answerable } = step;
  const { version } = schedules.find((row) => row.stage === stage)!;
  const asked = { stage, forecastEndOn: dayIn(step.endOn, today), reason, answerable, version };
  return app.get(Schedules).expect(actor, compound.code, asked);
}

/** Records a milestone for its gates, proved by a paper or by a photo. */
export async function milestone(moment: Moment, step: StepOf<'milestone'>): Promise<Outcome<unknown>> {
  const { app, actor, compound, day } = moment;
  const { gates, outcome = 'met', note, paper } = step;
  const { milestones } = await app.get(StageDesk).find(actor, compound.code);
  const lastSeen = Math.max(0, ...milestones.map(({ id }) => id));
  const document = await (moment.photo ?? takeIn(app, paperOf(paper, [compound.name, day, note])));
  const entry = { gates, outcome, happenedOn: day, note, lastSeen, onceKey: newKey() };
  return app.get(Milestones).record(actor, compound.code, entry, document);
}

/** Lets a gate of policy pass. */
export function override(
  { app, actor, compound }: Moment,
  step: StepOf<'override'>,
): Promise<Outcome<unknown>> {
  const { gate, reason } = step;
  return app.get(Overrides).pass(actor, compound.code, { gate, reason, onceKey: newKey() });
}

/** Moves the renovation. */
export async function move(moment: Moment, step: StepOf<'move'>): Promise<Outcome<unknown>> {
  const { app, actor, compound } = moment;
  const { renovation } = await app.get(StageDesk).find(actor, compound.code);
  const asked = { move: step.move, reason: step.reason, version: renovation.version, onceKey: newKey() };
  return app.get(StageMoves).take(actor, compound.code, asked);
}

/** Puts a photo into the papers of the compound; views of the yard are looked at by the street and made public. */
export async function photo(moment: Moment, step: StepOf<'photo'>): Promise<Outcome<unknown>> {
  const { app, cast, actor, compound } = moment;
  const { caption } = step;
  const purpose: FilePurpose = step.purpose ?? 'view';
  const prepared = await photoIn(moment);
  const { id, code, name } = await app.get(CompoundDesk).find(actor, compound.code);
  const intake = { purpose, caption, onceKey: newKey() };
  granted(await app.get(FileIntake).keep(actor, { id, code, name }, [prepared], intake), step.picture);
  if (purpose !== 'view') return done(code);
  const manager = cast.actor(cast.managerOf(compound.community));
  const { files } = await app.get(FilesDesk).list(manager, { id, code, name }, 'photo', 1);
  const file = await app.get(FilesDesk).find(manager, files[0].id);
  const publication = { caption, unrecognisable: true, version: file.file.version };
  return app.get(FilesDesk).publish(manager, file, publication);
}
