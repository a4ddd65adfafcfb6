import { addDays } from '../kernel/calendar-date';
import { workCalendar } from './given-removal';
import { hourBlockers, isNight } from './removal-hours';
import {
  filingInWords,
  firmBlockers,
  firmInWords,
  proofBlockers,
  weatherBlockers,
  weatherInWords,
  weatherRecordBlockers,
  windHint,
} from './removal-rules';
import { structureKindCodes, structureKinds } from './structure-kinds';

const day = '2026-05-18';
const said = (blockers: { code: string; level: string }[]) =>
  blockers.map(({ code, level }) => `${code.replace('removal.', '')} ${level}`);

describe('D02: hours and days', () => {
  const at = (from: string, to: string, on = day) => ({ on, from, to });
  it.each<[string, string, boolean]>([
    ['05:59', '08:00', true],
    ['06:00', '08:00', false],
    ['20:00', '22:00', false],
    ['20:00', '22:01', true],
    ['21:59', '22:00', false],
    ['22:00', '23:00', true],
    ['08:00', '12:00', false],
  ])('%s to %s is at night: %s', (from, to, night) => {
    expect(isNight(at(from, to))).toBe(night);
    expect(said(hourBlockers('forced', at(from, to), workCalendar))).toEqual(night ? ['D02 law'] : []);
    expect(said(hourBlockers('assisted', at(from, to), workCalendar))).toEqual(night ? ['D02 law'] : []);
    expect(hourBlockers('voluntary', at(from, to), workCalendar)).toEqual([]);
  });

  it.each<[string, string[]]>([
    ['2026-02-14', []],
    ['2026-02-15', ['D02 law']],
    ['2026-02-23', ['D02 law']],
    ['2026-02-24', []],
    ['2026-09-30', []],
    ['2026-10-01', ['D02 law']],
    ['2026-10-07', ['D02 law']],
    ['2026-10-08', []],
    ['2027-03-01', ['D02 law']],
  ])('by force on %s: %j; assisted and by themselves it is free', (on, expected) => {
    expect(said(hourBlockers('forced', at('08:00', '12:00', on), workCalendar))).toEqual(expected);
    expect(hourBlockers('assisted', at('08:00', '12:00', on), workCalendar)).toEqual([]);
  });

  it('an emergency in writing lifts it, a blank one does not', () => {
    const night = at('23:00', '23:30', '2026-10-01');
    expect(hourBlockers('forced', night, workCalendar, '墙体随时倒塌')).toEqual([]);
    expect(said(hourBlockers('forced', night, workCalendar, ' '))).toEqual(['D02 law', 'D02 law']);
  });

  it.each([
    ['8:00', '12:00'],
    ['08:00', '24:00'],
    ['08:00', '08:00'],
    ['12:00', '08:00'],
  ])('%s to %s is no span of a day', (from, to) => {
    expect(said(hourBlockers('voluntary', at(from, to), workCalendar))).toEqual(['hours policy']);
  });
});

describe('D14: wind and air', () => {
  const weather = (change = {}) => ({ windGrade: 3, hasPollutionAlert: false, checkedOn: day, ...change });
  it.each<[string, ReturnType<typeof weather> | null, number]>([
    ['wind 3', weather(), 0],
    ['wind 4', weather({ windGrade: 4 }), 1],
    ['an alert', weather({ hasPollutionAlert: true }), 1],
    ['wind 5 and an alert', weather({ windGrade: 5, hasPollutionAlert: true }), 2],
    ['looked up the day before', weather({ checkedOn: addDays(day, -1) }), 0],
    ['looked up two days before', weather({ checkedOn: addDays(day, -2) }), 1],
    ['looked up the day after', weather({ checkedOn: addDays(day, 1) }), 1],
    ['not looked up', null, 1],
  ])('%s', (_, given, count) => {
    expect(said(weatherBlockers(given, day))).toEqual(Array(count).fill('D14 law'));
  });
});

