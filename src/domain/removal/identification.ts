// What the planning department found, and what follows: only what cannot be put right is removed; what can be is ordered to
// be, what cannot be taken down is confiscated, what is lawful stays (城乡规划法 §64; 河南省实施城乡规划法办法 §71; domain
// reference §3.1, §3.4).
import type { Blocker } from '../kernel/blocker';
import { byLaw } from './blocked';
import { StructureKind, structureKinds } from './structure-kinds';

/** What does the identification document conclude? */
export type Conclusion = 'must-remove' | 'correctable' | 'cannot-remove' | 'lawful';

export const conclusionNames: Record<Conclusion, string> = {
  'must-remove': '无法采取改正措施，应当拆除',
  correctable: '可以采取改正措施',
  'cannot-remove': '应当拆除但不能拆除',
  lawful: '合法，有规划许可',
};

const instead: Record<Exclude<Conclusion, 'must-remove'>, string> = {
  correctable: '认定可以改正的，只能责令限期改正，不能限期拆除，请登记整改后「整改后保留」',
  'cannot-remove': '认定不能拆除的，由执法部门没收实物或罚款，不能限期拆除，请「划出施工范围」',
  lawful: '认定合法的不能拆除，请改为「合法保留」',
};

/** What speaks against a decision to remove, by what was found? A kind that needs no identification is not asked. */
export function conclusionBlockers(kind: StructureKind, conclusion: Conclusion | null): Blocker[] {
  if (!structureKinds[kind].needsIdentification || conclusion === 'must-remove') return [];
  const text = conclusion ? instead[conclusion] : '还没有规划认定意见，只能按疑似处理，请先请规划部门认定';
  return [byLaw(conclusion ? 'conclusion' : 'not-identified', text, '城乡规划法 §64')];
}
