import { DataSource } from 'typeorm';
import { AuditEntry } from '../../src/audit/audit-entry.entity';
import { StoredFile } from '../../src/files/stored-file.entity';
import {
  PhotoClaim,
  PhotoHintRecord,
  PhotoPointRecord,
  PointPhotoRecord,
} from '../../src/site-photos/site-photo.entities';
import { SiteRecords } from '../../src/works/site-records';
import { WorkItemStepRecord } from '../../src/works/work.entities';
import { House, openHouse } from '../support/app';
import { taken } from '../support/pages';
import { fileOf, paper } from '../support/papers';
import { Fields, Person, valuesOf } from '../support/person';
import { givenYard, write } from '../support/portfolio';
import { openItem, runningContract } from '../support/site-rows';
import { countQueries } from '../support/queries';
import { refusal } from '../support/refusals';
import { closeRenovation, openedRenovation } from '../support/renovation';
import { newest, untouched } from '../support/rows';

const tab = '/compounds/fl106/points';
const gate: Fields = { name: '院门', place: '院门内侧 2 米，朝北' };

/** A photo of another shape every time: bars that no other number draws alike. */
async function picture(number: number, takenAt?: string): Promise<File> {
  const sharp = (await import('sharp')).default;
  const bits = Array.from({ length: 72 }, (_, at) => ((at * 2654435761 * (number + 1)) >>> 7) % 256);
  const raw = sharp(Buffer.from(bits), { raw: { width: 9, height: 8, channels: 1 } })
    .resize(90, 80, { kernel: 'nearest' })
    .toColourspace('srgb');
  const image = takenAt ? raw.withExif({ IFD2: { DateTimeOriginal: takenAt } }) : raw;
  return fileOf(await image.jpeg({ quality: 95 }).toBuffer(), `现场${number}.jpg`, 'image/jpeg');
}

