import type { Blocker } from '../domain/kernel/blocker';
import { FieldError, FormState, RawForm, formState } from '../platform/web/form';

/** In which field each reason of the law can be mended; reasons that are not named stand above the form. */
const fieldOf: Record<string, string> = {
  'move.reason': 'reason',
  'baseline.reason': 'reason',
  'forecast.reason': 'reason',
  'forecast.answerable': 'answerable',
  'forecast.past': 'endOn',
  'milestone.note': 'note',
  'milestone.future': 'happenedOn',
  'milestone.early': 'happenedOn',
  'milestone.document': 'document',
  'milestone.outcome': 'outcome',
  'milestone.gate': 'gates',
  'milestone.none': 'gates',
  'override.reason': 'reason',
  'override.law': 'gate',
  'override.needless': 'gate',
  'override.warning': 'gate',
  'override.unknown': 'gate',
};

/** The form as it was typed with every reason against it, beside its field where it has one. */
export function formWithReasons(
  raw: RawForm | Record<string, unknown>,
  blockers: readonly Blocker[],
  errors: readonly FieldError[] = [],
): FormState {
  const inField = blockers.filter(({ code }) => fieldOf[code]);
  const above = blockers.filter(({ code }) => !fieldOf[code]);
  const beside = inField.map(({ code, text }) => ({ field: fieldOf[code], message: text }));
  return formState(raw, [...errors, ...beside], above);
}
