import { SheetFacts, sheetBlockers } from './survey-sheet';

const today = '2026-03-20';
const sheet: SheetFacts = {
  surveyedOn: today,
  buildingSafety: 'sound',
  safetyConclusion: null,
  noHazards: false,
  hazards: [{ kind: 'flying-wires' }],
};

describe('the sheet of a survey', () => {
  it.each<[string, Partial<SheetFacts>, string[]]>([
    ['of today', {}, []],
    ['of tomorrow', { surveyedOn: '2026-03-21' }, ['sheet.day']],
    ['that says nothing was found, where nothing was', { noHazards: true, hazards: [] }, []],
    ['that says nothing was found, where something was', { noHazards: true }, ['sheet.no-hazards']],
    ['appraised without a conclusion', { buildingSafety: 'appraised' }, ['safety.conclusion']],
    ['appraised with one', { buildingSafety: 'appraised', safetyConclusion: 'B 级' }, []],
  ])('%s', (_, change, codes) => {
    expect(sheetBlockers({ ...sheet, ...change }, today).map(({ code }) => code)).toEqual(codes);
  });
});
