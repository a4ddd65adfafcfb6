// For specs only: what the rooms of the residents' stage offer of case C1 on the day its plan hangs in the yard.
import type { PublicMeeting } from '../meeting/public-meeting';
import type { PublicNotice } from '../meeting/public-notice';
import type { PublicVote } from '../meeting/public-vote';
import type { PublicWish } from '../meeting/public-wish';
import type { PublicPlan } from '../plan/public-plan';
import type { KnownConsultation } from './consultation';

/** The third meeting of the representatives, with its minutes published. */
export const givenMeeting = (change: Partial<PublicMeeting> = {}): PublicMeeting => ({
  no: 3,
  kindName: '居民代表会议',
  title: '第 3 次居民代表会议',
  heldOn: '2026-04-26',
  decisions: ['拆除清障后原址建公共车棚', '充电桩装在车棚里，不再从家里拉线'],
  minutes: '到会代表 9 人。\n\n大家看了效果图。',
  publishedOn: '2026-04-28',
  ...change,
});

/** A closed vote at exactly three quarters. */
export const givenVote = (change: Partial<PublicVote> = {}): PublicVote => ({
  title: '原址建公共车棚',
  matter: 'change-of-use',
  part: null,
  openedOn: '2026-04-10',
  closesOn: '2026-04-20',
  total: { persons: 28, area: 1677_00 },
  taken: { persons: 20, area: 1200_00 },
  threshold: '参加的人数和面积都过三分之二，其中同意的都达到四分之三',
  source: '民法典 §278',
  result: {
    ...{ closedOn: '2026-04-21', passed: true, hasQuorum: true },
    counts: {
      yes: { persons: 15, area: 900_00 },
      no: { persons: 4, area: 240_00 },
      abstain: { persons: 1, area: null },
    },
  },
  ...change,
});

/** A wish that became an item of the plan. */
export const givenWish = (change: Partial<PublicWish> = {}): PublicWish => ({
  number: 7,
  kind: 'wish',
  text: '车棚里装上充电桩',
  heardOn: '2026-03-15',
  state: 'adopted',
  answer: '列入改造方案：充电桩 30 组',
  answeredOn: '2026-04-26',
  ...change,
});

/** The first version of the plan, fixed after its notice. */
export const givenPlan = (change: Partial<PublicPlan> = {}): PublicPlan => ({
  version: 1,
  fixedOn: '2026-05-06',
  notice: { postedOn: '2026-04-28', endsOn: '2026-05-05' },
  items: [
    { class: 'basic', name: '消防', quantity: '1 处', place: '院门口通道', wishes: [] },
    { class: 'improve', name: '电动自行车充电', quantity: '30 组', place: '新车棚', wishes: [7] },
  ],
  drawings: [],
  management: '成立自管会，社区帮着管',
  changes: [],
  changeReason: null,
  ...change,
});

/** A notice that asks the residents to a meeting. */
export const givenNotice = (change: Partial<PublicNotice> = {}): PublicNotice => ({
  kind: 'meeting',
  subjectId: 4,
  title: '第 4 次居民代表会议',
  body: '6月10日 19:00，院里车棚，说验收的事。',
  places: ['院内公示栏'],
  postedOn: '2026-06-05',
  endsOn: '2026-06-10',
  ...change,
});

/** All of it. */
export const givenConsultation = (change: Partial<KnownConsultation> = {}): KnownConsultation => ({
  track: 'micro',
  notices: [givenNotice()],
  wishes: [givenWish()],
  consent: {
    postedOn: '2026-04-20',
    households: 28,
    answers: [
      { question: 'renovation', agree: 25, against: 1, undecided: 1 },
      { question: 'removal', agree: 22, against: 2, undecided: 3 },
      { question: 'fee', agree: 22, against: 0, undecided: 4 },
    ],
  },
  meetings: [givenMeeting()],
  votes: [givenVote()],
  plan: givenPlan(),
  ...change,
});
