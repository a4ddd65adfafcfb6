// Opens DOCX and XLSX (zip packages, ECMA-376) far enough to know what they are and that they are harmless to keep.
import * as yauzl from 'yauzl';
import type { ContentKind } from '../domain/files/content-kinds';
import { uploadLimits } from '../domain/files/upload-limits';

/** What the list of parts of a zip file says, before anything but its type list is unpacked. */
export interface PackageIndex {
  entries: number;
  /** Bytes of all parts unpacked, as the list states them; proven by `unpacksCleanly`. */
  unpackedBytes: number;
  names: readonly string[];
  locked: boolean;
  /** The text of [Content_Types].xml, '' if there is none. */
  contentTypes: string;
}

const typeList = '[Content_Types].xml';
/** Lists of types have some kilobytes; a larger one is not read. */
const typeListBytes = 1024 * 1024;

/** Reads the list of parts, or null when the zip file is broken. Stops counting past the limit of parts. */
export async function readPackageIndex(bytes: Buffer): Promise<PackageIndex | null> {
  try {
    const zip = await yauzl.fromBufferPromise(bytes);
    const names: string[] = [];
    let unpackedBytes = 0;
    let locked = false;
    let contentTypes = '';
    for await (const entry of zip.eachEntry()) {
      names.push(entry.fileName);
      unpackedBytes += entry.uncompressedSize;
      locked ||= entry.isEncrypted();
      if (entry.fileName === typeList && !entry.isEncrypted() && entry.uncompressedSize <= typeListBytes) {
        contentTypes = (await unpack(zip, entry)).toString('utf8');
      }
      if (names.length > uploadLimits.packageEntries) break;
    }
    return { entries: Math.max(zip.entryCount, names.length), unpackedBytes, names, locked, contentTypes };
  } catch (error) {
    return brokenZip(error);
  }
}

const mainParts = [
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'],
] as const;

/** Which kind of file is this package? The main part must be of the right type and really be there. */
export function packageKindOf(index: PackageIndex): ContentKind {
  if (index.locked) return 'locked-office';
  if (index.names.includes('OFD.xml')) return 'ofd';
  if (!index.names.includes(typeList)) return 'archive';
  if (index.names.some(isProgram) || /macroEnabled/i.test(index.contentTypes)) return 'macro-office';
  const main = mainParts.find(([, type]) => index.names.includes(partOfType(index.contentTypes, type)));
  return main ? main[0] : 'other-office';
}

const isProgram = (name: string): boolean =>
  /(^|\/)(vbaProject[^/]*\.bin|macrosheets\/|activeX\/)/i.test(name);

/** The name of the part that has this type, as the zip file writes it, '' if none has. */
function partOfType(contentTypes: string, type: string): string {
  for (const [tag] of contentTypes.matchAll(/<Override\b[^<>]*>/g)) {
    if (attribute(tag, /\sContentType\s*=\s*(?:"([^"]*)"|'([^']*)')/) === type) {
      return attribute(tag, /\sPartName\s*=\s*(?:"([^"]*)"|'([^']*)')/).replace(/^\//, '');
    }
  }
  return '';
}

function attribute(tag: string, pattern: RegExp): string {
  const match = pattern.exec(tag);
  return match?.[1] ?? match?.[2] ?? '';
}

/**
 * Does every part unpack to exactly the size its list states, and declare no document type (entities)?
 * The work is bounded by the stated sizes, which the caller has checked: more bytes than stated end it.
 */
export async function unpacksCleanly(bytes: Buffer): Promise<boolean> {
  try {
    const zip = await yauzl.fromBufferPromise(bytes);
    for await (const entry of zip.eachEntry()) {
      const markup = /\.(xml|rels|vml)$/i.test(entry.fileName);
      let before = '';
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        if (!markup) continue;
        const text = before + (chunk as Buffer).toString('latin1').replaceAll('\0', '');
        if (/<!(DOCTYPE|ENTITY)/i.test(text)) return false;
        before = text.slice(-16);
      }
    }
    return true;
  } catch (error) {
    brokenZip(error);
    return false;
  }
}

async function unpack(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** yauzl and zlib report broken files as plain errors; a fault of this program is not one of them. */
function brokenZip(error: unknown): null {
  if (['TypeError', 'ReferenceError'].includes((error as Error).name)) throw error;
  return null;
}
