// May the sheet of a survey be written so? Its day, the first judgement of safety, and 「未发现隐患」 only where none is
// listed (domain reference §1.1 stage 1; settings of the house).
import { Blocker, houseRule } from '../kernel/blocker';
import { CalendarDate, dayInWords } from '../kernel/calendar-date';
import { SafetyFacts, safetyBlockers } from './building-safety';

/** What is on the sheet, beside what was found. */
export interface SheetFacts extends SafetyFacts {
  surveyedOn: CalendarDate;
  safetyConclusion: string | null;
  noHazards: boolean;
}

/** What speaks against writing this sheet down? */
export function sheetBlockers(sheet: SheetFacts, today: CalendarDate): Blocker[] {
  const found: Blocker[] = [];
  if (sheet.surveyedOn > today) {
    found.push(houseRule('sheet.day', `「调查日期」不能晚于今天 ${dayInWords(today)}`));
  }
  if (sheet.noHazards && sheet.hazards.length > 0) {
    const text = `清单里有 ${sheet.hazards.length} 条隐患，不能确认「未发现隐患」`;
    found.push(houseRule('sheet.no-hazards', text));
  }
  return [...found, ...safetyBlockers({ ...sheet, conclusion: sheet.safetyConclusion ?? '' })];
}
