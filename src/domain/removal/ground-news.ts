// What the firms are told of the ground: an item became free, or is held back again. Of several changes of one item only
// the latest is told, and only until the firm has seen it (case C1: the shed was begun the day after the old ones went).

/** One change, as it was written down when it happened; a greater id is later. */
export interface GroundNews {
  id: number;
  line: number;
  change: 'freed' | 'held';
}

/** The latest change of each item, in the order of their ids. */
export function latestNews<News extends GroundNews>(changes: readonly News[]): News[] {
  const last = new Map<number, News>();
  for (const one of [...changes].sort((a, b) => a.id - b.id)) {
    last.delete(one.line);
    last.set(one.line, one);
  }
  return [...last.values()];
}

/** The sentence: 「公共车棚：场地已清，可以开工」. */
export const newsInWords = (item: string, change: GroundNews['change']): string =>
  `${item}：${change === 'freed' ? '场地已清，可以开工' : '场地受阻，暂不能开工'}`;
