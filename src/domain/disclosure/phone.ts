// How a phone number is set, so that a person over sixty can read it out and a phone can dial it.

/** A number as it is read and as it is dialled. */
export interface PublicPhone {
  words: string;
  dial: string;
}

const shapes: [RegExp, string][] = [
  [/^(1\d{2})(\d{4})(\d{4})$/, '$1 $2 $3'],
  [/^(010|02\d)(\d{4})(\d{4})$/, '$1-$2 $3'],
  [/^(0\d{3})(\d{4})(\d{4})$/, '$1-$2 $3'],
  [/^(0\d{3})(\d{3})(\d{4})$/, '$1-$2 $3'],
];

/** Sets a stored number in groups; one of an unknown shape stays as it is. */
export function publicPhone(stored: string): PublicPhone | null {
  const dial = stored.normalize('NFKC').replace(/[^\d+]/g, '');
  if (dial === '') return null;
  const shape = shapes.find(([pattern]) => pattern.test(dial));
  return { words: shape ? dial.replace(...shape) : dial, dial };
}
