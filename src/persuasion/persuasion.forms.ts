import {
  Attitude,
  PersuaderRole,
  VisitTime,
  attitudeNames,
  persuaderRoleNames,
  persuasionLimit,
  visitTimeNames,
} from '../domain/removal/persuasion';
import { Choice, Day, OnceKey, Text, Tick, Version } from '../platform/web/fields';
import { Choices } from '../platform/web/list-fields';
import { keysOf } from '../platform/web/options';

const said = (label: string) => Text({ label, max: persuasionLimit, multiline: true, optional: true });

/** One visit, typed at the door. */
export class VisitForm {
  @Choice({ label: '态度', of: keysOf(attitudeNames) }) attitude: Attitude;
  @said('诉求') asked?: string;
  @said('承诺') promised?: string;
  @Day({ label: '承诺拆除日期', optional: true }) promisedOn?: string;
  @Tick() pictureShown: boolean;
  @Day({ label: '走访日期' }) visitedOn: string;
  @Choice({ label: '时段', of: keysOf(visitTimeNames) }) time: VisitTime;
  @Choices({ label: '走访人', of: keysOf(persuaderRoleNames) }) visitors: PersuaderRole[];
  /** Which button was pressed: back to the round, or on to the case. */
  @Tick() next: boolean;
  @OnceKey() onceKey: string;
}

/** A visit that was written down by mistake. */
export class VisitWithdrawalForm {
  @Text({ label: '作废原因', max: 500, multiline: true }) reason: string;
  @Version() version: number;
}
