// How much of the sheet of a structure may still be corrected: everything while it stands, its pictures and what becomes
// of the ground once it is gone, nothing once it stays or was struck out. What its ownership is, is changed by the steps
// of the case, never by the sheet (a setting of the house: the state must not say something else than the sheet).
import { Blocker } from '../kernel/blocker';
import type { CalendarDate } from '../kernel/calendar-date';
import { dayInWords } from '../kernel/calendar-date';
import type { Role } from '../people/roles';
import { byOffice, remark } from './blocked';
import type { Ownership, StructureSheet } from './structure';
import { StructureKind, structureKinds } from './structure-kinds';
import { isGone, stillStands, StructureState, structureStateNames } from './structure-states';

/** How much of a sheet may be corrected? */
export type EditExtent = 'everything' | 'afterwards' | 'nothing';

/** How much in this state? */
export function editExtent(state: StructureState): EditExtent {
  if (stillStands(state)) return 'everything';
  return isGone(state) ? 'afterwards' : 'nothing';
}

/** What speaks against correcting anything in this state? */
export const editBlockers = (state: StructureState): Blocker[] =>
  editExtent(state) === 'nothing'
    ? [
        byOffice(
          'edit-state',
          `现在是「${structureStateNames[state]}」，登记内容不能再改；有变化请先重新打开`,
        ),
      ]
    : [];

/** Who may say that nobody has to be cared for any more? The street manager, who signs for the care (D12). */
export function careMarkBlockers(
  now: Pick<StructureSheet, 'isSoleHome'> & { hasHardship: boolean },
  before: Pick<StructureSheet, 'isSoleHome'> & { hasHardship: boolean },
  role: Role,
): Blocker[] {
  if (role === 'street-manager') return [];
  return [
    ...(before.isSoleHome && !now.isSoleHome ? ['唯一住处'] : []),
    ...(before.hasHardship && !now.hasHardship ? ['困难或重病'] : []),
  ].map((mark) =>
    byOffice('edit-care', `「${mark}」登记后由街道项目负责人核实取消，请保留勾选，或请负责人修改`),
  );
}

/** What speaks against taking pictures off? What is verified keeps its proof. */
export const dropBlockers = (state: StructureState, dropped: number): Blocker[] =>
  dropped > 0 && state === 'verified'
    ? [byOffice('edit-proof', '已复核销号，照片是销号的依据，不能去掉，可以补传')]
    : [];

/** What is said while nobody took a picture: it is hard to take one afterwards (D16). */
export const pictureWarnings = (picturesBefore: number): Blocker[] =>
  picturesBefore > 0 ? [] : [remark('D16', '还没有拆除前照片，请在拆除前补拍上传，没有照片不能复核销号')];

/** Whose is it taken to be where nobody said? Property of the former unit is asked after first. */
export const usualOwnership = (kind: StructureKind): Ownership =>
  structureKinds[kind].ownershipFirst ? 'open' : 'no-claim';

/** A finding on the ownership names what it rests on; a claim or none needs nothing. */
export const basisBlockers = (ownership: Ownership, basis: string): Blocker[] =>
  ownership === 'no-claim' || ownership === 'open' || basis.trim()
    ? []
    : [byOffice('ownership-basis', '请填写「权属依据」，如 房产证、产权单位的复函及其日期')];

/** What speaks against this day for the removal? */
export const plannedDayBlockers = (
  plannedOn: CalendarDate | null,
  { foundOn }: Pick<StructureSheet, 'foundOn'>,
): Blocker[] =>
  plannedOn !== null && plannedOn < foundOn
    ? [byOffice('planned-day', `「计划拆除日期」不能早于发现日期 ${dayInWords(foundOn)}`)]
    : [];
