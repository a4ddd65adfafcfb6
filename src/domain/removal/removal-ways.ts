// The three ways to remove and what each asks for: by themselves, by the office at their written request, by force at the
// end of the statutory steps (domain reference §3.3). Without a signed paper an assisted removal would be a forced one.
import type { Blocker } from '../kernel/blocker';
import type { CalendarDate } from '../kernel/calendar-date';
import { dayInWords } from '../kernel/calendar-date';
import type { WorkCalendar } from '../kernel/work-calendar';
import { byLaw, byOffice, remark } from './blocked';
import { forcedBlockers, forcedTrackBlockers } from './forced-removal';
import { utilitiesBlockers } from './forced-rules';
import { hardshipBlockers } from './removal-care';
import type { StatutoryCase } from './statutory-case';
import { ownershipBlockers, StructureSheet } from './structure';

/** Who takes it down, and on what ground? */
export type RemovalWay = 'voluntary' | 'assisted' | 'forced';

export const removalWayNames: Record<RemovalWay, string> = {
  voluntary: '自行拆除',
  assisted: '助拆（申请拆除）',
  forced: '强制拆除',
};

/** Which papers belong to each way? */
export const removalWayPapers: Record<RemovalWay, readonly string[]> = {
  voluntary: ['告知书', '承诺书（签字）', '拆除前后照片', '复核单'],
  assisted: ['申请拆除书或委托拆除协议（签字）', '身份核对', '安全交底', '物品交接单'],
  forced: ['完整的执法案卷', '执行笔录', '物品清单', '全过程录像', '见证人签名'],
};

/** What the person put their name to; the paper is kept, the name is not. */
export interface SignedConsent {
  signedOn: CalendarDate;
  /** Was it checked that whoever signed is the person concerned? */
  identityChecked: boolean;
  /** By which day shall it be gone? */
  removeByOn: CalendarDate | null;
  /** Scans of the paper on file. */
  files: number;
}

/** Everything the choice of a way is judged by. */
export interface WayFacts {
  sheet: Pick<StructureSheet, 'kind' | 'ownership' | 'isOccupied' | 'isSoleHome'>;
  consent: SignedConsent | null;
  /** Hardship or serious illness in the home: yes or no, nothing else is kept. */
  hasHardship: boolean;
  /** Did the street manager sign that the people are cared for? */
  careSignedOff: boolean;
  cutsUtilities: boolean;
  statutory: StatutoryCase;
}

/** D09: is there a signed request or agreement, and was it checked who signed? */
export function assistedConsentBlockers(consent: SignedConsent | null, day: CalendarDate): Blocker[] {
  const source = '行政强制法 §43、§44';
  const against = (text: string) => byLaw('D09', text, source);
  if (!consent) return [against('助拆要有当事人签字的申请书或委托协议，请先签字并登记')];
  const found: Blocker[] = [];
  if (consent.files < 1) found.push(against('还没有签字文书的扫描件，请上传申请书或委托协议'));
  if (!consent.identityChecked) found.push(against('还没有核对签字人身份，请核对后勾选「已核对」'));
  if (consent.signedOn > day) {
    found.push(against(`文书 ${dayInWords(consent.signedOn)}才签字，请在签字以后拆除`));
  }
  return found;
}

/** What speaks against agreeing with the person on this way? Force is never agreed on. */
export function agreementBlockers(
  way: RemovalWay,
  consent: SignedConsent | null,
  today: CalendarDate,
): Blocker[] {
  if (way === 'forced') return [byOffice('way', '强制拆除不是协商的方式，请选自行拆除或助拆')];
  const found: Blocker[] = way === 'assisted' ? assistedConsentBlockers(consent, today) : [];
  if (way === 'voluntary' && !consent) {
    found.push(byOffice('promise', '自行拆除要有承诺书，请登记签字日期和承诺的拆除日期'));
  }
  if (consent && way === 'voluntary' && consent.signedOn > today) {
    found.push(byOffice('promise', `「签字日期」不能晚于今天 ${dayInWords(today)}`));
  }
  if (consent?.removeByOn && consent.removeByOn < consent.signedOn) {
    found.push(byOffice('promise', `「约定拆除日期」不能早于签字日期 ${dayInWords(consent.signedOn)}`));
  }
  return found;
}

/** What speaks against removing it in this way on this day? */
export function wayBlockers(
  way: RemovalWay,
  facts: WayFacts,
  day: CalendarDate,
  calendar: WorkCalendar,
): Blocker[] {
  const { sheet, consent, statutory } = facts;
  const found = [...ownershipBlockers(sheet), ...utilitiesBlockers(facts)];
  if (way === 'voluntary') {
    found.push(...agreementBlockers('voluntary', consent, day));
    return found;
  }
  found.push(...hardshipBlockers(facts));
  if (way === 'assisted') return [...found, ...assistedConsentBlockers(consent, day)];
  return [...found, ...forcedBlockers(statutory, day, calendar)];
}

/** A way as the page offers it: what holds it back today. */
export interface WayOffer {
  way: RemovalWay;
  isKnown: boolean;
  blockers: Blocker[];
}

/** The three ways, with what each still lacks today; force is not offered where the kind knows none. */
export const wayOffers = (facts: WayFacts, today: CalendarDate, calendar: WorkCalendar): WayOffer[] =>
  (Object.keys(removalWayNames) as RemovalWay[]).map((way) => ({
    way,
    isKnown: way !== 'forced' || forcedTrackBlockers(facts.statutory).length === 0,
    blockers: wayBlockers(way, facts, today, calendar),
  }));

/** What is said along with a way that is chosen: persuasion was not tried, or the person was never visited. */
export const wayWarnings = (way: RemovalWay, visits: number): Blocker[] =>
  way === 'forced' && visits === 0
    ? [remark('persuasion', '还没有劝导记录，请先走访劝导，能自行拆除或助拆的不走强制')]
    : [];
