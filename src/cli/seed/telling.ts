import { randomBytes } from 'node:crypto';
import { INestApplicationContext } from '@nestjs/common';
import type { CalendarDate } from '../../domain/kernel/calendar-date';
import type { Outcome } from '../../domain/kernel/outcome';
import type { Actor } from '../../domain/people/actor';
import { Files } from '../../files/files.service';
import { IncomingFile } from '../../files/file-examiner';
import { PreparedFile } from '../../files/uploads.service';
import type { Cast } from './demo-cast';
import type { DemoRegister, DemoStep } from './demo-story';
import { granted } from './granted';

/** The step of one kind. */
export type StepOf<Kind extends DemoStep['do']> = Extract<DemoStep, { do: Kind }>;

/** One step at its moment: whose hand, at which compound, on which day. */
export interface Moment {
  app: INestApplicationContext;
  cast: Cast;
  actor: Actor;
  compound: DemoRegister;
  /** The day of seeding, from which the story counts. */
  today: CalendarDate;
  day: CalendarDate;
  instant: Date;
  /** The photo of this step, gone through the pipeline ahead of time. */
  photo?: Promise<PreparedFile>;
}

/** Who tells each of these kinds of steps. */
export type Tellers<Kinds extends DemoStep['do']> = {
  [Kind in Kinds]: (moment: Moment, step: StepOf<Kind>) => Promise<Outcome<unknown>>;
};

/** A key that no form used before. */
export const newKey = (): string => randomBytes(16).toString('base64url');

/** Sends a file through the one pipeline of all uploads. */
export async function takeIn(app: INestApplicationContext, file: IncomingFile): Promise<PreparedFile> {
  return granted(await app.get(Files).accept(file), file.name);
}

/** The photo of a step that has one. */
export function photoIn({ photo, compound }: Moment): Promise<PreparedFile> {
  if (!photo) throw new Error(`${compound.code}: this step needs a picture`);
  return photo;
}

/** The drawing a step shows, if it shows one. */
export const pictureOf = (step: DemoStep): string | undefined =>
  step.do === 'find-hazard' ? step.hazard.picture : 'picture' in step ? step.picture : undefined;
