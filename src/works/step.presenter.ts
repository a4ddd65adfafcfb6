import type { Compound } from '../compounds/compound.entity';
import type { Frame } from '../compounds/workspace';
import { contractLifecycle, contractStateNames, ContractStep } from '../domain/construction/contract';
import { workItemLifecycle, WorkItemStep } from '../domain/construction/item-lifecycle';
import { valueOfWhole, workItemStateNames } from '../domain/construction/work-item';
import type { Blocker } from '../domain/kernel/blocker';
import type { FormState } from '../platform/web/form';
import type { ItemStanding } from './item-standings';
import type { ContractRecord } from './work.entities';
import { worksPaths } from './works.paths';

/** A step of a contract or of an item, on a page of its own (views/works/step). */
export interface WorkStepPage extends Frame {
  title: string;
  heading: string;
  note: string;
  consequences: { what: string; now: string; after: string }[];
  reasons: Blocker[];
  step: string;
  label: string;
  isFinal: boolean;
  /** Where words are asked for: what is to be told. */
  reasonLabel?: string;
  action: string;
  form: FormState;
  backLink: string;
  back: string;
}

const contractNotes: Record<ContractStep, { note: string; reason?: string }> = {
  begin: { note: '开始履行以后，可以邀请现场填日报，施工项目可以开工。' },
  finish: { note: '履行完毕以后不再收日报，邀请的手机停用。' },
  end: { note: '解除以后不再收日报，没有完工的项目请另列到别的合同。', reason: '解除的原因' },
  resume: { note: '恢复以后又可以收日报。', reason: '恢复的原因' },
};

/** What is different once the step of a contract is taken. */
export function toContractStep(
  { compound, contract }: { compound: Compound; contract: ContractRecord },
  step: ContractStep,
  parts: { reasons: Blocker[]; form: FormState },
  frame: Frame,
): WorkStepPage {
  const { label, to } = contractLifecycle[step];
  const { note, reason } = contractNotes[step];
  const { id, name, state } = contract;
  return {
    ...{ ...frame, title: `${label} · ${compound.name}`, heading: `${label}：${name}`, note, step, label },
    consequences: [{ what: '合同', now: contractStateNames[state], after: contractStateNames[to] }],
    ...{ ...parts, isFinal: step === 'end', reasonLabel: reason },
    ...{ action: worksPaths.contractSteps(id), backLink: worksPaths.contract(id), back: '返回合同' },
  };
}

const itemNotes: Record<WorkItemStep, { note: string; reason?: string }> = {
  open: { note: '开工以后，现场可以报这一项的进度。' },
  finish: { note: '施工方自检合格，等分项验收；这一项不再报进度。' },
  accept: { note: '由没有施工这一项的人验收。合格以后，后道工序可以接着做。' },
  reopen: { note: '退回以后，现场又可以报这一项的进度。', reason: '没有做好的地方，或重新施工的原因' },
  drop: { note: '不再施工的项目不计入进度，已报的数据留着。', reason: '不再施工的原因' },
  restore: { note: '恢复以后从「未开工」重新办理。', reason: '恢复的原因' },
};

/** What is different once the step of an item is taken. */
export function toItemStep(
  { compound, standing }: { compound: Compound; standing: ItemStanding },
  step: WorkItemStep,
  parts: { reasons: Blocker[]; remarks: readonly Blocker[]; form: FormState },
  frame: Frame,
): WorkStepPage {
  const { label, to } = workItemLifecycle[step];
  const { note, reason } = itemNotes[step];
  const { item, confirmed } = standing;
  const { reasons, remarks, form } = parts;
  return {
    ...{ ...frame, title: `${label} · ${compound.name}`, heading: `${label}：${item.name}`, step, label },
    note: [note, ...remarks.map(({ text }) => `${text}。`)].join(''),
    consequences: [
      { what: '项目', now: workItemStateNames[item.state], after: workItemStateNames[to] },
      ...(step === 'finish' || step === 'accept'
        ? [{ what: '已确认', now: valueOfWhole(confirmed, item), after: '不变' }]
        : []),
    ],
    ...{ reasons, form, isFinal: step === 'drop', reasonLabel: reason },
    ...{ action: worksPaths.itemSteps(item.id), backLink: worksPaths.item(item.id), back: '返回项目' },
  };
}
