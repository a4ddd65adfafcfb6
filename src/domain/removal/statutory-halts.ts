// What halts a statutory case beside its steps: 中止 while hardship, a claim of a third person or harm that cannot be
// mended is open (after three years without going on it ends), 终结 when there is nothing left to enforce, and 执行协议,
// which holds as long as it is kept (行政强制法 §39, §40, §42; domain reference §3.4).
import type { Blocker } from '../kernel/blocker';
import { addDays, CalendarDate, dayInWords } from '../kernel/calendar-date';
import { ruleInWords, ruleOn, valueOn } from '../rules/rule-book';
import { byLaw, byOffice } from './blocked';
import { addMonths } from './periods';

/** What kind of halt? */
export type HaltKind = 'suspended' | 'terminated' | 'agreement';

export const haltKindNames: Record<HaltKind, string> = {
  suspended: '中止执行',
  terminated: '终结执行',
  agreement: '执行协议',
};

/** Which paragraph does each stand on? */
export const haltSources: Record<HaltKind, string> = {
  suspended: '行政强制法 §39',
  terminated: '行政强制法 §40',
  agreement: '行政强制法 §42',
};

/** One halt; `endedOn` is the day the case went on again: the reason fell away, or the agreement was broken. */
export interface Halt {
  kind: HaltKind;
  fromOn: CalendarDate;
  endedOn: CalendarDate | null;
  reason: string;
}

/** The day from which a suspension that never ended counts as the end of the case. */
export const suspensionEndsOn = ({ fromOn }: Pick<Halt, 'fromOn'>): CalendarDate =>
  addDays(addMonths(fromOn, valueOn('removal.suspension-months', fromOn)), 1);

/** Does a halt hold on this day, and which? A termination never ends. */
export const haltOn = (halts: readonly Halt[], day: CalendarDate): Halt | undefined =>
  halts.find(
    ({ kind, fromOn, endedOn }) =>
      fromOn <= day && (kind === 'terminated' || endedOn === null || day < endedOn),
  );

/** What speaks against going on with the case on this day? */
export function haltBlockers(halts: readonly Halt[], day: CalendarDate): Blocker[] {
  const halt = haltOn(halts, day);
  if (!halt) return [];
  const from = dayInWords(halt.fromOn);
  const words: Record<HaltKind, string> = {
    suspended:
      day >= suspensionEndsOn(halt)
        ? `${from}中止后满 ${ruleInWords(ruleOn('removal.suspension-months', halt.fromOn)!)}没有恢复，不再执行，请登记终结`
        : `${from}起中止执行，请等中止的原因消除并登记恢复后再办`,
    terminated: `${from}已终结执行，不能再办强制拆除`,
    agreement: `${from}签了执行协议，履行期间不能强制，当事人不履行时请先登记再恢复`,
  };
  return [byLaw(`halt-${halt.kind}`, words[halt.kind], haltSources[halt.kind])];
}

/** What speaks against force on a day before a halt that still holds? What was halted then had not been removed. */
export function laterHaltBlockers(halts: readonly Halt[], day: CalendarDate): Blocker[] {
  const later = halts.find(
    ({ kind, fromOn, endedOn }) => fromOn > day && (kind === 'terminated' || endedOn === null),
  );
  if (!later) return [];
  const text = `${dayInWords(later.fromOn)}登记了${haltKindNames[later.kind]}，那时还没有拆除，拆除日期请核对`;
  return [byLaw(`halt-${later.kind}`, text, haltSources[later.kind])];
}

/** What speaks against writing this halt down? */
export function haltDraftBlockers(draft: Halt, halts: readonly Halt[], today: CalendarDate): Blocker[] {
  const found: Blocker[] = [];
  const against = (code: string, text: string) => found.push(byOffice(`halt-${code}`, text));
  if (draft.fromOn > today) against('future', `日期不能晚于今天 ${dayInWords(today)}`);
  if (!draft.reason.trim()) against('reason', `请写明${haltKindNames[draft.kind]}的原因和依据`);
  if (draft.endedOn !== null && (draft.endedOn < draft.fromOn || draft.endedOn > today)) {
    against('ended', `「恢复日期」要在 ${dayInWords(draft.fromOn)} 和今天之间`);
  }
  const other = haltOn(halts, draft.fromOn);
  if (other && draft.kind !== 'terminated') {
    against('open', `${dayInWords(other.fromOn)}的${haltKindNames[other.kind]}还没有结束，请先登记恢复`);
  }
  return found;
}

/** What speaks against the case going on from this day? A termination is final; one written down by mistake is taken back. */
export function haltEndBlockers(halt: Halt, endedOn: CalendarDate | null, today: CalendarDate): Blocker[] {
  const against = (code: string, text: string) => [byOffice(`halt-${code}`, text)];
  if (halt.kind === 'terminated') return against('final', '终结执行以后不能恢复，登记有误的请选「记错了」');
  if (halt.endedOn !== null) return against('over', `${dayInWords(halt.endedOn)}已经恢复，不用再登记`);
  if (endedOn === null) return against('ended', '请填写「恢复日期」');
  if (endedOn < halt.fromOn || endedOn > today) {
    return against('ended', `「恢复日期」要在 ${dayInWords(halt.fromOn)} 和今天之间`);
  }
  return [];
}
