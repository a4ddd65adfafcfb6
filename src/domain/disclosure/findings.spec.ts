import { hazardsByGroup } from '../survey/hazard-summary';
import { publicFindings } from './findings';

const hazard = (kind: string, item: string | null, controlledOn: string | null = null) => ({
  kind,
  severity: 3,
  item,
  controlledOn,
  place: '302 室门口',
  note: '住户不同意',
});
const survey = { number: 1, surveyedOn: '2026-03-12', signedOn: '2026-03-20' };

describe('what a survey found', () => {
  it('is told under the headings of the catalogue, with counts and what mends it', () => {
    const groups = hazardsByGroup([
      hazard('shed-suspected', 'I01'),
      hazard('fire-lane-blocked', 'B08', '2026-03-13'),
      hazard('billboard-suspected', 'I01'),
    ]);
    expect(publicFindings({ ...survey, groups })).toEqual({
      signedOn: '2026-03-20',
      count: 3,
      controlled: 1,
      groups: [
        { name: '消防', count: 1, controlled: 1, remedies: ['消防'] },
        { name: '私搭与占用', count: 2, controlled: 0, remedies: ['拆除清障'] },
      ],
    });
  });

  it('never tells places and notes, nor anything else a row may carry', () => {
    const groups = hazardsByGroup([hazard('structure-danger', null)]).map((group) => ({
      ...group,
      place: '302 室',
      note: '住户不同意',
    }));
    expect(JSON.stringify(publicFindings({ ...survey, groups }))).not.toMatch(/302|不同意/);
  });

  it('is nothing when nothing was found', () => {
    expect(publicFindings({ ...survey, groups: [] })).toMatchObject({ count: 0, controlled: 0, groups: [] });
  });
});
