import type { Frame } from '../compounds/workspace';
import type { Blocker } from '../domain/kernel/blocker';
import type { FactLine } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import { agenciesInWords, operationTime } from './operation-words';
import type { OperationAtPlace } from './operations.desk';
import { operationsPaths } from './operations.paths';

/** The page on which a removal day is called off (views/operations/cancel). */
export interface OperationCancelPage extends Frame {
  title: string;
  heading: string;
  note: string;
  facts: FactLine[];
  reasons: Blocker[];
  form: FormState;
  action: string;
  isFinal: true;
  backLink: string;
}

/** What it is, what happens, and why it is called off. */
export function toCancellation(
  view: OperationAtPlace & { blockers: Blocker[]; isPosted: boolean },
  form: FormState,
  frame: Frame,
): OperationCancelPage {
  const { operation, compound, members, isPosted } = view;
  const down = isPosted ? '张贴的告知一起撤下，请把院里的纸质告知也揭下。' : '';
  return {
    ...frame,
    title: `取消行动 · ${compound.name}`,
    heading: `取消行动：${operation.name}`,
    note: `只是改期的，请用「修改安排」。取消以后不能恢复，里面的拆除对象可以另外安排。${down}`,
    facts: [
      { term: '时间', value: operationTime(operation) },
      { term: '参加单位', value: agenciesInWords(operation) },
      { term: '拆除对象', value: `${members.length} 处` },
    ],
    reasons: view.blockers,
    form,
    action: operationsPaths.cancellations(operation.id),
    isFinal: true,
    backLink: operationsPaths.show(operation.id),
  };
}
