import { Confirmer, confirmerBlockers, Doer, Supervision } from './confirming';
import { codesOf, engineer, manager, supervised } from './given-construction';

const micro: Supervision = { track: 'micro', supervisorFirmId: null };
const foreman: Doer = { userId: null, firmId: 10 };

describe('who confirms', () => {
  it.each<[string, Supervision, Confirmer, Doer, string[]]>([
    ['the supervisor of these works', supervised, engineer, foreman, []],
    ['the supervisor of other works', supervised, { ...engineer, firmId: 21 }, foreman, ['confirm-foreign']],
    ['the manager where there is a supervisor', supervised, manager, foreman, ['confirm-supervisor']],
    ['the manager of a micro renovation without one', micro, manager, foreman, []],
    [
      'the manager of a micro renovation with one',
      { ...micro, supervisorFirmId: 20 },
      manager,
      foreman,
      ['confirm-supervisor'],
    ],
    [
      'the manager of a district renovation without one',
      { ...supervised, supervisorFirmId: null },
      manager,
      foreman,
      ['confirm-no-supervisor'],
    ],
    ['the manager who posted it', micro, manager, { userId: 5, firmId: null }, ['confirm-own']],
    ['another manager of the same office', micro, manager, { userId: 6, firmId: null }, []],
    [
      'somebody of the firm that posted it',
      supervised,
      engineer,
      { userId: 8, firmId: 20 },
      ['confirm-own-firm'],
    ],
  ])('%s', (_, supervision, confirmer, doer, expected) => {
    expect(codesOf(confirmerBlockers(supervision, confirmer, doer))).toEqual(expected);
  });
});
