import { AuditEntry } from '../../src/audit/audit-entry.entity';
import { StatutoryStepCode } from '../../src/domain/removal/statutory-steps';
import {
  StatutoryHalt,
  StatutoryPaper,
  StatutoryPaperFile,
} from '../../src/enforcement/enforcement.entities';
import { StructureEvent, StructureRecord } from '../../src/structures/structure.entities';
import { GroundChange } from '../../src/zones/zone.entities';
import { actorOf } from '../support/actors';
import { House, openHouse } from '../support/app';
import { taken, toMend } from '../support/pages';
import { jpeg } from '../support/papers';
import { Fields, Person } from '../support/person';
import {
  eveningVisit,
  forcedResult,
  paperFields,
  recordPaper,
  registerStructure,
  sendStep,
  stepPath,
  visit,
} from '../support/removal-forms';
import { givenZone } from '../support/removal-rows';
import { openedRenovation } from '../support/renovation';
import { newest, untouched } from '../support/rows';

jest.setTimeout(120_000);

/** The papers of the case day by day; the decision is served on 29 March, so its remedies end on 29 September. */
const beforeDecision: [StatutoryStepCode, string, Fields?][] = [
  ['reported', '2026-03-03'],
  ['filed', '2026-03-04'],
  ['investigated', '2026-03-05'],
  ['identified', '2026-03-10'],
  ['pre-noticed', '2026-03-16'],
  ['decided', '2026-03-26', { deadlineOn: '2026-04-30', servedOn: '2026-03-29' }],
];
const ofForce: [StatutoryStepCode, string, Fields?][] = [
  ['urged', '2026-09-01', { deadlineOn: '2026-09-12' }],
  ['government-ordered', '2026-09-21'],
  ['enforcement-decided', '2026-09-22'],
  ['announced', '2026-09-23', { deadlineOn: '2026-09-28' }],
];
const lastForbidden = '2026-09-29';
const firstAllowed = '2026-09-30';
const holiday = '2026-10-01';

