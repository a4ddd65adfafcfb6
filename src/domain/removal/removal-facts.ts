// What the removal says to the gates (domain reference §1.3 G9): is the first area of the works clear, and is every
// structure removed, retained or left out with its document? Silent while nothing was registered, so that a dated
// milestone is believed.
import { CalendarDate, dayInWords, latestOf } from '../kernel/calendar-date';
import type { Fact } from '../renovation/facts';
import {
  isClosedState,
  isCounted,
  StructureState,
  structureStateNames,
  structureStates,
} from './structure-states';
import { isZoneClear, ZoneStructure } from './work-zones';

/** A structure as the gates see it; `closedOn` is the day of its last step where it is closed. */
export interface GateStructure extends ZoneStructure {
  closedOn: CalendarDate | null;
}

/** The facts of the removal; `firstZone` is where the works begin, null while nobody has said so. */
export function removalFacts(
  structures: readonly GateStructure[],
  firstZone: number | null,
  link: string,
): Fact[] {
  const counted = structures.filter(({ state }) => isCounted(state));
  if (counted.length === 0) return [];
  return [
    { code: 'removal.first-area-clear', ...firstAreaFact(counted, firstZone), link },
    { code: 'removal.all-closed', ...allClosedFact(counted), link },
  ];
}

type Said = Pick<Fact, 'state' | 'detail' | 'on'>;

function firstAreaFact(structures: readonly GateStructure[], firstZone: number | null): Said {
  if (firstZone === null) return { state: 'missing', detail: '还没有选定首个施工区域，请在拆违清障页选定' };
  const inZone = structures.filter(({ zones }) => zones.includes(firstZone));
  if (inZone.length === 0) return { state: 'met', detail: '首个施工区域没有登记违建和障碍' };
  const open = inZone.filter(({ state }) => !isClosedState(state)).length;
  if (!isZoneClear(firstZone, structures)) {
    return { state: 'missing', detail: `首个施工区域还有 ${open} 处没有拆除复核或划出范围` };
  }
  const on = latestOf(...inZone.map(({ closedOn }) => closedOn));
  return { state: 'met', detail: `首个施工区域 ${inZone.length} 处都已处理${daySaid(on)}`, on };
}

function allClosedFact(structures: readonly GateStructure[]): Said {
  const open = structures.filter(({ state }) => !isClosedState(state));
  if (open.length > 0) {
    const detail = `登记 ${structures.length} 处，还有 ${open.length} 处没有处理完：${byState(open)}`;
    return { state: 'missing', detail };
  }
  const on = latestOf(...structures.map(({ closedOn }) => closedOn));
  return { state: 'met', detail: `登记 ${structures.length} 处：${byState(structures)}${daySaid(on)}`, on };
}

const daySaid = (on: CalendarDate | undefined): string => (on ? `，${dayInWords(on)}处理完` : '');

const byState = (structures: readonly { state: StructureState }[]): string =>
  structureStates
    .map((state) => [state, structures.filter((one) => one.state === state).length] as const)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${structureStateNames[state]} ${count} 处`)
    .join('、');