describe('the photo points of 丰乐路106号院', () => {
  let house: House;
  let db: DataSource;
  let ids: { compoundId: number; renovationId: number };
  let worker: Person;
  let manager: Person;
  let builder: Person;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-05-18T09:00:00+08:00' });
    db = house.db;
    ids = await openedRenovation(house.app);
    [worker, manager, builder] = await house.people('worker', 'manager', 'builder');
  });
  afterAll(() => house.close());

  const register = (fields: Fields = {}) => worker.fill(`${tab}/new`, { ...gate, ...fields }, tab);
  const points = () => db.manager.find(PhotoPointRecord, { order: { id: 'ASC' } });
  const shots = () => db.manager.find(PointPhotoRecord, { order: { id: 'ASC' } });
  const add = (who: Person, id: number, photos: File[], fields: Fields = {}) =>
    who.fill(`/points/${id}`, { photos, ...fields }, `/points/${id}/photos`);
  /** What was typed is refused, stands in the form again, and nothing is written. */
  const refused = async (fields: Fields) => {
    const { page } = await worker.get(`${tab}/new`);
    const hidden = valuesOf(page.querySelector('main form')!);
    return refusal(db, fields, (typed) => worker.post(tab, { ...hidden, ...typed }));
  };

  it('before the first the tab says what points are for, and leads to the form', async () => {
    const { text, page } = await worker.get(tab);
    expect(text).toContain('改造前、改造中、改造后都从这里拍');
    expect(page.querySelector('.empty a')!.getAttribute('href')).toBe(`${tab}/new`);
    expect((await builder.get(tab)).page.querySelector('.empty a')).toBeNull();
  });

  it('a point is registered with its reference photo, which is the first of its series', async () => {
    const path = await taken(register({ reference: await picture(1, '2026:05:10 09:00:00') }));
    const [point] = await points();
    expect(path).toBe(`/points/${point.id}`);
    expect(point).toMatchObject({ ...ids, number: 1, name: '院门', retiredOn: null, pinAcross: null });
    const [shot] = await shots();
    expect(shot).toMatchObject({ pointId: point.id, fileId: point.referenceId, shownOn: '2026-05-10' });
    const file = await db.manager.findOneByOrFail(StoredFile, { id: shot.fileId });
    expect(file).toMatchObject({ purpose: 'photo-point', caption: '院门，2026年5月10日', publishedAt: null });
    const seen = await worker.get(path);
    expect(seen.text).toContain('改造前 5月10日 没有公开');
    expect((await manager.get('/audit')).text).toContain('登记拍照点：1 号点');
  });

  it('sent twice it is one', async () => {
    const form = (await worker.get(`${tab}/new`)).page.querySelector('main form')!;
    const fields = { ...valuesOf(form), name: '车棚', place: '单元门口，朝西' };
    const both = [await worker.post(tab, fields), await worker.post(tab, fields)];
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await points()).toHaveLength(2);
  });

  it.each<[string, Fields, string]>([
    ['without a name', { name: '', place: '朝北' }, '请填写「名称」'],
    ['with a name too long', { name: '长'.repeat(21), place: '朝北' }, '「名称」最多 20 个字'],
    ['without a place', { name: '楼顶', place: '' }, '请填写「站在哪里、朝哪边拍」'],
    ['called like another', { name: '院门', place: '院门外' }, '已经有「院门」这个拍照点，请换一个名称'],
  ])('a point %s is refused', async (_, fields, sentence) => {
    expect(await refused(fields)).toContain(sentence);
  });

  it('a paper named as a photo is refused beside its field', async () => {
    const seen = await untouched(db, async () =>
      register({
        name: '楼顶',
        place: '朝南',
        reference: fileOf(Buffer.from(await paper().arrayBuffer()), '现场.jpg', 'image/jpeg'),
      }),
    );
    expect(seen.status).toBe(422);
    expect(seen.page.querySelector('#f-name')!.getAttribute('value')).toBe('楼顶');
  });

  it('is corrected; who saw an older page looks at what is stored first', async () => {
    const [point] = await points();
    const before = valuesOf((await worker.get(`/points/${point.id}/edit`)).page.querySelector('main form')!);
    await taken(worker.fill(`/points/${point.id}/edit`, { place: '院门内侧，朝北拍车棚' }));
    const typed = { place: '院门外' };
    const seen = await untouched(db, () => worker.post(`/points/${point.id}/sheet`, { ...before, ...typed }));
    expect([seen.status, seen.text]).toEqual([422, expect.stringContaining('刚被别人改过')]);
    expect(seen.text).toContain('院门内侧，朝北拍车棚');
    expect(seen.page.querySelector('#f-place')!.getAttribute('value')).toBe('院门外');
  });

  it('without a sketch the page says where one is put up; with percents it is marked', async () => {
    const [point] = await points();
    expect((await worker.get(`/points/${point.id}/pin`)).text).toContain('还没有草图');
    const { version } = point;
    await taken(
      worker.post(`/points/${point.id}/pins`, { version: String(version), pinAcross: '12.5', pinDown: '40' }),
    );
    expect((await points())[0]).toMatchObject({ pinAcross: 125, pinDown: 400 });
  });

  it('its label leads the phone to the photo of this point', async () => {
    const [point] = await points();
    const { text, page } = await builder.get(`/points/${point.id}/label`);
    expect(text).toContain('1 号点 院门');
    expect(page.querySelector('svg[role=img]')!.getAttribute('aria-label')).toContain(
      `/m/point?id=${point.id}`,
    );
    expect((await worker.get(`${tab}/labels`)).page.querySelectorAll('.point-label')).toHaveLength(2);
  });

  describe('the series', () => {
    it('photos are matched into before, during and after by the days of the works', async () => {
      const contractId = await runningContract(house.app, ids);
      const itemId = await openItem(house.app, { ...ids, contractId }, { state: 'finished' });
      await write(house.app, async (tx) => {
        const row = {
          itemId,
          reason: '',
          recordedBy: 1,
          firmId: null,
          recordedAt: '2026-06-01T00:00:00.000Z',
        };
        await tx.insert(WorkItemStepRecord, { ...row, step: 'open', happenedOn: '2026-05-19' });
        await tx.insert(WorkItemStepRecord, { ...row, step: 'finish', happenedOn: '2026-06-10' });
      });
      await house.goOn('2026-06-12T09:00:00+08:00', worker, manager, builder);
      const [point] = await points();
      const lacking = await house.app.get(SiteRecords).pointsWithoutAfter(ids.renovationId);
      expect(lacking.map(({ name }) => name)).toEqual(['院门', '车棚']);
      await taken(add(builder, point.id, [await picture(2)], { shownOn: '2026-06-01' }));
      await taken(add(worker, point.id, [await picture(3)], { shownOn: '2026-06-12' }));
      const { text } = await worker.get(`/points/${point.id}`);
      expect(text).toMatch(/改造前 5月10日.*改造中 6月1日.*改造后 6月12日/);
      const all = await worker.get(tab);
      expect(all.text).toContain('改造前后都有');
      expect(all.text).toContain('缺改造前、改造后照片');
      expect(await house.app.get(SiteRecords).pointsWithoutAfter(ids.renovationId)).toHaveLength(1);
    });

    it.each<[string, Fields, string]>([
      ['of tomorrow', { shownOn: '2026-06-13' }, '「拍摄日期」不能晚于今天'],
      ['without a day', { shownOn: '' }, '请填写「拍摄日期」'],
    ])('a photo %s is refused, and need not be chosen again', async (_, fields, sentence) => {
      const [point] = await points();
      const seen = await untouched(db, async () => add(worker, point.id, [await picture(9)], fields));
      expect([seen.status, seen.text]).toEqual([422, expect.stringContaining(sentence)]);
      expect(seen.page.querySelector('input[name=photosKept]')).not.toBeNull();
    });

    it('no photo at all is refused', async () => {
      const [point] = await points();
      const seen = await untouched(db, () =>
        worker.fill(`/points/${point.id}`, {}, `/points/${point.id}/photos`),
      );
      expect([seen.status, seen.text]).toEqual([422, expect.stringContaining('请选择要上传的照片')]);
    });

    it('the list takes the same number of statements however many points there are', async () => {
      const first = await countQueries(house.app, () => worker.get(tab));
      for (const name of ['楼顶', '东墙', '西墙']) await taken(register({ name }));
      const second = await countQueries(house.app, () => worker.get(tab));
      expect(second.queries).toBe(first.queries);
    });
  });

  describe('hints', () => {
    const hints = () => db.manager.find(PhotoHintRecord, { order: { id: 'ASC' } });

    it('the same picture once more is kept, and pointed out', async () => {
      const [, second] = await points();
      await taken(add(builder, second.id, [await picture(2)], { shownOn: '2026-06-12' }));
      const [hint] = await hints();
      expect(hint).toMatchObject({ kind: 'same-bytes', answer: null, compoundId: ids.compoundId });
      expect(hint.text).toBe('和丰乐路106号院 拍照点「院门」2026年6月1日是同一张照片，请核对是不是当天拍的');
      expect((await worker.get(`/points/${second.id}`)).text).toContain('是同一张照片');
      expect((await builder.get(`/points/${second.id}`)).text).not.toContain('是同一张照片');
    });

    it('nearly the same picture of another compound is pointed out, without showing it', async () => {
      await givenYard(house.app, { code: 'far1', name: '外街1号院', foreign: true });
      const [foreign] = await house.people('foreign-worker');
      await taken(foreign.fill('/compounds/far1/points/new', gate, '/compounds/far1/points'));
      const point = await newest(db.manager, PhotoPointRecord);
      const bytes = Buffer.from(await (await picture(3)).arrayBuffer());
      const sharp = (await import('sharp')).default;
      const smaller = fileOf(
        await sharp(bytes).resize(70).jpeg({ quality: 60 }).toBuffer(),
        'x.jpg',
        'image/jpeg',
      );
      await taken(add(foreign, point.id, [smaller], { shownOn: '2026-06-12' }));
      const hint = await newest(db.manager, PhotoHintRecord);
      expect(hint).toMatchObject({ kind: 'nearly-same' });
      const [stranger] = await house.people('foreign-manager');
      const seen = await stranger.get(`/photo-hints/${hint.id}`);
      expect(seen.text).toContain('另一张照片不在本单位管理的楼院里');
      expect(seen.page.querySelectorAll('main .photo')).toHaveLength(1);
      expect((await manager.get(`/photo-hints/${hint.id}`)).status).toBe(404);
    });

    it('a photo much older than it claims is pointed out', async () => {
      const [, second] = await points();
      await taken(
        add(worker, second.id, [await picture(7, '2026:06:01 09:00:00')], { shownOn: '2026-06-12' }),
      );
      expect((await newest(db.manager, PhotoHintRecord)).text).toBe(
        '拍于 2026年6月1日，比填报日期早 11 天，请核对',
      );
    });

    it('a person who looked answers with a sentence; the record tells that, not the words', async () => {
      const [hint] = await hints();
      const list = '/compounds/fl106/photo-hints';
      expect((await manager.get('/work')).text).toContain('2 张照片待核对');
      expect((await worker.get('/work')).text).not.toContain('张照片待核对');
      expect((await manager.get(list)).page.querySelectorAll('tbody tr')).toHaveLength(2);
      const empty = await untouched(db, () => manager.fill(`/photo-hints/${hint.id}`, { answer: ' ' }));
      expect(empty.status).toBe(422);
      const before = valuesOf(
        (await manager.get(`/photo-hints/${hint.id}`)).page.querySelector('main form')!,
      );
      await taken(manager.fill(`/photo-hints/${hint.id}`, { answer: '重复上传，已说明' }));
      const late = await untouched(db, () =>
        manager.post(`/photo-hints/${hint.id}/answers`, { ...before, answer: '不是同一张' }),
      );
      expect([late.status, late.text]).toEqual([422, expect.stringContaining('刚被别人改过')]);
      expect((await manager.get(list)).page.querySelectorAll('tbody tr')).toHaveLength(1);
      expect((await manager.get(`${list}?all=1`)).text).toContain(
        '重复上传，已说明（刘寨街道项目负责人 6月12日）',
      );
      const entry = await newest(db.manager, AuditEntry);
      expect([entry.action, entry.fromValue, entry.toValue]).toEqual(['hint.answered', null, null]);
    });

    it('every photo claims once', async () => {
      const [claims, files] = [await db.manager.count(PhotoClaim), (await shots()).length];
      expect(claims).toBe(files);
    });
  });

  it('taken out of use it takes no photo, keeps those it has, and frees its name', async () => {
    const [point] = await points();
    await taken(worker.fill(`/points/${point.id}`, {}, `/points/${point.id}/retirements`));
    const seen = await worker.get(`/points/${point.id}`);
    expect(seen.text).toContain('已停用');
    expect(seen.page.querySelector('input[type=file]')).toBeNull();
    const { version } = (await points())[0];
    const again = await untouched(db, () =>
      worker.post(`/points/${point.id}/retirements`, { version: String(version) }),
    );
    expect([again.status, again.text]).toEqual([422, expect.stringContaining('不用再停用')]);
    await taken(register());
    const taken2 = await untouched(db, () =>
      worker.post(`/points/${point.id}/resumptions`, { version: String(version) }),
    );
    expect([taken2.status, taken2.text]).toEqual([422, expect.stringContaining('已经有「院门」')]);
  });

  it('a foreign street and a foreign firm find nothing; readers write nothing', async () => {
    const [point] = await points();
    const [stranger, outside, auditor] = await house.people('foreign-manager', 'foreign-builder', 'auditor');
    for (const who of [stranger, outside])
      for (const path of [tab, `/points/${point.id}`, `${tab}/labels`])
        expect([path, (await who.get(path)).status]).toEqual([path, 404]);
    expect((await auditor.get(`/points/${point.id}`)).status).toBe(200);
    expect((await auditor.post(`/points/${point.id}/retirements`, { version: '1' })).status).toBe(403);
    expect((await builder.get('/compounds/fl106/photo-hints')).status).toBe(403);
    expect((await builder.get(`${tab}/new`)).status).toBe(403);
  });

  it('once the renovation is over nothing is written any more', async () => {
    await closeRenovation(house.app, ids.renovationId, '2026-06-12');
    const [, second] = await points();
    expect((await worker.get(`${tab}/new`)).status).toBe(303);
    expect((await worker.get(`/points/${second.id}`)).page.querySelector('input[type=file]')).toBeNull();
    const seen = await untouched(db, () =>
      worker.post(`/points/${second.id}/retirements`, { version: String(second.version) }),
    );
    expect([seen.status, seen.text]).toEqual([422, expect.stringContaining('施工记录不能再改')]);
  });
});
