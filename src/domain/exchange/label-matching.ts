// Decides which field a column label means: the table of known labels first, likeness only as a suggestion that a
// person confirms, and never across an antonym. The bound 0.34 of relative distance was measured on real headers:
// absolute distance 2, the usual default, took 案名 for 地址 and 房屋数 for 楼栋数.
import { ImportField } from './import-fields';
import { Label } from './label';
import { groupTurnsAway, standsAgainst } from './label-sides';
import { fieldKnownAs, knownLabels } from './known-labels';

/** The largest share of a label that may differ for a suggestion. */
export const likenessBound = 0.34;

/** What a label is taken for: known for sure, or only like another label and waiting for a person's yes. */
export interface LabelMatch {
  field: ImportField;
  sure: boolean;
  likeLabel: string;
}

/** Which field does this label mean, under that group heading if it has one? */
export function matchLabel(leaf: Label, group?: Label): LabelMatch | undefined {
  return knownMatch(leaf, group) ?? likeliest(leaf.key);
}

/** The field this label is known to mean, without guessing. */
export function knownMatch(leaf: Label, group?: Label): LabelMatch | undefined {
  const spellings = group
    ? [group.key + leaf.key, leaf.key + group.key, leaf.withBrackets, leaf.key]
    : [leaf.withBrackets, leaf.key];
  for (const spelling of spellings) {
    const field = fieldKnownAs(spelling);
    if (field && !(group && groupTurnsAway(group.key, field)))
      return { field, sure: true, likeLabel: spelling };
  }
  return undefined;
}

function likeliest(key: string): LabelMatch | undefined {
  let best: LabelMatch | undefined;
  let bestDistance = likenessBound;
  for (const [field, labels] of Object.entries(knownLabels) as [ImportField, readonly string[]][]) {
    if (standsAgainst(key, field)) continue;
    for (const label of labels) {
      const distance = relativeDistance(key, label);
      if (distance < bestDistance || (distance === bestDistance && !best)) {
        best = { field, sure: false, likeLabel: label };
        bestDistance = distance;
      }
    }
  }
  return best;
}

/** How much of the longer label differs: edits divided by its length, 0 alike to 1. */
export function relativeDistance(first: string, second: string): number {
  const longer = Math.max(first.length, second.length);
  if (longer === 0) return 0;
  if (Math.abs(first.length - second.length) / longer > likenessBound) return 1;
  let row = Array.from({ length: second.length + 1 }, (_, index) => index);
  for (let i = 1; i <= first.length; i++) {
    const next = [i];
    for (let j = 1; j <= second.length; j++) {
      const change = first[i - 1] === second[j - 1] ? 0 : 1;
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + change));
    }
    row = next;
  }
  return row[second.length] / longer;
}
