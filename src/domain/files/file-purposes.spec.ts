import { filePurposes, mayReadPurpose, readablePurposes } from './file-purposes';

describe('who may read a file', () => {
  it('survey papers and hazard photos stay with the offices and the auditor', () => {
    for (const purpose of ['survey', 'hazard'] as const) {
      expect(mayReadPurpose('community-worker', purpose)).toBe(true);
      expect(mayReadPurpose('auditor', purpose)).toBe(true);
      expect(mayReadPurpose('contractor', purpose)).toBe(false);
      expect(mayReadPurpose('supervisor', purpose)).toBe(false);
    }
  });

  it('the contractor reads photos of the compound and of the works, its sketch, evidence of stages and other papers', () => {
    expect(readablePurposes('contractor')).toEqual([
      'view',
      'joint-meeting',
      'milestone',
      'document',
      'plan',
      'sketch',
      ...['post', 'check', 'photo-point'],
    ]);
  });

  it('what an inspection found is never shown to everybody', () => {
    const inside = Object.entries(filePurposes).filter(([, { staysInside }]) => staysInside);
    expect(inside.map(([purpose]) => purpose)).toEqual(['sign-in', 'removal-paper', 'check']);
  });

  it('the system administrator reads nothing, the street manager everything', () => {
    expect(readablePurposes('system-admin')).toEqual([]);
    expect(readablePurposes('street-manager')).toEqual(Object.keys(filePurposes));
  });
});
