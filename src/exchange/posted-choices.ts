import { Decision } from '../domain/exchange/row-step';
import { StreetPlace } from '../domain/exchange/places';
import { RegisterField, registerFieldKeys } from '../domain/exchange/register-values';
import { ImportReviewForm } from './imports.forms';
import { RowChoices } from './imports.service';

/** What a person chose for the rows on one page, read from the posted preview. */
export function rowChoicesOf(form: ImportReviewForm): RowChoices {
  const taken = new Map<number, RegisterField[]>();
  for (const entry of form.taken) {
    const [row, field] = entry.split('.');
    const known = registerFieldKeys.find((key) => key === field);
    if (known) taken.set(Number(row), [...(taken.get(Number(row)) ?? []), known]);
  }
  const decisions = new Map<number, Decision>();
  for (const entry of form.decisions) {
    const [row, decision] = entry.split('=');
    decisions.set(Number(row), decision as Decision);
  }
  return { shown: form.shown.map(Number), taken, decisions };
}

/** The place chosen for rows that name none ('' for none); undefined when it is not one of these. */
export function placeChosen(
  text: string,
  streets: readonly StreetPlace[],
): { defaultStreetId?: number; defaultCommunityId?: number } | undefined {
  if (text === '') return {};
  for (const { id, communities } of streets) {
    if (text === `s${id}`) return { defaultStreetId: id };
    const community = communities.find((one) => text === `c${one.id}`);
    if (community) return { defaultStreetId: id, defaultCommunityId: community.id };
  }
  return undefined;
}
