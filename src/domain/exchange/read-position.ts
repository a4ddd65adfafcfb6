// Reads where a compound lies: longitude and latitude in decimal degrees. Lists swap the two, so they are told apart
// by their size: within China longitude is 73 to 136, latitude 3 to 54.
import { blank, figureText, read, Reading, saysNothing, unreadable, unreadableAnyway } from './reading';

/** A point in decimal degrees, as the list has it; lists do not say their coordinate system. */
export interface Position {
  longitude: number;
  latitude: number;
}

const degrees = /^(?:东经|北纬|e|n)?([0-9]{1,3}(?:\.[0-9]{1,16})?)(?:°|度|e|n)?$/;
const isLongitude = (value: number): boolean => value >= 73 && value <= 136;
const isLatitude = (value: number): boolean => value >= 3 && value <= 54;

/** The point in a column that holds both. */
export function readPosition(text: string): Reading<Position> {
  const comparable = figureText(text);
  if (saysNothing(comparable)) return blank;
  const broken = unreadableAnyway(text);
  if (broken) return broken;
  const parts = comparable.split(/[,;、/|]/).filter((part) => part !== '');
  if (parts.length !== 2) return unreadable('不是经纬度', '请写成如「113.637,34.814」');
  return together(parts[0], parts[1]);
}

/** The point in two columns, whichever of them holds which. */
export function readPositionFrom(longitudeText: string, latitudeText: string): Reading<Position> {
  const parts = [longitudeText, latitudeText].map(figureText);
  if (parts.every(saysNothing)) return blank;
  if (parts.some(saysNothing)) return unreadable('只有经纬度中的一个', '请补上另一个，或两个都留空');
  return together(parts[0], parts[1]);
}

function together(first: string, second: string): Reading<Position> {
  const values = [first, second].map((part) => Number(degrees.exec(part)?.[1] ?? Number.NaN));
  if (values.some(Number.isNaN)) return unreadable('不是经纬度', '请写成如「113.637,34.814」');
  const [a, b] = values;
  if (isLongitude(a) && isLatitude(b)) return read({ longitude: a, latitude: b });
  if (isLongitude(b) && isLatitude(a)) {
    return read({ longitude: b, latitude: a }, { note: '经度和纬度写反了，已对调' });
  }
  return unreadable('不在中国境内', '请核对经纬度');
}
