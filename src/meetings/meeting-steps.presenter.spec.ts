import { formState } from '../platform/web/form';
import { givenCalendar, givenFrame, givenRecords } from './given-meeting';
import { confirmedSteps } from './meeting.forms';
import { otherSteps, toMeetingStep } from './meeting-steps.presenter';

describe('steps that need a reason', () => {
  it.each(confirmedSteps)('%s says what is different afterwards', (step) => {
    const parts = { reasons: [], calendar: givenCalendar, form: formState({}) };
    const page = toMeetingStep(givenRecords(), step, parts, givenFrame);
    expect(page.consequences[0].after).not.toBe(page.consequences[0].now);
    expect(page).toMatchObject({ step, action: '/meetings/3/steps', backLink: '/meetings/3' });
  });

  it.each([
    ['planned', ['修改安排', '打印签到表', '取消会议']],
    ['held', ['打印会议议程', '打印签到表', '打印会议纪要']],
    ['minutes-done', ['打印会议议程', '打印会议纪要', '重新修改纪要']],
    ['published', ['打印会议议程', '打印会议纪要', '更正已公布的纪要', '撤下已公布的纪要']],
    ['cancelled', []],
  ] as const)('a meeting that is %s', (state, labels) => {
    const records = givenRecords({ state, kind: 'four-party' });
    const steps = otherSteps(records, { open: true, isOffice: true }).map(({ label }) => label);
    expect(steps).toEqual(labels);
  });
});
