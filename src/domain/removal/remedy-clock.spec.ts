import * as fc from 'fast-check';
import { addDays } from '../kernel/calendar-date';
import { workCalendar } from './given-removal';
import { Lawsuit, Reconsideration, remedyClock, remedyEnds, RemedyFacts } from './remedy-clock';

const facts = (change: Partial<RemedyFacts> = {}): RemedyFacts => ({
  ...{ servedOn: '2026-03-02', toldRights: true, reconsideration: null, lawsuit: null },
  ...change,
});
const clock = (change: Partial<RemedyFacts>, day = '2026-06-08') =>
  remedyClock(facts(change), day, workCalendar);
const reconsideration = (change: Partial<Reconsideration> = {}): Reconsideration => ({
  ...{ filedOn: '2026-03-20', acceptedOn: '2026-03-25', isExtended: false, outcome: null, decidedOn: null },
  ...change,
});
const lawsuit = (change: Partial<Lawsuit> = {}): Lawsuit => ({
  ...{ filedOn: '2026-04-10', outcome: null, finalOn: null },
  ...change,
});

describe('the earliest day of force', () => {
  it.each([
    ['2026-03-02', true, '2026-09-03', 'six months and a day'],
    ['2026-03-02', false, '2027-03-03', 'a year and a day, where the rights were not told'],
    ['2025-08-31', true, '2026-03-01', 'month end: 28 February, a Saturday that is worked'],
    ['2026-08-31', true, '2027-03-02', 'month end: 28 February is a Sunday, so 1 March'],
    ['2025-08-17', true, '2026-02-25', 'ends in Spring Festival, so on 24 February'],
    ['2026-04-01', true, '2026-10-09', 'ends on National Day, so on 8 October'],
    ['2026-03-31', true, '2026-10-01', 'ends the day before National Day'],
  ])('served on %s, rights told %s: %s (%s)', (servedOn, toldRights, expected) => {
    expect(clock({ servedOn, toldRights }, '2027-12-31').earliestForcedOn).toBe(expected);
  });

  it('asks for sixty days and six months, whichever is longer', () => {
    expect(remedyEnds({ servedOn: '2026-03-02', toldRights: true }, workCalendar)).toEqual({
      lawsuit: '2026-09-02',
      reconsideration: '2026-05-06',
    });
  });

  it.each<[string, Partial<RemedyFacts>, string | null]>([
    ['not served', { servedOn: null }, null],
    ['served tomorrow', { servedOn: '2026-06-09' }, null],
    ['reconsideration not accepted yet', { reconsideration: reconsideration({ acceptedOn: null }) }, null],
    ['reconsideration running: 60 days, then 15', { reconsideration: reconsideration() }, '2026-06-10'],
    ['extended: 90 days, then 15', { reconsideration: reconsideration({ isExtended: true }) }, '2026-07-09'],
    [
      'reconsideration upheld: 15 days',
      { reconsideration: reconsideration({ outcome: 'upheld', decidedOn: '2026-05-20' }) },
      '2026-06-05',
    ],
    [
      'reconsideration revoked it: never',
      { reconsideration: reconsideration({ outcome: 'revoked', decidedOn: '2026-05-20' }) },
      null,
    ],
    [
      'reconsideration withdrawn: as if never asked for',
      { reconsideration: reconsideration({ outcome: 'withdrawn', decidedOn: '2026-04-01' }) },
      '2026-09-03',
    ],
    ['lawsuit running: no day', { lawsuit: lawsuit() }, null],
    ['lawsuit decided, not in force', { lawsuit: lawsuit({ outcome: 'upheld' }) }, null],
    ['lawsuit lost', { lawsuit: lawsuit({ outcome: 'upheld', finalOn: '2026-06-01' }) }, '2026-06-02'],
    ['lawsuit won', { lawsuit: lawsuit({ outcome: 'revoked', finalOn: '2026-06-01' }) }, null],
    [
      'lawsuit withdrawn',
      { lawsuit: lawsuit({ outcome: 'withdrawn', finalOn: '2026-06-01' }) },
      '2026-09-03',
    ],
  ])('%s', (_, change, expected) => {
    expect(clock(change).earliestForcedOn).toBe(expected);
  });

  it('is not over on its last forbidden day and is on the next', () => {
    expect(clock({}, '2026-09-02').state).toBe('running');
    expect(clock({}, '2026-09-03').state).toBe('over');
  });

  it('says what it rests on', () => {
    expect(clock({}).words).toBe('救济期到 2026年9月2日，最早 2026年9月3日可以强制拆除');
    expect(clock({ toldRights: false }).words).toBe(
      '救济期到 2027年3月2日，最早 2027年3月3日可以强制拆除，决定书没有写明救济权利，按 12 个月推算；' +
        '2027年放假安排还没有公布，先按周末推算',
    );
  });

  it('never comes earlier where the rights were not told, nor for a later service', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (offset) => {
        const servedOn = addDays('2024-01-01', offset);
        const of = (day: string, toldRights: boolean) =>
          clock({ servedOn: day, toldRights }, '2030-01-01').earliestForcedOn!;
        expect(of(servedOn, false) > of(servedOn, true)).toBe(true);
        expect(of(addDays(servedOn, 1), true) >= of(servedOn, true)).toBe(true);
      }),
    );
  });
});
