import { isClosedState } from '../domain/removal/structure-states';
import { StructureStep, structureLifecycle } from '../domain/removal/structure-lifecycle';
import type { StructureFileKind, StructureRecord } from '../structures/structure.entities';
import type { StepDraft } from './removal-drafts';

type Change = Partial<StructureRecord>;

const noConsent = { consentSignedOn: null, identityChecked: false, removeByOn: null } as const;
const noResult = {
  ...{ removedOn: null, removedFrom: null, removedTo: null, removedArea: null, belongings: null },
  ...{ wasteCleared: false, removedBy: null },
} as const;
const noCare = { careSignedOn: null, careSignedBy: null, careNote: null } as const;

/** What a step writes into the row of the structure; the history keeps what it takes out. */
export function changeOf(draft: StepDraft, actorId: number): Change {
  const { to } = structureLifecycle[draft.step];
  const closedOn = isClosedState(to) ? draft.happenedOn : null;
  return { state: to, closedOn, ...ownChanges[draft.step](draft, actorId) };
}

const ownChanges: Record<StructureStep, (draft: StepDraft, actorId: number) => Change> = {
  'check-ownership': () => ({ ownership: 'open', way: null, ...noConsent }),
  'settle-ownership': ({ ownership, reason }) => ({ ownership, ownershipBasis: reason || null }),
  agree: ({ agreement }) => {
    const { way, signedOn, identityChecked, removeByOn, plannedOn } = agreement!;
    const planned = plannedOn === null ? {} : { plannedOn };
    return { way, consentSignedOn: signedOn, identityChecked, removeByOn, ...planned };
  },
  'withdraw-agreement': () => ({ way: null, ...noConsent }),
  remove: resultOf,
  'remove-by-force': (draft, actorId) => ({ ...resultOf(draft, actorId), way: 'forced' }),
  verify: ({ verifiedArea }) => (verifiedArea ? { removedArea: verifiedArea } : {}),
  'send-back': () => ({ way: null, ...noResult }),
  'retain-legal': () => ({ way: null, ownership: 'lawful' }),
  'retain-rectified': () => ({ way: null }),
  'scope-out': () => ({ way: null }),
  reopen: () => ({ way: null, ...noConsent, ...noResult, ...noCare }),
  'strike-out': () => ({}),
};

function resultOf({ removal }: StepDraft, actorId: number): Change {
  const { removedOn, from, to, area, belongings, wasteCleared } = removal!;
  return {
    ...{ removedOn, removedFrom: from, removedTo: to, removedArea: area, belongings, wasteCleared },
    removedBy: actorId,
  };
}

const ofTheResult: readonly StructureFileKind[] = ['after', 'inventory', 'waste'];

/** Which files belong to what a step undoes, so that they are kept and count nowhere? */
export const droppedKinds: Partial<Record<StructureStep, readonly StructureFileKind[]>> = {
  'check-ownership': ['consent'],
  'withdraw-agreement': ['consent'],
  'send-back': ofTheResult,
  reopen: [...ofTheResult, 'consent'],
};
