import { randomBytes } from 'node:crypto';
import { INestApplicationContext } from '@nestjs/common';
import type { CalendarDate } from '../../domain/kernel/calendar-date';
import type { Actor } from '../../domain/people/actor';
import type { WantedKind } from '../../domain/files/acceptance';
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
}

/** A key that no form used before. */
export const newKey = (): string => randomBytes(16).toString('base64url');

/** Sends a file through the one pipeline of all uploads. */
export async function takeIn(
  app: INestApplicationContext,
  file: IncomingFile,
  wants: WantedKind,
): Promise<PreparedFile> {
  return granted(await app.get(Files).accept(file, wants), file.name);
}
