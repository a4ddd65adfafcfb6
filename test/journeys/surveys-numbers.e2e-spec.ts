import { HazardRecord } from '../../src/surveys/hazard.entities';
import { Survey } from '../../src/surveys/survey.entity';
import { SurveyTotals } from '../../src/surveys/surveys.totals';
import { SurveysWaiting } from '../../src/surveys/surveys.waiting';
import { actorOf } from '../support/actors';
import { House, openHouse } from '../support/app';
import { putUpDoors } from '../support/doors';
import { expectRefused, taken } from '../support/pages';
import { jpeg } from '../support/papers';
import { Person } from '../support/person';
import { givenYard } from '../support/portfolio';
import { openedRenovation } from '../support/renovation';

const tab = '/compounds/fl106/survey';

describe('what other floors ask about surveys', () => {
  let house: House;
  let ids: { compoundId: number; renovationId: number };
  let worker: Person;
  let otherId: number;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-03-12T09:00:00+08:00' });
    ids = await openedRenovation(house.app);
    const other = { code: 'fl108', name: '丰乐路108号院', renovation: null };
    ({ compoundId: otherId } = await givenYard(house.app, other));
    worker = await house.person('worker');
    await worker.fill(tab, {}, tab);
    await putUpDoors(worker, 'fl106', { floors: '2', doorsPerFloor: '2' });
  });
  afterAll(() => house.close());

  const totals = () => house.app.get(SurveyTotals);
  const links = async (selector: string) =>
    (await worker.get(tab)).page
      .querySelectorAll(selector)
      .map((one) => worker.pathOf(one.getAttribute('href')!));

  it('a compound without a survey is missing, one just begun is all zeros', async () => {
    const summaries = await totals().summaries([ids.compoundId, otherId]);
    expect([...summaries.keys()]).toEqual([ids.compoundId]);
    expect(summaries.get(ids.compoundId)).toEqual({
      compoundId: ids.compoundId,
      number: 1,
      state: 'draft',
      surveyedOn: '2026-03-12',
      signedOn: null,
      visits: { doors: 4, due: 4, reached: 0, notVisited: 4, notHome: 0, refused: 0, vacant: 0 },
      hazards: { count: 0, open: 0, severeOpen: 0, bySeverity: { 1: 0, 2: 0, 3: 0, 4: 0 }, byGroup: [] },
    });
    expect(await totals().summaries([])).toEqual(new Map());
    expect(await totals().topHazards(otherId)).toEqual([]);
    expect(await totals().publicSurvey(ids.compoundId)).toBeNull();
  });

  it('doors, findings by grade and by heading, and the gravest with their photos', async () => {
    const doors = (await links('.doors a')).reverse();
    await worker.fill(doors[0], {
      outcome: 'met',
      visitors: 'street',
      kitchen: 'rain-pipe',
      toilet: 'sewer',
    });
    await worker.fill(doors[1], { outcome: 'vacant', visitors: 'street' });
    const form = '/compounds/fl106/hazards/new';
    await worker.fill(form, { kind: 'flying-wires', place: '北墙', severity: '3' });
    await worker.fill(form, { kind: 'power-old', place: '楼道', severity: '1' });
    const severe = { kind: 'fire-lane-blocked', place: '院门', severity: '4', controlBy: '2026-03-13' };
    await worker.fill(form, { ...severe, photos: await jpeg('通道.jpg') });
    await worker.fill(form, { kind: 'dirty-corner', place: '记错的', severity: '2' });
    const { id } = await house.rows.findOneByOrFail(HazardRecord, { kind: 'dirty-corner' });
    await worker.fill(`/hazards/${id}/withdraw`, { reason: '记错了' });

    expect((await totals().summaries([ids.compoundId])).get(ids.compoundId)).toMatchObject({
      visits: { doors: 4, due: 3, reached: 1, notVisited: 2, vacant: 1 },
      hazards: {
        count: 3,
        open: 3,
        severeOpen: 1,
        bySeverity: { 1: 1, 2: 0, 3: 1, 4: 1 },
        byGroup: [
          {
            group: 'power',
            name: '供电与线路',
            count: 2,
            controlled: 0,
            remedies: ['架空线规整（入地）', '供电'],
          },
          { group: 'fire', name: '消防', count: 1, controlled: 0, remedies: ['消防'] },
        ],
      },
    });
    const top = await totals().topHazards(ids.compoundId, 2);
    expect(top.map(({ kind, photos }) => [kind, photos.map(({ originalName }) => originalName)])).toEqual([
      ['fire-lane-blocked', ['通道.jpg']],
      ['flying-wires', []],
    ]);
  });

  it('the pipes of a door are told with what is wrong', async () => {
    expect((await worker.get(tab)).text).toContain('排水接法：查了 1/4 户，接错 1 户，不清楚 0 户');
    const [door] = (await links('.doors a')).reverse();
    expect((await worker.get(door)).text).toContain('厨房接雨水管（接错），卫生间接污水管');
  });

  it('where sewers are mixed every household met must tell its connection', async () => {
    await worker.fill('/compounds/fl106/hazards/new', {
      kind: 'drain-mixed',
      place: '主管道',
      severity: '2',
    });
    const doors = (await links('.doors a')).reverse();
    await worker.fill(doors[2], { outcome: 'met', visitors: 'street' });
    expect((await worker.get(tab)).text).toContain(
      '登记了雨污混接，还有 1 户没有记录排水接法：1号楼 1单元 202',
    );
    expect((await worker.get(doors[2])).page.querySelector('details[open] #f-kitchen')).not.toBeNull();
  });

  it('what waits for somebody, within their scope', async () => {
    const waiting = house.app.get(SurveysWaiting);
    const [manager, neighbour, foreign] = await Promise.all(
      ['manager', 'neighbour', 'foreign-manager'].map((login) => actorOf(house.app, login)),
    );
    expect(await waiting.unsigned(manager)).toEqual([
      {
        id: expect.any(Number),
        compoundId: expect.any(Number),
        number: 1,
        state: 'draft',
        openedOn: '2026-03-12',
        communitySignedOn: null,
        returnReason: null,
        code: 'fl106',
        name: '丰乐路106号院',
      },
    ]);
    expect(await waiting.severeOpen(manager)).toEqual([
      {
        id: expect.any(Number),
        compoundId: expect.any(Number),
        kind: 'fire-lane-blocked',
        place: '院门',
        foundOn: '2026-03-12',
        controlBy: '2026-03-13',
        code: 'fl106',
        name: '丰乐路106号院',
      },
    ]);
    for (const stranger of [neighbour, foreign]) {
      expect([await waiting.unsigned(stranger), await waiting.severeOpen(stranger)]).toEqual([[], []]);
    }
  });

  it('a finding written off is opened again with a reason when it comes back', async () => {
    const { id } = await house.rows.findOneByOrFail(HazardRecord, { kind: 'fire-lane-blocked' });
    const [page, controls] = [`/hazards/${id}`, `/hazards/${id}/controls`];
    await worker.fill(page, { controlledOn: '2026-03-12' }, controls);
    expect(await house.app.get(SurveysWaiting).severeOpen(await actorOf(house.app, 'manager'))).toEqual([]);
    const bare = await worker.fill(page, {}, controls);
    expectRefused(bare, '请写明重新打开的原因');
    await taken(worker.fill(page, { note: '又停满了车' }, controls));
    expect(await house.rows.findOneByOrFail(HazardRecord, { id })).toMatchObject({
      controlledOn: null,
      controlNote: '又停满了车',
    });
  });

  it('a survey begun before any renovation speaks for the first one', async () => {
    await worker.fill('/compounds/fl108/survey', {}, '/compounds/fl108/survey');
    expect(await house.rows.findOneByOrFail(Survey, { compoundId: otherId })).toMatchObject({
      renovationId: null,
    });
  });

  it('a photo of a building is taken off again', async () => {
    const [path] = await links('section[aria-labelledby=photos] a');
    const both = [await jpeg('南.jpg'), await jpeg('北.jpg')] as never;
    await worker.fill(path, { photos: both });
    const drop = (await worker.get(path)).page.querySelector('input[name=drop]')!.getAttribute('value')!;
    await taken(worker.fill(path, { drop }));
    expect((await worker.get(path)).page.querySelectorAll('input[name=drop]').length).toBe(1);
  });
});
