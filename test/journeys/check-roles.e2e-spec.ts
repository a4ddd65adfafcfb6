import { EntityManager } from 'typeorm';
import { ConcealedStep, concealedLifecycle } from '../../src/domain/construction/concealed-steps';
import { FindingStep, findingLifecycle } from '../../src/domain/construction/finding-steps';
import { StopStep, stopLifecycle } from '../../src/domain/construction/stop-steps';
import { mayDo } from '../../src/domain/people/permissions';
import { Role, roles } from '../../src/domain/people/roles';
import { ConcealedRecord } from '../../src/inspections/concealed.entities';
import {
  FindingFile,
  FindingRecord,
  FindingStepRecord,
  InspectionRecord,
} from '../../src/inspections/finding.entities';
import { StopRecord } from '../../src/inspections/stop.entities';
import { photo } from '../fixtures/files/photos';
import { actorOf } from '../support/actors';
import { House, openHouse } from '../support/app';
import { cast } from '../support/cast';
import { Fields, Person } from '../support/person';
import { write } from '../support/portfolio';
import { countRows, insert } from '../support/rows';
import { givenWorks } from '../support/works-rows';

/** One login of each role in 刘寨街道. */
const loginOf = Object.fromEntries(
  roles.map((role) => [role, cast.find((one) => one.role === role)!.login]),
) as Record<Role, string>;

/** What a page answers: done, refused in words, not allowed at all. */
type Answer = 303 | 422 | 403;

/** The one answer a role gets; the arrow itself and its reasons are those of the law. */
const expected = (role: Role, by: readonly Role[], action: 'check.write' | 'check.stop'): Answer =>
  !mayDo(role, action) ? 403 : by.includes(role) ? 303 : 422;

const rolesOf = (action: 'check.write' | 'check.stop'): Role[] => roles.filter((role) => mayDo(role, action));

/**
 * Each arrow of the law × each role over real HTTP; the record is put back into the state the arrow starts from before each
 * press. A supervisor is engaged here, so that the street checks no concealed work.
 */
