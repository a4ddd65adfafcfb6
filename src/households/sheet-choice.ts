import type { DoorLine } from '../compounds/doors.service';
import { unitInWords } from '../domain/compound/doors';
import { byUnit, fromTop } from '../domain/compound/doors-by-unit';
import { HouseholdQuestion, consentQuestions } from '../domain/meeting/household-questions';
import { isKeyOf } from '../platform/web/options';
import { HouseholdRecords, householdsOf } from './households.desk';
import type { SheetQuery } from './households.paths';

/** What is asked on one evening: the three answers of consent, or one of the later questions. */
type SheetKind = 'consent' | 'satisfaction' | 'gate-card';

export const sheetKindNames: Record<SheetKind, string> = {
  consent: '改造、拆违、物业费',
  satisfaction: '满意度',
  'gate-card': '门禁卡',
};

/** Which doors, which questions, from which floor: the same for the print and for what is typed back. */
export interface SheetChoice {
  /** '3-1': building and unit; '' for the whole compound. */
  unit: string;
  questions: SheetKind;
  only: 'all' | 'unreached';
  order: 'up' | 'down';
}

/** The questions of a kind of sheet. */
export const questionsOf = (kind: SheetKind): readonly HouseholdQuestion[] =>
  kind === 'consent' ? consentQuestions : [kind];

/** Building and unit of a door, as an address says it. */
const unitKey = ({ buildingId, unitNo }: Pick<DoorLine, 'buildingId' | 'unitNo'>): string =>
  `${buildingId}-${unitNo}`;

/** The units of a compound in walking order, by key. */
export const unitsOf = (doors: readonly DoorLine[]): Map<string, string> =>
  new Map(householdsOf(doors).map((door) => [unitKey(door), unitInWords(door)]));

/** Above so many doors a sheet shows one unit at a time, unless another part is asked for. */
const mostAtOnce = 60;

/** What an address asks for; what cannot be read or is left out is the usual: everything of consent, from below. */
export function readChoice(query: SheetQuery, doors: readonly DoorLine[]): SheetChoice {
  const units = unitsOf(doors);
  const [first] = units.keys();
  const usual = householdsOf(doors).length > mostAtOnce ? (first ?? '') : '';
  const [unit, questions, only, order] = [query.unit, query.questions, query.only, query.order].map(asText);
  return {
    unit: unit === 'all' ? '' : units.has(unit) ? unit : usual,
    questions: isKeyOf(sheetKindNames, questions) ? questions : 'consent',
    only: only === 'unreached' ? 'unreached' : 'all',
    order: order === 'down' ? 'down' : 'up',
  };
}

/** An address may name a thing twice; then it says nothing. */
const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A choice as an address says it. */
export const asQuery = ({ unit, questions, only, order }: SheetChoice): SheetQuery => ({
  unit: unit || 'all',
  questions,
  only,
  order,
});

/** The doors of a sheet in the order in which the evening goes; on the way down the top floor of each unit is first. */
export function sheetDoors(
  { doors, standings }: Pick<HouseholdRecords, 'doors' | 'standings'>,
  { unit, questions, only, order }: SheetChoice,
): DoorLine[] {
  const isOpen = ({ id }: DoorLine) => {
    const standing = standings.get(id);
    return questions === 'consent' ? !standing?.reached : !standing?.answers[questions];
  };
  const chosen = householdsOf(doors)
    .filter((door) => unit === '' || unitKey(door) === unit)
    .filter((door) => only === 'all' || isOpen(door));
  return order === 'up' ? chosen : fromAbove(chosen);
}

/** The floors of each unit turned round; the units, and the doors of a floor, keep their order. */
const fromAbove = (doors: readonly DoorLine[]): DoorLine[] =>
  byUnit(doors).flatMap((unit) => fromTop(unit.doors).flatMap((floor) => floor.doors));
