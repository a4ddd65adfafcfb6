import { meetingStateNames, MeetingState } from './meeting-lifecycle';
import { minutesNoticeBlockers, publicationBlockers } from './meeting-publication';

describe('what is published of a meeting', () => {
  it.each([
    ['the first version without a reason', false, null, 0],
    ['a correction without a reason', true, null, 1],
    ['a correction with blanks for a reason', true, ' ', 1],
    ['a correction with a reason', true, '漏了一条议定事项', 0],
  ])('%s', (_, isCorrection, reason, count) => {
    expect(publicationBlockers({ isCorrection, reason })).toHaveLength(count);
  });

  it('while residents read the minutes, their notice does not come down alone', () => {
    const states = Object.keys(meetingStateNames) as MeetingState[];
    expect(states.filter((state) => minutesNoticeBlockers(state).length)).toEqual(['published']);
  });
});
