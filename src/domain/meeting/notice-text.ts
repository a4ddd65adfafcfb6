// How a longer notice is laid out: numbered headings, each with its words.

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八'];

/** The parts of a notice one under the other; a part without words is left out. */
export const inParts = (parts: readonly (readonly [heading: string, text: string])[]): string =>
  parts
    .filter(([, text]) => text !== '')
    .map(([heading, text], at) => `${numerals[at]}、${heading}\n${text}`)
    .join('\n\n');
