// Makes the label of a column comparable: blanks and line breaks inside it, full width, brackets, colons and
// traditional characters must not hide what it says; a unit is taken out and kept.
// Rule drawn from real headers: header cells such as 「楼栋数（栋）」, 「戶 數：」, 「占地面积㎡」.
import { plain } from './simple-characters';
import { trailingUnits, unitNamed } from './units';

/** What a column label says: the comparable key, the same with what stood in brackets, and the unit. */
export interface Label {
  key: string;
  withBrackets: string;
  unit: string;
}

const brackets = /[([{【〔〈《]([^()[\]{}【】〔〕〈〉《》]*)[)\]}】〕〉》]/g;
const marks = /[:*.。,、;"'“”‘’_\-—–/\\·・()[\]{}【】〔〕〈〉《》?!|]/g;

/** Reads a label as it stands in the file. Only its first 100 characters count. */
export function readLabel(text: string): Label {
  const whole = plain(text.slice(0, 100));
  let unit = '';
  const outside = whole.replace(brackets, (_, inside: string) => {
    const named = inside.startsWith('单位:') ? inside.slice(3) : inside;
    if (unit === '' && unitNamed(named)) unit = named;
    return '';
  });
  let key = outside.replace(marks, '');
  if (unit === '') {
    const trailing = trailingUnits.find((end) => key.length > end.length && key.endsWith(end)) ?? '';
    unit = trailing;
    key = key.slice(0, key.length - trailing.length);
  }
  const withBrackets = whole.replace(marks, '');
  return { key: key || withBrackets, withBrackets, unit };
}

/** The comparable form of a label alone. */
export const labelKey = (text: string): string => readLabel(text).key;
