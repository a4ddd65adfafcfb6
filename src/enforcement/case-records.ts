import { compareDates } from '../domain/kernel/calendar-date';
import type { PublishedPenalty } from '../domain/removal/removal-publication';
import type { StatutoryCase, StepRecord } from '../domain/removal/statutory-case';
import type { CaseSetting } from '../domain/removal/statutory-recording';
import { CarriedPart, StatutoryStepCode, statutoryStepCodes } from '../domain/removal/statutory-steps';
import { isGone } from '../domain/removal/structure-states';
import type { StructureRecord } from '../structures/structure.entities';
import type { StructureAtPlace } from '../structures/structures.desk';
import type {
  PaperFileKind,
  StatutoryHalt,
  StatutoryPaper,
  StatutoryPaperFile,
  StatutoryStanding,
} from './enforcement.entities';

/** A paper with its files. */
export type FoundPaper = StatutoryPaper & { files: StatutoryPaperFile[] };

/** Everything recorded of the cases of one structure, those of earlier rounds and what was taken back included. */
export interface CaseRecords {
  /** How often the structure came back after it was gone: each time a new case begins. */
  round: number;
  papers: FoundPaper[];
  halts: StatutoryHalt[];
  standings: StatutoryStanding[];
}

/** Where a structure and its renovation stand, for the law. */
export const settingOf = ({ structure, renovation }: StructureAtPlace): CaseSetting => ({
  state: structure.state,
  renovation: renovation.state,
});

/** The papers that count now, in the order of the steps. */
export const livePapers = ({ papers, round }: CaseRecords): FoundPaper[] =>
  papers
    .filter((paper) => paper.round === round && paper.withdrawnOn === null)
    .sort((one, other) => placeOf(one.step) - placeOf(other.step));

/** Does this paper count in the case of now? */
export const isLive = ({ id }: Pick<FoundPaper, 'id'>, records: CaseRecords): boolean =>
  livePapers(records).some((paper) => paper.id === id);

const placeOf = (step: StatutoryStepCode) => statutoryStepCodes.indexOf(step);

/** The halts that count now, the first to begin first. */
export const liveHalts = ({ halts, round }: CaseRecords): StatutoryHalt[] =>
  halts
    .filter((halt) => halt.round === round && halt.withdrawnOn === null)
    .sort((one, other) => compareDates(one.fromOn, other.fromOn));

/** How the case of now stands beside its papers; null where nothing is written down. */
export const standingOf = ({ standings, round }: CaseRecords): StatutoryStanding | null =>
  standings.find((standing) => standing.round === round) ?? null;

/** What was published of a case, and what became of it; null where nothing is written down. */
export const penaltyOf = (records: CaseRecords): PublishedPenalty | null => {
  const standing = standingOf(records);
  return (
    standing && {
      publishedOn: standing.penaltyPublishedOn,
      changedOn: standing.penaltyChangedOn,
      withdrawnOn: standing.penaltyWithdrawnOn,
    }
  );
};

/** The files of one kind of a paper. */
export const filesOfKind = ({ files }: Pick<FoundPaper, 'files'>, kind: PaperFileKind): number[] =>
  files.filter((file) => file.kind === kind).map(({ fileId }) => fileId);

/** A paper as the law reads it. */
export function toStepRecord(paper: FoundPaper): StepRecord {
  const { step, issuedOn, documentNumber, organ, deadlineOn, officers, serviceMethod, servedOn } = paper;
  const proofs = filesOfKind(paper, 'proof').length;
  return {
    ...{ step, issuedOn, documentNumber, organ, deadlineOn, officers },
    carries: partsOf(paper),
    service: serviceMethod && servedOn ? { method: serviceMethod, servedOn, proofs } : null,
    files: filesOfKind(paper, 'paper').length,
  };
}

/** The parts a paper carries. */
export const partsOf = ({ carries }: Pick<StatutoryPaper, 'carries'>): CarriedPart[] =>
  carries.split(',').filter(Boolean) as CarriedPart[];

/** The case of now as the law reads it; an empty one where nothing is recorded. */
export function toStatutoryCase(
  { kind, state, way }: Pick<StructureRecord, 'kind' | 'state' | 'way'>,
  records: CaseRecords,
): StatutoryCase {
  const standing = standingOf(records);
  return {
    kind,
    isUnderConstruction: standing?.isUnderConstruction ?? false,
    isOwnerUnknown: standing?.isOwnerUnknown ?? false,
    isGone: isGone(state) && way !== 'forced',
    steps: livePapers(records).map(toStepRecord),
    conclusion: standing?.conclusion ?? null,
    hearing: standing?.hearing ?? 'not-asked',
    views: standing?.views ?? 'none',
    reconsideration: standing && toReconsideration(standing),
    lawsuit: standing && toLawsuit(standing),
    halts: liveHalts(records),
  };
}

const toReconsideration = (row: StatutoryStanding): StatutoryCase['reconsideration'] =>
  row.reconsiderationFiledOn === null
    ? null
    : {
        filedOn: row.reconsiderationFiledOn,
        acceptedOn: row.reconsiderationAcceptedOn,
        isExtended: row.reconsiderationExtended,
        outcome: row.reconsiderationOutcome,
        decidedOn: row.reconsiderationDecidedOn,
      };

const toLawsuit = (row: StatutoryStanding): StatutoryCase['lawsuit'] =>
  row.lawsuitFiledOn === null
    ? null
    : { filedOn: row.lawsuitFiledOn, outcome: row.lawsuitOutcome, finalOn: row.lawsuitFinalOn };
