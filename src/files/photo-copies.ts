// Makes everything the site shows of a photo: turned upright, in web sizes, encoded anew from bare pixels, so that no
// EXIF, GPS, colour profile, thumbnail or appended byte of the original can reach a copy.
import sharp from 'sharp';
import { damagedPhoto } from '../domain/files/acceptance';
import { differenceHash, likenessGrid } from '../domain/files/likeness';
import { photoPixelBlockers, uploadLimits } from '../domain/files/upload-limits';
import { fitInside, formatOf, PixelSize, WebCopy, webCopies, WebFormat } from '../domain/files/web-sizes';
import { done, Outcome, refuse } from '../domain/kernel/outcome';
import { takenAtOf } from './exif-time';
import { WorkQueue } from './work-queue';

// Every photo is seen once: what libvips would keep for a second time cost 500 MB after three large photos.
sharp.cache(false);

/** What is made of a photo. Width and height are those of the upright original. */
export interface PhotoCopies extends PixelSize {
  takenAt: string | null;
  dHash: string;
  copies: ReadonlyMap<WebCopy, Buffer>;
}

/** At these figures a 12-megapixel street photo gives 30 to 40 KB at 480 px and 150 to 250 KB at 1600 px. */
const quality: Record<WebFormat, number> = { webp: 76, jpg: 80 };
const slowestDecode = { seconds: 30 };

/** Progressive and interlaced photos are unpacked whole (40 megapixels: 300 MB), all others in strips (100 MB). */
const heavyPhotos = new WorkQueue(1);
const heavyPixels = 12_000_000;
const isHeavy = (header: sharp.Metadata) =>
  header.isProgressive && header.width * header.height > heavyPixels;

type PhotoKind = 'jpeg' | 'png' | 'webp';

/** Makes the copies, or says why this photo cannot be shown. `kind` is what the first bytes said. */
export async function makePhotoCopies(bytes: Buffer, kind: PhotoKind): Promise<Outcome<PhotoCopies>> {
  const header = await readHeader(bytes);
  if (!header || header.format !== kind) return refuse(damagedPhoto);
  const tooLarge = photoPixelBlockers(header.width, header.height);
  if (tooLarge.length) return refuse(...tooLarge);
  const upright = { width: header.autoOrient.width, height: header.autoOrient.height };
  const size = fitInside(upright, 1600);
  const pixels = isHeavy(header)
    ? await heavyPhotos.run(() => decode(bytes, size))
    : await decode(bytes, size);
  if (!pixels) return refuse(damagedPhoto);
  return done({
    ...upright,
    takenAt: takenAtOf(header.exif),
    dHash: differenceHash(await greyGrid(pixels)),
    copies: await encodeAll(pixels, upright),
  });
}

/** Header only: nothing is unpacked here, so the pixel limit can be explained instead of merely hit. */
async function readHeader(bytes: Buffer): Promise<sharp.Metadata | null> {
  return sharp(bytes, { failOn: 'error', limitInputPixels: false })
    .metadata()
    .catch(() => null);
}

interface Pixels {
  data: Buffer;
  raw: { width: number; height: number; channels: 1 | 2 | 3 | 4 };
}

/** Unpacks the photo to its last line, upright, in sRGB, on white, at most 1600 px. Null when it is damaged. */
async function decode(bytes: Buffer, size: PixelSize): Promise<Pixels | null> {
  const image = sharp(bytes, {
    failOn: 'error',
    limitInputPixels: uploadLimits.photoPixels,
    autoOrient: true,
  })
    .resize({ ...size, fit: 'fill' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .timeout(slowestDecode);
  const made = await image.toBuffer({ resolveWithObject: true }).catch(() => null);
  if (!made) return null;
  const { width, height, channels } = made.info;
  return { data: made.data, raw: { width, height, channels } };
}

async function encodeAll(pixels: Pixels, upright: PixelSize): Promise<Map<WebCopy, Buffer>> {
  const copies = new Map<WebCopy, Buffer>();
  for (const copy of webCopies) copies.set(copy, await encode(pixels, upright, copy));
  return copies;
}

function encode(pixels: Pixels, upright: PixelSize, copy: WebCopy): Promise<Buffer> {
  const size = fitInside(upright, Number.parseInt(copy, 10));
  const image = sharp(pixels.data, { raw: pixels.raw }).resize({ ...size, fit: 'fill' });
  const format = formatOf(copy);
  return format === 'webp'
    ? image.webp({ quality: quality.webp }).toBuffer()
    : image.jpeg({ quality: quality.jpg, progressive: true, mozjpeg: false }).toBuffer();
}

function greyGrid(pixels: Pixels): Promise<Buffer> {
  return sharp(pixels.data, { raw: pixels.raw })
    .greyscale()
    .resize({ ...likenessGrid, fit: 'fill' })
    .raw({ depth: 'uchar' })
    .toBuffer();
}
