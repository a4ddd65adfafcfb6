import { EntityManager } from 'typeorm';
import { UserAccount } from '../../src/access/entities';
import { WaitingWork } from '../../src/compounds/waiting-work';
import { addDays } from '../../src/domain/kernel/calendar-date';
import { Actor } from '../../src/domain/people/actor';
import { StoredFile } from '../../src/files/stored-file.entity';
import { Meeting } from '../../src/meetings/meeting.entities';
import { NoticePhoto, NoticeRecord } from '../../src/notices/notice.entities';
import { PlanItemRecord, PlanVersion } from '../../src/plans/plan.entities';
import { Vote } from '../../src/votes/vote.entities';
import { WishRecord } from '../../src/wishes/wish.entities';
import { House, openHouse } from '../support/app';
import { givenYard, write } from '../support/portfolio';
import { countQueries } from '../support/queries';
import { insert } from '../support/rows';

const today = '2026-06-08';
const many = 120;
const at = '2026-04-01T02:00:00.000Z';

type Place = Awaited<ReturnType<typeof givenYard>>;

describe('what waits in the rooms of the residents', () => {
  let house: House;
  let userId: number;
  let actor: Actor;

  beforeAll(async () => {
    house = await openHouse({ at: `${today}T10:00:00+08:00` });
    const user = await house.rows.findOneByOrFail(UserAccount, { login: 'manager' });
    userId = user.id;
    actor = { userId, role: 'street-manager', organisationId: user.organisationId } as Actor;
    const place = await yard('busy');
    await write(house.app, async (tx) => {
      await settled(tx, place);
      await waiting(tx, place);
    });
  });
  afterAll(() => house.close());

  const yard = (code: string) =>
    givenYard(house.app, { code, name: `${code}院`, renovation: { stage: 'consultation' } });
  const days = Array.from({ length: many }, (_, index) => addDays('2026-03-01', Math.floor(index / 2)));
  const numbered = (index: number) => index + 1;

  const notice = (place: Place, change: Partial<NoticeRecord>): Partial<NoticeRecord> => ({
    ...{ ...place, kind: 'minutes', subjectId: 1, title: '公示', body: '内容', places: 'gate-board' },
    ...{ postedOn: '2026-03-01', endsOn: '2026-03-08', postedBy: userId, postedAt: at, ...change },
  });
  const meeting = (place: Place, change: Partial<Meeting>): Partial<Meeting> => ({
    ...{ ...place, title: '碰头', plannedFrom: '08:00', place: 'yard', chair: '社区', recorder: '社区' },
    ...{ plannedBy: userId, heldFrom: '08:00', heldTo: '09:00', minutes: '无', ...change },
  });
  const vote = (place: Place, change: Partial<Vote>): Partial<Vote> => ({
    ...{
      ...place,
      matter: 'manager',
      question: '选聘',
      form: 'written',
      createdBy: userId,
      openedBy: userId,
    },
    ...{ opensOn: '2026-04-01', openedOn: '2026-04-01', state: 'closed', watchers: 'owner' },
    ...{ counters: 'owner', closedBy: userId, ruleCode: 'civil-code-ordinary', outcome: 'failed' },
    ...{ digest: 'x', ...change },
  });
  const wish = (place: Place, change: Partial<WishRecord>): Partial<WishRecord> => ({
    ...{ ...place, source: 'office', text: '装灯', publicText: '装灯', publicCheckedOn: '2026-03-01' },
    ...{ publicCheckedBy: userId, ...change },
  });
  const inParts = async <Row>(rows: Row[], save: (some: Row[]) => Promise<unknown>) => {
    for (let from = 0; from < rows.length; from += 30) await save(rows.slice(from, from + 30));
  };

  /** What is over and waits for nothing, more of it than a list has rows, and all of it older. */
  async function settled(tx: EntityManager, place: Place): Promise<void> {
    const minutes = days.map((on, index) => notice(place, { subjectId: 1000 + index, postedOn: on }));
    await inParts(
      minutes.map((row) => ({ ...row, endsOn: '2026-05-20' })),
      (some) => tx.insert(NoticeRecord, some),
    );
    const daily = days.map((on, index) =>
      meeting(place, {
        ...{ kind: 'building-leads', number: numbered(index), plannedOn: on, heldOn: on },
        ...{ state: 'minutes-done', minutesDoneOn: on, minutesDoneBy: userId },
      }),
    );
    await inParts(daily, (some) => tx.insert(Meeting, some));
    const counted = days.map((on, index) =>
      vote(place, { number: numbered(index), title: `第 ${index} 次`, closesOn: '2026-05-20', closedOn: on }),
    );
    await inParts(counted, (some) => tx.insert(Vote, some));
    const fileId = await insert(tx, StoredFile, {
      ...{
        publicId: 'p',
        storedName: 's',
        kind: 'document',
        originalName: 'p.pdf',
        mediaType: 'application/pdf',
      },
      ...{ bytes: 1, sha256: 'a', compoundId: place.compoundId, purpose: 'notice', uploadedBy: userId },
      createdAt: at,
    });
    for (const { id } of await tx.find(Vote)) {
      const posted = notice(place, { kind: 'vote-result', subjectId: id, endsOn: '2026-03-20' });
      const noticeId = await insert(tx, NoticeRecord, posted);
      await tx.insert(NoticePhoto, { noticeId, fileId, kind: 'near' });
    }
    const fresh = Array.from({ length: 520 }, (_, index) =>
      wish(place, { kind: 'wish', number: numbered(index), heardOn: addDays(today, -10) }),
    );
    await inParts(fresh, (some) => tx.insert(WishRecord, some));
  }

  /** One thing of each kind that waits, younger than all the others. */
  async function waiting(tx: EntityManager, place: Place): Promise<number> {
    await tx.insert(Meeting, [
      meeting(place, {
        ...{ kind: 'four-party', number: many + 1, title: '没记完的会', state: 'held' },
        ...{ plannedOn: '2026-06-01', heldOn: '2026-06-01' },
      }),
    ]);
    const late = vote(place, { number: many + 1, title: '没公示的表决', closesOn: '2026-04-30' });
    const objection = wish(place, { kind: 'objection', number: 521, heardOn: today });
    await tx.insert(Vote, [{ ...late, closedOn: '2026-05-01' }]);
    await tx.insert(WishRecord, [objection]);
    const subjectId = await insert(tx, PlanVersion, {
      ...place,
      number: 1,
      begunBy: userId,
      begunOn: '2026-05-01',
    });
    const posted = { kind: 'plan' as const, title: '方案公示', subjectId };
    const ends = { postedOn: '2026-05-28', endsOn: '2026-06-05' };
    return insert(tx, NoticeRecord, notice(place, { ...posted, ...ends }));
  }

  const gathered = async () => (await house.app.get(WaitingWork).gather(actor)).map(({ what }) => what);

  it('is not hidden by what is over, however much of it there is', async () => {
    expect((await gathered()).sort()).toEqual([
      '1 条异议待答复',
      '「没公示的表决」的结果还没有公示',
      '四方联席会「没记完的会」的纪要还没有完成',
      '改造方案公示「方案公示」缺现场照片',
    ]);
  });

  it('takes as many statements for sixty compounds as for one', async () => {
    await more('y0');
    const one = await countQueries(house.app, gathered);
    expect(one.queries).toBeGreaterThan(5);
    for (let number = 1; number < 60; number += 1) await more(`y${number}`);
    const all = await countQueries(house.app, gathered);
    const drafts = all.answer.filter((what) => what === '第 1 版方案有 1 项内容，还没有公示');
    expect(drafts).toHaveLength(60);
    expect(all.queries).toBe(one.queries);
  });

  /** A compound with one of everything that waits, its plan not posted yet. */
  const more = async (code: string) => {
    const place = await yard(code);
    await write(house.app, async (tx) => {
      const noticeId = await waiting(tx, place);
      await tx.update(NoticeRecord, { id: noticeId }, { kind: 'consent-result' });
      const [version] = await tx.findBy(PlanVersion, { compoundId: place.compoundId });
      const item = { code: 'B01' as const, name: '供水', quantity: 100, unit: '项' };
      await tx.insert(PlanItemRecord, { ...item, versionId: version.id, line: 1 });
      await tx.update(WishRecord, { compoundId: place.compoundId }, { noticeId });
    });
  };
});
