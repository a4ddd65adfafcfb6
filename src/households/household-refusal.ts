import type { Blocker } from '../domain/kernel/blocker';
import { FormState, RawForm, formState } from '../platform/web/form';

/** In which field each reason of the law can be mended; reasons that are not named stand above the form. */
const fields: Record<string, string> = {
  'call.day': 'calledOn',
  'call.future': 'calledOn',
  'call.early': 'calledOn',
  'call.callers': 'callers',
  'call.outcome': 'outcome',
  'wish.text': 'wishText',
  'notice.title': 'title',
  'notice.body': 'body',
  'notice.places': 'places',
  'notice.future': 'postedOn',
  'notice.early': 'postedOn',
  'notice.order': 'endsOn',
};

/** A refused form as it was typed, each reason beside its field where it has one; a day is mended where it was typed. */
export function besideFields(raw: RawForm, blockers: readonly Blocker[]): FormState {
  const fieldOf = ({ code }: Blocker) =>
    fields[code] === 'calledOn' && raw.otherOn ? 'otherOn' : fields[code];
  const beside = blockers.filter(fieldOf);
  return formState(
    raw,
    beside.map((blocker) => ({ field: fieldOf(blocker), message: blocker.text })),
    blockers.filter((blocker) => !fieldOf(blocker)),
  );
}
