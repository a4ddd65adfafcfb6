import type { Frame } from '../compounds/workspace';
import { Blocker, stopping } from '../domain/kernel/blocker';
import { dayInWords } from '../domain/kernel/calendar-date';
import { planTotal } from '../domain/plan/plan-totals';
import type { GateLine } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import { totalInWords } from './item-rows.presenter';
import { toReasons } from './plan-figure';
import type { PlanRecords } from './plan-records';
import { standingMark, versionName } from './plan-words';
import { plansPaths } from './plans.paths';

interface Consequence {
  what: string;
  now: string;
  after: string;
}

/** Fixing a version: what is different afterwards, every reason against it (views/plans/fix). */
export interface FixPage extends Frame {
  title: string;
  heading: string;
  consequences: Consequence[];
  reasonSentence: string;
  reasons: GateLine[];
  isForbidden: boolean;
  form: FormState;
  action: string;
  backLink: string;
}

/** The question before a version is fixed. */
export function toFix(
  { records, blockers, today }: { records: PlanRecords; blockers: readonly Blocker[]; today: string },
  form: FormState,
  frame: Frame,
): FixPage {
  const { version, compound, standing, items } = records;
  const isPosted = standing === 'posted';
  const stops = stopping(blockers).length;
  const notes = blockers.length - stops;
  return {
    ...frame,
    title: `定案 · ${compound.name}`,
    heading: `${versionName(version)}定案`,
    consequences: [
      { what: '方案', now: standingMark(standing).word, after: `${dayInWords(today)} 定案，内容不再改动` },
      {
        what: '改造内容',
        now: isPosted ? '公示中，不能增减' : '可以增减',
        after: `${totalInWords(planTotal(items))}，以此施工`,
      },
      {
        what: '公示页',
        now: publicNow(records),
        after: `居民看到第 ${version.number} 版定下的内容`,
      },
      {
        what: '以后要变更',
        now: isPosted ? '撤下公示后修改' : '直接修改',
        after: '新建一版，写明原因，重新公示',
      },
    ],
    reasonSentence: stops
      ? `现在还不能定案，还缺 ${stops} 项：`
      : notes
        ? `可以定案，有 ${notes} 项提醒：`
        : '定案要的都已具备。',
    reasons: toReasons(blockers),
    isForbidden: stops > 0,
    form,
    action: plansPaths.fixings(version.id),
    backLink: plansPaths.index(compound.code),
  };
}

/** What residents read before it is fixed. */
function publicNow({ standing, version }: PlanRecords): string {
  if (standing === 'posted') return '居民看到公示中的方案';
  return version.basedOnId === null ? '居民还看不到' : '居民看到上一次定案的一版';
}

/** Giving a version up (views/plans/drop). */
export interface DropPage extends Frame {
  title: string;
  heading: string;
  consequences: Consequence[];
  /** Why it cannot be given up; empty where it can. */
  reasons: { text: string; source?: string }[];
  form: FormState;
  action: string;
  backLink: string;
}

/** The question before a version is given up. */
export function toDrop(
  { records, blockers }: { records: PlanRecords; blockers: readonly Blocker[] },
  form: FormState,
  frame: Frame,
): DropPage {
  const { version, compound, standing } = records;
  return {
    ...frame,
    title: `放弃${versionName(version)} · ${compound.name}`,
    heading: `放弃${versionName(version)}`,
    consequences: [
      { what: versionName(version), now: standingMark(standing).word, after: '已放弃，仍可查看' },
      { what: '生效的方案', now: '上一次定案的一版', after: '不变' },
      { what: '居民意见', now: '按这一版答复', after: '按上一次定案的一版答复，新列入的重新打开' },
    ],
    reasons: [...blockers],
    form,
    action: plansPaths.drops(version.id),
    backLink: plansPaths.version(version.id),
  };
}
