// Looks into a PDF for what the law of acceptance asks: its end mark and whether it is locked.
import type { PdfFacts } from '../domain/files/acceptance';

/** Readers search the end mark in the last kilobyte. */
const tailBytes = 1024;

/** What does a careful look into this PDF find? Content streams are not opened; it is only ever downloaded. */
export function pdfFactsOf(bytes: Buffer): PdfFacts {
  return {
    hasEndMark: bytes.subarray(-tailBytes).includes('%%EOF'),
    locked: hasEncryptEntry(bytes),
  };
}

/** A real file names it once or twice; more than this is made to keep the search busy, and counts as locked. */
const mostEncryptEntries = 1000;

/** The trailer of a locked PDF names its encryption dictionary, in plain text also in compressed files. */
function hasEncryptEntry(bytes: Buffer): boolean {
  let seen = 0;
  for (let at = bytes.indexOf('/Encrypt'); at >= 0; at = bytes.indexOf('/Encrypt', at + 1)) {
    if (++seen > mostEncryptEntries) return true;
    if (/^\/Encrypt\s*(\d+\s+\d+\s+R|<<)/.test(bytes.toString('latin1', at, at + 40))) return true;
  }
  return false;
}
