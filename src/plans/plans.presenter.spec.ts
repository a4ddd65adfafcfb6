import { houseRule, warning } from '../domain/kernel/blocker';
import type { PlanStanding } from '../domain/plan/plan-version';
import { formState } from '../platform/web/form';
import type { WishRecord } from '../wishes/wish.entities';
import { toFix } from './fixing.presenter';
import {
  givenFrame,
  givenLinkedItem,
  givenNotice,
  givenRecords,
  givenToday,
  givenVersion,
  givenView,
} from './given-plan-records';
import { nextStep } from './plan-next-step';
import { readableBy } from './plan-records';
import type { PlanView } from './plan-view';
import { toPlan } from './plans.presenter';
import { toPlanPrint } from './print.presenter';

const page = (change: Partial<PlanView> = {}) =>
  toPlan({ ...givenView, ...change }, formState({}), givenFrame);
const standingOf = (standing: PlanStanding, change: Partial<typeof givenRecords> = {}) => ({
  records: { ...givenRecords, standing, ...change },
});

describe('a version for the offices', () => {
  it('says how much, where, for how much, what it answers, and what is lacking', () => {
    const [basic, improve] = page().items.groups;
    expect(improve).toEqual({
      name: '完善类',
      about: '1 项，估算 3.60 万元',
      rows: [
        {
          name: '电动自行车充电桩',
          catalogue: 'I07 电动自行车充电',
          tag: '',
          quantity: '30 组',
          place: '1号楼2单元301室窗下',
          cost: '3.60',
          note: '',
          answers: [
            { label: '隐患：飞线、私拉乱接，北墙', link: '/hazards/31' },
            { label: '心愿 第 8 号', link: '/wishes/12' },
          ],
          ground: [],
          marks: [],
          votes: [],
          editLink: '/plan-items/41/edit',
        },
      ],
    });
    expect(basic).toMatchObject({
      name: '基础类',
      about: '1 项，还没有估算',
      rows: [{ tag: '五改 白改黑', quantity: '40.5 米', place: '—', cost: '—' }],
    });
    expect(basic.rows[0].marks).toEqual([{ state: 'late', word: '砍伐树木，缺许可' }]);
  });

  it('an approval and a vote that are there are named', () => {
    const items = [
      givenLinkedItem(1, { treeWork: 'transplant', permitNumber: '郑绿许〔2026〕12号', permitFileId: 9 }),
      givenLinkedItem(2, { matters: ['change-of-use', 'fund-raise'] }),
    ];
    const passed = [{ matter: 'change-of-use', title: '原址建车棚', link: '/votes/6' }] as never;
    const [group] = page({ records: { ...givenRecords, items }, passed }).items.groups;
    expect(group.rows[0].marks).toEqual([{ state: 'done', word: '移植树木，郑绿许〔2026〕12号' }]);
    expect(group.rows[1].marks).toEqual([{ state: 'late', word: '缺 1 项表决' }]);
    expect(group.rows[1].votes).toEqual([{ label: '原址建车棚', link: '/votes/6' }]);
  });

  it('names every reason against fixing, those of the law first, with the way to what is lacking', () => {
    const blockers = [
      warning('fix.notice', '还没有公示'),
      houseRule('fix.items', '还没有内容'),
      { code: 'fix.tree-permit', level: 'law' as const, text: '缺许可', source: '§38' },
    ];
    expect(page({ blockers }).missing).toEqual({
      sentence: '定案还缺 2 项，另有 1 项提醒。',
      link: '/plan-versions/3/fix',
      reasons: [
        {
          text: '缺许可',
          level: 'law',
          levelWord: '法定',
          source: '§38',
          status: { state: 'late', word: '缺' },
          action: { label: '去补许可', link: '/compounds/fl106/plan#items' },
        },
        {
          text: '还没有内容',
          level: 'policy',
          levelWord: '规定',
          status: { state: 'late', word: '缺' },
          action: { label: '去添加', link: '/compounds/fl106/plan/items/new' },
        },
        {
          text: '还没有公示',
          level: 'warning',
          levelWord: '提醒',
          status: { state: 'doing', word: '提醒' },
          action: { label: '看公示', link: '/compounds/fl106/plan#objections' },
        },
      ],
    });
    expect(page().missing?.sentence).toBe('定案要的都已具备。');
    expect(page(standingOf('fixed')).missing).toBeUndefined();
  });

  it('says what was objected, and that it came late', () => {
    const wish = { id: 9, number: 3, kind: 'objection', text: '太近', heardOn: '2026-04-18', state: 'open' };
    const objections = [
      { wish: { ...wish, answer: null } as WishRecord, noticeEndsOn: '2026-04-17', isLate: true },
    ];
    const seen = page({ ...standingOf('posted', { notice: givenNotice }), objections, objectedId: 5 });
    expect(seen.posting).toMatchObject({
      postLink: '',
      objectionLink: '/compounds/fl106/wishes/new?notice=5',
      objections: [
        {
          name: '第 3 号',
          status: { state: 'late', word: '逾期 3 天' },
          about: '2026年4月18日 提出，在公示期满以后',
          link: '/wishes/9',
        },
      ],
    });
  });

  it('what cannot be changed any more offers nothing to change', () => {
    for (const standing of ['posted', 'fixed', 'dropped'] as const) {
      const seen = page(standingOf(standing));
      expect([seen.items.newLink, seen.sheet.editLink, seen.drawings.link]).toEqual(['', '', '']);
      expect(seen.items.groups[0].rows[0].editLink).toBe('');
    }
  });

  it('says that owners choose a property company, and offers the next version of a fixed one', () => {
    expect(page().sheet.warnings).toHaveLength(1);
    const fixed = { ...givenVersion, state: 'fixed' as const, fixedOn: '2026-04-18' };
    const seen = page({ ...standingOf('fixed', { version: fixed }), versions: [fixed] });
    expect(seen.versionLinks).toEqual([
      { label: '变更：新建一版', link: '/compounds/fl106/plan/versions/new' },
    ]);
    const second = { ...givenVersion, id: 4, number: 2, basedOnId: 3 };
    const open = page({ ...standingOf('draft', { version: second }), versions: [second, fixed] });
    expect(open.versionLinks).toEqual([{ label: '放弃这一版', link: '/plan-versions/4/drop' }]);
    expect(open.others).toMatchObject([
      { name: '第 1 版方案', compareLink: '/plan-versions/4/compare?with=3' },
    ]);
  });
});

