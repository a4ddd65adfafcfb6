import type { Frame } from '../compounds/workspace';
import { dayInWords } from '../domain/kernel/calendar-date';
import { noticePlaceNames } from '../domain/meeting/notice';
import type { Option } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import { toOptions } from '../platform/web/options';
import type { OperationAtPlace } from './operations.desk';
import { operationsPaths } from './operations.paths';

/** The notice of a removal day before it is posted (views/operations/notice). */
export interface OperationNoticePage extends Frame {
  title: string;
  heading: string;
  about: string;
  form: FormState;
  action: string;
  places: Option[];
  backLink: string;
}

/** The form of the notice. */
export function toOperationNotice(
  { operation, compound }: OperationAtPlace,
  form: FormState,
  frame: Frame,
): OperationNoticePage {
  return {
    ...frame,
    title: `集中拆除告知 · ${compound.name}`,
    heading: '张贴集中拆除告知',
    about: `下面的文字由行动安排生成，请把位置改成「院子的哪一片」，不指到哪一户。张贴到 ${dayInWords(operation.happensOn)}行动当天。`,
    form,
    action: operationsPaths.notices(operation.id),
    places: toOptions(noticePlaceNames),
    backLink: operationsPaths.show(operation.id),
  };
}
