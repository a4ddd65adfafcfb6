// A removal day with several agencies (集中拆除行动): what is checked when it is planned, on the morning itself, and for the
// result of each structure. Case C6: six agencies removed five dangerous buildings together (domain reference §3.5 D02,
// D14; house rules on safety plan and agencies).
import type { Blocker } from '../kernel/blocker';
import { CalendarDate, dayInWords } from '../kernel/calendar-date';
import type { WorkCalendar } from '../kernel/work-calendar';
import { byOffice, remark } from './blocked';
import { forcedTrackBlockers } from './forced-removal';
import type { Agency } from './removal-agencies';
import { hourBlockers, hoursBlockers, RemovalHours } from './removal-hours';
import { WeatherCheck, weatherBlockers } from './removal-rules';
import type { RemovalWay } from './removal-ways';
import { recordOf, StatutoryCase } from './statutory-case';
import { structureNumber } from './structure-kinds';
import { StructureState, structureStateNames } from './structure-states';

/** Where does an operation stand? */
export type OperationState = 'planned' | 'carried-out' | 'cancelled';

export const operationStateNames: Record<OperationState, string> = {
  planned: '已安排',
  'carried-out': '已实施',
  cancelled: '已取消',
};

/** A structure in it; `number` is its number in the compound, `blockers` what speaks against its way on the day. */
export interface OperationStructure {
  id: number;
  number: number;
  compoundId: number;
  state: StructureState;
  way: RemovalWay;
  blockers: readonly Blocker[];
  /** Another planned operation it is in; one structure is cleared on one day. */
  takenBy?: { name: string; on: CalendarDate };
}

/** How many structures may one operation have? More do not fit the form of its results. */
export const mostStructures = 30;

/** In which way can an operation take this structure? As agreed, or by force where that route is open; else null. */
export const operationWay = (
  structure: { state: StructureState; way: RemovalWay | null },
  isForceOpen: boolean,
): RemovalWay | null => {
  if (structure.state === 'agreed') return structure.way;
  return structure.state === 'standing' && isForceOpen ? 'forced' : null;
};

/** Is the forced route of this case so far that a removal day can be set for it? The enforcement is decided on paper. */
export const isForceDecided = (known: StatutoryCase): boolean =>
  forcedTrackBlockers(known).length === 0 && recordOf(known, 'enforcement-decided') !== undefined;

/** An operation as it is planned. */
export interface OperationPlan {
  compoundId: number;
  hours: RemovalHours;
  agencies: readonly Agency[];
  structures: readonly OperationStructure[];
  /** Scans of the safety plan. */
  safetyPlans: number;
  emergency: string;
}

/** What speaks against planning it like this? */
export function operationPlanBlockers(
  plan: OperationPlan,
  today: CalendarDate,
  calendar: WorkCalendar,
): Blocker[] {
  const found: Blocker[] = [];
  if (plan.hours.on < today) {
    found.push(
      byOffice('operation-past', `「行动日期」不能早于今天 ${dayInWords(today)}，已拆除的请逐处登记`),
    );
  }
  found.push(...structuresBlockers(plan), ...agenciesBlockers(plan));
  return [...found, ...operationHourBlockers(plan, calendar)];
}

/** What speaks against writing its results down today? Its day must have come. */
export const operationEarlyBlockers = (
  { hours }: Pick<OperationPlan, 'hours'>,
  today: CalendarDate,
): Blocker[] =>
  hours.on > today
    ? [
        byOffice(
          'operation-early',
          `行动定在 ${dayInWords(hours.on)}，请在当天或以后登记结果，改期请先修改安排`,
        ),
      ]
    : [];

/** What speaks against carrying it out on its day? Everything of the plan, the papers, the weather, the safety plan. */
export function operationStartBlockers(
  plan: OperationPlan,
  weather: WeatherCheck | null,
  today: CalendarDate,
  calendar: WorkCalendar,
): Blocker[] {
  const { hours, safetyPlans } = plan;
  const found: Blocker[] = operationEarlyBlockers(plan, today);
  found.push(
    ...structuresBlockers(plan),
    ...agenciesBlockers(plan),
    ...operationHourBlockers(plan, calendar),
  );
  if (safetyPlans < 1)
    found.push(byOffice('operation-safety', '请上传安全方案（警戒、断电断气确认、救护、清场）'));
  found.push(...weatherBlockers(weather, hours.on));
  return [...found, ...paperBlockers(plan)];
}

