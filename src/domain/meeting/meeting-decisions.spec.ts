import { OwnersMatter, ownersMatters } from './matters';
import type { Attendance } from './meeting-attendance';
import {
  Decision,
  decisionBlockers,
  decisionResult,
  decisionWarnings,
  matterHeardIn,
} from './meeting-decisions';
import { MeetingKind, meetingKindCodes } from './meeting-kinds';

const day = '2026-06-08';
const came = (present: number, expected: number | null = 28): Attendance[] => [
  { party: 'representatives', present, expected, who: '', signed: true },
];
const decision = (change: Partial<Decision> = {}): Decision => ({
  ...{ matter: 'consultation', text: '先清杂物，再修路' },
  ...{ yes: null, no: null, abstain: null },
  ...change,
});
const matters = Object.keys(ownersMatters) as OwnersMatter[];
const others = meetingKindCodes.filter((kind) => kind !== 'owners');

describe('a matter of 民法典 §278 or §279', () => {
  it.each(others.flatMap((kind) => matters.map((matter) => [kind, matter] as const)))(
    '%s cannot carry %s',
    (kind, matter) => {
      const [blocker] = decisionBlockers(kind, [decision({ matter })], came(20));
      expect(blocker).toMatchObject({ level: 'law', source: ownersMatters[matter].source });
      expect(blocker.text).toContain('请到「表决」发起业主共同决定');
    },
  );

  it.each(matters)('the owners can carry %s', (matter) => {
    expect(decisionBlockers('owners', [decision({ matter })], [])).toEqual([]);
  });

  it('the refusal names which decision, which matter and which meeting', () => {
    const two = [decision(), decision({ matter: 'fund-use' })];
    expect(decisionBlockers('four-party', two, [])[0].text).toBe(
      '第 2 条议定事项「使用维修资金」由业主共同决定，四方联席会不能决定。请到「表决」发起业主共同决定，这里改成一般商议事项',
    );
  });
});

describe('words that sound like a matter of the owners', () => {
  it.each<[string, OwnersMatter | undefined]>([
    ['屋面漏水动用维修资金', 'fund-use'],
    ['每户补交维修资金 500 元', 'fund-raise'],
    ['三单元加装电梯', 'rebuild'],
    ['选聘物业公司', 'manager'],
    ['把绿地改成停车位', 'change-of-use'],
    ['门房出租给快递站', 'change-of-use'],
    ['引进经营性充电桩', 'change-of-use'],
    ['修改管理规约', 'convention'],
    ['通过议事规则', 'procedure'],
    ['选举自管会成员', 'committee'],
    ['一楼住改商', 'dwelling-use'],
    ['保留老紫藤，门球场边加座椅', undefined],
    ['停车位重新划线', undefined],
  ])('%s', (text, matter) => {
    expect(matterHeardIn(text)).toBe(matter);
  });

  it('are reminded of, and stop nothing', () => {
    const sounds = [decision({ text: '屋面漏水动用维修资金' })];
    expect(decisionBlockers('representatives', sounds, came(20))).toEqual([]);
    expect(decisionWarnings('representatives', sounds)).toMatchObject([
      {
        level: 'warning',
        text: '第 1 条议定事项提到的内容可能属于「使用维修资金」，要由业主共同决定；这里只算商议意见',
      },
    ]);
  });

  it('are fine among the owners, and where the matter was chosen it is refused instead', () => {
    const sounds = [decision({ text: '屋面漏水动用维修资金' })];
    expect(decisionWarnings('owners', sounds)).toEqual([]);
    expect(decisionWarnings('four-party', [decision({ ...sounds[0], matter: 'fund-use' })])).toEqual([]);
  });
});

describe('what came of a decision of the representatives', () => {
  it.each([
    ['10 of 20 present are half, and not more', 10, 20, 'not-passed'],
    ['11 of 20 present are more than half', 11, 20, 'passed'],
    ['10 of 19 present are more than half', 10, 19, 'passed'],
    ['9 of 19 present are not', 9, 19, 'not-passed'],
    ['all of 13 of 28 who came are too few to decide', 13, 13, 'no-quorum'],
    ['8 of 14 of 28 who came are enough', 8, 14, 'passed'],
  ])('%s', (_, yes, present, result) => {
    expect(decisionResult('representatives', decision({ yes }), came(present), day)).toBe(result);
  });

  it('nothing counted, or nobody knows how many there are: it is not a result', () => {
    expect(decisionResult('representatives', decision(), came(20), day)).toBe('not-counted');
    expect(decisionResult('representatives', decision({ yes: 20 }), came(20, null), day)).toBe('not-counted');
  });

  it.each<[MeetingKind, string]>([
    ['owners', 'by-vote'],
    ['four-party', 'agreed'],
    ['renovation-council', 'agreed'],
    ['building-leads', 'agreed'],
    ['on-site', 'agreed'],
  ])('%s: %s', (kind, result) => {
    expect(decisionResult(kind, decision(), [], day)).toBe(result);
  });
});

describe('counts', () => {
  const texts = (kind: MeetingKind, change: Partial<Decision>, present = 20) =>
    decisionBlockers(kind, [decision(change)], came(present)).map(({ text }) => text);

  it('as many votes as representatives came pass, one more does not', () => {
    expect(texts('representatives', { yes: 15, no: 3, abstain: 2 })).toEqual([]);
    expect(texts('representatives', { yes: 16, no: 3, abstain: 2 })).toEqual([
      '第 1 条议定事项共 21 票，多于到会居民代表 20 人，请核对',
    ]);
  });

  it('begin with those in favour', () => {
    expect(texts('representatives', { no: 3 })).toEqual(['请填写第 1 条议定事项的同意票数，没有人同意填 0']);
  });

  it('belong to representatives only', () => {
    expect(texts('four-party', { yes: 4 })).toEqual(['四方联席会不计票，请删掉第 1 条议定事项的票数']);
  });
});
