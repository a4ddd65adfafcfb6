// One dig only (一次开挖，集体埋管): who opens the ground, where and when, and what covers it afterwards. The utilities whose
// lines lie there are asked before, so that they join the dig or say when they dig by themselves (case C3; domain reference
// §1.3 G4; the list of the utilities is a setting of the house).
import type { Blocker } from '../kernel/blocker';
import { addDays, CalendarDate, dayInWords } from '../kernel/calendar-date';
import type { RenovationState } from '../renovation/stages';
import { valueOn } from '../rules/rule-book';
import { byOffice, worksOverBlockers } from './blocked';

/** Whose line lies in the ground? */
export type Utility = 'drainage' | 'water' | 'gas' | 'heat' | 'power' | 'telecom';

/** What is each called? */
export const utilityNames: Record<Utility, string> = {
  drainage: '雨污排水',
  water: '供水',
  gas: '燃气',
  heat: '供热',
  power: '供电',
  telecom: '通信',
};

export const utilities = Object.keys(utilityNames) as Utility[];

/** What can a utility answer? */
export type UtilityAnswer = 'joins' | 'digs-itself' | 'nothing';

/** What is each answer called? */
export const utilityAnswerNames: Record<UtilityAnswer, string> = {
  joins: '一起开挖',
  'digs-itself': '自己开挖',
  nothing: '地下没有要动的管线',
};

/** What a utility was asked and what it said; `zones` are those it digs in by itself, none for the whole compound. */
export interface UtilityRequest {
  utility: Utility;
  askedOn: CalendarDate;
  answeredOn: CalendarDate | null;
  answer: UtilityAnswer | null;
  fromOn: CalendarDate | null;
  untilOn: CalendarDate | null;
  zones: readonly number[];
}

/** A work item as far as the ground is concerned: it opens it, or covers it. */
export interface GroundItem {
  id: number;
  name: string;
  work: 'digs' | 'covers';
  /** Whose line it lays; null where it lays none. */
  utility: Utility | null;
  zones: readonly number[];
  fromOn: CalendarDate;
  untilOn: CalendarDate;
}

/** The ground is open here on these days: by an item of the works, or by a utility that digs by itself. */
export interface Opening extends Pick<GroundItem, 'name' | 'utility' | 'zones' | 'fromOn' | 'untilOn'> {
  /** null where a utility digs by itself. */
  itemId: number | null;
}

/** Every time the ground is opened, by its first day; a utility that named no zone digs in all of them. */
export function openingsOf(
  items: readonly GroundItem[],
  requests: readonly UtilityRequest[],
  allZones: readonly number[],
): Opening[] {
  const own = items
    .filter(({ work }) => work === 'digs')
    .map(({ id, name, utility, zones, fromOn, untilOn }): Opening => {
      return { itemId: id, name, utility, zones, fromOn, untilOn };
    });
  const theirs = requests.flatMap(({ utility, answer, fromOn, untilOn, zones }): Opening[] =>
    answer === 'digs-itself' && fromOn !== null && untilOn !== null
      ? [
          {
            ...{ itemId: null, name: `${utilityNames[utility]}单位自己开挖`, utility, fromOn, untilOn },
            zones: zones.length > 0 ? zones : allZones,
          },
        ]
      : [],
  );
  return [...own, ...theirs].sort(
    (one, other) => one.fromOn.localeCompare(other.fromOn) || one.name.localeCompare(other.name),
  );
}

/** What speaks against writing down that a utility was asked, or what it answered? */
export function utilityRequestBlockers(
  request: UtilityRequest,
  { renovation, openedOn, zones }: DigPlace,
  today: CalendarDate,
): Blocker[] {
  const { utility, askedOn, answeredOn, answer, fromOn, untilOn } = request;
  const found = worksOverBlockers(renovation);
  const against = (code: string, text: string) => found.push(byOffice(`dig-${code}`, text));
  if (!utilities.includes(utility)) against('utility', '请从列出的管线单位里选择');
  if (askedOn > today) against('asked', '「征询日期」不能晚于今天，发出后再填');
  if (askedOn < openedOn) against('asked', `「征询日期」不能早于改造立项 ${dayInWords(openedOn)}，请核对`);
  if (answer !== null && answeredOn === null) against('answered', '请填写「答复日期」');
  if (answer === null && answeredOn !== null) against('answer', '填了答复日期，请选「答复」');
  if (answeredOn !== null && answeredOn > today) against('answered', '「答复日期」不能晚于今天');
  if (answeredOn !== null && answeredOn < askedOn) {
    against('answered', `「答复日期」不能早于征询日期 ${dayInWords(askedOn)}`);
  }
  if (answer === 'digs-itself' && (fromOn === null || untilOn === null)) {
    against('days', '自己开挖的，请填写从哪一天到哪一天');
  }
  if (answer !== 'digs-itself' && (fromOn !== null || untilOn !== null)) {
    against('days', '只有自己开挖的才填开挖日期，请改选「自己开挖」或清空日期');
  }
  if (fromOn !== null && untilOn !== null && untilOn < fromOn) {
    against('order', `「开挖到」不能早于开始的 ${dayInWords(fromOn)}`);
  }
  if (request.zones.some((zone) => !zones.includes(zone))) {
    against('zone', '选择的区域里有别处的，请只选这次改造的');
  }
  return found;
}

/** Where the utilities are asked: the state of the renovation, the day it was opened, its zones. */
export interface DigPlace {
  renovation: RenovationState;
  openedOn: CalendarDate;
  zones: readonly number[];
}

/** What speaks against asking this utility once more? Each is asked once for a renovation. */
export const askedBeforeBlockers = (
  utility: Utility,
  known: readonly Pick<UtilityRequest, 'utility'>[],
): Blocker[] =>
  known.some((one) => one.utility === utility)
    ? [byOffice('dig-asked-before', `${utilityNames[utility]}单位已经登记过征询，请在它那一行里修改`)]
    : [];

/** By which day should a utility have answered? */
export const utilityAnswerDueOn = ({ askedOn }: Pick<UtilityRequest, 'askedOn'>): CalendarDate =>
  addDays(askedOn, valueOn('works.dig-answer-days', askedOn));
