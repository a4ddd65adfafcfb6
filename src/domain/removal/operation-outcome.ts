// What came of each structure on a removal day: none may be left without a word, and what still stands has a reason and a
// next step (case C6; a rule of the house).
import { Area, areaInWords } from '../kernel/area';
import type { Blocker } from '../kernel/blocker';
import { byOffice } from './blocked';
import type { Organ } from './competence';
import { OperationStructure } from './removal-operation';
import { structureNumber } from './structure-kinds';

/** What came of each structure on the day? */
export type OperationOutcome = 'removed' | 'partly' | 'not-removed';

export const operationOutcomeNames: Record<OperationOutcome, string> = {
  removed: '已拆除',
  partly: '部分拆除',
  'not-removed': '没有拆除',
};

/** What speaks against closing the operation with these outcomes? Each structure needs one, and a reason where it stands. */
export function operationResultBlockers(
  structures: readonly Pick<OperationStructure, 'id' | 'number'>[],
  outcomes: readonly { structureId: number; outcome: OperationOutcome; note: string }[],
): Blocker[] {
  const found: Blocker[] = [];
  for (const { id, number } of structures) {
    const given = outcomes.filter(({ structureId }) => structureId === id);
    if (given.length !== 1) {
      found.push(byOffice('operation-outcome', `${structureNumber(number)}还没有结果，请逐处登记`));
    } else if (given[0].outcome !== 'removed' && !given[0].note.trim()) {
      const said = operationOutcomeNames[given[0].outcome];
      found.push(byOffice('operation-note', `${structureNumber(number)}${said}，请写明原因和下一步`));
    }
  }
  const known = new Set(structures.map(({ id }) => id));
  if (outcomes.some(({ structureId }) => !known.has(structureId))) {
    found.push(byOffice('operation-foreign', '结果里有不在这次行动中的对象，请刷新页面重新填写'));
  }
  return found;
}

/** What speaks against writing down that this much of a structure went? A part is less than the whole. */
export function partBlockers(
  { number, area }: { number: number; area: Area | null },
  removedPart: Area | null,
): Blocker[] {
  if (removedPart === null || area === null || removedPart < area) return [];
  const text = `${structureNumber(number)}登记 ${areaInWords(area)}，拆了 ${areaInWords(removedPart)} 就是全部拆除，请改选「已拆除」或核对面积`;
  return [byOffice('operation-part', text)];
}

/** What speaks against writing down that this structure went by force? Who carried it out is part of its record. */
export const executionBlockers = (
  { number }: Pick<OperationStructure, 'number'>,
  organ: Organ | null,
): Blocker[] => (organ ? [] : [byOffice('operation-organ', `${structureNumber(number)}：请选择执行机关`)]);
