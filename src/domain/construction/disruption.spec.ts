import {
  Disruption,
  disruptionBlockers,
  disruptionLine,
  disruptionMessage,
  disruptionNotice,
  disruptionWarnings,
} from './disruption';
import { codesOf } from './given-construction';

const now = '2026-06-06 10:00';
const quiet = ['2026-06-07', '2026-06-08'];
const noise = (change: Partial<Disruption> = {}): Disruption => ({
  ...{ effect: 'noise', buildings: [], from: '2026-06-09 08:00', to: '2026-06-09 12:00' },
  ...{ note: '切割路面', certificate: '', reason: '', ...change },
});
const codes = (change: Partial<Disruption>) => codesOf(disruptionBlockers(noise(change), quiet, now));

describe('a planned disruption', () => {
  it.each<[string, Partial<Disruption>, string[]]>([
    ['by day', {}, []],
    ['without a word of what it is', { note: ' ' }, ['disruption-note']],
    ['that ends when it begins', { to: '2026-06-09 08:00' }, ['disruption-order']],
    ['that begins now', { from: now, to: '2026-06-06 12:00' }, []],
    ['that began a minute ago', { from: '2026-06-06 09:59', to: '2026-06-06 12:00' }, ['disruption-past']],
    ['at no time', { from: '明天' }, ['disruption-time']],
    ['from six in the morning', { from: '2026-06-09 06:00' }, []],
    ['from a minute before six', { from: '2026-06-09 05:59' }, ['disruption-night']],
    ['until ten in the evening', { to: '2026-06-09 22:00' }, []],
    ['until a minute after ten', { to: '2026-06-09 22:01' }, ['disruption-night']],
    ['at night, with the certificate', { to: '2026-06-09 23:00', certificate: '夜施〔2026〕3号' }, []],
    ['over a night', { to: '2026-06-10 12:00' }, ['disruption-night']],
    ['at night, of water', { effect: 'water-off', to: '2026-06-09 23:00' }, []],
    ['on a quiet day', { from: '2026-06-08 08:00', to: '2026-06-08 12:00' }, ['disruption-quiet']],
    [
      'on a quiet day, with the reason',
      { from: '2026-06-08 08:00', to: '2026-06-08 12:00', reason: '抢修水管' },
      [],
    ],
    ['of thirty-one days', { effect: 'road', to: '2026-07-09 12:00' }, []],
    ['of thirty-two days', { effect: 'road', to: '2026-07-10 12:00' }, ['disruption-long']],
    [
      'on a quiet day, of water',
      { effect: 'water-off', from: '2026-06-08 08:00', to: '2026-06-08 12:00' },
      [],
    ],
  ])('%s', (_, change, expected) => {
    expect(codes(change)).toEqual(expected);
  });

  it('at night is a matter of law', () => {
    expect(disruptionBlockers(noise({ to: '2026-06-09 23:00' }), quiet, now)).toMatchObject([
      { level: 'law', source: '噪声污染防治法 §43' },
    ]);
  });

  it('is told in one line and as a notice for the doors', () => {
    const water = noise({ effect: 'water-off', buildings: ['3号楼'], note: '更换水管' });
    expect(disruptionLine(water)).toBe('停水：3号楼，2026年6月9日 08:00 至 12:00');
    expect(disruptionNotice(water, { compoundName: '丰乐路106号院', phone: null })).toEqual({
      title: '施工告知：停水（2026年6月9日）',
      body: [
        '各位居民：因丰乐路106号院改造施工，3号楼将在 2026年6月9日 08:00 至 12:00 停水，请提前备水。',
        '更换水管',
        '给您带来不便，请您谅解。',
      ].join('\n'),
    });
    expect(disruptionLine(noise({ to: '2026-06-10 12:00' }))).toBe(
      '噪音：全院，2026年6月9日 08:00 至 2026年6月10日 12:00',
    );
  });

  describe('what is said of it that stops nothing', () => {
    const other = noise({ effect: 'water-off', buildings: ['3号楼'] });
    const said = (change: Partial<Disruption>) => codesOf(disruptionWarnings(noise(change), [other], now));

    it.each<[string, Partial<Disruption>, string[]]>([
      ['a day ahead', { buildings: ['1号楼'], from: '2026-06-07 10:00', to: '2026-06-07 12:00' }, []],
      [
        'a minute less than a day ahead',
        { buildings: ['1号楼'], from: '2026-06-07 09:59', to: '2026-06-07 12:00' },
        ['disruption-short'],
      ],
      ['at the same time in another building', { buildings: ['1号楼'] }, []],
      ['at the same time in the same building', { buildings: ['1号楼', '3号楼'] }, ['disruption-overlap']],
      ['at the same time in the whole yard', {}, ['disruption-overlap']],
      ['when the other is over', { from: '2026-06-09 12:00', to: '2026-06-09 13:00' }, []],
    ])('%s', (_, change, expected) => {
      expect(said(change)).toEqual(expected);
    });
  });

  it('is told in a message that fits into one text message', () => {
    const compound = { compoundName: '丰乐路106号院', today: '2026-06-06' };
    const water = noise({ effect: 'water-off', buildings: ['3号楼'] });
    expect(disruptionMessage(water, compound)).toBe(
      '【施工告知】丰乐路106号院3号楼6月9日08:00至12:00停水，请提前备水，以楼门告知为准。',
    );
    const many = Array.from({ length: 12 }, (_, at) => `${at + 1}号楼`);
    const message = disruptionMessage(noise({ effect: 'water-off', buildings: many }), compound);
    expect(message).toContain('12栋楼');
    expect(message.length).toBeLessThanOrEqual(70);
  });
});
