import { OperationRecord } from '../../src/operations/operation.entities';
import { StructureRecord } from '../../src/structures/structure.entities';
import { House, openHouse } from '../support/app';
import { taken } from '../support/pages';
import { jpeg, paper } from '../support/papers';
import { Fields, Person, Seen, valuesOf } from '../support/person';
import { givenYard } from '../support/portfolio';
import { givenAgreed } from '../support/operation-rows';
import { refusal } from '../support/refusals';
import {
  forcedResult,
  garageSheet,
  newPaperPath,
  paperFields,
  recordPaper,
  removalResult,
  stepPath,
} from '../support/removal-forms';
import { givenStructure } from '../support/removal-rows';
import { openedRenovation } from '../support/renovation';
import { newest, untouched } from '../support/rows';

jest.setTimeout(120_000);

const day = '2026-05-18';
const create = '/compounds/fl106/structures';
const operations = '/compounds/fl106/operations';

/** The list of the issue, line by line: refused with every reason, nothing written, nothing typed or sent is lost. */
describe('what nobody should have to enter twice', () => {
  let house: House;
  let where: { compoundId: number; renovationId: number };
  let elsewhere: { compoundId: number; renovationId: number };
  let worker: Person;
  let manager: Person;

  beforeAll(async () => {
    house = await openHouse({ at: `${day}T14:00:00+08:00` });
    where = await openedRenovation(house.app, { openedOn: '2026-01-05', track: 'district' });
    elsewhere = await givenYard(house.app, { code: 'other1', name: '别的院' });
    [worker, manager] = await house.people('worker', 'manager');
  });
  afterAll(() => house.close());

  /** The form is opened, filled in wrongly and sent with these files: refused for each of these reasons. */
  async function expectRefused(
    by: { person: Person; form: string; action: string },
    typed: Fields,
    reasons: string[],
    files: Record<string, File> = {},
  ): Promise<Seen> {
    const { page, status } = await by.person.get(by.form);
    expect([by.form, status]).toEqual([by.form, 200]);
    const form = page.querySelectorAll('main form').find((one) => one.getAttribute('action') === by.action)!;
    const hidden = valuesOf(form);
    let seen: Seen | undefined;
    const words = await refusal(house.db, typed, async (all) => {
      seen = await by.person.post(by.action, { ...hidden, ...all, ...files });
      return seen;
    });
    for (const reason of reasons) expect(words).toContain(reason);
    for (const [field, file] of Object.entries(files)) {
      const kept = seen!.page.querySelectorAll(`input[name="${field}Kept"]`);
      expect([field, kept.length, seen!.text.includes(file.name)]).toEqual([field, 1, true]);
    }
    return seen!;
  }
  const register = () => ({ person: worker, form: `${create}/new`, action: create });
  const step = (id: number, name: string, person = worker) => ({
    ...{ person, form: stepPath(id, name), action: `/structures/${id}/steps` },
  });
  const plan = (structures: number[]): Fields => ({
    ...{ name: '院门东侧集中拆除', happensOn: day, fromTime: '08:00', toTime: '11:30' },
    ...{ agencies: ['street', 'community'], meetingPoint: '院门口', structures: structures.map(String) },
  });
  const planning = () => ({ person: manager, form: `${operations}/new`, action: operations });
  const row = (id: number) => house.rows.findOneByOrFail(StructureRecord, { id });

  describe('steps out of order', () => {
    let standing: number;
    beforeAll(async () => {
      standing = await givenStructure(house.app, where, { place: '没有谈的' });
    });

    it.each([
      ['remove', '登记拆除'],
      ['verify', '复核销号'],
      ['send-back', '退回，没有拆到位'],
      ['reopen', '重新打开'],
      ['settle-ownership', '登记核查结果'],
      ['withdraw-agreement', '登记反悔'],
    ])('%s of what only stands: said where it stands now, with what was typed', async (name, label) => {
      await worker.get(`/structures/${standing}`);
      const typed = {
        ...removalResult(day),
        reason: '想先办这一步',
        happenedOn: day,
        ownership: 'not-lawful',
      };
      const shown = name === 'remove' ? removalResult(day) : { reason: typed.reason };
      const seen = await untouched(house.db, () =>
        worker.post(`/structures/${standing}/steps`, {
          ...{ ...typed, step: name, version: '1', onceKey: name.padEnd(20, 'x') },
        }),
      );
      expect([seen.status, seen.text]).toEqual([
        422,
        expect.stringContaining(`现在是「待处理」，不能「${label}」`),
      ]);
      const area = seen.page.querySelector('#f-area')?.getAttribute('value');
      const reason = seen.page.querySelector('#f-reason')?.textContent.trim();
      if (name === 'remove' || name === 'verify') expect(area).toBe('15');
      else expect(reason).toBe(shown.reason);
    });

    it('papers: the decision before everything, by an organ without the power, with all that is missing', async () => {
      const typed = paperFields('decided', day, { organ: 'street', deadlineOn: '', documentNumber: '' });
      const { scans, proofs, ...words } = typed;
      await expectRefused(
        {
          person: manager,
          form: newPaperPath(standing, 'decided'),
          action: `/structures/${standing}/papers`,
        },
        words,
        [
          '请填写限期拆除决定书的文号',
          '请填写限期拆除决定书给当事人的期限',
          '街道办事处没有「作出处理决定」的权力',
          '「限期拆除决定书」之前要有「事先告知书」',
        ],
        { scans: scans as File, proofs: proofs as File },
      );
    });

    it('force on what has no paper at all: every missing paper by name', async () => {
      const { records, ...words } = forcedResult(day);
      await expectRefused(
        step(standing, 'remove-by-force', manager),
        words,
        ['还没有事先告知', '缺少催告书', '缺少区（县）政府责成文件', '缺少强制执行决定书', '还不能强制拆除'],
        { records: records as File, after: await jpeg('现场.jpg') },
      );
      expect(await row(standing)).toMatchObject({ state: 'standing', version: 1 });
    });
  });

  describe('days that cannot be', () => {
    let id: number;
    beforeAll(async () => {
      id = await givenStructure(house.app, where, { place: '有案卷的', foundOn: '2026-01-10' });
      for (const [name, on] of [
        ['reported', '2026-04-01'],
        ['filed', '2026-04-02'],
        ['investigated', '2026-04-03'],
        ['identified', '2026-04-08'],
        ['pre-noticed', '2026-04-20'],
      ] as const)
        await recordPaper(manager, id, name, paperFields(name, on));
    });
    const papers = (name: Parameters<typeof newPaperPath>[1]) => ({
      ...{ person: manager, form: newPaperPath(id, name), action: `/structures/${id}/papers` },
    });

    it('a decision dated before its notice, in the days for a hearing besides', async () => {
      const { scans, proofs, ...words } = paperFields('decided', '2026-04-19', { deadlineOn: '2026-05-10' });
      await expectRefused(
        papers('decided'),
        words,
        ['「限期拆除决定书」不能早于「事先告知书」的日期 2026年4月20日', '申请听证的期限还没有过'],
        { scans: scans as File, proofs: proofs as File },
      );
    });

    it('the last day for a hearing is still too early, the day after is taken', async () => {
      // Five working days from Monday 20 April end on Monday 27 April.
      const { scans, proofs, ...words } = paperFields('decided', '2026-04-27', { deadlineOn: '2026-05-30' });
      await expectRefused(papers('decided'), words, ['最早 2026年4月28日'], {
        ...{ scans: scans as File, proofs: proofs as File },
      });
      const next = paperFields('decided', '2026-04-28', { deadlineOn: '2026-05-30' });
      await recordPaper(manager, id, 'decided', next);
    });

    it('a paper of tomorrow that was served the day after tomorrow', async () => {
      const change = { servedOn: '2026-05-20', deadlineOn: '2026-05-19' };
      const { scans, proofs, ...words } = paperFields('urged', '2026-05-19', change);
      await expectRefused(
        papers('urged'),
        words,
        [
          '文书日期不能晚于今天 2026年5月18日',
          '「送达日期」不能晚于今天 2026年5月18日',
          '给当事人的期限要晚于文书日期 2026年5月19日',
        ],
        { scans: scans as File, proofs: proofs as File },
      );
    });

    it('a service before the paper, and one that has no proof', async () => {
      const change = { servedOn: '2026-05-17', deadlineOn: '2026-05-30', proofs: undefined };
      const { scans, proofs: _, ...words } = paperFields('urged', day, change);
      await expectRefused(
        papers('urged'),
        words,
        ['「送达日期」不能早于文书日期 2026年5月18日', '直接送达要有凭证'],
        { scans: scans as File },
      );
    });

    it('a service of tomorrow that is written down later', async () => {
      const change = { method: undefined, servedOn: undefined, proofs: undefined, deadlineOn: '2026-05-30' };
      const path = await recordPaper(manager, id, 'urged', paperFields('urged', day, change));
      expect(path).toBe(`/structures/${id}`);
      const [{ id: paperId }] = (await house.db.query(
        `SELECT id FROM statutory_paper WHERE step = 'urged'`,
      )) as { id: number }[];
      await expectRefused(
        { person: manager, form: `/papers/${paperId}/service`, action: `/papers/${paperId}/services` },
        { method: 'left', servedOn: '2026-05-19' },
        ['「送达日期」不能晚于今天 2026年5月18日'],
        { proofs: paper('回证.pdf') },
      );
    });

    it('a lawsuit of tomorrow, decided before it was filed', async () => {
      await expectRefused(
        { person: manager, form: `/structures/${id}/remedies`, action: `/structures/${id}/remedies` },
        { lawsuitFiledOn: '2026-05-19', lawsuitOutcome: 'upheld', lawsuitFinalOn: '2026-05-11' },
        ['「起诉日期」不能晚于今天', '「裁判生效日期」不能早于起诉日期'],
      );
    });
  });

  describe('areas', () => {
    let agreed: number;
    let removed: number;
    beforeAll(async () => {
      agreed = await givenAgreed(house.app, where, { place: '谈好的', area: 15_00 });
      const { id: removedBy } = (
        (await house.db.query(`SELECT id FROM user_account WHERE login = 'manager'`)) as { id: number }[]
      )[0];
      removed = await givenAgreed(house.app, where, {
        ...{ place: '拆了的', state: 'removed', removedOn: day, removedArea: 15_00, removedBy },
        ...{ removedFrom: '08:00', removedTo: '09:00', belongings: 'none' },
      });
    });

    const notAnArea = [
      '0',
      '0.00',
      '０',
      '-15',
      '十五',
      '一五',
      '15.555',
      '15,5',
      '15，5',
      '1e3',
      '约15',
      '15㎡以上',
    ];
    it.each(notAnArea)(
      '%s is no area: not on the sheet, not of a removal, not at the check',
      async (area) => {
        const sheet: Fields = { ...garageSheet, length: '', width: '', area };
        await expectRefused(register(), sheet, ['「面积」只能填大于 0 的数字'], {
          photos: await jpeg('拆除前.jpg'),
        });
        const sorry = '「实测面积」只能填大于 0 的数字';
        await expectRefused(step(agreed, 'remove'), removalResult(day, { area }), [sorry], {
          after: await jpeg('拆除后.jpg'),
        });
        await expectRefused(step(removed, 'verify'), { area }, [sorry], { after: await jpeg('复核.jpg') });
      },
    );

    it.each(['15000', '１５０００', '15000平方米'])('%s is a thousand times too large', async (area) => {
      const sheet: Fields = { ...garageSheet, length: '', width: '', area };
      await expectRefused(register(), sheet, ['请核对小数点和单位'], { photos: await jpeg('拆除前.jpg') });
      await expectRefused(step(agreed, 'remove'), removalResult(day, { area }), ['请核对小数点和单位'], {
        after: await jpeg('拆除后.jpg'),
      });
    });

    it('one that is too large is said along with everything else that is wrong with the removal', async () => {
      const wrong = { area: '15000', windGrade: '5', pollutionAlert: 'alert', from: '05:00', to: '23:30' };
      const typed = removalResult(day, { ...wrong, belongings: 'stored', utilities: 'cut' });
      await expectRefused(
        step(agreed, 'remove'),
        typed,
        [
          '请核对小数点和单位',
          '要有物品清单',
          '不能用停水、停电',
          '夜间（22:00至次日 06:00）',
          '4 级以上不能拆除',
          '重污染天气预警期间不能拆除',
        ],
        { after: await jpeg('拆除后.jpg') },
      );
    });

    it('the verification takes no area that is a thousand times too large either', async () => {
      await expectRefused(step(removed, 'verify'), { area: '15000' }, ['请核对小数点和单位'], {
        after: await jpeg('复核.jpg'),
      });
    });

    it('a sheet that is corrected is judged like a new one', async () => {
      const edit = {
        person: worker,
        form: `/structures/${agreed}/edit`,
        action: `/structures/${agreed}/sheet`,
      };
      for (const [area, sentence] of [
        ['0', '「面积」只能填大于 0 的数字'],
        ['15000', '请核对小数点和单位'],
      ])
        await expectRefused(edit, { length: '', width: '', area }, [sentence], {
          photos: await jpeg('补拍.jpg'),
        });
    });

    it.each([
      ['１５．２', 15_20],
      ['15。2', null],
      ['１５．２㎡', 15_20],
      ['1５平方米', 15_00],
      [' 15.20 ', 15_20],
    ])('%s is read as %j', async (area, expected) => {
      const fields: Fields = { ...garageSheet, length: '', width: '', area, place: `全角 ${area}` };
      const seen = await worker.fill(`${create}/new`, fields, create);
      expect(seen.status).toBe(expected === null ? 422 : 303);
      if (expected !== null) expect((await newest(house.rows, StructureRecord)).area).toBe(expected);
    });
  });

  describe('a removal day', () => {
    let mine: number;
    let foreign: number;
    let operationId: number;
    beforeAll(async () => {
      mine = await givenAgreed(house.app, where, { place: '行动里的' });
      foreign = await givenAgreed(house.app, elsewhere, { place: '别的院的' });
    });
    const files = () => ({ safetyPlan: paper('安全方案.pdf') });

    it('with no structures, and all else that is wrong with it', async () => {
      const typed = { ...plan([]), happensOn: '2026-05-17', fromTime: '12:00', toTime: '11:30' };
      await expectRefused(
        planning(),
        { ...typed, agencies: ['police'] },
        [
          '请选择要拆除的对象，至少一处',
          '「行动日期」不能早于今天',
          '「结束时间」要晚于「开始时间」',
          '街道办事处要到场',
        ],
        files(),
      );
    });

    it.each<[string, () => number]>([
      ['of another compound', () => foreign],
      ['of nobody', () => 99_999],
    ])('with a structure %s by a hand-made number', async (_, other) => {
      const { structures: _structures, ...typed } = plan([]);
      const { page } = await manager.get(`${operations}/new`);
      const hidden = valuesOf(page.querySelector('main form')!);
      const structures = [String(mine), String(other())];
      const seen = await untouched(house.db, () =>
        manager.post(operations, { ...hidden, ...typed, structures, ...files() } as Fields),
      );
      expect([seen.status, seen.text]).toEqual([422, expect.stringContaining('选择的对象里有别的楼院的')]);
      const chosen = seen.page.querySelectorAll('input[name=structures][checked]');
      expect(chosen.map((one) => one.getAttribute('value'))).toEqual([String(mine)]);
      expect(seen.page.querySelectorAll('input[name=safetyPlanKept]')).toHaveLength(1);
      expect(seen.text).not.toContain('别的院的');
    });

    it('its results: an area in words, a result of a structure that is not in it', async () => {
      await taken(manager.fill(`${operations}/new`, { ...plan([mine]), ...files() } as Fields));
      operationId = (await newest(house.rows, OperationRecord)).id;
      const weather = { windGrade: '2', checkedOn: day };
      await taken(manager.fill(`/operations/${operationId}`, weather, `/operations/${operationId}/weather`));
      const results = {
        ...{ person: manager, form: `/operations/${operationId}/result` },
        action: `/operations/${operationId}/results`,
      };
      const typed = (area: string): Fields => ({
        ...{ [`outcome.${mine}`]: 'removed', [`area.${mine}`]: area, [`belongings.${mine}`]: 'stored' },
        ...{ [`from.${mine}`]: '08:00', [`to.${mine}`]: '09:00' },
      });
      const photo = { [`photos.${mine}`]: await jpeg('拆除后.jpg') };
      for (const area of ['0', '十五', '０'])
        await expectRefused(results, typed(area), ['「拆除面积」只能填大于 0 的数字'], photo);
      await expectRefused(results, typed('15000'), ['请核对小数点和单位', '要有物品清单'], photo);
      const { page } = await manager.get(results.form);
      const hidden = valuesOf(page.querySelector('main form')!);
      const handMade = { ...hidden, [`outcome.${foreign}`]: 'removed', [`area.${foreign}`]: '15' };
      const seen = await untouched(house.db, () => manager.post(results.action, handMade));
      expect(seen.status).toBe(422);
      expect((await row(foreign)).state).toBe('agreed');
    });
  });

  describe('numbers made by hand', () => {
    let foreign: number;
    beforeAll(async () => {
      foreign = await givenStructure(house.app, elsewhere, {
        ...{ place: '别的院已拆的', state: 'agreed', way: 'voluntary' },
      });
    });

    it('a structure of another street’s compound is not there, whatever is asked of it', async () => {
      const far = await givenYard(house.app, { code: 'far1', name: '远处的院', foreign: true });
      const id = await givenAgreed(house.app, far, { place: '远处的' });
      await worker.get('/account');
      for (const path of ['steps', 'sheet', 'afterwards', 'pins', 'visits']) {
        const seen = await untouched(house.db, () => worker.post(`/structures/${id}/${path}`));
        expect([path, seen.status]).toEqual([path, 404]);
      }
      expect((await row(id)).state).toBe('agreed');
    });

    it('a relapse of a structure of another compound is refused, and the round is typed once', async () => {
      const tab = '/compounds/fl106/patrols';
      const { page } = await worker.get(`${tab}/new`);
      const hidden = valuesOf(page.querySelector('main form')!);
      const typed = { finding: 'relapse', note: '又搭了彩钢棚', relapsed: [String(foreign)] };
      const seen = await untouched(house.db, async () =>
        worker.post(tab, { ...hidden, ...typed, photos: await jpeg('巡查.jpg') }),
      );
      expect([seen.status, seen.text]).toEqual([422, expect.stringContaining('选择的对象不在本楼院')]);
      expect(seen.page.querySelector('#f-note')!.textContent.trim()).toBe(typed.note);
      expect(seen.page.querySelectorAll('input[name=photosKept]')).toHaveLength(1);
    });

    it('photos of another structure are not taken off by their numbers', async () => {
      const mine = await givenStructure(house.app, where, { place: '本院的' });
      const other = await givenAgreed(house.app, where, { place: '另一处' });
      const files = (await house.db.query(`SELECT "fileId" FROM structure_file WHERE "structureId" = $1`, [
        other,
      ])) as { fileId: number }[];
      const edit = `/structures/${mine}/edit`;
      const { page } = await worker.get(edit);
      const form = page
        .querySelectorAll('main form')
        .find((one) => /sheet$/.test(one.getAttribute('action')!))!;
      const drop = files.map(({ fileId }) => String(fileId));
      await worker.post(`/structures/${mine}/sheet`, { ...valuesOf(form), drop });
      const still = (await house.db.query(
        `SELECT COUNT(*) AS n FROM structure_file WHERE "structureId" = $1 AND "droppedOn" IS NULL`,
        [other],
      )) as { n: number }[];
      expect(Number(still[0].n)).toBe(files.length);
    });
  });
});
