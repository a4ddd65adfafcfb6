import type { CalendarDate } from '../domain/kernel/calendar-date';
import type { WorkCalendar } from '../domain/kernel/work-calendar';
import type { RemovalResult } from '../domain/removal/removal-result';
import type { WayFacts } from '../domain/removal/removal-ways';
import type { StructureStepFacts } from '../domain/removal/structure-lifecycle';
import type { StandingFacts } from '../domain/removal/structure-outlook';
import type { StructureEvent, StructureFile, StructureFileKind } from '../structures/structure.entities';
import type { StructureAtPlace } from '../structures/structures.desk';
import type { AgreementDraft, RemovalDraft, StepDraft } from './removal-drafts';

/** One structure with everything its steps are judged by. */
export interface KnownCase {
  found: StructureAtPlace;
  ways: WayFacts;
  /** Every step taken, the first one first. */
  events: readonly StructureEvent[];
  /** The files that count. */
  files: readonly StructureFile[];
  counts: Record<StructureFileKind, number>;
}

/** Who asks, and when. */
interface Asked {
  today: CalendarDate;
  now?: string;
  calendar: WorkCalendar;
  actorId: number;
}

/** How many files of each kind are there? */
export function countByKind(files: readonly StructureFile[]): KnownCase['counts'] {
  const counts = { before: 0, after: 0, consent: 0, inventory: 0, waste: 0, document: 0 };
  for (const { kind } of files) counts[kind]++;
  return counts;
}

/** What the law knows before anything is filled in. */
export const toStandingFacts = ({ found, ways, events, counts }: KnownCase, asked: Asked): StandingFacts => ({
  ...asked,
  ways,
  renovation: found.renovation.state,
  foundOn: found.structure.foundOn,
  last: events.at(-1) ?? null,
  way: found.structure.way,
  proof: {
    photosBefore: counts.before,
    photosAfter: counts.after,
    removedArea: found.structure.removedArea,
  },
  removedBy: found.structure.removedBy,
  papers: ways.statutory.steps.length,
});

/** What a step is judged by: what is known, and what its form says. */
export function toStepFacts(known: KnownCase, draft: StepDraft, asked: Asked): StructureStepFacts {
  const { ways, counts } = known;
  const { agreement, removal, ownership, happenedOn, reason, files, verifiedArea } = draft;
  const arriving = (kind: StructureFileKind) => counts[kind] + (files[kind]?.length ?? 0);
  const standing = toStandingFacts(known, asked);
  const scans = agreement ? scansFor(agreement.way, known) + (files.consent?.length ?? 0) : 0;
  const consent = agreement ? consentOf(agreement, scans) : ways.consent;
  return {
    ...standing,
    now: asked.now,
    ...{ happenedOn, reason, documents: (files.document?.length ?? 0) + (removal?.force?.files.length ?? 0) },
    way: agreement ? agreement.way : standing.way,
    ways: {
      ...ways,
      consent,
      sheet: { ...ways.sheet, ownership: ownership ?? ways.sheet.ownership },
      cutsUtilities: removal?.cutsUtilities ?? false,
    },
    result: removal ? resultOf(removal, arriving('inventory') > 0) : null,
    hours: removal?.from && removal.to ? { on: removal.removedOn, from: removal.from, to: removal.to } : null,
    emergency: removal?.emergency ?? '',
    weather: removal?.weather ?? null,
    firm: removal?.firm ?? null,
    proof: {
      photosBefore: counts.before,
      photosAfter: arriving('after'),
      removedArea: verifiedArea ?? standing.proof.removedArea,
    },
  };
}

/** Scans on file that were signed for this way: a promise to remove it oneself asks nobody for help. */
const scansFor = (way: AgreementDraft['way'], { files, events }: KnownCase): number => {
  const agreed = new Set(events.filter((event) => event.way === way).map(({ id }) => id));
  return files.filter(({ kind, eventId }) => kind === 'consent' && eventId !== null && agreed.has(eventId))
    .length;
};

const consentOf = (
  { signedOn, identityChecked, removeByOn }: AgreementDraft,
  files: number,
): WayFacts['consent'] => (signedOn === null ? null : { signedOn, identityChecked, removeByOn, files });

const resultOf = (draft: RemovalDraft, hasInventory: boolean): RemovalResult => ({
  removedOn: draft.removedOn,
  removedArea: draft.area,
  belongings: draft.belongings,
  hasInventory,
  wasteCleared: draft.wasteCleared,
});
