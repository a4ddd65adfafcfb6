// May this version of the plan be fixed? Fixing freezes what is built: the items are chosen, trees are approved (郑州市城市
// 园林绿化条例 §38, §40), the owners have decided what is theirs (民法典 §278), the yard has read it and every objection has
// its answer (domain reference §1.3 G4, G5). A micro renovation is held by fewer of them (§11.10).
import { Blocker, BlockerLevel, houseRule, warning } from '../kernel/blocker';
import { OwnersMatter, ownersMatters } from '../meeting/matters';
import type { NoticeRun } from '../meeting/notice';
import type { Track } from '../renovation/stages';
import { PlanItem, hasTreePermit, mattersOf, treeSource, treeWorkNames } from './plan-item';
import { PlanSheet, openSheetParts } from './plan-sheet';
import { PlanStanding, planEditBlockers } from './plan-version';

type FixedSheet = Pick<PlanSheet, 'managementMode' | 'durationDays' | 'impact' | 'measures'>;
type FixedItem = Pick<PlanItem, 'name' | 'code' | 'treeWork' | 'permitNumber' | 'permitFileId' | 'matters'>;

/** What fixing is judged by. */
export interface PlanFixFacts {
  track: Track;
  standing: PlanStanding;
  items: readonly FixedItem[];
  /** How many drawings and views residents were given. */
  drawings: number;
  sheet: FixedSheet;
  /** How far its notice is; null while none was posted. */
  notice: NoticeRun | null;
  /** Objections to the notices of this renovation that have no answer yet. */
  unanswered: number;
  /** What the owners of this renovation have decided for, in votes that are closed. */
  passedMatters: readonly OwnersMatter[];
  /** Those of them that only one building or unit has decided. */
  partlyPassed: readonly OwnersMatter[];
}

/** Every reason against fixing it; those of level warning stop nothing. */
export function planFixBlockers(facts: PlanFixFacts): Blocker[] {
  const { standing, items, sheet } = facts;
  if (standing === 'fixed' || standing === 'dropped') return planEditBlockers(standing);
  const lighter: BlockerLevel = facts.track === 'district' ? 'policy' : 'warning';
  const found: Blocker[] = [];
  const against = (code: string, level: BlockerLevel, text: string) =>
    found.push({ code: `fix.${code}`, level, text });
  if (items.length === 0) against('items', 'policy', '方案里还没有改造内容，请先添加');
  found.push(...items.flatMap(treeBlockers));
  found.push(...items.flatMap((item) => voteBlockers(item, facts.passedMatters)));
  found.push(...items.flatMap((item) => partWarnings(item, facts.partlyPassed)));
  if (facts.unanswered > 0) {
    against('objections', 'policy', `还有 ${facts.unanswered} 条异议没有答复，请先逐条答复`);
  }
  if (facts.notice?.state !== 'ran') against('notice', lighter, noticeGap(facts.notice));
  if (facts.drawings === 0) against('drawings', lighter, '还没有效果图或方案图，请先上传');
  const open = openSheetParts(sheet);
  if (open.length > 0) against('sheet', lighter, `方案说明还缺${open.join('、')}，请先填写`);
  if (!sheet.managementMode)
    found.push(houseRule('fix.management', '还没有选「改造后怎么管」，请先填写方案说明'));
  return found;
}

/** What the approval of its work on trees lacks, as a reason of the law. */
export function treeBlockers(item: FixedItem): Blocker[] {
  if (hasTreePermit(item)) return [];
  const lacking = item.permitNumber?.trim() ? '许可文件' : item.permitFileId ? '许可文号' : '许可文号和文件';
  const text = `「${item.name}」要${treeWorkNames[item.treeWork]}，还缺${lacking}。未经批准不得砍伐、移植`;
  return [{ code: 'fix.tree-permit', level: 'law', text, source: treeSource }];
}

/** What of an item the owners still have to decide, as reasons of the law. */
export function voteBlockers(item: FixedItem, passed: readonly OwnersMatter[]): Blocker[] {
  return mattersOf(item)
    .filter((matter) => !passed.includes(matter))
    .map((matter) => {
      const { name, source } = ownersMatters[matter];
      const text = `「${item.name}」属于「${name}」，要由业主共同决定，还没有表决通过`;
      return { code: `fix.vote.${matter}`, level: 'law', text, source };
    });
}

/** What of an item was decided by one building or unit alone: it holds there, and nobody but a person sees where that is. */
const partWarnings = (item: FixedItem, partly: readonly OwnersMatter[]): Blocker[] =>
  mattersOf(item)
    .filter((matter) => partly.includes(matter))
    .map((matter) => {
      const { name, source } = ownersMatters[matter];
      const text = `「${item.name}」属于「${name}」，只有一栋楼或一个单元的业主表决通过，超出这个范围的要另行表决`;
      return warning(`fix.vote-part.${matter}`, text, source);
    });

function noticeGap(notice: NoticeRun | null): string {
  return notice ? `方案公示：${notice.words}` : '方案还没有公示，请先在院内和网上公示';
}
