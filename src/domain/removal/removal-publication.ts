// What of a removal is published: nothing that points at a household, and no penalty that was changed or revoked (D17, D18
// of domain reference §3.5; 个人信息保护法 §25; 行政处罚法 §48).
import { redact, redactionNames } from '../disclosure/redaction';
import type { Blocker } from '../kernel/blocker';
import { CalendarDate, dayInWords, daysBetween } from '../kernel/calendar-date';
import { addWorkdays, WorkCalendar } from '../kernel/work-calendar';
import { ruleInWords, ruleOn, valueOn } from '../rules/rule-book';
import { byLaw, remark } from './blocked';

/** D17: does a text that is to be published point at a household? Work phones that are published anyway may stay; names
 * cannot be recognised: a person looks besides. */
export function publicationBlockers(text: string, phones: readonly string[] = []): Blocker[] {
  const { found } = redact(text, { phones });
  if (found.length === 0) return [];
  const what = found.map(({ kind, count }) => `${redactionNames[kind]} ${count} 处`).join('、');
  const mend = '请改成「位置、面积、方式」的说法，再公布';
  return [byLaw('D17', `要公布的文字里有${what}，${mend}`, '个人信息保护法 §25')];
}

/** A decision that says a penalty and was published: when, and what became of it. */
export interface PublishedPenalty {
  publishedOn: CalendarDate | null;
  changedOn: CalendarDate | null;
  withdrawnOn: CalendarDate | null;
}

/** D18: by which day must it be taken down? null where nothing was published, nothing was changed, or it is down. */
export const withdrawalDueOn = (
  { publishedOn, changedOn, withdrawnOn }: PublishedPenalty,
  calendar: WorkCalendar,
): CalendarDate | null =>
  publishedOn !== null && changedOn !== null && withdrawnOn === null
    ? addWorkdays(calendar, changedOn, valueOn('removal.revoked-penalty-days', changedOn))
    : null;

/** D18: is it taken down, or what is there to do? */
export function withdrawalWarnings(
  penalty: PublishedPenalty,
  today: CalendarDate,
  calendar: WorkCalendar,
): Blocker[] {
  const dueOn = withdrawalDueOn(penalty, calendar);
  if (dueOn === null) return [];
  const rule = ruleOn('removal.revoked-penalty-days', penalty.changedOn!)!;
  const said =
    today > dueOn ? `已过期 ${daysBetween(dueOn, today)} 天，请立即撤回` : `请在 ${dayInWords(dueOn)}前撤回`;
  return [
    remark('D18', `公布的决定已变更或撤销，要在 ${ruleInWords(rule)}内撤回并说明，${said}`, rule.source),
  ];
}
