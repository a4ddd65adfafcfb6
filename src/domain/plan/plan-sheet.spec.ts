import { PlanSheet, openSheetParts, planSheetBlockers, planSheetWarnings } from './plan-sheet';

const sheet: PlanSheet = {
  managementMode: 'self-managed',
  managementNote: null,
  durationDays: 30,
  plannedFromOn: '2026-05-19',
  plannedUntilOn: '2026-06-17',
  impact: '白天有噪声',
  measures: '午间停工',
};
const codes = (change: Partial<PlanSheet>) =>
  planSheetBlockers({ ...sheet, ...change }, '2026-03-01').map(({ code }) => code);

describe('the sheet of a plan', () => {
  it('plans no works before the renovation was opened', () => {
    expect(codes({ plannedFromOn: '2026-02-28', plannedUntilOn: null })).toEqual(['sheet.early']);
    expect(codes({ plannedFromOn: '2026-03-01', plannedUntilOn: null })).toEqual([]);
  });

  it('may be empty', () => {
    const empty = { managementMode: null, durationDays: null, plannedFromOn: null, plannedUntilOn: null };
    expect(codes({ ...empty, impact: null, measures: null })).toEqual([]);
  });

  it('ends on the day it begins at the earliest', () => {
    expect(codes({ plannedUntilOn: '2026-05-18', durationDays: 1 })).toEqual(['sheet.window']);
    expect(codes({ plannedUntilOn: '2026-05-19', durationDays: 1 })).toEqual([]);
  });

  it('lasts no longer than its window, both days counted', () => {
    expect(codes({ durationDays: 30 })).toEqual([]);
    expect(codes({ durationDays: 31 })).toEqual(['sheet.duration']);
    expect(codes({ durationDays: 31, plannedUntilOn: null })).toEqual([]);
  });

  it('explains a way of managing only with its name', () => {
    expect(codes({ managementMode: null, managementNote: '每户每月 10 元' })).toEqual(['sheet.management']);
    expect(codes({ managementMode: null, managementNote: ' ' })).toEqual([]);
  });

  it('says that owners choose a property company themselves', () => {
    const warned = (['self-managed', 'community', 'property', 'red-alliance', 'unit'] as const).filter(
      (managementMode) => planSheetWarnings({ managementMode }).length > 0,
    );
    expect(warned).toEqual(['property', 'red-alliance']);
  });

  it('names what is still empty', () => {
    expect(openSheetParts(sheet)).toEqual([]);
    expect(openSheetParts({ durationDays: null, impact: ' ', measures: null })).toEqual([
      '工期',
      '施工影响',
      '临时措施',
    ]);
  });
});
