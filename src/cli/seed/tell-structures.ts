import { CompoundDesk } from '../../compounds/compounds.desk';
import { Outcome, done } from '../../domain/kernel/outcome';
import { structureNumber } from '../../domain/removal/structure-kinds';
import type { PreparedFile } from '../../files/uploads.service';
import { StructureEdits } from '../../structures/structure-edits.service';
import { NewStructureForm } from '../../structures/structure.forms';
import { PlacedStructure, StructureDesk } from '../../structures/structures.desk';
import { Structures } from '../../structures/structures.service';
import { ZoneDesk } from '../../zones/zones.desk';
import type { DemoStructure } from './demo-removals';
import { photoOf } from './drawings';
import { filled, granted } from './granted';
import { dayIn } from './story-clock';
import { Moment, StepOf, newKey, takeIn } from './telling';

/** Writes a structure down, and the others of its row that differ from it as told. */
export async function registerStructures(
  moment: Moment,
  { structure, others = [] }: StepOf<'structure'>,
): Promise<Outcome<unknown>> {
  await register(moment, structure, 0);
  for (const [at, other] of others.entries()) await register(moment, { ...structure, ...other }, at + 1);
  return done(undefined);
}

/** The structure that stands at this place ('院门东侧第 1 间车库'), or has this number ('第 3 处'). */
export async function structureOf(moment: Moment, words: string): Promise<PlacedStructure> {
  const { compound, renovation } = await moment.app
    .get(CompoundDesk)
    .current(moment.actor, moment.compound.code);
  const all = renovation ? await moment.app.get(StructureDesk).ofRenovation(renovation.id) : [];
  const found =
    all.find(({ place }) => place === words) ?? all.find(({ number }) => structureNumber(number) === words);
  if (!found) throw new Error(`${compound.code} has no structure ${words}`);
  return found;
}

/** Drawings as photos taken at this moment; `view` makes them other views of the same drawings. */
export const picturesAt = (
  { app, instant }: Moment,
  pictures: readonly string[] = [],
  view = 0,
): Promise<PreparedFile[]> =>
  Promise.all(
    pictures.map(async (picture) =>
      takeIn(app, await photoOf(view ? `${picture}#${view}` : picture, instant)),
    ),
  );

async function register(moment: Moment, told: DemoStructure, at: number): Promise<void> {
  const { app, actor, compound, day, today } = moment;
  const { pictures, zones = [], marks = [], planned, foundOn = day, pin, ...fields } = told;
  const form = await filled(NewStructureForm, {
    party: 'unknown',
    ...fields,
    ...Object.fromEntries(marks.map((mark) => [mark, 'yes'])),
    zones: await zoneIds(moment, zones),
    foundOn: dayIn(foundOn, today),
    plannedOn: planned === undefined ? undefined : dayIn(planned, today),
    onceKey: newKey(),
  });
  const photos = await picturesAt(moment, pictures, at);
  granted(await app.get(Structures).register(actor, compound.code, form, photos), told.place);
  if (!pin) return;
  const { id, version } = await structureOf(moment, told.place);
  const [across, down] = pin;
  granted(await app.get(StructureEdits).pin(actor, id, version, { across, down }), told.place);
}

async function zoneIds({ app, actor, compound }: Moment, names: readonly string[]): Promise<string[]> {
  const { renovation } = await app.get(CompoundDesk).current(actor, compound.code);
  const zones = renovation ? await app.get(ZoneDesk).ofRenovation(renovation.id) : [];
  return names.map((name) => {
    const zone = zones.find((one) => one.name === name);
    if (!zone) throw new Error(`${compound.code} has no zone ${name}`);
    return String(zone.id);
  });
}
