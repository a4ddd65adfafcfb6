import { workCalendar } from '../removal/given-removal';
import { charging, walls } from './given-construction';
import { plannedValueOn } from './planned-value';

const planned = (day: string, change = {}) =>
  plannedValueOn({ ...charging(change), traits: [] }, day, workCalendar);

describe('where an item should be', () => {
  // Thirty sets from Monday 1 June to Friday 12 June 2026: ten working days, three sets a day.
  it.each([
    ['before it begins', '2026-05-31', 0],
    ['after its first day', '2026-06-01', 3_00],
    ['after its first week', '2026-06-05', 15_00],
    ['after the weekend', '2026-06-07', 15_00],
    ['the day before the last', '2026-06-11', 27_00],
    ['on its last day', '2026-06-12', 30_00],
    ['long after', '2026-07-12', 30_00],
  ])('%s', (_, day, expected) => {
    expect(planned(day)).toBe(expected);
  });

  it('is a share where it is told as one, and all of it where its days hold no working day', () => {
    expect(plannedValueOn({ ...walls(), traits: [] }, '2026-06-12', workCalendar)).toBe(100_00);
    const weekend = { plannedStartOn: '2026-06-06', plannedFinishOn: '2026-06-07' };
    expect([planned('2026-06-06', weekend), planned('2026-06-07', weekend)]).toEqual([0, 30_00]);
  });
});
