import { CompoundDesk } from '../../compounds/compounds.desk';
import { done, Outcome } from '../../domain/kernel/outcome';
import { AskUtilitiesForm, UtilityRequestForm } from '../../digs/dig.forms';
import { Dig, DigDesk } from '../../digs/digs.desk';
import { UtilityRequests } from '../../digs/utility-requests.service';
import { filled, granted } from './granted';
import { dayIn } from './story-clock';
import { Moment, newKey, StepOf } from './telling';

/** Writes down that utilities were asked about the dig. */
export async function askUtilities(
  moment: Moment,
  { utilities, reference }: StepOf<'ask-utilities'>,
): Promise<Outcome<unknown>> {
  const { app, actor, compound, day } = moment;
  const form = await filled(AskUtilitiesForm, { utilities, reference, askedOn: day, onceKey: newKey() });
  return app.get(UtilityRequests).ask(actor, compound.code, form);
}

/** Writes down what a utility answered, or several in the same words. */
export async function answerUtility(
  moment: Moment,
  { utility, answer, from, until, zones = [], note }: StepOf<'utility-answer'>,
): Promise<Outcome<unknown>> {
  const { app, actor, day, today } = moment;
  const dig = await digOf(moment);
  for (const one of [utility].flat()) {
    const request = dig.requests.find((known) => known.utility === one);
    if (!request) throw new Error(`${moment.compound.code}: ${one} was not asked`);
    const form = await filled(UtilityRequestForm, {
      ...{ askedOn: request.askedOn, reference: request.reference ?? undefined, answeredOn: day, answer },
      ...(from !== undefined && { fromOn: dayIn(from, today) }),
      ...(until !== undefined && { untilOn: dayIn(until, today) }),
      zones: dig.zones.filter(({ name }) => zones.includes(name)).map(({ id }) => String(id)),
      ...{ note, version: String(request.version) },
    });
    granted(await app.get(UtilityRequests).change(actor, request.id, form), one);
  }
  return done(undefined);
}

async function digOf({ app, actor, compound }: Moment): Promise<Dig> {
  const { renovation } = await app.get(CompoundDesk).current(actor, compound.code);
  if (!renovation) throw new Error(`${compound.code} has no renovation`);
  return app.get(DigDesk).of(renovation.id);
}
