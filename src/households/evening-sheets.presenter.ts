import type { Compound } from '../compounds/compound.entity';
import type { DoorLine } from '../compounds/doors.service';
import type { Frame } from '../compounds/workspace';
import { byUnit } from '../domain/compound/doors-by-unit';
import { CalendarDate, addDays } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import { answersInWords } from '../domain/meeting/household-questions';
import type { RecordedCall } from '../domain/meeting/household-sheet';
import { visitorRoleNames } from '../domain/survey/door-visit';
import { cellName, typedColumn } from '../platform/web/cells';
import type { EmptyNote, Option } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import { toOptions } from '../platform/web/options';
import { dayOptions } from './history.presenter';
import { outcomeMarks } from './household-words';
import { householdPaths } from './households.paths';
import { SheetChoice, asQuery, sheetKindNames, unitsOf } from './sheet-choice';
import { Asked, SheetColumn, askedOf, numbered } from './sheet-columns';

/** One cell of the grid: radios that are numbered as on paper. */
interface SheetCell {
  name: string;
  label: string;
  options: { value: string; digit: string; label: string; checked: boolean }[];
}

/** One door of the grid. */
interface SheetLine {
  door: string;
  floor: string;
  /** The first of its floor. */
  first: boolean;
  /** What was recorded of this door lately, so that nobody types it again: '今天已录：见到，改造 同意'. */
  recorded: string;
  cells: SheetCell[];
  note: { name: string; value: string };
}

/** An evening sheet as it is typed back in (views/households/sheet). */
export interface EveningSheetPage extends Frame {
  title: string;
  closed: string;
  empty?: EmptyNote;
  choose: { action: string; fields: { name: string; label: string; value: string; options: Option[] }[] };
  printLink: string;
  form: FormState;
  action: string;
  hidden: { name: string; value: string }[];
  days: Option[];
  roles: Option[];
  columns: SheetColumn[];
  units: { name: string; lines: SheetLine[] }[];
  about: string;
  backLink: string;
}

interface SheetView {
  compound: Compound;
  /** All doors, and those of this sheet in the order of the evening. */
  doors: readonly DoorLine[];
  shown: readonly DoorLine[];
  choice: SheetChoice;
  calls: readonly RecordedCall[];
  closed: string;
  today: CalendarDate;
}

/** The grid, in the order of the print. */
export function toEveningSheet(view: SheetView, form: FormState, frame: Frame): EveningSheetPage {
  const { compound, shown, choice } = view;
  const query = asQuery(choice);
  const asked = askedOf(choice);
  return {
    ...frame,
    title: `晚间入户表 · ${compound.name}`,
    closed: view.closed,
    empty: shown.length ? undefined : emptyNote(choice),
    choose: toChoose(view),
    printLink: householdPaths.printSheet(compound.code, query),
    form,
    action: householdPaths.sheet(compound.code),
    hidden: Object.entries(query).map(([name, value]) => ({ name, value: String(value) })),
    days: dayOptions(form, view.today),
    roles: toOptions(visitorRoleNames),
    columns: asked.map(({ label, answers }) => ({ name: label, key: numbered(answers) })),
    units: byUnit(shown).map(({ name, doors }) => ({
      name,
      lines: doors.map((door, at) => ({
        ...toLine(door, asked, view, form),
        first: at > 0 && door.floorNo !== doors[at - 1].floorNo,
      })),
    })),
    about: `${shown.length} 户`,
    backLink: householdPaths.index(compound.code),
  };
}

function toLine(
  { id, roomNo, floorNo }: DoorLine,
  asked: readonly Asked[],
  { calls, today }: SheetView,
  form: FormState,
): Omit<SheetLine, 'first'> {
  const days = new Set([shownDay(form, today), today, addDays(today, -1)]);
  const lately = calls.filter(({ dwellingId, calledOn }) => dwellingId === id && days.has(calledOn));
  return {
    door: roomNo,
    floor: `${floorNo} 层`,
    recorded: lately.map((call) => recordedInWords(call, today)).join('；'),
    cells: asked.map(({ column, label, answers }) => {
      const typed = typedColumn(form, column).get(String(id)) ?? '';
      return {
        name: cellName(column, id),
        label: `${roomNo} ${label}`,
        options: Object.entries(answers).map(([value, words], at) => ({
          value,
          digit: String(at + 1),
          label: words,
          checked: value === typed,
        })),
      };
    }),
    note: { name: cellName('note', id), value: typedColumn(form, 'note').get(String(id)) ?? '' },
  };
}

/** The day of the form: typed by hand, tapped, else today. */
function shownDay({ values }: FormState, today: CalendarDate): CalendarDate {
  const [other, tapped] = [values.otherOn, values.calledOn];
  if (typeof other === 'string' && other) return other;
  return typeof tapped === 'string' && tapped ? tapped : today;
}

/** '今天已录：见到，改造 同意'. */
function recordedInWords({ calledOn, outcome, answers }: RecordedCall, today: CalendarDate): string {
  const day = calledOn === today ? '今天' : nearDay(calledOn, today);
  return `${day}已录：${[outcomeMarks[outcome].word, answersInWords(answers)].filter(Boolean).join('，')}`;
}

const emptyNote = ({ only }: SheetChoice): EmptyNote =>
  only === 'unreached'
    ? { text: '每一户都问到了，没有要再去的。选「全部门户」可以看整张表' }
    : { text: '门户名册里没有住宅。先在「楼栋门户」页按楼栋生成各户' };

function toChoose({ compound, doors, choice }: SheetView): EveningSheetPage['choose'] {
  const units = [...unitsOf(doors)].map(([value, label]) => ({ value, label }));
  const only = { all: '全部门户', unreached: '只要没到户的' };
  const order = { up: '从下往上', down: '从上往下' };
  return {
    action: householdPaths.sheet(compound.code),
    fields: [
      {
        name: 'unit',
        label: '单元',
        value: choice.unit || 'all',
        options: units.length > 1 ? [{ value: 'all', label: '全部单元' }, ...units] : units.slice(0, 0),
      },
      { name: 'questions', label: '问什么', value: choice.questions, options: toOptions(sheetKindNames) },
      { name: 'only', label: '哪些门户', value: choice.only, options: toOptions(only) },
      { name: 'order', label: '怎么走', value: choice.order, options: toOptions(order) },
    ].filter(({ options }) => options.length),
  };
}
