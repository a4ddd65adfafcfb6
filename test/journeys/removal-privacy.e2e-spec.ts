import { QueryFailedError } from 'typeorm';
import { Organisation } from '../../src/access/entities';
import { AppModule } from '../../src/app.module';
import { AuditEntry } from '../../src/audit/audit-entry.entity';
import { AuditTrail } from '../../src/audit/audit.service';
import { RenovationParty } from '../../src/compounds/renovation.entities';
import { mayDo } from '../../src/domain/people/permissions';
import { structureStates } from '../../src/domain/removal/structure-states';
import { StoredFile } from '../../src/files/stored-file.entity';
import { StructureFile, StructureRecord } from '../../src/structures/structure.entities';
import { routesOf } from '../contracts/routes';
import { House, openHouse } from '../support/app';
import { places } from '../support/cast';
import { taken } from '../support/pages';
import { jpeg } from '../support/papers';
import { Person } from '../support/person';
import { write } from '../support/portfolio';
import { eveningVisit } from '../support/removal-forms';
import { Answer, answerOf, crawl, Marks } from '../support/removal-marks';
import { ToldRemovals } from '../support/removal-told';
import { openedRenovation } from '../support/renovation';

jest.setTimeout(180_000);

/** Tables of the stage; of the files every column that holds words. */
const tables =
  /^(structure|structure_event|persuasion_visit|statutory_\w+|removal_check|removal_operation|operation_structure|patrol|work_zone|compound_sketch|stored_file)$/;
/** Columns that take only words of a catalogue, or are made by the program. */
const codes =
  /^(kind|use|material|party|ownership|state|way|belongings|step|fromState|toState|time|visitors|attitude|organ|carries|serviceMethod|conclusion|hearing|views|\w*[oO]utcome|agencies|finding|rounds|purpose|mediaType|sha256|dHash|publicId|storedName|\w*(On|At|From|To|Time))$/;
/** A diary has a heading for every day, whatever happened on it: the day alone tells nothing there. */
const isCalendar = (leak: string) => /^day of [^]* at \/compounds\/fl106\/diary(\/print)?(\?|$)/.test(leak);
/** What a firm may read of the ground it works on besides what everybody may. */
const forFirms = ['zone, name', 'sketch, caption'];

