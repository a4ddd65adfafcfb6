import { hazardsByGroup, hazardsBySeverity } from './hazard-summary';

const hazard = (kind: string, severity: number, item: string | null, controlledOn: string | null = null) => ({
  kind,
  severity,
  item,
  controlledOn,
});

const found = [
  hazard('flying-wires', 3, 'B13'),
  hazard('power-old', 2, 'B03', '2026-03-14'),
  hazard('cables-overhead', 1, 'B13'),
  hazard('fire-lane-blocked', 4, 'B08'),
  hazard('structure-danger', 4, null),
];

describe('what may be told of the hazards', () => {
  it('counts by heading in the order of the walk, and names each remedy once', () => {
    expect(hazardsByGroup(found)).toEqual([
      {
        group: 'power',
        name: '供电与线路',
        count: 3,
        controlled: 1,
        remedies: ['架空线规整（入地）', '供电'],
      },
      { group: 'fire', name: '消防', count: 1, controlled: 0, remedies: ['消防'] },
      { group: 'danger', name: '安全隐患', count: 1, controlled: 0, remedies: [] },
    ]);
  });

  it('tells nothing of no hazards', () => {
    expect(hazardsByGroup([])).toEqual([]);
  });

  it('counts every grade, also those without a hazard', () => {
    expect(hazardsBySeverity(found.slice(0, 3))).toEqual({ 1: 1, 2: 1, 3: 1, 4: 0 });
  });
});
