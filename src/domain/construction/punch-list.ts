// The punch list (收尾清单): what is still to be done before the works are handed over for acceptance. It gathers findings
// that are not closed, photo points without their picture after the works and items that are not accepted (domain reference
// §1.3 G11; field lessons B10: 「缺后照」 holds completion back).
import type { Blocker } from '../kernel/blocker';
import type { CalendarDate } from '../kernel/calendar-date';
import { byOffice } from './blocked';
import { Finding, findingInWords, isFindingOpen } from './finding';
import { isItemCounted, WorkItem, workItemStateNames } from './work-item';

/** What kind of thing is still to be done? */
export type PunchKind = 'item' | 'finding' | 'photo';

/** What is each called? */
export const punchKindNames: Record<PunchKind, string> = {
  item: '未完项目',
  finding: '未整改问题',
  photo: '缺完工照片',
};

/** One line of the list; `id` is that of the item, the finding or the point. */
export interface PunchLine {
  kind: PunchKind;
  id: number;
  what: string;
  standing: string;
  dueOn: CalendarDate | null;
}

/** What the list is made from; `pointsWithoutAfter` are fixed photo points that were shown before and not after. */
export interface PunchSources {
  items: readonly Pick<WorkItem, 'id' | 'name' | 'state'>[];
  findings: readonly Pick<Finding, 'id' | 'what' | 'place' | 'state' | 'dueOn'>[];
  pointsWithoutAfter: readonly { id: number; name: string }[];
}

/** Everything that is still to be done; findings in the order they are due. */
export function punchList(
  { items, findings, pointsWithoutAfter }: PunchSources,
  today: CalendarDate,
): PunchLine[] {
  const open = findings.filter(isFindingOpen).sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
  return [
    ...items
      .filter((item) => isItemCounted(item) && item.state !== 'accepted')
      .map(({ id, name, state }) => ({
        ...{ kind: 'item' as const, id, what: name },
        ...{ standing: workItemStateNames[state], dueOn: null },
      })),
    ...open.map((one) => ({
      ...{ kind: 'finding' as const, id: one.id, what: `${one.place}：${one.what}` },
      ...{ standing: findingInWords(one, today), dueOn: one.dueOn },
    })),
    ...pointsWithoutAfter.map(({ id, name }) => ({
      ...{ kind: 'photo' as const, id, what: name },
      ...{ standing: '缺完工后的照片', dueOn: null },
    })),
  ];
}

/** What speaks against saying that the works are ready for acceptance? */
export function readyBlockers(list: readonly PunchLine[]): Blocker[] {
  return (Object.keys(punchKindNames) as PunchKind[]).flatMap((kind) => {
    const count = list.filter((line) => line.kind === kind).length;
    if (count === 0) return [];
    return [byOffice(`punch-${kind}`, `收尾清单还有 ${count} 项${punchKindNames[kind]}，请逐项办完`)];
  });
}
