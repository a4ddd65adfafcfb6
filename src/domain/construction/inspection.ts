// A round of quality or safety: who looked, on which day, at what, and what was found, even if nothing was (domain reference
// §6.2 各级检查意见, §6.3; cases C2: 四方联席会 and 质量监督员 watch the quality).
import type { Blocker } from '../kernel/blocker';
import { CalendarDate, dayInWords } from '../kernel/calendar-date';
import { Role, roleNames } from '../people/roles';
import type { RenovationState } from '../renovation/stages';
import { byOffice, wordsBlockers, worksOverBlockers } from './blocked';
import { Finding, findingOverdueDays } from './finding';

/** What was looked for? `punch` is the round before acceptance (收尾清单). */
export type InspectionKind = 'quality' | 'safety' | 'joint' | 'punch';

/** What is each called? */
export const inspectionKindNames: Record<InspectionKind, string> = {
  quality: '质量检查',
  safety: '安全检查',
  joint: '联合检查',
  punch: '收尾检查',
};

/** Who looked along? */
export type Inspector = 'supervisor' | 'street' | 'district' | 'community' | 'residents' | 'contractor';

/** What is each called? */
export const inspectorNames: Record<Inspector, string> = {
  supervisor: '监理',
  street: '街道',
  district: '区改造办',
  community: '社区',
  residents: '居民监督员',
  contractor: '施工方自检',
};

/** Who may write a round down? The contractor writes its own check, the community that of the residents' 质量监督员. */
export const inspectionRoles: readonly Role[] = [
  'supervisor',
  'street-manager',
  'district-officer',
  'community-worker',
  'contractor',
];

/** One round; `findings` counts what was written down of it. */
export interface Inspection {
  kind: InspectionKind;
  lookedOn: CalendarDate;
  inspectors: readonly Inspector[];
  opinion: string;
  findings: number;
}

/** What speaks against writing this round down? */
export function inspectionBlockers(
  inspection: Inspection,
  place: { renovation: RenovationState; role: Role; startsOn: CalendarDate },
  today: CalendarDate,
): Blocker[] {
  const { kind, lookedOn, inspectors, opinion, findings } = inspection;
  const found = worksOverBlockers(place.renovation);
  const against = (code: string, text: string) => found.push(byOffice(`inspection-${code}`, text));
  if (!inspectionRoles.includes(place.role)) {
    against('role', `检查由${inspectionRoles.map((one) => roleNames[one]).join('、')}登记`);
  }
  if (place.role === 'contractor' && inspectors.some((one) => one !== 'contractor')) {
    against('own', `施工方登记自己的检查，「参加检查」请只选${inspectorNames.contractor}`);
  }
  if (lookedOn > today) against('future', '「检查日期」不能晚于今天');
  if (lookedOn < place.startsOn) {
    against('early', `「检查日期」不能早于开工日期 ${dayInWords(place.startsOn)}，请核对`);
  }
  if (inspectors.length === 0) against('inspectors', '请选择参加检查的单位');
  if (kind === 'joint' && new Set(inspectors).size < 2) {
    against('joint', '联合检查至少两方参加，请补选，或改为质量、安全检查');
  }
  if (findings === 0)
    found.push(...wordsBlockers('inspection-opinion', opinion, '检查的结论，如「未发现问题」'));
  return found;
}

/** What speaks against adding a finding to this round? A contractor adds to its own; `firmId` is null for an office. */
export function roundAddBlockers(
  adding: { role: Role; firmId: number | null },
  round: { firmId: number | null },
  renovation: RenovationState,
): Blocker[] {
  const found = worksOverBlockers(renovation);
  if (!inspectionRoles.includes(adding.role)) {
    found.push(
      byOffice('inspection-role', `检查由${inspectionRoles.map((one) => roleNames[one]).join('、')}登记`),
    );
  } else if (adding.role === 'contractor' && adding.firmId !== round.firmId) {
    found.push(byOffice('inspection-foreign', '这次检查是别的单位登记的，请另登记一次自检'));
  }
  return found;
}

/** How do the findings stand on this day? */
export interface FindingTotals {
  found: number;
  open: number;
  mended: number;
  closed: number;
  overdue: number;
}

/** Counts the findings; what was struck out never was. */
export function findingTotals(
  findings: readonly Pick<Finding, 'state' | 'dueOn'>[],
  today: CalendarDate,
): FindingTotals {
  const count = (test: (one: Pick<Finding, 'state' | 'dueOn'>) => boolean) => findings.filter(test).length;
  return {
    found: count(({ state }) => state !== 'struck-out'),
    open: count(({ state }) => state === 'open'),
    mended: count(({ state }) => state === 'mended'),
    closed: count(({ state }) => state === 'closed'),
    overdue: count((one) => findingOverdueDays(one, today) > 0),
  };
}
