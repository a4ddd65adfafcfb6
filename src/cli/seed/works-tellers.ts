import type { WorksStep } from './demo-works';
import { drawWorkItems, stepContract, stepItems, writeContract } from './tell-works';
import type { Tellers } from './telling';

/** Who tells each step of the construction stage. */
export const worksTellers: Tellers<WorksStep['do']> = {
  contract: writeContract,
  'contract-step': stepContract,
  'work-items': drawWorkItems,
  'item-step': stepItems,
};
