import { disclose } from '../domain/disclosure/disclosure';
import {
  givenConsultation,
  givenMeeting,
  givenNotice,
  givenPlan,
  givenVote,
  givenWish,
} from '../domain/disclosure/given-consultation';
import { givenFacts, givenRenovation } from '../domain/disclosure/given-disclosure';
import { toMeeting, toMeetings, toWishes } from './meeting.presenter';
import { toHistory } from './renovation.presenter';
import { toResidents } from './residents.presenter';

const today = '2026-06-08';
const told = (change: Parameters<typeof givenConsultation>[0] = {}, day = today) =>
  disclose(givenFacts({ consultation: givenConsultation(change) }), day);
const blocks = (change: Parameters<typeof givenConsultation>[0] = {}, day = today) =>
  toResidents(told(change, day), day);

describe('what residents are asked to heed', () => {
  it('a posted plan: until when, and whom to tell', () => {
    expect(blocks({ notices: [] }, '2026-05-02').heeds).toEqual([
      {
        ...{ month: '5月', day: '5', weekday: '周二', what: '改造方案正在公示' },
        lines: [
          '4月28日 至 5月5日 公示，还有 3 天。',
          '对方案有意见，请在 5月5日 前提出：可以打电话给楼栋长（0371-0000 0001），也可以到粮运社区当面说。',
        ],
        link: { label: '看方案改什么', anchor: 'plan' },
      },
    ]);
  });

  it('says so on the last day, and asks to come by where nobody can be called', () => {
    const facts = givenFacts({ contacts: [], consultation: givenConsultation({ notices: [] }) });
    const [heed] = toResidents(disclose(facts, '2026-05-05'), '2026-05-05').heeds!;
    expect(heed.lines).toEqual([
      '4月28日 至 5月5日 公示，今天是最后一天。',
      '对方案有意见，请在 5月5日 前提出：请到粮运社区当面说。',
    ]);
  });

  it('a running vote: until when, and how many took part so far', () => {
    expect(blocks({ votes: [givenVote({ result: null })], notices: [] }, '2026-04-15').heeds).toMatchObject([
      {
        what: '请交表决票：原址建公共车棚',
        lines: [
          '请在 4月20日 前交给楼栋长或社区，还有 5 天。',
          '一共 28 位业主，已有 20 位参加（71.42%）。没有交票的不算同意。',
        ],
      },
    ]);
  });

  it('a vote to come, and a meeting', () => {
    const votes = [givenVote({ openedOn: '2026-06-09', closesOn: '2026-06-20', result: null })];
    expect(blocks({ votes }).heeds).toMatchObject([
      { what: '第 4 次居民代表会议', lines: ['6月10日 19:00，院里车棚，说验收的事。'] },
      { what: '准备表决：原址建公共车棚', lines: ['6月9日 开始，6月20日 截止。表决票会送到业主手里。'] },
    ]);
  });
});

describe('what is changed', () => {
  it('by class, with how much and where, and which wish it answers', () => {
    expect(blocks().plan).toEqual({
      status: { state: 'done', word: '已经定下' },
      when: '4月28日 至 5月5日 公示，5月6日 定下第 1 版',
      groups: [
        {
          heading: '先保安全、保基本生活',
          items: [{ what: '消防', quantity: '1 处', place: '院门口通道' }],
        },
        {
          heading: '住得更方便',
          items: [{ what: '电动自行车充电', quantity: '30 组', place: '新车棚', note: '来自第 7 条心愿' }],
        },
      ],
      management: ['成立自管会，社区帮着管'],
    });
  });

  it('says of a posted plan that it is not fixed', () => {
    const plan = givenPlan({ version: null, fixedOn: null });
    expect(blocks({ plan }, '2026-05-05').plan!.status.word).toBe('正在公示，还没有定');
    expect(blocks({ plan }, '2026-05-06').plan!.status.word).toBe('公示完了，还没有定');
  });

  it('says what a new version changed, and why', () => {
    const plan = givenPlan({
      version: 2,
      changes: [
        { change: 'added', name: '体育健身', before: null, after: '4 组' },
        { change: 'removed', name: '加装电梯', before: '1 部', after: null },
        { change: 'changed', name: '电动自行车充电', before: '24 组', after: '30 组' },
      ],
      changeReason: '居民意见',
    });
    expect(blocks({ plan }).plan!.changes).toEqual({
      heading: '和第 1 版比，改了什么',
      reason: '为什么改：居民意见',
      lines: [
        '加上：体育健身，4 组',
        '不做了：加装电梯，原来 1 部',
        '电动自行车充电：原来 24 组，现在 30 组',
      ],
    });
  });

  it('says how long it takes, what it costs, and what a newer version would change', () => {
    const plan = givenPlan({
      ...{ durationDays: 30, estimatedFen: 19_8000_00 },
      proposed: {
        ...{ version: 2, notice: { postedOn: '2026-06-05', endsOn: '2026-06-12' }, items: [] },
        ...{ changes: [{ change: 'added', name: '绿化', before: null, after: '80 ㎡' }], changeReason: null },
      },
    });
    expect(blocks({ plan }).plan).toMatchObject({
      effort: '工期 30 天，预计花 19.80 万元。',
      proposed: {
        heading: '第 2 版想改什么',
        when: '6月5日 至 6月12日 公示，正在公示，还没有定。',
        lines: ['加上：绿化，80 ㎡'],
      },
    });
  });

  it('shows drawings that are pictures, each leading to its page', () => {
    const drawing = { publicId: 'd1', caption: '车棚效果图', width: 1600, height: 1200 };
    const plan = givenPlan({ drawings: [drawing, { ...drawing, publicId: 'd2', width: null }] });
    expect(blocks({ plan }).plan!.drawings).toMatchObject([
      { link: '/c/fl106/photos/d1', alt: '车棚效果图', tag: '设计图' },
    ]);
  });
});

