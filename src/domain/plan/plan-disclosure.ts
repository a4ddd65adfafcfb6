// What residents may read of a plan: what was fixed, and beside it what hangs in the yard and is not fixed yet; never a
// draft. Doors and phones that somebody wrote into a text are masked, and what it costs is told once it is fixed (domain
// reference §9.1).
import { redact } from '../disclosure/redaction';
import { itemClassOf } from '../renovation/items';
import { ItemComparison, compareItems } from './plan-comparison';
import type { PlanItem } from './plan-item';
import { PlanSheet, managementModeNames } from './plan-sheet';
import { inOrder, planTotal } from './plan-totals';
import type { PublicPlan, PublicPlanChange, PublicPlanItem } from './public-plan';
import { quantityInWords } from './quantity';

/** An item with the numbers of the wishes it answers. */
export type ItemToTell = PlanItem & { wishes: readonly number[] };

/** One version as the room knows it. */
export interface VersionToTell {
  number: number;
  fixedOn: string | null;
  reason: string | null;
  sheet: PlanSheet;
  notice: { postedOn: string; endsOn: string } | null;
  items: readonly ItemToTell[];
  drawings: PublicPlan['drawings'];
  /** What the version before had; null for the first. */
  before: readonly PlanItem[] | null;
}

/** The plan that residents read; null while nothing is fixed and nothing hangs. */
export function toPublicPlan(fixed: VersionToTell | null, posted: VersionToTell | null): PublicPlan | null {
  const told = fixed ?? posted;
  if (!told) return null;
  return {
    version: fixed?.number ?? null,
    fixedOn: fixed?.fixedOn ?? null,
    notice: told.notice,
    items: toItems(told.items),
    drawings: told.drawings.map((drawing) => ({ ...drawing, caption: masked(drawing.caption) })),
    management: managementOf(told.sheet),
    durationDays: told.sheet.durationDays,
    estimatedFen: fixed ? estimateOf(fixed.items) : null,
    changes: toChanges(told),
    changeReason: told.reason && masked(told.reason),
    proposed:
      fixed && posted?.notice
        ? {
            version: posted.number,
            notice: posted.notice,
            items: toItems(posted.items),
            changes: toChanges(posted),
            changeReason: posted.reason && masked(posted.reason),
          }
        : null,
  };
}

const masked = (text: string): string => redact(text).text;

const toItems = (items: readonly ItemToTell[]): PublicPlanItem[] =>
  inOrder(items).map((item) => ({
    class: itemClassOf(item.code),
    name: masked(item.name),
    quantity: quantityInWords(item.quantity, item.unit),
    place: item.place && masked(item.place),
    wishes: [...item.wishes],
  }));

/** What it comes to; null while an item is not estimated, because a part would be read as the whole. */
function estimateOf(items: readonly PlanItem[]): number | null {
  const { estimatedFen, withoutEstimate } = planTotal(items);
  return items.length > 0 && withoutEstimate === 0 ? estimatedFen : null;
}

function managementOf({ managementMode, managementNote }: PlanSheet): string | null {
  if (!managementMode) return null;
  const note = managementNote?.trim();
  return note
    ? `${managementModeNames[managementMode]}。${masked(note)}`
    : managementModeNames[managementMode];
}

const toChanges = ({ before, items }: VersionToTell): PublicPlanChange[] =>
  before ? compareItems<PlanItem>(before, items).flatMap(toChange) : [];

/** How much and where, as residents compare it; what only the office compares is no change to them. */
function toChange({ change, before, after }: ItemComparison<PlanItem>): PublicPlanChange[] {
  const said = (item: PlanItem | undefined) =>
    item
      ? [quantityInWords(item.quantity, item.unit), item.place?.trim() && masked(item.place.trim())]
          .filter(Boolean)
          .join('，')
      : null;
  const name = masked((after ?? before)!.name);
  const [old, now] = [said(before), said(after)];
  if (change === 'unchanged') return [];
  if (change !== 'changed') return [{ change, name, before: old, after: now }];
  const wasNamed = before!.name === after!.name ? '' : `${masked(before!.name)}，`;
  if (old === now && !wasNamed) return [];
  return [{ change, name, before: `${wasNamed}${old}`, after: now }];
}
