import { nothingConsulted, publicConsultation } from './consultation';
import {
  givenConsultation,
  givenMeeting,
  givenNotice,
  givenPlan,
  givenVote,
  givenWish,
} from './given-consultation';

const today = '2026-06-08';
const told = (change: Parameters<typeof givenConsultation>[0] = {}, day = today) =>
  publicConsultation(givenConsultation(change), day);

describe('what residents read of what was decided', () => {
  it('is nothing where nothing was decided', () => {
    expect(publicConsultation(nothingConsulted, today)).toEqual({
      ...{ heeds: [], plan: null, consent: null, meetings: [], votes: [], wishes: [] },
    });
  });

  it('puts the latest meeting and the latest vote first', () => {
    const meetings = [givenMeeting({ no: 1, heldOn: '2026-03-28' }), givenMeeting()];
    const votes = [givenVote({ title: '先前', openedOn: '2026-03-01' }), givenVote()];
    const { meetings: read, votes: counted } = told({ meetings, votes });
    expect(read.map(({ no }) => no)).toEqual([3, 1]);
    expect(counted.map(({ title }) => title)).toEqual(['原址建公共车棚', '先前']);
  });

  it.each([
    ['on the day before', '2026-04-27', 0],
    ['on the day', '2026-04-28', 1],
  ])('has minutes from the day they are published: %s', (_, day, count) => {
    expect(told({}, day).meetings).toHaveLength(count);
  });

  it('tells answered wishes first, the latest answer on top, and no answer of an open wish', () => {
    const wishes = [
      givenWish({ number: 1, state: 'open', answer: '拟采纳', answeredOn: null, heardOn: '2026-03-01' }),
      givenWish({ number: 2, state: 'open', answer: null, answeredOn: null, heardOn: '2026-03-02' }),
      givenWish({ number: 3, answeredOn: '2026-04-01' }),
      givenWish({ number: 4, answeredOn: '2026-04-02' }),
    ];
    const read = told({ wishes }).wishes;
    expect(read.map(({ number }) => number)).toEqual([4, 3, 2, 1]);
    expect(read[3].answer).toBeNull();
  });
});

describe('the plan for everybody', () => {
  const draft = { version: null, fixedOn: null };

  it.each([
    ['fixed', givenPlan({ notice: null }), true],
    ['posted, not yet fixed', givenPlan({ ...draft }), true],
    ['a draft', givenPlan({ ...draft, notice: null }), false],
    [
      'a draft whose notice begins tomorrow',
      givenPlan({ ...draft, notice: { postedOn: '2026-06-09', endsOn: '2026-06-16' } }),
      false,
    ],
  ])('%s', (_, plan, isTold) => {
    expect(told({ plan }).plan !== null).toBe(isTold);
  });
});

describe('a newer version beside the fixed one', () => {
  const proposed = {
    version: 2,
    notice: { postedOn: '2026-06-08', endsOn: '2026-06-15' },
    items: givenPlan().items,
    changes: [{ change: 'added' as const, name: '灯', before: null, after: '找 13712345678' }],
    changeReason: null,
  };
  const plan = givenPlan({ notice: null, proposed });

  it.each([
    ['is not told the day before it hangs', '2026-06-07', false, []],
    ['is told and heeded from the day it hangs', '2026-06-08', true, ['plan']],
    ['is told when its days are over', '2026-06-16', true, []],
  ])('%s', (_, day, isTold, kinds) => {
    const read = told({ plan, notices: [], votes: [] }, day);
    expect(Boolean(read.plan!.proposed)).toBe(isTold);
    expect(read.heeds.map(({ kind }) => kind)).toEqual(kinds);
    expect(JSON.stringify(read)).not.toContain('13712345678');
  });
});

describe('what a plan is estimated to cost', () => {
  it('is told once it is fixed, not while it hangs', () => {
    const cost = (change: object) => told({ plan: givenPlan({ estimatedFen: 20_0000_00, ...change }) }).plan;
    expect(cost({})!.estimatedFen).toBe(20_0000_00);
    expect(cost({ version: null, fixedOn: null })!.estimatedFen).toBeNull();
  });
});