describe('the weather in words', () => {
  it('names wind and alert, and the wind that stops it', () => {
    expect(weatherInWords({ windGrade: 3, hasPollutionAlert: false })).toBe('预报风力 3 级，没有重污染预警');
    expect(weatherInWords({ windGrade: 5, hasPollutionAlert: true })).toBe('预报风力 5 级，有重污染预警');
    expect(windHint).toBe('4 级以上不能拆除');
  });
});

describe('D15: a contracted demolition', () => {
  const firm = (change = {}) => ({
    isLicensed: true,
    filedOn: addDays(day, -15) as string | null,
    ...change,
  });
  it.each<[string, ReturnType<typeof firm> | null, number]>([
    ['filed 15 days before', firm(), 0],
    ['filed 14 days before', firm({ filedOn: addDays(day, -14) }), 1],
    ['not filed', firm({ filedOn: null }), 1],
    ['by a firm without licence', firm({ isLicensed: false }), 1],
    ['by nobody under a contract', null, 0],
  ])('%s', (_, given, count) => {
    expect(said(firmBlockers({ kind: 'building' }, given, day))).toEqual(Array(count).fill('D15 law'));
  });

  it('licence and filing are said as they are, and the days before it as the rule book has them', () => {
    expect(firmInWords(firm({ filedOn: '2026-05-01' }))).toBe('有资质，2026年5月1日备案');
    expect(firmInWords(firm({ isLicensed: false, filedOn: null }))).toBe('资质还没有核对，还没有备案');
    expect(filingInWords(day)).toBe('发包拆除房屋要提前 15 天备案');
  });

  it.each(structureKindCodes)('of kind %s is asked only where it is a building', (kind) => {
    const found = firmBlockers({ kind }, firm({ filedOn: null }), day);
    expect(found.length).toBe(structureKinds[kind].isBuilding ? 1 : 0);
  });
});

describe('D16: the proof', () => {
  const proof = (change = {}) => ({
    photosBefore: 1,
    photosAfter: 1,
    removedArea: 1 as number | null,
    ...change,
  });
  it.each<[string, object, number]>([
    ['complete', {}, 0],
    ['no picture before', { photosBefore: 0 }, 1],
    ['no picture after', { photosAfter: 0 }, 1],
    ['no measured area', { removedArea: null }, 1],
    ['an area of nothing', { removedArea: 0 }, 1],
    ['nothing at all', { photosBefore: 0, photosAfter: 0, removedArea: null }, 3],
  ])('%s', (_, change, count) => {
    expect(said(proofBlockers({ kind: 'building' }, proof(change)))).toEqual(Array(count).fill('D16 policy'));
  });

  it('wires have no area', () => {
    expect(proofBlockers({ kind: 'wiring' }, proof({ removedArea: null }))).toEqual([]);
  });
});

describe('a look at the weather of a removal day', () => {
  it.each<[number, string, string[]]>([
    [0, '2026-05-18', []],
    [17, '2026-05-17', []],
    [18, '2026-05-18', ['weather-wind policy']],
    [-1, '2026-05-18', ['weather-wind policy']],
    [2.5, '2026-05-18', ['weather-wind policy']],
    [2, '2026-05-16', ['weather-day policy']],
    [2, '2026-05-19', ['weather-future policy', 'weather-day policy']],
  ])('wind %s, looked up on %s', (windGrade, checkedOn, expected) => {
    const weather = { windGrade, hasPollutionAlert: false, checkedOn };
    expect(said(weatherRecordBlockers(weather, day, day))).toEqual(expected);
  });

  it('the day before it cannot be looked up on the day itself', () => {
    const weather = { windGrade: 2, hasPollutionAlert: false, checkedOn: day };
    expect(said(weatherRecordBlockers(weather, day, '2026-05-17'))).toEqual(['weather-future policy']);
  });
});
