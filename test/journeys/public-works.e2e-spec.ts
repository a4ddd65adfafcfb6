import sharp from 'sharp';
import { DataSource } from 'typeorm';
import { Renovation } from '../../src/compounds/renovation.entities';
import { BulletinRecord } from '../../src/diaries/bulletin.entity';
import { DisruptionRecord } from '../../src/disruptions/disruption.entities';
import { StoredFile } from '../../src/files/stored-file.entity';
import { PostPhoto, PostRecord } from '../../src/posts/post.entities';
import { ProgressTotals } from '../../src/progress/progress.totals';
import { PointPhotoRecord } from '../../src/site-photos/site-photo.entities';
import { WorkItemStepRecord } from '../../src/works/work.entities';
import { photo } from '../fixtures/files/photos';
import { actorOf } from '../support/actors';
import { House, openHouse } from '../support/app';
import { taken } from '../support/pages';
import { fileOf } from '../support/papers';
import { Person } from '../support/person';
import { write } from '../support/portfolio';
import { givenPostRow } from '../support/post-rows';
import { openItem, runningContract } from '../support/site-rows';
import { confirmedUntilEighthOfJune, givenBaseline, givenPosts } from '../support/progress-rows';
import { insert } from '../support/rows';
import { GivenWorks, givenWorks } from '../support/works-rows';

const page = '/c/fl106';
/** Words of what no visitor reads. */
const inside = ['密记一', '密记二', '密理由', '密更正', '密原因', '密证号', '密缘由', '密撤回', '示例建设'];