describe('what was decided together', () => {
  it('tells the decisions first, the minutes behind', () => {
    expect(blocks().decided!.meetings).toEqual([
      {
        about: '4月26日 · 第 3 次居民代表会议',
        decisions: ['拆除清障后原址建公共车棚', '充电桩装在车棚里，不再从家里拉线'],
        minutes: { label: '4月26日 会议纪要', link: '/c/fl106/meetings/3' },
      },
    ]);
  });

  it('shows four meetings and leads to all', () => {
    const of = (count: number) =>
      blocks({ meetings: Array.from({ length: count }, (_, at) => givenMeeting({ no: at + 1 })) }).decided!;
    expect([of(4).meetings!.length, of(4).more]).toEqual([4, undefined]);
    expect([of(5).meetings!.length, of(5).more]).toEqual([
      4,
      { label: '看全部 5 次会', link: '/c/fl106/meetings' },
    ]);
  });

  it('gives the numbers of a vote in persons and area, shares rounded down', () => {
    expect(blocks().decided!.votes).toEqual([
      {
        title: '原址建公共车棚',
        status: { state: 'done', word: '通过' },
        matter: '改变共有部分用途，或利用共有部分经营',
        when: '4月10日 至 4月20日 表决，4月21日 计票',
        sentence: '一共 28 位业主、1,677 ㎡，20 位参加（71.42%），面积 1,200 ㎡（71.55%）。',
        rows: [
          { name: '同意', persons: '15 人', personShare: '75.00%', area: '900 ㎡', areaShare: '75.00%' },
          { name: '反对', persons: '4 人', personShare: '20.00%', area: '240 ㎡', areaShare: '20.00%' },
          { name: '弃权', persons: '1 人', personShare: '5.00%', area: '—' },
        ],
        note: '有的选择只有一两个人，写出面积就能看出是谁，所以不写面积。',
        threshold:
          '参加的人数和面积都过三分之二，其中同意的都达到四分之三，才算通过（民法典 §278）。比例只舍不入。',
      },
    ]);
  });

  it.each([
    ['running', { result: null }, '2026-04-15', '正在表决'],
    ['being counted', { result: null }, '2026-04-21', '正在计票'],
    ['failed', { result: { ...givenVote().result!, passed: false } }, '2026-04-22', '没有通过'],
  ])('a vote %s', (_, change, day, word) => {
    const [vote] = blocks({ votes: [givenVote(change)] }, day).decided!.votes!;
    expect(vote.status.word).toBe(word);
    expect(vote.rows === undefined).toBe(change.result === null);
  });

  it('tells no area where it would tell who took no part', () => {
    const [vote] = blocks({ votes: [givenVote({ taken: { persons: 27, area: null } })] }).decided!.votes!;
    expect(vote.sentence).toBe('一共 28 位业主、1,677 ㎡，27 位参加（96.42%）。');
    expect(vote.rows!.map(({ area }) => area)).toEqual(['—', '—', '—']);
    expect(vote.note).toBe('参加的或者没参加的只有一两个人，写出面积就能看出是谁，所以不写面积。');
  });

  it('tells only the result where so few vote that numbers would tell who', () => {
    const result = { ...givenVote().result!, counts: null };
    const [vote] = blocks({ votes: [givenVote({ result })] }).decided!.votes!;
    expect(vote).toMatchObject({
      status: { word: '通过' },
      note: '参加表决的人很少，写出票数就能看出谁投了什么，所以只公布结果。',
    });
    expect(vote.rows).toBeUndefined();
  });

  it('gives the consent of the households as it was posted', () => {
    expect(blocks().decided!.consent).toMatchObject({
      about: '4月20日 公布，逐户问过，一共 28 户。',
      answers: [
        {
          question: '改造方案',
          bar: { label: '改造方案：28 户里 25 户同意', solid: 89 },
          line: '25 户同意（89.28%），1 户反对，1 户还没想好，1 户没有表态。',
          policy: '开工前要有 15 户同意，已经达到。',
        },
        { question: '拆违清障', line: '22 户同意（78.57%），2 户反对，3 户还没想好，1 户没有表态。' },
        { question: '物业费和管理模式', line: '22 户同意（78.57%），4 户还没想好，2 户没有表态。' },
      ],
    });
  });

  it('asks for four fifths where the district renovates, to the plan and to its management', () => {
    const [plan, , fee] = blocks({ track: 'district' }).decided!.consent!.answers;
    expect([plan.policy, fee.policy]).toEqual([
      '开工前要有 23 户同意，已经达到。',
      '开工前要有 23 户同意，还差 1 户。',
    ]);
  });

  it('says that people are being asked, only while they are', () => {
    const nothing = givenConsultation({
      ...{ notices: [], wishes: [], consent: null, meetings: [], votes: [], plan: null },
    });
    const at = (stage: 'consultation' | 'construction') =>
      toResidents(
        disclose(givenFacts({ consultation: nothing, current: givenRenovation({ stage }) }), today),
        today,
      );
    expect(at('consultation').decided).toEqual({
      waiting: '意见还在征询。开会定下的事、表决的结果都会写在这里。',
    });
    expect(at('construction')).toEqual({});
  });
});