describe('two sheds that go by force, from the register to the next builder', () => {
  let house: House;
  let manager: Person;
  let manager2: Person;
  let worker: Person;
  let builder: Person;
  let first: number;
  let second: number;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-03-02T09:00:00+08:00' });
    const ids = await openedRenovation(house.app, { openedOn: '2026-03-01', track: 'district' });
    const zones = [String(await givenZone(house.app, ids, { name: '北墙根' }))];
    [manager, manager2, worker, builder] = await house.people('manager', 'manager2', 'worker', 'builder');
    const sheet = { foundOn: '2026-03-02', use: 'storage', material: 'brick', zones };
    first = await registerStructure(manager, { ...sheet, place: '北墙根第 1 间' });
    second = await registerStructure(manager, { ...sheet, place: '北墙根第 2 间' });
  });
  afterAll(() => house.close());

  const on = (day: string, hour = '16:00') => house.goOn(`${day}T${hour}:00+08:00`, manager);
  const row = (id: number) => house.rows.findOneByOrFail(StructureRecord, { id });
  const executed = () => house.rows.countBy(StatutoryPaper, { step: 'executed' });
  const page = async (id = first) => (await manager.get(`/structures/${id}`)).text;
  const ground = async (person: Person) => (await person.get('/compounds/fl106/ground')).text;
  /** The removal is refused with exactly these reasons, all at once, and no table has a row more. */
  async function expectRefused(id: number, fields: Fields, ...reasons: string[]): Promise<void> {
    const seen = await untouched(house.db, () => sendStep(manager, id, 'remove-by-force', fields));
    expect([seen.status, toMend(seen)]).toEqual([
      422,
      reasons.map((one) => expect.stringContaining(one) as string),
    ]);
    expect(await row(id)).toMatchObject({ state: 'standing', removedOn: null, removedBy: null, way: null });
    expect(await executed()).toBe(0);
  }
  /** The paper is served on both sheds. */
  async function serve(step: StatutoryStepCode, day: string, change: Fields = {}): Promise<void> {
    await on(day);
    const { servedOn } = change;
    if (servedOn) await on(servedOn as string);
    for (const id of [first, second]) await recordPaper(manager, id, step, paperFields(step, day, change));
  }

  it('persuasion comes first: three evenings, and the case counts them', async () => {
    for (const [day, attitude] of [
      ['2026-03-02', 'against'],
      ['2026-03-05', 'waiting'],
      ['2026-03-09', 'against'],
    ]) {
      await on(day, '20:00');
      for (const id of [first, second]) await visit(manager, id, eveningVisit(day, { attitude }));
    }
    expect(await page()).toContain('走访 3 次');
  });

  it('without a single paper every reason is said at once', async () => {
    await on('2026-03-09', '21:00');
    await expectRefused(
      first,
      forcedResult('2026-03-09', {
        records: undefined,
        officers: '1',
        utilities: 'cut',
        from: '22:00',
        to: '23:00',
      }),
      '不能用停水、停电、停热、停燃气的办法',
      '还没有',
      '还没有事先告知',
      '缺少催告书',
      '缺少区（县）政府责成文件',
      '缺少强制执行决定书',
      '缺少限期自行拆除公告',
      '2026年3月9日还不能强制拆除',
      '夜间（22:00至次日 06:00）不能实施强制拆除',
      '「开始时间」22:00 还没有到，现在是 21:00',
      '请上传执行笔录的扫描件',
      '执法人员不得少于 2 人',
    );
  });

  it('the papers up to the decision are written down on their days, and the clock runs from its service', async () => {
    for (const one of beforeDecision) await serve(...one);
    const text = await page();
    expect(text).toContain('经认定的私搭房屋、棚屋');
    expect(text).toContain('最早 2026年9月30日可以强制拆除');
    expect(await house.rows.count(StatutoryPaper)).toBe(12);
  });

  it('without 催告, 责成, 强制执行决定 and 公告 nothing goes, whatever the day', async () => {
    await expectRefused(
      first,
      forcedResult('2026-03-29'),
      '缺少催告书',
      '缺少区（县）政府责成文件',
      '缺少强制执行决定书',
      '缺少限期自行拆除公告',
      '限期拆除决定书给当事人的期限到 2026年4月30日，请在 2026年5月1日或以后办理',
      '2026年3月29日还不能强制拆除：救济期到 2026年9月29日',
    );
  });

  it('each paper of force takes its own reason away', async () => {
    const missing = ['缺少催告书', '缺少区（县）政府责成文件', '缺少强制执行决定书', '缺少限期自行拆除公告'];
    for (const [at, [step, day, change]] of ofForce.entries()) {
      await serve(step, day, change);
      const waits = { urged: '给当事人的期限到 2026年9月12日', announced: '给当事人的期限到 2026年9月28日' };
      const own = step in waits ? [waits[step as keyof typeof waits]] : [];
      await expectRefused(
        first,
        forcedResult(day),
        ...(step === 'urged' ? own : []),
        ...missing.slice(at + 1),
        ...(step === 'announced' ? own : []),
        `还不能强制拆除：救济期到 2026年9月29日`,
      );
    }
    expect(await house.rows.count(StatutoryPaper)).toBe(20);
  });

  it('on its last forbidden day it is refused with the day on which it opens, and the form says so before', async () => {
    await on(lastForbidden);
    const form = await manager.get(stepPath(first, 'remove-by-force'));
    expect(form.page.querySelector('.reasons')!.textContent).toContain('最早 2026年9月30日可以强制拆除');
    await expectRefused(
      first,
      forcedResult(lastForbidden),
      '2026年9月29日还不能强制拆除：救济期到 2026年9月29日，最早 2026年9月30日可以强制拆除。请改在 2026年9月30日或以后',
    );
    expect(await page()).toContain('最早 2026年9月30日');
  });

  it('a day that has not come yet is no way round it', async () => {
    await expectRefused(
      first,
      forcedResult(firstAllowed),
      '「拆除日期」不能晚于今天',
      '文书日期不能晚于今天',
    );
  });

  describe('on the first allowed day', () => {
    beforeAll(() => on(firstAllowed, '23:30'));

    it('the form has no reason left', async () => {
      const form = await manager.get(stepPath(first, 'remove-by-force'));
      expect(form.page.querySelector('.reasons')?.textContent ?? '').not.toContain('还不能强制拆除');
    });

    it.each<[string, Fields, string]>([
      ['from 22:00 on', { from: '22:00', to: '23:00' }, '夜间（22:00至次日 06:00）不能实施强制拆除'],
      ['until 22:01', { from: '20:00', to: '22:01' }, '夜间（22:00至次日 06:00）不能实施强制拆除'],
      ['from 05:59 on', { from: '05:59', to: '08:00' }, '夜间（22:00至次日 06:00）不能实施强制拆除'],
      ['with one officer', { officers: '1' }, '执法人员不得少于 2 人，并要有执法证，现在是 1 人'],
      ['by the street office', { organ: 'street' }, '街道办事处没有「作出强制执行决定和实施强制拆除」的权力'],
      [
        'by the community',
        { organ: 'community' },
        '社区居民委员会没有「作出强制执行决定和实施强制拆除」的权力',
      ],
      [
        'by cutting water and power',
        { utilities: 'cut' },
        '不能用停水、停电、停热、停燃气的办法迫使当事人拆除',
      ],
      ['in wind of grade 4', { windGrade: '4' }, '预报风力 4 级，4 级以上不能拆除'],
      ['without its record on file', { records: undefined }, '请上传执行笔录的扫描件'],
    ])('%s it is refused', async (_, change, reason) => {
      await expectRefused(first, forcedResult(firstAllowed, change), reason);
    });

    it('all of that together is refused with every reason', async () => {
      const everything = { from: '22:00', to: '23:00', organ: 'street', utilities: 'cut', windGrade: '6' };
      await expectRefused(
        first,
        forcedResult(firstAllowed, {
          ...everything,
          officers: '0',
          pollutionAlert: 'alert',
          records: undefined,
        }),
        '不能用停水、停电、停热、停燃气的办法',
        '夜间（22:00至次日 06:00）',
        '4 级以上不能拆除',
        '重污染天气预警期间不能拆除',
        '请上传执行笔录的扫描件',
        '街道办事处没有',
        '执法人员不得少于 2 人',
      );
    });

    it('while a lawsuit is open it is refused, and the day is open again once it was withdrawn', async () => {
      const path = `/structures/${second}/remedies`;
      await taken(manager.fill(path, { lawsuitFiledOn: '2026-09-28' }));
      await expectRefused(second, forcedResult(firstAllowed), '行政诉讼还没有生效裁判，期间不能强制拆除');
      expect(await page(second)).toContain('行政诉讼还没有生效裁判');
      await taken(manager.fill(path, { lawsuitOutcome: 'withdrawn', lawsuitFinalOn: '2026-09-29' }));
    });

    it('while it is halted it is refused; with a lawsuit and at night besides, with all three', async () => {
      const halt = { kind: 'suspended', fromOn: firstAllowed, reason: '家里有人住院' };
      await taken(manager.fill(`/structures/${second}/halts/new`, halt));
      await expectRefused(second, forcedResult(firstAllowed), '中止');
      const path = `/structures/${second}/remedies`;
      await taken(manager.fill(path, { lawsuitOutcome: '', lawsuitFinalOn: '' }));
      const night = { from: '22:00', to: '23:00' };
      await expectRefused(
        second,
        forcedResult(firstAllowed, night),
        '行政诉讼还没有生效裁判',
        '中止',
        '夜间（22:00至次日 06:00）',
      );
      await taken(manager.fill(path, { lawsuitOutcome: 'withdrawn', lawsuitFinalOn: '2026-09-29' }));
      const { id } = await house.rows.findOneByOrFail(StatutoryHalt, { structureId: second });
      const resumed = { step: 'resume', endedOn: firstAllowed, reason: '已经出院' };
      await taken(manager.fill(`/halts/${id}/end`, resumed));
    });

    it('without the announcement it is refused: a paper that is taken back does not count', async () => {
      const { id } = await house.rows.findOneByOrFail(StatutoryPaper, {
        structureId: second,
        step: 'announced',
      });
      await taken(manager.fill(`/papers/${id}/withdraw`, { reason: '贴错了墙' }));
      await expectRefused(second, forcedResult(firstAllowed), '缺少限期自行拆除公告');
      const again = paperFields('announced', '2026-09-23', { deadlineOn: '2026-09-28' });
      await recordPaper(manager, second, 'announced', again);
    });

    it('it is the street manager’s step: a community worker is led back, and writes nothing', async () => {
      await worker.signInAgain();
      expect((await worker.get(stepPath(first, 'remove-by-force'))).location).toBe(`/structures/${first}`);
      await worker.get('/account');
      const { version } = await row(first);
      const fields = { ...forcedResult(firstAllowed), step: 'remove-by-force', version: String(version) };
      const seen = await untouched(house.db, () =>
        worker.post(`/structures/${first}/steps`, { ...fields, onceKey: 'w'.repeat(20) }),
      );
      expect([seen.status, toMend(seen)[0]]).toEqual([422, expect.stringContaining('街道项目负责人')]);
    });

    it('it is taken: result, history and the record of the case in the same breath, once', async () => {
      const { page: form } = await manager.get(stepPath(first, 'remove-by-force'));
      const hidden = Object.fromEntries(
        ['step', 'version', 'onceKey'].map((name) => [
          name,
          form.querySelector(`main input[name=${name}]`)!.getAttribute('value')!,
        ]),
      );
      const post = async () =>
        manager.post(`/structures/${first}/steps`, {
          ...{ ...hidden, ...forcedResult(firstAllowed), after: await jpeg('拆除后.jpg') },
        });
      for (const seen of [await post(), await post()])
        expect([seen.status, seen.location]).toEqual([303, `/structures/${first}`]);
      expect(await row(first)).toMatchObject({
        ...{ state: 'removed', way: 'forced', removedOn: firstAllowed, removedArea: 15_00, closedOn: null },
      });
      const record = await house.rows.findOneByOrFail(StatutoryPaper, { step: 'executed' });
      expect(record).toMatchObject({
        ...{ structureId: first, issuedOn: firstAllowed, organ: 'county-government', officers: 4 },
        documentNumber: '惠济强执笔录〔2026〕1号',
      });
      expect(await executed()).toBe(1);
      expect(await house.rows.countBy(StatutoryPaperFile, { paperId: record.id })).toBe(1);
      expect(await house.rows.countBy(StructureEvent, { structureId: first, step: 'remove-by-force' })).toBe(
        1,
      );
    });

    it('nothing is free, and nothing public, before somebody has verified it', async () => {
      await builder.signInAgain();
      expect(await house.rows.countBy(GroundChange, { change: 'freed' })).toBe(0);
      expect(await ground(builder)).not.toContain('场地已清');
      expect((await (await house.person()).get('/c/fl106')).page.querySelector('#removed')).toBeNull();
    });

    it('who removed it does not verify it; somebody else does', async () => {
      const own = await untouched(house.db, () => sendStep(manager, first, 'verify', { area: '15' }));
      expect([own.status, toMend(own)]).toEqual([
        422,
        [expect.stringContaining('登记拆除的人不能复核同一处，请换一位')],
      ]);
      await manager2.signInAgain();
      await taken(sendStep(manager2, first, 'verify', { area: '15.2' }));
      expect(await row(first)).toMatchObject({
        state: 'verified',
        removedArea: 15_20,
        closedOn: firstAllowed,
      });
    });
  });

  describe('on National Day', () => {
    beforeAll(() => on(holiday));

    it('the other one is refused, though every period is over', async () => {
      expect((await row(second)).state).toBe('standing');
      const seen = await untouched(house.db, () =>
        sendStep(manager, second, 'remove-by-force', forcedResult(holiday)),
      );
      expect(toMend(seen)).toEqual(['2026年10月1日是法定节假日，不能实施强制拆除，请改在工作日']);
    });

    it('so it is on 7 October, the last day of the holiday', async () => {
      await on('2026-10-07');
      const seen = await untouched(house.db, () =>
        sendStep(manager, second, 'remove-by-force', forcedResult('2026-10-07')),
      );
      expect([seen.status, toMend(seen)]).toEqual([422, [expect.stringContaining('是法定节假日')]]);
    });

    it('on 8 October it goes; the zone is free with the last one, and the firm is told', async () => {
      expect(await ground(manager)).toContain('公共车棚 A区 受阻 1 处 受阻：第 2 处还没有拆除复核');
      await on('2026-10-08');
      const result = { ...forcedResult('2026-10-08'), after: await jpeg('拆除后.jpg') };
      await taken(sendStep(manager, second, 'remove-by-force', result));
      await manager2.signInAgain();
      await taken(sendStep(manager2, second, 'verify', { area: '15' }));
      const freed = await house.rows.findBy(GroundChange, { change: 'freed' });
      expect(freed).toMatchObject([{ line: 1, changedOn: '2026-10-08' }]);
      await builder.signInAgain();
      expect(await ground(builder)).toContain('公共车棚：场地已清，可以开工');
      expect((await builder.get('/work')).text).toContain('公共车棚');
    });
  });

  describe('afterwards', () => {
    it('clearing and the end of the file are written down, and the case is closed', async () => {
      await recordPaper(manager, first, 'cleaned', paperFields('cleaned', '2026-10-08'));
      await recordPaper(manager, first, 'closed', paperFields('closed', '2026-10-08'));
      expect(await page()).toContain('已结案');
    });

    it('a visitor reads kind, ㎡, way and day of both', async () => {
      const { page: seen } = await (await house.person()).get('/c/fl106');
      const words = seen.querySelector('#removed')!.structuredText.replace(/\s+/g, ' ');
      expect(words).toContain('一共拆了 2 处，30.2 ㎡');
      expect(words).toMatch(/强制拆除.*9月30日|9月30日.*强制拆除/);
      expect(words).not.toMatch(/北墙|违法|第 [12] 处/);
    });

    it('every step stands in the record, by whom, without a word of its papers', async () => {
      const steps = await house.rows.findBy(AuditEntry, {
        subjectKind: 'structure',
        subjectId: String(first),
      });
      const actions = steps.map(({ action }) => action);
      for (const one of ['structure.forcibly-removed', 'structure.verified']) expect(actions).toContain(one);
      expect(JSON.stringify(steps)).not.toMatch(/惠城执|惠济强执|北墙|住院/);
      const by = async (action: string) =>
        (await newest(house.rows, AuditEntry, { action, subjectId: String(first) })).userId;
      expect([await by('structure.forcibly-removed'), await by('structure.verified')]).toEqual([
        (await actorOf(house.app, 'manager')).userId,
        (await actorOf(house.app, 'manager2')).userId,
      ]);
    });
  });
});
