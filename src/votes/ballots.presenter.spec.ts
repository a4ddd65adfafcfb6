import { formState } from '../platform/web/form';
import { BallotsView, toBallots } from './ballots.presenter';
import { countedVote, givenBallot, givenFrame, givenRecords, givenToday } from './given-votes';
import { VoteRecords } from './vote-records';

const view = (records: VoteRecords = givenRecords(), change: Partial<BallotsView> = {}): BallotsView => ({
  records,
  shown: records.voters,
  againId: null,
  pager: null,
  page: 1,
  closed: '',
  mayType: true,
  isStale: false,
  today: givenToday,
  ...change,
});
const empty = formState({ batchOn: givenToday, onceKey: 'x' });
const chosen = (row: { marks: { value: string; selected?: boolean }[] }) =>
  row.marks.find(({ selected }) => selected)?.value;

describe('the grid of the ballots', () => {
  it('has a line for each owner in the order of the roster, with what is stored', () => {
    const page = toBallots(view(), empty, givenFrame);
    expect(page.heading).toBe('1单元加装电梯：表决票');
    expect(page.progress).toBe('参与表决 8 人、640.00 ㎡，未交回 3 人');
    expect(page.markNames).toEqual(['同意', '反对', '弃权', '无效']);
    expect(page.rows.length).toBe(11);
    expect(page.rows[6]).toMatchObject({
      row: '7-1',
      number: '7',
      doors: '1号楼 1单元 401',
      area: '80.00 ㎡',
      receivedOn: '2026-04-18',
      seen: '47',
      mayAdd: true,
      status: { state: 'done', word: '已交回' },
    });
    expect(page.rows.map(chosen).slice(5)).toEqual(['yes', 'no', 'no', undefined, undefined, undefined]);
    expect(page.rows[10]).toMatchObject({
      doors: '1号楼 1单元 601、602',
      area: '160.00 ㎡',
      seen: '',
      mayAdd: false,
      status: { state: 'idle', word: '未交回' },
    });
  });

  it('gives a second ballot a line of its own, and says why neither counts', () => {
    const ballots = [givenBallot(1, 'yes'), givenBallot(1, 'no', { id: 99 })];
    const { rows } = toBallots(view(givenRecords(undefined, { ballots })), empty, givenFrame);
    expect(rows.slice(0, 2).map(({ row, number, against }) => [row, number, against])).toEqual([
      ['1-1', '1', '不计：重复投票'],
      ['1-2', '1 又一张', '不计：重复投票'],
    ]);
    const again = toBallots(view(undefined, { againId: 1 }), empty, givenFrame);
    expect(again.rows.slice(0, 2).map(({ row, seen, mayAdd }) => [row, seen, mayAdd])).toEqual([
      ['1-1', '41', false],
      ['1-2', '', false],
    ]);
  });

  it('keeps what was typed, with the reason beside its line', () => {
    const typed = { mark: ['9-1:invalid', '1-1:no'], seen: ['9-1:', '1-1:41'], fault: ['9-1:'] };
    const wrong = { field: 'fault.9-1', message: '1号楼 1单元 501：选了「无效」请选原因' };
    const { rows } = toBallots(view(), formState(typed, [wrong]), givenFrame);
    expect([chosen(rows[0]), chosen(rows[8])]).toEqual(['no', 'invalid']);
    expect(rows[8].wrongs).toEqual([{ id: 'f-fault.9-1-about', text: wrong.message }]);
    expect(rows[0].wrongs).toEqual([]);
  });

  it('where somebody was faster shows what is stored now, and goes on from there', () => {
    const typed = formState({ mark: ['1-1:no', '2-1:yes'], seen: ['1-1:', '2-1:42'] });
    const stale = toBallots(view(undefined, { isStale: true }), typed, givenFrame);
    expect(stale.rows[0]).toMatchObject({ stored: '现在存的是：同意，2026年4月18日 收到', seen: '41' });
    expect(stale.rows[1]).toMatchObject({ stored: '', seen: '42' });
    const refused = toBallots(view(), typed, givenFrame);
    expect(refused.rows[0]).toMatchObject({ stored: '', seen: '' });
  });

  it('of a counted vote is read only, and says why', () => {
    const closed = '这次表决已计票，票数不再改动';
    const page = toBallots(view(givenRecords(countedVote), { mayType: false, closed }), empty, givenFrame);
    expect([page.mayType, page.closed, page.missing]).toEqual([false, closed, []]);
    expect(page.rows.every(({ mayAdd }) => !mayAdd)).toBe(true);
  });
});
