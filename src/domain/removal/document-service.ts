// How a paper reaches the person it is for, and from which day it counts: handed over, left behind with witnesses or
// pictures, posted, sent with signed consent, or announced, which counts only after 30 days (民事诉讼法(2023) §88–95;
// 行政处罚法 §61: within 7 working days of the decision). The name of the person is not kept, only the proof.
import type { Blocker } from '../kernel/blocker';
import { CalendarDate, dayInWords } from '../kernel/calendar-date';
import { periodEnd, WorkCalendar } from '../kernel/work-calendar';
import { ruleInWords, ruleOn, valueOn } from '../rules/rule-book';
import { byLaw, byOffice, remark } from './blocked';

/** In which way was it served? */
export type ServiceMethod = 'direct' | 'left' | 'post' | 'electronic' | 'announced';

export const serviceMethodNames: Record<ServiceMethod, string> = {
  direct: '直接送达',
  left: '留置送达',
  post: '邮寄送达',
  electronic: '电子送达',
  announced: '公告送达',
};

/** Which proof does each way ask for? */
export const serviceProofNames: Record<ServiceMethod, string> = {
  direct: '有签收的送达回证',
  left: '见证人签名，或留置过程的照片、录像',
  post: '邮件回执',
  electronic: '受送达人签字的同意书',
  announced: '公告张贴和刊登的照片',
};

/** How one paper was served; `servedOn` is the day it was handed over, received, or announced. */
export interface Service {
  method: ServiceMethod;
  servedOn: CalendarDate;
  /** How many scans or pictures prove it? */
  proofs: number;
}

/** From which day does it count as served? An announcement counts once its 30 days have passed. */
export function effectiveOn({ method, servedOn }: Service, calendar: WorkCalendar): CalendarDate {
  if (method !== 'announced') return servedOn;
  return periodEnd(calendar, servedOn, valueOn('removal.public-service-days', servedOn), 'calendar');
}

/** D11: does it count as served on this day? */
export function announcedServiceBlockers(
  service: Service,
  day: CalendarDate,
  calendar: WorkCalendar,
): Blocker[] {
  const from = effectiveOn(service, calendar);
  if (service.method !== 'announced' || day >= from) return [];
  const rule = ruleOn('removal.public-service-days', service.servedOn)!;
  const text = `公告送达要满 ${ruleInWords(rule)}：${dayInWords(service.servedOn)}公告，${dayInWords(from)}起才算送达，请到期后再办下一步`;
  return [byLaw('D11', text, rule.source)];
}

/** What speaks against writing this service down, of a paper of this day? */
export function serviceBlockers(
  { method, servedOn, proofs }: Service,
  issuedOn: CalendarDate,
  today: CalendarDate,
): Blocker[] {
  const found: Blocker[] = [];
  if (servedOn > today) {
    const text = `「送达日期」不能晚于今天 ${dayInWords(today)}，请在送达以后登记`;
    found.push(byOffice('service-future', text));
  }
  if (servedOn < issuedOn) {
    found.push(byOffice('service-early', `「送达日期」不能早于文书日期 ${dayInWords(issuedOn)}，请核对`));
  }
  if (proofs < 1) {
    const text = `${serviceMethodNames[method]}要有凭证，请上传${serviceProofNames[method]}`;
    found.push(byLaw('service-proof', text, '民事诉讼法 §88–95；行政处罚法 §61'));
  }
  return found;
}

/** Until when must a decision of this day be served? */
export const serviceDueOn = (issuedOn: CalendarDate, calendar: WorkCalendar): CalendarDate =>
  periodEnd(calendar, issuedOn, valueOn('removal.service-days', issuedOn), 'working');

/** Is it, or was it, served too late? Said and not held back: a late service still begins the periods. */
export function lateServiceWarnings(
  issuedOn: CalendarDate,
  service: Service | null,
  today: CalendarDate,
  calendar: WorkCalendar,
): Blocker[] {
  const dueOn = serviceDueOn(issuedOn, calendar);
  if ((service?.servedOn ?? today) <= dueOn) return [];
  const rule = ruleOn('removal.service-days', issuedOn)!;
  const said = service ? '送达晚了，请在案卷里写明原因' : '还没有送达，请尽快送达';
  return [
    remark(
      'service-late',
      `决定书要在 ${ruleInWords(rule)}内送达，${dayInWords(dueOn)}到期，${said}`,
      rule.source,
    ),
  ];
}
