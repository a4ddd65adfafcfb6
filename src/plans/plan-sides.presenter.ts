import { wishOverBlockers } from '../domain/meeting/wish';
import { mayDo } from '../domain/people/permissions';
import { dropBlockers, planOverBlockers } from '../domain/plan/plan-version';
import { NoticeFigure, toNoticeFigure } from '../notices/notice.figure';
import type { ActionLink, StatusMark } from '../platform/web/figures';
import { wishPaths } from '../wishes/wishes.paths';
import { ObjectionLine, toObjections } from './plan-figure';
import { writeBlockers } from './plan-records';
import { PlanView } from './plan-view';
import { standingMark, versionAbout, versionName } from './plan-words';
import { plansPaths } from './plans.paths';

/** The notice of a version and the objections to the plan. */
export interface PostingFigure {
  notice?: NoticeFigure;
  /** Said while none was posted. */
  about: string;
  postLink: string;
  objections: ObjectionLine[];
  objectionLink: string;
}

/** Another version, and the way to compare it. */
export interface OtherVersion {
  name: string;
  status: StatusMark;
  about: string;
  link: string;
  compareLink: string;
}

/** What hangs in the yard of this version, and what was said against it. */
export function toPosting(view: PlanView): PostingFigure {
  const { records, objections, role, today } = view;
  const { notice, standing, compound, renovation } = records;
  const isOpen = standing === 'draft' && mayDo(role, 'notice.post') && !writeBlockers(records).length;
  const mayTake = mayDo(role, 'wish.edit') && !wishOverBlockers(renovation.state).length;
  return {
    ...(notice && { notice: toNoticeFigure(notice, notice.photos, today) }),
    about:
      standing === 'fixed'
        ? '这一版没有公示过。'
        : '还没有公示。改造内容写好后，在院内和网上公示，听居民意见。',
    postLink: isOpen ? plansPaths.notice(compound.code) : '',
    objections: toObjections(objections, today),
    objectionLink:
      mayTake && view.objectedId ? wishPaths.new(compound.code, { notice: view.objectedId }) : '',
  };
}

/** Every other version of the renovation. */
export function toOthers({ records, versions }: PlanView): OtherVersion[] {
  return versions
    .filter(({ id }) => id !== records.version.id)
    .map((other) => ({
      name: versionName(other),
      status: standingMark(other.state),
      about: versionAbout(other),
      link: plansPaths.version(other.id),
      compareLink: plansPaths.compare(records.version.id, other.id),
    }));
}

/** Beginning the next version, giving this one up. */
export function toVersionLinks({ records, versions, role }: PlanView): ActionLink[] {
  const { version, compound, renovation, standing } = records;
  const isNewest = versions.every(({ number }) => number <= version.number);
  const isOpen = !planOverBlockers(renovation.state).length && mayDo(role, 'plan.edit');
  if (!isOpen) return [];
  const isFree = versions.every(({ state }) => state !== 'draft');
  if (standing === 'fixed' && isFree)
    return [{ label: '变更：新建一版', link: plansPaths.newVersion(compound.code) }];
  const mayDrop =
    isNewest && !dropBlockers({ standing, number: version.number }, version.basedOnId !== null).length;
  return mayDrop ? [{ label: '放弃这一版', link: plansPaths.drop(version.id) }] : [];
}
