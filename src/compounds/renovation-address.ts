import { queryNumber } from '../platform/web/address';
import type { Renovation } from './renovation.entities';

/** Which renovation of its compound does an address ask for (`?renovation=`)? undefined for the current one. */
export const askedRenovation = (asked: unknown): number | undefined => queryNumber(asked) || undefined;

/** How is this renovation asked for in an address? Not at all where it is the current one, or there is none. */
export const sequenceOf = (
  renovation: Pick<Renovation, 'isCurrent' | 'sequence'> | null | undefined,
): number | undefined => (renovation && !renovation.isCurrent ? renovation.sequence : undefined);
