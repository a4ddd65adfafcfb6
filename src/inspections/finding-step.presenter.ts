import type { Frame } from '../compounds/workspace';
import { FindingStep, findingLifecycle } from '../domain/construction/finding-steps';
import type { Blocker } from '../domain/kernel/blocker';
import type { KeptFile } from '../files/kept-files';
import type { FactLine } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import { noNames } from '../platform/web/no-names';
import { findingNumber } from './check-words';
import { afterPictures, findingFacts, FindingView } from './finding.presenter';
import { inspectionPaths } from './inspections.paths';
import type { CheckStepPage, StepFields } from './step.presenter';

const fieldsOf = (kept: KeptFile[]): Record<FindingStep, StepFields> => ({
  mend: {
    day: { label: '整改日期' },
    reason: { label: '怎样整改的', hint: `如 线管已加固；${noNames}`, isOptional: false },
    photos: {
      label: '整改后的照片',
      hint: '在同一位置拍，至少一张；不拍人脸、车牌',
      isOptional: false,
      kept,
    },
  },
  pass: {
    day: { label: '复查日期' },
    reason: { label: '复查意见', hint: noNames, isOptional: true },
    photos: { label: '复查照片', hint: '不拍人脸、车牌', isOptional: true, kept },
  },
  'send-back': {
    reason: { label: '没有改到位的地方', hint: noNames, isOptional: false },
    nextDue: { hint: '重新整改到哪一天' },
    photos: { label: '复查照片', hint: '不拍人脸、车牌', isOptional: true, kept },
  },
  'move-due': {
    reason: { label: '调整期限的原因', hint: noNames, isOptional: false },
    nextDue: { hint: '不能早于今天' },
  },
  reopen: {
    reason: { label: '重新打开的原因', hint: `如 又松动了；${noNames}`, isOptional: false },
    nextDue: { hint: '重新整改到哪一天' },
  },
  'strike-out': {
    reason: { label: '登记有误的情况', hint: noNames, isOptional: false },
  },
});

const notes: Partial<Record<FindingStep, string>> = {
  pass: '对照整改前后的照片，到现场看过再通过。整改和复查不能是同一个人或同一家单位。',
  'strike-out': '只在登记错了的时候撤销；已经整改的请办复查。撤销以后不再计入，记录保留。',
};

/** A step of a finding as a form. */
export function toFindingStep(
  view: FindingView,
  asked: {
    step: FindingStep;
    reasons: Blocker[];
    form: FormState;
    kept: KeptFile[];
    latest: FactLine[];
  },
  frame: Frame,
): CheckStepPage {
  const { compound, finding, photos } = view;
  const { step, reasons, form, kept, latest } = asked;
  const { label } = findingLifecycle[step];
  return {
    ...frame,
    ...fieldsOf(kept)[step],
    title: `${label} · ${compound.name}`,
    heading: `${label}：问题${findingNumber(finding)}`,
    note: notes[step] ?? '',
    facts: findingFacts(view),
    pictures: step === 'pass' || step === 'send-back' ? afterPictures(finding, photos) : [],
    ...{ reasons, latest, form, step, label, isFinal: step === 'strike-out' },
    action: inspectionPaths.findingSteps(finding.id),
    backLink: inspectionPaths.finding(finding.id),
  };
}
