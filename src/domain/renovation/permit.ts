// Does this renovation need a construction permit (施工许可证)? Not when the investment is at most 30 万元 or the floor
// area at most 300 ㎡ (建筑工程施工许可管理办法 §2; a province may adjust the limits, which is not checked here).
import type { Area } from '../kernel/area';
import { areaInWords } from '../kernel/area';
import type { CalendarDate } from '../kernel/calendar-date';
import type { Fen } from '../kernel/money';
import { fenInWords } from '../kernel/money';
import { ruleInWords, ruleOn } from '../rules/rule-book';

/** What the exemption is judged by; null where it is not known yet. */
export interface PermitFacts {
  floorArea: Area | null;
  estimatedFen: Fen | null;
}

/** Is a permit needed, not needed, or cannot it be told yet, and why (one sentence)? */
export interface PermitVerdict {
  need: 'needed' | 'exempt' | 'unknown';
  detail: string;
}

/** Judges by the rules of the day. */
export function permitVerdict({ floorArea, estimatedFen }: PermitFacts, day: CalendarDate): PermitVerdict {
  const investment = ruleOn('permit.exempt-investment', day);
  const area = ruleOn('permit.exempt-area', day);
  if (investment && estimatedFen !== null && estimatedFen <= investment.value) {
    const detail = `估算投资 ${fenInWords(estimatedFen)}，不超过 ${ruleInWords(investment)}，不需办理`;
    return { need: 'exempt', detail };
  }
  if (area && floorArea !== null && floorArea <= area.value) {
    return {
      need: 'exempt',
      detail: `建筑面积 ${areaInWords(floorArea)}，不超过 ${ruleInWords(area)}，不需办理`,
    };
  }
  if (estimatedFen === null) return { need: 'unknown', detail: '估算投资未填，还不能判断是否需要办理' };
  if (floorArea === null) return { need: 'unknown', detail: '建筑面积未填，还不能判断是否需要办理' };
  return { need: 'needed', detail: '投资和面积都超过免办限额，需要办理' };
}
