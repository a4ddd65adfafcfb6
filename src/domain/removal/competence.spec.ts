import { addDays } from '../kernel/calendar-date';
import { Organ, Power, competences, competenceOn, organBlockers, organNames, powerNames } from './competence';
import { RemovalTrack, removalTrackNames } from './structure-kinds';

const organs = Object.keys(organNames) as Organ[];
const powers = Object.keys(powerNames) as Power[];
const tracks = Object.keys(removalTrackNames) as RemovalTrack[];
const held: Record<Power, Organ[]> = {
  identify: ['planning'],
  stop: ['planning', 'city-management'],
  decide: ['city-management'],
  order: ['county-government'],
  enforce: ['city-management', 'county-government'],
};

describe('D07: who holds a power', () => {
  it.each(powers.flatMap((power) => organs.map((organ) => [power, organ] as const)))(
    'in a case of the planning law, %s by %s',
    (power, organ) => {
      const found = organBlockers('planning', power, organ, '2026-05-18');
      expect(found.length).toBe(held[power].includes(organ) ? 0 : 1);
      for (const { code, level } of found) expect([code, level]).toEqual(['removal.D07', 'law']);
    },
  );

  it('a street office without the power is told who has it, and what it may do itself', () => {
    expect(organBlockers('planning', 'decide', 'street', '2026-05-18')[0].text).toBe(
      '街道办事处没有「作出处理决定」的权力，由城市管理执法部门行使，请把材料移送城市管理执法部门；' +
        '街道办事处负责制止和配合（河南省实施城乡规划法办法 §67）',
    );
  });

  it.each<[string, Organ[]]>([
    ['2021-04-28', []],
    ['2021-04-29', ['fire-rescue']],
    ['2025-12-31', ['fire-rescue']],
    ['2026-01-01', ['street']],
  ])('a blocked fire lane on %s: %j', (day, expected) => {
    const may = organs.filter((organ) => organBlockers('fire', 'decide', organ, day).length === 0);
    expect(may).toEqual(expected);
  });

  it.each<[RemovalTrack]>([['civil'], ['consent']])(
    '%s has no organ at all, and says which way is left',
    (track) => {
      const [{ text }] = organBlockers(track, 'decide', 'city-management', '2026-05-18');
      expect(text).toContain('请改走劝导、协商或民事途径');
    },
  );

  it('on one day at most one row holds for each kind of case and power, from its first day on', () => {
    for (const track of tracks) {
      for (const power of powers) {
        for (const day of ['2018-01-01', '2025-12-31', '2026-01-01', '2030-01-01']) {
          const rows = competences.filter(
            (row) =>
              row.track === track &&
              row.power === power &&
              row.validFrom <= day &&
              day <= (row.validTo ?? '9999'),
          );
          expect(rows.length).toBeLessThanOrEqual(1);
          expect(competenceOn(track, power, day)).toBe(rows[0]);
        }
      }
    }
    for (const { track, power, validFrom } of competences) {
      expect(competenceOn(track, power, addDays(validFrom, -1))?.validFrom).not.toBe(validFrom);
    }
  });

  it('gives the power to a street office once the table says so', () => {
    const table = [{ ...competences[2], organs: ['street'] as const, validFrom: '2027-01-01' }];
    expect(organBlockers('planning', 'decide', 'street', '2027-01-01', table)).toEqual([]);
    expect(organBlockers('planning', 'decide', 'street', '2026-12-31', table)).toHaveLength(1);
  });
});
