import type { Frame } from '../compounds/workspace';
import { Blocker, stopping } from '../domain/kernel/blocker';
import { dayInWords } from '../domain/kernel/calendar-date';
import type { OwnersMatter } from '../domain/meeting/matters';
import { mayDo } from '../domain/people/permissions';
import type { Role } from '../domain/people/roles';
import { planSheetWarnings } from '../domain/plan/plan-sheet';
import { dropBlockers, planOverBlockers } from '../domain/plan/plan-version';
import type { StoredFile } from '../files/stored-file.entity';
import { NoticeFigure, toNoticeFigure } from '../notices/notice.figure';
import type { ActionLink, EmptyNote, FactLine, NumberFigure, StatusMark, Tab } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import { ItemGroup, toItemGroups } from './item-rows.presenter';
import {
  DrawingFigures,
  ObjectionLine,
  ReasonLine,
  toDrawings,
  toObjections,
  toPlanNumbers,
  toReasons,
} from './plan-figure';
import type { LinkedRows } from './plan-links';
import { nextStep } from './plan-next-step';
import type { Objection } from './plan-objections';
import { PlanRecords, writeBlockers } from './plan-records';
import { standingMark, versionAbout, versionName } from './plan-words';
import { wishPaths } from '../wishes/wishes.paths';
import type { PlanVersion } from './plan.entities';
import { plansPaths } from './plans.paths';
import { sheetFacts, sheetTexts } from './sheet.presenter';

/** One version of a plan (views/plans/show). */
export interface PlanPage extends Frame {
  title: string;
  renovations: Tab[];
  plan: {
    heading: string;
    status: StatusMark;
    about: string;
    /** Why it was begun; empty for the first. */
    reason: string;
    numbers: NumberFigure[];
    actions: ActionLink[];
  };
  /** What fixing still lacks; left out for firms and once it is fixed. */
  missing?: { sentence: string; reasons: ReasonLine[]; link: string };
  items: {
    groups: ItemGroup[];
    isOffice: boolean;
    newLink: string;
    removed: { name: string; about: string }[];
    empty: EmptyNote;
  };
  sheet: {
    facts: FactLine[];
    texts: { label: string; text: string }[];
    warnings: { text: string; source?: string }[];
    editLink: string;
  };
  drawings: DrawingFigures & { link: string; label: string };
  /** Left out for firms. */
  posting?: {
    notice?: NoticeFigure;
    about: string;
    postLink: string;
    objections: ObjectionLine[];
    objectionLink: string;
  };
  others: { name: string; status: StatusMark; about: string; link: string; compareLink: string }[];
  /** Beginning the next version, giving this one up. */
  versionLinks: ActionLink[];
  form: FormState;
}

export interface PlanView {
  records: PlanRecords;
  links: LinkedRows;
  files: ReadonlyMap<number, StoredFile>;
  /** Everything against fixing it. */
  blockers: readonly Blocker[];
  passedMatters: readonly OwnersMatter[];
  objections: readonly Objection[];
  /** The notice an objection of today is about. */
  objectedId: number | null;
  /** Every version of the renovation, the latest first. */
  versions: readonly PlanVersion[];
  renovations: Tab[];
  role: Role;
  today: string;
}

/** One version with all its parts. */
export function toPlan(view: PlanView, form: FormState, frame: Frame): PlanPage {
  const { records, role } = view;
  const { version, compound, standing, items } = records;
  const isOffice = mayDo(role, 'wish.read');
  const mayEdit = mayDo(role, 'plan.edit') && !writeBlockers(records).length;
  return {
    ...frame,
    title: `${versionName(version)} · ${compound.name}`,
    renovations: view.renovations,
    plan: {
      heading: versionName(version),
      status: standingMark(standing),
      about: versionAbout(version),
      reason: version.reason ?? '',
      numbers: toPlanNumbers(items),
      actions: actionsOf(view, mayEdit),
    },
    missing: isOffice && (standing === 'draft' || standing === 'posted') ? missingOf(view) : undefined,
    items: {
      groups: toItemGroups({ ...view, items, mayEdit }),
      isOffice,
      newLink: mayEdit ? plansPaths.newItem(compound.code) : '',
      removed: records.removed.map(({ name, removedOn, removedReason }) => ({
        name,
        about: `${dayInWords(removedOn!)} 移出${removedReason ? `：${removedReason}` : ''}`,
      })),
      empty: { text: '还没有改造内容。从目录里一项一项添加，写清数量和位置' },
    },
    sheet: {
      facts: sheetFacts(version),
      texts: sheetTexts(version),
      warnings: planSheetWarnings(version),
      editLink: mayEdit ? plansPaths.edit(compound.code) : '',
    },
    drawings: {
      ...toDrawings(records.drawingIds, view.files),
      link: mayEdit ? plansPaths.drawings(version.id) : '',
      label: records.drawingIds.length ? '增减图纸' : '上传效果图',
    },
    posting: isOffice ? postingOf(view) : undefined,
    others: othersOf(view),
    versionLinks: versionLinksOf(view),
    form,
  };
}

/** The one next step, then print and compare. */
function actionsOf(view: PlanView, mayEdit: boolean): ActionLink[] {
  const { version } = view.records;
  const next = nextStep(view, mayEdit);
  const print = { label: '打印一院一案', link: plansPaths.print(version.id), icon: 'printer' };
  return [
    ...(next ? [{ ...next, primary: true }] : []),
    print,
    ...(version.basedOnId ? [{ label: '和上一版比较', link: plansPaths.compare(version.id) }] : []),
  ];
}

function missingOf({ records, blockers, role }: PlanView): PlanPage['missing'] {
  const stops = stopping(blockers).length;
  const notes = blockers.length - stops;
  const heeded = notes > 0 ? `，另有 ${notes} 项提醒` : '';
  const sentence = stops > 0 ? `定案还缺 ${stops} 项${heeded}。` : `定案要的都已具备${heeded}。`;
  const link = mayDo(role, 'plan.fix') ? plansPaths.fix(records.version.id) : '';
  return { sentence, reasons: toReasons(blockers), link };
}

function postingOf(view: PlanView): PlanPage['posting'] {
  const { records, objections, role, today } = view;
  const { notice, standing, compound, renovation } = records;
  const isOpen = standing === 'draft' && mayDo(role, 'notice.post') && !writeBlockers(records).length;
  const mayTake =
    mayDo(role, 'wish.edit') && renovation.state !== 'closed' && renovation.state !== 'cancelled';
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

function othersOf({ records, versions }: PlanView): PlanPage['others'] {
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

function versionLinksOf({ records, versions, role }: PlanView): ActionLink[] {
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
