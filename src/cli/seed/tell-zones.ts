import { Outcome, done } from '../../domain/kernel/outcome';
import { PlanTotals } from '../../plans/plans.totals';
import { GroundNewsDesk } from '../../zones/ground-news.service';
import { Sketches } from '../../zones/sketches.service';
import { EditZoneForm, NewZoneForm, SketchForm } from '../../zones/zone.forms';
import { ZoneDesk } from '../../zones/zones.desk';
import { Zones } from '../../zones/zones.service';
import { CompoundDesk } from '../../compounds/compounds.desk';
import { filled, granted } from './granted';
import { Moment, StepOf, newKey, photoIn } from './telling';

/** Puts the sketch of the compound up, or a better one in its place. */
export async function putUpSketch(moment: Moment, { caption }: StepOf<'sketch'>): Promise<Outcome<unknown>> {
  const { app, actor, compound } = moment;
  const form = await filled(SketchForm, { caption, onceKey: newKey() });
  return app.get(Sketches).putUp(actor, compound.code, form, [await photoIn(moment)]);
}

/** Adds a zone with its items, chosen by their names in the fixed plan, and marks it on the sketch. */
export async function addZone(moment: Moment, { zone }: StepOf<'zone'>): Promise<Outcome<unknown>> {
  const { app, actor, compound } = moment;
  const { name, pin, items = [], first = false } = zone;
  const { renovation } = await app.get(CompoundDesk).current(actor, compound.code);
  const lines = await linesOf(moment, items);
  const ticked = first ? { isFirst: 'yes' } : {};
  const form = await filled(NewZoneForm, { name, items: lines, ...ticked, onceKey: newKey() });
  granted(await app.get(Zones).add(actor, compound.code, form), name);
  if (!pin) return done(name);
  const zones = renovation ? await app.get(ZoneDesk).ofRenovation(renovation.id) : [];
  const { id, version } = zones.find((one) => one.name === name)!;
  return app.get(Zones).pin(actor, id, version, { across: pin[0], down: pin[1] });
}

/** Draws items of the plan, once it is fixed, on a zone that is there already. */
export async function drawItems(moment: Moment, step: StepOf<'zone-items'>): Promise<Outcome<unknown>> {
  const { app, actor, compound } = moment;
  const { renovation } = await app.get(CompoundDesk).current(actor, compound.code);
  const zones = renovation ? await app.get(ZoneDesk).ofRenovation(renovation.id) : [];
  const zone = zones.find(({ name }) => name === step.zone);
  if (!zone) throw new Error(`${compound.code} has no zone ${step.zone}`);
  const { id, name, isFirst, version } = zone;
  const raw = { name, items: await linesOf(moment, step.items), isFirst: isFirst ? 'yes' : undefined };
  return app.get(Zones).update(actor, id, await filled(EditZoneForm, { ...raw, version: String(version) }));
}

/** A firm has seen everything that changed on the ground so far. */
export async function readGround({ app, actor, compound }: Moment): Promise<Outcome<unknown>> {
  const { renovation } = await app.get(CompoundDesk).current(actor, compound.code);
  const [last] = renovation ? await app.get(GroundNewsDesk).latest(renovation.id) : [];
  if (!last) throw new Error(`${compound.code} has no news of its ground`);
  return app.get(GroundNewsDesk).read(actor, compound.code, last.id);
}

async function linesOf({ app, actor, compound }: Moment, items: readonly string[]): Promise<string[]> {
  const { renovation } = await app.get(CompoundDesk).current(actor, compound.code);
  const plan = renovation && (await app.get(PlanTotals).currentItems(renovation.id));
  return items.map((item) => {
    const found = plan?.items.find((one) => one.name === item);
    if (!found) throw new Error(`${compound.code} has no item ${item} in its fixed plan`);
    return String(found.line);
  });
}
