import { Blocker } from '../../domain/kernel/blocker';
import { stale } from '../database/unit-of-work';
import { FieldError, FormState, RawForm, formState } from './form';

/** Was the page older than the record? */
export const isStale = (blockers: readonly Blocker[]): boolean =>
  blockers.some(({ code }) => code === stale.code);

/**
 * A refused form as it was typed. Where somebody else was faster it carries the version of now, so that it can be
 * saved once the person has looked at what is stored.
 */
export function refusedForm(
  raw: RawForm,
  blockers: readonly Blocker[],
  current: { version: number },
): FormState {
  return formState(isStale(blockers) ? { ...raw, version: current.version } : raw, [], blockers);
}

/** Reasons against files, said beside their field. */
export const besideField = (field: string, blockers: readonly Blocker[]): FieldError[] =>
  blockers.map(({ text }) => ({ field, message: text }));
