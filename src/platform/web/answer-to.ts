import type { Outcome } from '../../domain/kernel/outcome';
import { FormState, Posted, formState } from './form';
import { isStale, refusedForm } from './form-again';
import { Answer, refused, seeOther } from './page';

/** A form as it is shown, told which version of its record is the one of now. */
export type StateOf = (now: { version: number }) => FormState;

interface Taking<Form, P> {
  take: (value: Form) => Promise<Outcome<string>>;
  /** The page of the form once more; `wasStale` where somebody else was faster. */
  again: (stateOf: StateOf, wasStale: boolean) => Promise<P>;
  /** What is said once it is done. */
  said: string;
}

/** Takes what a form asks for and goes on to where that leads; refused, the page stands again as it was typed. */
export async function answerTo<Form, P extends object>(
  { value, raw, errors }: Posted<Form>,
  { take, again, said }: Taking<Form, P>,
): Promise<Answer<P>> {
  if (errors.length) return refused(await again(() => formState(raw, errors), false));
  const outcome = await take(value);
  if (outcome.ok) return seeOther(outcome.value, said);
  const { blockers } = outcome;
  return refused(await again((now) => refusedForm(raw, blockers, now), isStale(blockers)));
}
