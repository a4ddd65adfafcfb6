import type { Frame } from '../compounds/workspace';
import { ConcealedStep, concealedLifecycle } from '../domain/construction/concealed-steps';
import { witnessNames } from '../domain/construction/concealed-work';
import type { Blocker } from '../domain/kernel/blocker';
import type { KeptFile } from '../files/kept-files';
import type { FactLine } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import { toOptions } from '../platform/web/options';
import { noNames } from '../platform/web/no-names';
import { concealedFacts, ConcealedView } from './concealed.presenter';
import { inspectionPaths } from './inspections.paths';
import type { CheckStepPage, StepFields } from './step.presenter';

const fieldsOf = (kept: KeptFile[], asksGiven: boolean, hint: string): Record<ConcealedStep, StepFields> => ({
  accept: {
    day: { label: '检查日期', withTime: true },
    witnesses: toOptions(witnessNames),
    reason: { label: '检查意见', hint: noNames, isOptional: true },
    photos: {
      label: '覆盖前的照片',
      hint: '至少一张，能看清做法和位置；不拍人脸、车牌',
      isOptional: false,
      kept,
    },
  },
  reject: {
    day: { label: '检查日期', withTime: true },
    reason: { label: '不合格的地方和怎样整改', hint: noNames, isOptional: false },
    photos: { label: '照片', hint: '不拍人脸、车牌', isOptional: true, kept },
  },
  'notice-again': {
    reason: { label: '怎样整改的', hint: noNames, isOptional: false },
    notice: { asksGiven, hint },
    photos: { label: '整改后的照片', hint: '不拍人脸、车牌', isOptional: true, kept },
  },
  cover: {
    day: { label: '覆盖日期', withTime: true },
    photos: { label: '覆盖后的照片', hint: '不拍人脸、车牌', isOptional: true, kept },
  },
  withdraw: { reason: { label: '撤回的原因', hint: noNames, isOptional: false } },
});

const notes: Partial<Record<ConcealedStep, string>> = {
  accept: '到现场看过、拍过照再登记。登记合格以后才能覆盖，后道工序才能开工。',
  cover: '覆盖以后不能再改。有怀疑的，剥开重新通知检查。',
  withdraw: '撤回以后这一处不再等检查，记录保留。',
};

/** A step of a concealed work as a form. */
export function toConcealedStep(
  view: ConcealedView,
  asked: {
    step: ConcealedStep;
    reasons: Blocker[];
    form: FormState;
    kept: KeptFile[];
    latest: FactLine[];
    asksGiven: boolean;
    hoursHint: string;
  },
  frame: Frame,
): CheckStepPage {
  const { compound, work } = view;
  const { step, reasons, form, kept, latest, asksGiven, hoursHint } = asked;
  const { label } = concealedLifecycle[step];
  return {
    ...frame,
    ...fieldsOf(kept, asksGiven, hoursHint)[step],
    title: `${label} · ${compound.name}`,
    heading: `${label}：${work.part}`,
    note: notes[step] ?? '',
    facts: concealedFacts(view),
    ...{ pictures: [], reasons, latest, form, step, label, isFinal: step === 'withdraw' },
    action: inspectionPaths.concealedSteps(work.id),
    backLink: inspectionPaths.concealed(work.id),
  };
}
