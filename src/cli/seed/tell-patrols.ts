import { CompoundDesk } from '../../compounds/compounds.desk';
import type { Outcome } from '../../domain/kernel/outcome';
import { structureNumber } from '../../domain/removal/structure-kinds';
import { NewPatrolForm } from '../../patrols/patrol.forms';
import { PatrolDesk } from '../../patrols/patrols.desk';
import { Patrols } from '../../patrols/patrols.service';
import { filled } from './granted';
import { picturesAt } from './tell-structures';
import { Moment, StepOf, newKey } from './telling';

/** Writes a round of this day down; what stands again is told by its place or number. */
export async function patrol(moment: Moment, step: StepOf<'patrol'>): Promise<Outcome<unknown>> {
  const { app, actor, compound, day } = moment;
  const { kind = 'structures', finding = 'clear', rounds = ['community'], note, places, pictures } = step;
  const form = await filled(NewPatrolForm, {
    ...{ kind, finding, rounds, note, lookedOn: day },
    places: places?.toString(),
    relapsed: await structureIds(moment, [step.relapsed ?? []].flat()),
    onceKey: newKey(),
  });
  return app.get(Patrols).record(actor, compound.code, form, await picturesAt(moment, pictures));
}

/** Also those of renovations that are over. */
async function structureIds(
  { app, actor, compound: { code } }: Moment,
  words: readonly string[],
): Promise<string[]> {
  if (!words.length) return [];
  const compound = await app.get(CompoundDesk).find(actor, code);
  const { structures } = await app.get(PatrolDesk).ground(compound.id);
  return words.map((word) => {
    const found = structures.find(({ place, number }) => place === word || structureNumber(number) === word);
    if (!found) throw new Error(`${code} has no structure ${word}`);
    return String(found.id);
  });
}
