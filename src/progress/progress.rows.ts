import type { HeldItem, WrittenWindow } from '../domain/progress/known-stops';
import type { WorksBaseline } from '../domain/progress/baseline';
import type { ProgressItem } from '../domain/progress/progress-item';
import type { StopWindow } from '../domain/progress/stop-days';
import { WorkItemRecord } from '../works/work.entities';
import { StopWindowRecord, WorksBaselineRecord } from './progress.entities';

/** A frozen plan as the law sees it. */
export const toBaseline = (row: WorksBaselineRecord): WorksBaseline => {
  const { number: version, reason, setOn, weighing, items, quiet } = row;
  return { version, reason, setOn, weighing, items, quiet };
};

/** A written window as the law sees it. */
export const toStopWindow = ({ kind, fromOn, toOn, itemIds }: StopWindowRecord): StopWindow => ({
  ...{ kind, fromOn, toOn },
  itemIds: itemIds && itemIds.map(Number),
});

/** The same with its id. */
export const toWritten = (row: StopWindowRecord): WrittenWindow => ({ ...toStopWindow(row), id: row.id });

/** A frozen plan with the renovation it is of. */
export const toPlan = (row: WorksBaselineRecord) => ({
  ...{ renovationId: row.renovationId, setOn: row.setOn, baseline: toBaseline(row) },
});

/** An item as progress counts it. */
export const toProgressItem = (item: WorkItemRecord): ProgressItem => {
  const { id, line, name, measure, quantity, unit, contractFen, handShare, traits } = item;
  const { plannedStartOn, plannedFinishOn, predecessorId, state } = item;
  return {
    ...{ id, line, name, measure, quantity, unit, contractFen, handShare, traits },
    ...{ plannedStartOn, plannedFinishOn, predecessorId, isDropped: state === 'dropped' },
  };
};

/** An item as orders to stop hold it. */
export const toHeldItem = (
  { id, contractId, state }: WorkItemRecord,
  zones: readonly number[],
): HeldItem => ({
  ...{ id, contractId, zones, isDropped: state === 'dropped' },
});
