import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { getDataSourceToken } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CompoundContact } from '../../src/compounds/contact.entity';
import { Compounds } from '../../src/compounds/compounds.service';
import { Compound } from '../../src/compounds/compound.entity';
import { House, openHouse } from '../support/app';
import { Person } from '../support/person';
import { write } from '../support/portfolio';
import { openedRenovation } from '../support/renovation';
import { sampleCompound } from '../support/sample-compound';

/** What a client sees that writes its request by hand. */
const raw = (url: string, request: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(request));
    let answer = '';
    socket.on('data', (chunk) => (answer += String(chunk)));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });

describe('what people and machines do that nobody means them to', () => {
  let house: House;
  let manager: Person;
  let worker: Person;
  let visitor: Person;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-05-18T08:00:00+08:00' });
    await openedRenovation(house.app);
    [manager, worker, visitor] = [
      await house.person('manager'),
      await house.person('worker'),
      await house.person(),
    ];
    await Promise.all([manager.get('/account'), worker.get('/account')]);
  });
  afterAll(() => house.close());

  const contact = (person: Person, title: string, onceKey: string = randomUUID()) =>
    person.post('/compounds/fl106/contacts', { onceKey, kind: 'other', title });
  const contacts = (title: string) => house.rows.countBy(CompoundContact, { title });

  it.each([
    ['a bare %', '/%'],
    ['half a letter', '/c/%ff'],
    ['a letter cut off', '/compounds/%E0%A4%A'],
    ['a code of 101 letters', `/c/${'a'.repeat(101)}`],
    ['a code of 5,000 digits', `/s/${'1'.repeat(5000)}`],
  ])('an address that cannot be read leads to the page that says there is nothing: %s', async (_, path) => {
    const seen = await raw(house.url, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(seen).toMatch(/^HTTP\/1\.1 404 /);
    expect(seen).toMatch(/content-security-policy:/i);
    expect(seen).toContain('没有找到这一页');
    expect(seen).not.toContain('FST_');
  });

  it.each(['/hazards/abc', '/hazards/1e3', '/compounds/fl106/stages?renovation=x'])(
    'a number that is none is an address that does not exist: %s',
    async (path) => {
      expect((await manager.get(path)).status).toBe(404);
    },
  );

  it('a page to come back to in other letters than addresses have leads to the first page', async () => {
    const seen = await visitor.get('/prefs/font?v=l&back=/中文');
    expect([seen.status, seen.location]).toEqual([303, '/']);
  });

  it('a form key another person used makes nothing and says so', async () => {
    const onceKey = randomUUID();
    expect((await contact(worker, '甲', onceKey)).status).toBe(303);
    const seen = await contact(manager, '乙', onceKey);
    expect(seen.status).toBe(422);
    expect(seen.text).toContain('这张表单已失效，请刷新页面后再填');
    expect([await contacts('甲'), await contacts('乙')]).toEqual([1, 0]);
  });

  it('the record is shown up to the last day that can be written', async () => {
    expect((await manager.get('/audit?from=1900-01-01&until=9999-12-31')).status).toBe(200);
  });

  it('a day in a year nobody plans for is refused, and no page is lost to it', async () => {
    const seen = await manager.fill('/compounds/fl106/baselines/new', { handoverEndOn: '9999-12-31' });
    expect(seen.status).toBe(422);
    expect(seen.text).toContain('的年份不能晚于 2100 年');
    expect((await manager.get('/compounds/fl106/stages')).status).toBe(200);
  });

  it('a compound that gets the code of one taken back does not inherit its public page', async () => {
    const registered = async (address: string) =>
      write(house.app, async (tx) => {
        const row = { ...(await sampleCompound(house.app, '测试路9号院', 'cs9')), address };
        return house.app.get(Compounds).insert(tx, row);
      });
    await registered('旧地址街1号');
    expect((await visitor.get('/c/cs9')).text).toContain('旧地址街1号');
    await write(house.app, (tx) => tx.delete(Compound, { code: 'cs9' }));
    expect((await visitor.get('/c/cs9')).status).toBe(404);
    await registered('新地址街77号');
    const { text } = await visitor.get('/c/cs9');
    expect(text).toContain('新地址街77号');
    expect(text).not.toContain('旧地址街1号');
  });

  it('while nothing can be written people still read, and a form is told to wait instead of taken', async () => {
    const writer: DataSource = house.app.get(getDataSourceToken('writer'));
    const { databaseConnection } = writer.driver as unknown as {
      databaseConnection: { exec(sql: string, done: (error: Error | null) => void): void };
    };
    const readOnly = (on: 0 | 1) =>
      new Promise<void>((resolve, reject) =>
        databaseConnection.exec(`PRAGMA query_only = ${on}`, (error) => (error ? reject(error) : resolve())),
      );
    await readOnly(1);
    // Late enough for the session to be noted as seen.
    house.setClock('2026-05-18T08:10:00+08:00');
    const read = await manager.get('/compounds');
    const refused = await contact(manager, '丙');
    await readOnly(0);
    const written = await contact(manager, '丁');
    expect([read.status, refused.status, written.status]).toEqual([200, 503, 303]);
    expect(refused.headers.get('retry-after')).toBe('30');
    expect(refused.text).toContain('刚才的操作没有保存');
    expect([await contacts('丙'), await contacts('丁')]).toEqual([0, 1]);
  });

  it('the log holds no query, not even of an address that does not exist', async () => {
    const lines: string[] = [];
    const write = process.stdout.write.bind(process.stdout);
    const loud = await openHouse({ env: { LOG_LEVEL: 'debug' } });
    process.stdout.write = ((line: string) => lines.push(line) > 0) as typeof process.stdout.write;
    try {
      const someone = await loud.person();
      await someone.get('/nothing-here?q=Zhang-San');
      await someone.get('/?q=Zhang-San');
      await someone.get('/c/nowhere?name=Zhang-San');
    } finally {
      process.stdout.write = write;
      await loud.close();
    }
    expect(lines.join('')).toContain('/nothing-here');
    expect(lines.join('')).not.toContain('Zhang-San');
  });
});

describe('under a base path', () => {
  it('the first page is there with and without a slash, also with a search', async () => {
    const house = await openHouse({ env: { BASE_URL: 'https://portal.example/yuanxin' } });
    const visitor = await house.person();
    const statuses = [];
    for (const path of ['', '/', '?q=a', '/?q=a']) statuses.push((await visitor.get(path)).status);
    await house.close();
    expect(statuses).toEqual([200, 200, 200, 200]);
  });
});
