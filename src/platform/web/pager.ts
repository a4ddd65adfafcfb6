import { Pager } from './figures';

/** The pages of a list: where one is, the neighbours, and the ends; `linkTo` builds the address of a page. */
export function toPager(page: number, total: number, size: number, linkTo: (page: number) => string): Pager {
  const last = Math.max(1, Math.ceil(total / size));
  const from = total === 0 ? 0 : (page - 1) * size + 1;
  const text = `共 ${total} 条${total ? `，这里是第 ${from} 至 ${Math.min(total, page * size)} 条` : ''}`;
  if (last === 1) return { text };
  const shown = [...new Set([1, page - 1, page, page + 1, last])].filter((one) => one >= 1 && one <= last);
  return {
    text,
    previous: page > 1 ? linkTo(page - 1) : undefined,
    next: page < last ? linkTo(page + 1) : undefined,
    pages: shown.flatMap((one, index) => {
      const gap = index > 0 && one - shown[index - 1] > 1 ? [{ label: '…', gap: true }] : [];
      return [...gap, { label: String(one), link: linkTo(one), current: one === page }];
    }),
  };
}
