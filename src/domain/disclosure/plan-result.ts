// What of a plan may everybody read? What is fixed and what hangs in the yard, never a draft; what it would cost only once
// it is fixed (domain reference §9.1, §7.1).
import type { CalendarDate } from '../kernel/calendar-date';
import type { PublicPlan, PublicPlanChange, PublicPlanItem, PublicProposal } from '../plan/public-plan';

/** Hides in a text what everybody may not read. */
export type Mask = (text: string) => string;

/** Takes out of a plan what is public today; null for a draft. */
export function publicPlan(plan: PublicPlan, mask: Mask, today: CalendarDate): PublicPlan | null {
  const { version, fixedOn, drawings, management, durationDays, estimatedFen, proposed } = plan;
  const notice = plan.notice && plan.notice.postedOn <= today ? plan.notice : null;
  if (version === null && !notice) return null;
  return {
    ...{ version, fixedOn },
    notice: notice && daysOf(notice),
    items: plan.items.map((item) => publicItem(item, mask)),
    drawings: drawings.map(({ publicId, caption, width, height }) => ({
      ...{ publicId, caption: mask(caption), width, height },
    })),
    management: management && mask(management),
    ...changesOf(plan, mask),
    durationDays: durationDays ?? null,
    estimatedFen: version === null ? null : (estimatedFen ?? null),
    proposed: proposed && proposed.notice.postedOn <= today ? publicProposal(proposed, mask) : null,
  };
}

const publicProposal = (proposal: PublicProposal, mask: Mask): PublicProposal => ({
  version: proposal.version,
  notice: daysOf(proposal.notice),
  items: proposal.items.map((item) => publicItem(item, mask)),
  ...changesOf(proposal, mask),
});

const publicItem = (item: PublicPlanItem, mask: Mask): PublicPlanItem => {
  const { name, quantity, place, wishes } = item;
  return { class: item.class, name: mask(name), quantity, place: place && mask(place), wishes: [...wishes] };
};

const changesOf = (
  { changes, changeReason }: { changes: readonly PublicPlanChange[]; changeReason: string | null },
  mask: Mask,
) => ({
  changes: changes.map(({ change, name, before, after }) => ({
    ...{ change, name: mask(name), before: before && mask(before), after: after && mask(after) },
  })),
  changeReason: changeReason && mask(changeReason),
});

const daysOf = ({ postedOn, endsOn }: PublicProposal['notice']): PublicProposal['notice'] => ({
  ...{ postedOn, endsOn },
});
