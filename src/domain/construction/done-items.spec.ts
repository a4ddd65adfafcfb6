import type { KeptPost, PostKind } from './daily-post';
import { doneItemBlockers } from './done-items';
import { charging, codesOf, kept } from './given-construction';
import type { WorkItem } from './work-item';

const on = (id: number, workedOn: string, value: number | null, state: KeptPost['state']) =>
  kept(id, {
    ...{ workedOn, state, kind: (value === null ? 'stopped' : 'work') as PostKind },
    values: value === null ? [] : [{ itemId: 3, value, reason: '多报了' }],
  });

describe('confirming over items that are done', () => {
  const whole = on(1, '2026-06-08', 30_00, 'confirmed');
  const against = (waiting: KeptPost, state: WorkItem['state'] = 'accepted') =>
    doneItemBlockers(
      waiting,
      [on(0, '2026-06-05', 20_00, 'confirmed'), whole, waiting],
      [charging({ state })],
    );

  it('a correction does not pull down what is finished or accepted, and says from where to where', () => {
    const [blocker] = against(on(2, '2026-06-08', 29_99, 'sent'));
    expect(blocker.text).toBe(
      '「充电桩」分项验收合格，确认后会从 30 组落到 29.99 组。确有返工的，请先把这一项退回施工',
    );
    expect(codesOf(against(on(2, '2026-06-08', 29_99, 'sent'), 'finished'))).toEqual(['post-done-falls']);
  });

  it('nor does one that says that nobody worked on the day that made it whole', () => {
    const [blocker] = against(on(2, '2026-06-08', null, 'sent'));
    expect(blocker.text).toContain('从 30 组落到 20 组');
  });

  it.each<[string, KeptPost, WorkItem['state']]>([
    ['an item that goes on', on(2, '2026-06-08', 29_99, 'sent'), 'open'],
    ['one that is told as it was', on(2, '2026-06-08', 30_00, 'sent'), 'accepted'],
    ['an earlier day that was told less', on(2, '2026-06-06', 25_00, 'sent'), 'accepted'],
    ['a later day that tells nothing of it', on(2, '2026-06-09', null, 'sent'), 'accepted'],
  ])('nothing speaks against %s', (_, waiting, state) => {
    expect(against(waiting, state)).toEqual([]);
  });
});
