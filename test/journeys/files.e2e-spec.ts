import { connect } from 'node:net';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { AuditEntry } from '../../src/audit/audit-entry.entity';
import { FilePurpose } from '../../src/domain/files/file-purposes';
import { OrphanSweep } from '../../src/files/orphan-sweep.service';
import { StoredFile } from '../../src/files/stored-file.entity';
import { officeFile, pdf, zipBomb } from '../fixtures/files/documents';
import { heavyPhoto, isoMedia, photo, svg } from '../fixtures/files/photos';
import { House, openHouse } from '../support/app';
import { expectRefused, onceKeyIn, taken } from '../support/pages';
import { fileOf } from '../support/papers';
import { Fields, Person, Seen } from '../support/person';
import { givenBareCompound } from '../support/portfolio';
import { newest } from '../support/rows';

const page = '/compounds/fl106/files';
const copies = ['480.webp', '480.jpg', '1600.webp', '1600.jpg'];

describe('files of a compound', () => {
  let house: House;
  let worker: Person;
  let manager: Person;
  let stranger: Person;

  beforeAll(async () => {
    house = await openHouse();
    await givenBareCompound(house.app, { code: 'fl106', name: '丰乐路106号院' });
    await givenBareCompound(house.app, { code: 'far1', name: '外街1号院', foreign: true });
    [worker, manager, stranger] = await house.people('worker', 'manager', 'foreign-manager');
  });
  afterAll(() => house.close());

  const last = () => newest(house.rows, StoredFile);
  const rows = () => house.rows.count(StoredFile);
  const onDisk = () =>
    readdirSync(join(house.config.dataDir, 'uploads'), { recursive: true, withFileTypes: true }).filter(
      (one) => one.isFile(),
    ).length;

  const send = (
    who: Person,
    files: File[],
    fields: Fields = {},
    purpose: FilePurpose = 'view',
  ): Promise<Seen> => who.fill(page, { purpose, files, ...fields }, page);

  async function give(
    who: Person,
    bytes: Buffer,
    name: string,
    purpose: FilePurpose = 'view',
  ): Promise<StoredFile> {
    const seen = await send(who, [fileOf(bytes, name)], {}, purpose);
    if (seen.status !== 303) throw new Error(`${name} was refused: ${seen.text}`);
    return last();
  }

  async function bytesOf(path: string, who?: Person, init: RequestInit = {}) {
    const cookie = who ? { cookie: `session=${who.cookie('session')}` } : undefined;
    const answer = await fetch(house.url + path, {
      redirect: 'manual',
      ...init,
      headers: { ...cookie, ...init.headers },
    });
    return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
  }

  async function askOriginal(who: Person, id: number) {
    const csrf = (await who.get(page)).page.querySelector('input[name=_csrf]')!.getAttribute('value')!;
    return bytesOf(`/files/${id}/originals`, who, {
      method: 'POST',
      body: new URLSearchParams({ _csrf: csrf }),
    });
  }

  describe('a photo with a place in it', () => {
    let original: Buffer;
    let file: StoredFile;
    beforeAll(async () => {
      original = await photo('jpeg', {
        width: 2000,
        height: 1000,
        orientation: 6,
        gps: true,
        takenAt: '2026:05:18 08:00:00',
      });
      file = await give(worker, original, '现场 1.jpg');
    });

    it('is listed with the time the camera says, apart from the time of the upload', async () => {
      const { text, page: seen } = await worker.get(page);
      expect(text).toContain('拍摄 2026年5月18日 08:00（相机记录）');
      expect(text).toContain('粮运社区工作人员');
      expect(seen.querySelector(`img[src="/files/${file.id}/480.jpg"]`)?.getAttribute('width')).toBe('240');
    });

    it('is kept with what later checks need', () => {
      expect(file).toMatchObject({
        originalName: '现场 1.jpg',
        width: 1000,
        height: 2000,
        takenAt: '2026-05-18T00:00:00.000Z',
      });
      expect(file.dHash).toMatch(/^[0-9a-f]{16}$/);
      expect(file.sha256).toMatch(/^[0-9a-f]{64}$/);
    });

    it('stands upright and carries no EXIF, GPS or profile in any copy', async () => {
      for (const copy of copies) {
        const { status, bytes, headers } = await bytesOf(`/files/${file.id}/${copy}`, worker);
        const { exif, icc, width, height, orientation } = await sharp(bytes).metadata();
        expect([status, exif, icc, orientation]).toEqual([200, undefined, undefined, undefined]);
        expect(height! > width!).toBe(true);
        expect(headers.get('x-content-type-options')).toBe('nosniff');
        expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
        expect(headers.get('cache-control')).toBe('no-store');
      }
    });

    it('its original is handed out to the street manager as it came, and that is recorded', async () => {
      const { status, bytes, headers } = await askOriginal(manager, file.id);
      expect([status, bytes.equals(original)]).toEqual([200, true]);
      expect(headers.get('content-disposition')).toContain(
        `filename*=UTF-8''${encodeURIComponent('现场 1.jpg')}`,
      );
      const [entry] = await house.rows.find(AuditEntry, { order: { id: 'DESC' }, take: 1 });
      expect(entry).toMatchObject({
        action: 'file.original-read',
        subjectId: String(file.id),
        toValue: `sha256:${file.sha256}`,
      });
    });

    it('its original is not handed out to anybody else, nor by opening an address', async () => {
      expect((await askOriginal(worker, file.id)).status).toBe(403);
      expect((await bytesOf(`/files/${file.id}/original`, manager)).status).toBe(404);
      expect((await bytesOf(`/files/${file.id}/original`)).status).toBe(303);
    });

    it('is not public before a person said so', async () => {
      for (const copy of copies) expect((await bytesOf(`/p/${file.publicId}-${copy}`)).status).toBe(404);
    });

    it('is published only after somebody looked at it and described it', async () => {
      expect((await worker.get(`/files/${file.id}/publish`)).status).toBe(403);
      const refused = await manager.fill(`/files/${file.id}/publish`, {}, `/files/${file.id}/publications`);
      expect(refused.status).toBe(422);
      expect(refused.text).toContain('请填写「照片说明」');
      expect(refused.text).toContain('请逐项看过照片并勾选确认');
      const seen = await manager.fill(
        `/files/${file.id}/publish`,
        { caption: '改造前的院门', unrecognisable: 'yes' },
        `/files/${file.id}/publications`,
      );
      expect(seen.status).toBe(303);
      expect((await manager.get(page)).text).toContain('已公开');
    });

    it('its public copies carry no place, and may be kept for a year', async () => {
      const { publicId } = await house.rows.findOneByOrFail(StoredFile, { id: file.id });
      for (const copy of copies) {
        const { status, bytes, headers } = await bytesOf(`/p/${publicId}-${copy}`);
        expect([status, (await sharp(bytes).metadata()).exif]).toEqual([200, undefined]);
        expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
        expect(headers.get('content-type')).toBe(copy.endsWith('webp') ? 'image/webp' : 'image/jpeg');
      }
      for (const wrong of ['original', '1600.png', '481.webp', '480.webp/..', '../1600.jpg']) {
        expect((await bytesOf(`/p/${publicId}-${wrong}`)).status).toBe(404);
      }
    });

    it('a stale page publishes and withdraws nothing', async () => {
      const seen = await manager.fill(
        `/files/${file.id}/withdraw`,
        { reason: '居民要求', version: '1' },
        `/files/${file.id}/withdrawals`,
      );
      expectRefused(seen, '刚被别人改过');
    });

    it('withdrawn, it is gone, and published again it has another address', async () => {
      const { publicId } = await house.rows.findOneByOrFail(StoredFile, { id: file.id });
      const action = `/files/${file.id}/withdrawals`;
      expect((await manager.fill(`/files/${file.id}/withdraw`, { reason: '' }, action)).status).toBe(422);
      await taken(manager.fill(`/files/${file.id}/withdraw`, { reason: '拍到了车牌' }, action));
      expect((await bytesOf(`/p/${publicId}-480.webp`)).status).toBe(404);
      await manager.fill(
        `/files/${file.id}/publish`,
        { unrecognisable: 'yes' },
        `/files/${file.id}/publications`,
      );
      const again = await house.rows.findOneByOrFail(StoredFile, { id: file.id });
      expect(again).toMatchObject({ caption: '改造前的院门', version: 4 });
      expect(again.publicId).not.toBe(publicId);
      expect((await bytesOf(`/p/${publicId}-480.webp`)).status).toBe(404);
      expect((await bytesOf(`/p/${again.publicId}-480.webp`)).status).toBe(200);
    });
  });

  describe('a document', () => {
    it('is downloaded, never shown, under the name it came with', async () => {
      const bytes = pdf();
      const file = await give(worker, bytes, 'C:\\桌面\\居民代表大会"纪要".pdf', 'document');
      const answer = await bytesOf(`/files/${file.id}/original`, worker);
      expect([answer.status, answer.bytes.equals(bytes)]).toEqual([200, true]);
      expect(answer.headers.get('content-type')).toBe('application/pdf');
      expect(answer.headers.get('content-disposition')).toMatch(
        /^attachment; filename="[^"]+"; filename\*=UTF-8''%E5%B1%85/,
      );
      expect(answer.headers.get('content-security-policy')).toContain('sandbox');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    });

    it('has no sizes and cannot be published', async () => {
      const file = await give(worker, officeFile('xlsx'), '台账.xlsx', 'document');
      expect((await bytesOf(`/files/${file.id}/480.webp`, worker)).status).toBe(404);
      expect((await manager.get(`/files/${file.id}/publish`)).status).toBe(404);
      expect((await askOriginal(manager, file.id)).status).toBe(404);
    });

    it('that was damaged on disk is not handed out as if it were whole', async () => {
      const file = await give(worker, officeFile('docx'), '方案.docx', 'document');
      const path = join(
        house.config.dataDir,
        'uploads',
        file.storedName.slice(0, 2),
        `${file.storedName}.original`,
      );
      const bytes = readFileSync(path);
      bytes[bytes.length - 1] ^= 1;
      writeFileSync(path, bytes);
      const answer = await bytesOf(`/files/${file.id}/original`, worker);
      expect(answer.status).toBe(500);
      expect(String(answer.bytes)).toContain('编号');
    });
  });

  describe('what is not taken', () => {
    let heic: File;
    beforeAll(() => {
      heic = fileOf(isoMedia('heic', ['mif1']), 'IMG_0001.HEIC', 'image/heic');
    });

    async function refusedWith(files: File[], sentence: string): Promise<void> {
      const [before, disk] = [await rows(), onDisk()];
      const seen = await send(worker, files);
      expect(seen.status).toBe(422);
      expect(seen.text).toContain(sentence);
      expect([await rows(), onDisk()]).toEqual([before, disk]);
    }

    it('a PDF named .jpg', () =>
      refusedWith([fileOf(pdf(), '现场.jpg', 'image/jpeg')], '文件名以 .jpg 结尾，内容却是 PDF'));

    it('an SVG named .png', () => refusedWith([fileOf(svg, '现场.png', 'image/png')], 'SVG 是绘图文件'));

    it('an HEIC photo, told how the phone is switched to JPG', () => refusedWith([heic], '兼容性最佳'));

    it('a photo of 32 MB, told its size', async () => {
      await refusedWith(
        [fileOf(await heavyPhoto(32), '现场.jpg', 'image/jpeg')],
        '照片 32.1 MB，超过 20 MB，请重新拍一张',
      );
    });

    it('a Word file that unpacks to 300 MB', () =>
      refusedWith([fileOf(zipBomb(300 * 1024 * 1024), '方案.docx')], '文件解开后过大'));

    it('eleven files at once', async () => {
      const bytes = await photo('png', { width: 32, height: 32 });
      const eleven = Array.from({ length: 11 }, (_, at) => fileOf(bytes, `${at}.png`));
      await refusedWith(eleven, '一次最多上传 10 个文件，现在选了 11 个');
    });

    it('nothing at all, with or without an empty file field', async () => {
      await refusedWith([], '请选择要上传的照片或文件');
      await refusedWith([fileOf(Buffer.alloc(0), '')], '请选择要上传的照片或文件');
    });

    it('ten files at once are taken', async () => {
      const bytes = await photo('png', { width: 32, height: 32 });
      const before = await rows();
      const seen = await send(
        worker,
        Array.from({ length: 10 }, (_, at) => fileOf(bytes, `${at}.png`)),
      );
      expect([seen.status, await rows()]).toEqual([303, before + 10]);
    });

    it('one bad file among good ones is named, and the good ones need not be chosen again', async () => {
      const good = fileOf(await photo('jpeg', { width: 64, height: 48 }), '好的.jpg', 'image/jpeg');
      const before = await rows();
      const refused = await send(worker, [good, heic], { caption: '院门' });
      expect(refused.status).toBe(422);
      expect(refused.text).toContain('IMG_0001.HEIC：这张照片是 HEIC 格式');
      expect(refused.text).toContain('好的.jpg');
      const field = (name: string) =>
        refused.page.querySelector(`input[name=${name}]`)!.getAttribute('value')!;
      const fields = {
        filesKept: field('filesKept'),
        onceKey: field('onceKey'),
        caption: field('caption'),
        purpose: 'view',
      };
      const elsewhere = await manager.post(page, { ...fields, onceKey: 'another-key-of-16-characters' });
      expect(elsewhere.status).toBe(422);
      await worker.get(page);
      await taken(worker.post(page, fields));
      expect(await last()).toMatchObject({ originalName: '好的.jpg', caption: '院门' });
      await worker.post(page, { ...fields, onceKey: 'one-more-key-of-16-characters' });
      expect(await rows()).toBe(before + 1);
    });

    it('the same form sent twice makes one record', async () => {
      const bytes = await photo('jpeg', { width: 64, height: 48 });
      const opened = await worker.get(page);
      const onceKey = onceKeyIn(opened.page);
      const [before, disk] = [await rows(), onDisk()];
      const fields = () => ({ onceKey, purpose: 'view', files: fileOf(bytes, '一次.jpg') });
      const both = await Promise.all([worker.post(page, fields()), worker.post(page, fields())]);
      expect(both.map((seen) => seen.status)).toEqual([303, 303]);
      expect([await rows(), onDisk()]).toEqual([before + 1, disk + 5]);
    });

    it('a field the form does not have', async () => {
      const files = fileOf(await photo('png', { width: 32, height: 32 }), 'a.png');
      expect((await send(worker, [files], { compoundId: '2' })).status).toBe(400);
    });
  });

  describe('who may', () => {
    let file: StoredFile;
    let paper: StoredFile;
    beforeAll(async () => {
      file = await give(worker, await photo('jpeg'), '院门.jpg');
      paper = await give(worker, pdf(), '入户表.pdf', 'survey');
    });

    it('a foreign street finds nothing, by code or by id, reading or writing', async () => {
      for (const path of [
        page,
        `/files/${file.id}/480.webp`,
        `/files/${paper.id}/original`,
        `/files/${file.id}/publish`,
      ]) {
        expect([path, (await stranger.get(path)).status]).toEqual([path, 404]);
      }
      const [before, disk] = [await rows(), onDisk()];
      await stranger.get('/compounds/far1/files');
      const files = fileOf(await photo('png', { width: 32, height: 32 }), 'a.png');
      const posted = await stranger.post(page, {
        files,
        purpose: 'view',
        onceKey: 'a-key-of-sixteen-letters',
      });
      expect(posted.status).toBe(404);
      for (const noun of ['originals', 'publications', 'withdrawals'] as const) {
        const fields = {
          originals: {},
          publications: { caption: 'x', unrecognisable: 'yes', version: '1' },
          withdrawals: { reason: 'x', version: '1' },
        }[noun];
        expect([noun, (await stranger.post(`/files/${file.id}/${noun}`, fields)).status]).toEqual([
          noun,
          404,
        ]);
      }
      expect([await rows(), onDisk()]).toEqual([before, disk]);
    });

    it('a file that does not exist answers like a foreign one', async () => {
      expect((await worker.get('/files/999999/480.webp')).status).toBe(404);
    });

    it('the auditor reads and writes nothing', async () => {
      const auditor = await house.person('auditor');
      const seen = await auditor.get(page);
      expect([seen.status, seen.text.includes('入户表.pdf')]).toEqual([200, true]);
      expect(seen.page.querySelector('input[type=file]')).toBeNull();
      expect((await auditor.post(page, { purpose: 'view', files: fileOf(pdf(), 'a.pdf') })).status).toBe(403);
    });

    it('a visitor who sends a file is turned away before its body is read', async () => {
      const { hostname, port } = new URL(house.url);
      const head = `POST ${page} HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: multipart/form-data; boundary=x\r\ncontent-length: 150000000\r\n\r\n`;
      const started = Date.now();
      const answer = await new Promise<string>((resolve, reject) => {
        const socket = connect(Number(port), hostname, () => socket.write(`${head}--x\r\n`));
        socket.once('data', (data) => {
          resolve(String(data));
          socket.destroy();
        });
        socket.once('error', reject);
      });
      expect(answer).toMatch(/^HTTP\/1\.1 (303|401|403) /);
      expect(Date.now() - started).toBeLessThan(2000);
      expect(readdirSync(join(house.config.dataDir, 'tmp'))).toEqual([]);
    });
  });

  it('an upload that breaks off leaves nothing behind', async () => {
    const { hostname, port } = new URL(house.url);
    const tmp = join(house.config.dataDir, 'tmp');
    const head = `POST ${page} HTTP/1.1\r\nhost: ${hostname}\r\ncookie: session=${worker.cookie('session')}\r\ncontent-type: multipart/form-data; boundary=x\r\ncontent-length: 9000000\r\n\r\n`;
    const part = '--x\r\ncontent-disposition: form-data; name="files"; filename="a.jpg"\r\n\r\n';
    const socket = connect(Number(port), hostname);
    socket.write(head + part + 'x'.repeat(100_000));
    await until(() => readdirSync(tmp).length === 1);
    socket.destroy();
    await until(() => readdirSync(tmp).length === 0);
  });

  it('a form that ends too early is not our fault, and leaves nothing behind', async () => {
    const cut = '--x\r\ncontent-disposition: form-data; name="files"; filename="a.jpg"\r\n\r\nxxx';
    const headers = {
      cookie: `session=${worker.cookie('session')}`,
      'content-type': 'multipart/form-data; boundary=x',
    };
    const { status } = await fetch(house.url + page, { method: 'POST', headers, body: cut });
    expect(status).toBe(400);
    await until(() => readdirSync(join(house.config.dataDir, 'tmp')).length === 0);
  });

  describe('what belongs to nothing', () => {
    const day = 24 * 60 * 60 * 1000;
    const sweep = () => house.app.get(OrphanSweep).sweep();

    it('is swept away after a day; what has a row stays', async () => {
      const file = await give(worker, await photo('jpeg'), '有记录.jpg');
      const refused = await send(worker, [fileOf(await photo('jpeg'), '没有记录.jpg'), fileOf(svg, 'a.svg')]);
      expect(refused.status).toBe(422);
      const temporary = join(house.config.dataDir, 'tmp', 'left-by-a-crash');
      writeFileSync(temporary, 'x');
      const before = onDisk();
      expect(await sweep()).toEqual({ orphans: 0, temporary: 0 });
      house.setClock(new Date(Date.now() + day + 60_000).toISOString());
      const swept = await sweep();
      expect(swept.temporary).toBe(1);
      expect(onDisk()).toBe(before - swept.orphans * 5);
      expect(swept.orphans).toBeGreaterThanOrEqual(1);
      house.setClock(new Date().toISOString());
      expect((await bytesOf(`/files/${file.id}/480.webp`, worker)).status).toBe(200);
    });

    it('what was just prepared stays, even when the clock is set forward', async () => {
      const refused = await send(worker, [fileOf(await photo('jpeg'), '刚传.jpg'), fileOf(svg, 'a.svg')]);
      const kept = refused.page.querySelector('input[name=filesKept]')!.getAttribute('value')!;
      house.setClock(new Date(Date.now() + 10 * day).toISOString());
      expect((await sweep()).orphans).toBe(0);
      house.setClock(new Date().toISOString());
      await worker.get(page);
      const seen = await worker.post(page, {
        filesKept: kept,
        purpose: 'view',
        onceKey: 'kept-over-a-clock-jump',
      });
      expect(seen.status).toBe(303);
      expect((await bytesOf(`/files/${(await last()).id}/1600.jpg`, worker)).status).toBe(200);
    });

    it('files lie under the data folder only, readable by the owner only', () => {
      const root = join(house.config.dataDir, 'uploads');
      for (const one of readdirSync(root, { recursive: true, withFileTypes: true })) {
        const path = join(one.parentPath, one.name);
        expect([path, statSync(path).mode & 0o077]).toEqual([path, 0]);
      }
    });
  });
});

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !holds(); tries++)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(holds()).toBe(true);
}
