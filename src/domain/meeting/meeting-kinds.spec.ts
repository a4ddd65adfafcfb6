import { isFirm } from '../people/roles';
import { firmKinds, MeetingKind, meetingKindCodes, meetingKinds, noticeRuleOf } from './meeting-kinds';

describe('the kinds of meetings', () => {
  it.each<[MeetingKind, number | undefined]>([
    ['owners', 15],
    ['representatives', 3],
    ['four-party', undefined],
    ['renovation-council', undefined],
    ['building-leads', undefined],
    ['on-site', undefined],
  ])('%s: days of notice', (kind, days) => {
    expect(noticeRuleOf(kind, '2026-06-08')?.value).toBe(days);
  });

  it('a day before the text of the rule that was read has no rule', () => {
    expect(noticeRuleOf('owners', '2018-03-19')?.value).toBe(15);
    expect(noticeRuleOf('owners', '2018-03-18')).toBeUndefined();
  });

  it('firms read the meetings they sit in, and no others', () => {
    expect(firmKinds).toEqual(['four-party', 'renovation-council', 'on-site']);
    expect([isFirm('contractor'), isFirm('supervisor'), isFirm('auditor')]).toEqual([true, true, false]);
  });

  it('the four parties are those of the report', () => {
    expect(meetingKinds['four-party'].parties).toEqual([
      'party-branch',
      'contractor',
      'supervisor',
      'members',
    ]);
  });

  it.each(meetingKindCodes)('%s says what it may do and what it may not', (kind) => {
    expect(meetingKinds[kind].may).not.toBe('');
    expect(meetingKinds[kind].mayNot).toContain('表决');
  });
});
