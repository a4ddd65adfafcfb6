import { DoorVisitRecord } from '../../src/surveys/door-visit.entity';
import { HazardPhoto, HazardRecord } from '../../src/surveys/hazard.entities';
import { Survey } from '../../src/surveys/survey.entity';
import { SurveyTotals } from '../../src/surveys/surveys.totals';
import { isoMedia } from '../fixtures/files/photos';
import { Post, expectEach, pathsOf } from '../support/addresses';
import { House, openHouse } from '../support/app';
import { expectRefused, onceKeyIn, taken } from '../support/pages';
import { jpeg } from '../support/papers';
import { Person } from '../support/person';
import { factStates, openedRenovation } from '../support/renovation';

const tab = '/compounds/fl106/survey';

/** The seven findings of 丰乐路106号院; the fourth is grade 4. */
const findings: Record<string, string>[] = [
  { kind: 'shed-suspected', place: '院内东侧至南侧', severity: '3' },
  { kind: 'flying-wires', place: '北墙电表箱', severity: '3' },
  { kind: 'dirty-corner', place: '院墙角', severity: '2' },
  { kind: 'fire-lane-blocked', place: '院门至单元口', severity: '4', controlBy: '2026-03-13' },
  { kind: 'parking-disorder', place: '院内', severity: '3' },
  { kind: 'falling-objects', place: '临街外墙二层', severity: '3' },
  { kind: 'entrance-open', place: '院门', severity: '2' },
];

