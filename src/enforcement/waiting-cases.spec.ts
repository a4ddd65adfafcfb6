import { papers, papersTo, workCalendar } from '../domain/removal/given-removal';
import { recordsWith } from './given-case';
import { byDueDay, toWaiting } from './waiting-cases';

const structure = {
  id: 7,
  compoundId: 1,
  number: 3,
  kind: 'building',
  state: 'standing',
  way: null,
  where: '丰乐路106号院',
} as const;
const on = (today: string) => ({ today, calendar: workCalendar });

describe('what waits in the cases', () => {
  it('is one line for each structure, the first period to end', () => {
    const records = recordsWith(papersTo('urged'));
    expect(toWaiting(structure, records, on('2026-03-01'))).toEqual([
      {
        ...{
          kind: '执法',
          compoundId: 1,
          where: '丰乐路106号院',
          dueOn: '2026-03-10',
          why: '执法程序的法定期限',
        },
        what: '第 3 处：催告书给当事人的期限，2026年3月10日到期',
        action: { label: '看案卷', link: '/structures/7' },
      },
    ]);
    const [both] = toWaiting(structure, recordsWith(papers), on('2026-03-20'));
    expect(both.what).toBe('第 3 处：限期自行拆除公告给当事人的期限，2026年3月25日到期，另有 1 项');
  });

  it('nothing while the case is halted, the structure retained, or taken down without force', () => {
    const records = recordsWith(papers);
    expect(toWaiting(structure, recordsWith(papers, { halted: {} }), on('2026-03-20'))).toEqual([]);
    expect(toWaiting({ ...structure, state: 'scoped-out' }, records, on('2026-03-20'))).toEqual([]);
    expect(toWaiting({ ...structure, state: 'removed', way: 'assisted' }, records, on('2026-03-20'))).toEqual(
      [],
    );
  });

  it('a published decision that was changed, three working days, whatever became of the structure', () => {
    const standing = { penaltyPublishedOn: '2025-10-10', penaltyChangedOn: '2026-03-26' };
    const records = recordsWith(papers, { standing });
    const [one] = toWaiting({ ...structure, state: 'verified', way: 'forced' }, records, on('2026-03-27'));
    expect([one.dueOn, one.action.link]).toEqual(['2026-03-31', '/structures/7/remedies']);
    const gone = recordsWith(papers, { standing: { ...standing, penaltyWithdrawnOn: '2026-03-27' } });
    expect(toWaiting({ ...structure, state: 'verified' }, gone, on('2026-03-27'))).toEqual([]);
  });

  it('comes by its day', () => {
    const item = (dueOn: string) => ({
      ...{ kind: '', compoundId: 1, what: '', why: '', dueOn, action: { label: '', link: '' } },
    });
    expect([item('2026-03-02'), item('2026-03-01')].sort(byDueDay)[0].dueOn).toBe('2026-03-01');
  });
});
