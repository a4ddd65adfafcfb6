import { DataSource } from 'typeorm';
import { StatutoryPaper, StatutoryPaperFile } from '../../src/enforcement/enforcement.entities';
import { RemovalCheck } from '../../src/removals/removal.entities';
import { StructureEvent, StructureRecord } from '../../src/structures/structure.entities';
import { House, openHouse } from '../support/app';
import { jpeg, paper } from '../support/papers';
import { Fields, Person, valuesOf } from '../support/person';
import { refusal } from '../support/refusals';
import { forcedResult } from '../support/removal-forms';
import { givenStructure } from '../support/removal-rows';
import { openedRenovation } from '../support/renovation';
import { givenPapers } from '../support/statutory-rows';

describe('a garage that goes by force at the end of the statutory steps', () => {
  let house: House;
  let db: DataSource;
  let ids: { compoundId: number; renovationId: number };
  let id: number;
  let manager: Person;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-03-27T16:00:00+08:00' });
    db = house.db;
    ids = await openedRenovation(house.app, { openedOn: '2025-08-01' });
    id = await givenStructure(house.app, ids, { foundOn: '2025-08-20' });
    await givenPapers(house.app, { ...ids, structureId: id });
    manager = await house.person('manager');
  });
  afterAll(() => house.close());

  const form = (step = 'remove-by-force') => `/structures/${id}/step?step=${step}`;
  const steps = () => `/structures/${id}/steps`;
  const executed = () => db.manager.findBy(StatutoryPaper, { structureId: id, step: 'executed' });
  const on = (day: string): Fields => forcedResult(day, { to: '11:00', records: undefined });
  const refused = async (fields: Fields, files: Fields = {}) => {
    const { page } = await manager.get(form());
    const typed = valuesOf(page.querySelector('main form')!);
    return refusal(db, fields, (all) => manager.post(steps(), { ...typed, ...all, ...files }));
  };

  it('the case names the day from which it may be, and the step is the street manager alone to take', async () => {
    const { text } = await manager.get(`/structures/${id}`);
    expect(text).toContain('经认定的私搭房屋、棚屋');
    expect(text).toContain('最早 2026年3月27日');
    const worker = await house.person('worker');
    expect((await worker.get(form())).location).toBe(`/structures/${id}`);
  });

  it('on its last forbidden day it is refused, with nothing written', async () => {
    const words = await refused(on('2026-03-26'), { records: paper('执行笔录.pdf') });
    expect(words).toContain('最早 2026年3月27日可以强制拆除');
    expect(await executed()).toEqual([]);
  });

  it.each<[string, Fields, string]>([
    ['at night', { from: '05:30', to: '07:00' }, '不能实施强制拆除，请安排在'],
    ['by cutting the power', { utilities: 'cut' }, '不能用停水、停电、停热、停燃气的办法'],
    ['in wind of grade 4', { windGrade: '4' }, '4 级以上不能拆除'],
    [
      'by an organ without the power',
      { organ: 'street' },
      '街道办事处没有「作出强制执行决定和实施强制拆除」的权力',
    ],
    ['with one officer', { officers: '1' }, '不得少于 2 人'],
  ])('%s it is refused too', async (_, change, sentence) => {
    expect(await refused({ ...on('2026-03-27'), ...change }, { records: paper('执行笔录.pdf') })).toContain(
      sentence,
    );
    expect(await executed()).toEqual([]);
  });

  it('without the record on file it is refused, and every reason of both laws is said', async () => {
    const words = await refused({ ...on('2026-03-27'), windGrade: '5', officers: '1' });
    expect(words).toContain('4 级以上');
    expect(words).toContain('请上传执行笔录的扫描件');
  });

  it('on the next day it is written down, and its record goes to the case in the same breath', async () => {
    const files = { records: paper('执行笔录.pdf'), after: await jpeg() };
    const seen = await manager.fill(form(), { ...on('2026-03-27'), ...files }, steps());
    expect([seen.status, seen.location]).toEqual([303, `/structures/${id}`]);
    expect(await db.manager.findOneByOrFail(StructureRecord, { id })).toMatchObject({
      ...{ state: 'removed', way: 'forced', removedOn: '2026-03-27', removedArea: 1500 },
    });
    const [record] = await executed();
    expect(record).toMatchObject({ issuedOn: '2026-03-27', organ: 'county-government', officers: 4 });
    expect(await db.manager.countBy(StatutoryPaperFile, { paperId: record.id })).toBe(1);
    expect(await db.manager.findBy(StructureEvent, { structureId: id })).toMatchObject([
      { step: 'remove-by-force', way: 'forced', area: 1500 },
    ]);
    expect(await db.manager.countBy(RemovalCheck, { structureId: id })).toBe(1);
    const { text } = await manager.get(`/structures/${id}`);
    expect(text).toContain('还没有劝导记录');
  });
});
