import { codesOf, today } from './given-construction';
import { hintAnswerBlockers, KnownPicture, photoFlags } from './photo-flags';
import {
  phaseOf,
  PhotoPoint,
  pointBlockers,
  pointPair,
  pointResumeBlockers,
  pointRetireBlockers,
  PointPhoto,
  pointSeries,
  pointsWithoutAfter,
  pointUseBlockers,
  shownDayBlockers,
  worksDays,
} from './photo-points';

const picture = (id: number, change: Partial<KnownPicture> = {}): KnownPicture => ({
  ...{ id, source: `post:${id}`, sha256: `bytes-${id}`, likeness: null, takenOn: today, claimedOn: today },
  ...{ place: '丰乐路106号院 6月7日日报', ...change },
});
const kinds = (photo: Partial<KnownPicture>, other: Partial<KnownPicture> = {}) =>
  photoFlags(picture(2, photo), [picture(1, other)]).map(({ kind }) => kind);

describe('a photo that a person should look at', () => {
  it.each<[string, Partial<KnownPicture>, Partial<KnownPicture>, string[]]>([
    ['new', {}, {}, []],
    ['the same bytes', { sha256: 'a' }, { sha256: 'a' }, ['same-bytes']],
    [
      'the same bytes in the same post',
      { sha256: 'a', source: 's' },
      { sha256: 'a', source: 's' },
      ['same-bytes'],
    ],
    ['six bits apart', { likeness: '00000000ffffffff' }, { likeness: '00000000ffffffc0' }, ['nearly-same']],
    ['seven bits apart', { likeness: '00000000ffffffff' }, { likeness: '00000000ffffff80' }, []],
    [
      'near, in the same post',
      { likeness: '00000000ffffffff', source: 's' },
      { likeness: '00000000ffffffff', source: 's' },
      [],
    ],
    ['two blank walls', { likeness: '0000000000000000' }, { likeness: '0000000000000000' }, []],
    [
      'two nearly blank walls, six bits of sixty-four',
      { likeness: '000000000000003f' },
      { likeness: '000000000000003f' },
      [],
    ],
    [
      'seven bits of sixty-four',
      { likeness: '000000000000007f' },
      { likeness: '000000000000007f' },
      ['nearly-same'],
    ],
    ['one that could not be read', { likeness: null }, { likeness: '00000000ffffffff' }, []],
    ['taken three days before', { takenOn: '2026-06-05' }, {}, []],
    ['taken four days before', { takenOn: '2026-06-04' }, {}, ['taken-before']],
    ['taken the day after', { takenOn: '2026-06-09' }, {}, ['taken-after']],
    ['whose camera is silent', { takenOn: null }, {}, []],
    ['old and used', { takenOn: '2026-06-01', sha256: 'a' }, { sha256: 'a' }, ['same-bytes', 'taken-before']],
  ])('%s', (_, photo, other, expected) => {
    expect(kinds(photo, other)).toEqual(expected);
  });

  it('is never compared with itself', () => {
    expect(photoFlags(picture(1), [picture(1)])).toEqual([]);
  });

  it('is only pointed out, with where the other one is, and never refused', () => {
    const flags = photoFlags(picture(2, { sha256: 'a' }), [picture(1, { sha256: 'a' })]);
    expect(flags).toEqual([
      { kind: 'same-bytes', text: '和丰乐路106号院 6月7日日报是同一张照片，请核对是不是当天拍的', of: 1 },
    ]);
  });
});

const point = (id: number, change: Partial<PhotoPoint> = {}): PhotoPoint => ({
  ...{ id, number: id, name: `点${id}`, place: '站在院门内侧，朝北', retiredOn: null, ...change },
});
const shot = (id: number, shownOn: string, pointId = 1): PointPhoto => ({ id, pointId, shownOn });
const works = { startedOn: '2026-05-19', finishedOn: '2026-06-18' };

