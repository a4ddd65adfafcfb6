import { Compound } from '../../src/compounds/compound.entity';
import { Dwelling } from '../../src/compounds/door.entities';
import { House, openHouse } from '../support/app';
import { expectRefused, onceKeyIn, taken } from '../support/pages';
import { Person, valuesOf } from '../support/person';

describe('the register', () => {
  let house: House;
  let manager: Person;
  let worker: Person;
  let foreign: Person;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-03-02T09:00:00+08:00' });
    [manager, worker, foreign] = await Promise.all(
      ['manager', 'worker', 'foreign-manager'].map((login) => house.person(login)),
    );
  });
  afterAll(() => house.close());

  const placeIn = async (person: Person, words: string) => {
    const { page } = await person.get('/compounds/new');
    return page
      .querySelectorAll('#f-place option')
      .find((one) => one.textContent.includes(words))!
      .getAttribute('value')!;
  };
  const stored = (code: string) => house.rows.findOneByOrFail(Compound, { code });

  it('an empty list says what to do first', async () => {
    expect((await manager.get('/compounds')).text).toContain('台账还是空的');
  });

  it('丰乐路106号院 is registered with its code taken from its name, and what was typed loosely is kept exactly', async () => {
    const seen = await worker.fill('/compounds/new', {
      name: ' 丰乐路106号院 ',
      address: '惠济区丰乐路106号',
      place: await placeIn(worker, '粮运社区'),
      builtYear: '１９８９',
      siteArea: '490 ㎡',
      floorArea: '1,677',
      buildingCount: '1',
      unitCount: '1',
      floorsMax: '7',
      householdCount: '28',
      originUnit: '搬运三站家属院',
      originUnitStatus: 'acquired',
      noOwnerReason: 'restructured',
      managementStatus: 'residents',
      outsideDistrictPlan: 'yes',
      neighbourNote: '院墙外是金水区',
      remarks: '一栋楼。\r\n<b>粗体</b> & "引号"',
    });
    expect([seen.status, seen.location]).toEqual([303, '/compounds/fl106']);
    expect(await stored('fl106')).toMatchObject({
      name: '丰乐路106号院',
      officialCode: '410108002003001',
      builtYear: 1989,
      siteArea: 49000,
      floorArea: 167700,
      remarks: '一栋楼。\n<b>粗体</b> & "引号"',
      outsideDistrictPlan: true,
      revision: 2,
    });
    expect((await worker.get('/compounds/fl106/edit')).html).toContain(
      '&lt;b&gt;粗体&lt;/b&gt; &amp; &quot;引号&quot;</textarea>',
    );
  });

  it('wrong input gets a sentence beside its field, and nothing typed is lost', async () => {
    const seen = await manager.fill('/compounds/new', {
      name: '',
      builtYear: '八九年',
      floorArea: '约60万',
      householdCount: '0',
      remarks: '写了很久的备注',
    });
    expect(seen.status).toBe(422);
    for (const sentence of [
      '请填写「楼院名称」',
      '「建成年份」只能填整数',
      '「建筑面积」只能填大于 0 的数字',
      '「户数」要在 1 到 20000 之间，现在填的是 0',
      '请填写「街道和社区」',
    ]) {
      expect(seen.text).toContain(sentence);
    }
    expect(seen.page.querySelector('#f-builtYear')?.getAttribute('value')).toBe('八九年');
    expect(seen.page.querySelector('#f-remarks')?.textContent).toContain('写了很久的备注');
    expect(seen.page.querySelector('title')?.textContent).toMatch(/^有错误：/);
    expect(await house.rows.count(Compound)).toBe(1);
  });

  it('figures that cannot be are refused together', async () => {
    const seen = await manager.fill('/compounds/new', {
      name: '不可能院',
      place: await placeIn(manager, '粮运社区'),
      builtYear: '2027',
      buildingCount: '3',
      unitCount: '2',
      householdCount: '10',
      vacantCount: '6',
      rentedCount: '5',
    });
    expect(seen.status).toBe(422);
    expect(seen.text).toContain('「建成年份」要在 1900 到 2026 之间');
    expect(seen.text).toContain('「楼栋数」3 不能多于「单元数」2');
    expect(seen.text).toContain('空置和出租共 11 户，不能多于总户数 10');
  });

  it('sending the same form twice makes one compound', async () => {
    const { page } = await manager.get('/compounds/new');
    const onceKey = onceKeyIn(page);
    const form = { onceKey, name: '双击院', place: await placeIn(manager, '粮运社区') };
    const answers = await Promise.all(Array.from({ length: 5 }, () => manager.post('/compounds', form)));
    expect(new Set(answers.map((seen) => `${seen.status} ${seen.location}`))).toEqual(
      new Set(['303 /compounds/shuangji']),
    );
    expect(await house.rows.countBy(Compound, { name: '双击院' })).toBe(1);
  });

  it('a second compound of the same name in the street is noticed', async () => {
    const seen = await manager.fill('/compounds/new', {
      name: '双击院',
      place: await placeIn(manager, '粮运社区'),
    });
    expectRefused(seen, '本街道已有名为「双击院」的楼院');
  });

  it('an unknown field is no form of ours', async () => {
    const { page } = await manager.get('/compounds/new');
    const onceKey = onceKeyIn(page);
    const form = { onceKey, name: '多字段院', place: await placeIn(manager, '粮运社区'), districtId: '1' };
    expect((await manager.post('/compounds', form)).status).toBe(400);
  });

  it('two people edit at once: the second is told, and keeps what they typed', async () => {
    const { page } = await manager.get('/compounds/fl106/edit');
    const version = page.querySelector('input[name=version]')!.getAttribute('value')!;
    await taken(worker.fill('/compounds/fl106/edit', { grid: '第三网格' }));
    const late = await manager.fill('/compounds/fl106/edit', { version, grid: '第四网格' });
    expect(late.status).toBe(422);
    expect(late.text).toContain('这条记录刚被别人改过');
    expect(late.page.querySelector('#f-grid')?.getAttribute('value')).toBe('第四网格');
    expect((await stored('fl106')).grid).toBe('第三网格');
    // Having looked, they save what still stands on their page.
    const form = late.page.querySelector('form[action="/compounds/fl106"]')!;
    await taken(manager.post('/compounds/fl106', valuesOf(form)));
    expect((await stored('fl106')).grid).toBe('第四网格');
  });

  it('28 doors are made at once, twice is still 28, and a door is corrected by hand', async () => {
    const pattern = {
      buildingNo: '1号楼',
      units: '1',
      floors: '7',
      doorsPerFloor: '4',
      firstFloor: '1',
      structure: 'brick',
    };
    expect((await worker.fill('/compounds/fl106/doors', pattern)).location).toBe('/compounds/fl106/doors');
    await taken(worker.fill('/compounds/fl106/doors', pattern));
    expect(await house.rows.count(Dwelling)).toBe(28);
    const seen = await worker.get('/compounds/fl106/doors');
    expect(seen.text).toContain('名册里有 28 户，其中住宅 28 户');
    const door = seen.page.querySelectorAll('.doors a').find((one) => one.textContent.trim() === '101')!;
    const path = worker.pathOf(door.getAttribute('href')!);
    const clash = await worker.fill(path, { roomNo: '102', step: 'change' });
    expectRefused(clash, '已在名册里');
    await taken(worker.fill(path, { use: 'business', step: 'change' }));
    expect((await worker.get('/compounds/fl106/doors')).text).toContain('其中住宅 27 户');
    await taken(worker.fill(path, { use: 'dwelling', step: 'change' }));
    expect((await worker.fill('/compounds/fl106/doors', { ...pattern, units: '31' })).text).toContain(
      '「单元数」要在 1 到 30 之间',
    );
  });

  it('a contact is published only with the day of consent', async () => {
    const contact = {
      kind: 'building-lead',
      title: '1号楼楼栋长',
      personName: '王示例',
      workPhone: '0371-0000 0001',
      mayPublish: 'yes',
    };
    const refused = await worker.fill('/compounds/fl106/contacts', contact);
    expectRefused(refused, '请填写本人同意的日期');
    await taken(worker.fill('/compounds/fl106/contacts', { ...contact, consentOn: '2026-03-01' }));
    expect((await worker.get('/compounds/fl106/contacts')).text).toContain('公开（2026年3月1日同意）');
    const short = await worker.fill('/compounds/fl106/contacts', { ...contact, workPhone: '138000' });
    expect(short.text).toContain('手机号应为 11 位数字，现在是 6 位');
  });

  it('a renovation is opened once, and a firm sees the compound only while it works there', async () => {
    const builder = await house.person('builder');
    expect((await builder.get('/compounds/fl106/renovations')).status).toBe(404);
    const renovation = {
      name: '2026年微改造',
      track: 'micro',
      estimatedFen: '20万元',
      openedOn: '2026-03-02',
    };
    expect((await manager.fill('/compounds/fl106/renovations', renovation)).location).toBe(
      '/compounds/fl106',
    );
    const { page } = await manager.get('/compounds/fl106/renovations');
    const firm = (name: string) =>
      page
        .querySelectorAll('#f-firmId option')
        .find((one) => one.textContent.includes(name))!
        .getAttribute('value')!;
    const assign = (name: string, role: string) =>
      manager.fill(
        '/compounds/fl106/renovations',
        { firmId: firm(name), role, fromOn: '2026-03-02' },
        '/compounds/fl106/parties',
      );
    expect((await assign('示例建设', 'contractor')).status).toBe(303);
    expect((await assign('示例建设', 'supervisor')).text).toContain('不能在同一改造里既做施工又做监理');
    expect((await assign('示例监理', 'supervisor')).status).toBe(303);
    expect((await builder.get('/compounds/fl106/renovations')).status).toBe(200);
    expect((await (await house.person('foreign-builder')).get('/compounds/fl106/renovations')).status).toBe(
      404,
    );
    const end = (await manager.get('/compounds/fl106/renovations')).page.querySelector(
      'form[action*=endings]',
    )!;
    await manager.fill('/compounds/fl106/renovations', {}, manager.pathOf(end.getAttribute('action')!));
    expect((await builder.get('/compounds/fl106/renovations')).status).toBe(200);
    house.setClock('2026-03-03T00:00:01+08:00');
    const nextDay = await house.person('builder');
    expect((await nextDay.get('/compounds/fl106/renovations')).status).toBe(404);
    house.setClock('2026-03-02T09:00:00+08:00');
  });

  it('is found by name, address, code and pinyin initials; signs of the search stand for themselves', async () => {
    for (const q of ['丰乐路', '惠济区丰乐', 'fl106', 'fll106', 'FL106', 'ｆｌ１０６']) {
      expect((await manager.get(`/compounds?q=${encodeURIComponent(q)}`)).text).toContain('丰乐路106号院');
    }
    for (const q of ['%', '_', '!', "' OR 1=1 --"]) {
      expect((await manager.get(`/compounds?q=${encodeURIComponent(q)}`)).text).toContain(
        '没有符合条件的楼院',
      );
    }
  });

  it('odd addresses of the list are harmless', async () => {
    for (const query of [
      'sort=compound.id;DROP',
      'page=-1',
      'page=99999999999',
      'q=a&q=b',
      'street[x]=1',
      'order=1',
      'stage=%00',
    ]) {
      expect((await manager.get(`/compounds?${query}`)).status).toBe(200);
    }
  });

  it('the QR label carries the public address', async () => {
    const { page } = await manager.get('/compounds/fl106/label');
    expect(page.querySelector('svg.qr')?.getAttribute('aria-label')).toBe('二维码：127.0.0.1:3000/c/fl106');
    expect(page.querySelector('svg.qr path')?.getAttribute('d')?.length).toBeGreaterThan(1000);
  });

  it('another street finds none of it', async () => {
    expect((await foreign.get('/compounds')).text).not.toContain('丰乐路');
    expect((await foreign.get('/compounds?q=fl106')).text).toContain('没有符合条件的楼院');
    const neighbour = await house.person('neighbour');
    expect((await neighbour.get('/compounds')).text).not.toContain('丰乐路');
    const officer = await house.person('officer');
    expect((await officer.get('/compounds')).text).toContain('丰乐路106号院');
  });
});
