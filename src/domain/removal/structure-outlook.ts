// Which steps may be taken with a structure today, and what holds back the others whatever is filled in: a step is judged
// with the most favourable form, so that only reasons are left that no form can mend (domain reference §1.3 G9, §3.3–3.5).
// Which of them is the sensible next one is a habit of the house: talk before force, agreement before both.
import { squareMetres } from '../kernel/area';
import { Blocker, stopping } from '../kernel/blocker';
import type { Role } from '../people/roles';
import type { PersuasionStanding } from './persuasion';
import type { SignedConsent } from './removal-ways';
import {
  StructureStep,
  structureLifecycle,
  StructureStepFacts,
  structureStepBlockers,
} from './structure-lifecycle';
import { structureKinds } from './structure-kinds';
import type { StructureState } from './structure-states';

/** What is known of a structure before anything is filled in. */
export type StandingFacts = Pick<
  StructureStepFacts,
  | 'renovation'
  | 'today'
  | 'calendar'
  | 'actorId'
  | 'foundOn'
  | 'last'
  | 'way'
  | 'ways'
  | 'proof'
  | 'removedBy'
  | 'papers'
>;

/** A step that the state of the structure knows; `blockers` is what no form can mend today. */
export interface StepOutlook {
  step: StructureStep;
  label: string;
  /** Is it somebody else's to take? */
  isForOthers: boolean;
  blockers: Blocker[];
}

/** Every step that this state knows, with what holds it back today. */
export const stepOutlook = (state: StructureState, role: Role, known: StandingFacts): StepOutlook[] =>
  (Object.keys(structureLifecycle) as StructureStep[])
    .filter((step) => structureLifecycle[step].from.includes(state))
    .map((step) => ({
      step,
      label: structureLifecycle[step].label,
      isForOthers: !structureLifecycle[step].by.includes(role),
      blockers: stopping(structureStepBlockers(step, state, role, filledIn(step, known))),
    }));

/**
 * Which step is to be taken next, as far as this person may take one? null where persuasion goes on or all is done. Nobody
 * goes by force where nobody went to talk.
 */
export function nextStep(
  state: StructureState,
  outlook: readonly StepOutlook[],
  talks: Pick<PersuasionStanding, 'attitude' | 'visits'>,
): StructureStep | null {
  const isOpen = (step: StructureStep) =>
    outlook.some((one) => one.step === step && one.blockers.length === 0);
  const wanted: Partial<Record<StructureState, StructureStep[]>> = {
    'ownership-check': ['settle-ownership'],
    standing: [
      ...(talks.attitude === 'agree' ? (['agree'] as const) : []),
      ...(talks.visits > 0 ? (['remove-by-force'] as const) : []),
    ],
    agreed: ['remove'],
    removed: ['verify'],
  };
  return wanted[state]?.find(isOpen) ?? null;
}

function filledIn(step: StructureStep, known: StandingFacts): StructureStepFacts {
  const { today, ways, proof, last } = known;
  const way = step === 'agree' ? 'voluntary' : known.way;
  const removedArea = structureKinds[ways.sheet.kind].hasArea ? squareMetres(1) : null;
  const signedOn = ways.consent?.signedOn ?? today;
  const promised: SignedConsent = { signedOn, identityChecked: true, removeByOn: null, files: 1 };
  return {
    ...known,
    ...{ way, hours: { on: today, from: '09:00', to: '10:00' }, emergency: '已写明', reason: '已写明' },
    ...{ weather: { windGrade: 0, hasPollutionAlert: false, checkedOn: today }, firm: null, documents: 1 },
    happenedOn: last && last.happenedOn > today ? last.happenedOn : today,
    proof: { ...proof, photosAfter: 1, removedArea },
    ways: { ...ways, ...(step === 'agree' && { consent: promised }), ...settled(step, ways) },
    result: {
      ...{ removedOn: today, removedArea, belongings: 'none' },
      ...{ hasInventory: true, wasteCleared: true },
    },
  };
}

const settled = (step: StructureStep, { sheet }: StandingFacts['ways']) =>
  step === 'settle-ownership' ? { sheet: { ...sheet, ownership: 'not-lawful' as const } } : {};
