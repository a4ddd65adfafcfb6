import { Blocker, stopping } from '../domain/kernel/blocker';
import { hangs } from '../domain/meeting/notice';
import { mayDo } from '../domain/people/permissions';
import type { Role } from '../domain/people/roles';
import { planOverBlockers } from '../domain/plan/plan-version';
import type { ActionLink } from '../platform/web/figures';
import { noticePaths } from '../notices/notices.paths';
import type { PlanRecords } from './plan-records';
import { plansPaths } from './plans.paths';

interface NextView {
  records: PlanRecords;
  blockers: readonly Blocker[];
  role: Role;
}

/** What this person does next with this version; undefined where others are next, or time has to pass. */
export function nextStep({ records, blockers, role }: NextView, mayEdit: boolean): ActionLink | undefined {
  const { standing, compound, version, renovation } = records;
  const { code } = compound;
  const lacks = (what: string) => blockers.some((blocker) => blocker.code === `fix.${what}`);
  if (planOverBlockers(renovation.state).length) return undefined;
  if (standing === 'draft' && mayEdit) {
    if (lacks('items')) return { label: '添加改造内容', link: plansPaths.newItem(code) };
    if (lacks('sheet') || lacks('management')) return { label: '填写方案说明', link: plansPaths.edit(code) };
    if (lacks('drawings')) return { label: '上传效果图', link: plansPaths.drawings(version.id) };
    if (lacks('notice')) return { label: '公示方案', link: plansPaths.notice(code) };
  }
  if (standing !== 'draft' && standing !== 'posted') return undefined;
  if (!stopping(blockers).length && !lacks('notice')) {
    return mayDo(role, 'plan.fix') ? { label: '定案', link: plansPaths.fix(version.id) } : undefined;
  }
  if (!mayEdit && !mayDo(role, 'plan.edit')) return undefined;
  if (lacks('objections')) return { label: '答复异议', link: plansPaths.objections(code) };
  const { notice } = records;
  const isUnproved = hangs(notice) && !notice.photos.length;
  return isUnproved ? { label: '上传公示照片', link: noticePaths.show(notice.id) } : undefined;
}
