import { redact } from '../domain/disclosure/redaction';
import { givenRecords } from './given-meeting';
import { toAgendaSheet, toMinutesSheet, toSignInSheet } from './prints.presenter';

const plain = (text: string) => text;

describe('the sheets of a meeting', () => {
  it('are named differently', () => {
    const records = givenRecords();
    expect([
      toAgendaSheet(records, plain).title,
      toMinutesSheet(records, new Map(), plain).title,
      toSignInSheet(records).title,
    ]).toEqual([
      '丰乐路106号院 居民代表会议 会议议程',
      '丰乐路106号院 居民代表会议 会议纪要',
      '丰乐路106号院 居民代表会议 会议签到表',
    ]);
  });

  it('the minutes say that they are a draft until they are done', () => {
    const draft = (minutesDoneOn: string | null) =>
      toMinutesSheet(givenRecords({ minutesDoneOn }), new Map(), plain).draft;
    expect([draft(null), draft('2026-04-08')]).toEqual(['草稿，纪要还没有完成', '']);
  });

  it('the minutes hold who came, what was decided with votes, and who does what', () => {
    const sheet = toMinutesSheet(givenRecords(), new Map(), plain);
    expect(sheet.attendance).toEqual([{ party: '居民代表', counts: '20/28', who: '各层代表' }]);
    expect(sheet.decisions).toEqual([
      { text: '先清杂物再修路', votes: '同意 18，反对 1，弃权 0', result: '通过' },
    ]);
    expect(sheet.points).toEqual([
      { number: 1, text: '量车棚尺寸', who: '社区居委会，社区工作人员', due: '2026年4月10日' },
    ]);
  });

  it('a firm prints masked words', () => {
    const shown = (text: string) => redact(text).text;
    expect(JSON.stringify(toMinutesSheet(givenRecords(), new Map(), shown))).not.toContain('201室');
  });

  it('the sign-in sheet has room for every party that normally comes, and for others', () => {
    const { parties } = toSignInSheet(givenRecords());
    expect(parties.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['居民代表', 16],
      ['楼栋长', 4],
      ['楼院党支部', 4],
      ['社区居委会', 4],
      ['街道办事处', 4],
      ['其他', 2],
    ]);
  });
});
