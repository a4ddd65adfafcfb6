import { exactArea } from '../domain/kernel/area';
import { dayInWords } from '../domain/kernel/calendar-date';
import type { OperationOutcome } from '../domain/removal/operation-outcome';
import { operationOutcomeNames } from '../domain/removal/operation-outcome';
import { agencyNames } from '../domain/removal/removal-agencies';
import { OperationState, operationStateNames } from '../domain/removal/removal-operation';
import { RemovalWay, removalWayNames } from '../domain/removal/removal-ways';
import { structureNumber } from '../domain/removal/structure-kinds';
import type { StatusMark } from '../platform/web/figures';
import type { StructureRecord } from '../structures/structure.entities';
import type { OperationRecord } from './operation.entities';
import { agenciesOf } from './operation-standing';

const marks: Record<OperationState, StatusMark['state']> = {
  planned: 'doing',
  'carried-out': 'done',
  cancelled: 'idle',
};

/** Where an operation stands; one whose day is over and whose result is missing is late by so many days. */
export const operationMark = (state: OperationState, daysOver = 0): StatusMark =>
  state === 'planned' && daysOver > 0
    ? { state: 'late', word: `过了 ${daysOver} 天，还没有结果` }
    : { state: marks[state], word: operationStateNames[state] };

const outcomeStates: Record<OperationOutcome, StatusMark['state']> = {
  removed: 'done',
  partly: 'doing',
  'not-removed': 'idle',
};

/** What came of a structure. */
export const outcomeMark = (outcome: OperationOutcome): StatusMark => ({
  state: outcomeStates[outcome],
  word: operationOutcomeNames[outcome],
});

/** '2026年5月18日 08:00 至 11:30'. */
export const operationTime = ({
  happensOn,
  fromTime,
  toTime,
}: Pick<OperationRecord, 'happensOn' | 'fromTime' | 'toTime'>): string =>
  `${dayInWords(happensOn)} ${fromTime} 至 ${toTime}`;

/** '街道办事处、城管执法'. */
export const agenciesInWords = (operation: Pick<OperationRecord, 'agencies'>): string =>
  agenciesOf(operation)
    .map((agency) => agencyNames[agency])
    .join('、');

/** '15.00 ㎡'; '—' for what covers no ground. */
export const areaOrDash = (area: number | null): string => (area === null ? '—' : exactArea(area));

/** '第 3 处 院门东侧 15.00 ㎡ 助拆（申请拆除）', with wide blanks. */
export const structureInWords = (
  { number, place, area }: Pick<StructureRecord, 'number' | 'place' | 'area'>,
  way: RemovalWay,
): string => [structureNumber(number), place, areaOrDash(area), removalWayNames[way]].join('　');
