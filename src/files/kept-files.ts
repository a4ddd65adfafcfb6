// Files of a form that was refused are kept for its second try: their facts travel in a hidden field, sealed.
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { PreparedFile } from './uploads.service';

/** A kept file as the partial `field` prints it: `id` travels as <field>Kept, `name` is shown. */
export interface KeptFile {
  id: string;
  name: string;
}

/** What is sealed: the file, whose it is, and until when it may be handed in (ISO instant). */
interface Sealed {
  file: PreparedFile;
  userId: number;
  untilAt: string;
}

/** Kept for half a day, well below the day after which files without a row are swept away. */
const keptForHours = 12;
/** Facts and seal of one file stay below this many characters. */
export const longestSeal = 1500;

/** Seals a prepared file for the person who sent it. */
export function keep(file: PreparedFile, userId: number, now: Date, secret: string): KeptFile {
  const untilAt = new Date(now.getTime() + keptForHours * 3_600_000).toISOString();
  const sealed: Sealed = { file, userId, untilAt };
  const text = Buffer.from(JSON.stringify(sealed)).toString('base64url');
  return { id: `${text}.${sign(text, secret)}`, name: file.originalName };
}

/** The file behind a seal, or null if the seal is not ours, not this person's, or too old. */
export function openKept(id: string, userId: number, now: Date, secret: string): PreparedFile | null {
  const [text, signature] = id.split('.');
  if (!text || !signature || !matches(signature, sign(text, secret))) return null;
  const sealed = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Sealed;
  return sealed.userId === userId && sealed.untilAt > now.toISOString() ? sealed.file : null;
}

const sign = (text: string, secret: string): string =>
  createHmac('sha256', secret).update(`kept-file:${text}`).digest('base64url');

function matches(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
