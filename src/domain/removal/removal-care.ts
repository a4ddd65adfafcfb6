// People who live there with nowhere else to go, or in hardship, are cared for before anything is removed, and the street
// manager signs for it (D12 of domain reference §3.5; a rule of the house).
import type { Blocker } from '../kernel/blocker';
import { CalendarDate, dayInWords } from '../kernel/calendar-date';
import { byOffice, remark } from './blocked';
import type { StructureSheet } from './structure';

/** Does somebody live there with nowhere else to go, or in hardship? */
interface People {
  isSoleHome: boolean;
  hasHardship: boolean;
}

/** D12: has somebody to be cared for before anything is removed? */
export const needsCare = ({ isSoleHome, hasHardship }: People): boolean => isSoleHome || hasHardship;

/** Why? 是唯一住处, or 家里有困难或重病情况. */
export const careReason = ({ isSoleHome }: Pick<People, 'isSoleHome'>): string =>
  isSoleHome ? '是唯一住处' : '家里有困难或重病情况';

/** D12: people who live there, or are in hardship, are cared for first; the street manager signs for it. */
export function hardshipBlockers({
  sheet,
  hasHardship,
  careSignedOff,
}: {
  sheet: Pick<StructureSheet, 'isSoleHome'>;
  hasHardship: boolean;
  careSignedOff: boolean;
}): Blocker[] {
  if (!needsCare({ ...sheet, hasHardship })) return [];
  const what = careReason(sheet);
  if (careSignedOff) return [remark('D12', `${what}，街道项目负责人已签字落实照顾措施`)];
  return [byOffice('D12', `${what}，请先落实安置和照顾措施，由街道项目负责人签字后再拆除`)];
}

/** What the street manager signs: that the people there are cared for, since when, and how. */
export interface CareSignOff {
  signedOn: CalendarDate;
  note: string;
}

/** D12: what speaks against signing for it? Where nobody lives alone in it and nobody is in hardship there is nothing to sign. */
export function careBlockers(
  { signedOn, note }: CareSignOff,
  structure: People & { foundOn: CalendarDate; careSignedOn: CalendarDate | null },
  today: CalendarDate,
): Blocker[] {
  const found: Blocker[] = [];
  const against = (text: string) => found.push(byOffice('care', text));
  const { foundOn, careSignedOn } = structure;
  if (!needsCare(structure)) against('没有登记唯一住处或困难、重病情况，不用签字');
  if (careSignedOn !== null) against(`${dayInWords(careSignedOn)}已经签字，不用再签`);
  if (signedOn > today) against(`「签字日期」不能晚于今天 ${dayInWords(today)}`);
  if (signedOn < foundOn) against(`「签字日期」不能早于发现日期 ${dayInWords(foundOn)}，请核对`);
  if (!note.trim()) against('请写明落实了哪些安置和照顾措施');
  return found;
}
