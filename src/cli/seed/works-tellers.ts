import { answerDelay, freezeBaseline, writeStop } from './tell-progress';
import { giveNotice, inspect, liftStop, orderStop, stepConcealed, stepFinding } from './tell-inspections';
import type { WorksStep } from './demo-works';
import { inviteForeman, tellPost } from './tell-posts';
import { drawWorkItems, stepContract, stepItems, writeContract } from './tell-works';
import { publishBulletin } from './tell-diaries';
import { announceDisruption, cancelDisruption, writeQuietDays } from './tell-disruptions';
import { answerHints, photographPoint, registerPoint } from './tell-site-photos';
import { answerUtility, askUtilities } from './tell-digs';
import type { Tellers } from './telling';

/** Who tells each step of the construction stage. */
export const worksTellers: Tellers<WorksStep['do']> = {
  inspection: inspect,
  'finding-step': stepFinding,
  concealed: giveNotice,
  'concealed-step': stepConcealed,
  stop: orderStop,
  resume: liftStop,
  point: registerPoint,
  'point-photo': photographPoint,
  'photo-hints': answerHints,
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
  'ask-utilities': askUtilities,
  'utility-answer': answerUtility,
};
