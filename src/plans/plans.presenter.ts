import type { Frame } from '../compounds/workspace';
import { stopping } from '../domain/kernel/blocker';
import { dayInWords } from '../domain/kernel/calendar-date';
import { mayDo } from '../domain/people/permissions';
import { planSheetWarnings } from '../domain/plan/plan-sheet';
import type {
  ActionLink,
  EmptyNote,
  FactLine,
  GateLine,
  NumberFigure,
  StatusMark,
  Tab,
} from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import { ItemGroup, toItemGroups } from './item-rows.presenter';
import { DrawingFigures, toDrawings, toPlanNumbers, toReasons } from './plan-figure';
import { nextStep } from './plan-next-step';
import { writeBlockers } from './plan-records';
import { OtherVersion, PostingFigure, toOthers, toPosting, toVersionLinks } from './plan-sides.presenter';
import type { PlanView } from './plan-view';
import { standingMark, versionAbout, versionName } from './plan-words';
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
  missing?: { sentence: string; reasons: GateLine[]; link: string };
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
  posting?: PostingFigure;
  others: OtherVersion[];
  /** Beginning the next version, giving this one up. */
  versionLinks: ActionLink[];
  form: FormState;
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
      groups: toItemGroups({ ...view, items, mayEdit, seesVotes: mayDo(role, 'vote.read') }),
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
    posting: isOffice ? toPosting(view) : undefined,
    others: toOthers(view),
    versionLinks: toVersionLinks(view),
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
  const isDraft = records.standing === 'draft';
  const way = { code: records.compound.code, versionId: records.version.id, isDraft };
  return { sentence, reasons: toReasons(blockers, mayDo(role, 'plan.edit') ? way : undefined), link };
}
