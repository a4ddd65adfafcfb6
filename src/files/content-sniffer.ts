// Tells what a file is by its first bytes. Names and declared types are not looked at here.
import type { ContentKind } from '../domain/files/content-kinds';

/** What the first bytes say; a 'zip' has to be opened before more can be said. */
export type SniffedKind = Exclude<ContentKind, 'docx' | 'xlsx'> | 'zip';

const starts: readonly [SniffedKind, string][] = [
  ['jpeg', 'ffd8ff'],
  ['png', '89504e470d0a1a0a'],
  ['pdf', '255044462d'],
  ['gif', '474946383761'],
  ['gif', '474946383961'],
  ['tiff', '49492a00'],
  ['tiff', '4d4d002a'],
  ['zip', '504b0304'],
  ['zip', '504b0506'],
  ['archive', '526172211a07'],
  ['archive', '377abcaf271c'],
  ['archive', '1f8b'],
  ['video', '000001ba'],
  ['video', '1a45dfa3'],
];

/** What do these bytes say they are? */
export function sniff(bytes: Buffer): SniffedKind {
  if (bytes.length === 0) return 'empty';
  const head = bytes.subarray(0, 16).toString('hex');
  const known = starts.find(([, start]) => head.startsWith(start));
  if (known) return known[0];
  if (head.startsWith('d0cf11e0a1b11ae1')) return compoundFileKind(bytes);
  if (ascii(bytes, 0, 4) === 'RIFF') return riffKinds[ascii(bytes, 8, 12)] ?? 'unknown';
  if (ascii(bytes, 4, 8) === 'ftyp') return isoMediaKind(bytes);
  if (ascii(bytes, 0, 2) === 'BM' && bytes.length > 26 && bytes.readUInt32LE(14) <= 124) return 'bmp';
  return /<svg[\s>]/i.test(textHead(bytes)) ? 'svg' : 'unknown';
}

const riffKinds: Record<string, SniffedKind> = { WEBP: 'webp', 'AVI ': 'video' };
const heifBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1'];
const avifBrands = ['avif', 'avis'];

/** Photos of phones, AVIF and MP4 share one container; the brands tell them apart. */
function isoMediaKind(bytes: Buffer): SniffedKind {
  const boxEnd = Math.min(bytes.readUInt32BE(0), bytes.length, 256);
  const brands: string[] = [ascii(bytes, 8, 12)];
  for (let at = 16; at + 4 <= boxEnd; at += 4) brands.push(ascii(bytes, at, at + 4));
  if (brands.some((brand) => avifBrands.includes(brand))) return 'avif';
  return brands.some((brand) => heifBrands.includes(brand)) ? 'heic' : 'video';
}

/** The old container holds DOC, XLS and WPS, and also DOCX and XLSX once they are locked with a password. */
function compoundFileKind(bytes: Buffer): SniffedKind {
  return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'locked-office' : 'old-office';
}

function textHead(bytes: Buffer): string {
  const head = bytes.subarray(0, 4096);
  const wide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  return wide ? head.toString('latin1').replaceAll('\0', '') : head.toString('utf8');
}

const ascii = (bytes: Buffer, from: number, to: number): string => bytes.toString('latin1', from, to);
