import 'reflect-metadata';
import { readMinutesRows } from './minutes-rows';

const errorsOf = (raw: Record<string, string[]>) =>
  readMinutesRows(raw).errors.map(({ field, message }) => [field, message]);

describe('the tables of the minutes', () => {
  it('empty rows are left out, the others keep their order', () => {
    const { rows, errors } = readMinutesRows({
      ...{ attendanceParty: ['representatives', 'community'], attendanceExpected: ['28人', ''] },
      ...{ attendancePresent: ['20', ''], attendanceWho: ['', ''], signed: ['representatives', 'community'] },
      agendaSaid: ['', '看了效果图'],
      ...{ decisionMatter: ['consultation', 'consultation'], decisionText: ['', '先修路'] },
      ...{ decisionYes: ['', '18'], decisionNo: ['', ''], decisionAbstain: ['', '0'] },
      ...{ pointText: ['', '量尺寸'], pointAnswers: ['', 'contractor:4'] },
      ...{ pointRole: ['', ''], pointDueOn: ['', '2026-04-10'] },
      ...{ wishKind: ['wish', 'objection'], wishText: ['', '不要砍树'] },
    });
    expect(errors).toEqual([]);
    expect(rows).toEqual({
      attendance: [{ party: 'representatives', expected: 28, present: 20, who: '', signed: true }],
      said: new Map([[1, '看了效果图']]),
      decisions: [{ matter: 'consultation', text: '先修路', yes: 18, no: null, abstain: 0 }],
      points: [{ text: '量尺寸', party: 'contractor', firmId: 4, role: '', dueOn: '2026-04-10' }],
      wishes: [{ kind: 'objection', text: '不要砍树' }],
    });
  });

  it('what is wrong is said with the row it stands in, beside its cell', () => {
    expect(
      errorsOf({
        ...{ attendanceParty: ['contractor'], attendanceExpected: ['2'], attendancePresent: [''] },
        ...{ agendaSaid: ['', '说'.repeat(501)] },
        ...{ decisionMatter: ['consultation', 'x'], decisionText: ['先修路', '议'.repeat(2001)] },
        ...{ pointText: ['量尺寸'], pointAnswers: [''], pointDueOn: ['明天'] },
        wishKind: ['wish'],
        wishText: ['愿'.repeat(1001)],
      }),
    ).toEqual([
      ['attendancePresent', '「施工方」一行：请填写「到会」'],
      ['agendaSaid-1', '议程第 2 项：「发言要点」最多 500 个字，现在是 501 个，请删减后再保存'],
      ['decisionMatter-1', '第 2 条议定事项：请为「事项」选一项'],
      ['decisionText-1', '第 2 条议定事项：「议定内容」最多 2000 个字，现在是 2001 个，请删减后再保存'],
      ['pointAnswers', '第 1 条督办事项：请为「谁负责」选一项'],
      ['pointDueOn', '第 1 条督办事项：「期限」不是一个日期，请按 2026-05-18 这样填写'],
      ['wishText', '第 1 条居民意见：「居民意见」最多 1000 个字，现在是 1001 个，请删减后再保存'],
    ]);
  });

  it('a decision of 2000 characters passes', () => {
    const rows = { decisionMatter: ['consultation'], decisionText: ['议'.repeat(2000)] };
    expect(errorsOf(rows)).toEqual([]);
  });

  it('one party twice is refused', () => {
    const twice = { attendanceParty: ['members', 'members'], attendancePresent: ['1', '2'] };
    expect(errorsOf(twice)).toEqual([['attendanceParty', '同一参会方只填一行，请刷新页面后再填']]);
  });
});
