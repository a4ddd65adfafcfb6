import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { IncomingFile } from '../../files/file-examiner';
import { projectRoot } from '../../platform/web/project-root';

const folder = join(projectRoot, 'data', 'demo', 'pictures');

/** The longer side of a photo made of a drawing, in pixels: of the three told compounds, and of the others. */
const longSide = { told: 1080, other: 640 };

/**
 * A drawing of the demo as the photo a phone would send, taken at this instant. 'found-wires#3' is the third view of
 * the drawing: another part of it, on even numbers from the other side, in another light.
 */
export async function photoOf(picture: string, takenAt: Date): Promise<IncomingFile> {
  const [name, view = '0'] = picture.split('#');
  const drawing = readFileSync(join(folder, `${name}.svg`), 'utf8');
  const { width, height } = await sharp(Buffer.from(drawing)).metadata();
  const side = view === '0' ? longSide.told : longSide.other;
  const bytes = await sharp(Buffer.from(viewOf(drawing, { width, height }, Number(view))), {
    density: (72 * side) / Math.max(width, height),
  })
    .flatten({ background: '#ffffff' })
    .withExif({ IFD0: { Make: 'Demo' }, IFD2: { DateTimeOriginal: exifTime(takenAt) } })
    .jpeg({ quality: 84 })
    .toBuffer();
  return {
    name: `IMG_${exifTime(takenAt).replace(/:/g, '').replace(' ', '_')}.jpg`,
    declaredType: 'image/jpeg',
    bytes,
  };
}

/** Another look at a drawing; the mark 示意图 stays where it is. */
function viewOf(drawing: string, { width, height }: { width: number; height: number }, view: number): string {
  if (view === 0) return drawing;
  const part = 0.92 - (view % 4) * 0.05;
  const spare = 1 - part;
  const [x, y] = [width * spare * ((view * 0.37) % 1), height * spare * ((view * 0.61) % 1)].map(Math.round);
  const box = `${x} ${y} ${Math.round(width * part)} ${Math.round(height * part)}`;
  const [whole, mark] = /<g id="mark">.*?<\/g>/s.exec(drawing)
    ? drawing.split(/(?=<g id="mark">)/)
    : [drawing, ''];
  const scene = whole.replace(/^<svg [^>]*>/, '').replace(/<\/svg>\s*$/, '');
  const side = view % 2 === 0 ? `<g transform="translate(${width} 0) scale(-1 1)">${scene}</g>` : scene;
  const light = `<rect width="${width}" height="${height}" fill="hsl(${(view * 67) % 360} 40% 50%)" opacity=".09"/>`;
  const frame = `xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"`;
  return `<svg ${frame} viewBox="0 0 ${width} ${height}"><svg ${frame} viewBox="${box}">${side}</svg>${light}${mark.replace(/<\/svg>\s*$/, '')}</svg>`;
}

/** EXIF has no zone: it is the time of the wall clock where the photo was taken. */
function exifTime(instant: Date): string {
  const wall = new Date(instant.getTime() + 8 * 3_600_000).toISOString();
  return `${wall.slice(0, 10).replaceAll('-', ':')} ${wall.slice(11, 19)}`;
}
