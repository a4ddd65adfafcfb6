import type { ConcealedStep } from '../../domain/construction/concealed-steps';
import type { Witness } from '../../domain/construction/concealed-work';
import type { ContractStep } from '../../domain/construction/contract';
import type { Holdup, PostWeather, ResidentEffect } from '../../domain/construction/daily-post';
import type { FindingSeverity } from '../../domain/construction/finding';
import type { FindingStep } from '../../domain/construction/finding-steps';
import type { InspectionKind, Inspector } from '../../domain/construction/inspection';
import type { WorkItemStep } from '../../domain/construction/item-lifecycle';
import type { StopCause } from '../../domain/construction/stop-order';
import type { ItemMeasure } from '../../domain/construction/work-item';
import type { Utility, UtilityAnswer } from '../../domain/construction/one-dig';
import type { DelayAnswer } from '../../domain/progress/delay-decision';
import type { Weighing } from '../../domain/progress/item-weights';
import type { StopKind, Trait } from '../../domain/progress/stop-days';
import type { StoryDay } from './story-clock';

/** A contract is written down; it begins to run on the day of the step unless `begins` is false. Later steps find it by the code of its firm. */
export interface ContractWritten {
  do: 'contract';
  /** Code of a firm on the renovation. */
  firm: string;
  role?: 'contractor' | 'supervisor' | 'designer';
  name: string;
  number?: string;
  signedOn?: StoryDay;
  startsOn: StoryDay;
  finishOn: StoryDay;
  begins?: boolean;
}

/** Several items are drawn from the fixed plan, each by the name of its line; amount and unit are those of the plan unless told. */
export interface ItemsDrawn {
  do: 'work-items';
  /** Code of the firm whose contract builds them. */
  firm: string;
  items: {
    /** The line of the plan. */
    line: string;
    /** What the item is called, where it is not what the line is called. */
    name?: string;
    quantity?: string;
    unit?: string;
    measure?: ItemMeasure;
    from: StoryDay;
    until: StoryDay;
    /** The item it waits for, of these or drawn before. */
    after?: string;
    yuan?: number;
    concealed?: boolean;
    traits?: Trait[];
    digs?: Utility;
    covers?: boolean;
  }[];
}

/** A step of one item or of several, by their names. */
export interface ItemStepTaken {
  do: 'item-step';
  step: WorkItemStep;
  item: string | string[];
  reason?: string;
}

/** A step of a contract, found by the code of its firm. */
export interface ContractStepTaken {
  do: 'contract-step';
  firm: string;
  step: ContractStep;
  reason?: string;
}

/** The plan of the works is frozen as the items stand; a later one says why. */
export interface BaselineFrozen {
  do: 'baseline';
  weighing?: Weighing;
  reason?: string;
}

/** Works stood still, on the day of the step unless days are told; `until` null: not lifted. */
export interface StopWritten {
  do: 'stop-window';
  kind: StopKind;
  from?: StoryDay;
  until?: StoryDay | null;
  /** Names of the items, where not the kind says which. */
  items?: string[];
  note?: string;
}

/** The manager answers the delay proposed for an item that day. */
export interface DelayAnswered {
  do: 'delay';
  item: string;
  answer?: DelayAnswer;
  note?: string;
}

/** A foreman is invited to the contract of a firm. */
export interface ForemanInvited {
  do: 'invite';
  firm: string;
  label?: string;
}

/** A day posted by a foreman's account or the street manager, and what became of it; the day is that of the step unless told. */
export interface PostTold {
  do: 'post';
  day?: StoryDay;
  /** Code of the firm whose contract it is. */
  firm: string;
  /** 'same' is 「同昨天」. */
  kind?: 'work' | 'same' | 'stopped';
  /** How far each item is, by its name, as it is typed: '480', '65'. */
  values?: Record<string, string | number>;
  /** Why an item fell, by its name. */
  reasons?: Record<string, string>;
  workers?: number;
  weather?: PostWeather;
  holdups?: Holdup[];
  effects?: ResidentEffect[];
  sentence?: string;
  /** Drawings; those taken at a photo point name it. */
  pictures?: (string | { picture: string; point?: string })[];
  /** Why a confirmed day is told anew. */
  correctionReason?: string;
  /** The login that confirms it at once; a street manager shows every photo unless `shown` is false. */
  confirmedBy?: string;
  shown?: boolean;
  /** The street manager who shows every photo of a post the supervisor confirmed. */
  shownBy?: string;
  /** The login that sends it back at once, and why; reasons are those of one tap. */
  returned?: { by: string; reasons?: string[]; words?: string };
}

