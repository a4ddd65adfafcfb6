import type { ContractStep } from '../../domain/construction/contract';
import type { WorkItemStep } from '../../domain/construction/item-lifecycle';
import type { ItemMeasure } from '../../domain/construction/work-item';
import type { Utility } from '../../domain/construction/one-dig';
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

/** Steps of the construction stage; rooms add theirs here and their tellers to works-tellers.ts. */
export type WorksStep =
  | ContractWritten
  | ItemsDrawn
  | ItemStepTaken
  | ContractStepTaken
  | BaselineFrozen
  | StopWritten
  | DelayAnswered;
