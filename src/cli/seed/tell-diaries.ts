import type { Outcome } from '../../domain/kernel/outcome';
import { CompoundDesk } from '../../compounds/compounds.desk';
import { BulletinTotals } from '../../diaries/bulletin.totals';
import { NewBulletinForm } from '../../diaries/bulletin.forms';
import { Bulletins } from '../../diaries/bulletins.service';
import { nextBulletinDays } from '../../domain/construction/bulletin';
import { filled } from './granted';
import { dayIn } from './story-clock';
import { Moment, newKey, StepOf } from './telling';

/** Publishes the bulletin of the days since the last one, up to the day of the step, with its one paragraph. */
export async function publishBulletin(
  { app, actor, compound, today, day }: Moment,
  step: StepOf<'bulletin'>,
): Promise<Outcome<unknown>> {
  const { renovation } = await app.get(CompoundDesk).current(actor, compound.code);
  const lastOn = renovation && (await app.get(BulletinTotals).lastDays([renovation.id])).get(renovation.id);
  const to = step.to === undefined ? day : dayIn(step.to, today);
  const from = step.from === undefined ? nextBulletinDays(lastOn ?? null, to).from : dayIn(step.from, today);
  const form = await filled(NewBulletinForm, {
    ...{ from, to, paragraph: step.paragraph, step: 'post', onceKey: newKey() },
  });
  return app.get(Bulletins).publish(actor, compound.code, form);
}
