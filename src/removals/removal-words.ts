import { zoneLetter } from '../domain/removal/zone-draft';

/** A区: how a zone is called where there is little room. */
export const letterOf = ({ number }: { number: number }): string => `${zoneLetter(number)}区`;

/** The removal days of a compound; their room lies above. */
export const operationsLink = (code: string): string => `/compounds/${code}/operations`;
