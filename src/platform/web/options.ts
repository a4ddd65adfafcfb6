import { Option } from './figures';

/** Words keyed by their stored value, as the options of a select, a radio group or check boxes. */
export const toOptions = (names: Record<string, string>): Option[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** The stored values of such words, in their order. */
export const keysOf = <Key extends string>(names: Record<Key, unknown>): Key[] => Object.keys(names) as Key[];
