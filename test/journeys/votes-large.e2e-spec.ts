import { EntityManager } from 'typeorm';
import { UserAccount } from '../../src/access/entities';
import { Building, Dwelling } from '../../src/compounds/door.entities';
import { Vote, VoteBallot, VoteOwner, VoteRosterDoor } from '../../src/votes/vote.entities';
import { VoteTotals } from '../../src/votes/votes.totals';
import { House, openHouse } from '../support/app';
import { Person } from '../support/person';
import { givenYard, write } from '../support/portfolio';
import { countQueries } from '../support/queries';
import { insert } from '../support/rows';

/** Counted votes of two yards, and one in each that is still prepared. */
const yards = { many: 30, few: 1 };

describe('a compound that has voted thirty times', () => {
  let house: House;
  let worker: Person;
  const renovations = new Map<string, number>();

  beforeAll(async () => {
    house = await openHouse({ at: '2026-06-08T10:00:00+08:00' });
    for (const [code, count] of Object.entries(yards)) {
      const yard = { code, name: `${code}院`, renovation: { stage: 'consultation' as const } };
      const place = await givenYard(house.app, yard);
      renovations.set(code, place.renovationId);
      await write(house.app, async (tx) => {
        const buildingId = await insert(tx, Building, { compoundId: place.compoundId, no: '1号楼' });
        const doors = await tx.insert(
          Dwelling,
          [101, 102, 201, 202].map((room) => ({
            ...{ compoundId: place.compoundId, buildingId, unitNo: 1 },
            ...{ floorNo: Math.floor(room / 100), roomNo: String(room) },
          })),
        );
        const doorIds = doors.identifiers.map(({ id }) => id as number);
        for (let number = 1; number <= count; number += 1) await counted(tx, place, number, doorIds);
        await counted(tx, place, count + 1, []);
      });
    }
    worker = await house.person('worker');
  });
  afterAll(() => house.close());

  /** A vote in which the first door said yes, the last no, and the others nothing; without doors one that is prepared. */
  async function counted(
    tx: EntityManager,
    place: { compoundId: number; renovationId: number },
    number: number,
    doorIds: readonly number[],
  ): Promise<void> {
    const { id: userId } = await tx.findOneByOrFail(UserAccount, { login: 'worker' });
    const sheet = {
      ...{ ...place, number, title: `第 ${number} 次表决`, matter: 'fund-use' as const, question: '修不修' },
      ...{ form: 'written' as const, opensOn: '2026-05-01', closesOn: '2026-05-10', createdBy: userId },
    };
    const closed = {
      ...{ state: 'closed' as const, openedBy: userId, openedOn: '2026-05-01', closedBy: userId },
      ...{ closedOn: '2026-05-11', watchers: 'owner', counters: 'owner', outcome: 'no-quorum' as const },
      ...{ ruleCode: 'civil-code-ordinary', digest: 'x' },
    };
    const voteId = await insert(tx, Vote, { ...sheet, ...(doorIds.length && closed) });
    for (const [at, dwellingId] of doorIds.entries()) {
      const ownerId = await insert(tx, VoteOwner, { voteId, number: at + 1, kind: 'person' });
      const door = { voteId, ownerId, dwellingId, label: `1号楼 1单元 ${dwellingId}` };
      await tx.insert(VoteRosterDoor, { ...door, area: 60_00, areaSource: 'register' });
      if (at > 0 && at < doorIds.length - 1) continue;
      await tx.insert(VoteBallot, {
        ...{ voteId, ownerId, mark: at === 0 ? 'yes' : 'no', receivedOn: '2026-05-02' },
        ...{ recordedBy: userId, recordedAt: '2026-05-02T02:00:00.000Z' },
      });
    }
  }

  const listOf = (code: string) => countQueries(house.app, () => worker.get(`/compounds/${code}/votes`));
  const publicOf = (code: string) =>
    countQueries(house.app, () => house.app.get(VoteTotals).publicVotes(renovations.get(code)!));

  it('is listed with as many queries as one that has voted once, each vote with its own count', async () => {
    await listOf('few');
    const [many, few] = [await listOf('many'), await listOf('few')];
    expect(many.answer.status).toBe(200);
    expect(many.answer.text).toContain('第 30 次表决');
    expect(many.queries).toBe(few.queries);
  });

  it('is told to everybody with as many queries, each vote with its own count', async () => {
    const [many, few] = [await publicOf('many'), await publicOf('few')];
    expect(many.answer).toHaveLength(30);
    expect(new Set(many.answer.map(({ title }) => title)).size).toBe(30);
    const counts = few.answer[0].result!.counts;
    expect(counts).toMatchObject({ yes: { persons: 1 }, no: { persons: 1 }, abstain: { persons: 0 } });
    expect(many.answer.every(({ result }) => JSON.stringify(result!.counts) === JSON.stringify(counts))).toBe(
      true,
    );
    expect(many.queries).toBe(few.queries);
  });
});
