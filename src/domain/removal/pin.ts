// Where on the sketch of a compound: a point in thousandths of its width and height, pressed on a picture of known size or
// typed as percentages. Source: house convention (domain reference §3.6: place in words and on the sketch).

/** A point on the sketch, in thousandths of its width and height. */
export interface Pin {
  across: number;
  down: number;
}

/** Width and height in pixels. */
export interface PictureSize {
  width: number;
  height: number;
}

/** The two sizes in which the sketch is offered for pressing: on phones, and on wide screens. */
export const pickerBoxes = {
  narrow: { width: 280, height: 420 },
  wide: { width: 680, height: 560 },
} as const satisfies Record<string, PictureSize>;

/** How large is the sketch shown in this box? As large as fits, small sketches too. */
export function pickerSize(sketch: PictureSize, box: PictureSize): PictureSize {
  const scale = Math.min(box.width / sketch.width, box.height / sketch.height);
  const scaled = (length: number) => Math.max(1, Math.round(length * scale));
  return { width: scaled(sketch.width), height: scaled(sketch.height) };
}

/**
 * The point that was pressed on a picture of this size. The corner 0,0 is what the keyboard sends, so it means that nothing
 * was pressed; a point outside is none.
 */
export function pressedPin({ x, y }: { x: number; y: number }, size: PictureSize): Pin | null {
  if (x === 0 && y === 0) return null;
  const isOn = (at: number, length: number) => Number.isInteger(at) && at >= 0 && at <= length;
  if (!isOn(x, size.width) || !isOn(y, size.height)) return null;
  return { across: Math.round((x * 1000) / size.width), down: Math.round((y * 1000) / size.height) };
}

/** A percentage as people type it, in thousandths; undefined where it is none from 0 to 100 with one decimal at most. */
export function parseThousandths(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '').replace(/%$/, '');
  if (!/^\d{1,3}(\.\d)?$/.test(plain)) return undefined;
  const value = Math.round(Number(plain) * 10);
  return value <= 1000 ? value : undefined;
}

/** Thousandths as the field shows them: '12.5', '64'. */
export const thousandthsInWords = (value: number): string => String(value / 10);

/** '左起 12.5%、上起 64%'. */
export const pinInWords = ({ across, down }: Pin): string =>
  `左起 ${thousandthsInWords(across)}%、上起 ${thousandthsInWords(down)}%`;
