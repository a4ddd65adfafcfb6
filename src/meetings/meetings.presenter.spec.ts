import type { RenovationChoice } from '../compounds/compounds.desk';
import { meetingKindCodes } from '../domain/meeting/meeting-kinds';
import type { Role } from '../domain/people/roles';
import {
  givenAttendance,
  givenCalendar,
  givenCompound,
  givenDecision,
  givenFrame,
  givenMeeting,
  givenPoint,
  givenRenovation,
} from './given-meeting';
import { MeetingsView, toMeetingKinds, toMeetings } from './meetings.presenter';

const choice: RenovationChoice = {
  ...{ compound: givenCompound, renovations: [givenRenovation], renovation: givenRenovation },
};
const view = (change: Partial<MeetingsView> = {}): MeetingsView => ({
  ...{ choice, meetings: [givenMeeting], total: 1, page: 1, open: [givenPoint()], ended: [] },
  lines: () => ({ attendance: givenAttendance, decisions: [givenDecision()], points: 1 }),
  points: {
    origins: new Map([[3, givenMeeting]]),
    firmNames: new Map(),
    shown: (text) => text,
  },
  ...{ calendar: givenCalendar, role: 'community-worker' },
  ...change,
});
const page = (change: Partial<MeetingsView> = {}) => toMeetings(view(change), givenFrame);

describe('the tab of the meetings', () => {
  it('a meeting is a row: day, kind, who came, what was decided, where its minutes are', () => {
    expect(page().rows).toEqual([
      {
        ...{ day: '4月5日', kind: '居民代表会议', title: '第一次居民代表会议', attendance: '20/28' },
        ...{ decisions: ['先清杂物再修路'], more: '督办 1 件', link: '/meetings/3' },
        status: { state: 'late', word: '纪要逾期 4 天' },
      },
    ]);
  });

  it('three decisions are shown, each in one short line, the others counted', () => {
    const long = givenDecision({ text: `第一行\n${'长'.repeat(80)}` });
    const decisions = [long, givenDecision(), givenDecision(), givenDecision()];
    const [row] = page({ lines: () => ({ attendance: [], decisions, points: 0 }) }).rows;
    expect(row).toMatchObject({ attendance: '—', more: '共 4 条' });
    expect(row.decisions).toHaveLength(3);
    expect([...row.decisions[0]]).toHaveLength(61);
    expect(row.decisions[0]).toMatch(/^第一行 长+…$/);
  });

  it('the supervision list counts what is open and what is over, with the meeting it comes from', () => {
    const open = [givenPoint(), givenPoint({ id: 6, number: 2, dueOn: '2026-04-20' })];
    const { points } = page({ open });
    expect(points.about).toBe('办理中 2 件，其中逾期 1 件');
    expect(points.open[0]).toEqual({
      ...{ number: 1, text: '量车棚尺寸', who: '社区居委会，社区工作人员', due: '4月10日' },
      ...{ status: { state: 'late', word: '逾期 3 天' }, origin: '4月5日 居民代表会议' },
      link: '/action-points/5',
    });
    expect(page({ open: [open[1]] }).points.about).toBe('办理中 1 件，都没有逾期');
    expect(page({ open: [] }).points.about).toBe('没有正在办的事项');
  });

  it('a point of a meeting somebody may not read does not name it', () => {
    const points = { ...view().points, origins: new Map() };
    expect(page({ points }).points.open[0].origin).toBe('');
  });

  it.each<[Role, string]>([
    ['community-worker', '/compounds/fl106/meetings/new'],
    ['street-manager', '/compounds/fl106/meetings/new'],
    ['district-officer', ''],
    ['auditor', ''],
    ['contractor', ''],
  ])('%s is offered a new meeting: %s', (role, link) => {
    expect(page({ role }).newLink).toBe(link);
  });

  it('no new meeting in a renovation that is over or not the current one', () => {
    const of = (change: object) => {
      const renovation = { ...givenRenovation, ...change };
      return page({ choice: { ...choice, renovation } }).newLink;
    };
    expect([of({ state: 'closed' }), of({ isCurrent: false })]).toEqual(['', '']);
  });

  it('before the first renovation, and before the first meeting, it says why it is empty', () => {
    const none = { meetings: [], total: 0 };
    const start = page({ ...none, choice: { ...choice, renovation: null, renovations: [] } });
    expect(start.empty).toMatchObject({
      text: expect.stringContaining('还没有立项') as string,
      link: '/compounds/fl106/renovations',
    });
    expect(page(none).empty).toMatchObject({ label: '新建会议' });
    expect(page({ ...none, role: 'auditor' }).empty).toEqual({ text: '这次改造还没有会议记录' });
  });

  it('a long list has pages that keep the renovation', () => {
    const renovation = { ...givenRenovation, isCurrent: false };
    const { pager } = page({ total: 21, choice: { ...choice, renovation } });
    expect(pager.next).toBe('/compounds/fl106/meetings?renovation=1&page=2');
  });

  it('every kind can be chosen, and says what it may and may not', () => {
    const { kinds } = toMeetingKinds(givenCompound, '2026-04-13', givenFrame);
    expect(kinds.map(({ link }) => link)).toEqual(
      meetingKindCodes.map((kind) => `/compounds/fl106/meetings/new?kind=${kind}`),
    );
    expect(kinds.filter(({ notice }) => notice)).toHaveLength(2);
  });
});
