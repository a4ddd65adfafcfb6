import { Compound } from '../compounds/compound.entity';
import { Frame } from '../compounds/workspace';
import { Blocker, stopping } from '../domain/kernel/blocker';
import { organNames } from '../domain/removal/competence';
import { belongingsNames } from '../domain/removal/removal-result';
import { windHint } from '../domain/removal/removal-rules';
import { removalWayNames } from '../domain/removal/removal-ways';
import { isIdentified } from '../domain/removal/statutory-case';
import { Ownership, ownershipNames } from '../domain/removal/structure';
import { structureKinds } from '../domain/removal/structure-kinds';
import { StructureStep, structureLifecycle } from '../domain/removal/structure-lifecycle';
import { structureStateNames } from '../domain/removal/structure-states';
import type { KeptFile } from '../files/kept-files';
import { FactLine, Option } from '../platform/web/figures';
import { FormState } from '../platform/web/form';
import { toOptions } from '../platform/web/options';
import { noNames } from '../platform/web/no-names';
import { StructureHead, toStructureHead } from '../structures/structure-head.presenter';
import { structurePaths } from '../structures/structures.paths';
import type { StepFileField } from './posted-step';
import type { KnownCase } from './removal-judging';
import { removalsPaths } from './removals.paths';
import { alertNames, utilitiesNames } from './step-words';

/** How the words of a step are asked for. */
interface Asking {
  label: string;
  hint: string;
}

/** The form of one step (views/removals/step). */
export interface StepPage extends Frame {
  title: string;
  structure: StructureHead;
  heading: string;
  /** What the step is for, and what is different afterwards. */
  note: string;
  step: StructureStep;
  /** What no form can mend today; it may still be filled in for an earlier day. */
  reasons: Pick<Blocker, 'text' | 'source'>[];
  remarks: Pick<Blocker, 'text' | 'source'>[];
  isAgreement: boolean;
  isOwnership: boolean;
  isRemoval: boolean;
  isForced: boolean;
  isVerification: boolean;
  /** Is it removed by the office, at the request or by force, so that hours, weather and firm are asked for? */
  byOffice: boolean;
  hasArea: boolean;
  /** 办理日期, 复核日期 …; empty where another day says it. */
  dayLabel: string;
  windHint: string;
  reason: Asking | null;
  /** Set where a scan of a document belongs to it. */
  document: Asking | null;
  ways: Option[];
  ownerships: Option[];
  belongings: Option[];
  alerts: Option[];
  utilities: Option[];
  organs: Option[];
  form: FormState;
  kept: Partial<Record<StepFileField, KeptFile[]>>;
  latest: FactLine[];
  action: string;
  backLink: string;
  /** Red: the step cannot be taken back. */
  isFinal: boolean;
}

/** Everything the form of a step is made of. */
export interface StepView {
  compound: Compound;
  known: KnownCase;
  step: StructureStep;
  /** What speaks against it whatever is filled in, warnings included. */
  blockers: readonly Blocker[];
  kept: StepPage['kept'];
  latest: FactLine[];
}

const notes: Record<StructureStep, string> = {
  'check-ownership': '权属有疑问的先核查，核查期间不拆除。原来的同意和签字文书不再作数，照样留底。',
  'settle-ownership': '核查清楚以后回到「待处理」，可以继续劝导、约定拆除方式。',
  agree: '当事人签了承诺书（自行拆除）或申请书、委托协议（助拆）以后登记。没有签字的不算同意。',
  'withdraw-agreement': '回到「待处理」，继续劝导。原来的签字文书不再作数，照样留底。',
  remove: '拆完以后按现场实测登记，再由另一位工作人员复核销号。',
  'remove-by-force': '强制程序走完、实施以后登记，同时把执行笔录记入执法案卷，再由另一位工作人员复核销号。',
  verify: '到现场看过、拍了照，再复核销号。销号以后，这块地上的改造内容可以开工，并通知施工方。',
  'send-back': '回到「待处理」，拆除结果和拆除后照片不再作数，照样留底。',
  'retain-legal': '有合法手续的保留，不再拆除；施工时避让。',
  'retain-rectified': '整改到位的保留，不再拆除；施工时避让。',
  'scope-out': '不在这次改造里拆除，划出施工范围，这块地按没有障碍处理。',
  reopen: '复查发现又搭起来的，或者原来的处理不对的，重新打开，从「待处理」再办一遍。',
  'strike-out': '登记有误的撤销，留底但不再计入。已有法定文书的不能撤销。',
};

