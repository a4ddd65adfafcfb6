import { randomUUID } from 'node:crypto';
import { Building, Dwelling } from '../../src/compounds/door.entities';
import { Meeting } from '../../src/meetings/meeting.entities';
import { NoticeRecord } from '../../src/notices/notice.entities';
import { OwnerEntry } from '../../src/votes/owner.entities';
import { Vote } from '../../src/votes/vote.entities';
import { House, openHouse } from '../support/app';
import { expectRefused, taken } from '../support/pages';
import { Fields, Person, Seen } from '../support/person';
import { givenYard, write } from '../support/portfolio';
import { insert } from '../support/rows';

describe('a notice and the room it tells of', () => {
  let house: House;
  let worker: Person;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-04-20T10:00:00+08:00' });
    const yard = { code: 'fl106', name: '丰乐路106号院', renovation: { stage: 'consultation' as const } };
    const { compoundId } = await givenYard(house.app, yard);
    await write(house.app, async (tx) => {
      const buildingId = await insert(tx, Building, { compoundId, no: '1号楼' });
      const door = { compoundId, buildingId, unitNo: 1, floorNo: 1, roomNo: '101' };
      const dwellingId = await insert(tx, Dwelling, door);
      await tx.insert(OwnerEntry, { compoundId, dwellingId, area: 60_00, ownerGroup: '' });
    });
    worker = await house.person('worker');
    await worker.get('/compounds/fl106/votes');
  });
  afterAll(() => house.close());

  const notice = async (kind: NoticeRecord['kind']) =>
    (await house.rows.find(NoticeRecord, { where: { kind }, order: { id: 'DESC' } }))[0];
  const vote = () => house.rows.findOneByOrFail(Vote, { number: 1 });
  const meeting = () => house.rows.findOneByOrFail(Meeting, { number: 1 });
  const withdraw = async (kind: NoticeRecord['kind']): Promise<Seen> => {
    const { id, version } = await notice(kind);
    return worker.post(`/notices/${id}/withdrawals`, { reason: '写错了', version: String(version) });
  };
  const onceKey = () => randomUUID() as string;
  const posting = (change: Fields): Fields => ({
    ...{ title: '题', body: '文', places: 'gate-board', postedOn: '2026-04-20', step: 'post' },
    ...{ onceKey: onceKey(), ...change },
  });

  it('of a vote that is open stays up, and comes down when the vote is called off', async () => {
    const sheet = { title: '加装电梯', matter: 'rebuild', question: '装不装', form: 'written' };
    const { buildingId } = await house.rows.findOneByOrFail(Dwelling, { roomNo: '101' });
    const days = { opensOn: '2026-04-20', closesOn: '2026-04-30', scope: `unit:${buildingId}:1` };
    const made = await worker.post('/compounds/fl106/votes', { ...sheet, ...days, onceKey: onceKey() });
    const [id] = /\d+$/.exec(made.location!)!;
    await worker.post(`/votes/${id}/notices`, posting({ endsOn: '2026-04-30' }));
    await worker.post(`/votes/${id}/openings`, { version: '1', onceKey: onceKey() });
    expect((await vote()).state).toBe('open');
    const refused = await withdraw('vote');
    expectRefused(refused, '正在表决，公告要贴到截止');
    expect((await notice('vote')).withdrawnOn).toBeNull();
    const asked = await worker.get(`/notices/${(await notice('vote')).id}/withdraw`);
    expect(asked.text).toContain('公告写错了请取消表决');
    const version = String((await vote()).version);
    const gone = await worker.post(`/votes/${id}/cancellations`, {
      reason: '重来',
      version,
      onceKey: onceKey(),
    });
    expect(gone.status).toBe(303);
    expect(await notice('vote')).toMatchObject({ withdrawnOn: '2026-04-20', withdrawnReason: '重来' });
  });

  it('of minutes comes down with what residents read online, not by itself', async () => {
    const plan = { kind: 'on-site', title: '看现场', plannedOn: '2026-04-20', plannedFrom: '08:00' };
    const made = await worker.post('/compounds/fl106/meetings', {
      ...{ ...plan, place: 'yard', chair: '书记', recorder: '社区', template: '0', onceKey: onceKey() },
    });
    const [id] = /\d+$/.exec(made.location!)!;
    await worker.post(`/meetings/${id}/minutes`, {
      ...{ heldOn: '2026-04-20', heldFrom: '08:00', heldTo: '09:00', minutes: '看过了', press: 'finish' },
      ...{ attendanceParty: 'community', attendanceExpected: '', attendancePresent: '1', attendanceWho: '' },
      ...{ version: '1', onceKey: onceKey() },
    });
    const version = async () => String((await meeting()).version);
    const words = { minutes: '看过现场，路灯要修', endsOn: '2026-04-27' };
    await worker.post(
      `/meetings/${id}/publications`,
      posting({ ...words, version: await version(), body: undefined }),
    );
    expect((await meeting()).state).toBe('published');
    const refused = await withdraw('minutes');
    expectRefused(refused, '请在会议页点「撤下已公布的纪要」');
    const visitor = await house.person();
    expect((await visitor.get('/c/fl106')).text).toContain('会议纪要');
    const step = { step: 'withdraw', reason: '写错了', version: await version() };
    await taken(worker.post(`/meetings/${id}/steps`, step));
    expect((await notice('minutes')).withdrawnOn).toBe('2026-04-20');
    expect((await visitor.get('/c/fl106')).text).not.toContain('会议纪要');
  });
});
