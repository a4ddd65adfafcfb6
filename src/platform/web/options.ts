import { Option } from './figures';

/** Words keyed by their stored value, as the options of a select, a radio group or check boxes. */
export const toOptions = (names: Record<string, string>): Option[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** The stored values of such words, in their order. */
export const keysOf = <Key extends string>(names: Record<Key, unknown>): Key[] => Object.keys(names) as Key[];

/** The same with the chosen one marked, for fields that a template prints by itself. */
export const toChosen = (names: Record<string, string>, value: string): Option[] =>
  toOptions(names).map((option) => ({ ...option, selected: option.value === value }));

/** Is this text one of the stored values of such words? */
export const isKeyOf = <Key extends string>(
  names: Partial<Record<Key, unknown>>,
  text: string | undefined,
): text is Key => text !== undefined && Object.hasOwn(names, text);
