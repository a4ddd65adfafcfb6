// What is finished or accepted stands as it was measured: a correction that waited meanwhile does not pull it below what was
// confirmed when it was called done; the item is sent back first (issue: values never fall without a reason; domain reference
// §1.3 G10, G11).
import type { Blocker } from '../kernel/blocker';
import { byOffice } from './blocked';
import type { KeptPost } from './daily-post';
import { stateOfCorrected } from './post-arrival';
import { confirmedSeries } from './told-values';
import { isWorkDone, valueInWords, WorkItem, workItemStateNames } from './work-item';

/** What speaks against confirming this post over items that are done? `posts` are those of the renovation, it among them. */
export function doneItemBlockers(
  post: Pick<KeptPost, 'id' | 'contractId' | 'workedOn'>,
  posts: readonly KeptPost[],
  items: readonly WorkItem[],
): Blocker[] {
  const then = posts.map((one): KeptPost => {
    if (one.id === post.id) return { ...one, state: 'confirmed' };
    const isReplaced =
      one.contractId === post.contractId && one.workedOn === post.workedOn && one.id < post.id;
    return isReplaced ? { ...one, state: stateOfCorrected(one.state, 'confirmed') } : one;
  });
  return items.filter(isWorkDone).flatMap((item) => {
    const [before, after] = [posts, then].map((told) => confirmedSeries(item.id, told).at(-1)?.value ?? 0);
    if (after >= before) return [];
    const falls = `从 ${valueInWords(before, item)}落到 ${valueInWords(after, item)}`;
    const text = `「${item.name}」${workItemStateNames[item.state]}，确认后会${falls}。确有返工的，请先把这一项退回施工`;
    return [byOffice('post-done-falls', text)];
  });
}
