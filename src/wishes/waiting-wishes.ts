import type { PostedNoticeLine } from '../compounds/posted-notices';
import type { WaitingItem } from '../compounds/waiting-work';
import { groupBy } from '../domain/kernel/group';
import type { WishRecord } from './wish.entities';
import { answerDueOn } from './wish-words';
import { wishPaths } from './wishes.paths';

/** A wish that waits for an answer, or an answered one that residents cannot read yet, with its compound. */
export type WaitingWish = Pick<
  WishRecord,
  'id' | 'compoundId' | 'kind' | 'state' | 'heardOn' | 'noticeId' | 'renovationId'
> & { code: string; name: string };

/** What waits, gathered by compound: objections by their notice, wishes once their days are over, answers unseen. */
export function toWaitingWishes(
  wishes: readonly WaitingWish[],
  notices: ReadonlyMap<number, PostedNoticeLine>,
  today: string,
): WaitingItem[] {
  const open = wishes.filter(({ state }) => state === 'open');
  const objections = open.filter(({ kind }) => kind === 'objection');
  const late = open.filter(({ kind, heardOn }) => kind === 'wish' && answerDueOn(heardOn) < today);
  const unseen = wishes.filter(({ state }) => state !== 'open');
  return [
    ...[...groupBy(objections, ({ code, noticeId }) => `${code} ${noticeId}`).values()].map((group) =>
      toObjections(group, notices),
    ),
    ...[...groupBy(late, ({ code }) => code).values()].map((group) => ({
      ...about(group, earliest(group.map(({ heardOn }) => answerDueOn(heardOn)))),
      what: `${group.length} 条心愿超过期限没有答复`,
      why: '居民等着知道结果：列入方案、说明原因或另行办理',
      action: { label: '去答复', link: linkOf(group, { state: 'open', kind: 'wish' }) },
    })),
    ...[...groupBy(unseen, ({ code }) => code).values()].map((group) => ({
      ...about(group, null),
      what: `${group.length} 条意见已答复，居民还看不到`,
      why: '看过「居民看到的文字」以后才公开',
      action: { label: '去看看', link: linkOf(group, { unseen: true }) },
    })),
  ];
}

function toObjections(
  group: readonly WaitingWish[],
  notices: ReadonlyMap<number, PostedNoticeLine>,
): WaitingItem {
  const [{ noticeId }] = group;
  const notice = noticeId === null ? undefined : notices.get(noticeId);
  const dueOn = earliest(group.map(({ heardOn }) => answerDueOn(heardOn, notice?.endsOn)));
  return {
    ...about(group, dueOn),
    what: notice ? `「${notice.title}」有 ${group.length} 条异议待答复` : `${group.length} 条异议待答复`,
    why: '每条异议答复后，方案才能确定',
    action: {
      label: '去答复',
      link: linkOf(group, { state: 'open', kind: 'objection', notice: noticeId ?? undefined }),
    },
  };
}

const about = ([{ compoundId, name }]: readonly WaitingWish[], dueOn: string | null) => ({
  kind: '居民意见',
  compoundId,
  where: name,
  dueOn,
});

/** To the wish itself where it is the only one, else to the list narrowed to them. */
const linkOf = (group: readonly WaitingWish[], query: Parameters<typeof wishPaths.index>[1]): string =>
  group.length === 1 ? wishPaths.show(group[0].id) : wishPaths.index(group[0].code, query);

const earliest = (days: readonly string[]): string => [...days].sort()[0];
