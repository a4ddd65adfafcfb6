import { structureKinds } from '../domain/removal/structure-kinds';
import type { StructureRecord } from '../structures/structure.entities';
import { enforcementPaths } from './enforcement.paths';

/** Which sheet is printed? The first four are the street's own; the last two only an organ with the power may issue. */
export type PrintForm = 'notice' | 'promise' | 'request' | 'service' | 'urge' | 'announcement';

export const printFormNames: Record<PrintForm, string> = {
  notice: '告知书（劝导用）',
  promise: '承诺书',
  request: '申请拆除书',
  service: '送达回证',
  urge: '催告书（草稿）',
  announcement: '限期自行拆除公告（草稿）',
};

const streetForms: readonly PrintForm[] = ['notice', 'promise', 'request', 'service'];
const draftForms: readonly PrintForm[] = ['urge', 'announcement'];

/** Which sheets may be printed of this structure: the drafts only for cases that know force, and once one is begun. */
export const printFormsOf = ({ kind }: Pick<StructureRecord, 'kind'>, isBegun: boolean): PrintForm[] => [
  ...streetForms,
  ...(isBegun && structureKinds[kind].track === 'planning' ? draftForms : []),
];

/** The list 「打印」 of the columns. */
export const printOffers = (structure: StructureRecord, isBegun: boolean) =>
  printFormsOf(structure, isBegun).map((form) => ({
    label: printFormNames[form],
    link: enforcementPaths.print(structure.id, form),
  }));
