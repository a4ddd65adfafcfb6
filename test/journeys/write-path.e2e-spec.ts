import { DataSource } from 'typeorm';
import { getDataSourceToken } from '@nestjs/typeorm';
import { AuditEntry } from '../../src/audit/audit-entry.entity';
import { AuditTrail } from '../../src/audit/audit.service';
import { Organisation } from '../../src/access/entities';
import { done, refuse } from '../../src/domain/kernel/outcome';
import { UnitOfWork, updateAt } from '../../src/platform/database/unit-of-work';
import { People } from '../../src/access/people.service';
import { UserAccount } from '../../src/access/entities';
import { House, openHouse } from '../support/app';

const pause = () => new Promise((resolve) => setImmediate(resolve));

describe('the one door for writes', () => {
  let house: House;
  let work: UnitOfWork;
  let audit: AuditTrail;

  beforeAll(async () => {
    house = await openHouse();
    work = house.app.get(UnitOfWork);
    audit = house.app.get(AuditTrail);
  });
  afterAll(() => house.close());

  const firm = (code: string) => ({
    code,
    name: code,
    shortName: code,
    kind: 'firm' as const,
    parentId: null,
  });

  /** Writes three rows with pauses between them and an audit entry; every second one then fails, in one of two ways. */
  async function write(series: string, index: number): Promise<boolean> {
    const outcome = await work
      .run(async (tx) => {
        for (let row = 0; row < 3; row += 1) {
          await tx.insert(Organisation, firm(`${series}-${index}-${row}`));
          await pause();
        }
        await audit.record(tx, {
          actor: null,
          action: 'organisations.loaded',
          subject: { kind: series, id: index },
        });
        if (index % 4 === 1) throw new Error('broken on purpose');
        if (index % 4 === 3) return refuse({ code: 'x', level: 'law', text: 'refused on purpose' });
        return done(index);
      })
      .catch((error: Error) => {
        if (error.message !== 'broken on purpose') throw error;
        return undefined;
      });
    return outcome?.ok ?? false;
  }

  async function expectExactlyTheSuccessful(series: string, results: boolean[]): Promise<void> {
    expect(results.filter(Boolean)).toHaveLength(100);
    const rows = await house.rows.query(`SELECT code FROM organisation WHERE code LIKE '${series}-%'`);
    const expected = results.flatMap((ok, index) =>
      ok ? [0, 1, 2].map((row) => `${series}-${index}-${row}`) : [],
    );
    expect(rows.map((row: { code: string }) => row.code).sort()).toEqual(expected.sort());
    expect(await house.rows.countBy(AuditEntry, { subjectKind: series })).toBe(100);
    expect((await audit.verify()).broken).toBeUndefined();
  }

  it('200 writes at once, of which half fail: exactly the successful half is there', async () => {
    const results = await Promise.all(Array.from({ length: 200 }, (_, index) => write('ATONCE', index)));
    await expectExactlyTheSuccessful('ATONCE', results);
  });

  it('200 writes arriving one after the other while others run: the same', async () => {
    const running: Promise<boolean>[] = [];
    for (let index = 0; index < 200; index += 1) {
      running.push(write('STAGGERED', index));
      for (let turns = index % 7; turns > 0; turns -= 1) await pause();
    }
    await expectExactlyTheSuccessful('STAGGERED', await Promise.all(running));
  });

  it('a run inside a run joins it, and fails with it', async () => {
    const inner = () =>
      work.run(async (tx) => {
        await tx.insert(Organisation, firm('NESTED'));
        return done(undefined);
      });
    await expect(
      work.run(async () => {
        await inner();
        throw new Error('broken on purpose');
      }),
    ).rejects.toThrow('broken on purpose');
    expect(await house.rows.countBy(Organisation, { code: 'NESTED' })).toBe(0);
  });

  it('a refused step inside an accepted unit of work is an error, not half a write', async () => {
    await expect(
      work.run(async (tx) => {
        await tx.insert(Organisation, firm('HALF'));
        await work.run(async () => refuse({ code: 'x', level: 'law', text: 'no' }));
        return done(undefined);
      }),
    ).rejects.toThrow('refused step');
    expect(await house.rows.countBy(Organisation, { code: 'HALF' })).toBe(0);
  });

  it('after a full disk every acknowledged write is committed again, and a refusal rolls back alone', async () => {
    const writer: DataSource = house.app.get(getDataSourceToken('writer'));
    const { databaseConnection } = writer.driver as unknown as {
      databaseConnection: { all(sql: string, done: (error: Error | null, rows: object[]) => void): void };
    };
    const pragma = (text: string) =>
      new Promise<object[]>((resolve, reject) =>
        databaseConnection.all(`PRAGMA ${text}`, (error, rows) => (error ? reject(error) : resolve(rows))),
      );
    const insert = (code: string, name = code) =>
      work.run(async (tx) => {
        await tx.insert(Organisation, { ...firm(code), name });
        return done(undefined);
      });
    const [size] = (await pragma('page_count')) as { page_count: number }[];
    await pragma(`max_page_count = ${size.page_count}`);
    await expect(insert('FULL', 'x'.repeat(1_000_000))).rejects.toThrow(/SQLITE_FULL/);
    await pragma('max_page_count = 1073741823');

    await insert('SPACE-1');
    await work.run(async (tx) => {
      await tx.insert(Organisation, firm('SPACE-REFUSED'));
      return refuse({ code: 'x', level: 'law', text: 'refused on purpose' });
    });
    await insert('SPACE-2');
    const rows = await house.rows.query(
      "SELECT code FROM organisation WHERE code LIKE 'SPACE%' OR code = 'FULL'",
    );
    expect(rows).toEqual([{ code: 'SPACE-1' }, { code: 'SPACE-2' }]);
  });

  it('work that was not awaited is refused', async () => {
    let release: () => void = () => undefined;
    let late: Promise<unknown> | undefined;
    await work.run(async (tx) => {
      late = new Promise<void>((resolve) => (release = resolve)).then(() =>
        tx.insert(Organisation, firm('LATE')),
      );
      return done(undefined);
    });
    release();
    await expect(late).rejects.toThrow('not awaited');
    expect(await house.rows.countBy(Organisation, { code: 'LATE' })).toBe(0);
  });

  it('reading connections cannot write, and the writer not outside a unit of work', async () => {
    await expect(house.rows.query('UPDATE data_version SET version = 99')).rejects.toThrow(/readonly/);
    await expect(house.rows.insert(Organisation, firm('SIDE'))).rejects.toThrow(/readonly/);
    const writer: DataSource = house.app.get(getDataSourceToken('writer'));
    await expect(writer.manager.insert(Organisation, firm('SIDE'))).rejects.toThrow(/outside a unit of work/);
  });

  it('the database itself refuses to change or delete an audit entry', async () => {
    const change = (sql: string) =>
      work.run(async (tx) => {
        await tx.query(sql);
        return done(undefined);
      });
    await expect(change("UPDATE audit_entry SET action = 'x' WHERE id = 1")).rejects.toThrow(/never changed/);
    await expect(change('DELETE FROM audit_entry WHERE id = 1')).rejects.toThrow(/never changed/);
  });

  it('a stale change is noticed, whoever was first', async () => {
    const [person] = await house.app.get(People).all();
    const change = (name: string) =>
      work.run(async (tx) =>
        done(await updateAt(tx, UserAccount, { id: person.id, version: person.version }, { name })),
      );
    const results = await Promise.all([change('甲'), change('乙')]);
    expect(results.map((outcome) => outcome.ok && outcome.value)).toEqual([true, false]);
    expect((await house.rows.findOneByOrFail(UserAccount, { id: person.id })).name).toBe('甲');
  });

  it('an undefined condition never matches the first row', async () => {
    await expect(house.rows.findOneBy(Organisation, { id: undefined })).rejects.toThrow();
  });
});
