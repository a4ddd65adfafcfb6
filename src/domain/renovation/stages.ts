// The six stages residents are shown, the two tracks of funding, and where a renovation stands. Stages are a line for
// residents; what may happen is decided by the gates (gates/). Source: domain reference §1.1, condensed to six stages.

/** The stages in their order. */
export const stages = [
  'survey',
  'consultation',
  'removal',
  'construction',
  'acceptance',
  'handover',
] as const;

/** In which of the six stages? */
export type StageCode = (typeof stages)[number];

/** What is each stage called, to residents and staff alike? */
export const stageNames: Record<StageCode, string> = {
  survey: '摸底调查',
  consultation: '居民议事',
  removal: '拆违清障',
  construction: '施工改造',
  acceptance: '竣工验收',
  handover: '移交长效',
};

/** Who pays and plans: the district's yearly plan, or the street office by itself (outside national statistics). */
export type Track = 'district' | 'micro';

/** What is each track called? */
export const trackNames: Record<Track, string> = {
  district: '区级统一改造',
  micro: '街道自筹微改造',
};

/** Is the renovation going on, halted, given up, or finished for good? */
export type RenovationState = 'active' | 'paused' | 'cancelled' | 'closed';

/** What is each state called? */
export const renovationStateNames: Record<RenovationState, string> = {
  active: '进行中',
  paused: '已暂停',
  cancelled: '已取消',
  closed: '已办结',
};

/** How far is removal? It may run beside consultation and construction, so it is told apart from the stage. */
export type RemovalProgress = 'waiting' | 'open' | 'finished';

/** What is said of the removal? */
export const removalProgressNames: Record<RemovalProgress, string> = {
  waiting: '未开始',
  open: '进行中',
  finished: '已完成',
};

/** Where does a renovation stand? */
export interface Position {
  state: RenovationState;
  stage: StageCode;
  removal: RemovalProgress;
}

/** Where does every renovation begin? */
export const firstPosition: Position = { state: 'active', stage: 'survey', removal: 'waiting' };

/** Which stage follows? undefined after the last. */
export const stageAfter = (stage: StageCode): StageCode | undefined => stages[stages.indexOf(stage) + 1];

/** Which stage comes before? undefined before the first. */
export const stageBefore = (stage: StageCode): StageCode | undefined => stages[stages.indexOf(stage) - 1];

/** Is this stage over, running or still ahead, for a renovation at this position? */
export function stageStanding(stage: StageCode, position: Position): 'over' | 'running' | 'ahead' {
  if (position.state === 'closed') return 'over';
  if (stage === 'removal') {
    return position.removal === 'waiting' ? 'ahead' : position.removal === 'open' ? 'running' : 'over';
  }
  const distance = stages.indexOf(stage) - stages.indexOf(position.stage);
  return distance < 0 ? 'over' : distance === 0 ? 'running' : 'ahead';
}
