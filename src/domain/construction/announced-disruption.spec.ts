import {
  AnnouncedDisruption,
  cancelDisruptionBlockers,
  cancelledNotice,
  disruptionState,
  publicDisruptions,
} from './announced-disruption';
import { codesOf } from './given-construction';

const water = (change: Partial<AnnouncedDisruption> = {}): AnnouncedDisruption => ({
  ...{ id: 1, effect: 'water-off', buildings: ['3号楼'], note: '更换水管', certificate: '', reason: '' },
  ...{ from: '2026-06-09 08:00', to: '2026-06-09 12:00', cancelledOn: null, ...change },
});

describe('a disruption that was announced', () => {
  it.each([
    ['a minute before it begins', '2026-06-09 07:59', 'ahead'],
    ['when it begins', '2026-06-09 08:00', 'now'],
    ['a minute before it ends', '2026-06-09 11:59', 'now'],
    ['when it ends', '2026-06-09 12:00', 'over'],
  ])('%s', (_, now, expected) => {
    expect(disruptionState(water(), now)).toBe(expected);
  });

  it('that was cancelled is cancelled at any time', () => {
    expect(disruptionState(water({ cancelledOn: '2026-06-08' }), '2026-06-10 00:00')).toBe('cancelled');
  });

  it.each<[string, Partial<AnnouncedDisruption>, string, string, string[]]>([
    ['before it ends, with a reason', {}, '下雨改期', '2026-06-09 11:59', []],
    ['without a reason', {}, ' ', '2026-06-09 07:00', ['disruption-cancel-reason']],
    ['when it is over', {}, '下雨改期', '2026-06-09 12:00', ['disruption-over']],
    ['twice', { cancelledOn: '2026-06-08' }, '下雨改期', '2026-06-09 07:00', ['disruption-cancelled']],
  ])('is cancelled %s', (_, change, reason, now, expected) => {
    expect(codesOf(cancelDisruptionBlockers(water(change), reason, now))).toEqual(expected);
  });

  it('is read by everybody until it is over, the next first, without phones and doors', () => {
    const said = publicDisruptions(
      [
        water({ id: 3, from: '2026-06-10 08:00', to: '2026-06-10 12:00', note: '有事打 13812345678' }),
        water({ id: 2, cancelledOn: '2026-06-08' }),
        water({ id: 1, buildings: [] }),
        water({ id: 4, from: '2026-06-07 08:00', to: '2026-06-08 09:00' }),
      ],
      '2026-06-08 09:00',
    );
    expect(said.map(({ id, where, stateName }) => [id, where, stateName])).toEqual([
      [1, '全院', '将要进行'],
      [2, '3号楼', '已取消'],
      [3, '3号楼', '将要进行'],
    ]);
    expect(said[2]).toMatchObject({ when: '2026年6月10日 08:00 至 12:00', on: '2026-06-10' });
    expect(JSON.stringify(said)).not.toContain('13812345678');
  });

  it('that was cancelled has a notice of its own', () => {
    expect(cancelledNotice(water(), { compoundName: '丰乐路106号院', phone: '0371-66668888' })).toEqual({
      title: '取消告知：停水（2026年6月9日）',
      body: [
        '各位居民：丰乐路106号院3号楼原定 2026年6月9日 08:00 至 12:00 的停水已经取消，请照常安排。',
        '另行安排的，会重新张贴告知。',
        '联系电话：0371-66668888。',
      ].join('\n'),
    });
  });
});
