import {
  structureStateNames,
  StructureState,
  structureStates,
} from '../../src/domain/removal/structure-states';
import type { StructureStep } from '../../src/domain/removal/structure-lifecycle';
import { UserAccount } from '../../src/access/entities';
import { StructureEvent, StructureRecord } from '../../src/structures/structure.entities';
import { House, openHouse } from '../support/app';
import { toMend } from '../support/pages';
import { Person } from '../support/person';
import { removalResult, stepPath } from '../support/removal-forms';
import { givenStructure } from '../support/removal-rows';
import { openedRenovation } from '../support/renovation';
import { untouched } from '../support/rows';

jest.setTimeout(180_000);

/** Every step by its name on the button, the states it may be taken in, and whether the street manager alone takes it. */
const arrows: Record<StructureStep, [label: string, from: StructureState[], managerOnly?: boolean]> = {
  'check-ownership': ['转权属核查', ['standing', 'agreed']],
  'settle-ownership': ['登记核查结果', ['ownership-check']],
  agree: ['登记同意拆除', ['standing']],
  'withdraw-agreement': ['登记反悔', ['agreed']],
  remove: ['登记拆除', ['agreed']],
  'remove-by-force': ['登记强制拆除', ['standing'], true],
  verify: ['复核销号', ['removed']],
  'send-back': ['退回，没有拆到位', ['removed']],
  'retain-legal': ['认定合法，保留', ['standing', 'ownership-check'], true],
  'retain-rectified': ['整改后保留', ['standing', 'agreed'], true],
  'scope-out': ['划出施工范围', ['standing', 'ownership-check', 'agreed'], true],
  reopen: ['重新打开', ['verified', 'retained-legal', 'retained-rectified', 'scoped-out']],
  'strike-out': ['撤销登记', ['standing'], true],
};
const steps = Object.keys(arrows) as StructureStep[];
const day = '2026-05-18';

/** Everything any step asks for, so that nothing but the law can say no. */
const everything = {
  ...removalResult(day),
  ...{ happenedOn: day, reason: '写明', way: 'assisted', consentSignedOn: day, identityChecked: 'yes' },
  ...{ ownership: 'not-lawful', organ: 'city-management', officers: '2', documentNumber: '1号' },
};

describe('every step of a case × every role × every state, over the wire', () => {
  let house: House;
  const ids = {} as Record<StructureState, number>;

  beforeAll(async () => {
    house = await openHouse({ at: `${day}T09:00:00+08:00` });
    const where = await openedRenovation(house.app);
    const { id: removedBy } = await house.rows.findOneByOrFail(UserAccount, { login: 'worker' });
    const gone = { way: 'assisted', removedOn: day, removedArea: 15_00, removedBy } as const;
    for (const state of structureStates) {
      const more = state === 'removed' || state === 'verified' ? gone : {};
      ids[state] = await givenStructure(house.app, where, { state, place: state, ...more });
    }
  });
  afterAll(() => house.close());

  const post = (person: Person, step: StructureStep, state: StructureState) =>
    person.post(`/structures/${ids[state]}/steps`, {
      ...{ ...everything, step, version: '1', onceKey: `${step}-${state}-${person.login}`.padEnd(40, 'x') },
    });
  const states = async () =>
    (await house.rows.find(StructureRecord, { order: { id: 'ASC' } })).map(({ state }) => state);
  /** Whatever is asked here leaves no trace. */
  const leavesNoTrace = async (ask: () => Promise<void>) => {
    await untouched(house.db, ask);
    expect(await states()).toEqual(structureStates);
    expect(await house.rows.count(StructureEvent)).toBe(0);
  };

  it('thirteen steps and nine states make the table', () => {
    expect([steps.length, structureStates.length]).toEqual([13, 9]);
  });

  it.each([
    ['officer', 403],
    ['auditor', 403],
    ['builder', 403],
    ['watcher', 403],
    ['admin', 403],
    ['foreign-officer', 403],
    ['foreign-manager', 404],
    ['foreign-worker', 404],
    ['neighbour', 404],
    ['foreign-builder', 403],
  ])('%s may take none of them where it may be taken: %i', async (login, expected) => {
    const person = await house.person(login);
    await person.get('/account');
    await leavesNoTrace(async () => {
      for (const step of steps)
        for (const state of arrows[step][1]) {
          const seen = await post(person, step, state);
          const form = await person.get(stepPath(ids[state], step));
          expect([step, state, seen.status, form.status]).toEqual([step, state, expected, expected]);
        }
    });
  });

  it('a visitor is led to the sign-in, and posts nothing', async () => {
    const visitor = await house.person();
    await visitor.get('/sign-in');
    await leavesNoTrace(async () => {
      for (const step of steps) {
        const [seen, form] = [
          await post(visitor, step, 'standing'),
          await visitor.get(stepPath(ids.standing, step)),
        ];
        expect([step, seen.status, form.status]).toEqual([step, 401, 303]);
      }
    });
  });

  it.each(['worker', 'manager'])(
    '%s takes none that the state does not know, and is told why',
    async (login) => {
      const person = await house.person(login);
      await person.get('/account');
      await leavesNoTrace(async () => {
        for (const step of steps)
          for (const state of structureStates) {
            const [label, from] = arrows[step];
            if (from.includes(state)) continue;
            const seen = await post(person, step, state);
            const sentence = `现在是「${structureStateNames[state]}」，不能「${label}」`;
            expect([step, state, seen.status, toMend(seen).join()]).toEqual([
              ...[step, state, 422],
              expect.stringContaining(sentence),
            ]);
            expect((await person.get(stepPath(ids[state], step))).location).toBe(`/structures/${ids[state]}`);
          }
      });
    },
  );

  it('a community worker takes none of the five that are the street manager’s, and is not offered them', async () => {
    const worker = await house.person('worker');
    await worker.get('/account');
    await leavesNoTrace(async () => {
      for (const step of steps.filter((one) => arrows[one][2]))
        for (const state of arrows[step][1]) {
          const seen = await post(worker, step, state);
          expect([step, state, seen.status, toMend(seen)[0]]).toEqual([
            ...[step, state, 422],
            `「${arrows[step][0]}」由街道项目负责人办理`,
          ]);
          const form = await worker.get(stepPath(ids[state], step));
          expect([step, form.location]).toEqual([step, `/structures/${ids[state]}`]);
        }
    });
    const { page } = await worker.get(`/structures/${ids.standing}`);
    const offered = page.querySelectorAll('main a').map((link) => link.getAttribute('href'));
    for (const step of steps)
      expect([step, offered.includes(stepPath(ids.standing, step))]).toEqual([step, isOffered(step)]);
    expect((await worker.get(`/structures/${ids.standing}/care`)).status).toBe(403);
  });

  /** Of what stands, a community worker is offered this. */
  const isOffered = (step: StructureStep) => arrows[step][1].includes('standing') && !arrows[step][2];

  it('a step nobody knows, and a structure nobody knows, are not there', async () => {
    const manager = await house.person('manager');
    await manager.get('/account');
    await leavesNoTrace(async () => {
      expect((await manager.get(stepPath(ids.standing, 'blow-up'))).status).toBe(404);
      expect((await manager.get(stepPath(99_999, 'agree'))).status).toBe(404);
      expect((await manager.post('/structures/99999/steps', { ...everything, step: 'agree' })).status).toBe(
        404,
      );
    });
  });
});
