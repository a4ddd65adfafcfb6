import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { migrations } from '../../src/platform/database/migrations';
import { Operations0018 } from '../../src/platform/database/migrations/0018-operations';
import { openSqlite, sqliteOptions } from '../../src/platform/database/sqlite';

const before = migrations.slice(0, migrations.indexOf(Operations0018));
const upTo = [...before, Operations0018];
type Row = Record<string, unknown>;

describe('the kinds of notices grow by the removal day', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yuanxin-migration-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const open = (file: string, list: typeof migrations): Promise<DataSource> =>
    openSqlite({ ...sqliteOptions(join(folder, file), 'writer'), migrations: list } as never);
  const all = (source: DataSource, sql: string) => source.query(sql) as Promise<Row[]>;

  /** Everything that makes the table what it is: columns, what refers to what, indices, constraints. */
  async function shapeOf(source: DataSource) {
    const [{ sql }] = await all(source, `SELECT sql FROM sqlite_master WHERE name = 'notice'`);
    return {
      columns: await all(source, `PRAGMA table_info("notice")`),
      refers: (await all(source, `PRAGMA foreign_key_list("notice")`))
        .map(({ from, table, on_delete }) => `${from as string} ${table as string} ${on_delete as string}`)
        .sort(),
      referred: (await all(source, `PRAGMA foreign_key_list("notice_photo")`)).map(({ from, table }) => [
        from,
        table,
      ]),
      indices: await all(
        source,
        `SELECT name, sql FROM sqlite_master WHERE tbl_name = 'notice' AND type = 'index' ORDER BY name`,
      ),
      checks: [...String(sql).matchAll(/CONSTRAINT "([^"]+)"/g)].map(([, name]) => name).sort(),
    };
  }

  async function filled(source: DataSource): Promise<void> {
    await source.query('PRAGMA foreign_keys = 0');
    const insert = (table: string, row: Row) =>
      source.query(
        `INSERT INTO "${table}" (${Object.keys(row)
          .map((name) => `"${name}"`)
          .join(', ')}) VALUES (${Object.keys(row)
          .map(() => '?')
          .join(', ')})`,
        Object.values(row),
      );
    for (const [id, kind] of [
      [1, 'meeting'],
      [2, 'plan'],
    ] as const) {
      await insert('notice', {
        ...{ id, compoundId: 1, renovationId: 1, kind, subjectId: id, title: '通知', body: '第一行\n第二行' },
        ...{ places: 'gate-board', postedOn: '2026-05-01', endsOn: '2026-05-08', postedBy: 1 },
        ...{ postedAt: '2026-05-01T00:00:00.000Z', withdrawnOn: null, withdrawnReason: null, version: 3 },
      });
      await insert('notice_photo', { noticeId: id, fileId: id, kind: 'near' });
    }
  }

  const rowsOf = async (source: DataSource) => ({
    notices: await all(source, 'SELECT * FROM notice ORDER BY id'),
    photos: await all(source, 'SELECT * FROM notice_photo ORDER BY id'),
  });
  const post = (source: DataSource, kind: string) =>
    source.query(
      `INSERT INTO notice ("compoundId", "renovationId", kind, "subjectId", title, body, places, "postedOn", "endsOn", "postedBy", "postedAt") VALUES (1, 1, '${kind}', 9, 'a', 'b', 'online', '2026-05-01', '2026-05-02', 1, 'x')`,
    );

  it('up: rows, photos, indices and every other constraint stay; down: all is as before', async () => {
    const source = await open('rows.sqlite', before);
    await source.runMigrations();
    await filled(source);
    const [shape, rows] = [await shapeOf(source), await rowsOf(source)];
    await source.destroy();

    const later = await open('rows.sqlite', upTo);
    expect((await later.runMigrations()).map(({ name }) => name)).toEqual(['Operations1700000000018']);
    expect(await shapeOf(later)).toEqual(shape);
    expect(await rowsOf(later)).toEqual(rows);
    expect(shape.checks.filter((name) => name.startsWith('notice_'))).toEqual([
      ...['notice_ends', 'notice_kind', 'notice_places', 'notice_withdrawn_why'],
    ]);
    // Foreign keys are asked again after the migration.
    expect(await all(later, 'PRAGMA foreign_keys')).toEqual([{ foreign_keys: 1 }]);
    await expect(post(later, 'removal-day')).rejects.toThrow('FOREIGN KEY');
    await later.query('PRAGMA foreign_keys = 0');
    await post(later, 'removal-day');
    await expect(post(later, 'party')).rejects.toThrow('notice_kind');
    await expect(later.query(`UPDATE notice SET "endsOn" = '2026-04-01' WHERE id = 1`)).rejects.toThrow(
      'notice_ends',
    );

    // With a notice of the new kind there is no way back, and nothing is lost by trying.
    await expect(later.undoLastMigration()).rejects.toThrow('notice_kind');
    expect((await rowsOf(later)).notices).toHaveLength(3);
    await later.query(`DELETE FROM notice WHERE kind = 'removal-day'`);
    await later.undoLastMigration();
    expect(await shapeOf(later)).toEqual(shape);
    expect(await rowsOf(later)).toEqual(rows);
    await later.query('PRAGMA foreign_keys = 0');
    await expect(post(later, 'removal-day')).rejects.toThrow('notice_kind');
    expect(await all(later, `SELECT name FROM sqlite_master WHERE name LIKE '%operation%'`)).toEqual([]);
    await later.destroy();
  });
});
