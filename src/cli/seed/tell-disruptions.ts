import type { Outcome } from '../../domain/kernel/outcome';
import {
  DisruptionCancellationForm,
  NewDisruptionForm,
  NewQuietDayForm,
} from '../../disruptions/disruption.forms';
import { DisruptionDesk } from '../../disruptions/disruptions.desk';
import { Disruptions } from '../../disruptions/disruptions.service';
import { QuietDayBook } from '../../disruptions/quiet-days.service';
import { CompoundDesk } from '../../compounds/compounds.desk';
import { filled } from './granted';
import { dayIn } from './story-clock';
import { Moment, newKey, StepOf } from './telling';

/** Announces what residents will feel, in the named buildings or in the whole yard. */
export async function announceDisruption(
  { app, actor, compound, today }: Moment,
  step: StepOf<'disruption'>,
): Promise<Outcome<unknown>> {
  const { compound: found } = await app.get(CompoundDesk).current(actor, compound.code);
  const known = await app.get(DisruptionDesk).buildings(found.id);
  const buildings = (step.buildings ?? []).map((name) => {
    const building = known.find(({ no }) => no === name);
    if (!building) throw new Error(`${compound.code}: there is no building ${name}`);
    return String(building.id);
  });
  const fromOn = dayIn(step.day, today);
  const [fromTime, toTime] = step.hours.split('-');
  const form = await filled(NewDisruptionForm, {
    ...{ effect: step.effect, buildings, fromOn, fromTime, toTime, note: step.note, step: 'post' },
    untilOn: step.until === undefined ? undefined : dayIn(step.until, today),
    ...{ certificate: step.certificate, reason: step.reason, onceKey: newKey() },
  });
  return app.get(Disruptions).announce(actor, compound.code, form);
}

/** Cancels the one of this kind that begins on this day. */
export async function cancelDisruption(
  { app, actor, compound, today }: Moment,
  step: StepOf<'cancel-disruption'>,
): Promise<Outcome<unknown>> {
  const { renovation } = await app.get(CompoundDesk).current(actor, compound.code);
  const on = dayIn(step.day, today);
  const ahead = renovation ? await app.get(DisruptionDesk).ahead(renovation.id) : [];
  const found = ahead.find(({ effect, fromMoment }) => effect === step.effect && fromMoment.startsWith(on));
  if (!found) throw new Error(`${compound.code}: no ${step.effect} is announced for ${on}`);
  const { id, version } = found;
  const form = await filled(DisruptionCancellationForm, { reason: step.reason, version: String(version) });
  return app.get(Disruptions).cancel(actor, id, form);
}

/** Writes quiet days down for the office of whoever does it. */
export async function writeQuietDays(
  { app, actor, today }: Moment,
  { name, from, until, source }: StepOf<'quiet-days'>,
): Promise<Outcome<unknown>> {
  const fromOn = dayIn(from, today);
  const untilOn = until === undefined ? fromOn : dayIn(until, today);
  const form = await filled(NewQuietDayForm, { name, fromOn, untilOn, source, onceKey: newKey() });
  return app.get(QuietDayBook).record(actor, form);
}
