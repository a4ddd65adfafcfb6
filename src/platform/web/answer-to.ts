import type { Outcome } from '../../domain/kernel/outcome';
import { FormState, Posted, formState } from './form';
import { isStale, refusedForm } from './form-again';
import { Answer, refused, SeeOther, seeOther } from './page';

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

/** The same for a form that writes something new: no record can be newer than its page. */
export const answerToNew = <Form, P extends object>(
  form: Posted<Form>,
  { take, again, said }: Omit<Taking<Form, P>, 'again'> & { again: (state: FormState) => Promise<P> },
): Promise<Answer<P>> => answerTo(form, { take, again: (stateOf) => again(stateOf({ version: 0 })), said });

/** Back to where the steps are offered, for a form that names none there is; null where it names one. */
export const withoutStep = ({ errors }: Pick<Posted<object>, 'errors'>, link: string): SeeOther | null =>
  errors.some(({ field }) => field === 'step') ? seeOther(link, '请在页面上选择要办理的事项') : null;
