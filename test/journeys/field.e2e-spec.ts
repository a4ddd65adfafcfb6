import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { FieldPages } from '../../src/posts/field-pages';
import { PostPhoto, PostRecord, PostValueRecord } from '../../src/posts/post.entities';
import { StoredFile } from '../../src/files/stored-file.entity';
import { WorkItemRecord } from '../../src/works/work.entities';
import { heavyPhoto } from '../fixtures/files/photos';
import { actorOf } from '../support/actors';
import { House, openHouse } from '../support/app';
import { enterWith, inviteTo } from '../support/inviting';
import { toMend } from '../support/pages';
import { Fields, Person, valuesOf } from '../support/person';
import { givenYard, write } from '../support/portfolio';
import { givenPostRow } from '../support/post-rows';
import { runningContract } from '../support/site-rows';
import { reportFields, sendReport, sitePhoto, tellPhoto, tellPost } from '../support/posting';
import { countQueries } from '../support/queries';
import { refusal } from '../support/refusals';
import { countRows, newest, untouched } from '../support/rows';
import { GivenWorks, givenWorks } from '../support/works-rows';

const today = '2026-06-08';

describe('a foreman posts a day from a phone', () => {
  let house: House;
  let db: DataSource;
  let works: GivenWorks;
  let contractId: number;
  let phone: Person;
  let manager: Person;

  beforeAll(async () => {
    house = await openHouse({ at: `${today}T17:20:00+08:00` });
    db = house.db;
    works = await givenWorks(house.app);
    ({ contractId } = works);
    manager = await house.person('manager');
    phone = await enterWith(await house.person(), await inviteTo(manager, contractId));
  });
  afterAll(() => house.close());

  const item = (name: string) => works.items[name];
  const value = (name: string, text: string): Fields => ({ [`value.${item(name)}`]: text });
  const post = (fields: Fields, on = '') => sendReport(phone, contractId, fields, on);
  const tell = async (fields: Fields) => {
    await phone.get('/m');
    return tellPost(phone, { contractId: String(contractId), workedOn: today, workers: '8', ...fields });
  };
  const photoOf = async (fields: Fields = {}, file?: Blob) => {
    await phone.get('/m/report');
    return tellPhoto(phone, { contractId: String(contractId), ...fields }, file);
  };
  const posts = (where: { id?: number } = {}) =>
    db.manager.find(PostRecord, { where: { contractId, ...where }, order: { id: 'ASC' } });
  const valuesOfPost = async (postId: number) =>
    Object.fromEntries(
      (await db.manager.findBy(PostValueRecord, { postId })).map((row) => [row.itemId, row.value]),
    );
  const photosOfPost = (postId: number) => db.manager.countBy(PostPhoto, { postId });
  const last = () => newest(db.manager, PostRecord);
  /** What was typed is refused in the plain form, stands there again, and no row is written. */
  const refused = async (fields: Fields, on = '') => {
    const hidden = await reportFields(phone, contractId, on);
    const { kind = 'work', ...typed } = fields;
    return refusal(db, typed, () => phone.post('/m/posts', { ...hidden, kind, ...typed }));
  };

  describe('without a script', () => {
    it('the first page says that today is not written, and until when', async () => {
      const seen = await phone.get('/m');
      expect([seen.status, seen.text]).toEqual([200, expect.stringContaining('18:00 前提交')]);
      expect(seen.page.querySelectorAll('main .btn-p')).toHaveLength(1);
      expect(seen.html).not.toMatch(/\/compounds\/|\/work"|\/posts\/\d/);
      // No plan of the works was frozen here.
      expect(seen.text).not.toContain('总进度');
    });

    it('the form says that nothing is kept before it is sent, and how long a sign-in lasts', async () => {
      const note = async (person: Person) =>
        (await person.get(`/m/report?contract=${contractId}`)).page.querySelector('form noscript')
          ?.textContent;
      const kept = '这部手机没有打开 JavaScript，填的内容不会自动保存';
      expect(await note(phone)).toContain(`${kept}；请填完马上提交`);
      expect(await note(manager)).toContain(`${kept}；登录后 30 分钟不操作会退出，请在这之前提交`);
    });

    it('the form opens on today with the open items, where they are and should be', async () => {
      const seen = await phone.get(`/m/report?contract=${contractId}`);
      expect(seen.page.querySelector('h1')?.textContent).toBe('6月8日 施工日报');
      expect(seen.text).toContain('丰乐路106号院 · 第 21 天');
      const rows = seen.page.querySelectorAll('li[data-item]');
      expect(rows).toHaveLength(7);
      expect(rows[2].textContent).toContain('还没有报过，计划今天');
      expect(seen.page.querySelectorAll('main .btn-p')).toHaveLength(1);
      const bytes = Buffer.byteLength(seen.html);
      expect(bytes).toBeLessThan(30_000);
    });

    it('is sent with photos, and says what comes next', async () => {
      const seen = await post({
        ...value('粉刷楼道', '4'),
        ...{ workers: '9', weather: 'sunny', effects: ['smell'], sentence: '三楼做完' },
        photos: [await sitePhoto(640), await sitePhoto(650), await sitePhoto(660)],
      });
      expect(seen.status).toBe(303);
      const row = await last();
      expect(seen.location).toBe(`/m/posts/${row.id}`);
      expect(row).toMatchObject({
        ...{ contractId, workedOn: today, kind: 'work', workers: 9, weather: 'sunny', effects: ['smell'] },
        ...{ state: 'sent', isLate: false, postedFirmId: expect.any(Number) as number },
      });
      expect(row.invitationId).not.toBeNull();
      expect(await valuesOfPost(row.id)).toEqual({ [item('粉刷楼道')]: 4_00 });
      expect(await photosOfPost(row.id)).toBe(3);
      const page = await phone.get(seen.location!);
      expect(page.text).toContain('已收到，等确认。确认前不公开');
      expect(page.text).toContain('4 层，共 7 层');
      expect(page.page.querySelectorAll('main img')).toHaveLength(3);
      const picture = page.page.querySelector('main img')!.getAttribute('src')!;
      expect((await phone.get(picture)).status).toBe(200);
    });

    it('a second one of the day opens on the first, and replaces it', async () => {
      const before = await last();
      const seen = await phone.get(`/m/report?contract=${contractId}`);
      expect(seen.text).toContain('6月8日的日报已由 现场负责人 17:20 提交');
      const typed = valuesOf(seen.page.querySelector('form[data-report]')!);
      expect(typed).toMatchObject({ corrects: String(before.id), workers: '9', weather: 'sunny' });
      expect(typed.keep).toHaveLength(3);
      const [first] = typed.keep as string[];
      const answer = await phone.post('/m/posts', {
        ...{ ...typed, ...value('粉刷楼道', '5'), effects: undefined, keep: first, kind: 'work' },
      });
      expect(answer.status).toBe(303);
      const row = await last();
      expect(row).toMatchObject({ correctsId: before.id, effects: [], state: 'sent' });
      expect((await posts({ id: before.id }))[0].state).toBe('corrected');
      expect([await valuesOfPost(row.id), await photosOfPost(row.id)]).toEqual([
        { [item('粉刷楼道')]: 5_00 },
        1,
      ]);
      expect(await photosOfPost(before.id)).toBe(3);
    });

    it.each<[string, () => Fields, string]>([
      ['120 %', () => value('电子门禁', '120'), '「电子门禁」的完成比例要在 0 到 100 之间，现在填的是 120'],
      ['more than there is', () => value('充电桩', '31'), '「充电桩」累计 31 组，超过工程量 30 组'],
      ['no number', () => value('充电桩', '很多'), '「充电桩」只能填数字，最多两位小数，如 12.5'],
      ['nobody', () => ({ workers: '' }), '请填写「工人数」'],
      ['a crowd', () => ({ workers: '501' }), '「工人数」要在 0 到 500 之间，现在填的是 501'],
      ['no man at work', () => ({ workers: '0' }), '没有人施工请点「今日停工」'],
      ['a stop without a reason', () => ({ kind: 'stopped', sentence: '' }), '请选停工的原因，或写一句话'],
      [
        'a stop with progress',
        () => ({ kind: 'stopped', holdups: ['rain'], ...value('充电桩', '3') }),
        '「今日停工」不填进度；有施工的请点「提交日报」',
      ],
      ['a long story', () => ({ sentence: '长'.repeat(201) }), '「一句话」最多 200 个字，请缩短'],
    ])('%s is refused, everything typed stays, and nothing is written', async (_, fields, sentence) => {
      expect(await refused(fields(), '2026-06-05')).toContain(sentence);
    });

    it('ten photos are refused, and come back kept in the form', async () => {
      const photos = await Promise.all(Array.from({ length: 10 }, (_, at) => sitePhoto(700 + at)));
      const hidden = await reportFields(phone, contractId, '2026-06-05');
      const typed = { ...hidden, workers: '5', kind: 'work' };
      const seen = await untouched(db, () => phone.post('/m/posts', { ...typed, photos }));
      expect([seen.status, toMend(seen)]).toEqual([422, ['一份日报最多 9 张照片，现在有 10 张，请去掉多的']]);
      expect(seen.page.querySelectorAll('input[name=photosKept]')).toHaveLength(10);
    });

    it('photos of a refused form are not lost: nine of them go with the second try', async () => {
      const photos = await Promise.all(Array.from({ length: 9 }, (_, at) => sitePhoto(720 + at)));
      const hidden = await reportFields(phone, contractId, '2026-06-05');
      const seen = await untouched(db, () =>
        phone.post('/m/posts', { ...hidden, workers: '', kind: 'work', photos }),
      );
      const again = valuesOf(seen.page.querySelector('form[data-report]')!);
      expect((await phone.post('/m/posts', { ...again, workers: '6', kind: 'work' })).status).toBe(303);
      const row = await last();
      expect([row.workedOn, row.isLate, await photosOfPost(row.id)]).toEqual(['2026-06-05', true, 9]);
    });

    it('one press says that nobody worked, and one that it was as before', async () => {
      const stop = await post({ kind: 'stopped', holdups: ['rain'] }, '2026-06-06');
      expect(stop.status).toBe(303);
      expect(await last()).toMatchObject({ kind: 'stopped', workers: 0, holdups: ['rain'] });
      const both = await refused({ kind: 'same', ...value('充电桩', '7') }, '2026-06-07');
      expect(both).toContain('进度有改动，请点「提交日报」；要同昨天，请先改回原来的数');
      const same = await post({ kind: 'same' }, '2026-06-07');
      expect(same.status).toBe(303);
      expect(await last()).toMatchObject({
        ...{ kind: 'work', workers: 6, workedOn: '2026-06-07' },
        sentence: '人员和部位同前一个施工日，进度没有变化',
      });
    });
  });

  describe('days', () => {
    it.each([
      ['2026-06-09', '日报日期 2026年6月9日 晚于今天 2026年6月8日。请改日期，手机日期不准的请先校准'],
      ['2026-06-04', '2026年6月4日 已过去 4 天，超过 3 天的请交街道项目负责人补录'],
      ['2026-05-18', '合同 2026年5月19日 才开工，请核对日期'],
    ])('%s is refused', async (workedOn, sentence) => {
      const { status, body } = await untouched(db, () => tell({ workedOn, sentence: '测试' }));
      expect([status, body.blockers]).toEqual([422, expect.arrayContaining([sentence])]);
    });

    it('the street manager fills in an older one', async () => {
      const answer = await sendReport(manager, contractId, { workers: '7', sentence: '补录' }, '2026-06-02');
      expect(answer.status).toBe(303);
      expect(await last()).toMatchObject({ workedOn: '2026-06-02', isLate: true, invitationId: null });
    });

    it('a day that is none is said, and the form opens on today instead', async () => {
      const { status, body } = await untouched(db, () => tell({ workedOn: '2026-02-30' }));
      expect([status, body.blockers]).toEqual([422, ['「日期」不是一个日期，请按 2026-05-18 这样填写']]);
      expect((await phone.get(`/m/report?contract=${contractId}&on=2026-02-30`)).text).toContain('6月8日');
    });
  });

  describe('with the script', () => {
    it('the same post twenty times at once is one record, one audit entry, one set of photos', async () => {
      const { uuid: photo } = await photoOf({}, await sitePhoto(800));
      const uuid = randomUUID();
      const fields = { uuid, workedOn: today, ...value('粉刷院墙', '500'), sent: photo };
      const before = await countRows(db);
      await phone.get('/m');
      const typed = { contractId: String(contractId), workers: '8', ...fields };
      const answers = await Promise.all(Array.from({ length: 20 }, () => tellPost(phone, typed)));
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(19);
      expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
      const after = await countRows(db);
      expect(after.daily_post - before.daily_post).toBe(1);
      expect(after.stored_file).toBe(before.stored_file);
      expect(await db.manager.countBy(PostRecord, { uuid })).toBe(1);
    });

    it('the same number with other words is told so, and nothing is lost', async () => {
      const { uuid, id } = await last();
      const answer = await untouched(db, () => tell({ uuid, ...value('粉刷院墙', '510') }));
      expect([answer.status, answer.body]).toMatchObject([422, { codes: ['works.post-altered'], of: id }]);
      expect(answer.body.blockers[0]).toContain('请点「更正」再提交，填的内容会保留');
    });

    it('a post that did not know of the first carries over what it does not mention', async () => {
      const earlier = await last();
      const answer = await tell({ ...value('充电桩', '6'), sentence: '' });
      expect(answer.status).toBe(201);
      expect(answer.body.warnings).toContainEqual(expect.stringContaining('已有日报，这一份作为更正'));
      const row = await last();
      expect(row.correctsId).toBe(earlier.id);
      expect(await valuesOfPost(row.id)).toMatchObject({
        [item('粉刷院墙')]: 500_00,
        [item('充电桩')]: 6_00,
        [item('粉刷楼道')]: 5_00,
      });
      expect(await photosOfPost(row.id)).toBe(await photosOfPost(earlier.id));
    });

    it('what stands in the form untouched is not told', async () => {
      const answer = await tell({
        ...value('电子门禁', '40'),
        ...{ [`was.${item('电子门禁')}`]: '40%', sentence: '只写一句' },
      });
      expect(answer.status).toBe(201);
      expect(await valuesOfPost(answer.body.id)).not.toHaveProperty(String(item('电子门禁')));
    });

    it('photos come first; one that is sent again is there once', async () => {
      const first = await photoOf({}, await sitePhoto(820));
      expect([first.status, first.body.state]).toEqual([201, 'kept']);
      const files = await db.manager.count(StoredFile);
      const again = await untouched(db, () => photoOf({ uuid: first.uuid }));
      expect([again.status, again.body.state]).toEqual([200, 'repeat']);
      const many = await Promise.all(
        Array.from({ length: 8 }, async () =>
          tellPhoto(phone, { contractId: String(contractId), uuid: sharedUuid }, await sitePhoto(821)),
        ),
      );
      expect(many.filter(({ status }) => status === 201)).toHaveLength(1);
      expect(many.filter(({ status }) => status === 200)).toHaveLength(7);
      expect(await db.manager.count(StoredFile)).toBe(files + 1);
    });
    const sharedUuid = randomUUID();

    it('a post whose photo never came says which, and waits for it', async () => {
      const lost = randomUUID();
      const fields = { sent: lost, sentence: '缺一张' };
      const answer = await untouched(db, () => tell(fields));
      expect([answer.status, answer.body]).toMatchObject([409, { missingPhotos: [lost] }]);
      await photoOf({ uuid: lost }, await sitePhoto(830));
      expect((await tell(fields)).status).toBe(201);
    });

    it('keeps when the camera says a photo was taken, though it was shrunk', async () => {
      const { uuid } = await photoOf({ takenAt: '2026-06-07T09:30:00' }, await sitePhoto(840));
      const { fileId } = await db.manager.findOneByOrFail(PostPhoto, { uuid });
      const { takenAt } = await db.manager.findOneByOrFail(StoredFile, { id: fileId });
      expect(takenAt).toBe('2026-06-07T01:30:00.000Z');
    });

    it.each<[string, () => Promise<File>, string]>([
      [
        'a photo of 32 MB',
        async () => new File([new Uint8Array(await heavyPhoto(32))], '大.jpg', { type: 'image/jpeg' }),
        '超过 20 MB，请重新拍一张',
      ],
      [
        'a PDF that is called .jpg',
        () => Promise.resolve(new File(['%PDF-1.4\n%%EOF\n'], '照片.jpg', { type: 'image/jpeg' })),
        '这个文件不是照片，请选 JPG、PNG 或 WebP',
      ],
      [
        'HEIC',
        () => {
          const head = new Uint8Array([0, 0, 0, 24, ...Buffer.from('ftypheic'), 0, 0, 0, 0]);
          return Promise.resolve(new File([head, new Uint8Array(600)], 'IMG_1.HEIC', { type: 'image/heic' }));
        },
        'HEIC',
      ],
      ['nothing', () => Promise.resolve(new File([], '空.jpg', { type: 'image/jpeg' })), '请重新'],
    ])('%s is refused with what to do, and nothing is written', async (_, file, sentence) => {
      const answer = await photoOfFile(await file());
      expect([answer.status, answer.body.blockers.join()]).toEqual([422, expect.stringContaining(sentence)]);
    });
    const photoOfFile = (file: File) => untouched(db, () => photoOf({}, file));

    it.each(['GET', 'again'])('a number that is none is refused (%s)', async () => {
      const answer = await untouched(db, () => photoOf({ uuid: 'photo-1' }));
      expect([answer.status, answer.body.blockers]).toEqual([
        422,
        ['这张照片没有编号，请刷新页面后再拍，已拍的会保留'],
      ]);
      const told = await untouched(db, () => tell({ uuid: 'post-1', sentence: '一句' }));
      expect([told.status, told.body.blockers]).toEqual([
        422,
        ['这份日报没有编号，请刷新页面后再提交，内容会保留'],
      ]);
    });
  });

  describe('values', () => {
    it('that fall need a reason, and then are said beside it', async () => {
      const typed = value('充电桩', '2');
      house.setClock('2026-06-09T12:00:00+08:00');
      const sentence = '「充电桩」2 组，比2026年6月8日报的 6 组低。确认返工或更正的，请写明原因';
      const answer = await untouched(db, () => tell({ workedOn: '2026-06-09', ...typed }));
      expect([answer.status, answer.body.blockers]).toEqual([422, [sentence]]);
      const reason = { [`reason.${item('充电桩')}`]: '四组接线返工' };
      const taken = await tell({ workedOn: '2026-06-09', ...typed, ...reason });
      expect(taken.status).toBe(201);
      expect(taken.body.warnings).toContainEqual(expect.stringContaining('四组接线返工'));
    });

    it('of an item that is finished, not begun or of nobody are refused', async () => {
      const id = item('消防车道划线');
      for (const [state, words] of [
        ['planned', '「消防车道划线」还没有开工，请先由监理或街道办理开工'],
        ['finished', '「消防车道划线」已完工，不用再报；要返工请先由监理退回施工'],
      ] as const) {
        await write(house.app, (tx) => tx.update(WorkItemRecord, { id }, { state }));
        const answer = await untouched(db, () => tell({ workedOn: '2026-06-09', [`value.${id}`]: '1' }));
        expect([answer.status, answer.body.blockers]).toEqual([422, [words]]);
      }
      const nobodys = await untouched(db, () => tell({ workedOn: '2026-06-09', 'value.99999': '50' }));
      expect([nobodys.status, nobodys.body.blockers]).toEqual([
        422,
        ['填报的项目不在这份合同里，请刷新页面，只填列出的项目'],
      ]);
    });

    it('of an item of another contract are refused, whoever sends them', async () => {
      const other = await runningContract(house.app, works, { name: '雨污分流' });
      const foreign = await write(house.app, async (tx) => {
        const row = await tx.findOneByOrFail(WorkItemRecord, { id: item('电子门禁') });
        const { identifiers } = await tx.insert(WorkItemRecord, { ...row, id: undefined, contractId: other });
        return identifiers[0].id as number;
      });
      const fields = { workedOn: '2026-06-09', [`value.${foreign}`]: '50' };
      const answer = await untouched(db, () => tell(fields));
      expect([answer.status, answer.body.codes]).toEqual([422, ['works.post-foreign']]);
    });
  });
});

describe('the first page of somebody with many contracts', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse({ at: `${today}T17:20:00+08:00` });
  });
  afterAll(() => house.close());

  it('takes as many statements for three as for one, and tells of each what is its own', async () => {
    const { app } = house;
    const actor = await actorOf(app, 'manager');
    const given = async (code: string) => {
      const where = await givenYard(app, { code, name: `${code} 号院` });
      const contractId = await runningContract(app, where);
      const decided = { decidedBy: actor.userId, decidedAt: `${today}T02:00:00.000Z` };
      const told = { contractId, workedOn: '2026-06-05', by: 'manager' };
      await givenPostRow(app, where, {
        ...told,
        row: { state: 'returned', returnReason: `缺 ${code} 的照片`, ...decided },
      });
      await givenPostRow(app, where, {
        ...told,
        workedOn: '2026-06-04',
        row: { state: 'confirmed', ...decided },
      });
    };
    const ask = () => app.get(FieldPages).today({ actor });
    await given('yard-1');
    const one = await countQueries(app, ask);
    await given('yard-2');
    await given('yard-3');
    const three = await countQueries(app, ask);
    expect(three.queries).toBe(one.queries);
    expect(three.answer.cards.map(({ returned }) => returned.map(({ reason }) => reason))).toEqual([
      ...[['缺 yard-1 的照片'], ['缺 yard-2 的照片'], ['缺 yard-3 的照片']],
    ]);
  });
});
