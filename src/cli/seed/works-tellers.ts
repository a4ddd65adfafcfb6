import { answerDelay, freezeBaseline, writeStop } from './tell-progress';
import type { WorksStep } from './demo-works';
import { drawWorkItems, stepContract, stepItems, writeContract } from './tell-works';
import type { Tellers } from './telling';

/** Who tells each step of the construction stage. */
export const worksTellers: Tellers<WorksStep['do']> = {
  baseline: freezeBaseline,
  'stop-window': writeStop,
  delay: answerDelay,
  contract: writeContract,
  'contract-step': stepContract,
  'work-items': drawWorkItems,
  'item-step': stepItems,
};