describe('the works on the public page of 丰乐路106号院', () => {
  let house: House;
  let db: DataSource;
  let works: GivenWorks;
  let manager: Person;
  let visitor: Person;
  let postId: number;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-06-09T10:00:00+08:00' });
    db = house.db;
    works = await givenWorks(house.app, { supervised: false });
    [manager] = await house.people('manager');
    visitor = await house.person();
  });
  afterAll(() => house.close());

  const where = () => ({ compoundId: works.compoundId, renovationId: works.renovationId });
  const sent = (workedOn: string, value: number, row: Partial<PostRecord>, photos = 0) =>
    givenPostRow(house.app, where(), {
      ...{ contractId: works.contractId, workedOn, photos, row },
      values: [{ itemId: works.items['充电桩'], value, reason: '密原因' }],
    });
  /** Everything a visitor is shown of the works. */
  const told = async (): Promise<string> => {
    const seen = [];
    for (const path of [page, `${page}/log`, `${page}/bulletins/1`, '/']) seen.push(await visitor.get(path));
    return seen.map(({ html }) => html).join('\n');
  };

  it('tells nothing of a post that was only sent', async () => {
    postId = await sent('2026-06-08', 18_00, { sentence: '密记一：充电桩装到第 18 组' }, 2);
    const text = await told();
    for (const words of ['密记一', '每天干了什么', '18 组，共']) expect(text).not.toContain(words);
    expect((await visitor.get(`${page}/log`)).status).toBe(404);
  });

  it('nor of one that was sent back, nor why', async () => {
    await taken(
      manager.fill(
        `/posts/${postId}`,
        { reasons: '照片看不清或不是今天的', words: '密理由' },
        `/posts/${postId}/returns`,
      ),
    );
    const row = await db.manager.findOneByOrFail(PostRecord, { id: postId });
    expect([row.state, row.returnReason]).toEqual(['returned', expect.stringContaining('密理由')]);
    const text = await told();
    for (const words of ['密记一', '密理由', '18 组，共', '退回']) expect(text).not.toContain(words);
  });

  it('everything that is confirmed is there on the next load, its sentence masked', async () => {
    const sentence = '充电桩装到第 18 组，3号楼2单元501室来电 13812345678 已答复';
    const id = await sent(
      '2026-06-08',
      18_00,
      { sentence, holdups: ['residents', 'rain'], correctionReason: '密更正' },
      2,
    );
    expect(await told()).not.toContain('装到第 18 组');
    const { page: form } = await manager.get(`/posts/${id}`);
    const shown = form.querySelectorAll('input[name=shown]').map((one) => one.getAttribute('value')!);
    expect(shown).toHaveLength(2);
    await taken(
      manager.fill(`/posts/${id}`, { shown: shown[0], unrecognisable: 'yes' }, `/posts/${id}/confirmations`),
    );
    const { text, page: seen, html } = await visitor.get(page);
    expect(text).toContain('6月8日 · 晴 · 工人 9 人');
    expect(text).toContain('充电桩：18 组，共 30 组。');
    expect(seen.querySelector('#stage')!.structuredText.replace(/\s+/g, ' ')).toContain(
      '充电桩已做 60% 18 组，共 30 组，计划 6月16日 完成',
    );
    expect(text).toContain('受影响：下雨。');
    for (const words of ['13812345678', '501', '居民有意见', '密原因', '密更正', '示例建设', '现场负责人'])
      expect(html).not.toContain(words);
    expect((await visitor.get(`${page}/log`)).status).toBe(200);
    postId = id;
  });

  it('a released photo of it is shown without the place it was taken at, the other one is not', async () => {
    const photos = await db.manager.findBy(PostPhoto, { postId });
    const files = await Promise.all(
      photos.map(({ fileId: id }) => db.manager.findOneByOrFail(StoredFile, { id })),
    );
    expect(files.filter(({ publishedAt }) => publishedAt !== null)).toHaveLength(1);
    const { html } = await visitor.get(page);
    for (const file of files) {
      const isPublic = file.publishedAt !== null;
      expect(html.includes(file.publicId)).toBe(isPublic);
      for (const copy of ['480.webp', '480.jpg', '1600.webp', '1600.jpg']) {
        const answer = await fetch(`${house.url}/p/${file.publicId}-${copy}`);
        expect([copy, answer.status]).toEqual([copy, isPublic ? 200 : 404]);
        if (!isPublic) continue;
        const { exif, xmp, iptc } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
        expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined]);
      }
    }
  });

  it('a correction of a confirmed post changes nothing before it is confirmed itself', async () => {
    const row = { correctsId: postId, correctionReason: '密更正二', sentence: '密记二' };
    await sent('2026-06-08', 20_00, row);
    const text = await told();
    expect(text).toContain('18 组，共 30 组');
    for (const words of ['20 组', '密记二', '密更正二']) expect(text).not.toContain(words);
  });

  it('what is planned stands near the top, with neither its certificate nor its reason', async () => {
    const { userId: announcedBy } = await actorOf(house.app, 'manager');
    const power = {
      ...{
        ...where(),
        effect: 'power-off' as const,
        fromMoment: '2026-06-12 09:00',
        toMoment: '2026-06-12 11:00',
      },
      ...{ note: '充电桩接电，请提前准备', certificate: '密证号', reason: '密缘由', announcedBy },
      announcedAt: '2026-06-08T02:00:00.000Z',
    };
    await write(house.app, async (tx) => {
      await insert(tx, DisruptionRecord, power);
      await tx.query('UPDATE compound SET revision = revision + 1');
    });
    const { page: seen, html } = await visitor.get(page);
    const heed = seen.querySelector('#heed')!;
    expect(heed.structuredText).toContain('全院停电');
    expect(heed.structuredText).toContain('充电桩接电，请提前准备');
    expect(html.indexOf('id="heed"')).toBeLessThan(html.indexOf('id="stage"'));
    for (const words of ['密证号', '密缘由']) expect(html).not.toContain(words);
  });

  it('a bulletin has a page of its own; withdrawn it is gone', async () => {
    const { userId: publishedBy } = await actorOf(house.app, 'manager');
    const row = {
      ...{ ...where(), number: 1, fromOn: '2026-06-01', untilOn: '2026-06-07', title: '改造周报' },
      ...{ body: '总体情况\n施工 5 天。', publishedBy, publishedAt: '2026-06-08T02:00:00.000Z' },
    };
    const id = await write(house.app, async (tx) => {
      await tx.query('UPDATE compound SET revision = revision + 1');
      return insert(tx, BulletinRecord, row);
    });
    expect((await visitor.get(page)).page.querySelector(`a[href$="${page}/bulletins/1"]`)).not.toBeNull();
    expect((await visitor.get(`${page}/bulletins/1`)).text).toContain('施工 5 天。');
    for (const no of ['2', '0', 'x', '01'])
      expect((await visitor.get(`${page}/bulletins/${no}`)).status).toBe(404);
    await write(house.app, async (tx) => {
      const withdrawal = { withdrawnOn: '2026-06-09', withdrawnBy: publishedBy, withdrawnReason: '密撤回' };
      await tx.update(BulletinRecord, { id }, withdrawal);
      await tx.query('UPDATE compound SET revision = revision + 1');
    });
    expect((await visitor.get(`${page}/bulletins/1`)).status).toBe(404);
  });

  it('a point is shown before and now once both of its photos are released', async () => {
    const step = { itemId: works.items['充电桩'], reason: '', firmId: null };
    await write(house.app, async (tx) => {
      const { userId: recordedBy } = await actorOf(house.app, 'manager');
      const row = { ...step, recordedBy, recordedAt: '2026-05-19T02:00:00.000Z' };
      await tx.insert(WorkItemStepRecord, { ...row, step: 'open', happenedOn: '2026-05-19' });
    });
    const picture = async (takenAt: string, width: number) =>
      fileOf(await photo('jpeg', { gps: true, takenAt, width }), '院门.jpg', 'image/jpeg');
    const point = await taken(
      manager.fill(
        '/compounds/fl106/points/new',
        { name: '院门', place: '院门内侧，朝北', reference: await picture('2026:05:10 09:00:00', 640) },
        '/compounds/fl106/points',
      ),
    );
    await taken(
      manager.fill(
        point,
        { photos: await picture('2026:06:08 09:00:00', 700), shownOn: '2026-06-08' },
        `${point}/photos`,
      ),
    );
    const files = (await db.manager.find(PointPhotoRecord)).map(({ fileId }) => fileId);
    const release = (id: number) =>
      taken(manager.fill(`/files/${id}/publish`, { unrecognisable: 'yes' }, `/files/${id}/publications`));
    await release(files[0]);
    expect((await visitor.get(page)).text).not.toContain('院门，同一位置');
    await release(files[1]);
    const { text, page: seen } = await visitor.get(page);
    expect(text).toContain('院门，同一位置：5月10日 与 6月8日。');
    const tags = seen.querySelectorAll('#photo .photo-label').map((one) => one.textContent);
    expect(tags.slice(0, 2)).toEqual(['改造前', '现在']);
  });

  it('the total is the number the progress says everywhere, and no forecast', async () => {
    await givenBaseline(house.app, works);
    await givenPosts(house.app, works, confirmedUntilEighthOfJune());
    await write(house.app, (tx) => tx.query('UPDATE compound SET revision = revision + 1'));
    const standing = (await house.app.get(ProgressTotals).of([works.renovationId])).get(works.renovationId)!;
    const percent = Math.floor(standing.progress.actual / 100);
    const { page: seen, html } = await visitor.get(page);
    expect(seen.querySelector('.now .bar')!.getAttribute('aria-label')).toContain(`施工总进度 ${percent}%`);
    expect(percent).toBeGreaterThan(0);
    expect(html).not.toContain('最早');
    expect((await manager.get('/compounds/fl106/progress')).text).toContain(`${percent}%`);
  });

  it('the log is paged, the newest first', async () => {
    const stopped = Array.from({ length: 8 }, (_, at) => ({ on: `2026-05-0${at + 1}` }));
    await givenPosts(house.app, works, stopped);
    await write(house.app, (tx) => tx.query('UPDATE compound SET revision = revision + 1'));
    const first = await visitor.get(`${page}/log`);
    const days = first.page.querySelectorAll('.rows h3').map((one) => one.textContent);
    expect(days).toHaveLength(14);
    expect(days[0]).toContain('6月8日');
    const next = first.page.querySelector('a[rel=next]')!.getAttribute('href')!;
    const second = await visitor.get(visitor.pathOf(next));
    expect(second.status).toBe(200);
    expect((await visitor.get(`${page}/log?page=9`)).status).toBe(404);
  });

  it('once the renovation is an earlier one its works stand folded in the history, with nothing more', async () => {
    const bulletin = {
      ...{ ...where(), fromOn: '2026-06-01', untilOn: '2026-06-07', number: 2, title: '第一次的周报' },
      ...{ body: '施工 5 天。', publishedBy: (await actorOf(house.app, 'manager')).userId },
      publishedAt: '2026-06-08T02:00:00.000Z',
    };
    await sent('2026-06-08', 21_00, { sentence: '密记三', state: 'sent' });
    await write(house.app, async (tx) => {
      await insert(tx, BulletinRecord, bulletin);
      const over = { state: 'closed', isCurrent: false, closedOn: '2026-06-09' } as const;
      await tx.update(Renovation, { id: works.renovationId }, over);
      await tx.query('UPDATE compound SET revision = revision + 1');
    });
    const { page: seen, html } = await visitor.get(page);
    const fold = seen
      .querySelectorAll('#history details')
      .find((one) => one.querySelector('summary')!.textContent === '看那次怎么施工的')!;
    const words = fold.structuredText.replace(/\s+/g, ' ');
    expect(fold.getAttribute('open')).toBeUndefined();
    expect(words).toMatch(/粉刷院墙 ?做到 85% 5月29日 至 6月8日/);
    expect(words).toMatch(/一共 \d+ 天的记录，其中停工 \d+ 天。/);
    expect(words).toContain('院门，同一位置：5月10日 与 6月8日。');
    expect(words).toContain('6月8日发布的周报');
    expect(fold.querySelectorAll('.photo-label').map((one) => one.textContent)).toEqual(['改造前', '施工中']);
    for (const one of [...inside, '密记三', '全院停电']) expect(html).not.toContain(one);
    for (const block of ['#log', '#heed']) expect(seen.querySelector(block)).toBeNull();
  });

  it('and its log and bulletins are told apart from those of the next one', async () => {
    const { userId: publishedBy } = await actorOf(house.app, 'manager');
    const decided = { decidedBy: publishedBy, decidedAt: '2026-06-09T01:00:00.000Z' };
    const first = { compoundId: works.compoundId, renovationId: works.renovationId };
    const next = await write(house.app, async (tx) => {
      const { id: _id, ...row } = await tx.findOneByOrFail(Renovation, { id: first.renovationId });
      const again = { sequence: 2, name: '第二次改造', state: 'active', isCurrent: true, closedOn: null };
      return insert(tx, Renovation, { ...row, ...again } as Partial<Renovation>);
    });
    const there = { compoundId: first.compoundId, renovationId: next };
    const contract = await runningContract(house.app, there, { number: 'SG-2' });
    const item = await openItem(house.app, { ...there, contractId: contract }, { name: '路灯' });
    await givenPostRow(house.app, there, {
      ...{ contractId: contract, workedOn: '2026-06-09', values: [{ itemId: item, value: 3_00 }] },
      row: { state: 'confirmed', sentence: '装了三盏灯', ...decided },
    });
    await write(house.app, async (tx) => {
      const row = { ...there, fromOn: '2026-06-08', untilOn: '2026-06-09', number: 2, title: '第二次的周报' };
      await insert(tx, BulletinRecord, {
        ...{ ...row, body: '装灯。', publishedBy, publishedAt: '2026-06-09T01:00:00.000Z' },
      });
      await tx.query('UPDATE compound SET revision = revision + 1');
    });
    const log = async (query: string) => visitor.get(`${page}/log${query}`);
    for (const query of [
      '',
      '?renovation=1',
      '?renovation=x',
      '?renovation=0',
      '?renovation=1&renovation=2',
    ]) {
      const { text } = await log(query);
      expect([query, text.includes('充电桩'), text.includes('路灯')]).toEqual([query, true, false]);
    }
    const { text } = await log('?renovation=2');
    expect([text.includes('路灯'), text.includes('充电桩')]).toEqual([true, false]);
    for (const query of ['?renovation=3', '?renovation=2&page=2'])
      expect((await log(query)).status).toBe(404);
    expect((await visitor.get(`${page}/bulletins/2`)).text).toContain('第一次的周报');
    expect((await visitor.get(`${page}/bulletins/2?renovation=2`)).text).toContain('第二次的周报');
    expect((await visitor.get(`${page}/bulletins/2?renovation=3`)).status).toBe(404);
    const { page: seen } = await visitor.get(page);
    const links = seen.querySelectorAll('a.more').map((one) => visitor.pathOf(one.getAttribute('href')!));
    expect(links).toEqual(
      expect.arrayContaining([`${page}/bulletins/2?renovation=2`, `${page}/log`, `${page}/bulletins/2`]),
    );
    // The letter size is chosen on the page it stays on.
    expect((await log('?renovation=2')).html).toContain('log%3Frenovation%3D2');
  });

  it('every public page of the works weighs less than 30 KB with its styles and script', async () => {
    for (const path of [page, `${page}/log`, `${page}/log?renovation=2`]) {
      const { page: seen } = await visitor.get(path);
      const own = seen
        .querySelectorAll('link[rel=stylesheet], script[src]')
        .map((one) => one.getAttribute('href') ?? one.getAttribute('src')!);
      let size = 0;
      for (const part of [path, ...own]) {
        const answer = await fetch(new URL(part, house.url), { headers: { 'accept-encoding': 'gzip' } });
        // The client has unpacked it already; the length on the wire stands in its head.
        size += Number(answer.headers.get('content-length'));
        await answer.arrayBuffer();
      }
      expect(size).toBeGreaterThan(5000);
      expect([path, size < 30 * 1024]).toEqual([path, true]);
    }
  });
});
