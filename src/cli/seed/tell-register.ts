import { CompoundForm, NewCompoundForm } from '../../compounds/compound.form';
import { Compound } from '../../compounds/compound.entity';
import { Compounds } from '../../compounds/compounds.service';
import { Contacts } from '../../compounds/contacts.service';
import { NewContactForm } from '../../compounds/contact.forms';
import { BuildingForm } from '../../compounds/door.forms';
import { Doors } from '../../compounds/doors.service';
import { Renovations } from '../../compounds/renovations.service';
import { Outcome, done } from '../../domain/kernel/outcome';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { filled, granted } from './granted';
import { Moment, StepOf, newKey } from './telling';

/** Registers the compound with its buildings, doors and contacts, and marks it as demo. */
export async function register({ app, cast, actor, compound, day }: Moment): Promise<Outcome<unknown>> {
  const { code, name, community, facts, contacts, buildings } = compound;
  const place = `c${cast.organisationId(community)}`;
  const entry = { ...facts, name, code, place, onceKey: newKey() } satisfies Partial<
    Record<keyof CompoundForm | keyof NewCompoundForm, unknown>
  >;
  granted(await app.get(Compounds).register(actor, await filled(NewCompoundForm, entry)), 'register');
  granted(
    await app.get(UnitOfWork).run(async (tx) => done(await tx.update(Compound, { code }, { isDemo: true }))),
    'mark as demo',
  );
  for (const { no: buildingNo, structure, units, floors, doorsPerFloor } of buildings) {
    const pattern = {
      units: `${units}`,
      floors: `${floors}`,
      doorsPerFloor: `${doorsPerFloor}`,
      firstFloor: '1',
    };
    const form = await filled(BuildingForm, { buildingNo, structure, ...pattern });
    granted(await app.get(Doors).generate(actor, code, form, form), buildingNo);
  }
  for (const { mayPublish, ...contact } of contacts) {
    const consent = mayPublish ? { mayPublish: 'on', consentOn: day } : {};
    const { onceKey, ...values } = await filled(NewContactForm, {
      ...contact,
      ...consent,
      onceKey: newKey(),
    });
    granted(await app.get(Contacts).add(actor, code, values, onceKey), contact.title);
  }
  return done(code);
}

/** Opens a renovation on that day. */
export function openRenovation(moment: Moment, step: StepOf<'open-renovation'>): Promise<Outcome<unknown>> {
  const { name, track, summary, estimatedYuan } = step;
  const wanted = { name, track, summary, estimatedFen: estimatedYuan * 100, openedOn: moment.day };
  return moment.app.get(Renovations).open(moment.actor, moment.compound.code, wanted, newKey());
}

/** Puts a firm on the current renovation. */
export function engage(moment: Moment, step: StepOf<'engage'>): Promise<Outcome<unknown>> {
  const firmId = moment.cast.organisationId(step.firm);
  const wanted = { firmId, role: step.role, fromOn: moment.day };
  return moment.app.get(Renovations).assign(moment.actor, moment.compound.code, wanted);
}
