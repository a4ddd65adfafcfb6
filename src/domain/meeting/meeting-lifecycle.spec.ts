import { roles } from '../people/roles';
import type { Attendance } from './meeting-attendance';
import type { MeetingKind } from './meeting-kinds';
import {
  MeetingFacts,
  meetingLifecycle,
  MeetingRecord,
  MeetingState,
  meetingStateNames,
  MeetingStep,
  meetingStepBlockers,
} from './meeting-lifecycle';

const states = Object.keys(meetingStateNames) as MeetingState[];
const steps = Object.keys(meetingLifecycle) as MeetingStep[];
const came: Attendance = { party: 'representatives', expected: 28, present: 20, who: '', signed: true };

const record = (change: Partial<MeetingRecord> = {}): MeetingRecord => ({
  ...{ heldOn: '2026-06-05', heldFrom: '19:00', heldTo: '20:30', noticePostedOn: '2026-06-01' },
  openedOn: '2026-03-01',
  ...{ attendance: [came], decisions: [], minutes: '逐项商议', signInPhotos: 1 },
  ...change,
});
const facts = (change: Partial<MeetingFacts> = {}): MeetingFacts => ({
  ...{ kind: 'representatives', renovation: 'active', today: '2026-06-08', now: '09:00' },
  record: record(),
  ...change,
});
const texts = (step: MeetingStep, change: Partial<MeetingFacts>) =>
  meetingStepBlockers(step, 'planned', 'community-worker', facts(change)).map(({ text }) => text);

describe('how a meeting goes on', () => {
  const allowed: Record<MeetingState, MeetingStep[]> = {
    planned: ['change', 'record', 'finish', 'cancel'],
    held: ['record', 'finish'],
    'minutes-done': ['reopen', 'publish'],
    published: ['correct', 'withdraw'],
    cancelled: [],
  };

  it.each(states.flatMap((state) => steps.map((step) => [state, step] as const)))('%s: %s', (state, step) => {
    const found = meetingStepBlockers(step, state, 'community-worker', facts());
    expect(found.some(({ code }) => code === 'step.state')).toBe(!allowed[state].includes(step));
  });

  it.each(roles)('%s', (role) => {
    const found = meetingStepBlockers('record', 'planned', role, facts());
    const may = role === 'community-worker' || role === 'street-manager';
    expect(found.some(({ code }) => code === 'step.role')).toBe(!may);
  });

  it.each(steps)('%s is refused once the renovation is over, and goes on while it is paused', (step) => {
    const [state] = meetingLifecycle[step].from;
    const of = (renovation: MeetingFacts['renovation']) =>
      meetingStepBlockers(step, state, 'street-manager', facts({ renovation })).map(({ text }) => text);
    expect(of('closed')).toEqual(['改造已办结，会议记录不能再改']);
    expect(of('cancelled')).toEqual(['改造已取消，会议记录不能再改']);
    expect(of('paused')).toEqual([]);
  });
});

describe('writing the record down', () => {
  it('may be saved before everything is there, and is done only then', () => {
    const bare = record({ attendance: [], minutes: ' ', signInPhotos: 0, noticePostedOn: null });
    expect(texts('record', { record: bare })).toEqual([]);
    expect(texts('finish', { record: bare })).toEqual([
      '「居民代表会议」要在召开前 3 天张贴通知，请登记通知是哪天张贴的',
      '请填写「居民代表」的应到和到会人数，到会够数才能议定事项',
      '请填写到会情况，至少一方到会',
      '请填写「纪要」，再完成纪要',
      '「居民代表会议」要有签到表照片才能完成纪要，请上传签到表',
    ]);
  });

  it.each<[MeetingKind, number]>([
    ['owners', 1],
    ['representatives', 1],
    ['four-party', 0],
    ['renovation-council', 0],
    ['building-leads', 0],
    ['on-site', 0],
  ])('%s without a photo of the sign-in sheet', (kind, count) => {
    const without = record({ signInPhotos: 0, noticePostedOn: '2026-05-01' });
    expect(texts('finish', { kind, record: without })).toHaveLength(count);
  });

  it('held one day before its notice period it is not done, on the day it is; what was held may be kept', () => {
    const early = record({ noticePostedOn: '2026-06-03' });
    expect(texts('finish', { record: early })).toEqual([
      '「居民代表会议」要提前 3 天张贴通知：2026年6月3日张贴，最早 2026年6月6日召开',
    ]);
    expect(texts('finish', { record: record({ noticePostedOn: '2026-06-02' }) })).toEqual([]);
    expect(texts('record', { record: early })).toEqual([]);
  });

  it('of tomorrow, with more present than expected, with a matter of the owners: every reason is said', () => {
    const wrong = record({
      heldOn: '2026-06-09',
      attendance: [{ ...came, present: 29 }],
      decisions: [{ matter: 'manager', text: '换物业', yes: null, no: null, abstain: null }],
    });
    expect(texts('record', { record: wrong })).toHaveLength(3);
  });
});
