import { AuditEntry } from '../../src/audit/audit-entry.entity';
import { Renovation } from '../../src/compounds/renovation.entities';
import { stages } from '../../src/domain/renovation/stages';
import { Milestone } from '../../src/stages/evidence.entities';
import { stagesPaths } from '../../src/stages/stages.paths';
import { Post, expectEach } from '../support/addresses';
import { House, openHouse } from '../support/app';
import { taken } from '../support/pages';
import { paper } from '../support/papers';
import { openedRenovation } from '../support/renovation';

const code = 'fl106';
const onceKey = 'a-key-of-this-test-alone';

describe('who reaches the stage desk of 丰乐路106号院', () => {
  let house: House;
  let milestoneId: number;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-04-24T10:00:00+08:00' });
    await openedRenovation(house.app, { stage: 'consultation' });
    const manager = await house.person('manager');
    const path = stagesPaths.newMilestone(code, { gate: 'representatives-met' });
    await taken(manager.fill(path, { document: paper() }));
    milestoneId = (await house.rows.findOneByOrFail(Milestone, { gate: 'representatives-met' })).id;
  });
  afterAll(() => house.close());

  const reads = () => [
    stagesPaths.index(code),
    stagesPaths.index(code, 1),
    stagesPaths.milestone(milestoneId),
  ];
  const forms: Record<'move' | 'schedule' | 'milestone' | 'override', string[]> = {
    move: [stagesPaths.newMove(code, 'advance'), stagesPaths.newMove(code, 'send-back')],
    schedule: [stagesPaths.newBaseline(code), stagesPaths.newForecast(code, 'survey')],
    milestone: [stagesPaths.newMilestone(code)],
    override: [stagesPaths.newOverride(code)],
  };
  const posts = (): Record<keyof typeof forms, Post[]> => ({
    move: [[stagesPaths.moves(code), { move: 'pause', reason: '试试', version: '1', onceKey }]],
    schedule: [
      [stagesPaths.baselines(code), { surveyEndOn: '2026-04-30', version: '1', onceKey }],
      [stagesPaths.forecasts(code), { stage: 'survey', endOn: '2026-04-30', version: '1' }],
    ],
    milestone: [
      [
        stagesPaths.milestones(code),
        {
          stage: 'consultation',
          gates: ['drawings'],
          outcome: 'met',
          happenedOn: '2026-04-24',
          lastSeen: '99',
          onceKey,
          document: paper(),
        },
      ],
      [stagesPaths.withdrawals(milestoneId), { reason: '试试', version: '1' }],
    ],
    override: [[stagesPaths.overrides(code), { gate: 'items-chosen', reason: '试试', onceKey }]],
  });
  const all = <T>(lists: Record<string, T[]>) => Object.values(lists).flat();
  const traces = async () => [
    await house.rows.count(AuditEntry),
    (await house.rows.findOneByOrFail(Renovation, { isCurrent: true })).version,
  ];

  it.each([
    ['a manager of another street', 'foreign-manager', ['move', 'schedule', 'milestone']],
    ['an officer of another district', 'foreign-officer', ['move', 'override']],
  ] as const)('%s finds nothing at any address, reading or writing', async (_, login, kinds) => {
    const person = await house.person(login);
    const before = await traces();
    const asked = kinds.flatMap((kind) => posts()[kind]);
    const open = [...reads(), ...kinds.flatMap((kind) => forms[kind])];
    await expectEach(person, 404, { reads: open, writes: asked });
    // What is not even a form is not answered otherwise: nobody learns that the compound exists.
    const empty = asked.map(([path]): Post => [path, path.endsWith('stage-moves') ? { move: 'pause' } : {}]);
    await expectEach(person, 404, { writes: empty });
    expect(await traces()).toEqual(before);
  });

  it.each([
    ['a worker of another community of the street', 'neighbour'],
    ['a worker of another district', 'foreign-worker'],
    ['a builder without a contract', 'foreign-builder'],
    ['the supervisor of other works', 'watcher'],
  ])('%s finds nothing to read', async (_, login) => {
    await expectEach(await house.person(login), 404, { reads: reads() });
  });

  it.each([
    ['the community worker', 'worker'],
    ['the builder under contract', 'builder'],
    ['the auditor', 'auditor'],
  ])('%s reads the desk, is offered nothing to move, and may not', async (_, login) => {
    const person = await house.person(login);
    await expectEach(person, 200, { reads: reads() });
    const desk = await person.get(stagesPaths.index(code));
    expect(desk.text).toContain('推进由街道项目负责人、区改造办办理');
    for (const word of ['登记节点', '制定计划', '改预计']) expect(desk.text).not.toContain(word);
    expect(desk.html).not.toContain('/stage-moves');
    expect(desk.html).not.toContain('/overrides');
    const before = await traces();
    await expectEach(person, 403, { reads: all(forms), writes: all(posts()) });
    expect(await traces()).toEqual(before);
  });

  it('the builder sees how the gates stand, but no way into rooms that are not theirs', async () => {
    const desk = await (await house.person('builder')).get(stagesPaths.index(code));
    expect(desk.page.querySelectorAll('.gates li').length).toBeGreaterThan(10);
    expect(desk.page.querySelectorAll('.gates a')).toEqual([]);
  });

  it('what belongs to one office is closed to the other', async () => {
    const [manager, officer] = await house.people('manager', 'officer');
    await expectEach(manager, 403, { reads: forms.override, writes: posts().override });
    await expectEach(officer, 403, {
      reads: [...forms.schedule, ...forms.milestone],
      writes: [...posts().schedule, ...posts().milestone],
    });
  });

  it('a visitor is led to sign in, and what they post is not taken', async () => {
    const visitor = await house.person();
    await expectEach(visitor, 303, { reads: [...reads(), ...all(forms)] });
    expect((await visitor.post(stagesPaths.moves(code), { move: 'pause' })).status).toBe(401);
  });

  it('addresses that mean nothing are not there', async () => {
    const manager = await house.person('manager');
    const wrong = [
      stagesPaths.index('nowhere'),
      stagesPaths.index(code, 2),
      `/compounds/${code}/stage-moves/new`,
      `/compounds/${code}/stage-moves/new?move=fly`,
      `/compounds/${code}/stage-moves/new?move=pause&move=close`,
      `/compounds/${code}/forecasts/new?stage=roof`,
      stagesPaths.milestone(9999),
    ];
    await expectEach(manager, 404, { reads: wrong });
    await expectEach(manager, 200, { reads: stages.map((stage) => stagesPaths.newForecast(code, stage)) });
  });

  it("a form with a field of one's own is not taken", async () => {
    const manager = await house.person('manager');
    const asked = { move: 'pause', reason: '试试', version: '1', onceKey, stage: 'handover' };
    await manager.get('/account');
    expect((await manager.post(stagesPaths.moves(code), asked)).status).toBe(400);
  });

  it('before a renovation is opened the desk says so, and has no forms', async () => {
    const manager = await house.person('manager');
    const { page } = await manager.get('/compounds/new');
    const place = page.querySelectorAll('#f-place option').at(-1)!.getAttribute('value')!;
    await taken(manager.fill('/compounds/new', { name: '丰乐路108号院', code: 'fl108', place }));
    const desk = await manager.get(stagesPaths.index('fl108'));
    expect([desk.status, desk.text.includes('还没有改造项目')]).toEqual([200, true]);
    const paths = [
      stagesPaths.newMove('fl108', 'advance'),
      stagesPaths.newBaseline('fl108'),
      stagesPaths.newMilestone('fl108'),
    ];
    await expectEach(manager, 404, { reads: paths });
  });
});
