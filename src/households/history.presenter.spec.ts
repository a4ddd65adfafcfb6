import { formState } from '../platform/web/form';
import { toCallHistory } from './call-history.presenter';
import {
  givenCompound,
  givenDoor,
  givenDoors,
  givenFrame,
  givenLayer,
  givenPastCall,
  givenRenovation,
  givenToday,
} from './given-households';
import { dayOptions, toHistory } from './history.presenter';

const names = new Map([[21, '粮运社区工作人员']]);
const calls = [
  givenPastCall(1, {
    calledOn: '2026-04-20',
    answers: { renovation: 'against', removal: 'against' },
    note: '担心没地方放车',
  }),
  givenPastCall(2, { answers: { renovation: 'agree' }, callers: 'street,building-lead' }),
  givenPastCall(3, { calledOn: '2026-04-24', outcome: 'not-home' }),
];
const view = {
  compound: givenCompound,
  door: givenDoors[2],
  standings: [{ layer: givenLayer('fee', '物业费') }],
  lines: toCallHistory(calls, names),
  neighbours: { previous: givenDoors[1], next: givenDoors[3] },
  closed: '',
  mayEdit: true,
  today: givenToday,
};
const form = formState({ onceKey: 'x' });

describe('the calls at a door', () => {
  it('are told the latest first, each with what changed since the one before', () => {
    expect(toCallHistory(calls, names).map(({ on, what }) => [on, what])).toEqual([
      ['2026-04-24', '不在家'],
      ['2026-04-23', '改造 反对 → 同意'],
      ['2026-04-20', '改造 反对，拆违 反对'],
    ]);
    expect(toCallHistory(calls, names)[1]).toMatchObject({
      by: '街道干部、楼栋长走访，粮运社区工作人员登记',
      withdrawLink: '/calls/2/withdraw',
    });
  });

  it('one taken back stays readable, changes nothing, and is not taken back again', () => {
    const withdrawn = { withdrawnOn: '2026-04-24', withdrawnReason: '记到了隔壁' };
    const [last, first] = toCallHistory(
      [
        givenPastCall(1, { answers: { fee: 'against' }, ...withdrawn }),
        givenPastCall(2, { answers: { fee: 'agree' } }),
      ],
      names,
    );
    expect(last.what).toBe('物业费 同意');
    expect(first.withdrawn).toBe('2026年4月24日 作废：记到了隔壁');
    expect(first.withdrawLink).toBeUndefined();
  });

  it('those of an earlier renovation name it, count apart, and stay as they are', () => {
    const renovation = { ...givenRenovation, id: 9, isCurrent: false, state: 'closed' as const };
    const earlier = givenPastCall(1, { renovationId: 9, renovation, answers: { fee: 'against' } });
    const [now, then] = toCallHistory(
      [{ ...earlier, calledOn: '2025-04-20' }, givenPastCall(2, { answers: { fee: 'agree' } })],
      names,
    );
    expect([now.what, then.what]).toEqual(['物业费 同意', '物业费 反对（丰乐路106号院微改造）']);
    expect(then.withdrawLink).toBeUndefined();
  });
});

describe('the page of a door', () => {
  it('asks the three questions apart, with a way to leave each out', () => {
    const page = toHistory(view, form, givenFrame);
    expect(page.consent.map(({ name, label }) => [name, label])).toEqual([
      ['renovation', '改造方案'],
      ['removal', '拆违清障'],
      ['fee', '物业费和管理模式'],
    ]);
    expect(page.consent[0].options.map(({ label }) => label)).toEqual(['同意', '反对', '观望', '没问']);
    expect(page.later.map(({ name }) => name)).toEqual(['satisfaction', 'gateCard']);
    expect([page.previousLink, page.nextLink]).toEqual(['/dwellings/101/history', '/dwellings/201/history']);
    expect(page.standings).toEqual([{ label: '物业费', status: { state: 'idle', word: '—' } }]);
    expect(page.head.facts).toEqual([]);
  });

  it('who only reads is offered nothing to take back; a shop says that it does not count', () => {
    const page = toHistory(
      { ...view, mayEdit: false, door: givenDoor(100, { use: 'business' }) },
      form,
      givenFrame,
    );
    expect(page.history.map(({ withdrawLink }) => withdrawLink)).toEqual(['', '', '']);
    expect(page.use).toBe('住改商，不计入户数');
  });

  it('offers today and yesterday as one tap, and keeps the day of a form refused after midnight', () => {
    expect(dayOptions(form, '2026-03-01').map(({ value, label }) => [value, label])).toEqual([
      ['2026-03-01', '今天'],
      ['2026-02-28', '昨天'],
    ]);
    const typed = formState({ calledOn: '2026-02-27' });
    expect(dayOptions(typed, '2026-03-01').map(({ value }) => value)).toContain('2026-02-27');
  });
});