describe('what became of wishes', () => {
  it('is told of each, with the answer', () => {
    const wishes = [
      givenWish(),
      givenWish({ number: 8, state: 'not-adopted', answer: '没有地方', answeredOn: '2026-04-20' }),
      givenWish({ number: 9, kind: 'objection', state: 'open', answer: null, answeredOn: null }),
    ];
    expect(blocks({ wishes }).wishes).toEqual({
      sentence: '一共 3 条：采纳 1 条，没有采纳 1 条，还在商量 1 条。',
      wishes: [
        {
          about: '第 7 条心愿 · 3月15日 提出',
          text: '车棚里装上充电桩',
          status: { state: 'done', word: '采纳' },
          answer: '4月26日 答复：列入改造方案：充电桩 30 组',
        },
        expect.objectContaining({
          status: { state: 'idle', word: '没有采纳' },
          answer: '4月20日 答复：没有地方',
        }),
        {
          about: '第 9 条意见 · 3月15日 提出',
          text: '车棚里装上充电桩',
          status: { state: 'doing', word: '还在商量' },
        },
      ],
    });
  });

  it('shows six and leads to all', () => {
    const wishes = Array.from({ length: 7 }, (_, at) => givenWish({ number: at + 1 }));
    const { wishes: block } = blocks({ wishes });
    expect([block!.wishes.length, block!.more]).toEqual([
      6,
      { label: '看全部 7 条', link: '/c/fl106/wishes' },
    ]);
    expect(toWishes(told({ wishes }), today)!.wishes).toHaveLength(7);
  });
});

describe('the minutes of a meeting', () => {
  it('stand behind the decisions, in paragraphs', () => {
    expect(toMeeting(told(), 3, today)).toMatchObject({
      title: '丰乐路106号院 · 第 3 次居民代表会议纪要',
      when: '丰乐路106号院 · 4月26日',
      minutes: ['到会代表 9 人。', '大家看了效果图。'],
      published: '4月28日 公布。电话、证件号码和门牌已经隐去。',
      backLink: '/c/fl106',
    });
  });

  it.each([
    ['of another number', 4, today],
    ['the day before they are published', 3, '2026-04-27'],
  ])('are not there %s', (_, no, day) => {
    expect(toMeeting(told({}, day), no, day)).toBeUndefined();
  });

  it('of an earlier renovation stay readable', () => {
    const facts = givenFacts({
      earlier: [givenRenovation({ state: 'closed', stage: 'handover' })],
      consultation: givenConsultation({ notices: [givenNotice()], meetings: [] }),
      earlierConsultations: [givenConsultation()],
    });
    const disclosed = disclose(facts, today);
    expect(toMeeting(disclosed, 3, today)).toBeDefined();
    expect(toMeetings(disclosed, today)!.meetings).toHaveLength(1);
    const { residents } = toHistory(disclosed, today)[0];
    expect(Object.keys(residents!)).toEqual(['plan', 'decided', 'wishes']);
    expect(residents!.decided!.votes![0].rows).toHaveLength(3);
  });
});
