import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Organisation } from '../../src/access/entities';
import { AuditTrail } from '../../src/audit/audit.service';
import { AuditEntry } from '../../src/audit/audit-entry.entity';
import { Compound } from '../../src/compounds/compound.entity';
import { ImportRecovery } from '../../src/exchange/import-recovery';
import { ImportBatch } from '../../src/exchange/import.entities';
import { House, openHouse } from '../support/app';
import { places } from '../support/cast';
import { listColumns, listFile } from '../support/lists';
import { Person, Seen } from '../support/person';
import { givenBareCompound, write } from '../support/portfolio';
import { folder } from '../fixtures/import/samples.cjs';
import { workbookOf } from '../fixtures/import/workbook-builder.cjs';

jest.setTimeout(120_000);

describe('importing a list', () => {
  let house: House;
  let manager: Person;
  let streetId: number;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-06-01T09:00:00+08:00' });
    streetId = (await house.rows.findOneByOrFail(Organisation, { code: places.street })).id;
    await register('fl106', '丰乐路106号院', {
      householdCount: 28,
      buildingCount: 1,
      address: '丰乐路106号',
    });
    manager = await house.person('manager');
  });
  afterAll(() => house.close());

  const register = (code: string, name: string, compound: Partial<Compound>) =>
    givenBareCompound(house.app, { code, name, compound });
  const listOf = (...rows: unknown[][]) => workbookOf([{ name: '清单', rows: [listColumns, ...rows] }]);
  const sample = (name: string) => readFileSync(join(folder, name));

  async function upload(person: Person, bytes: Buffer, name = '清单.xlsx'): Promise<Seen> {
    return person.fill('/imports/new', { list: listFile(bytes, name) });
  }

  /** Uploads a list and confirms the proposed columns; the path of the import. */
  async function preview(
    person: Person,
    bytes: Buffer,
    fields: Record<string, string> = {},
  ): Promise<string> {
    const seen = await upload(person, bytes);
    if (seen.status !== 303) throw new Error(`${seen.status} ${seen.text.slice(0, 400)}`);
    const path = person.pathOf(seen.location!);
    const now = await person.get(path);
    if (now.location?.endsWith('/mapping')) {
      const mapped = await person.fill(`${path}/mapping`, fields, `${path}/mapping`);
      if (mapped.status !== 303) throw new Error(`${mapped.status} ${mapped.text.slice(0, 400)}`);
    }
    await settled(person, path);
    return path;
  }

  async function settled(person: Person, path: string): Promise<Seen> {
    for (let tries = 0; tries < 300; tries++) {
      const seen = await person.open(path);
      if (!seen.page.querySelector('meta[http-equiv=refresh]')) return seen;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`${path} did not come to an end`);
  }

  /** Confirms with the fields of the preview as they stand, and waits for the end. */
  async function confirm(
    person: Person,
    path: string,
    fields: Record<string, string | string[]> = {},
  ): Promise<Seen> {
    const shown = await person.get(`${path}/preview`);
    const rows = shown.page
      .querySelectorAll('input[name=shown]')
      .map((input) => input.getAttribute('value')!);
    const seen = await person.post(`${path}/confirmations`, { shown: rows, ...fields });
    if (seen.status !== 303) return seen;
    return settled(person, path);
  }

  const compoundNamed = (name: string) => house.rows.findOneBy(Compound, { name });
  const entries = (action: string) => house.rows.countBy(AuditEntry, { action });

  it('shows what is new and what clashes, writes nothing before the confirmation, then all of it', async () => {
    const path = await preview(
      manager,
      listOf(
        [1, '粮运社区', '丰乐路106号', '惠济区丰乐路106号', '1989年', '1栋', '4户', '1677', '无物业'],
        [2, '粮运社区', '样例路21号院', '样例路21号', '80年代', '２幢', '约56户', '0.34万㎡', '业主自管'],
        ['合计', null, '2个', null, null, 3, 60, null, null],
        ['注：1.户数由社区填报。'],
      ),
    );
    const conflicts = await manager.get(`${path}/preview`);
    expect(conflicts.text).toContain('2 行可导入，0 行有问题');
    expect(conflicts.text).toMatch(/户数 28 户 4 户/);
    expect(conflicts.text).toContain('按名称认出：丰乐路106号院');
    const skipped = await manager.get(`${path}/preview?show=skipped`);
    expect(skipped.text).toMatch(/第 4 行 合计 合计 2个 3 60 第 5 行 说明 注：1.户数由社区填报。/);
    expect(await compoundNamed('样例路21号院')).toBeNull();
    const result = await confirm(manager, path);
    expect(result.text).toMatch(/新登记 1 个 更新 1 个/);
    expect(await compoundNamed('样例路21号院')).toMatchObject({
      builtYear: null,
      builtYearNote: '80年代',
      buildingCount: 2,
      householdCount: 56,
      floorArea: 340_000,
      managementStatus: 'residents',
      streetId,
      code: 'yl21',
    });
    expect(await compoundNamed('丰乐路106号院')).toMatchObject({
      householdCount: 28,
      builtYear: 1989,
      managementStatus: 'none',
    });
  });

  it('asks nothing the second time for a header it knows', async () => {
    const seen = await upload(
      manager,
      listOf([1, '粮运社区', '样例路22号院', null, null, null, 3, null, null]),
    );
    const path = manager.pathOf(seen.location!);
    await settled(manager, path);
    expect((await manager.get(path)).location).toMatch(/preview$/);
    await manager.fill(`${path}/preview`, {}, `${path}/discards`);
    expect((await manager.get(path)).text).toContain('已放弃');
    expect(await compoundNamed('样例路22号院')).toBeNull();
  });

  it('takes the value of the list where a person chose it, and nowhere else', async () => {
    await register('ku7', '苦楝街7号院', { householdCount: 20, buildingCount: 2 });
    const path = await preview(
      manager,
      listOf([1, '粮运社区', '苦楝街7号院', null, null, 3, 24, null, null]),
    );
    await manager.get(`${path}/preview`);
    const kept = await manager.post(`${path}/choices`, { shown: '2', taken: '2.householdCount' });
    expect(kept.location).toContain('show=conflict');
    expect(
      (await manager.get(`${path}/preview`)).page.querySelectorAll('input[name=taken][checked]'),
    ).toHaveLength(1);
    await confirm(manager, path, { taken: '2.householdCount' });
    expect(await compoundNamed('苦楝街7号院')).toMatchObject({
      householdCount: 24,
      buildingCount: 2,
      version: 2,
    });
  });

  it('choices that name no row, or more rows than a page has, change nothing and say so', async () => {
    await register('wt9', '梧桐街9号院', { householdCount: 20 });
    const path = await preview(
      manager,
      listOf([1, '粮运社区', '梧桐街9号院', null, null, 3, 24, null, null]),
    );
    await manager.get(`${path}/preview`);
    const many = Array.from({ length: 601 }, () => '2');
    for (const shown of ['abc', many]) {
      const seen = await manager.post(`${path}/choices`, { shown, taken: '2.householdCount' });
      expect([seen.status, seen.location]).toEqual([303, path]);
    }
    expect((await manager.open(path)).text).toContain('这一页的内容不完整，请刷新后再试');
    expect((await manager.open(path)).page.querySelectorAll('input[name=taken][checked]')).toHaveLength(0);
  });

  it('leaves a row known only by its address to a person', async () => {
    await register('tong8', '纺机家属院', { address: '梧桐路8号' });
    const list = listOf([1, '粮运社区', '梧桐路8号办公楼', '梧桐路8号', 1990, 1, 12, null, null]);
    const path = await preview(manager, list);
    expect((await manager.get(`${path}/preview`)).text).toContain('按地址认出：纺机家属院');
    await confirm(manager, path, { decisions: '2=apart' });
    expect(await compoundNamed('梧桐路8号办公楼')).toMatchObject({ householdCount: 12 });
    expect(await compoundNamed('纺机家属院')).toMatchObject({ householdCount: null, version: 1 });
  });

  it('reports every problem with row, column, value and how to mend it, and leaves those rows out only when told', async () => {
    const path = await preview(
      manager,
      listOf(
        [1, '粮运社区', '刺槐路1号院', null, '89年', 1, '二十八', null, null],
        [2, '粮运社区', '刺槐路2号院', null, 1989, 1, 30, null, null],
        [3, '没有的社区', '刺槐路3号院', null, 1989, 1, 30, null, null],
        [4, '粮运社区', '刺槐路 2号', null, 1989, 1, 30, null, null],
      ),
    );
    const { text } = await manager.get(`${path}/preview`);
    expect(text).toContain('1 行可导入，3 行有问题');
    expect(text).toContain('第 2 行「户数」：值「二十八」不是数字，请改为 28');
    expect(text).toContain('第 2 行「建成年份」：值「89年」不是年份，请写成四位，如 1989');
    expect(text).toContain('第 4 行「社区」：值「没有的社区」不是刘寨街道里您管辖的社区');
    expect(text).toContain('第 5 行「楼院名称」：值「刺槐路 2号」与第 3 行是同一个楼院，请合并成一行');
    const refused = await confirm(manager, path);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('有 3 行有问题，不会导入');
    const result = await confirm(manager, path, { leaveProblems: 'yes' });
    expect(result.text).toMatch(/新登记 1 个 更新 0 个 没有改动 0 个 没有导入 3 行/);
    expect(await compoundNamed('刺槐路1号院')).toBeNull();
  });

  it('imports once, however often it is confirmed', async () => {
    const path = await preview(
      manager,
      listOf([1, '粮运社区', '合欢路1号院', null, 1989, 1, 30, null, null]),
    );
    await manager.get(`${path}/preview`);
    const before = await entries('import.confirmed');
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => manager.post(`${path}/confirmations`, {})),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(303));
    await settled(manager, path);
    expect(await house.rows.countBy(Compound, { name: '合欢路1号院' })).toBe(1);
    expect(await entries('import.confirmed')).toBe(before + 1);
    expect((await confirm(manager, path)).text).toContain('新登记 1 个');
  });

  it('is asked again when the register changed after the preview', async () => {
    const path = await preview(
      manager,
      listOf([1, '粮运社区', '合欢路2号院', null, 1989, 1, 30, null, null]),
    );
    await register('hh2', '合欢路2号院', { householdCount: 31 });
    const seen = await confirm(manager, path);
    expect(seen.text).toContain('预览以后台账又有变动');
    expect(seen.text).toMatch(/户数 31 户 30 户/);
    expect(await house.rows.countBy(Compound, { name: '合欢路2号院' })).toBe(1);
  });

  it('can be confirmed again when the process ended in the middle of it', async () => {
    const path = await preview(
      manager,
      listOf([1, '粮运社区', '合欢路3号院', null, 1989, 1, 30, null, null]),
    );
    const id = Number(path.split('/').at(-1));
    const cutOff = { state: 'importing' as const, workingSince: '2026-06-01T00:50:00.000Z' };
    await write(house.app, (tx) => tx.update(ImportBatch, { id }, cutOff));
    expect((await manager.get(path)).text).toContain('正在导入');
    await house.app.get(ImportRecovery).look();
    expect((await manager.open(path)).text).toContain('导入被中断了，什么都没有写入，请再确认一次');
    expect((await confirm(manager, path)).text).toContain('新登记 1 个');
  });

  it('is undone as a whole, with everything as it was before', async () => {
    await register('xing1', '银杏路1号院', { householdCount: 20 });
    const path = await preview(
      manager,
      listOf(
        [1, '粮运社区', '银杏路1号院', null, 1985, 1, 24, null, null],
        [2, '粮运社区', '银杏路2号院', null, 1985, 1, 24, null, null],
      ),
    );
    await confirm(manager, path, { taken: '2.householdCount' });
    const changed = await compoundNamed('银杏路1号院');
    expect(changed).toMatchObject({ householdCount: 24, builtYear: 1985 });
    expect((await manager.get(`${path}/undo`)).text).toContain('恢复成导入以前的内容');
    expect((await manager.fill(`${path}/undo`, { reason: '' }, `${path}/undoings`)).status).toBe(422);
    const undone = await manager.fill(`${path}/undo`, { reason: '传错了文件' }, `${path}/undoings`);
    expect(undone.status).toBe(303);
    expect((await settled(manager, path)).text).toContain('已撤销');
    expect(await compoundNamed('银杏路2号院')).toBeNull();
    expect(await compoundNamed('银杏路1号院')).toMatchObject({
      householdCount: 20,
      builtYear: null,
      buildingCount: null,
    });
    expect(await house.rows.findOneBy(AuditEntry, { action: 'import.undone' })).toMatchObject({
      reason: '传错了文件',
    });
  });

  it('is not undone once a compound of it was touched, and says which', async () => {
    const path = await preview(
      manager,
      listOf([1, '粮运社区', '银杏路9号院', null, 1985, 1, 24, null, null]),
    );
    await confirm(manager, path);
    const { code } = (await compoundNamed('银杏路9号院'))!;
    const edited = await manager.fill(`/compounds/${code}/edit`, { alias: '老银杏院' }, `/compounds/${code}`);
    expect(edited.status).toBe(303);
    const asked = await manager.get(`${path}/undo`);
    expect(asked.text).toContain(`「银杏路9号院」（${code}）导入以后又有改动`);
    const refused = await manager.post(`${path}/undoings`, { reason: '试试' });
    expect(refused.status).toBe(422);
    expect(await compoundNamed('银杏路9号院')).toMatchObject({ alias: '老银杏院' });
  });

  describe('by whom', () => {
    const row = (community: string, name: string) =>
      listOf([1, community, name, null, 1985, 1, 24, null, null]);

    it('a community imports into its own part; another community is a problem', async () => {
      const worker = await house.person('worker');
      const own = await preview(worker, row('粮运社区', '石榴路1号院'));
      expect((await confirm(worker, own)).text).toContain('新登记 1 个');
      const foreign = await preview(worker, row('裕华社区', '石榴路2号院'));
      expect((await worker.get(`${foreign}/preview`)).text).toContain('不是刘寨街道里您管辖的社区');
    });

    it('a district officer says where rows belong, and a foreign street is a problem', async () => {
      const officer = await house.person('officer');
      const list = workbookOf([
        {
          name: '清单',
          rows: [
            ['街道', '楼院名称', '户数'],
            ['刘寨街道办事处', '石榴路3号院', 5],
            ['淮河路街道', '石榴路4号院', 5],
          ],
        },
      ]);
      const path = await preview(officer, list);
      const seen = await officer.get(`${path}/preview`);
      expect(seen.text).toContain('1 行可导入，1 行有问题');
      expect(seen.text).toContain('第 3 行「街道」：值「淮河路街道」不在您的管辖范围');
      expect((await confirm(officer, path, { leaveProblems: 'yes' })).text).toContain('新登记 1 个');
      expect(await compoundNamed('石榴路3号院')).toMatchObject({ streetId, communityId: null });
    });

    it('nobody of another street finds it, and who may not import cannot', async () => {
      const path = await preview(manager, row('粮运社区', '石榴路5号院'));
      const stranger = await house.person('foreign-manager');
      for (const page of ['', '/mapping', '/preview', '/undo'])
        expect((await stranger.get(path + page)).status).toBe(404);
      await stranger.get('/imports/new');
      for (const step of ['/mapping', '/choices', '/confirmations', '/discards', '/undoings']) {
        const fields: Record<string, string> =
          step === '/undoings' ? { reason: '别人的' } : step === '/mapping' ? { sheet: '1' } : {};
        expect([step, (await stranger.post(path + step, fields)).status]).toEqual([step, 404]);
      }
      expect((await stranger.get('/imports')).text).not.toContain('清单.xlsx');
      const builder = await house.person('builder');
      expect((await builder.get('/imports')).status).toBe(403);
      expect((await (await house.person()).get('/imports')).location).toContain('/sign-in');
    });
  });

  describe('a file that cannot be imported', () => {
    it.each([
      ['fault-empty.xlsx', '这个文件是空的'],
      ['fault-damaged.xlsx', '这个文件打不开，可能已损坏'],
      ['fault-pdf.xlsx', '这是 PDF 文件'],
      ['fault-old-excel.xls', '这是旧版 Excel 文件'],
      ['fault-password.xlsx', '这个文件设了打开密码'],
      ['fault-web-page.xls', '这是网页格式的表格'],
      ['fault-not-a-list.xlsx', '前 10 行里没有找到表头'],
    ])('%s: %s', async (name, sentence) => {
      const seen = await upload(manager, sample(name), name);
      expect(seen.status).toBe(422);
      expect(seen.page.querySelectorAll('.mend-summary li')).toHaveLength(1);
      expect(seen.text).toContain(sentence);
    });

    it('or no file at all', async () => {
      const seen = await manager.fill('/imports/new', { list: new File([], '') });
      expect(seen.status).toBe(422);
      expect(seen.text).toContain('请选择要导入的表格');
    });
  });

  describe('a sample with one fault', () => {
    it.each([
      ['fault-number-in-words.xlsx', '第 3 行「户数」：值「二十八」不是数字，请改为 28'],
      ['fault-no-name.xlsx', '第 3 行「楼院名称」：没有楼院名称，请填写楼院名称，或删去这一行'],
      ['fault-foreign-street.xlsx', '第 4 行「街道」：值「远方街道」不在您的管辖范围（刘寨街道）'],
      ['fault-twice.xlsx', '第 5 行「楼院名称」：值「样例路21号院」与第 2 行是同一个楼院'],
      ['fault-impossible-year.xlsx', '第 2 行「建成年份」：值「2189年」不在 1900 年到 2026 年之间'],
      ['fault-wrong-unit.xlsx', '第 2 行「户数」：值「2栋」的单位是「栋」，这一栏是户数'],
      ['fault-merged-figure.xlsx', '第 2 行「户数」：值「56」是第 2 到 3 行合并成的一格'],
      ['fault-formula.xlsx', '第 2 行「户数」：值「#REF!」是公式出错的标记'],
      ['fault-total-differs.xlsx', '差 26'],
    ])('%s says: %s', async (name, sentence) => {
      const path = await preview(manager, sample(name));
      expect((await manager.get(`${path}/preview`)).text).toContain(sentence);
    });

    it('whose name column is missing is stopped at the columns, and a doubled column is pointed out', async () => {
      const seen = await upload(manager, sample('fault-no-name-column.xlsx'));
      const path = manager.pathOf(seen.location!);
      const mapped = await manager.fill(`${path}/mapping`, {}, `${path}/mapping`);
      expect(mapped.status).toBe(422);
      expect(mapped.text).toContain('还没有一栏是「楼院名称」');
      const doubled = await upload(manager, sample('fault-doubled-column.xlsx'));
      const page = await manager.open(manager.pathOf(doubled.location!));
      expect(page.text).toContain('前面已有一栏是「户数」');
    });

    it('the good ones have none', async () => {
      for (const name of ['good-list.xlsx', 'good-list.csv', 'template.xlsx']) {
        const seen = await upload(manager, sample(name), name);
        const path = manager.pathOf(seen.location!);
        if ((await manager.get(path)).location?.endsWith('/mapping')) {
          await manager.fill(`${path}/mapping`, {}, `${path}/mapping`);
        }
        await settled(manager, path);
        expect((await manager.get(`${path}/preview`)).text).toContain('0 行有问题');
      }
    });
  });

  // A real list that may not be part of this repository; YUANXIN_SAMPLES names its folder.
  const samples = process.env.YUANXIN_SAMPLES ?? '';
  (samples === '' ? it.skip : it)(
    'reads a real list as a careful person does, and shows where it clashes',
    async () => {
      const expectation = readdirSync(samples).find((file) => file.endsWith('.expected.json'))!;
      const { file, importable_rows: count } = JSON.parse(readFileSync(join(samples, expectation), 'utf8'));
      const path = await preview(manager, readFileSync(join(samples, file)));
      const { text } = await manager.get(`${path}/preview`);
      expect(text).toContain(`${count} 行可导入，0 行有问题`);
      expect(text).toMatch(/第 28 行 .*按名称认出：丰乐路106号院.* 户数 28 户 4 户/);
      expect(text).toMatch(/楼栋数 93 93 一致/);
      expect(text).toMatch(/户数 7380 7380 一致/);
      expect((await confirm(manager, path)).text).toMatch(/新登记 53 个 更新 1 个/);
      expect(await compoundNamed('丰乐路106号院')).toMatchObject({ householdCount: 28 });
      await manager.fill(`${path}/undo`, { reason: '只是试一试' }, `${path}/undoings`);
      expect((await settled(manager, path)).text).toContain('已撤销');
      expect(await house.rows.countBy(Compound, { importBatchId: Number(path.split('/').at(-1)) })).toBe(0);
    },
  );

  it('leaves an unbroken audit chain', async () => {
    expect((await house.app.get(AuditTrail).verify()).broken).toBeUndefined();
    expect(await entries('compound.imported')).toBeGreaterThan(5);
  });
});