/** What residents will feel is announced: in the whole yard, or in the named buildings; '08:00-12:00' on that day. */
export interface DisruptionAnnounced {
  do: 'disruption';
  effect: ResidentEffect;
  day: StoryDay;
  hours: string;
  /** The last day, where it goes on over several. */
  until?: StoryDay;
  buildings?: string[];
  note: string;
  certificate?: string;
  reason?: string;
}

/** One that was announced for that day is cancelled. */
export interface DisruptionCancelled {
  do: 'cancel-disruption';
  effect: ResidentEffect;
  day: StoryDay;
  reason: string;
}

/** Quiet days of an examination, written down once for a district or a street. */
export interface QuietDaysWritten {
  do: 'quiet-days';
  name: string;
  from: StoryDay;
  until?: StoryDay;
  source: string;
}

/** The weekly bulletin up to the day of the step, with the paragraph of the street manager. */
export interface BulletinPublished {
  do: 'bulletin';
  from?: StoryDay;
  to?: StoryDay;
  paragraph?: string;
}

/** A photo point with its reference photo, the first of its series. */
export interface PointRegistered {
  do: 'point';
  name: string;
  place: string;
  /** A drawing. */
  picture?: string;
  pin?: [across: number, down: number];
  /** The street manager who lets everybody see the reference photo. */
  shownBy?: string;
}

/** A photo taken at a point on the day of the step. */
export interface PointPhotographed {
  do: 'point-photo';
  /** The name of the point. */
  point: string;
  /** A drawing. */
  picture: string;
  shownBy?: string;
}

/** Somebody looks at every hint about photos that waits at the compound, and says what they saw. */
export interface HintsAnswered {
  do: 'photo-hints';
  answer: string;
}

/** A round over the site on the day of the step, with what it found. */
export interface InspectionTold {
  do: 'inspection';
  kind?: InspectionKind;
  inspectors: Inspector[];
  /** What is said of it; a round that found nothing says so unless told otherwise. */
  opinion?: string;
  findings?: {
    what: string;
    place: string;
    /** Name of a work item. */
    item?: string;
    severity?: FindingSeverity;
    due?: StoryDay;
    /** Drawings as it was found. */
    pictures: string[];
  }[];
}

/** A step of a finding, found by its words: mended with drawings of the place afterwards, looked at again, put off. */
export interface FindingStepTold {
  do: 'finding-step';
  step: FindingStep;
  finding: string;
  reason?: string;
  due?: StoryDay;
  pictures?: string[];
}

/** Notice of work that will be covered, for a check on that day. */
export interface ConcealedNoticed {
  do: 'concealed';
  item: string;
  part: string;
  check: StoryDay;
  /** '10:00' unless told. */
  checkTime?: string;
  agreed?: string;
}

/** A step of a concealed work, found by its part; it happens when the step is told. */
export interface ConcealedStepTold {
  do: 'concealed-step';
  step: ConcealedStep;
  part: string;
  witnesses?: Witness[];
  reason?: string;
  /** For when the check is asked again. */
  check?: StoryDay;
  pictures?: string[];
}

/** An order to stop from the day of the step on; without items everything. */
export interface StopOrdered {
  do: 'stop';
  cause: StopCause;
  reason: string;
  items?: string[];
  /** The words of findings it rests on. */
  findings?: string[];
}

/** The order that holds is lifted on the day of the step. */
export interface StopLifted {
  do: 'resume';
  reason: string;
}

/** Utilities were asked about the dig with one letter. */
export interface UtilitiesAsked {
  do: 'ask-utilities';
  utilities: Utility[];
  reference?: string;
}

/** A utility, or several in the same words, answered on the day of the step. */
export interface UtilityAnswered {
  do: 'utility-answer';
  utility: Utility | Utility[];
  answer: UtilityAnswer;
  /** When it digs by itself, and in which zones (by their names); none means all. */
  from?: StoryDay;
  until?: StoryDay;
  zones?: string[];
  note?: string;
}

/** Steps of the construction stage; rooms add theirs here and their tellers to works-tellers.ts. */
export type WorksStep =
  | ContractWritten
  | ItemsDrawn
  | ItemStepTaken
  | ContractStepTaken
  | BaselineFrozen
  | StopWritten
  | DelayAnswered
  | ForemanInvited
  | PostTold
  | DisruptionAnnounced
  | DisruptionCancelled
  | QuietDaysWritten
  | BulletinPublished
  | PointRegistered
  | PointPhotographed
  | HintsAnswered
  | InspectionTold
  | FindingStepTold
  | ConcealedNoticed
  | ConcealedStepTold
  | StopOrdered
  | StopLifted
  | UtilitiesAsked
  | UtilityAnswered;
