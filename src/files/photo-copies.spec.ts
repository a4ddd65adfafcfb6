import sharp from 'sharp';
import { heavyPhoto, photo, pngBomb } from '../../test/fixtures/files/photos';
import { perhapsSamePhoto } from '../domain/files/likeness';
import { makePhotoCopies, PhotoCopies } from './photo-copies';

async function made(bytes: Buffer, kind: 'jpeg' | 'png' | 'webp' = 'jpeg'): Promise<PhotoCopies> {
  const outcome = await makePhotoCopies(bytes, kind);
  if (!outcome.ok) throw new Error(outcome.blockers[0].text);
  return outcome.value;
}

async function refusal(bytes: Buffer, kind: 'jpeg' | 'png' | 'webp' = 'jpeg'): Promise<string> {
  const outcome = await makePhotoCopies(bytes, kind);
  return outcome.ok ? 'taken' : outcome.blockers[0].code;
}

const colourAt = async (bytes: Buffer, left: number, top: number) =>
  [...(await sharp(bytes).extract({ left, top, width: 1, height: 1 }).raw().toBuffer())].map((v) =>
    Math.round(v / 255),
  );

describe('the copies of a photo', () => {
  it.each(['jpeg', 'png', 'webp'] as const)(
    'of a %s carry neither EXIF, GPS nor colour profile',
    async (format) => {
      const original = await photo(format, { gps: true, takenAt: '2026:05:18 08:00:00', orientation: 6 });
      expect((await sharp(original).metadata()).exif).toBeDefined();
      const { copies, takenAt } = await made(original, format);
      expect(takenAt).toBe('2026-05-18T00:00:00.000Z');
      for (const [name, bytes] of copies) {
        const { exif, icc, xmp, iptc, orientation } = await sharp(bytes).metadata();
        expect([name, exif, icc, xmp, iptc, orientation]).toEqual([
          name,
          undefined,
          undefined,
          undefined,
          undefined,
          undefined,
        ]);
        expect(bytes.includes('DemoPhone') || bytes.includes('Exif')).toBe(false);
      }
    },
  );

  it('are 480 and 1600 px on the longest side, in WebP and JPEG', async () => {
    const { copies, width, height } = await made(await photo('jpeg', { width: 2000, height: 1001 }));
    const sizes = await Promise.all(
      [...copies].map(async ([name, bytes]) => {
        const meta = await sharp(bytes).metadata();
        return [name, meta.format, meta.width, meta.height];
      }),
    );
    expect([width, height]).toEqual([2000, 1001]);
    expect(sizes).toEqual([
      ['480.webp', 'webp', 480, 240],
      ['480.jpg', 'jpeg', 480, 240],
      ['1600.webp', 'webp', 1600, 801],
      ['1600.jpg', 'jpeg', 1600, 801],
    ]);
  });

  it('of a small photo are not blown up', async () => {
    const { copies } = await made(await photo('png', { width: 300, height: 200 }), 'png');
    expect(await sharp(copies.get('1600.jpg')!).metadata()).toMatchObject({ width: 300, height: 200 });
  });

  it('stand upright: what the phone marked as turned is turned', async () => {
    const { copies, width, height } = await made(
      await photo('jpeg', { width: 800, height: 400, orientation: 6 }),
    );
    expect([width, height]).toEqual([400, 800]);
    const copy = copies.get('1600.jpg')!;
    expect(await sharp(copy).metadata()).toMatchObject({ width: 400, height: 800 });
    expect(await colourAt(copy, 200, 20)).toEqual([1, 0, 0]);
    expect(await colourAt(copy, 200, 780)).toEqual([0, 0, 1]);
  });

  it('of a picture with see-through parts stand on white', async () => {
    const clear = await sharp({ create: { width: 64, height: 64, channels: 4, background: '#00000000' } })
      .png()
      .toBuffer();
    expect(await colourAt((await made(clear, 'png')).copies.get('480.webp')!, 5, 5)).toEqual([1, 1, 1]);
  });

  it.each(['b-w', 'cmyk'] as const)('are also made of a %s photo', async (space) => {
    const bytes = await sharp(await photo('jpeg'))
      .toColourspace(space)
      .jpeg()
      .toBuffer();
    const { copies, dHash } = await made(bytes);
    expect(copies.size).toBe(4);
    expect(dHash).toMatch(/^[0-9a-f]{16}$/);
  });

  it('what is appended behind a photo is in no copy', async () => {
    const original = Buffer.concat([await photo('jpeg'), Buffer.from('<script>appended</script>')]);
    for (const bytes of (await made(original)).copies.values())
      expect(bytes.includes('appended')).toBe(false);
  });
});

describe('the likeness of a photo', () => {
  it('stays near when the photo is packed smaller, and differs for another one', async () => {
    const noise = (seed: number) =>
      sharp(Buffer.from(Array.from({ length: 12 * 9 * 3 }, (_, at) => ((at * 7919 + seed) * 104729) % 251)), {
        raw: { width: 12, height: 9, channels: 3 },
      }).resize(1200, 900, { kernel: 'cubic' });
    const one = await made(await noise(1).jpeg({ quality: 95 }).toBuffer());
    const smaller = await made(await noise(1).resize(700).jpeg({ quality: 40 }).toBuffer());
    const other = await made(await noise(77).jpeg().toBuffer());
    expect(perhapsSamePhoto(one.dHash, smaller.dHash)).toBe(true);
    expect(perhapsSamePhoto(one.dHash, other.dHash)).toBe(false);
  });
});

describe('a photo that cannot be shown', () => {
  it('cut off anywhere is refused', async () => {
    const whole = await photo('jpeg', { width: 1000, height: 1000 });
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      expect(await refusal(whole.subarray(0, Math.floor(whole.length * share)))).toBe('file.photo-damaged');
    }
  });

  it.each(['png', 'webp'] as const)('a %s cut in the middle is refused', async (format) => {
    const whole = await photo(format, { width: 1000, height: 1000 });
    expect(await refusal(whole.subarray(0, Math.floor(whole.length / 2)), format)).toBe('file.photo-damaged');
  });

  it('a photo of more than 40 megapixels is refused from its header, before it is unpacked', async () => {
    const before = process.memoryUsage().rss;
    expect(await refusal(pngBomb(20_000, 20_000), 'png')).toBe('file.too-many-pixels');
    expect(await refusal(pngBomb(60_000, 60_000), 'png')).toBe('file.too-many-pixels');
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('a PNG that promises more pixels than it holds is refused', async () => {
    expect(await refusal(pngBomb(6000, 6000), 'png')).toBe('file.photo-damaged');
  });

  it('a picture of another format than its first bytes said is refused', async () => {
    expect(await refusal(await photo('png'), 'jpeg')).toBe('file.photo-damaged');
  });

  it('one pixel is refused as too small to see', async () => {
    expect(await refusal(await photo('png', { width: 2, height: 1 }), 'png')).toBe('file.too-few-pixels');
  });

  it('a JPEG header followed by nothing is refused', async () => {
    expect(await refusal(Buffer.from('ffd8ffe000104a46494600', 'hex'))).toBe('file.photo-damaged');
    expect(await refusal((await heavyPhoto(1)).subarray(0, 400))).toBe('file.photo-damaged');
  });
});
