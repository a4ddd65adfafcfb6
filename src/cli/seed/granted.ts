import type { Type } from '@nestjs/common';
import type { Outcome } from '../../domain/kernel/outcome';
import { Posted, RawForm, asForm } from '../../platform/web/form';

/** The value of an outcome; a refusal means that the demo tells something the law forbids, and stops it. */
export function granted<T>(outcome: Outcome<T>, about: string): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`${about}: ${outcome.blockers.map(({ text }) => text).join('；')}`);
}

/** The form as the page would post it, through the same checks. */
export async function filled<T extends object>(form: Type<T>, raw: Record<string, unknown>): Promise<T> {
  const typed = Object.entries(raw).filter(([, value]) => value !== undefined);
  const pipe = new (asForm(form))();
  const posted = await pipe.transform(Object.fromEntries(typed) as RawForm, { type: 'body' });
  const { value, errors } = posted as Posted<T>;
  if (errors.length) throw new Error(`${form.name}: ${errors.map(({ message }) => message).join('；')}`);
  return value;
}
