import type { PreparedFile } from '../files/uploads.service';
import { missingFields, toStepDraft } from './posted-step';
import type { StructureStepForm } from './removal.forms';

const today = '2026-05-18';
const file = { storedName: 'x' } as PreparedFile;
const form = (change: Partial<StructureStepForm>): StructureStepForm =>
  ({
    ...{ version: 3, identityChecked: false, wasteCleared: false, firmIsLicensed: false, onceKey: 'k' },
    ...change,
  }) as StructureStepForm;
const removal: Partial<StructureStepForm> = {
  ...{ step: 'remove', removedOn: today, from: '08:00', to: '09:00', area: 1520, belongings: 'taken' },
  ...{ utilities: 'none', windGrade: 0, pollutionAlert: 'none', weatherCheckedOn: today },
};
const missing = (change: Partial<StructureStepForm>, way: 'voluntary' | 'assisted' | null = 'assisted') =>
  missingFields(form(change), { way }).map(({ field }) => field);

describe('what a form of a step lacks before the law can judge', () => {
  it('a removal by the office asks about supplies, one by themselves does not', () => {
    expect(missing({ step: 'remove' })).toEqual(['removedOn', 'belongings', 'utilities']);
    expect(missing({ step: 'remove' }, 'voluntary')).toEqual(['removedOn', 'belongings']);
    expect(missing({ step: 'remove-by-force' }, null)).toEqual([
      ...['removedOn', 'belongings', 'utilities', 'organ'],
    ]);
  });

  it('an agreement asks for its day once a way is chosen, the law for the way', () => {
    expect(missing({ step: 'agree' }, null)).toEqual([]);
    expect(missing({ step: 'agree', way: 'voluntary' }, null)).toEqual(['consentSignedOn']);
  });

  it('every other step has a day', () => {
    expect(missing({ step: 'verify' })).toEqual(['happenedOn']);
    expect(missing({ step: 'settle-ownership' })).toEqual(['happenedOn', 'ownership']);
  });
});

describe('a form as the step it is', () => {
  const draft = (change: Partial<StructureStepForm>, way: 'voluntary' | 'assisted' | null = 'assisted') =>
    toStepDraft(form(change), {}, { way }, today);

  it('calm air is a grade like others, and half a look at the weather is none', () => {
    expect(draft(removal).removal!.weather).toEqual({
      ...{ windGrade: 0, hasPollutionAlert: false, checkedOn: today },
    });
    expect(draft({ ...removal, pollutionAlert: undefined }).removal!.weather).toBeNull();
  });

  it('who removed it themselves has no hours, no weather, no firm, whatever is posted', () => {
    const posted = { ...removal, firmName: '某公司', emergency: '急' };
    expect(draft(posted, 'voluntary').removal).toMatchObject({
      ...{ from: null, to: null, weather: null, firm: null, emergency: '', force: null },
    });
  });

  it('a firm is engaged where it is named', () => {
    expect(draft({ ...removal, firmIsLicensed: true }).removal!.firm).toBeNull();
    expect(draft({ ...removal, firmName: '某公司', firmIsLicensed: true }).removal!.firm).toEqual({
      ...{ name: '某公司', isLicensed: true, filedOn: null },
    });
  });

  it('the record of a forced removal goes to its case, the other files to the structure', () => {
    const posted = form({ ...removal, step: 'remove-by-force', organ: 'county-government', officers: 4 });
    const taken = toStepDraft(posted, { records: [file], after: [file] }, { way: null }, today);
    expect(taken.files).toEqual({ after: [file] });
    expect(taken.removal!.force).toMatchObject({ organ: 'county-government', officers: 4, files: [file] });
  });

  it('an agreement counts from the day it was signed', () => {
    const posted = { step: 'agree', way: 'voluntary', consentSignedOn: '2026-05-12' } as const;
    expect(draft(posted).happenedOn).toBe('2026-05-12');
    expect(draft({ step: 'agree', way: 'voluntary' }).happenedOn).toBe(today);
  });
});
