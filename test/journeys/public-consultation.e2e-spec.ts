import { Dwelling } from '../../src/compounds/door.entities';
import { Meeting } from '../../src/meetings/meeting.entities';
import { PlanVersion } from '../../src/plans/plan.entities';
import { VoteOwner } from '../../src/votes/vote.entities';
import { House, openHouse } from '../support/app';
import { putUpDoors } from '../support/doors';
import { taken } from '../support/pages';
import { jpeg } from '../support/papers';
import { Fields, Person, Seen } from '../support/person';
import { openedRenovation } from '../support/renovation';

/** What somebody may type anywhere, and nobody may read: a phone, an ID number, a plate, a door. */
const secret = '联系 137 0000 1234，证号 410105198001011235，车 豫A12B34，住 1号楼1单元301';
const hidden = [/137[ -]?0000[ -]?1234/, /410105198001011235/, /豫A12B34/, /1号楼1单元301/, /301室/];
const room = '/compounds/fl106';
const paths = [
  ...['/', '/s/410108002000', '/?q=fl106', '/c/fl106', '/c/fl106/meetings', '/c/fl106/meetings/1'],
  ...['/c/fl106/meetings/2', '/c/fl106/wishes'],
];

describe('what residents of 丰乐路106号院 read of what they decide', () => {
  let house: House;
  let worker: Person;
  let manager: Person;
  let visitor: Person;
  const told: string[] = [];

  beforeAll(async () => {
    house = await openHouse({ at: '2026-04-20T09:00:00+08:00' });
    await openedRenovation(house.app, { stage: 'consultation' });
    [worker, manager, visitor] = await Promise.all([
      house.person('worker'),
      house.person('manager'),
      house.person(),
    ]);
    await putUpDoors(worker);
  });
  afterAll(() => house.close());

  /** The page of the compound; all others are opened too and kept, to be searched at the end. */
  async function read(): Promise<Seen> {
    const pages = await Promise.all(paths.map((path) => visitor.get(path)));
    told.push(...pages.map(({ html }) => html));
    return pages[paths.indexOf('/c/fl106')];
  }
  const status = async (path: string) => (await visitor.get(path)).status;
  const blocks = ({ page }: Seen) => page.querySelectorAll('main section[id]').map(({ id }) => id);
  const fill = (path: string, fields: Fields, action?: string) => taken(worker.fill(path, fields, action));

  it('before anything is decided is one sentence', async () => {
    const seen = await read();
    expect(blocks(seen)).toEqual(['stage', 'decided', 'who']);
    expect(seen.text).toContain('意见还在征询。开会定下的事、表决的结果都会写在这里。');
    expect([await status('/c/fl106/meetings'), await status('/c/fl106/wishes')]).toEqual([404, 404]);
  });

  it('a wish is told once somebody has looked at its words, and its answer once it is given', async () => {
    const wish = { kind: 'wish', source: 'office', text: `老紫藤留下来。${secret}`, heardOn: '2026-04-19' };
    await worker.fill(`${room}/wishes/new`, { ...wish, step: 'preview' });
    expect(blocks(await read())).not.toContain('wishes');
    const path = await fill(`${room}/wishes/new`, { ...wish, step: 'post' });
    const open = await read();
    expect(open.text).toContain('一共 1 条：还在商量 1 条。');
    expect(open.text).toContain('老紫藤留下来。联系 〔电话已隐去〕');
    const answer = { outcome: 'otherwise', answer: `园林所来修剪。${secret}` };
    await worker.fill(path, { ...answer, step: 'preview' }, `${path}/conclusions`);
    expect((await read()).text).not.toContain('园林所来修剪');
    await fill(path, { ...answer, step: 'post' }, `${path}/conclusions`);
    const answered = await read();
    expect(answered.text).toContain('4月20日 答复：园林所来修剪。');
    expect(answered.text).toContain('另外解决 1 条');
    expect(await status('/c/fl106/wishes')).toBe(200);
  });

  it('the consent of the households is told as it was posted, not as it is counted from day to day', async () => {
    const doors = await house.rows.find(Dwelling, { order: { id: 'ASC' } });
    const answers = { renovation: 'agree', removal: 'against', fee: 'undecided', callers: 'street' };
    house.setClock('2026-04-20T09:30:00+08:00');
    for (const { id } of doors.slice(0, 3))
      await fill(`/dwellings/${id}/history`, { ...answers, outcome: 'met', note: secret });
    const unposted = await read();
    expect(unposted.text).not.toContain('户同意');
    // Calls at doors are nothing residents see: the page does not claim to be fresher than it is.
    expect(unposted.text).toContain('今天 09:00 更新');
    const posting = { postedOn: '2026-04-20', endsOn: '2026-04-27', places: 'gate-board', step: 'post' };
    await fill(`${room}/households/publication`, posting, `${room}/households/publication`);
    const shown = await read();
    expect(shown.text).toContain('改造方案 3 户同意（10.71%），25 户没有表态。');
    expect(shown.text).toContain('今天 09:30 更新');
    await fill(`/dwellings/${doors[3].id}/history`, { ...answers, outcome: 'met' });
    expect((await read()).text).toContain('3 户同意（10.71%）');
  });

  it('a meeting is told once its minutes are published, and no longer once they are withdrawn', async () => {
    const plan = {
      ...{ title: '说车棚', plannedOn: '2026-04-20', plannedFrom: '08:00', plannedTo: '08:40' },
      ...{ place: 'yard', placeNote: secret.slice(0, 14), chair: '社区书记', recorder: '社区工作人员' },
      ...{ postedOn: '2026-04-20', places: ['gate-board'], own: '看效果图' },
    };
    await fill(`${room}/meetings/new?kind=four-party`, plan);
    const announced = await read();
    expect(announced.page.querySelector('#heed')!.textContent).toContain('四方联席会通知：说车棚');
    const [{ id }] = await house.rows.find(Meeting);
    const record = {
      ...{ decisionText: [`车棚放北墙。${secret}`, ''], minutes: `商议了车棚。\n${secret}` },
      ...{ agendaSaid: [`不公开的发言 ${secret}`], pointText: ['不公开的督办', ''] },
      ...{ pointAnswers: ['community', 'community'], pointRole: ['社区工作人员', ''] },
      ...{ pointDueOn: ['2026-04-30', ''], press: 'finish', signIn: await jpeg('签到表.jpg') },
      attendancePresent: ['3', '1', '1', '5', ...Array<string>(9).fill('')],
    };
    await fill(`/meetings/${id}/minutes`, record);
    expect((await read()).text).not.toContain('车棚放北墙');
    expect(await status('/c/fl106/meetings/1')).toBe(404);
    await fill(`/meetings/${id}/publication`, { step: 'post' });
    const published = await read();
    expect(published.page.querySelector('#decided')!.textContent).toContain('车棚放北墙。');
    expect(published.html).toContain('href="/c/fl106/meetings/1"');
    const minutes = await visitor.get('/c/fl106/meetings/1');
    expect(minutes.page.querySelector('h1')!.textContent).toBe('说车棚');
    expect(minutes.text).toContain('商议了车棚。');
    expect(told.join()).not.toMatch(/不公开/);
    await fill(`/meetings/${id}/step?step=withdraw`, { reason: '重新核对' });
    expect((await read()).text).not.toContain('车棚放北墙');
    expect([await status('/c/fl106/meetings/1'), await status('/c/fl106/meetings')]).toEqual([404, 404]);
  });

  it('a vote is told from its opening: who takes part in numbers, the choices only once it is counted', async () => {
    const doors = await house.rows.find(Dwelling, { order: { id: 'ASC' } });
    const areas = Object.fromEntries(doors.map(({ id }) => [`area.${id}`, '60']));
    await fill(`${room}/owners`, areas, `${room}/owners`);
    const vote = {
      ...{ title: `北墙建车棚${secret.slice(0, 16)}`, matter: 'change-of-use', question: secret },
      ...{ scope: 'compound', form: 'written', noticePostedOn: '2026-04-01' },
      ...{ opensOn: '2026-04-20', closesOn: '2026-04-21' },
    };
    const path = await fill(`${room}/votes/new`, vote);
    expect((await read()).text).not.toContain('北墙建车棚');
    await fill(`${path}/open`, {});
    const opened = await read();
    expect(opened.page.querySelector('#heed')!.textContent).toContain('请交表决票：北墙建车棚');
    expect(opened.text).toContain('一共 28 位业主，已有 0 位参加（0%）');
    const owners = await house.rows.find(VoteOwner, { order: { number: 'ASC' } });
    const marks = owners.slice(0, 20).map(({ id }, at) => [`mark.${id}-1`, at < 15 ? 'yes' : 'no']);
    const ballots = { ...Object.fromEntries(marks), batchOn: '2026-04-20' } as Fields;
    await fill(`${path}/ballots`, ballots, `${path}/ballots`);
    const running = await read();
    expect(running.text).toContain('一共 28 位业主，已有 20 位参加（71.42%）');
    expect(running.page.querySelector('.tally')).toBeNull();
    expect(running.page.querySelector('#decided')!.textContent).not.toMatch(/15 人|900|1,200/);
    await house.goOn('2026-04-22T09:00:00+08:00', worker, manager);
    expect((await read()).text).toContain('正在计票');
    await fill(`${path}/close`, { watchers: 'owner', counters: 'community-worker' });
    const counted = await read();
    expect(counted.page.querySelectorAll('.tally tbody tr').map(({ textContent }) => textContent)).toEqual([
      '同意15 人 75.00%900 ㎡ 75.00%',
      '反对5 人 25.00%300 ㎡ 25.00%',
      '弃权0 人 0.00%0 ㎡ 0.00%',
    ]);
    expect(counted.page.querySelector('#decided')!.textContent).toContain('通过');
    expect(counted.page.querySelector('#heed')).toBeNull();
  });

  it('a plan is told from the day it hangs, and heeded until its last day', async () => {
    const action = `${room}/plan/versions`;
    await fill(`${room}/plan`, {}, action);
    const item = { code: 'I07', name: '电动自行车充电桩', quantity: '30', unit: '组', treeWork: 'none' };
    await fill(`${room}/plan/items/new`, { ...item, place: `新车棚 ${secret}`, note: '不公开的做法' });
    const [version] = await house.rows.find(PlanVersion);
    const sheet = { durationDays: '30', managementMode: 'community', managementNote: secret };
    await fill(`${room}/plan/edit`, sheet, `/plan-versions/${version.id}`);
    expect(blocks(await read())).not.toContain('plan');
    await fill(`/plan-versions/${version.id}/drawings`, { drawings: await jpeg('效果图.jpg') });
    const notice = { postedOn: '2026-04-22', days: '7', places: 'gate-board', step: 'post' };
    const seen = await worker.fill(`${room}/plan/notice`, notice);
    if (seen.status !== 303) throw new Error(seen.text);
    const posted = await read();
    expect(posted.page.querySelector('#heed')!.textContent).toContain('改造方案正在公示');
    expect(posted.page.querySelector('#heed')!.textContent).toContain(
      '请在 4月29日 前提出：请到粮运社区当面说',
    );
    expect(posted.page.querySelector('#plan')!.textContent).toContain('电动自行车充电桩');
    expect(posted.text).toContain('正在公示，还没有定');
    await house.goOn('2026-04-30T09:00:00+08:00', worker, manager);
    expect((await read()).page.querySelector('#heed')).toBeNull();
    expect(told.join()).not.toContain('不公开的做法');
  });

  it('the first tab of the compound tells the offices how far the residents are, and a firm nothing of it', async () => {
    const seen = await manager.get(room);
    const told = seen.page.querySelectorAll('[aria-labelledby=residents] dt').map((one) => one.textContent);
    expect(told).toEqual(['改造方案征询', '督办事项', '改造方案']);
    expect(seen.text).toContain('4 户同意，14.28%');
    const builder = await house.person('builder');
    expect((await builder.get(room)).page.querySelector('[aria-labelledby=residents]')).toBeNull();
  });

  it('nowhere is a phone, an ID number, a plate or a door, nor who decided what', async () => {
    await read();
    const all = told.join('\n');
    for (const pattern of hidden) expect(all.match(pattern)?.[0]).toBeUndefined();
    const labels = (await house.rows.find(Dwelling)).map(({ roomNo }) => roomNo);
    const words = all.replace(/<[^>]*>/g, ' ');
    expect(labels.filter((label) => new RegExp(`(?<!\\d)${label}\\s*[室户号]`).test(words))).toEqual([]);
    expect(all).toContain('〔电话已隐去〕');
  });
});