describe('丰乐路106号院 is surveyed', () => {
  let house: House;
  let ids: { compoundId: number; renovationId: number };
  let worker: Person;
  let manager: Person;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-03-12T09:00:00+08:00' });
    ids = await openedRenovation(house.app);
    [worker, manager] = await house.people('worker', 'manager');
  });
  afterAll(() => house.close());

  const survey = async () => (await house.rows.find(Survey, { order: { number: 'DESC' }, take: 1 }))[0];
  const door = (page: Person, roomNo: string) =>
    page.get(tab).then((seen) => {
      const link = seen.page.querySelectorAll('.doors a').find((one) => one.textContent.startsWith(roomNo));
      return worker.pathOf(link!.getAttribute('href')!);
    });
  const hazardRow = (kind: string) =>
    house.rows.findOneOrFail(HazardRecord, { where: { kind }, order: { id: 'DESC' } });
  const facts = () => factStates(house.app, ids);

  it('before it begins the page says what it is for, and the gates hear that it has not begun', async () => {
    const seen = await worker.get(tab);
    expect(seen.text).toContain('还没有开始摸底');
    expect(seen.text).toContain('开始摸底');
    expect((await (await house.person('auditor')).get(tab)).html).not.toContain(`action="${tab}"`);
    expect(await facts()).toMatchObject({ 'survey.complete': 'missing', 'survey.signed': 'missing' });
    const refused = await worker.post('/compounds/fl106/hazards', {
      ...findings[0],
      foundOn: '2026-03-12',
      onceKey: 'a'.repeat(20),
    });
    expectRefused(refused, '还没有开始摸底');
  });

  it('two presses of the button begin one survey', async () => {
    const { page } = await worker.get(tab);
    const onceKey = onceKeyIn(page);
    const seen = [await worker.post(tab, { onceKey }), await worker.post(tab, { onceKey })];
    expect(seen.map(({ status, location }) => [status, location])).toEqual([
      [303, tab],
      [303, tab],
    ]);
    expect(await house.rows.count(Survey)).toBe(1);
    expect(await survey()).toMatchObject({ number: 1, state: 'draft', renovationId: ids.renovationId });
    const second = await worker.post(tab, { onceKey: 'b'.repeat(20) });
    expectRefused(second, '第 1 次摸底还没有签完字');
  });

  it('nobody signs while something is missing: every missing thing is named, with the way to it', async () => {
    const seen = await worker.get(tab);
    for (const sentence of [
      '「坐落」未填',
      '「常住人口」未填',
      '还没有登记楼栋',
      '门户名册还是空的',
      '还没有登记隐患',
    ]) {
      expect(seen.text).toContain(sentence);
    }
    const links = seen.page.querySelectorAll('.todo a').map((one) => one.getAttribute('href'));
    expect(links).toContain('/compounds/fl106/edit#f-address');
    expect(links).toContain('/compounds/fl106/doors');
    expect(seen.html).not.toContain('/sign?step=sign-for-community');
    const { id } = await survey();
    const page = await worker.get(`/surveys/${id}/sign?step=sign-for-community`);
    expect(page.page.querySelector('form[action$=signatures]')).toBeNull();
    const refused = await worker.post(`/surveys/${id}/signatures`, {
      step: 'sign-for-community',
      version: '1',
      onceKey: 'c'.repeat(20),
    });
    expect(refused.status).toBe(422);
    for (const sentence of [
      '楼院信息：「坐落」未填',
      '门户名册：门户名册还是空的',
      '隐患清单：还没有登记隐患',
    ]) {
      expect(refused.text).toContain(sentence);
    }
    expect((await survey()).state).toBe('draft');
  });

  it('the register is completed and 28 doors are made', async () => {
    const filled = await worker.fill('/compounds/fl106/edit', {
      address: '丰乐路106号',
      builtYearBasis: 'unit-certificate',
      residentCount: '61',
      tenure: 'reformed',
      originUnit: '搬运三站',
      originUnitStatus: 'acquired',
      noOwnerReason: 'restructured',
      managementStatus: 'residents',
    });
    expect(filled.status).toBe(303);
    const building = { buildingNo: '1号楼', units: '1', floors: '7', doorsPerFloor: '4' };
    await worker.fill('/compounds/fl106/doors', building, '/compounds/fl106/buildings');
    const seen = await worker.get(tab);
    expect(seen.page.querySelectorAll('.doors a').length).toBe(28);
    expect(seen.page.querySelectorAll('.doors tr')[0].textContent).toContain('701');
    expect(seen.text).toContain('还有 28 户没有入户记录');
    expect(seen.text).toContain('还没有楼栋照片：1号楼');
  });

  describe('door to door', () => {
    const pasted = '“门口堆物”\u00a0影响通行——\t见照片①\r\n· 第二行\uf0b7';

    it('a visit is written down and the form goes on to the next door, with the same people', async () => {
      const [first, second] = [await door(worker, '101'), await door(worker, '102')];
      const form = {
        outcome: 'met',
        visitors: ['community-worker', 'building-lead'],
        note: pasted,
        next: 'yes',
      };
      const seen = await worker.fill(first, form);
      expect([seen.status, seen.location]).toEqual([303, second]);
      const next = await worker.open(seen.location!);
      expect(next.text).toContain('1号楼 1单元 101 已保存');
      const ticked = next.page.querySelectorAll('input[name=visitors][checked]');
      expect(ticked.map((one) => one.getAttribute('value'))).toEqual(['community-worker', 'building-lead']);
      const [visit] = await house.rows.find(DoorVisitRecord);
      expect(visit).toMatchObject({
        note: pasted.replace('\r\n', '\n').replace('\u00a0', ' '),
        visitedOn: '2026-03-12',
        outcome: 'met',
      });
      expect((await worker.get(first)).html).toContain('“门口堆物” 影响通行——\t见照片①\n· 第二行');
    });

    it('a note of 5,000 characters is refused with a sentence, and every character is still there', async () => {
      const note = '记'.repeat(5000);
      const seen = await worker.fill(await door(worker, '102'), {
        outcome: 'met',
        visitors: 'volunteer',
        note,
      });
      expect(seen.status).toBe(422);
      expect(seen.text).toContain('「情况记录」最多 1000 个字，现在是 5000 个');
      expect(seen.page.querySelector('#f-note')!.textContent.trim()).toBe(note);
      expect(seen.page.querySelector('input[value=volunteer]')!.hasAttribute('checked')).toBe(true);
    });

    it('what is missing or cannot be is said beside its field', async () => {
      const path = await door(worker, '102');
      const seen = await worker.fill(path, { outcome: '', visitors: undefined, visitedOn: '' });
      for (const sentence of ['请填写「走访结果」', '请选择「走访人」，至少一项', '请填写「走访日期」']) {
        expect(seen.text).toContain(sentence);
      }
      const later = await worker.fill(path, {
        outcome: 'other',
        visitors: 'street',
        visitedOn: '2026-03-13',
      });
      expect(later.status).toBe(422);
      expect(later.text).toContain('「走访日期」不能晚于今天 2026年3月12日');
      expect(later.text).toContain('选「其他」时请写明情况');
      expect(await house.rows.count(DoorVisitRecord)).toBe(1);
    });

    it('a double click makes one record', async () => {
      const path = await door(worker, '102');
      const { page } = await worker.get(path);
      const onceKey = onceKeyIn(page);
      const form = { outcome: 'not-home', visitors: 'street', visitedOn: '2026-03-12', onceKey };
      const seen = await Promise.all([worker.post(path, form), worker.post(path, form)]);
      expect(seen.map(({ status }) => status)).toEqual([303, 303]);
      expect(await house.rows.count(DoorVisitRecord)).toBe(2);
    });

    it('a record made at the wrong door is taken back with a reason, and stays readable', async () => {
      const path = await door(worker, '103');
      await worker.fill(path, { outcome: 'refused', visitors: 'street' });
      const { page } = await worker.get(path);
      const link = page.querySelectorAll('a').find((one) => one.textContent.startsWith('记错了'))!;
      const withdraw = worker.pathOf(link.getAttribute('href')!);
      expect((await worker.fill(withdraw, {})).text).toContain('请填写「作废原因」');
      expect((await worker.fill(withdraw, { reason: '记到了隔壁' })).location).toBe(path);
      const seen = await worker.get(path);
      expect(seen.text).toContain('2026年3月12日 作废：记到了隔壁');
      expect(seen.page.querySelector('.panel .st')!.textContent).toBe('未访');
    });

    it('the whole unit is recorded on one form: some doors chosen, the others alike', async () => {
      const { page } = await worker.get(tab);
      const link = page.querySelectorAll('a').find((one) => one.textContent.startsWith('整单元登记'))!;
      const path = worker.pathOf(link.getAttribute('href')!);
      const empty = await worker.fill(path, {});
      expectRefused(empty, '请至少为一户选择走访结果');
      const doors = (await worker.get(path)).page
        .querySelectorAll('select[name^="outcome."]')
        .map((one) => one.getAttribute('name')!);
      expect(doors.length).toBe(28);
      const chosen = { [doors[1]]: 'met', [doors[27]]: 'vacant' };
      const given = { visitors: ['community-worker', 'building-lead'], ...chosen, rest: 'met' };
      const wrong = await worker.fill(path, { ...given, visitedOn: '2026-03-13' });
      expect(wrong.text.match(/不能晚于今天/g)?.length).toBe(1);
      expect(wrong.page.querySelectorAll('select[name^="outcome."] option[selected]').length).toBe(2);
      await taken(worker.fill(path, given));
      const seen = await worker.get(tab);
      expect(seen.text).toContain('28/28 户有记录');
      expect(seen.text).toContain('应访 27 户，访到 27 户，空置 1 户');
      expect((await worker.get(await door(worker, '102'))).page.querySelectorAll('.log li').length).toBe(2);
    });

    it('a door with a visit is not taken off the list', async () => {
      const id = (await door(worker, '101')).split('/')[2];
      const seen = await worker.fill(`/dwellings/${id}`, { step: 'remove' }, `/dwellings/${id}`);
      expectRefused(seen, '这一户已有入户记录');
    });
  });

  describe('findings', () => {
    it('a grade 4 finding without a day is refused; the text and the good photo stay, the bad one is named', async () => {
      const page = '/compounds/fl106/hazards/new';
      const heic = new File([new Uint8Array(isoMedia('heic'))], '手机.heic', { type: 'image/heic' });
      const { kind, place, severity } = findings[3];
      const typed = { kind, place, severity, description: '棚屋和面包车把通道压到不足 2 米' };
      const { page: form } = await worker.get(page);
      const onceKey = onceKeyIn(form);
      const fields = { ...typed, foundOn: '2026-03-12', onceKey };
      const one = await worker.post('/compounds/fl106/hazards', {
        ...fields,
        photos: [await jpeg(), heic] as never,
      });
      expect(one.status).toBe(422);
      expect(one.text).toContain('手机.heic：');
      expect(one.page.querySelector('#f-description')!.textContent.trim()).toBe(typed.description);
      expect(one.page.querySelector('option[selected][value=fire-lane-blocked]')).not.toBeNull();
      const kept = one.page.querySelector('input[name=photosKept]')!.getAttribute('value')!;
      expect(one.text).toContain('照片.jpg 已上传');

      const two = await worker.post('/compounds/fl106/hazards', { ...fields, photosKept: kept });
      expect(two.status).toBe(422);
      expect(two.text).toContain('四级隐患请填写「控制期限」');
      const again = two.page.querySelector('input[name=photosKept]')!.getAttribute('value')!;
      expect(await house.rows.count(HazardRecord)).toBe(0);

      const dated = { ...fields, photosKept: again, controlBy: '2026-03-13' };
      const three = await Promise.all([1, 2].map(() => worker.post('/compounds/fl106/hazards', dated)));
      expect(three.map(({ status, location }) => [status, location])).toEqual([
        [303, `${tab}#hazards`],
        [303, `${tab}#hazards`],
      ]);
      expect(await house.rows.count(HazardRecord)).toBe(1);
      const [photo] = await house.rows.find(HazardPhoto);
      expect(await house.rows.count(HazardPhoto)).toBe(1);
      expect((await worker.get(`/files/${photo.fileId}/480.jpg`)).status).toBe(200);
    });

    it('the other six are written down with their photos', async () => {
      for (const finding of findings.filter(({ severity }) => severity !== '4')) {
        const seen = await worker.fill('/compounds/fl106/hazards/new', { ...finding, photos: await jpeg() });
        expect(seen.status).toBe(303);
      }
      const seen = await worker.get(tab);
      expect(seen.text).toContain('7 条');
      expect(
        seen.page.querySelectorAll('#hazards ~ * tbody tr, section[aria-labelledby=hazards] tbody tr').length,
      ).toBe(7);
      expect(seen.text).toContain('还有 1 天');
      expect(seen.text).toContain('四级未控制 1 条');
      expect(await hazardRow('flying-wires')).toMatchObject({ item: 'B13', severity: 3 });
    });

    it('an edit that comes second is told so, sees what is stored, and can then be saved', async () => {
      const { id, version } = await hazardRow('flying-wires');
      const path = `/hazards/${id}`;
      const form = {
        kind: 'flying-wires',
        severity: '3',
        foundOn: '2026-03-12',
        version: String(version),
      };
      await manager.get(path);
      await taken(manager.post(path, { ...form, place: '北墙和东墙', onceKey: 'l'.repeat(20) }));
      const typed = { ...form, place: '北墙 1 至 4 层', onceKey: 'n'.repeat(20) };
      const second = await worker.post(path, typed);
      expect(second.status).toBe(422);
      expect(second.text).toContain('这条记录刚被别人改过');
      expect(second.text).toContain('北墙和东墙');
      expect(second.page.querySelector('#f-place')!.getAttribute('value')).toBe('北墙 1 至 4 层');
      const fresh = second.page.querySelector('input[name=version]')!.getAttribute('value')!;
      await taken(worker.post(path, { ...typed, version: fresh }));
      expect(await hazardRow('flying-wires')).toMatchObject({
        place: '北墙 1 至 4 层',
        version: version + 2,
      });
    });

    it('a photo is taken off and another put on', async () => {
      const { id } = await hazardRow('dirty-corner');
      const { page } = await worker.get(`/hazards/${id}/edit`);
      const drop = page.querySelector('input[name=drop]')!.getAttribute('value')!;
      await worker.fill(`/hazards/${id}/edit`, { drop, photos: await jpeg('新.jpg') });
      const photos = await house.rows.findBy(HazardPhoto, { hazardId: id });
      expect(photos.map(({ fileId }) => String(fileId))).not.toContain(drop);
      expect(photos.length).toBe(1);
    });

    it('one written down twice is taken back and counts nowhere', async () => {
      await worker.fill('/compounds/fl106/hazards/new', findings[1]);
      const { id } = await hazardRow('flying-wires');
      await worker.fill(`/hazards/${id}/withdraw`, { reason: '重复登记' });
      const seen = await worker.get(tab);
      expect(seen.text).toContain('已作废 1 条');
      expect((await worker.get(`/hazards/${id}`)).text).toContain('重复登记');
    });
  });

  it('the sheet keeps its limits: a day to come, 「未发现隐患」 beside findings, an appraisal without a conclusion', async () => {
    const { id } = await survey();
    const wrong = {
      surveyedOn: '2026-03-13',
      noHazards: 'yes',
      buildingSafety: 'appraised',
      note: '院墙外是金水区',
    };
    const seen = await worker.fill(`/surveys/${id}/edit`, wrong);
    expect(seen.status).toBe(422);
    for (const sentence of ['「调查日期」不能晚于今天', '不能确认「未发现隐患」', '请填写「鉴定结论」']) {
      expect(seen.text).toContain(sentence);
    }
    expect(seen.page.querySelector('#f-note')!.textContent.trim()).toBe('院墙外是金水区');
    const long = await worker.fill(`/surveys/${id}/edit`, { note: '长'.repeat(5000) });
    expect(long.text).toContain('「摸底说明」最多 2000 个字，现在是 5000 个，请删减后再保存');
    expect(long.page.querySelector('#f-note')!.textContent.trim().length).toBe(5000);
    const right = {
      gridHouseholds: '４户',
      gridResidents: '66',
      buildingSafety: 'sound',
      note: '院墙外是金水区',
    };
    await taken(worker.fill(`/surveys/${id}/edit`, { ...right, gridHouseholds: '4' }));
    const shown = await worker.get(tab);
    expect(shown.text).toContain('户数：摸底 28 户，登记数据 4 户，相差超过 10%，请核对');
    expect(await facts()).toMatchObject({
      'survey.counts-agree': 'missing',
      'survey.building-safety': 'not-applicable',
    });
  });

  it('the building is photographed, and then nothing is missing', async () => {
    const { page } = await worker.get(tab);
    expect(page.textContent).toContain('补齐下面 1 项就可以签字');
    const link = page.querySelector('section[aria-labelledby=photos] a')!.getAttribute('href')!;
    const none = await worker.fill(worker.pathOf(link), {});
    expectRefused(none, '请选择要上传的照片');
    const seen = await worker.fill(worker.pathOf(link), {
      photos: [await jpeg('南.jpg'), await jpeg('北.jpg')] as never,
    });
    expect(seen.status).toBe(303);
    expect((await worker.get(tab)).text).toContain('内容齐全，可以签字');
    expect(await facts()).toMatchObject({
      'survey.complete': 'met',
      'survey.signed': 'missing',
      'survey.severe-hazards-controlled': 'missing',
    });
  });

  describe('two signatures', () => {
    const sign = async (person: Person, step: string, more = {}) =>
      person.fill(`/surveys/${(await survey()).id}/sign?step=${step}`, more);

    it('the street cannot sign first', async () => {
      const { id, version } = await survey();
      const form = { step: 'sign-for-street', version: String(version), onceKey: 'd'.repeat(20) };
      await manager.get(tab);
      const seen = await manager.post(`/surveys/${id}/signatures`, form);
      expectRefused(seen, '现在是「调查中」');
    });

    it('the community signs, and from then on nothing is changed', async () => {
      expect((await sign(worker, 'sign-for-community')).location).toBe(tab);
      expect(await survey()).toMatchObject({ state: 'community-signed', communitySignedOn: '2026-03-12' });
      const frozen = await worker.post(await door(worker, '101'), {
        outcome: 'met',
        visitors: 'street',
        visitedOn: '2026-03-12',
        onceKey: 'e'.repeat(20),
      });
      expectRefused(frozen, '社区已签字，内容不再改动');
    });

    it('a worker does not sign for the street', async () => {
      const { id, version } = await survey();
      const form = { step: 'sign-for-street', version: String(version), onceKey: 'f'.repeat(20) };
      const seen = await worker.post(`/surveys/${id}/signatures`, form);
      expectRefused(seen, '「街道签字」由街道项目负责人办理');
    });

    it('the street gives it back only with a reason, which the community reads', async () => {
      expect((await sign(manager, 'return')).text).toContain('请写明退回的原因');
      await taken(sign(manager, 'return', { reason: '请补北侧立面的照片' }));
      expect((await worker.get(tab)).text).toContain('街道退回：请补北侧立面的照片');
      expect((await survey()).state).toBe('draft');
    });

    it('signed by both, it is frozen for everybody', async () => {
      await sign(worker, 'sign-for-community');
      house.setClock('2026-03-20T10:00:00+08:00');
      await Promise.all([worker.signIn('worker'), manager.signIn('manager')]);
      await taken(sign(manager, 'sign-for-street'));
      const { id, version } = await survey();
      expect(await survey()).toMatchObject({ state: 'signed', streetSignedOn: '2026-03-20' });
      const hazard = await hazardRow('dirty-corner');
      const sheet = { surveyedOn: '2026-03-12', version: String(version) };
      const finding = { ...findings[0], foundOn: '2026-03-12' };
      const visit = { outcome: 'met', visitors: 'street', visitedOn: '2026-03-12', onceKey: 'g'.repeat(20) };
      const writes: [string, Record<string, string>][] = [
        [`/surveys/${id}`, sheet],
        ['/compounds/fl106/hazards', { ...finding, onceKey: 'h'.repeat(20) }],
        [`/hazards/${hazard.id}`, { ...finding, version: String(hazard.version), onceKey: 'm'.repeat(20) }],
        [`/hazards/${hazard.id}/withdrawals`, { reason: '不要了', version: String(hazard.version) }],
        [await door(worker, '101'), visit],
        [
          `/surveys/${id}/signatures`,
          { step: 'withdraw', version: String(version), onceKey: 'i'.repeat(20) },
        ],
      ];
      for (const person of [worker, manager]) {
        for (const [path, form] of writes) {
          const seen = await person.post(path, form);
          expect([path, seen.status]).toEqual([path, 422]);
          expect(seen.text).toMatch(/已签字/);
        }
      }
      expect((await worker.open(`/surveys/${id}/edit`)).text).toContain(
        '这次摸底已签字，内容不再改动。情况有变化请开始复查',
      );
      expect(await facts()).toMatchObject({ 'survey.complete': 'met', 'survey.signed': 'met' });
    });

    it('a finding is written off after the signatures too, and the gate hears it', async () => {
      const { id } = await hazardRow('fire-lane-blocked');
      expect((await worker.get(tab)).text).toContain('逾期 7 天');
      const early = await worker.fill(
        `/hazards/${id}`,
        { controlledOn: '2026-03-11' },
        `/hazards/${id}/controls`,
      );
      expectRefused(early, '「控制日期」要在发现日期 2026年3月12日 和今天之间');
      const form = { controlledOn: '2026-03-13', note: '清走面包车，通道恢复 4 米' };
      await taken(worker.fill(`/hazards/${id}`, form, `/hazards/${id}/controls`));
      expect(await facts()).toMatchObject({ 'survey.severe-hazards-controlled': 'met' });
    });

    it('residents read headings and counts, and nothing that was typed', async () => {
      const told = JSON.stringify(await house.app.get(SurveyTotals).publicSurvey(ids.compoundId));
      expect(told).toContain('消防');
      for (const typed of ['院门至单元口', '面包车', '101', '金水区']) expect(told).not.toContain(typed);
    });
  });

  it('a second look begins with the hazards still open, and the first stays as it was signed', async () => {
    const first = await survey();
    await taken(worker.fill(tab, {}, tab));
    const seen = await worker.get(tab);
    expect(seen.text).toContain('第 2 次摸底');
    expect(seen.text).toContain('6 条');
    expect(seen.text).toContain('未访 28 户');
    const { id } = await survey();
    const carried = await house.rows.findBy(HazardRecord, { surveyId: id });
    expect(carried.map(({ kind }) => kind)).not.toContain('fire-lane-blocked');
    expect(carried.every(({ carriedFromId }) => carriedFromId !== null)).toBe(true);
    const old = await worker.get(`/surveys/${first.id}`);
    expect(old.text).toContain('7 条');
    expect(old.text).not.toContain('登记隐患');
    const older = (await house.rows.findBy(HazardRecord, { surveyId: first.id })).find(
      (one) => one.kind === 'dirty-corner',
    )!;
    const control = {
      step: 'control',
      controlledOn: '2026-03-20',
      version: String(older.version),
      onceKey: 'j'.repeat(20),
    };
    const refused = await worker.post(`/hazards/${older.id}/controls`, control);
    expectRefused(refused, '请在最近一次摸底的清单里处理');
  });

  describe('who may come', () => {
    const everyPath = async () => {
      const { id } = await survey();
      const hazard = await hazardRow('dirty-corner');
      const [visit] = await house.rows.find(DoorVisitRecord);
      const [photos] = (await worker.get(tab)).page
        .querySelectorAll('section[aria-labelledby=photos] a')
        .map((one) => worker.pathOf(one.getAttribute('href')!));
      const buildingId = photos.split('/')[2];
      const reads = [
        tab,
        `/surveys/${id}`,
        `/surveys/${id}/edit`,
        `/surveys/${id}/sign?step=sign-for-community`,
        '/compounds/fl106/hazards/new',
        `/hazards/${hazard.id}`,
        `/hazards/${hazard.id}/edit`,
        `/hazards/${hazard.id}/withdraw`,
        `/dwellings/${visit.dwellingId}/visits`,
        `/buildings/${buildingId}/units/1/visits`,
        `/visits/${visit.id}/withdraw`,
        photos,
      ];
      const [version, onceKey, on] = ['1', 'k'.repeat(20), '2026-03-12'];
      const writes: Post[] = [
        [tab, { onceKey }],
        [`/surveys/${id}`, { surveyedOn: on, version }],
        [`/surveys/${id}/signatures`, { step: 'sign-for-community', version, onceKey }],
        ['/compounds/fl106/hazards', { ...findings[0], foundOn: on, onceKey }],
        [`/hazards/${hazard.id}`, { ...findings[0], foundOn: on, version, onceKey }],
        [`/hazards/${hazard.id}/controls`, { step: 'control', controlledOn: on, version, onceKey }],
        [`/hazards/${hazard.id}/withdrawals`, { reason: '不要了', version }],
        [
          `/dwellings/${visit.dwellingId}/visits`,
          { outcome: 'met', visitors: 'street', visitedOn: on, onceKey },
        ],
        [
          `/buildings/${buildingId}/units/1/visits`,
          { visitors: 'street', visitedOn: on, rest: 'met', onceKey },
        ],
        [`/visits/${visit.id}/withdrawals`, { reason: '不要了', version }],
        [photos, { onceKey }],
      ];
      return { reads, writes };
    };
    it.each(['foreign-manager', 'foreign-worker', 'neighbour'])(
      'for %s nothing of it is there',
      async (login) => {
        const { reads, writes } = await everyPath();
        const person = await house.person(login);
        await expectEach(person, 404, { reads, writes });
        await expectEach(person, 404, { writes: pathsOf(writes) });
      },
    );

    it.each(['builder', 'watcher', 'admin'])('%s may not look into a survey', async (login) => {
      await expectEach(await house.person(login), 403, await everyPath());
    });

    it.each(['officer', 'auditor'])('%s reads and writes nothing', async (login) => {
      const person = await house.person(login);
      expect((await person.get(tab)).status).toBe(200);
      const { writes } = await everyPath();
      await expectEach(person, 403, { writes });
      const { page } = await person.get(tab);
      expect(page.querySelectorAll('main form').length).toBe(0);
    });

    it('numbers that are none, and doors of a unit that is none, are not there', async () => {
      const buildingId = (await everyPath()).reads.at(-1)!.split('/')[2];
      const { id } = await survey();
      const reads = [
        '/surveys/9999',
        '/hazards/9999',
        '/dwellings/9999/visits',
        `/buildings/${buildingId}/units/9/visits`,
        `/surveys/${id}/sign?step=forge`,
      ];
      await expectEach(worker, 404, { reads });
    });
  });
});
