// Reads when a photo was taken out of its EXIF block (DateTimeOriginal, else DateTimeDigitized), and nothing else.
// Source: EXIF 2.32 (CIPA DC-008), TIFF 6.0. Damaged blocks say nothing; they never stop an upload.

const tags = {
  exifBlock: 0x8769,
  takenTime: 0x9003,
  digitisedTime: 0x9004,
  takenOffset: 0x9011,
  digitisedOffset: 0x9012,
};
const asciiType = 2;
const longType = 4;
const mostEntries = 512;
/** Cameras do not write an earlier year; clocks that were never set do. */
const earliestYear = 1990;

/** The instant a photo was taken (ISO-8601 UTC), or null. Without an offset the camera's clock is read as Beijing time. */
export function takenAtOf(exif: Buffer | undefined): string | null {
  if (!exif) return null;
  return readTime(exif.toString('latin1', 0, 6) === 'Exif\0\0' ? exif.subarray(6) : exif);
}

function readTime(tiff: Buffer): string | null {
  const order = tiff.toString('latin1', 0, 2);
  if (order !== 'II' && order !== 'MM') return null;
  const reader = new TiffReader(tiff, order === 'II');
  const block = reader.directory(reader.long(4)).get(tags.exifBlock);
  if (!block || block.type !== longType) return null;
  const exif = reader.directory(reader.long(block.at));
  return (
    toInstant(reader.text(exif.get(tags.takenTime)), reader.text(exif.get(tags.takenOffset))) ??
    toInstant(reader.text(exif.get(tags.digitisedTime)), reader.text(exif.get(tags.digitisedOffset)))
  );
}

interface TiffEntry {
  type: number;
  count: number;
  /** Where in the block the value field of the entry begins. */
  at: number;
}

/** Reads numbers and text of a block in its byte order; outside the block everything reads as nothing. */
class TiffReader {
  constructor(
    private readonly tiff: Buffer,
    private readonly little: boolean,
  ) {}

  short(at: number): number {
    if (at + 2 > this.tiff.length) return 0;
    return this.little ? this.tiff.readUInt16LE(at) : this.tiff.readUInt16BE(at);
  }

  long(at: number): number {
    if (at + 4 > this.tiff.length) return 0;
    return this.little ? this.tiff.readUInt32LE(at) : this.tiff.readUInt32BE(at);
  }

  directory(at: number): Map<number, TiffEntry> {
    const entries = new Map<number, TiffEntry>();
    const count = Math.min(this.short(at), mostEntries);
    for (let index = 0; index < count; index++) {
      const entry = at + 2 + index * 12;
      entries.set(this.short(entry), {
        type: this.short(entry + 2),
        count: this.long(entry + 4),
        at: entry + 8,
      });
    }
    return entries;
  }

  text(entry: TiffEntry | undefined): string {
    if (!entry || entry.type !== asciiType || entry.count > 64) return '';
    const start = entry.count <= 4 ? entry.at : this.long(entry.at);
    return this.tiff
      .toString('latin1', start, start + entry.count)
      .split('\0')[0]
      .trim();
  }
}

function toInstant(time: string, offset: string): string | null {
  const match = /^(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d):(\d\d):(\d\d)$/.exec(time);
  if (!match || Number(match[1]) < earliestYear) return null;
  const wall = `${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6]}`;
  const read = new Date(`${wall}Z`);
  if (Number.isNaN(read.getTime()) || read.toISOString().slice(0, 19) !== wall) return null;
  const zone = /^[+-](0\d|1[0-4]):[0-5]\d$/.test(offset) ? offset : '+08:00';
  return new Date(`${wall}${zone}`).toISOString();
}
