// Takes an upload apart before anything is kept: what it is, whether it is taken, and what is made of it.
import { createHash } from 'node:crypto';
import { damagedPackage, pdfBlockers, uploadBlockers, WantedKind } from '../domain/files/acceptance';
import { AcceptedKind, acceptedFormats, ContentKind, FileKind } from '../domain/files/content-kinds';
import { cleanFileName } from '../domain/files/file-name';
import { packageSizeBlockers } from '../domain/files/upload-limits';
import type { WebCopy } from '../domain/files/web-sizes';
import { done, Outcome, refuse } from '../domain/kernel/outcome';
import { sniff } from './content-sniffer';
import { pdfFactsOf } from './document-check';
import { packageKindOf, readPackageIndex, unpacksCleanly } from './office-package';
import { makePhotoCopies } from './photo-copies';

/** One file as it came in; name and type are what the browser said, and may be anything. */
export interface IncomingFile {
  name: string;
  declaredType: string;
  bytes: Buffer;
}

/** What is known of a file that is taken; everything a row keeps except where it belongs. */
export interface FileFacts {
  kind: FileKind;
  originalName: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  /** Photos only, as are the next three. */
  dHash: string | null;
  width: number | null;
  height: number | null;
  takenAt: string | null;
}

/** A file that is taken, with the copies to be kept beside the original (none for documents). */
export interface ExaminedFile {
  facts: FileFacts;
  copies: ReadonlyMap<WebCopy, Buffer>;
}

/** May this file be taken where `wants` is asked for? If so, with everything made of it; if not, every reason. */
export async function examineFile(incoming: IncomingFile, wants: WantedKind): Promise<Outcome<ExaminedFile>> {
  const recognised = await recognise(incoming.bytes);
  if (!recognised.ok) return recognised;
  const content = recognised.value;
  const blockers = uploadBlockers({ ...incoming, bytes: incoming.bytes.length, content }, wants);
  if (blockers.length) return refuse(...blockers);
  return examineContent(incoming, content as AcceptedKind);
}

/** What the content is. A package that would unpack too large is refused before more of it is looked at. */
async function recognise(bytes: Buffer): Promise<Outcome<ContentKind>> {
  const sniffed = sniff(bytes);
  if (sniffed !== 'zip') return done(sniffed);
  const index = await readPackageIndex(bytes);
  if (!index) return done('broken-zip');
  const tooLarge = packageSizeBlockers(index.entries, index.unpackedBytes);
  return tooLarge.length ? refuse(...tooLarge) : done(packageKindOf(index));
}

async function examineContent(incoming: IncomingFile, content: AcceptedKind): Promise<Outcome<ExaminedFile>> {
  const { bytes } = incoming;
  const nothing = { dHash: null, width: null, height: null, takenAt: null };
  switch (content) {
    case 'pdf': {
      const blockers = pdfBlockers(pdfFactsOf(bytes));
      return blockers.length
        ? refuse(...blockers)
        : done({ facts: factsOf(incoming, content, nothing), copies: new Map() });
    }
    case 'docx':
    case 'xlsx':
      if (!(await unpacksCleanly(bytes))) return refuse(damagedPackage);
      return done({ facts: factsOf(incoming, content, nothing), copies: new Map() });
    default: {
      const made = await makePhotoCopies(bytes, content);
      if (!made.ok) return made;
      const { copies, ...photo } = made.value;
      return done({ facts: factsOf(incoming, content, photo), copies });
    }
  }
}

function factsOf(
  incoming: IncomingFile,
  content: AcceptedKind,
  photo: Pick<FileFacts, 'dHash' | 'width' | 'height' | 'takenAt'>,
): FileFacts {
  const format = acceptedFormats[content];
  return {
    kind: format.kind,
    originalName: cleanFileName(incoming.name, format.extension, format.extensions),
    mediaType: format.mediaType,
    bytes: incoming.bytes.length,
    sha256: createHash('sha256').update(incoming.bytes).digest('hex'),
    ...photo,
  };
}
