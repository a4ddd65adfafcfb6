import type { Compound } from '../compounds/compound.entity';
import { persuasionStanding, PersuasionStanding } from '../domain/removal/persuasion';
import { givenStructure } from '../structures/given-structure';
import { givenVisit } from './given-visit';
import { promiseInWords, standingMark, toPersuasionColumn } from './persuasion-column.presenter';
import { compareVisits, toPersuasionVisit } from './persuasion.totals';
import { dueInWords, toRound } from './round.presenter';
import { lastTime } from './visit-form.presenter';

const today = '2026-03-20';
const standing = (...visits: Parameters<typeof givenVisit>): PersuasionStanding =>
  persuasionStanding(
    visits.map((one) => toPersuasionVisit(givenVisit(one))),
    { foundOn: '2026-03-10', isOpen: true },
    today,
  );
const late = { ...standing(), overdueDays: 7 };

describe('how a case stands', () => {
  it('is red with its days once the visit is late, else as they stand to it', () => {
    expect(standingMark(standing())).toEqual({ state: 'late', word: '还没有走访，走访已逾期 7 天' });
    const agreed = standing({ attitude: 'agree' });
    expect(standingMark(agreed)).toEqual({ state: 'done', word: '同意，走访 1 次' });
    const lost = standing({ attitude: 'lost', visitedOn: '2026-03-19' });
    expect(standingMark(lost).state).toBe('idle');
  });
});

describe('visits', () => {
  it('are in the order they were made: day, time of the day, then as written down', () => {
    const visits = [
      givenVisit({ id: 1, visitedOn: '2026-03-16', time: 'morning' }),
      givenVisit({ id: 2, time: 'evening' }),
      givenVisit({ id: 3, time: 'morning' }),
      givenVisit({ id: 4, time: 'morning' }),
    ];
    expect(visits.sort(compareVisits).map(({ id }) => id)).toEqual([3, 4, 2, 1]);
  });

  it.each([
    ['', null, ''],
    ['搬完就拆', null, '搬完就拆'],
    ['', '2026-03-31', '2026年3月31日前拆除'],
    ['搬完就拆', '2026-03-31', '搬完就拆，2026年3月31日前拆除'],
  ])('a promise %j by %s', (promised, promisedOn, words) =>
    expect(promiseInWords({ promised, promisedOn })).toBe(words),
  );

  it('are remembered on the next form', () => {
    expect(lastTime(givenVisit())).toBe('2026年3月15日 观望。诉求：东西没有地方放');
    expect(lastTime(givenVisit({ attitude: 'lost', asked: '' }))).toBe('2026年3月15日 失联');
  });
});

describe('the column', () => {
  const visits = [
    givenVisit({ id: 1, withdrawnOn: '2026-03-16', withdrawnReason: '记到了隔壁', visitedOn: '2026-03-16' }),
    givenVisit({ id: 2, visitedOn: '2026-03-17', attitude: 'against' }),
    givenVisit({ id: 3, visitedOn: '2026-03-18' }),
  ];
  const view = {
    structureId: 7,
    standing: standing(),
    visits,
    names: new Map([[4, '粮运社区']]),
    closed: '',
  };

  it('has the newest first and what was taken back at the end', () => {
    const column = toPersuasionColumn({ ...view, mayEdit: true });
    expect(column.visits.map(({ when }) => when.slice(0, 10))).toEqual([
      '2026年3月18日',
      '2026年3月17日',
      '2026年3月16日',
    ]);
    expect(column.visits[0]).toEqual({
      ...{ when: '2026年3月18日 晚上', attitude: { state: 'doing', word: '观望' }, promised: '' },
      ...{ visitors: '社区工作人员、楼栋长', asked: '东西没有地方放', pictureShown: true },
      ...{ recordedBy: '粮运社区', withdrawn: '', withdrawLink: '/persuasion-visits/3/withdraw' },
    });
    expect(column.visits[2]).toMatchObject({ withdrawn: '2026年3月16日 作废：记到了隔壁', withdrawLink: '' });
    expect(column.newLink).toBe('/structures/7/visits/new');
  });

  it('offers nothing to readers, and of what is gone only to take a visit back', () => {
    const links = (more: { mayEdit: boolean; closed?: string }) => {
      const { newLink, visits: lines } = toPersuasionColumn({ ...view, ...more });
      return [newLink, ...lines.map(({ withdrawLink }) => withdrawLink)].map((link) => link !== '');
    };
    expect(links({ mayEdit: true })).toEqual([true, true, true, false]);
    expect(links({ mayEdit: true, closed: '不再登记走访' })).toEqual([false, true, true, false]);
    expect(links({ mayEdit: false })).toEqual([false, false, false, false]);
  });
});

describe('the round of the evening', () => {
  it.each([
    [[], ''],
    [[late], '1 处走访逾期，最久 7 天'],
    [
      [late, { ...late, overdueDays: 2 }, { ...late, overdueDays: 0 }],
      '2 处走访逾期，最久 7 天；1 处今天要走访',
    ],
    [[{ ...late, overdueDays: 0 }], '1 处今天要走访'],
  ])('%#', (standings, words) => expect(dueInWords(standings)).toBe(words));

  const compound = { code: 'fl106', name: '丰乐路106号院' } as Compound;
  const frame = { crumbs: [], head: {} as never };
  const structures = [1, 2, 3].map((id) => givenStructure({ id, number: id }));
  const view = {
    ...{ compound, structures, today, mayEdit: true, identified: new Set([1]), visits: new Map() },
    standings: new Map([
      [1, standing({ visitedOn: '2026-03-19' })],
      [2, standing()],
      [3, standing({ attitude: 'agree' })],
    ]),
  };

  it('has first who is late, later who is not yet due, and not who agreed', () => {
    const { due, later, sum } = toRound(view, frame);
    expect(due.map(({ number, due: mark }) => [number, mark.word])).toEqual([['第 2 处', '走访逾期 7 天']]);
    expect(later.map(({ name, due: mark }) => [name, mark.word])).toEqual([
      ['经认定的私搭房屋、棚屋', '2026年3月22日前去'],
    ]);
    expect(sum).toBe('1 处走访逾期，最久 7 天');
    expect(due[0].visitLink).toBe('/structures/2/visits/new');
    expect(toRound({ ...view, mayEdit: false }, frame).due[0].visitLink).toBe('');
  });

  it('says the beginning of what was asked, so that many fit a page', () => {
    const visits = new Map([[2, [givenVisit({ structureId: 2, asked: '长'.repeat(500), promised: '短' })]]]);
    const [row] = toRound({ ...view, visits }, frame).due;
    expect([row.asked, row.promised, row.lastOn]).toEqual([`${'长'.repeat(60)}…`, '短', '2026年3月15日']);
  });

  it('says why it is empty', () => {
    const text = (some: typeof structures | null) =>
      toRound({ ...view, structures: some }, frame).empty?.text;
    expect(text(null)).toContain('还没有立项');
    expect(text([])).toContain('还没有登记拆除对象');
    expect(text([structures[2]])).toContain('没有要走访的拆除对象');
    expect(text(structures)).toBeUndefined();
  });
});
