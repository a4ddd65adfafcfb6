// May the name and phone of a contact be shown to everybody? Only with the day on which that person agreed
// (个人信息保护法 §25; domain reference §2.1).
import { Blocker, houseRule } from '../kernel/blocker';
import { CalendarDate } from '../kernel/calendar-date';

/** What speaks against keeping a contact so? */
export function consentBlockers(
  { mayPublish, consentOn }: { mayPublish: boolean; consentOn?: CalendarDate },
  today: CalendarDate,
): Blocker[] {
  if (mayPublish && !consentOn) {
    return [houseRule('contact.consent', '公开称呼和电话前，请填写本人同意的日期')];
  }
  if (consentOn && consentOn > today) {
    return [houseRule('contact.consent', '「本人同意公开的日期」不能晚于今天')];
  }
  return [];
}
