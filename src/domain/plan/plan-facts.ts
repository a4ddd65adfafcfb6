// What the plan says to the gates of consultation (G4, G5). A plan that is fixed speaks, however many versions are begun
// after it; until then the version being written says what it still lacks. Before the first version it is silent, and of
// the notice while none was posted, so that a dated milestone is believed (domain reference §1.3).
import type { CalendarDate } from '../kernel/calendar-date';
import { dayInWords } from '../kernel/calendar-date';
import type { NoticeRun } from '../meeting/notice';
import type { Fact } from '../renovation/facts';
import { ManagementMode, PlanSheet, managementModeNames, openSheetParts } from './plan-sheet';

/** The version that speaks, as the gates see it. */
export interface PlanForGates {
  number: number;
  fixedOn: CalendarDate | null;
  items: number;
  drawings: number;
  sheet: Pick<PlanSheet, 'managementMode' | 'durationDays' | 'impact' | 'measures'>;
  /** How far its notice is; null while none was posted. */
  notice: NoticeRun | null;
  objections: { taken: number; unanswered: number };
}

type Said = Pick<Fact, 'state' | 'detail' | 'on'>;

/** The facts of the plan; none before the first version. `link` leads to its page. */
export function planFacts(plan: PlanForGates | null, link: string): Fact[] {
  if (!plan) return [];
  return [
    { code: 'plan.items-chosen', ...itemsFact(plan), link },
    { code: 'plan.drawings', ...drawingsFact(plan), link },
    { code: 'plan.duration-and-impact', ...sheetFact(plan), link },
    { code: 'plan.management-draft', ...managementFact(plan.sheet.managementMode), link },
    ...noticeFacts(plan, link),
  ];
}

function itemsFact({ number, items, fixedOn }: PlanForGates): Said {
  if (fixedOn !== null) {
    return { state: 'met', detail: `第 ${number} 版，${items} 项，${dayInWords(fixedOn)} 定案`, on: fixedOn };
  }
  const chosen = items > 0 ? `现有 ${items} 项` : '还没有选改造内容';
  return { state: 'missing', detail: `第 ${number} 版还没有定案，${chosen}` };
}

function drawingsFact({ drawings }: PlanForGates): Said {
  return drawings > 0
    ? { state: 'met', detail: `${drawings} 张` }
    : { state: 'missing', detail: '还没有上传效果图或方案图' };
}

function sheetFact({ sheet }: PlanForGates): Said {
  const open = openSheetParts(sheet);
  return open.length > 0
    ? { state: 'missing', detail: `还缺${open.join('、')}` }
    : { state: 'met', detail: `工期 ${sheet.durationDays} 天，影响和措施已写明` };
}

const managementFact = (mode: ManagementMode | null): Said =>
  mode
    ? { state: 'met', detail: managementModeNames[mode] }
    : { state: 'missing', detail: '还没有选管理模式' };

function noticeFacts({ notice, objections }: PlanForGates, link: string): Fact[] {
  if (!notice) return [];
  const state = notice.state === 'ran' ? 'met' : 'missing';
  return [
    { code: 'notice.plan-posted', state, detail: notice.words, link },
    { code: 'notice.objections-answered', ...objectionsFact(notice, objections), link },
  ];
}

function objectionsFact(notice: NoticeRun, { taken, unanswered }: PlanForGates['objections']): Said {
  if (unanswered > 0) return { state: 'missing', detail: `${taken} 条异议，${unanswered} 条没有答复` };
  if (notice.daysLeft > 0)
    return { state: 'missing', detail: `公示还剩 ${notice.daysLeft} 天，期满前仍可提出` };
  return { state: 'met', detail: taken > 0 ? `${taken} 条异议都已答复` : '没有收到异议' };
}
