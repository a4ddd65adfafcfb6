// What the register itself says to the gates: whether the compound may be taken into the district's plan, and whether
// the four figures that central money is shared out by are there (domain reference §1.2, §1.3 G3).
import type { CalendarDate } from '../kernel/calendar-date';
import type { Fact } from '../renovation/facts';
import { valueOn } from '../rules/rule-book';
import type { RegisterFigures } from './register';

/** What keeps a compound out of the district's plan whatever its age (郑州市老旧小区综合改造工程实施方案, 2019)? */
export type Exclusion = 'shantytown' | 'expropriation' | 'transferred' | 'renovated';

export const exclusionNames: Record<Exclusion, string> = {
  shantytown: '已列入棚户区改造',
  expropriation: '三年内将征收',
  transferred: '属于「三供一业」移交',
  renovated: '已经改造过',
};

/** The facts of the register; `link` leads to its page. */
export function compoundFacts(
  compound: Pick<RegisterFigures, 'builtYear' | 'buildingCount' | 'householdCount' | 'floorArea'> & {
    exclusions: readonly Exclusion[];
  },
  day: CalendarDate,
  link: string,
): Fact[] {
  return [
    { code: 'compound.eligible', ...eligibility(compound, day), link },
    { code: 'compound.four-figures', ...fourFigures(compound), link },
  ];
}

// '2002年以前' is read without 2002, since 2002 to 2005 are named as arranged later.
function eligibility(
  { builtYear, exclusions }: { builtYear: number | null; exclusions: readonly Exclusion[] },
  day: CalendarDate,
): Pick<Fact, 'state' | 'detail'> {
  if (exclusions.length > 0) {
    return { state: 'missing', detail: exclusions.map((exclusion) => exclusionNames[exclusion]).join('，') };
  }
  if (builtYear === null) return { state: 'missing', detail: '建成年份未填' };
  const [before, later] = [valueOn('eligible.built-before', day), valueOn('eligible.later-until', day)];
  if (builtYear < before) return { state: 'met', detail: `${builtYear} 年建成，在 ${before} 年以前` };
  if (builtYear <= later) {
    return { state: 'missing', detail: `${builtYear} 年建成，${before} 至 ${later} 年的另行安排` };
  }
  return { state: 'missing', detail: `${builtYear} 年建成，晚于 ${later} 年` };
}

function fourFigures(figures: {
  buildingCount: number | null;
  householdCount: number | null;
  floorArea: number | null;
}): Pick<Fact, 'state' | 'detail'> {
  const missing = [
    figures.householdCount === null && '户数',
    figures.buildingCount === null && '楼栋数',
    figures.floorArea === null && '建筑面积',
  ].filter(Boolean);
  if (missing.length > 0) return { state: 'missing', detail: `未填${missing.join('、')}` };
  return { state: 'met', detail: '四项数据已填' };
}