describe('a version for a firm', () => {
  const records = readableBy('contractor', givenRecords);
  const seen = page({ records, role: 'contractor', objections: [], versions: [givenVersion] });

  it('names no wish, no finding, no door, and nothing to be done', () => {
    const text = JSON.stringify(seen);
    for (const hidden of ['301', '心愿', '/wishes/', '/hazards/', '/edit', '/fix', '/notice'])
      expect([hidden, text.includes(hidden)]).toEqual([hidden, false]);
    expect([seen.missing, seen.posting, seen.versionLinks, seen.items.isOffice]).toEqual([
      undefined,
      undefined,
      [],
      false,
    ]);
  });

  it('prints as the firm reads it', () => {
    const sheet = toPlanPrint({ ...givenView, records, role: 'contractor' });
    expect(JSON.stringify(sheet)).not.toContain('301');
    expect(sheet.draftNote).toContain('方案还没有定案');
    expect(sheet.total).toBe('2 项，估算 3.60 万元，1 项还没有估算');
  });

  it('the offices read what was typed', () => {
    expect(readableBy('auditor', givenRecords)).toBe(givenRecords);
  });
});

describe('the next step', () => {
  const next = (codes: string[], change: Partial<Parameters<typeof nextStep>[0]> = {}, mayEdit = true) =>
    nextStep(
      {
        records: givenRecords,
        role: 'street-manager',
        blockers: codes.map((code) => houseRule(`fix.${code}`, code)),
        ...change,
      },
      mayEdit,
    )?.label;
  const posted = standingOf('posted', { notice: givenNotice });

  it.each([
    [['items', 'sheet', 'drawings', 'notice'], '添加改造内容'],
    [['sheet', 'drawings', 'notice'], '填写方案说明'],
    [['management', 'drawings'], '填写方案说明'],
    [['drawings', 'notice'], '上传效果图'],
    [['notice'], '公示方案'],
    [[], '定案'],
  ])('of a draft that lacks %j is %s', (codes, label) => {
    expect(next(codes)).toBe(label);
  });

  it('of a posted one is an answer, a photo, or to wait', () => {
    expect(next(['objections', 'notice'], posted, false)).toBe('答复异议');
    const bare = standingOf('posted', { notice: { ...givenNotice, photos: [] } });
    expect(next(['notice'], bare, false)).toBe('上传公示照片');
    expect(next(['notice'], posted, false)).toBeUndefined();
    expect(next([], posted, false)).toBe('定案');
  });

  it('fixing is the street’s; a fixed one asks for nothing', () => {
    expect(next([], { ...posted, role: 'community-worker' }, false)).toBeUndefined();
    expect(next([], standingOf('fixed'), false)).toBeUndefined();
    expect(next(['objections'], { ...posted, role: 'auditor' }, false)).toBeUndefined();
  });
});

describe('the page on which it is fixed', () => {
  const fix = (blockers: Parameters<typeof toFix>[0]['blockers']) =>
    toFix({ records: givenRecords, blockers, today: givenToday }, formState({}), givenFrame);

  it('says what will be different, and every reason', () => {
    expect(fix([]).consequences[1]).toEqual({
      what: '改造内容',
      now: '可以增减',
      after: '2 项，估算 3.60 万元，1 项还没有估算，以此施工',
    });
    expect([fix([]).reasonSentence, fix([]).isForbidden]).toEqual(['定案要的都已具备。', false]);
    const warned = fix([warning('fix.notice', '还没有公示')]);
    expect([warned.reasonSentence, warned.isForbidden]).toEqual(['可以定案，有 1 项提醒：', false]);
    const held = fix([houseRule('fix.items', '还没有内容')]);
    expect([held.reasonSentence, held.isForbidden]).toEqual(['现在还不能定案，还缺 1 项：', true]);
  });
});
