// What is kept of the name a file came with: for people to recognise it, never for finding it on disk.
// Source: OWASP ASVS 5.0 5.3.2, 5.4.1, 5.4.2; the length is local.
import { cut } from '../kernel/text';
import { uploadLimits } from './upload-limits';

/** Only the end of a name is looked at: some thousand characters of dots would keep the search for dots busy. */
const lookedAt = 300;

/** What comes after the last dot of the name, lower case, '' if there is none. */
export function extensionOf(name: string): string {
  const match = /[^.]\.([\p{L}\p{N}]{1,10})$/u.exec(readableEnd(name).trim());
  return match ? match[1].toLowerCase() : '';
}

/** The name to keep and show, ending in `.extension`: no path, nothing unseen, nothing Windows refuses, cut to length. */
export function cleanFileName(
  name: string,
  extension: string,
  agreeing: readonly string[] = [extension],
): string {
  const readable = readableEnd(name)
    .normalize('NFC')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/gu, ' ')
    .trim();
  const own = extensionOf(readable);
  const kept = agreeing.includes(own) ? own : extension;
  const stem = (agreeing.includes(own) ? readable.slice(0, -own.length - 1) : readable).replace(
    /^[. ]+|[. ]+$/gu,
    '',
  );
  const safe = reservedOnWindows.test(stem) ? `_${stem}` : stem || '未命名';
  const room = uploadLimits.nameLength - kept.length - 1;
  return `${[...safe]
    .slice(0, room)
    .join('')
    .replace(/[. ]+$/u, '')}.${kept}`;
}

/** The name as a sentence may show it, also of a file that is not taken: nothing unseen, cut to length. */
export const nameInWords = (name: string): string =>
  cut(readableEnd(name).trim(), uploadLimits.nameLength) || '未命名';

const reservedOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** The end of the name without its path and without what cannot be seen. */
const readableEnd = (name: string): string => withoutPath(withoutUnseen(name.slice(-lookedAt)));

/** Control characters, direction marks, zero-width characters, halves of pairs and line separators go. */
function withoutUnseen(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '');
}

function withoutPath(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
}
