// The dig of 汝河小区 as the tests tell it (case C3): rain and sewage are parted, water and gas pipes are laid in the same
// trench, then asphalt, brick paths and solar lamps. Quantities and days are made up.
import type { DigRecord } from './dig-conflicts';
import type { GroundItem, UtilityRequest } from './one-dig';

/** Two zones: the main road and the courts between the buildings. */
export const digZones = [
  { id: 1, name: 'A区' },
  { id: 2, name: 'B区' },
];

const item = (
  id: number,
  name: string,
  work: GroundItem['work'],
  more: Pick<GroundItem, 'zones' | 'utility' | 'fromOn' | 'untilOn'>,
): GroundItem => ({ id, name, work, ...more });

/** As it should be: one trench, then everything is covered once. */
export const onceDug: readonly GroundItem[] = [
  item(1, '雨污分流', 'digs', span([1, 2], 'drainage', '2026-04-01', '2026-04-20')),
  item(2, '供水管改造', 'digs', span([1, 2], 'water', '2026-04-13', '2026-04-27')),
  item(3, '燃气管改造', 'digs', span([1], 'gas', '2026-04-27', '2026-04-30')),
  item(4, '太阳能路灯', 'digs', span([2], null, '2026-04-28', '2026-04-30')),
  item(5, '沥青路面', 'covers', span([1], null, '2026-05-06', '2026-05-12')),
  item(6, '铺砖小路', 'covers', span([2], null, '2026-05-06', '2026-05-15')),
];

/** The same items, some of them changed, by their names. */
export const dug = (change: Partial<Record<string, Partial<GroundItem>>>): GroundItem[] =>
  onceDug.map((one) => ({ ...one, ...change[one.name] }));

/** What a utility said; it joins unless it said something else. */
export const request = (
  utility: UtilityRequest['utility'],
  change: Partial<UtilityRequest> = {},
): UtilityRequest => ({
  ...{ utility, askedOn: '2026-03-02', answeredOn: '2026-03-10', answer: 'joins' },
  ...{ fromOn: null, untilOn: null, zones: [], ...change },
});

/** Every utility was asked and answered: drainage, water and gas join, the others have nothing there. */
export const everyoneAsked: readonly UtilityRequest[] = [
  ...(['drainage', 'water', 'gas'] as const).map((utility) => request(utility)),
  ...(['heat', 'power', 'telecom'] as const).map((utility) => request(utility, { answer: 'nothing' })),
];

/** The dig of 汝河小区, all of it as it should be unless it is changed. */
export const dig = (change: Partial<DigRecord> = {}): DigRecord => ({
  ...{ items: onceDug, requests: everyoneAsked, zones: digZones, ...change },
});

function span(zones: number[], utility: GroundItem['utility'], fromOn: string, untilOn: string) {
  return { zones, utility, fromOn, untilOn };
}
