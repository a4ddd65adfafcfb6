import { CompoundDesk } from '../../compounds/compounds.desk';
import type { Outcome } from '../../domain/kernel/outcome';
import { delayProposals } from '../../domain/progress/delay-proposal';
import { Delays } from '../../progress/delays.service';
import { DelayForm, StopWindowForm, WorksBaselineForm } from '../../progress/progress.forms';
import { ProgressDesk } from '../../progress/progress.desk';
import { StopWindows } from '../../progress/stop-windows.service';
import { WorksBaselines } from '../../progress/works-baselines.service';
import { filled } from './granted';
import { dayIn } from './story-clock';
import { workItemOf } from './tell-works';
import { Moment, newKey, StepOf } from './telling';

/** Freezes the items as they stand; a later plan says why. */
export async function freezeBaseline(moment: Moment, step: StepOf<'baseline'>): Promise<Outcome<unknown>> {
  const { app, actor, compound } = moment;
  const { baselines } = await app.get(ProgressDesk).current(actor, compound.code);
  const form = await filled(WorksBaselineForm, {
    ...{ weighing: step.weighing ?? 'money', reason: step.reason, onceKey: newKey() },
    seen: String(baselines.at(-1)?.number ?? 0),
  });
  return app.get(WorksBaselines).freeze(actor, compound.code, form);
}

/** Writes days down on which works stood still; without days it is the day of the step. */
export async function writeStop(moment: Moment, step: StepOf<'stop-window'>): Promise<Outcome<unknown>> {
  const { app, actor, compound, today, day } = moment;
  const items = await Promise.all((step.items ?? []).map((name) => workItemOf(moment, name)));
  const fromOn = step.from === undefined ? day : dayIn(step.from, today);
  const toOn = step.until === undefined ? fromOn : step.until && dayIn(step.until, today);
  const form = await filled(StopWindowForm, {
    ...{ kind: step.kind, fromOn, toOn: toOn ?? undefined, note: step.note },
    ...{ items: items.map(({ id }) => String(id)), onceKey: newKey() },
  });
  return app.get(StopWindows).write(actor, compound.code, form);
}

/** Answers the delay that is proposed for an item on this day. */
export async function answerDelay(moment: Moment, step: StepOf<'delay'>): Promise<Outcome<unknown>> {
  const { app, actor, compound } = moment;
  const { id } = await workItemOf(moment, step.item);
  const { compound: found, renovation } = await app.get(CompoundDesk).current(actor, compound.code);
  const { course } = await app.get(ProgressDesk).of(actor, found, renovation!);
  const proposal = course && delayProposals(course).find(({ itemId }) => itemId === id);
  if (!proposal) throw new Error(`${compound.code}: no delay is proposed for ${step.item}`);
  const form = await filled(DelayForm, {
    ...{ item: String(id), until: proposal.proposedFinishOn, decision: step.answer ?? 'granted' },
    ...{ note: step.note, onceKey: newKey() },
  });
  return app.get(Delays).answer(actor, compound.code, form);
}
