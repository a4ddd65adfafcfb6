// Asks the register's own law whether what a list says can be true together with what is known: 2 buildings with 1 unit,
// 7 floors at least and 6 at most. What cannot be keeps the row out, what is unlikely is pointed out.
import { RegisterFigures, registerBlockers, registerWarnings } from '../compound/register';
import { Blocker } from '../kernel/blocker';
import { CalendarDate } from '../kernel/calendar-date';
import { ImportProblem, ImportRemark, problemAt } from './import-problem';
import { ListedCompound } from './read-row';
import { RegisterField, RegisterValues } from './register-values';

/** What cannot be true in these facts together? */
const impossible = (values: RegisterValues, today: CalendarDate): Blocker[] =>
  registerBlockers(figuresOf(values), today);

/** The same, as problems at the cells of a row, leaving out what the register already had before. */
export function impossibleCells(
  row: ListedCompound,
  known: RegisterValues,
  today: CalendarDate,
): ImportProblem[] {
  const before = new Set(impossible(known, today).map((blocker) => blocker.code));
  return impossible({ ...row.values, ...known }, today)
    .filter((blocker) => !before.has(blocker.code))
    .map((blocker) => {
      const source = row.sources[blocker.code.replace('register.', '') as RegisterField];
      const said = { value: source?.text ?? '', why: `对不上：${blocker.text}`, mend: '请核对后改正' };
      return problemAt(row.row, source?.column, source?.label ?? '楼院名称', said);
    });
}

/** What is unlikely in this row and should be looked at again. */
export const unlikely = (row: ListedCompound, today: CalendarDate): ImportRemark[] =>
  registerWarnings(figuresOf(row.values), today).map((blocker) => ({
    row: row.row,
    label: row.name,
    text: blocker.text,
    doubtful: true,
  }));

const figuresOf = (values: RegisterValues): RegisterFigures => ({
  builtYear: values.builtYear ?? null,
  siteArea: values.siteArea ?? null,
  floorArea: values.floorArea ?? null,
  buildingCount: values.buildingCount ?? null,
  unitCount: values.unitCount ?? null,
  floorsMin: values.floorsMin ?? null,
  floorsMax: values.floorsMax ?? null,
  householdCount: values.householdCount ?? null,
  residentCount: values.residentCount ?? null,
  elderlyCount: null,
  vacantCount: null,
  rentedCount: null,
});