describe('a fixed photo point', () => {
  it.each<[string, Partial<PhotoPoint>, string[]]>([
    ['as it should be', {}, []],
    ['without a name', { name: '' }, ['point-name']],
    ['without a place', { place: ' ' }, ['point-place']],
    ['with a name of twenty characters', { name: '长'.repeat(20) }, []],
    ['with a name of twenty-one', { name: '长'.repeat(21) }, ['point-name']],
    ['called like another', { name: ' 院门 ' }, ['point-twice']],
  ])('%s', (_, change, expected) => {
    expect(codesOf(pointBlockers(point(2, change), [point(1, { name: '院门' })]))).toEqual(expected);
  });

  it('that is retired takes no photo', () => {
    expect(pointUseBlockers(point(1))).toEqual([]);
    expect(codesOf(pointUseBlockers(point(1, { retiredOn: today })))).toEqual(['point-retired']);
  });

  it('is taken out of use once, and used again while no other is called the same', () => {
    const gone = point(1, { retiredOn: today, name: '院门' });
    expect(codesOf(pointRetireBlockers(gone))).toEqual(['point-retired']);
    expect(pointRetireBlockers(point(1))).toEqual([]);
    expect(pointResumeBlockers(gone, [point(2)])).toEqual([]);
    expect(codesOf(pointResumeBlockers(gone, [point(2, { name: '院门' })]))).toEqual(['point-twice']);
    expect(codesOf(pointResumeBlockers(point(1), []))).toEqual(['point-in-use']);
  });

  it('takes no photo of tomorrow', () => {
    expect(shownDayBlockers(today, today)).toEqual([]);
    expect(codesOf(shownDayBlockers('2026-06-09', today))).toEqual(['point-photo-day']);
  });

  it('a hint is answered in words', () => {
    expect(codesOf(hintAnswerBlockers(' '))).toEqual(['hint-answer']);
    expect(hintAnswerBlockers('不是同一张')).toEqual([]);
  });

  it.each([
    ['2026-05-18', 'before'],
    ['2026-05-19', 'during'],
    ['2026-06-17', 'during'],
    ['2026-06-18', 'after'],
  ])('a photo of %s was taken %s', (day, phase) => {
    expect(phaseOf(day, works)).toBe(phase);
  });

  it('before the works begin everything is before', () => {
    expect(phaseOf('2030-01-01', { startedOn: null, finishedOn: null })).toBe('before');
    expect(phaseOf('2030-01-01', { ...works, finishedOn: null })).toBe('during');
  });

  it('matches the last picture before with the newest after, and tells what is missing', () => {
    const photos = [
      shot(4, '2026-06-20'),
      shot(1, '2026-03-01'),
      shot(2, '2026-05-18'),
      shot(3, '2026-06-01'),
    ];
    const [one, two] = pointSeries([point(1), point(2), point(3, { retiredOn: today })], photos, works);
    expect(one).toMatchObject({ before: { id: 2 }, during: [{ id: 3 }], after: { id: 4 }, missing: [] });
    expect(two).toMatchObject({ before: null, during: [], after: null, missing: ['before', 'after'] });
    expect(pointPair(one)).toMatchObject({ before: { id: 2 }, now: { id: 4 } });
    expect(pointPair(two)).toBeNull();
    expect(pointsWithoutAfter([one, two])).toEqual([{ id: 2, name: '点2' }]);
  });

  it('while the works go on, the newest picture stands beside the one before, and none after is missing', () => {
    const [one] = pointSeries([point(1)], [shot(1, '2026-03-01'), shot(2, '2026-06-01')], {
      ...works,
      finishedOn: null,
    });
    expect(one.missing).toEqual([]);
    expect(pointPair(one)).toMatchObject({ before: { id: 1 }, now: { id: 2 } });
  });
});

describe('from when until when there were works', () => {
  const step = (itemId: number, name: 'open' | 'finish', happenedOn: string) => ({
    ...{ itemId, step: name, happenedOn },
  });
  const steps = [
    step(1, 'open', '2026-05-20'),
    step(2, 'open', '2026-05-19'),
    step(1, 'finish', '2026-06-18'),
    step(2, 'finish', '2026-06-10'),
    step(3, 'open', '2026-05-01'),
  ];

  it('from the first item that was begun until the last was done; what is dropped does not count', () => {
    const items = [
      { id: 1, state: 'finished' as const },
      { id: 2, state: 'accepted' as const },
      { id: 3, state: 'dropped' as const },
    ];
    expect(worksDays(items, steps)).toEqual({ startedOn: '2026-05-19', finishedOn: '2026-06-18' });
  });

  it('with one item still open they go on, and without any they have not begun', () => {
    const items = [
      { id: 1, state: 'open' as const },
      { id: 2, state: 'accepted' as const },
    ];
    expect(worksDays(items, steps)).toEqual({ startedOn: '2026-05-19', finishedOn: null });
    expect(worksDays([], steps)).toEqual({ startedOn: null, finishedOn: null });
  });
});
