import { randomUUID } from 'node:crypto';
import { INestApplicationContext } from '@nestjs/common';
import { UserAccount } from '../../src/access/entities';
import { freezeWorks } from '../../src/domain/progress/baseline';
import { draft, sevenItems, untilEighthOfJune } from '../../src/domain/progress/given-progress';
import { PostRecord, PostValueRecord } from '../../src/posts/post.entities';
import { WorksBaselineRecord } from '../../src/progress/progress.entities';
import { toProgressItem } from '../../src/progress/progress.rows';
import { WorkItemRecord } from '../../src/works/work.entities';
import { write } from './portfolio';
import { insert } from './rows';
import type { GivenWorks } from './works-rows';

/** What was confirmed of one day: values by the names of items, in 0.01 of the unit or basis points; none is a day without work. */
export interface ConfirmedDay {
  on: string;
  values?: Record<string, number>;
  post?: Partial<PostRecord>;
}

/** Confirmed posts of a contract, put in as rows. */
export const givenPosts = (
  app: INestApplicationContext,
  { compoundId, renovationId, contractId, items }: GivenWorks,
  days: readonly ConfirmedDay[],
): Promise<number[]> =>
  write(app, async (tx) => {
    const { id: postedBy } = await tx.findOneByOrFail(UserAccount, { login: 'builder' });
    const { id: decidedBy } = await tx.findOneByOrFail(UserAccount, { login: 'watcher' });
    const ids: number[] = [];
    for (const { on, values = {}, post } of days) {
      const at = `${on}T10:00:00.000Z`;
      const id = await insert(tx, PostRecord, {
        ...{ uuid: randomUUID(), compoundId, renovationId, contractId, workedOn: on, sentAt: at },
        ...{ kind: Object.keys(values).length ? 'work' : 'stopped', state: 'confirmed' },
        ...{ fingerprint: randomUUID(), postedBy, decidedBy, decidedAt: at, ...post },
      });
      for (const [name, value] of Object.entries(values))
        await tx.insert(PostValueRecord, { postId: id, itemId: items[name], value });
      ids.push(id);
    }
    return ids;
  });

/** What was confirmed at 丰乐路106号院 until 8 June, day by day (case C1). */
export function confirmedUntilEighthOfJune(): ConfirmedDay[] {
  const nameOf = new Map(sevenItems.map(({ id, name }) => [id, name]));
  const days = [...new Set(untilEighthOfJune.map(({ on }) => on))].sort();
  return days.map((on) => ({
    on,
    values: Object.fromEntries(
      untilEighthOfJune
        .filter((one) => one.on === on)
        .map(({ itemId, value }) => [nameOf.get(itemId)!, value]),
    ),
  }));
}

/** The plan of these works, frozen on 12 May. */
export const givenBaseline = (
  app: INestApplicationContext,
  { compoundId, renovationId }: Pick<GivenWorks, 'compoundId' | 'renovationId'>,
): Promise<number> =>
  write(app, async (tx) => {
    const { id: setBy } = await tx.findOneByOrFail(UserAccount, { login: 'manager' });
    const items = await tx.find(WorkItemRecord, { where: { renovationId }, order: { line: 'ASC' } });
    const frozen = freezeWorks(undefined, draft(items.map(toProgressItem)), '2026-05-12');
    return insert(tx, WorksBaselineRecord, {
      ...{ compoundId, renovationId, number: 1, reason: null, weighing: 'money', quiet: [] },
      ...{ items: frozen.items, setOn: frozen.setOn, setBy, setAt: '2026-05-12T02:00:00.000Z' },
    });
  });