describe('what is private of a removal stays inside', () => {
  let house: House;
  let visitor: Person;
  let manager: Person;
  let told: ToldRemovals;
  let where: { compoundId: number; renovationId: number };
  const marks = new Marks();
  const log: string[] = [];
  const spies: jest.SpyInstance[] = [];

  beforeAll(async () => {
    for (const stream of [process.stdout, process.stderr])
      spies.push(
        jest.spyOn(stream, 'write').mockImplementation((words) => {
          log.push(String(words));
          return true;
        }),
      );
    house = await openHouse({ at: '2026-05-15T09:00:00+08:00', env: { LOG_LEVEL: 'debug' } });
    where = await openedRenovation(house.app, {
      ...{ openedOn: '2026-01-05', stage: 'removal', track: 'district' },
    });
    await assignSupervisor();
    visitor = await house.person();
    const [worker, ...managers] = await house.people('worker', 'manager', 'manager2');
    const [first, second] = managers;
    manager = first;
    const sketch = { sketch: await jpeg(`${marks.of('sketch, name of the photo')}.jpg`) };
    const caption = marks.of('sketch, caption');
    await taken(manager.fill('/compounds/fl106/ground/sketch', { ...sketch, caption }));
    await taken(manager.fill('/compounds/fl106/zones/new', { name: marks.of('zone, name') }));
    told = new ToldRemovals({ house, marks, where, worker, manager, manager2: second });
    await told.everyState();
    await told.theDay((at) => house.goOn(at, worker, manager, second));
    await told.rounds();
    await told.release('verified', 'before');
    await told.release('verified', 'after');
    await told.release('whole', 'after');
  });
  afterAll(async () => {
    await house?.close();
    for (const spy of spies) spy.mockRestore();
  });

  async function assignSupervisor(): Promise<void> {
    const firm = await house.rows.findOneByOrFail(Organisation, { code: places.watcher });
    const party = { organisationId: firm.id, role: 'supervisor', fromOn: '2026-03-01' } as const;
    await write(house.app, (tx) =>
      tx.insert(RenovationParty, { ...party, renovationId: where.renovationId }),
    );
  }

  /** Every address a visitor may ask for: open routes with what stands in them, and all that they lead to. */
  async function publicAnswers(): Promise<Answer[]> {
    const open = routesOf(AppModule).filter((route) => route.open);
    const files = await house.rows.find(StoredFile);
    const pictures = files.flatMap(({ publicId }) => [
      `/c/fl106/photos/${publicId}`,
      ...['480.jpg', '1600.jpg', '480.webp'].map((size) => `/p/${publicId}-${size}`),
    ]);
    const asked = open
      .filter(({ method }) => method === 'GET')
      .map(({ path }) => path.replace('/s/:code', `/s/${places.street}`).replace(':code', 'fl106'))
      .map((path) => path.replace(':no', '1').replace(/:(publicId|name)/, 'nothing'));
    const elsewhere = ['/nowhere', '/c/nowhere', '/?q=fl106', '/?stage=removal', '/healthz', '/robots.txt'];
    const staff = Object.values(told.ids).flatMap((id) => [`/structures/${id}`, `/structures/${id}/edit`]);
    const answers = await crawl(visitor, [...asked, ...elsewhere, ...pictures, ...staff, '/ledger']);
    for (const { method, path } of routesOf(AppModule)) {
      if (method !== 'POST') continue;
      const address = path.replace(':code', 'fl106').replace(':id', String(told.ids.standing));
      answers.push(answerOf(`POST ${address}`, await visitor.post(address, { login: 'x' })));
    }
    return answers;
  }

  describe('the checker', () => {
    it.each<[string, string]>([
      ['as it stands', '<p>密7001记</p>'],
      ['in the words for a picture', '<img alt="密7001记，拆除前">'],
      ['in entities', '&#x5bc6;7001&#35760;'],
      ['in an address', '/?q=%E5%AF%867001%E8%AE%B0'],
      ['in JSON', String.raw`{"place":"\u5bc67001\u8bb0"}`],
      ['in a header', Buffer.from('filename="密7001记.jpg"', 'utf8').toString('latin1')],
    ])('finds a word %s', (_, text) => {
      const some = new Marks();
      expect(some.of('place')).toBe('密7001记');
      expect(some.leaks([{ path: '/', status: 200, told: text }])).toEqual(['place at /']);
      expect(some.in('密7002记')).toEqual([]);
    });

    it('finds a day in every spelling, and no longer one', () => {
      const some = new Marks();
      some.day('visit', '2026-02-01');
      some.also('area', '61.37');
      for (const text of ['2026-02-01', '2026年2月1日', '2月1日 走访', '61.37 ㎡'])
        expect(some.in(text)).toHaveLength(1);
      expect(some.in('12月1日 2月11日 161.37 61.375')).toEqual([]);
    });
  });

  it('a case stands in every state, and every column that holds words holds one of ours', async () => {
    const states = new Set((await house.rows.find(StructureRecord)).map(({ state }) => state));
    expect([...states].sort()).toEqual([...structureStates].sort());
    expect(marks.keys.length).toBeGreaterThan(120);
    const filled: string[] = [];
    const empty: string[] = [];
    for (const { tableName, columns } of house.db.entityMetadatas.filter((one) => tables.test(one.tableName)))
      for (const { propertyName, type } of columns) {
        if (!['varchar', 'text'].includes(String(type)) || codes.test(propertyName)) continue;
        const rows: unknown[] = await house.db.query(
          `SELECT 1 FROM "${tableName}" WHERE "${propertyName}" LIKE '%密7%记%'`,
        );
        (rows.length ? filled : empty).push(`${tableName}.${propertyName}`);
      }
    expect(empty).toEqual([]);
    expect(filled.length).toBeGreaterThan(25);
  });

  it('no public answer tells a private word, number or day', async () => {
    const answers = await publicAnswers();
    const found = answers.filter(({ status }) => status === 200).map(({ path }) => path);
    expect(found).toEqual(expect.arrayContaining(['/', '/c/fl106', `/s/${places.street}`]));
    expect(found.filter((path) => path.startsWith('/p/')).length).toBeGreaterThan(2);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 303, 400, 401, 404, 422]));
    expect(marks.leaks(answers)).toEqual([]);
  });

  it('what is public is there: kind, ㎡, way, day, and the pictures that were released', async () => {
    const { page } = await visitor.get('/c/fl106');
    const block = page.querySelector('#removed')!;
    const words = block.structuredText.replace(/\s+/g, ' ');
    expect(words).toContain('一共拆了 3 处，68.2 ㎡');
    for (const said of ['疑似私搭房屋、棚屋', '经认定的私搭房屋、棚屋', '助拆', '强制拆除', '5月18日'])
      expect(words).toContain(said);
    expect(block.querySelectorAll('img').map((one) => one.getAttribute('alt'))).toEqual([
      '疑似私搭房屋、棚屋，拆除后',
      '疑似私搭房屋、棚屋，拆除前',
      '疑似私搭房屋、棚屋，拆除后',
    ]);
  });

  it('what is not verified is not there: neither how many, nor of which kind, nor how large', async () => {
    const { html } = await visitor.get('/c/fl106');
    const open = await house.rows.find(StructureRecord);
    expect(open.filter(({ state }) => state !== 'verified').length).toBeGreaterThan(8);
    expect(html).not.toMatch(/待处理|权属核查|已同意|第 \d+ 处|劝导|催告|困难|唯一住处|原单位/);
  });

  it('a picture that nobody has released cannot be opened by anybody outside', async () => {
    const released = new Set<number>();
    for (const { id, publishedAt } of await house.rows.find(StoredFile)) if (publishedAt) released.add(id);
    expect(released.size).toBe(3);
    for (const file of await house.rows.find(StoredFile)) {
      const { status } = await visitor.get(`/p/${file.publicId}-480.jpg`);
      expect([file.purpose, file.id, status]).toEqual([
        ...[file.purpose, file.id],
        released.has(file.id) ? 200 : 404,
      ]);
    }
  });

  it.each([
    ['builder', 'contractor'],
    ['watcher', 'supervisor'],
  ] as const)('%s (%s) reads the ground and its numbers, nothing of a case', async (login, role) => {
    const firm = await house.person(login);
    const answers = await crawl(firm, ['/work', '/board', '/compounds', '/compounds/fl106', '/ledger']);
    const ids = await allIds();
    for (const { method, path, action } of routesOf(AppModule)) {
      if (method !== 'GET' || !action) continue;
      // What the role may not do at all is not opened row by row.
      for (const id of path.includes(':id') && mayDo(role, action) ? ids : [told.ids.standing]) {
        const address = path.replace(':code', 'fl106').replace(':id', String(id)).replace(':size', '480.jpg');
        answers.push(answerOf(address, await firm.get(address)));
      }
    }
    const opened = answers.filter(({ status }) => status === 200).map(({ path }) => path);
    expect(opened).toEqual(expect.arrayContaining(['/compounds/fl106/ground']));
    expect(
      opened.filter((path) => /^\/(structures|papers|halts|operations|patrols|persuasion)/.test(path)),
    ).toEqual([]);
    expect(mayDo(role, 'removal.read')).toBe(false);
    const leaks = answers.flatMap(({ path, told: words }) =>
      marks.in(words).map((key) => `${key} at ${path}`),
    );
    const inside = leaks.filter((one) => !forFirms.some((key) => one.startsWith(`${key} at`)));
    expect(inside.filter((one) => !isCalendar(one))).toEqual([]);
    expect(leaks).toEqual(expect.arrayContaining([`${forFirms[0]} at /compounds/fl106/ground`]));
    for (const { fileId } of await house.rows.find(StructureFile))
      expect([fileId, (await firm.get(`/files/${fileId}/480.jpg`)).status]).toEqual([fileId, 404]);
  });

  it.each(['builder', 'watcher'])('the diary of %s says no more of the day of a removal', async (login) => {
    const firm = await house.person(login);
    const said = async (day: string) => {
      const { text } = await firm.get(`/compounds/fl106/diary?from=${day}&to=${day}`);
      return text.replace(/2026年5月1[34]日 星期[三四]|5月1[34]日|2026-05-1[34]/g, '某天');
    };
    // Nothing happened the day before.
    expect(await said('2026-05-14')).toBe(await said('2026-05-13'));
    expect(await said('2026-05-14')).toContain('某天');
  });

  /** Every id any row of the stage has. */
  async function allIds(): Promise<number[]> {
    const found = new Set<number>();
    for (const { tableName } of house.db.entityMetadatas.filter((one) => tables.test(one.tableName)))
      for (const { id } of (await house.db.query(`SELECT id FROM "${tableName}"`)) as { id: number }[])
        found.add(id);
    return [...found];
  }

  it('the record of who did what holds none of it, neither before, after nor why', async () => {
    const entries = await house.rows.find(AuditEntry);
    expect(entries.length).toBeGreaterThan(80);
    const actions = new Set(entries.map(({ action }) => action.split('.')[0]));
    for (const noun of ['structure', 'persuasion', 'paper', 'halt', 'operation', 'patrol'])
      expect([...actions]).toContain(noun);
    const leaks = entries.flatMap(({ action, fromValue, toValue, reason }) =>
      marks.in([fromValue, toValue, reason].join('\n')).map((key) => `${key} in ${action}`),
    );
    // When the street signed is a step of the office, like the day of every entry.
    expect(leaks).toEqual(['day of the care sign-off in structure.care-signed']);
  });

  it('a page that fails on our side says a number, and the log says no word of it', async () => {
    const said = marks.of('words of a visit that could not be written down');
    const failure = new QueryFailedError('INSERT INTO "persuasion_visit"', [said], new Error('disk is full'));
    const failing = jest.spyOn(house.app.get(AuditTrail), 'record').mockRejectedValueOnce(failure);
    const path = `/structures/${told.ids.standing}/visits`;
    const seen = await manager.fill(`${path}/new`, eveningVisit('2026-05-18', { asked: said }), path);
    failing.mockRestore();
    expect(seen.status).toBe(500);
    expect(marks.in(answerOf(path, seen).told)).toEqual([]);
    expect(log.join('')).toContain('disk is full');
  });

  it('the log of all this holds none of it', () => {
    const lines = log.join('');
    expect(lines).toContain('"path":"/structures/');
    expect(lines.split('\n').length).toBeGreaterThan(300);
    // The log carries times of the machine, not of the yard.
    const leaks = marks.in(lines).filter((key) => !/day|area|year|length|width|pin/.test(key));
    expect(leaks).toEqual([]);
  });

  it('a leak that is planted is found: the place of a case as the other name of the yard', async () => {
    const { place } = await house.rows.findOneByOrFail(StructureRecord, { id: told.ids.standing });
    const rename = (alias: string) =>
      taken(manager.fill('/compounds/fl106/edit', { alias }, '/compounds/fl106'));
    await rename(place);
    expect(marks.leaks(await publicAnswers())).toContain('standing, place at /c/fl106');
    await rename('');
    expect(marks.leaks(await publicAnswers())).toEqual([]);
  });
});
