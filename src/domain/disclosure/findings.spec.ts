import { KnownHazard, publicFindings } from './findings';

const hazard = (
  kind: string,
  severity: number,
  more: Partial<KnownHazard & { place: string; note: string }> = {},
) => ({
  kind,
  severity,
  item: null,
  controlledOn: null,
  place: '302 室门口',
  note: '住户不同意',
  ...more,
});
const survey = { signedOn: '2026-03-20', doors: 28, reached: 26 };

describe('what a survey found', () => {
  it('is told under the headings of the catalogue, with kinds and what mends them', () => {
    const hazards = [
      hazard('shed-suspected', 3),
      hazard('fire-lane-blocked', 4, { controlledOn: '2026-03-13' }),
      hazard('billboard-suspected', 3),
      hazard('gas-danger', 4),
    ];
    expect(publicFindings({ ...survey, hazards })).toEqual({
      ...survey,
      count: 4,
      severe: 2,
      severeControlled: 1,
      groups: [
        { name: '消防', count: 1, kinds: ['消防通道堵塞'], items: ['消防'] },
        {
          name: '私搭与占用',
          count: 2,
          kinds: ['疑似私搭棚屋、车库', '疑似私设广告牌'],
          items: ['拆除违法建设'],
        },
        { name: '安全隐患', count: 1, kinds: ['燃气泄漏风险'], items: ['供气'] },
      ],
    });
  });

  it('names what the surveyor proposed instead of what is usual', () => {
    const [group] = publicFindings({
      ...survey,
      hazards: [hazard('shed-suspected', 3, { item: 'I07' })],
    }).groups;
    expect(group.items).toEqual(['电动自行车充电']);
  });

  it('never tells places and notes', () => {
    const told = JSON.stringify(publicFindings({ ...survey, hazards: [hazard('structure-danger', 4)] }));
    expect(told).not.toMatch(/302|不同意/);
  });
});
