import type { FactCode } from '../renovation/facts';
import { HouseholdRecords, ResultNotice, completeHouseholds, householdFacts } from './household-facts';
import { ConsentTotals, householdStandings } from './household-standing';

const day = '2026-04-26';
const links = { unreached: '/u', matrix: '/m', publication: '/p' };
const totals = (households: number, reached: number, renovation = 0, fee = 0): ConsentTotals => ({
  households,
  reached,
  counts: (
    [
      ['renovation', renovation],
      ['removal', 0],
      ['fee', fee],
    ] as const
  ).map(([question, agree]) => ({ question, agree, against: 0, undecided: 0, notAsked: households - agree })),
});
const records = (change: Partial<HouseholdRecords>): HouseholdRecords => ({
  track: 'micro',
  totals: totals(28, 28),
  complete: 28,
  notice: { state: 'none' },
  ...change,
});
const fact = (code: FactCode, change: Partial<HouseholdRecords>) =>
  householdFacts(records(change), day, links).find((one) => one.code === code);

describe('the households reached, as the gate of consultation hears it', () => {
  it.each([
    [
      'one household below four fifths is missing',
      10,
      7,
      'missing',
      '住宅 10 户，问到业主 7 户（70%），不到 80%',
    ],
    ['exactly four fifths is enough', 10, 8, 'met', '住宅 10 户，问到业主 8 户'],
    ['22 of 28 are missing', 28, 22, 'missing', '住宅 28 户，问到业主 22 户（78.57%），不到 80%'],
    ['23 of 28 are enough', 28, 23, 'met', '住宅 28 户，问到业主 23 户'],
    ['a list without dwellings reaches nobody', 0, 0, 'missing', '住宅 0 户，问到业主 0 户（—），不到 80%'],
  ])('%s', (_, households, reached, state, detail) => {
    expect(fact('meeting.households-reached', { totals: totals(households, reached) })).toEqual({
      code: 'meeting.households-reached',
      state,
      detail,
      link: '/u',
    });
  });
});

describe('the three answers of consent', () => {
  it.each([
    ['one household short of an answer is missing', 23, 22, 'missing', '问到的业主里，1 户三项意愿没有记全'],
    ['all there', 23, 23, 'met', '问到的 23 户，改造、拆违、物业费三项意愿都已记录'],
    ['nobody reached', 0, 0, 'missing', '还没有问到业主'],
  ])('%s', (_, reached, complete, state, detail) => {
    expect(fact('meeting.willingness-recorded', { totals: totals(28, reached), complete })).toMatchObject({
      state,
      detail,
    });
  });

  it('a household is complete when its owner was heard and answered all three, on whatever days', () => {
    const at = (id: number, dwellingId: number, answers: object) =>
      ({ id, dwellingId, calledOn: '2026-04-20', outcome: 'met', answers }) as const;
    const standings = householdStandings([
      at(1, 1, { renovation: 'agree', removal: 'agree' }),
      at(2, 1, { fee: 'undecided' }),
      at(3, 2, { renovation: 'agree', removal: 'agree' }),
      { id: 4, dwellingId: 3, calledOn: '2026-04-20', outcome: 'not-home', answers: {} },
    ]);
    expect(completeHouseholds([1, 2, 3, 4], standings)).toBe(1);
  });
});

describe('the result on the board', () => {
  const postedOn = '2026-04-25';
  const cases: [string, ResultNotice, string, string][] = [
    ['not posted', { state: 'none' }, 'missing', '征询结果还没有公布'],
    ['taken down', { state: 'withdrawn' }, 'missing', '征询结果已撤下，请重新公布'],
    [
      'posted, without a photo',
      { state: 'posted', postedOn, photos: 0 },
      'missing',
      '征询结果 2026年4月25日 公布，还缺张贴照片',
    ],
    [
      'posted, with one photo',
      { state: 'posted', postedOn, photos: 1 },
      'met',
      '征询结果 2026年4月25日 公布，有张贴照片',
    ],
  ];
  it.each(cases)('%s', (_, notice, state, detail) => {
    expect(fact('meeting.result-published', { notice })).toMatchObject({ state, detail, link: '/p' });
  });
});

describe('who agreed, on the district track', () => {
  it.each([
    ['both exactly four fifths', 8, 8, 'met'],
    ['the works one short', 7, 8, 'missing'],
    ['the fee one short', 8, 7, 'missing'],
  ])('%s', (_, renovation, fee, state) => {
    const said = fact('meeting.plan-agreed', { track: 'district', totals: totals(10, 10, renovation, fee) });
    expect(said?.state).toBe(state);
  });

  it('says how many agree to what, and how many it takes', () => {
    expect(fact('meeting.plan-agreed', { track: 'district', totals: totals(28, 28, 22, 23) })?.detail).toBe(
      '住宅 28 户，改造方案同意 22 户（78.57%），物业费和管理模式同意 23 户（82.14%），每项要 80% 以上，即 23 户',
    );
  });

  it('the micro track is not asked for it', () => {
    expect(fact('meeting.plan-agreed', { track: 'micro' })).toBeUndefined();
    expect(fact('meeting.majority-agreed', { track: 'district' })).toBeUndefined();
  });
});

describe('who agreed, on the micro track', () => {
  it.each([
    ['exactly half is not a majority', 28, 14, 'missing', '住宅 28 户，同意改造 14 户（50%），要超过一半'],
    ['one more than half is', 28, 15, 'met', '住宅 28 户，同意改造 15 户（53.57%）'],
    ['14 of 27 are more than half', 27, 14, 'met', '住宅 27 户，同意改造 14 户（51.85%）'],
    ['13 of 27 are not', 27, 13, 'missing', '住宅 27 户，同意改造 13 户（48.14%），要超过一半'],
  ])('%s', (_, households, agree, state, detail) => {
    const given = { totals: totals(households, households, agree) };
    expect(fact('meeting.majority-agreed', given)).toMatchObject({ state, detail });
  });
});