describe('who may take which step of findings, concealed works and orders to stop', () => {
  let house: House;
  let people: Map<Role, Person>;
  let picture: File;
  let ids: Record<'finding' | 'concealed' | 'stop', number>;
  let pressed = 0;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-06-08T09:00:00+08:00' });
    const works = await givenWorks(house.app);
    const where = { compoundId: works.compoundId, renovationId: works.renovationId };
    picture = new File([new Uint8Array(await photo('jpeg'))], '现场.jpg', { type: 'image/jpeg' });
    const { userId } = await actorOf(house.app, 'builder');
    ids = await write(house.app, (tx) => rowsOf(tx, where, userId, works.items['公共车棚']));
    people = new Map();
    for (const role of roles) people.set(role, await house.person(loginOf[role]));
    for (const person of people.values()) await person.get('/account');
  });
  afterAll(() => house.close());

  /** Presses once, with everything the step asks for. */
  async function press(role: Role, path: string, fields: Fields): Promise<number> {
    pressed += 1;
    const onceKey = `key-${String(pressed).padStart(16, '0')}`;
    return (await people.get(role)!.post(path, { ...fields, version: '1', onceKey })).status;
  }

  const set = <Row extends { id: number }>(table: new () => Row, id: number, row: Partial<Row>) =>
    write(house.app, (tx) => tx.update(table, { id } as never, { ...row, version: 1 } as never));

  const arrows = <Step extends string>(lifecycle: Record<Step, unknown>): [Step, Role][] =>
    (Object.keys(lifecycle) as Step[]).flatMap((step) => roles.map((role): [Step, Role] => [step, role]));

  it.each(arrows<FindingStep>(findingLifecycle))('finding: %s by %s', async (step, role) => {
    await mendedPicture();
    const state = findingLifecycle[step].from[0];
    const builder = await actorOf(house.app, 'builder');
    await set(FindingRecord, ids.finding, {
      ...{ state, dueOn: '2026-06-10', closedOn: state === 'closed' ? '2026-06-08' : null },
      ...{ mendedOn: '2026-06-07', mendedBy: builder.userId, mendedFirmId: builder.organisationId },
    });
    const fields = { step, reason: '情况属实', nextDueOn: '2026-06-12', photos: picture };
    const before = await countRows(house.db);
    const status = await press(role, `/findings/${ids.finding}/steps`, fields);
    expect(status).toBe(expected(role, findingLifecycle[step].by, 'check.write'));
    if (status !== 303) expect(await countRows(house.db)).toEqual(before);
  });

  it.each(arrows<ConcealedStep>(concealedLifecycle))('concealed work: %s by %s', async (step, role) => {
    const state = concealedLifecycle[step].from[0];
    await set(ConcealedRecord, ids.concealed, {
      ...{ state, acceptedAt: state === 'accepted' ? '2026-06-07 10:00' : null, coveredAt: null },
    });
    const fields = {
      ...{ step, reason: '情况属实', witnesses: ['contractor', 'supervisor'], photos: picture },
      ...{ checkOn: '2026-06-12', checkTime: '09:00' },
    };
    const isCheck = step === 'accept' || step === 'reject';
    const by = isCheck ? (['supervisor'] as const) : concealedLifecycle[step].by;
    const status = await press(role, `/concealed/${ids.concealed}/steps`, fields);
    expect(status).toBe(expected(role, by, 'check.write'));
  });

  it.each(arrows<StopStep>(stopLifecycle))('order to stop: %s by %s', async (step, role) => {
    await set(StopRecord, ids.stop, {
      ...{ state: 'stopped', resumedOn: null, endedBy: null, endedAt: null, endedRole: null },
    });
    const status = await press(role, `/stops/${ids.stop}/steps`, { step, reason: '整改到位' });
    expect(status).toBe(expected(role, stopLifecycle[step].by, 'check.stop'));
  });

  it.each<[string, string, 'check.write' | 'check.stop', readonly Role[]]>([
    ['a round', 'inspections', 'check.write', rolesOf('check.write')],
    ['a notice', 'concealed', 'check.write', ['contractor', 'street-manager']],
    ['an order', 'stops', 'check.stop', rolesOf('check.stop')],
  ])('%s is written down by whom the law says', async (_, path, action, by) => {
    for (const role of roles) {
      const inspectors = role === 'contractor' ? 'contractor' : 'supervisor';
      const fields: Record<string, Fields> = {
        inspections: {
          ...{ kind: 'quality', lookedOn: '2026-06-08', inspectors, severity: 'general' },
          opinion: '未发现问题',
        },
        concealed: {
          ...{ itemId: String(await itemId()), part: '基础', checkOn: '2026-06-12', checkTime: '09:00' },
        },
        stops: { cause: 'safety', reason: '有隐患', stoppedOn: '2026-06-08' },
      };
      pressed += 1;
      const onceKey = `key-${String(pressed).padStart(16, '0')}`;
      const person = people.get(role)!;
      const seen = await person.post(`/compounds/fl106/${path}`, { ...fields[path], onceKey });
      expect([role, seen.status]).toEqual([role, expected(role, by, action)]);
    }
  });

  const itemId = async (): Promise<number> =>
    (await house.db.manager.findOneByOrFail(ConcealedRecord, { id: ids.concealed })).itemId;

  /** What is passed has to show the place as it is now. */
  async function mendedPicture(): Promise<void> {
    const { manager } = house.db;
    if (await manager.existsBy(FindingStepRecord, { findingId: ids.finding, step: 'mend' })) return;
    await set(FindingRecord, ids.finding, { state: 'open' });
    const fields = { step: 'mend', reason: '已改', photos: picture };
    expect(await press('contractor', `/findings/${ids.finding}/steps`, fields)).toBe(303);
    expect(await manager.countBy(FindingFile, { findingId: ids.finding })).toBe(1);
  }
});

/** A finding, a concealed work and an order of the supervisor, without walking the forms. */
async function rowsOf(
  tx: EntityManager,
  where: { compoundId: number; renovationId: number },
  userId: number,
  itemId: number,
) {
  const written = { ...where, recordedBy: userId, recordedAt: '2026-06-05T02:00:00.000Z' };
  const inspectionId = await insert(tx, InspectionRecord, {
    ...{ ...written, kind: 'quality', lookedOn: '2026-06-05', inspectors: ['supervisor'], opinion: '' },
  });
  const finding = await insert(tx, FindingRecord, {
    ...{ ...written, inspectionId, number: 1, itemId, what: '栏杆松动', place: '北侧', severity: 'general' },
    ...{ foundOn: '2026-06-05', dueOn: '2026-06-10', state: 'open' },
  });
  const concealed = await insert(tx, ConcealedRecord, {
    ...{ ...where, itemId, part: '车棚基础', state: 'noticed', noticedAt: '2026-06-05 09:00' },
    ...{ checkAt: '2026-06-07 10:00', noticedBy: userId },
  });
  const stop = await insert(tx, StopRecord, {
    ...{ ...written, number: 1, cause: 'safety', reason: '有隐患', stoppedOn: '2026-06-05' },
    orderedRole: 'supervisor',
  });
  return { finding, concealed, stop };
}
