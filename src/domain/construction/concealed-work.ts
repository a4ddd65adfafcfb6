// Work that is covered afterwards (隐蔽工程) is looked at before; until it is accepted the next process waits
// (建设工程质量管理条例 §30; 民法典 §798; domain reference §1.3 G10).
import type { Blocker } from '../kernel/blocker';
import { byLaw } from './blocked';

/** The source of the rule, as quoted beside a refusal. */
export const concealedSource = '建设工程质量管理条例 §30；民法典 §798';

/** Where does it stand? */
export type ConcealedState = 'noticed' | 'accepted' | 'rejected' | 'covered' | 'withdrawn';

/** What is each state called? */
export const concealedStateNames: Record<ConcealedState, string> = {
  noticed: '已通知，待检查',
  accepted: '检查合格，可以覆盖',
  rejected: '检查不合格，待整改',
  covered: '已覆盖',
  withdrawn: '已撤回',
};

/** The states in which it still waits for somebody: to look, to mend, to cover. */
export const openConcealedStates: readonly ConcealedState[] = ['noticed', 'rejected', 'accepted'];

/** Who can stand by? */
export type Witness = 'contractor' | 'supervisor' | 'street' | 'quality-station' | 'utility' | 'residents';

/** What is each called? */
export const witnessNames: Record<Witness, string> = {
  contractor: '施工方',
  supervisor: '监理',
  street: '街道',
  'quality-station': '质量监督机构',
  utility: '专营单位',
  residents: '居民监督员',
};

/** A piece of work that will be covered; `part` is where, in words. */
export interface ConcealedWork {
  id: number;
  itemId: number;
  part: string;
  state: ConcealedState;
}

/** Was it accepted before it was covered? */
export const isConcealedAccepted = ({ state }: Pick<ConcealedWork, 'state'>): boolean =>
  state === 'accepted' || state === 'covered';

/** What of the concealed work before an item speaks against working on it? */
export const unacceptedBlockers = (
  { name, predecessorId }: { name: string; predecessorId: number | null },
  concealed: readonly ConcealedWork[],
): Blocker[] =>
  concealed
    .filter((one) => one.itemId === predecessorId && !isConcealedAccepted(one) && one.state !== 'withdrawn')
    .map(({ part, state }) => {
      const text = `「${name}」要等${part}隐蔽验收合格（现在${concealedStateNames[state]}）`;
      return byLaw('item-concealed-before', text, concealedSource);
    });
