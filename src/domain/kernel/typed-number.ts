// How people type a number: full-width or not, with spaces, with commas that group thousands. A comma that does not stand
// before three digits may have been meant as a point, so it stays and makes the number unreadable (house rule).

/** The typed figure without spaces and grouping commas, in plain characters: '１，６７７．５' is '1677.5', '15,5' stays. */
export const plainFigure = (text: string): string =>
  text.normalize('NFKC').replace(/\s|,(?=\d{3}(?!\d))/g, '');
