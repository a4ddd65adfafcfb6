import { EntityManager } from 'typeorm';
import { UserAccount } from '../../src/access/entities';
import { LastSteps } from '../../src/audit/last-steps';
import { Compound } from '../../src/compounds/compound.entity';
import { RenovationParty } from '../../src/compounds/renovation.entities';
import { addDays } from '../../src/domain/kernel/calendar-date';
import { emptyReport } from '../../src/exchange/import-report';
import { ImportBatch } from '../../src/exchange/import.entities';
import { NoticeRecord } from '../../src/notices/notice.entities';
import { Work } from '../../src/portfolio/work.service';
import { GroundChange } from '../../src/zones/zone.entities';
import { actorOf } from '../support/actors';
import { House, openHouse } from '../support/app';
import { givenYard, write } from '../support/portfolio';
import { countQueries } from '../support/queries';
import { givenStructure, givenZone } from '../support/removal-rows';

const today = '2026-06-08';
const name = '汝河小区';
const nothing = '这个楼院现在没有要您办的事';
const rounds = '1 处走访逾期，最久 1 天';
const unproved = (title: string) => `意愿征询结果公示「${title}」缺现场照片`;

type Place = Awaited<ReturnType<typeof givenYard>>;

describe('what waits on the page of a compound', () => {
  let house: House;
  let user: UserAccount;
  let place: Place;
  let twin: Place;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-06-04T10:00:00+08:00' });
    user = await house.rows.findOneByOrFail(UserAccount, { login: 'manager' });
    place = await yard('ruhe');
    twin = await yard('ruhe-2');
    await yard('quiet');
    house.setClock(`${today}T10:00:00+08:00`);
  });
  afterAll(() => house.close());

  const yard = (code: string) =>
    givenYard(house.app, {
      ...{ code, name, renovation: { stage: 'construction' } },
      schedule: [{ stage: 'construction', plannedEndOn: '2026-12-31', startedOn: '2026-05-19' }],
    });
  const hang = (tx: EntityManager, where: Place, change: Partial<NoticeRecord>) =>
    tx.insert(NoticeRecord, {
      ...{ ...where, kind: 'consent-result', subjectId: where.renovationId, title: '公示', body: '内容' },
      ...{ places: 'gate-board', postedOn: '2026-06-01', endsOn: '2026-06-20', postedBy: user.id },
      ...{ postedAt: '2026-06-01T02:00:00.000Z', ...change },
    });
  const stands = (where: Place, foundOn: string) => givenStructure(house.app, where, { foundOn });
  const told = async (login: string, code = 'ruhe') => {
    const seen = await (await house.person(login)).get(`/compounds/${code}`);
    expect(seen.status).toBe(200);
    const list = seen.page.querySelector('#todo')!.closest('section')!;
    return [
      ...list.querySelectorAll('.todo > li b').map((one) => one.textContent),
      ...(list.textContent.includes(nothing) ? [nothing] : []),
    ];
  };

  it('is nothing, and says so, while nothing waits in any room; an own import waits for no compound', async () => {
    const { districtId, streetId } = await house.rows.findOneByOrFail(Compound, { code: 'quiet' });
    await write(house.app, (tx) =>
      tx.insert(ImportBatch, {
        ...{ fileName: '老旧院落.xlsx', state: 'compared', mapping: '{}', districtId, streetId },
        ...{ report: JSON.stringify(emptyReport()), createdBy: user.id, createdAt: `${today}T01:00:00.000Z` },
      }),
    );
    for (const login of ['manager', 'worker']) expect(await told(login, 'quiet')).toEqual([nothing]);
    expect((await (await house.person('manager')).get('/work')).text).toContain('老旧院落.xlsx');
  });

  it('is a due visit and a notice without its photo, of this compound and not of one of the same name', async () => {
    await stands(place, addDays(today, -4));
    await stands(twin, addDays(today, -5));
    await stands(twin, addDays(today, -5));
    await write(house.app, async (tx) => {
      await hang(tx, place, { title: '本院意愿' });
      await hang(tx, twin, { title: '同名院意愿' });
    });
    for (const login of ['manager', 'worker']) {
      expect(await told(login)).toEqual([rounds, unproved('本院意愿')]);
      expect(await told(login, 'ruhe-2')).toEqual(['2 处走访逾期，最久 2 天', unproved('同名院意愿')]);
      expect(await told(login, 'quiet')).toEqual([nothing]);
    }
  });

  it('is not hidden by what waits elsewhere, however much and however much earlier', async () => {
    await write(house.app, async (tx) => {
      for (let at = 1; at <= 120; at += 1)
        await hang(tx, twin, { title: '早', subjectId: 1000 + at, endsOn: '2026-06-02' });
    });
    expect(await told('manager')).toEqual([rounds, unproved('本院意愿')]);
  });

  it('takes the same number of statements however many compounds and things there are', async () => {
    const work = house.app.get(Work);
    const actor = await actorOf(house.app, 'manager');
    const asked = async (compoundId?: number) => {
      // The record is read on once after each step; that statement is the step's, not the list's.
      await house.app.get(LastSteps).all();
      return countQueries(house.app, () => work.waitingFor(actor, compoundId));
    };
    const here = () => asked(place.compoundId);
    const all = () => asked();
    const [before, list] = [await here(), await all()];
    for (let at = 0; at < 20; at += 1) {
      const other = await yard(`y${at}`);
      await stands(other, addDays(today, -4));
      await stands(place, addDays(today, -4));
      await write(house.app, (tx) => hang(tx, other, {}));
    }
    const [after, longer] = [await here(), await all()];
    expect(after.queries).toBe(before.queries);
    expect(longer.queries).toBe(list.queries);
    expect(after.answer.map(({ compoundId }) => compoundId)).toEqual([place.compoundId, place.compoundId]);
    expect(after.answer[0].what).toBe('21 处走访逾期，最久 1 天');
    expect(longer.answer.length).toBeGreaterThan(list.answer.length);
  });

  it('shows the auditor nothing to do, and a firm the ground of this compound only', async () => {
    expect(await told('auditor')).toEqual([nothing]);
    const builder = await house.rows.findOneByOrFail(UserAccount, { login: 'builder' });
    for (const where of [place, twin]) {
      await givenZone(house.app, where);
      await write(house.app, (tx) =>
        tx.insert(RenovationParty, {
          ...{ renovationId: where.renovationId, organisationId: builder.organisationId },
          ...{ role: 'contractor', fromOn: '2026-03-01' },
        }),
      );
    }
    const free = (where: Place) =>
      write(house.app, (tx) =>
        tx.insert(GroundChange, {
          ...{ ...where, line: 1, change: 'freed', changedBy: user.id, changedOn: '2026-06-05' },
          changedAt: '2026-06-05T02:00:00.000Z',
        }),
      );
    await free(twin);
    expect(await told('builder')).toEqual([nothing]);
    await free(place);
    expect(await told('builder')).toEqual([expect.stringContaining('公共车棚')]);
    expect((await (await house.person('builder')).get('/compounds/quiet')).status).toBe(404);
  });
});
