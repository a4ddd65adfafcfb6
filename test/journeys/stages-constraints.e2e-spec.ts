import { EntityManager } from 'typeorm';
import { UserAccount } from '../../src/access/entities';
import { firstPosition } from '../../src/domain/renovation/stages';
import { Milestone, PassedGate } from '../../src/stages/evidence.entities';
import { PlanBaseline, StageForecast, StageSchedule } from '../../src/stages/schedule.entities';
import { StageMove } from '../../src/stages/stage-move.entity';
import { stagesPaths } from '../../src/stages/stages.paths';
import { House, openHouse } from '../support/app';
import { paper } from '../support/papers';
import { write } from '../support/portfolio';
import { openedRenovation } from '../support/renovation';

const at = '2026-04-24T02:00:00.000Z';

describe('the database itself', () => {
  let house: House;
  let renovationId: number;
  let userId: number;
  let documentId: number;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-04-24T10:00:00+08:00' });
    ({ renovationId } = await openedRenovation(house.app, { stage: 'consultation' }));
    userId = (await house.rows.findOneByOrFail(UserAccount, { login: 'officer' })).id;
    const manager = await house.person('manager');
    const document = paper('纪要.pdf');
    await manager.fill(stagesPaths.newMilestone('fl106', { gate: 'drawings' }), { document });
    documentId = (await house.rows.findOneByOrFail(Milestone, { gate: 'drawings' })).documentId;
  });
  afterAll(() => house.close());

  const schedule = (change: Partial<StageSchedule>) => (tx: EntityManager) =>
    tx.insert(StageSchedule, { renovationId, stage: 'construction', plannedEndOn: '2026-06-18', ...change });
  const baseline = (change: Partial<PlanBaseline>) => (tx: EntityManager) =>
    tx.insert(PlanBaseline, {
      ...{ renovationId, number: 1, plan: [], reason: null },
      ...{ setOn: '2026-04-24', setBy: userId, setAt: at },
      ...change,
    });
  const forecast = (change: Partial<StageForecast>) => (tx: EntityManager) =>
    tx.insert(StageForecast, {
      ...{ renovationId, stage: 'construction', forecastEndOn: '2026-06-20', slipDays: 2, reason: '下雨' },
      ...{ answerable: 'weather', saidOn: '2026-04-24', saidBy: userId, saidAt: at },
      ...change,
    });
  const move = (change: Partial<StageMove>) => (tx: EntityManager) => {
    const { stage, state, removal } = firstPosition;
    return tx.insert(StageMove, {
      ...{ renovationId, move: 'pause', reason: '等资金', fromStage: stage, toStage: stage },
      ...{ fromState: state, toState: 'paused', fromRemoval: removal, toRemoval: removal },
      ...{ movedBy: userId, movedByRole: 'district-officer', movedOn: '2026-04-24', movedAt: at },
      ...change,
    });
  };
  const milestone = (change: Partial<Milestone>) => (tx: EntityManager) =>
    tx.insert(Milestone, {
      ...{ renovationId, gate: 'items-chosen', outcome: 'met', happenedOn: '2026-04-24', note: '' },
      ...{ documentId, recordedBy: userId, recordedByRole: 'street-manager', recordedAt: at },
      ...change,
    });
  const passed = (change: Partial<PassedGate>) => (tx: EntityManager) =>
    tx.insert(PassedGate, {
      ...{ renovationId, gate: 'plan-posted', reason: '先议事' },
      ...{ passedBy: userId, passedByRole: 'district-officer', passedOn: '2026-04-24', passedAt: at },
      ...change,
    });

  it.each<[string, (tx: EntityManager) => Promise<unknown>, (tx: EntityManager) => Promise<unknown>]>([
    [
      'a stage expected later than planned without a reason',
      schedule({ forecastEndOn: '2026-06-19', slipAnswerable: 'weather' }),
      schedule({ forecastEndOn: '2026-06-19', slipAnswerable: 'weather', slipReason: '下雨' }),
    ],
    [
      'a stage expected later than planned for which nobody answers',
      schedule({ stage: 'acceptance', forecastEndOn: '2026-06-19', slipReason: '下雨' }),
      schedule({ stage: 'acceptance', forecastEndOn: '2026-06-18' }),
    ],
    [
      'a stage that ends before it began',
      schedule({ stage: 'handover', startedOn: '2026-07-02', endedOn: '2026-07-01' }),
      schedule({ stage: 'handover', startedOn: '2026-07-01', endedOn: '2026-07-01' }),
    ],
    ['a stage twice', schedule({ stage: 'handover' }), schedule({ stage: 'removal' })],
    ['a stage nobody knows', schedule({ stage: 'roof' as never }), schedule({ stage: 'survey' })],
    ['a second plan without a reason', baseline({ number: 2 }), baseline({ number: 2, reason: '连续降雨' })],
    ['two plans of one number', baseline({ number: 2, reason: '又一次' }), baseline({})],
    ['an expected slip without a reason', forecast({ reason: null }), forecast({})],
    ['a pause without a reason', move({ reason: null }), move({})],
    ['a move nobody knows', move({ move: 'fly' as never }), move({ move: 'resume', reason: null })],
    [
      'evidence that something does not apply without a note',
      milestone({ outcome: 'not-applicable' }),
      milestone({ outcome: 'not-applicable', note: '没有发包' }),
    ],
    ['two pieces of evidence in force for one gate', milestone({}), milestone({ supersededAt: at })],
    [
      'evidence without a document',
      milestone({ gate: 'self-funded', documentId: 9999 }),
      milestone({ gate: 'self-funded' }),
    ],
    [
      'an exception by anybody but the district officer',
      passed({ passedByRole: 'street-manager' }),
      passed({}),
    ],
    ['an exception without a reason', passed({ gate: 'drawings', reason: '' }), passed({ gate: 'drawings' })],
    ['the same exception twice', passed({ gate: 'drawings' }), passed({ gate: 'items-chosen' })],
  ])('refuses %s', async (_, wrong, right) => {
    await expect(write(house.app, wrong)).rejects.toThrow('SQLITE_CONSTRAINT');
    await write(house.app, right);
  });

  it('two people who move at the same moment make one move; the other is told', async () => {
    const people = await house.people('manager', 'manager2', 'officer');
    const forms = await Promise.all(
      people.map(async (person) => {
        const { page } = await person.get(stagesPaths.newMove('fl106', 'pause'));
        const value = (name: string) =>
          page.querySelector(`.main input[name=${name}]`)!.getAttribute('value')!;
        return { move: 'pause', reason: '等资金', version: value('version'), onceKey: value('onceKey') };
      }),
    );
    const answers = await Promise.all(
      people.map((person, index) => person.post(stagesPaths.moves('fl106'), forms[index])),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422]);
    for (const told of answers.filter(({ status }) => status === 422))
      expect(told.text).toContain('这条记录刚被别人改过');
  });
});
