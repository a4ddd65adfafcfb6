import type { Organ } from '../../domain/removal/competence';
import type { OperationOutcome } from '../../domain/removal/operation-outcome';
import type { Attitude, PersuaderRole, VisitTime } from '../../domain/removal/persuasion';
import type { Agency } from '../../domain/removal/removal-agencies';
import type {
  Ownership,
  StructureMaterial,
  StructureParty,
  StructureUse,
} from '../../domain/removal/structure';
import type { PatrolFinding, PatrolKind, PatrollerRole } from '../../domain/removal/patrol';
import type { ServiceMethod } from '../../domain/removal/document-service';
import type { Conclusion } from '../../domain/removal/identification';
import type { LawsuitOutcome, ReconsiderationOutcome } from '../../domain/removal/remedy-clock';
import type { HearingAsked, ViewsStated } from '../../domain/removal/statutory-case';
import type { CarriedPart, StatutoryStepCode } from '../../domain/removal/statutory-steps';
import type { StructureKind } from '../../domain/removal/structure-kinds';
import type { StructureStep as RemovalStepName } from '../../domain/removal/structure-lifecycle';
import type { Belongings } from '../../domain/removal/removal-result';
import type { StoryDay } from './story-clock';

/** A structure as its form is filled in; zones are told by their names, the pin in thousandths of the sketch. */
export interface DemoStructure {
  kind: StructureKind;
  place: string;
  /** In metres and ㎡, as they are typed. */
  length?: string;
  width?: string;
  area?: string;
  use: StructureUse;
  material: StructureMaterial;
  party?: StructureParty;
  sinceYear?: string;
  marks?: ('isOccupied' | 'isSoleHome' | 'hasHardship' | 'blocksFireLane' | 'blocksPipe')[];
  ownership?: Ownership;
  ownershipBasis?: string;
  zones?: string[];
  pin?: [number, number];
  /** Drawings of it before it was removed. */
  pictures?: string[];
  foundOn?: StoryDay;
  planned?: StoryDay;
  reuse?: string;
}

/** A structure is written down; `others` of the same row say only what is different. Later steps find each by its place. */
export interface StructureStep {
  do: 'structure';
  structure: DemoStructure;
  others?: Partial<DemoStructure>[];
}

/** A visit to persuade at one place, or the same visit at several. */
export interface PersuadeStep {
  do: 'persuade';
  structure: string | string[];
  time?: VisitTime;
  visitors: PersuaderRole[];
  attitude: Attitude;
  asked?: string;
  promised?: string;
  promisedOn?: StoryDay;
  pictureShown?: boolean;
}

/** A zone of the works; `pin` in thousandths of the sketch, `items` by their names in the fixed plan. */
export interface ZoneStep {
  do: 'zone';
  zone: { name: string; pin?: [number, number]; items?: string[]; first?: boolean };
}

/** People agreed to the removal, at one place or several; each signed paper is made. */
export interface AgreeRemovalStep {
  do: 'agree-removal';
  structure: string | string[];
  way: 'voluntary' | 'assisted';
  signedOn?: StoryDay;
  removeBy?: StoryDay;
  planned?: StoryDay;
}

/** Removed, at one place or several; by themselves without hours and weather, by force with its record. */
export interface RemoveStep {
  do: 'remove';
  structure: string | string[];
  on?: StoryDay;
  from?: string;
  to?: string;
  /** Measured, in ㎡; that of the register when left out. */
  area?: string;
  belongings?: Belongings;
  wasteCleared?: boolean;
  weather?: { wind: number; alert?: boolean };
  firm?: { name: string; filedOn: StoryDay };
  force?: { number: string; organ: Organ; officers: number };
  /** Drawings of the place afterwards. */
  pictures?: string[];
}

/** Verified by somebody else than who removed it. */
export interface VerifyRemovalStep {
  do: 'verify-removal';
  structure: string | string[];
  on?: StoryDay;
  area?: string;
  pictures?: string[];
}

/** Any other step with structures; the document it asks for is made under the title `paper`. */
export interface OtherRemovalStep {
  do: 'structure-step';
  structure: string | string[];
  step: Exclude<RemovalStepName, 'agree' | 'remove' | 'remove-by-force' | 'verify'>;
  on?: StoryDay;
  reason?: string;
  paper?: string;
  ownership?: Ownership;
}

/** A removal day with several agencies; `day` is when it happens, its safety plan is made unless `safetyPlan` is false. */
export interface OperationStep {
  do: 'operation';
  name: string;
  day: StoryDay;
  from: string;
  to: string;
  agencies: Agency[];
  structures: string[];
  meetingPoint?: string;
  safetyPlan?: boolean;
  emergency?: string;
  firm?: { name: string; filedOn: StoryDay };
}

/** What came of one structure of a removal day. */
export interface DemoOperationResult {
  outcome?: OperationOutcome;
  /** Measured, in ㎡; that of the register when left out. */
  area?: string;
  from?: string;
  to?: string;
  belongings?: Belongings;
  wasteCleared?: boolean;
  note?: string;
  force?: { number: string; organ: Organ; officers: number };
  pictures?: string[];
}

/** The results of the planned removal day; places that are not named went as they were registered. */
export interface CarryOutStep {
  do: 'carry-out';
  operation?: string;
  from?: string;
  to?: string;
  results?: Record<string, DemoOperationResult>;
  /** Drawings of every place afterwards. */
  pictures?: string[];
}

/** A round through the compound; structures that stand again are told by their place or number. */
export interface PatrolStep {
  do: 'patrol';
  kind?: PatrolKind;
  finding?: PatrolFinding;
  rounds?: PatrollerRole[];
  note?: string;
  /** At how many places were flying wires cut? */
  places?: number;
  relapsed?: string | string[];
  pictures?: string[];
}

/** A paper of a statutory case, at one place or several; it carries all it must unless its parts are told. */
export interface PaperStep {
  do: 'paper';
  structure: string | string[];
  step: Exclude<StatutoryStepCode, 'executed'>;
  number?: string;
  organ?: Organ;
  issuedOn?: StoryDay;
  deadline?: StoryDay;
  carries?: CarriedPart[];
  officers?: number;
  conclusion?: Conclusion;
  /** Left out where it is not served yet; on the day of the paper unless another is told. */
  service?: { method: ServiceMethod; on?: StoryDay };
}

/** How a case stands beside its papers; days and ticks by the names of their fields. */
export interface RemediesStep {
  do: 'remedies';
  structure: string | string[];
  change: {
    hearing?: HearingAsked;
    views?: ViewsStated;
    reconsiderationOutcome?: ReconsiderationOutcome;
    lawsuitOutcome?: LawsuitOutcome;
    days?: Record<string, StoryDay>;
    marks?: ('isUnderConstruction' | 'isOwnerUnknown' | 'reconsiderationExtended')[];
  };
}
