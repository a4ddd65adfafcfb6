import { structureLifecycle, StructureStep } from '../domain/removal/structure-lifecycle';
import { isClosedState } from '../domain/removal/structure-states';
import { changeOf } from './removal-changes';
import type { StepDraft } from './removal-drafts';

const day = '2026-05-18';
const draft = (step: StructureStep): StepDraft => ({
  ...{ step, version: 1, happenedOn: day, reason: '写明', files: {}, ownership: 'not-lawful' },
  agreement: { way: 'assisted', signedOn: day, identityChecked: true, removeByOn: null, plannedOn: null },
  removal: {
    ...{ version: 1, removedOn: day, from: '08:00', to: '09:00', area: 1520, belongings: 'taken' },
    ...{ wasteCleared: true, weather: null, firm: null, cutsUtilities: false, emergency: '', reason: '' },
    ...{ files: { after: [], inventory: [], waste: [] }, force: null },
  },
  verifiedArea: 1500,
});
const steps = Object.keys(structureLifecycle) as StructureStep[];

describe('what a step writes', () => {
  it.each(steps)('%s: the day it was closed stands where it is closed, and nowhere else', (step) => {
    const change = changeOf(draft(step), 2);
    const { to } = structureLifecycle[step];
    expect([change.state, change.closedOn]).toEqual([to, isClosedState(to) ? day : null]);
  });

  it.each(
    steps.filter(
      (step) =>
        !['agree', 'remove', 'remove-by-force', 'verify', 'strike-out', 'settle-ownership'].includes(step),
    ),
  )('%s leaves no way behind', (step) => {
    expect(changeOf(draft(step), 2).way).toBeNull();
  });

  it('a removal says who wrote it down; sent back or opened again nobody did', () => {
    expect(changeOf(draft('remove'), 2)).toMatchObject({ removedBy: 2, removedOn: day, removedArea: 1520 });
    for (const step of ['send-back', 'reopen'] as const) {
      expect(changeOf(draft(step), 2)).toMatchObject({ removedBy: null, removedOn: null, removedArea: null });
    }
  });

  it('a planned day is kept where the agreement names none', () => {
    expect('plannedOn' in changeOf(draft('agree'), 2)).toBe(false);
  });

  it('a doubt about whose it is opens the question, the result answers it', () => {
    expect(changeOf(draft('check-ownership'), 2).ownership).toBe('open');
    expect(changeOf(draft('settle-ownership'), 2)).toMatchObject({
      ...{ ownership: 'not-lawful', ownershipBasis: '写明' },
    });
  });
});
