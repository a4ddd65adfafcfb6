import { workCalendar } from '../domain/removal/given-removal';
import { lookedOn } from './given-post';
import { FoundPost, toConfirm, toMakeUp, toMend, toPickPhotos, WaitingContract } from './waiting-items';

const place = { compoundId: 1, renovationId: 1, where: '丰乐路106号院', code: 'fl106' };
const found = (id: number, change: Partial<FoundPost> = {}) =>
  ({
    ...{ ...place, id, contractId: 1, contract: '施工合同', workedOn: '2026-06-05', state: 'sent' },
    ...{ sentAt: '2026-06-05T10:00:00.000Z', decidedAt: null, returnReason: null, ...change },
  }) as FoundPost;
const contract = { ...place, id: 1, name: '施工合同', startsOn: '2026-05-19' } as WaitingContract;
const days = (...on: string[]) => on.map((one) => ({ on: one, level: 'manager' as const }));

describe('what waits of the daily posts', () => {
  it('posts to confirm are one line, due the working day after the first came', () => {
    expect(toConfirm([found(1), found(2, { workedOn: '2026-06-08' })], lookedOn, workCalendar)).toMatchObject(
      {
        ...{ kind: '日报', where: '丰乐路106号院', dueOn: '2026-06-08' },
        what: '2 份日报等确认，最早的是 6月5日',
        action: { label: '核对日报', link: '/posts/1' },
      },
    );
  });

  it('a post that was sent back leads to the form of its day, with the reason', () => {
    const post = found(1, { decidedAt: '2026-06-08T02:00:00.000Z', returnReason: '缺少照片' });
    expect(toMend(post, lookedOn, workCalendar)).toMatchObject({
      ...{ what: '6月5日的日报已退回，请改好再提交', why: '施工合同：缺少照片', dueOn: '2026-06-09' },
      action: { label: '去更正', link: '/m/report?contract=1&on=2026-06-05' },
    });
  });

  it('photos nobody chose from have no day', () => {
    expect(toPickPhotos([found(1)])).toMatchObject({ dueOn: null, action: { link: '/posts/1' } });
  });

  it('missing days are the foreman’s from the next day, the manager’s after two working days', () => {
    const missing = [
      { on: '2026-06-05', level: 'foreman' as const },
      { on: lookedOn, level: 'today' as const },
    ];
    const [mine] = toMakeUp(contract, missing, { role: 'contractor', today: lookedOn });
    expect(mine).toMatchObject({
      ...{ what: '施工合同有 1 天应报未报，从 6月5日起', dueOn: '2026-06-10' },
      action: { label: '补报', link: '/m/report?contract=1&on=2026-06-05' },
    });
    expect(toMakeUp(contract, missing, { role: 'street-manager', today: lookedOn })).toEqual([]);
    const [theirs] = toMakeUp(contract, days('2026-06-01', '2026-06-02'), {
      ...{ role: 'street-manager', today: lookedOn },
    });
    expect(theirs).toMatchObject({
      ...{ what: '施工合同有 2 天应报未报，从 6月1日起', dueOn: '2026-06-06' },
      action: { label: '看哪几天', link: '/compounds/fl106/posts?state=missing&contract=1' },
    });
  });

  it('days that are too old for the foreman are shown to them, and left to the office', () => {
    const [item] = toMakeUp(contract, days('2026-06-01'), { role: 'contractor', today: lookedOn });
    expect(item.why).toBe('超过 3 天的请交街道项目负责人补录');
    expect(item.action.label).toBe('看哪几天');
  });
});