/** One line of the checklist before it begins. */
export interface OperationCheck {
  check: 'structures' | 'agencies' | 'hours' | 'safety-plan' | 'weather';
  name: string;
  blockers: Blocker[];
}

/** The checklist of the morning, line by line. */
export const operationChecks = (
  plan: OperationPlan,
  weather: WeatherCheck | null,
  calendar: WorkCalendar,
): OperationCheck[] => [
  {
    check: 'structures',
    name: '拆除对象和手续',
    blockers: [...structuresBlockers(plan), ...paperBlockers(plan)],
  },
  { check: 'agencies', name: '参加单位', blockers: agenciesBlockers(plan) },
  { check: 'hours', name: '日期和时间', blockers: operationHourBlockers(plan, calendar) },
  {
    check: 'safety-plan',
    name: '安全方案',
    blockers: plan.safetyPlans > 0 ? [] : [byOffice('operation-safety', '请上传安全方案')],
  },
  { check: 'weather', name: '风力和重污染预警', blockers: weatherBlockers(weather, plan.hours.on) },
];

/** What is said along with a plan: who is usually there and is not. */
export const operationWarnings = ({ agencies, structures }: OperationPlan): Blocker[] =>
  structures.some(({ way }) => way === 'forced') && !agencies.includes('police')
    ? [remark('operation-police', '有强制拆除，一般请公安到场维持秩序，请确认')]
    : [];

function structuresBlockers({ structures, compoundId }: OperationPlan): Blocker[] {
  const found: Blocker[] = [];
  if (structures.length === 0) {
    found.push(byOffice('operation-empty', '请选择要拆除的对象，至少一处'));
  }
  if (structures.length > mostStructures) {
    const text = `一次行动最多 ${mostStructures} 处，现在选了 ${structures.length} 处，请分成几次安排`;
    found.push(byOffice('operation-many', text));
  }
  if (structures.some((one) => one.compoundId !== compoundId)) {
    found.push(byOffice('operation-foreign', '选择的对象里有别的楼院的，请只选本楼院的'));
  }
  if (new Set(structures.map(({ id }) => id)).size < structures.length) {
    found.push(byOffice('operation-twice', '同一处只选一次'));
  }
  for (const { number, state, way, takenBy } of structures) {
    if (takenBy) {
      const text = `${structureNumber(number)}已在 ${dayInWords(takenBy.on)}的「${takenBy.name}」里，请先从那次行动中去掉`;
      found.push(byOffice('operation-taken', text));
    }
    const wanted: StructureState = way === 'forced' ? 'standing' : 'agreed';
    if (state !== wanted) {
      const mend = way === 'forced' ? '强制拆除的应为' : '自行拆除、助拆的请先登记同意，应为';
      const text = `${structureNumber(number)}现在是「${structureStateNames[state]}」，${mend}「${structureStateNames[wanted]}」`;
      found.push(byOffice('operation-state', text));
    }
  }
  return found;
}

const paperBlockers = ({ structures }: OperationPlan): Blocker[] =>
  structures.flatMap(({ number, blockers }) =>
    blockers.map((one) => ({ ...one, text: `${structureNumber(number)}：${one.text}` })),
  );

function agenciesBlockers({ agencies, structures }: OperationPlan): Blocker[] {
  const found: Blocker[] = [];
  if (!agencies.includes('street')) {
    found.push(byOffice('operation-agencies', '请选择参加单位，街道办事处要到场'));
  }
  if (structures.some(({ way }) => way === 'forced') && !agencies.includes('city-management')) {
    found.push(byOffice('operation-agencies', '有强制拆除，城管执法要到场，请补充参加单位'));
  }
  return found;
}

function operationHourBlockers(
  { hours, structures, emergency }: OperationPlan,
  calendar: WorkCalendar,
): Blocker[] {
  const wrong = hoursBlockers(hours);
  if (wrong.length > 0) return wrong;
  const strictest = (['forced', 'assisted'] as const).find((way) =>
    structures.some((one) => one.way === way),
  );
  return hourBlockers(strictest ?? 'voluntary', hours, calendar, emergency);
}
