import {
  Pin,
  parseThousandths,
  pickerBoxes,
  pickerSize,
  pinInWords,
  PictureSize,
  pressedPin,
  thousandthsInWords,
} from '../domain/removal/pin';
import { filesPaths } from '../files/files.paths';
import type { StoredFile } from '../files/stored-file.entity';
import { FieldError, RawForm, typedList } from '../platform/web/form';
import { Column, Cell } from '../platform/web/list-fields';
import { Text } from '../platform/web/fields';
import { zonesPaths } from './zones.paths';

/** The sketch as a picture to press on, in one of its two sizes. */
interface PressedPicture extends PictureSize {
  name: string;
  src: string;
}

/** Choosing a point on the sketch without a script (partial pin-picker). */
export interface PinPicker {
  /** Empty while the compound has no sketch. */
  pictures: (PressedPicture & { isNarrow: boolean })[];
  /** Where it is now, in the units of the drawing below; left out where it is nowhere. */
  mark?: { x: number; y: number; height: number };
  /** In words; empty where it is nowhere. */
  now: string;
  /** Where a sketch is put up, while there is none. */
  sketchLink: string;
}

/** The pin columns of a row. */
export interface PinColumns {
  pinAcross: number | null;
  pinDown: number | null;
}

/** The fields of the picker; a form that has a picker extends it. Read them with `pinErrors`, then `pinFrom`. */
export class PinFields {
  /** Where the small picture was pressed, in its pixels. */
  @Column({ label: '位置' }) pinNarrow: Cell[];
  /** Where the large picture was pressed, in its pixels. */
  @Column({ label: '位置' }) pinWide: Cell[];
  @Text({ label: '左起', max: 12, optional: true }) pinAcross?: string;
  @Text({ label: '上起', max: 12, optional: true }) pinDown?: string;
}

/** The pin of a row; null where it has none. */
export const pinOf = ({ pinAcross, pinDown }: PinColumns): Pin | null =>
  pinAcross === null || pinDown === null ? null : { across: pinAcross, down: pinDown };

/** The columns of a row for this pin. */
export const pinColumns = (pin: Pin | null): PinColumns => ({
  pinAcross: pin?.across ?? null,
  pinDown: pin?.down ?? null,
});

/** What the two fields of the picker hold for this row, for `formState`. */
export const pinValues = (row: PinColumns): { pinAcross?: string; pinDown?: string } => {
  const pin = pinOf(row);
  return pin ? { pinAcross: thousandthsInWords(pin.across), pinDown: thousandthsInWords(pin.down) } : {};
};

/** The picker over this sketch, with the mark where the row is now. `sketch` is its file; null before the first. */
export function toPinPicker(code: string, sketch: SketchFile | null, row: PinColumns): PinPicker {
  const pin = pinOf(row);
  const size = sketch && sizeOf(sketch);
  const now = pin ? pinInWords(pin) : '';
  if (!sketch || !size) return { pictures: [], now, sketchLink: zonesPaths.sketch(code) };
  return {
    pictures: [
      {
        name: 'pinNarrow',
        src: filesPaths.copy(sketch.id, '480.jpg'),
        ...pickerSize(size, pickerBoxes.narrow),
        isNarrow: true,
      },
      {
        name: 'pinWide',
        src: filesPaths.copy(sketch.id, '1600.jpg'),
        ...pickerSize(size, pickerBoxes.wide),
        isNarrow: false,
      },
    ],
    ...(pin && { mark: onDrawing(pin, size) }),
    now,
    sketchLink: '',
  };
}

/** The file of a sketch, as far as the picker needs it. */
export type SketchFile = Pick<StoredFile, 'id' | 'width' | 'height'>;

/** Sides of a sketch in pixels; documents have none and are never put up. */
export const sizeOf = ({ width, height }: SketchFile): PictureSize => ({
  width: width ?? 1000,
  height: height ?? 1000,
});

/** A pin in the units of a drawing that is 1000 wide and has the shape of the sketch. */
export const onDrawing = (pin: Pin, { width, height }: PictureSize) => {
  const drawn = Math.round((1000 * height) / width);
  return { x: pin.across, y: Math.round((pin.down * drawn) / 1000), height: drawn };
};

/** What is wrong with the two typed fields; nothing where a picture was pressed. */
export function pinErrors(raw: RawForm, sketch: SketchFile | null): FieldError[] {
  if (sketch && pressedOn(raw, sizeOf(sketch))) return [];
  const [across, down] = [typed(raw.pinAcross), typed(raw.pinDown)];
  if (!across && !down) return [];
  return [...percentErrors('pinAcross', '左起', across), ...percentErrors('pinDown', '上起', down)];
}

/** The point that was chosen: pressed on a picture, else typed; null where none was. */
export function pinFrom(raw: RawForm, sketch: SketchFile | null): Pin | null {
  const pressed = sketch && pressedOn(raw, sizeOf(sketch));
  if (pressed) return pressed;
  const across = parseThousandths(typed(raw.pinAcross));
  const down = parseThousandths(typed(raw.pinDown));
  return across === undefined || down === undefined ? null : { across, down };
}

function pressedOn(raw: RawForm, size: PictureSize): Pin | null {
  const narrow = pointOf(raw.pinNarrow);
  const wide = pointOf(raw.pinWide);
  return (
    (narrow && pressedPin(narrow, pickerSize(size, pickerBoxes.narrow))) ??
    (wide && pressedPin(wide, pickerSize(size, pickerBoxes.wide)))
  );
}

/** A picture that is pressed posts '<name>.x' and '<name>.y'. */
function pointOf(cells: RawForm[string] | undefined): { x: number; y: number } | null {
  const at = (row: string) => {
    const [, text] =
      typedList(cells)
        .map((cell) => cell.split(':'))
        .find(([name]) => name === row) ?? [];
    return text && /^\d{1,5}$/.test(text) ? Number(text) : null;
  };
  const [x, y] = [at('x'), at('y')];
  return x === null || y === null ? null : { x, y };
}

const typed = (value: RawForm[string] | undefined): string => typedList(value).join('').trim();

function percentErrors(field: string, label: string, text: string): FieldError[] {
  if (!text) return [{ field, message: `请填写「${label}」，或把左起、上起都空着` }];
  return parseThousandths(text) === undefined
    ? [{ field, message: `「${label}」要在 0 到 100 之间，最多一位小数，如 12.5` }]
    : [];
}
