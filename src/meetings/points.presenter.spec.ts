import { formState } from '../platform/web/form';
import type { ActionPointChange } from './action-point.entities';
import { givenCompound, givenFrame, givenMeeting, givenPoint } from './given-meeting';
import { PointView, toNewPoint, toPoint } from './points.presenter';

const change = (one: Partial<ActionPointChange>): ActionPointChange => ({
  ...{ id: 1, actionPointId: 5, kind: 'due', happenedOn: '2026-04-12', dueFrom: null, dueTo: null },
  ...{ note: '等料', changedBy: 21, changedAt: '2026-04-12T02:00:00.000Z' },
  ...one,
});
const page = (more: Partial<PointView> = {}) =>
  toPoint(
    {
      ...{ compound: givenCompound, point: givenPoint(), origin: givenMeeting, history: [] },
      ...{ names: new Map([[21, '粮运社区工作人员']]), firmNames: new Map() },
      ...{ mayEdit: true, today: '2026-04-13', shown: (text: string) => text },
      ...more,
    },
    formState({}),
    givenFrame,
  );

describe('the page of an action point', () => {
  it('an open one can be finished, dropped, or its day moved', () => {
    const { step, due } = page();
    expect(step!.steps.map(({ label }) => label)).toEqual(['办结', '不再办理']);
    expect(due).toEqual({ action: '/action-points/5/due-days' });
  });

  it('one that is over can be opened again', () => {
    const done = givenPoint({ state: 'done', endedOn: '2026-04-12' });
    const { step, due, facts } = page({ point: done });
    expect(step!.steps.map(({ label }) => label)).toEqual(['重新办理']);
    expect(due).toBeUndefined();
    expect(facts).toContainEqual({ term: '办结日期', value: '2026年4月12日' });
  });

  it('whoever only reads is offered nothing, and no way to a meeting they may not read', () => {
    const { step, due, facts } = page({ mayEdit: false, origin: null });
    expect([step, due]).toEqual([undefined, undefined]);
    expect(facts.find(({ term }) => term === '议定')).toEqual({ term: '议定', value: '2026年4月5日' });
  });

  it('every change is told with its reason', () => {
    const history = [
      change({ dueFrom: '2026-04-08', dueTo: '2026-04-10' }),
      change({ id: 2, kind: 'finish', note: '量好了' }),
    ];
    expect(page({ history }).history).toEqual([
      {
        ...{ day: '2026年4月12日', what: '期限从 2026年4月8日 改到 2026年4月10日' },
        ...{ note: '等料', by: '粮运社区工作人员' },
      },
      { day: '2026年4月12日', what: '办结', note: '量好了', by: '粮运社区工作人员' },
    ]);
  });

  it('a later one names the meeting it belongs to', () => {
    const parts = { compound: givenCompound, meeting: givenMeeting, answers: [] };
    expect(toNewPoint(parts, formState({}), givenFrame).about).toBe(
      '居民代表会议「第一次居民代表会议」，2026年4月5日',
    );
  });
});
