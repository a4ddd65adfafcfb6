// May this be shown to everybody? What was published is never changed: a correction is a new version that says why, so
// that residents and the office can tell what was read when (domain reference §7.1; house rule).
import { Blocker, houseRule } from '../kernel/blocker';
import type { MeetingState } from './meeting-lifecycle';

/** What speaks against withdrawing the notice of minutes by itself? What residents read online goes with it. */
export const minutesNoticeBlockers = (state: MeetingState): Blocker[] =>
  state === 'published'
    ? [houseRule('meeting.notice-of-minutes', '请在会议页点「撤下已公布的纪要」，网上公开的纪要会一起撤下')]
    : [];

/** What speaks against this version? Whether it is the turn of publishing is the question of the lifecycle. */
export const publicationBlockers = (version: { isCorrection: boolean; reason: string | null }): Blocker[] =>
  version.isCorrection && !version.reason?.trim()
    ? [houseRule('meeting.correction-reason', '请填写「更正原因」，说明和上一版有什么不同')]
    : [];
