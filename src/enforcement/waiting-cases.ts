import type { WaitingItem } from '../compounds/waiting-work';
import { CalendarDate, compareDates } from '../domain/kernel/calendar-date';
import type { WorkCalendar } from '../domain/kernel/work-calendar';
import { dueSteps } from '../domain/removal/due-steps';
import { withdrawalDueOn } from '../domain/removal/removal-publication';
import { structureNumber } from '../domain/removal/structure-kinds';
import { isOpenState } from '../domain/removal/structure-states';
import type { StructureRecord } from '../structures/structure.entities';
import { structurePaths } from '../structures/structures.paths';
import { CaseRecords, penaltyOf, toStatutoryCase } from './case-records';
import { enforcementPaths } from './enforcement.paths';

/** A structure with the name of its compound. */
type WaitingStructure = Pick<StructureRecord, 'id' | 'compoundId' | 'number' | 'kind' | 'state' | 'way'> & {
  where: string;
};

/** What somebody has to watch in the case of one structure: the first period to end, and what is to be taken down. */
export function toWaiting(
  structure: WaitingStructure,
  records: CaseRecords,
  { today, calendar }: { today: CalendarDate; calendar: WorkCalendar },
): WaitingItem[] {
  const { id, compoundId, number, where, state } = structure;
  const about = { kind: '执法', compoundId, where };
  const found: WaitingItem[] = [];
  const [first, ...more] = isOpenState(state)
    ? dueSteps(toStatutoryCase(structure, records), today, calendar)
    : [];
  if (first) {
    const others = more.length > 0 ? `，另有 ${more.length} 项` : '';
    found.push({
      ...about,
      what: `${structureNumber(number)}：${first.words}${others}`,
      why: '执法程序的法定期限',
      dueOn: first.dueOn,
      action: { label: '看案卷', link: structurePaths.show(id) },
    });
  }
  const penalty = penaltyOf(records);
  const dueOn = penalty && withdrawalDueOn(penalty, calendar);
  if (dueOn) {
    found.push({
      ...about,
      what: `${structureNumber(number)}：公开的决定已变更或撤销，还没有撤回公开`,
      why: '要按期撤回并说明（行政处罚法 §48）',
      dueOn,
      action: { label: '登记撤回', link: enforcementPaths.remedies(id) },
    });
  }
  return found;
}

/** The first due first; each has a day. */
export const byDueDay = (one: WaitingItem, other: WaitingItem): number =>
  compareDates(one.dueOn!, other.dueOn!);
