// Can what is written in the register be true? Years, areas and counts against each other; null means not known yet.
// Blockers are impossible, warnings are unlikely (domain reference §2.1; the tolerances are settings of the house).
import { Area, areaInWords } from '../kernel/area';
import { Blocker, houseRule, warning } from '../kernel/blocker';
import { CalendarDate, yearOf } from '../kernel/calendar-date';
import { exceeds, percent } from '../kernel/ratio';
import { ruleInWords, ruleOn } from '../rules/rule-book';

/** The figures of one compound; areas in 0.01 ㎡. */
export interface RegisterFigures {
  builtYear: number | null;
  siteArea: Area | null;
  floorArea: Area | null;
  buildingCount: number | null;
  unitCount: number | null;
  floorsMin: number | null;
  floorsMax: number | null;
  householdCount: number | null;
  residentCount: number | null;
  elderlyCount: number | null;
  vacantCount: number | null;
  rentedCount: number | null;
}

/** The first year a building of the register may have been built. */
export const earliestBuiltYear = 1900;
const mostFloors = 60;

const countNames = {
  buildingCount: '楼栋数',
  unitCount: '单元数',
  floorsMin: '最低层数',
  floorsMax: '最高层数',
  householdCount: '户数',
} as const;
const mayBeNone = {
  residentCount: '常住人口',
  elderlyCount: '60 岁以上人数',
  vacantCount: '空置户数',
  rentedCount: '出租户数',
} as const;

/** What in these figures cannot be? */
export function registerBlockers(figures: RegisterFigures, today: CalendarDate): Blocker[] {
  const found: Blocker[] = [];
  const against = (field: string, text: string) => found.push(houseRule(`register.${field}`, text));
  const { builtYear, floorsMin, floorsMax } = figures;
  if (builtYear !== null && (builtYear < earliestBuiltYear || builtYear > yearOf(today))) {
    const range = `「建成年份」要在 ${earliestBuiltYear} 到 ${yearOf(today)} 之间`;
    against('builtYear', `${range}，现在填的是 ${builtYear}`);
  }
  if (figures.siteArea !== null && figures.siteArea <= 0) against('siteArea', '「占地面积」要大于 0');
  if (figures.floorArea !== null && figures.floorArea <= 0) against('floorArea', '「建筑面积」要大于 0');
  for (const [field, name] of Object.entries(countNames)) {
    const value = figures[field as keyof typeof countNames];
    if (value !== null && value < 1) against(field, `「${name}」至少是 1，现在填的是 ${value}`);
  }
  for (const [field, name] of Object.entries(mayBeNone)) {
    const value = figures[field as keyof typeof mayBeNone];
    if (value !== null && value < 0) against(field, `「${name}」不能小于 0，现在填的是 ${value}`);
  }
  if (floorsMax !== null && floorsMax > mostFloors) {
    against('floorsMax', `「最高层数」最多 ${mostFloors} 层，现在填的是 ${floorsMax}`);
  }
  found.push(
    ...notMore('floorsMin', ['最低层数', floorsMin], ['最高层数', floorsMax]),
    ...notMore('unitCount', ['楼栋数', figures.buildingCount], ['单元数', figures.unitCount]),
    ...notMore('elderlyCount', ['60 岁以上人数', figures.elderlyCount], ['常住人口', figures.residentCount]),
    ...emptyAndLet(figures),
  );
  return found;
}

/** What in these figures is unlikely and should be looked at again? */
export function registerWarnings(figures: RegisterFigures, today: CalendarDate): Blocker[] {
  const { siteArea, floorArea, floorsMax, householdCount, unitCount } = figures;
  const found: Blocker[] = [];
  const tolerance = ruleOn('register.coverage-tolerance', today);
  if (siteArea && floorArea && floorsMax && tolerance) {
    const most = siteArea * floorsMax;
    if (exceeds(floorArea, most, percent(100 + tolerance.value))) {
      const sum = `占地 ${areaInWords(siteArea)} × ${floorsMax} 层 = ${areaInWords(most)}`;
      const text = `建筑面积 ${areaInWords(floorArea)} 比${sum}多出 ${ruleInWords(tolerance)} 以上，请核对`;
      found.push(warning('register.coverage', text));
    }
  }
  if (householdCount !== null && unitCount !== null && householdCount < unitCount) {
    found.push(
      warning('register.few-households', `户数 ${householdCount} 比单元数 ${unitCount} 还少，请核对`),
    );
  }
  return found;
}

type Figure = [name: string, value: number | null];

function notMore(field: string, [lowName, low]: Figure, [highName, high]: Figure): Blocker[] {
  if (low === null || high === null || low <= high) return [];
  return [houseRule(`register.${field}`, `「${lowName}」${low} 不能多于「${highName}」${high}`)];
}

function emptyAndLet({ vacantCount, rentedCount, householdCount }: RegisterFigures): Blocker[] {
  const taken = (vacantCount ?? 0) + (rentedCount ?? 0);
  if (householdCount === null || taken <= householdCount) return [];
  return [houseRule('register.vacantCount', `空置和出租共 ${taken} 户，不能多于总户数 ${householdCount}`)];
}
