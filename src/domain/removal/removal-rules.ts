// What is asked of every removal, whichever way it goes: the weather, a licensed firm, and proof at the close (D14–D16 of
// domain reference §3.5; 郑州市大气污染防治条例 §42; 建设工程安全生产管理条例 §11).
import type { Area } from '../kernel/area';
import type { Blocker } from '../kernel/blocker';
import { CalendarDate, addDays, dayInWords, daysBetween } from '../kernel/calendar-date';
import { ruleInWords, ruleOn } from '../rules/rule-book';
import { byLaw, byOffice } from './blocked';
import type { StructureSheet } from './structure';
import { structureKinds } from './structure-kinds';

/** From which wind on is demolition stopped? */
export const windLimit = { grade: 4, source: '郑州市大气污染防治条例 §42', validFrom: '2024-01-01' } as const;

/** What is known of the weather of a day; null while nobody looked. */
export interface WeatherCheck {
  /** The forecast wind, in grades of the Beaufort scale. */
  windGrade: number;
  hasPollutionAlert: boolean;
  checkedOn: CalendarDate;
}

/** How is it said? '预报风力 3 级，没有重污染预警'. */
export const weatherInWords = ({
  windGrade,
  hasPollutionAlert,
}: Pick<WeatherCheck, 'windGrade' | 'hasPollutionAlert'>): string =>
  `预报风力 ${windGrade} 级，${hasPollutionAlert ? '有' : '没有'}重污染预警`;

/** What a form says beside the wind. */
export const windHint = `${windLimit.grade} 级以上不能拆除`;

/** The strongest wind the scale knows. */
export const strongestWind = 17;

/** What speaks against writing down this look at the weather of a removal day? What was seen earlier tells nothing of it. */
export function weatherRecordBlockers(
  { windGrade, checkedOn }: WeatherCheck,
  day: CalendarDate,
  today: CalendarDate,
): Blocker[] {
  const found: Blocker[] = [];
  if (!Number.isInteger(windGrade) || windGrade < 0 || windGrade > strongestWind) {
    found.push(byOffice('weather-wind', `「预报风力」要在 0 到 ${strongestWind} 级之间`));
  }
  if (checkedOn > today) {
    found.push(byOffice('weather-future', `「核对日期」不能晚于今天 ${dayInWords(today)}`));
  }
  if (checkedOn < addDays(day, -1) || checkedOn > day) {
    const span = `${dayInWords(addDays(day, -1))}或 ${dayInWords(day)}`;
    found.push(byOffice('weather-day', `「核对日期」要是行动前一天或当天（${span}），更早的预报不作数`));
  }
  return found;
}

/** D14: may be demolished in this wind and air? */
export function weatherBlockers(weather: WeatherCheck | null, day: CalendarDate): Blocker[] {
  const { source, grade } = windLimit;
  if (!weather || weather.checkedOn < addDays(day, -1) || weather.checkedOn > day) {
    const text = `请在拆除前一天或当天核对风力和重污染预警，并登记（${dayInWords(day)}拆除）`;
    return [byLaw('D14', text, source)];
  }
  const found: Blocker[] = [];
  if (weather.windGrade >= grade) {
    const text = `预报风力 ${weather.windGrade} 级，${windHint}，请改期`;
    found.push(byLaw('D14', text, source));
  }
  if (weather.hasPollutionAlert) {
    found.push(byLaw('D14', '重污染天气预警期间不能拆除，请等预警解除后改期', source));
  }
  return found;
}

/** Who demolishes under a contract; null where nobody is engaged. */
export interface DemolitionFirm {
  isLicensed: boolean;
  /** The day the demolition was filed. */
  filedOn: CalendarDate | null;
}

/** What is known of them: '有资质，2026年5月1日备案'. */
export const firmInWords = ({ isLicensed, filedOn }: DemolitionFirm): string =>
  [isLicensed ? '有资质' : '资质还没有核对', filedOn ? `${dayInWords(filedOn)}备案` : '还没有备案'].join(
    '，',
  );

/** What a form says beside the day of the filing: '发包拆除房屋要提前 15 天备案'. */
export const filingInWords = (day: CalendarDate): string =>
  `发包拆除房屋要提前 ${ruleInWords(ruleOn('demolition.filing-days', day)!)}备案`;

/** D15: a contracted demolition of buildings needs a licensed firm and a filing 15 days before. */
export function firmBlockers(
  { kind }: Pick<StructureSheet, 'kind'>,
  firm: DemolitionFirm | null,
  day: CalendarDate,
): Blocker[] {
  if (!firm || !structureKinds[kind].isBuilding) return [];
  const rule = ruleOn('demolition.filing-days', day)!;
  const against = (text: string) => byLaw('D15', text, rule.source);
  const found: Blocker[] = [];
  if (!firm.isLicensed) found.push(against('发包拆除房屋要由有资质的单位承担，请更换单位或补登资质'));
  if (firm.filedOn === null) found.push(against(`${filingInWords(day)}，请先备案并登记`));
  else if (daysBetween(firm.filedOn, day) < rule.value) {
    const earliest = dayInWords(addDays(firm.filedOn, rule.value));
    found.push(against(`备案要提前 ${ruleInWords(rule)}，最早 ${earliest}拆除，请改期`));
  }
  return found;
}

/** What proves that it is gone. */
export interface RemovalProof {
  photosBefore: number;
  photosAfter: number;
  removedArea: Area | null;
}

/** D16: pictures before and after, and the measured area. */
export function proofBlockers({ kind }: Pick<StructureSheet, 'kind'>, proof: RemovalProof): Blocker[] {
  const found: Blocker[] = [];
  if (proof.photosBefore < 1) found.push(byOffice('D16', '缺少拆除前照片，请补传后再销号'));
  if (proof.photosAfter < 1) found.push(byOffice('D16', '缺少拆除后照片，请在同一位置拍照上传'));
  if (structureKinds[kind].hasArea && (proof.removedArea === null || proof.removedArea <= 0)) {
    found.push(byOffice('D16', '缺少实测拆除面积，请测量后填写，单位 ㎡'));
  }
  return found;
}
