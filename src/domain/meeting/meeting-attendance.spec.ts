import {
  Attendance,
  attendanceBlockers,
  attendanceInWords,
  attendanceWarnings,
  representativesBlockers,
  representativesPresent,
} from './meeting-attendance';
import type { MeetingParty } from './meeting-parties';

const day = '2026-06-08';
const row = (party: MeetingParty, present: number, expected: number | null = null): Attendance => ({
  ...{ party, present, expected },
  ...{ who: '', signed: true },
});

describe('who really came', () => {
  it.each<[string, Attendance[], string]>([
    ['of every part', [row('representatives', 20, 24), row('community', 2, 2)], '22/26'],
    ['of some parts', [row('representatives', 20, 24), row('members', 5)], '20/24，另 5 人'],
    ['of a part that did not come', [row('representatives', 20, 24), row('members', 0)], '20/24'],
    ['of no part', [row('community', 2), row('members', 5)], '7'],
    ['while nothing is written', [], '—'],
  ])('how many should have come is known %s', (_, rows, words) => {
    expect(attendanceInWords(rows)).toBe(words);
  });

  it.each([
    ['as many as expected', 10, 10, 0],
    ['one more than expected', 11, 10, 1],
    ['somebody, and nobody knows how many should have come', 11, null, 0],
  ])('%s', (_, present, expected, count) => {
    expect(attendanceBlockers([row('contractor', present, expected)])).toHaveLength(count);
  });

  it('more than expected is said in a sentence', () => {
    expect(attendanceBlockers([row('representatives', 29, 28)])[0].text).toBe(
      '「居民代表」到会 29 人，多于应到 28 人，请核对',
    );
  });
});

describe('representatives', () => {
  it.each([
    ['13 of 28 are not enough', 13, 28, false],
    ['14 of 28 are half, and enough', 14, 28, true],
    ['14 of 27 are enough', 14, 27, true],
    ['13 of 27 are not', 13, 27, false],
    ['nobody of nobody is not', 0, 0, false],
  ])('%s', (_, present, expected, isEnough) => {
    expect(representativesPresent([row('representatives', present, expected)], day)).toEqual({
      expected,
      present,
      isEnough,
    });
  });

  it('of an unknown number cannot be judged, and the minutes wait for it', () => {
    expect(representativesPresent([row('representatives', 14)], day)).toBeNull();
    expect(representativesPresent([row('community', 2, 2)], day)).toBeNull();
    expect(representativesBlockers('representatives', [row('representatives', 14)])).toHaveLength(1);
    expect(representativesBlockers('representatives', [row('representatives', 14, 28)])).toEqual([]);
    expect(representativesBlockers('four-party', [])).toEqual([]);
  });

  it('too few of them are a reminder', () => {
    expect(
      attendanceWarnings('representatives', [row('representatives', 13, 28)], day).map(({ text }) => text),
    ).toEqual(['应到居民代表 28 人，到会 13 人，不到 50%，议定事项不能算通过，请再开一次']);
    expect(attendanceWarnings('representatives', [row('representatives', 14, 28)], day)).toEqual([]);
  });
});

describe('a four-party meeting', () => {
  const all = [row('party-branch', 2), row('contractor', 1), row('supervisor', 1), row('members', 6)];

  it('with all four is complete', () => {
    expect(attendanceWarnings('four-party', all, day)).toEqual([]);
  });

  it('without the supervisor is reminded of it, whether the row is missing or counts nobody', () => {
    const words = '四方缺了监理方，议定的事请会后告知';
    const without = all.filter(({ party }) => party !== 'supervisor');
    expect(attendanceWarnings('four-party', without, day)[0].text).toBe(words);
    expect(attendanceWarnings('four-party', [...without, row('supervisor', 0)], day)[0].text).toBe(words);
    expect(attendanceWarnings('on-site', without, day)).toEqual([]);
  });
});
