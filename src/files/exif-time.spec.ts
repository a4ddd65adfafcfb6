import { photo } from '../../test/fixtures/files/photos';
import sharp from 'sharp';
import { takenAtOf } from './exif-time';

/** A big-endian EXIF block with one directory entry pointing to DateTimeOriginal and its offset. */
function block(time: string, offset?: string): Buffer {
  const entries = offset ? 2 : 1;
  const text = 26 + 2 + entries * 12 + 4;
  const tiff = Buffer.alloc(text + 40);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  entry(tiff, 10, 0x8769, 4, 1, 26);
  tiff.writeUInt16BE(entries, 26);
  entry(tiff, 28, 0x9003, 2, 20, text);
  if (offset) entry(tiff, 40, 0x9011, 2, 7, text + 20);
  tiff.write(time, text, 'latin1');
  if (offset) tiff.write(offset, text + 20, 'latin1');
  return tiff;
}

function entry(tiff: Buffer, at: number, tag: number, type: number, count: number, value: number): void {
  tiff.writeUInt16BE(tag, at);
  tiff.writeUInt16BE(type, at + 2);
  tiff.writeUInt32BE(count, at + 4);
  tiff.writeUInt32BE(value, at + 8);
}

describe('when a photo was taken', () => {
  it.each(['jpeg', 'webp', 'png'] as const)('is read from the EXIF block of a %s', async (format) => {
    const bytes = await photo(format, { width: 32, height: 32, takenAt: '2026:05:18 08:00:05' });
    const { exif } = await sharp(bytes).metadata();
    expect(takenAtOf(exif)).toBe('2026-05-18T00:00:05.000Z');
  });

  it('is Beijing time when the camera names no offset', () => {
    expect(takenAtOf(block('2026:05:18 00:30:00'))).toBe('2026-05-17T16:30:00.000Z');
  });

  it('uses the offset the camera names', () => {
    expect(takenAtOf(block('2026:05:18 08:00:00', '+09:00'))).toBe('2026-05-17T23:00:00.000Z');
    expect(takenAtOf(block('2026:05:18 08:00:00', 'summer'))).toBe('2026-05-18T00:00:00.000Z');
  });

  it.each([
    '0000:00:00 00:00:00',
    '2026:02:30 08:00:00',
    '2026:05:18 25:00:00',
    '1989:12:31 23:59:59',
    '    :  :     :  :  ',
    '2026-5-18',
  ])('is unknown when the clock says %j', (time) => {
    expect(takenAtOf(block(time))).toBeNull();
  });

  it('the first believable year is 1990', () => {
    expect(takenAtOf(block('1990:01:01 08:00:00'))).toBe('1990-01-01T00:00:00.000Z');
  });

  it('is unknown without a block, with a cut block, and with directories that point outside', () => {
    const whole = block('2026:05:18 08:00:00');
    expect(takenAtOf(undefined)).toBeNull();
    for (let length = 0; length < 60; length++) expect(takenAtOf(whole.subarray(0, length))).toBeNull();
    const outside = Buffer.from(whole);
    outside.writeUInt32BE(0xfffffff0, 4);
    expect(takenAtOf(outside)).toBeNull();
  });

  it('is found in a directory that claims 65,535 entries, without reading past the block', () => {
    const endless = block('2026:05:18 08:00:00');
    endless.writeUInt16BE(0xffff, 26);
    expect(takenAtOf(endless)).toBe('2026-05-18T00:00:00.000Z');
  });
});
