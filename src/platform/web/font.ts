/** The size of letters a reader chose: '' 标准, 'l' 长辈版, 'xl' 特大字. */
export type Font = '' | 'l' | 'xl';

/** Reads the choice from the cookie header; anything unknown is the standard size. */
export function fontOf(cookieHeader: string | undefined): Font {
  const match = /(?:^|;\s*)font=(l|xl)(?:;|$)/.exec(cookieHeader ?? '');
  return (match?.[1] ?? '') as Font;
}
