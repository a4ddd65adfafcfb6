import type { Frame } from '../compounds/workspace';
import type { KeptFile } from '../files/kept-files';
import type { FactLine, Option, PhotoFigure } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';

/** What a step asks for, field by field; what is missing is not asked. */
export interface StepFields {
  /** The day it happened, and the time where minutes count. */
  day?: { label: string; hint?: string; withTime?: boolean };
  /** Notice: when it was given (where somebody writes it down for another) and for when the check is asked. */
  notice?: { asksGiven: boolean; hint: string };
  nextDue?: { hint: string };
  witnesses?: Option[];
  reason?: { label: string; hint: string; isOptional: boolean };
  photos?: { label: string; hint: string; isOptional: boolean; kept: KeptFile[] };
}

/** One step of a finding, a concealed work or an order to stop (views/inspections/step). */
export interface CheckStepPage extends Frame, StepFields {
  title: string;
  heading: string;
  note: string;
  facts: FactLine[];
  /** What it looked like before, for who looks again. */
  pictures: PhotoFigure[];
  /** What speaks against the step whatever is filled in; the form is not shown then. */
  reasons: { text: string; source?: string }[];
  latest: FactLine[];
  form: FormState;
  step: string;
  label: string;
  /** The step cannot be undone. */
  isFinal: boolean;
  action: string;
  backLink: string;
}
