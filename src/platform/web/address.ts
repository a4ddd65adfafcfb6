/** Writes a list's state into its address, leaving out what is empty. */
export function withQuery(
  path: string,
  query: Record<string, string | number | boolean | undefined>,
): string {
  const entries = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== '' && value !== 0 && value !== false)
    .map(([key, value]): [string, string] => [key, value === true ? '1' : String(value)]);
  return entries.length ? `${path}?${new URLSearchParams(entries).toString()}` : path;
}

/** One value of a query, whatever was sent: the first of several, at most `max` characters. */
export function queryText(value: unknown, max = 100): string {
  const one = Array.isArray(value) ? value[0] : value;
  return typeof one === 'string' ? one.slice(0, max) : '';
}

/** A whole number from 1 in a query; 0 when it is none. */
export function queryNumber(value: unknown): number {
  const text = queryText(value, 12);
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

/** An address of this site as it stands in the query of another: '/compounds?q=a&page=2' keeps its second part. */
export const inQuery = (path: string): string => encodeURIComponent(path).replaceAll('%2F', '/');