const asking = (label: string, hint = noNames): Asking => ({ label, hint });

const reasons: Partial<Record<StructureStep, Asking>> = {
  'check-ownership': asking('权属的疑问'),
  'settle-ownership': asking('核查依据', '查了哪些档案、问了哪个单位；不写姓名、电话、身份证号'),
  'withdraw-agreement': asking('反悔的情况'),
  'send-back': asking('没有拆到位的地方'),
  'retain-legal': asking('保留的理由'),
  'retain-rectified': asking('整改的情况'),
  'scope-out': asking('划出的理由'),
  reopen: asking('复查发现的情况'),
  'strike-out': asking('登记有误的情况'),
};

const documents: Partial<Record<StructureStep, Asking>> = {
  'settle-ownership': asking('核查依据的扫描件', '产权档案、单位书面意见等'),
  'retain-legal': asking('合法手续', '规划许可、产权证明等的扫描件'),
  'retain-rectified': asking('整改验收的依据', '验收单、照片等'),
  'scope-out': asking('划出范围的决定', '会议纪要、盖章的决定等'),
};

const dayLabels: Partial<Record<StructureStep, string>> = {
  ...{ verify: '复核日期', 'send-back': '到现场日期', reopen: '复查日期' },
  ...{ agree: '', remove: '', 'remove-by-force': '' },
};

const finalSteps: readonly StructureStep[] = ['strike-out'];

/** The form of this step; what was typed stands in it. */
export function toStepForm(view: StepView, form: FormState, frame: Frame): StepPage {
  const { compound, known, step, blockers } = view;
  const { structure } = known.found;
  const { label, to } = structureLifecycle[step];
  const isForced = step === 'remove-by-force';
  const isRemoval = step === 'remove' || isForced;
  const stops = stopping(blockers);
  return {
    ...frame,
    title: `${label} · ${compound.name}`,
    structure: toStructureHead(structure, isIdentified(known.ways.statutory)),
    heading: label,
    note: `${notes[step]}办理后：${structureStateNames[to]}。`,
    step,
    reasons: stops,
    remarks: blockers.filter((one) => !stops.includes(one)),
    ...{ isAgreement: step === 'agree', isOwnership: step === 'settle-ownership' },
    ...{ isRemoval, isForced, isVerification: step === 'verify' },
    byOffice: isForced || structure.way !== 'voluntary',
    hasArea: structureKinds[structure.kind].hasArea,
    dayLabel: dayLabels[step] ?? '办理日期',
    windHint,
    reason: reasons[step] ?? null,
    document: documents[step] ?? null,
    ...optionsOf(),
    ...{ form, kept: view.kept, latest: view.latest },
    action: removalsPaths.steps(structure.id),
    backLink: structurePaths.show(structure.id),
    isFinal: finalSteps.includes(step),
  };
}

const settled: Ownership[] = ['no-claim', 'not-lawful', 'consented', 'lawful'];

const optionsOf = () => ({
  ways: toOptions(removalWayNames).filter(({ value }) => value !== 'forced'),
  ownerships: settled.map((value) => ({ value, label: ownershipNames[value] })),
  belongings: toOptions(belongingsNames),
  alerts: toOptions(alertNames),
  utilities: toOptions(utilitiesNames),
  organs: toOptions(organNames),
});
