import { answerDelay, freezeBaseline, writeStop } from './tell-progress';
import type { WorksStep } from './demo-works';
import { inviteForeman, tellPost } from './tell-posts';
import { drawWorkItems, stepContract, stepItems, writeContract } from './tell-works';
import { publishBulletin } from './tell-diaries';
import { announceDisruption, cancelDisruption, writeQuietDays } from './tell-disruptions';
import type { Tellers } from './telling';

/** Who tells each step of the construction stage. */
export const worksTellers: Tellers<WorksStep['do']> = {
  disruption: announceDisruption,
  'cancel-disruption': cancelDisruption,
  'quiet-days': writeQuietDays,
  bulletin: publishBulletin,
  invite: inviteForeman,
  post: tellPost,
  baseline: freezeBaseline,
  'stop-window': writeStop,
  delay: answerDelay,
  contract: writeContract,
  'contract-step': stepContract,
  'work-items': drawWorkItems,
  'item-step': stepItems,
};
