// How is a compound's name set on its door plate? 丰乐路 106 号院: the road small, the number large, as on the wall.

/** The three parts of a plate; a name without a house number is all `road`. */
export interface Plate {
  road: string;
  number: string;
  suffix: string;
}

const houseNumber = /^(\D*?)([甲乙丙丁]?\d+(?:[-－—之]\d+)*)([号院].*)$/;

/** Splits a name into its parts; full-width digits become plain ones. */
export function plateOf(name: string): Plate {
  const plain = name.trim().replace(/[０-９]/g, (digit) => digit.normalize('NFKC'));
  const match = houseNumber.exec(plain);
  if (!match) return { road: plain, number: '', suffix: '' };
  const [, road, number, suffix] = match;
  return { road, number, suffix };
}
