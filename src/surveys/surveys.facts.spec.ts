import { surveyOf } from './surveys.facts';

const first = { id: 1, sequence: 1, closedOn: '2026-07-11' };
const second = { id: 2, sequence: 2, closedOn: null };
const survey = (number: number, renovationId: number | null, openedOn: string) => ({
  number,
  renovationId,
  openedOn,
});

describe('which survey speaks for a renovation', () => {
  it('the latest one made for it', () => {
    const surveys = [survey(1, 1, '2026-03-02'), survey(2, 1, '2026-04-02'), survey(3, 2, '2026-08-01')];
    expect(surveyOf(1, [first, second], surveys)?.number).toBe(2);
    expect(surveyOf(2, [second, first], surveys)?.number).toBe(3);
  });

  it('not that of an earlier renovation: a second one is surveyed anew', () => {
    expect(surveyOf(2, [first, second], [survey(1, 1, '2026-03-02')])).toBeUndefined();
  });

  it.each([
    ['before the first was opened', '2026-02-01', 1],
    ['the day before the first was over', '2026-07-10', 1],
    ['the day the first was over', '2026-07-11', 2],
    ['between two renovations', '2026-07-20', 2],
  ])('one begun without a renovation, %s, belongs to the first that was not over', (_, openedOn, owner) => {
    const surveys = [survey(1, null, openedOn)];
    const owners = [1, 2].filter((id) => surveyOf(id, [first, second], surveys));
    expect(owners).toEqual([owner]);
  });
});
