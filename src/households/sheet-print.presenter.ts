import type { Compound } from '../compounds/compound.entity';
import type { DoorLine } from '../compounds/doors.service';
import { byUnit } from '../domain/compound/doors-by-unit';
import { SheetChoice, sheetKindNames } from './sheet-choice';
import { askedOf, numbered } from './sheet-columns';

/** An evening sheet on paper: a page for each unit, floor by floor, empty boxes (views/households/sheet-print). */
export interface SheetPrint {
  title: string;
  heading: string;
  about: string;
  /** What the numbers mean; questions with the same answers are named together. */
  legend: { names: string; key: string }[];
  columns: { name: string; digits: string[] }[];
  units: { name: string; about: string; rows: { floor: string; door: string }[] }[];
}

interface PrintView {
  compound: Pick<Compound, 'name'>;
  shown: readonly DoorLine[];
  choice: SheetChoice;
}

/** The sheet to be carried from door to door; no names, nothing of what was said before. */
export function toSheetPrint({ compound, shown, choice }: PrintView): SheetPrint {
  const asked = askedOf(choice);
  const { questions, only, order } = choice;
  const keys = [...new Set(asked.map(({ answers }) => numbered(answers)))];
  return {
    title: `${compound.name} 晚间入户表`,
    heading: `${compound.name} 晚间入户表`,
    about: [
      sheetKindNames[questions],
      ...(only === 'unreached' ? ['只列没到户的'] : []),
      order === 'up' ? '从下往上走' : '从上往下走',
    ].join(' · '),
    legend: keys.map((key) => ({
      key,
      names: asked
        .filter(({ answers }) => numbered(answers) === key)
        .map(({ label }) => label)
        .join('、'),
    })),
    columns: asked.map(({ label, answers }) => ({
      name: label,
      digits: Object.keys(answers).map((_, at) => String(at + 1)),
    })),
    units: byUnit(shown).map(({ name, doors }) => ({
      name,
      about: `${doors.length} 户`,
      rows: doors.map(({ floorNo, roomNo }) => ({ floor: `${floorNo} 层`, door: roomNo })),
    })),
  };
}