describe('what residents are asked to heed', () => {
  const kinds = (change: Parameters<typeof givenConsultation>[0], day: string) =>
    told(change, day).heeds.map(({ kind }) => kind);
  const running = givenVote({ result: null });

  it.each([
    ['the day before the plan hangs', '2026-04-27', []],
    ['the day it is posted', '2026-04-28', ['plan']],
    ['its last day', '2026-05-05', ['plan']],
    ['the day after', '2026-05-06', []],
    ['the day before the meeting is announced', '2026-06-04', []],
    ['the day it is announced', '2026-06-05', ['meeting']],
    ['the day of the meeting', '2026-06-10', ['meeting']],
    ['the day after the meeting', '2026-06-11', []],
  ])('%s', (_, day, expected) => {
    expect(kinds({}, day)).toEqual(expected);
  });

  it.each([
    ['before it begins', '2026-04-09', ['vote']],
    ['on its last day', '2026-04-20', ['vote']],
    ['after its last day', '2026-04-21', []],
  ])('a vote %s', (_, day, expected) => {
    expect(kinds({ votes: [running], notices: [] }, day)).toEqual(expected);
  });

  it.each([
    ['while it hangs', '2026-05-18', ['removal-day']],
    ['the day after', '2026-05-19', []],
  ])('a removal day %s', (_, day, expected) => {
    const notice = { kind: 'removal-day', postedOn: '2026-05-15', endsOn: '2026-05-18' } as const;
    expect(kinds({ notices: [givenNotice(notice)], plan: null }, day)).toEqual(expected);
  });

  it('is no vote that is closed, and no notice of another kind', () => {
    expect(kinds({ notices: [givenNotice({ kind: 'minutes' })] }, '2026-04-15')).toEqual([]);
  });

  it('has on top what ends first', () => {
    const plan = givenPlan({ notice: { postedOn: '2026-06-01', endsOn: '2026-06-09' } });
    expect(kinds({ plan }, today)).toEqual(['plan', 'meeting']);
  });
});

describe('no text tells who somebody is', () => {
  const secret = '张某 13712345678，住 1号楼2单元301';
  const hidden = (value: unknown) => {
    const text = JSON.stringify(value);
    expect(text).toContain('张某');
    expect(text).not.toMatch(/13712345678|2单元301/);
  };

  it.each([
    ['the words of a wish', { wishes: [givenWish({ text: secret })] }],
    ['the answer to a wish', { wishes: [givenWish({ answer: secret })] }],
    ['the title of a meeting', { meetings: [givenMeeting({ title: secret })] }],
    ['a decision', { meetings: [givenMeeting({ decisions: [secret] })] }],
    ['the minutes', { meetings: [givenMeeting({ minutes: secret })] }],
    ['the title of a vote', { votes: [givenVote({ title: secret })] }],
    ['the part that votes', { votes: [givenVote({ part: secret })] }],
    ['the place of an item', { plan: givenPlan({ items: [{ ...givenPlan().items[0], place: secret }] }) }],
    ['how it is managed', { plan: givenPlan({ management: secret }) }],
    ['why the plan changed', { plan: givenPlan({ changeReason: secret }) }],
    [
      'what changed',
      { plan: givenPlan({ changes: [{ change: 'changed', name: '灯', before: secret, after: secret }] }) },
    ],
    [
      'a drawing',
      { plan: givenPlan({ drawings: [{ publicId: 'x', caption: secret, width: 1, height: 1 }] }) },
    ],
    ['the notice of a meeting', { notices: [givenNotice({ title: secret, body: secret })] }],
    [
      'the notice of a removal day',
      { notices: [givenNotice({ kind: 'removal-day', title: secret, body: secret })] },
    ],
  ] as const)('%s', (_, change) => {
    hidden(told(change));
  });

  it('leaves the numbers everybody may read', () => {
    const notices = [givenNotice({ body: '有事打 0371-6000 0001' })];
    const read = (phones: string[]) =>
      publicConsultation(givenConsultation({ notices }), today, phones).heeds[0];
    expect(read(['037160000001'])).toMatchObject({ body: '有事打 0371-6000 0001' });
    expect(read([])).toMatchObject({ body: '有事打 〔电话已隐去〕' });
  });
});
