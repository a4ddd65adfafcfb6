import { squareMetres } from '../kernel/area';
import { sizeBlockers, sizeWarnings, writtenArea } from './structure-size';

const day = '2026-03-10';
const size = (lengthCm: number | null, widthCm: number | null, area: number | null = null) => ({
  ...{ lengthCm, widthCm, area: area === null ? null : squareMetres(area) },
});

describe('the area that is written down', () => {
  it('is length by width where no area was given', () =>
    expect(writtenArea('building', size(525, 301))).toBe(15_80));
  it('is the given one where both are there', () =>
    expect(writtenArea('building', size(500, 300, 16))).toBe(16_00));
  it('is unknown where only one side was measured', () =>
    expect(writtenArea('building', size(500, null))).toBeNull());
  it('is none for what covers no ground, whatever was measured', () =>
    expect(writtenArea('wiring', size(500, 300, 15))).toBeNull());
});

describe('what was measured', () => {
  it('may be an area alone, both sides alone, or nothing', () => {
    for (const one of [size(null, null, 15), size(500, 300), size(null, null)])
      expect(sizeBlockers('building', one)).toEqual([]);
  });
  it.each([size(500, null), size(null, 300)])('is refused with one side only', (one) =>
    expect(sizeBlockers('building', one).map(({ code }) => code)).toEqual(['removal.size-sides']),
  );
  it('is refused with an area for flying wires, not with how long they are', () => {
    expect(sizeBlockers('wiring', size(null, null, 1)).map(({ code }) => code)).toEqual([
      'removal.size-none',
    ]);
    expect(sizeBlockers('wiring', size(500, 1))).toEqual([]);
  });
});

describe('an area beside length and width', () => {
  it.each([
    ['exactly', 15, 0],
    ['ten percent more', 16.5, 0],
    ['a little more than ten percent more', 16.51, 1],
    ['ten percent less', 13.5, 0],
    ['a little more than ten percent less', 13.49, 1],
    ['a thousand times as much', 15_000, 1],
  ])('%s: %d ㎡ beside 5 × 3', (_, area, warnings) =>
    expect(sizeWarnings(size(500, 300, area), day)).toHaveLength(warnings),
  );
  it('says both numbers', () =>
    expect(sizeWarnings(size(500, 300, 20), day)[0].text).toBe(
      '长 × 宽是 15 ㎡，与填写的面积 20 ㎡ 相差超过 10%，请核对',
    ));
  it('is not compared where one of them is missing', () => {
    expect(sizeWarnings(size(500, 300), day)).toEqual([]);
    expect(sizeWarnings(size(500, null, 20), day)).toEqual([]);
  });
});
