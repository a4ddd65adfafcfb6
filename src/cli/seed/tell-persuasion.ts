import { Outcome, done } from '../../domain/kernel/outcome';
import { visitTimeAt } from '../../domain/removal/persuasion';
import { VisitForm } from '../../persuasion/persuasion.forms';
import { Persuasion } from '../../persuasion/persuasion.service';
import { wallTimeOf } from '../../platform/clock/clock';
import { filled, granted } from './granted';
import { dayIn } from './story-clock';
import { structureOf } from './tell-structures';
import { Moment, StepOf, newKey } from './telling';

/** Writes down one visit at each of the places. */
export async function persuade(moment: Moment, step: StepOf<'persuade'>): Promise<Outcome<unknown>> {
  const { app, actor, day, today, instant } = moment;
  const { attitude, visitors, asked, promised, promisedOn, pictureShown } = step;
  for (const place of [step.structure].flat()) {
    const { id } = await structureOf(moment, place);
    const form = await filled(VisitForm, {
      ...{ attitude, visitors, asked, promised, visitedOn: day },
      time: step.time ?? visitTimeAt(wallTimeOf(instant)),
      promisedOn: promisedOn === undefined ? undefined : dayIn(promisedOn, today),
      pictureShown: pictureShown ? 'yes' : undefined,
      onceKey: newKey(),
    });
    granted(await app.get(Persuasion).record(actor, id, form), place);
  }
  return done(undefined);
}
