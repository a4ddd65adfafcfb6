import {
  concealedNoticeBlockers,
  ConcealedNotice,
  concealedWaitWarnings,
  noticeGiverBlockers,
} from './concealed-notice';
import { ConcealedStep, concealedStepBlockers, ConcealedStepFacts } from './concealed-steps';
import {
  ConcealedState,
  concealedStateNames,
  isConcealedAccepted,
  unacceptedBlockers,
} from './concealed-work';
import { codesOf, engineer, manager, supervised, tableOf } from './given-construction';

const now = '2026-06-08 10:00';
const states = Object.keys(concealedStateNames) as ConcealedState[];

describe('the notice of concealed work', () => {
  const notice = (change: Partial<ConcealedNotice> = {}): ConcealedNotice => ({
    ...{ part: '3号楼西侧排水管', noticedAt: now, checkAt: '2026-06-10 10:00', agreed: '', ...change },
  });
  it.each<[string, Partial<ConcealedNotice>, string[]]>([
    ['forty-eight hours before', {}, []],
    ['a minute less than forty-eight hours before', { checkAt: '2026-06-10 09:59' }, ['concealed-hours']],
    ['less, as the supervisor agreed', { checkAt: '2026-06-09 10:00', agreed: '监理在场，同意明天检查' }, []],
    ['of no part', { part: ' ' }, ['concealed-part']],
    [
      'given in a minute',
      { noticedAt: '2026-06-08 10:01', checkAt: '2026-06-11 10:00' },
      ['concealed-future'],
    ],
    ['for the minute it is given', { checkAt: now, agreed: '同意' }, ['concealed-order']],
    ['for no time', { checkAt: '2026-06-10' }, ['concealed-time']],
  ])('%s', (_, change, expected) => {
    expect(codesOf(concealedNoticeBlockers(notice(change), now))).toEqual(expected);
  });

  it('says the earliest time and where the hours come from', () => {
    expect(concealedNoticeBlockers(notice({ checkAt: '2026-06-09 10:00' }), now)).toMatchObject([
      {
        level: 'policy',
        text: '隐蔽前 48 小时要通知检查，最早 2026年6月10日 10:00 检查。监理同意提前的，请写明',
        source: '建设工程施工合同（示范文本）GF-2017-0201 隐蔽工程检查条款（待核）',
      },
    ]);
  });

  it.each<[ConcealedState, string, number]>([
    ['noticed', '2026-06-10 10:00', 0],
    ['noticed', '2026-06-10 10:01', 1],
    ['accepted', '2026-06-10 10:01', 0],
  ])('nobody came: one that is %s at %s is said %i times', (state, at, expected) => {
    expect(concealedWaitWarnings({ state, checkAt: '2026-06-10 10:00' }, at)).toHaveLength(expected);
  });
});

const facts = (change: Partial<ConcealedStepFacts> = {}): ConcealedStepFacts => ({
  ...{ renovation: 'active', now, noticedAt: '2026-06-05 10:00', happenedAt: '2026-06-08 09:00' },
  ...{ acceptedAt: '2026-06-08 08:30', supervision: supervised, confirmer: engineer },
  ...{ noticedBy: { userId: 9, firmId: 10 }, witnesses: ['contractor', 'supervisor'], photos: 1 },
  ...{ reason: '坡度已调整', ...change },
});

describe('how concealed work goes on: every arrow × role × state', () => {
  const confirming = ['supervisor', 'street-manager'] as const;
  const builders = ['contractor', 'street-manager'] as const;
  const rows = tableOf<ConcealedStep, ConcealedState>(
    {
      accept: { by: confirming, from: ['noticed'] },
      reject: { by: confirming, from: ['noticed'] },
      'notice-again': { by: builders, from: ['rejected'] },
      cover: { by: builders, from: ['accepted'] },
      withdraw: { by: builders, from: ['noticed', 'rejected'] },
    },
    states,
  ).filter(([step, state]) => !(step === 'cover' && (state === 'noticed' || state === 'rejected')));

  it.each(rows)('%s, %s, by %s', (step, state, role, expected) => {
    expect(codesOf(concealedStepBlockers(step, state, role, facts()))).toEqual(expected);
  });

  it.each<ConcealedState>(['noticed', 'rejected'])(
    'one that is %s is covered by nobody: that is the law',
    (state) => {
      expect(concealedStepBlockers('cover', state, 'contractor', facts())).toMatchObject([
        { code: 'works.concealed-cover', level: 'law', source: '建设工程质量管理条例 §30；民法典 §798' },
      ]);
    },
  );

  it.each<[ConcealedStep, ConcealedState, Partial<ConcealedStepFacts>, string[]]>([
    ['accept', 'noticed', { photos: 0 }, ['concealed-photo']],
    ['accept', 'noticed', { witnesses: ['contractor'] }, ['concealed-witness']],
    ['accept', 'noticed', { witnesses: ['supervisor', 'residents'] }, ['concealed-witness']],
    ['accept', 'noticed', { happenedAt: now }, []],
    ['accept', 'noticed', { happenedAt: '2026-06-08 10:01' }, ['concealed-future']],
    ['accept', 'noticed', { happenedAt: '2026-06-05 10:00' }, []],
    ['accept', 'noticed', { happenedAt: '2026-06-05 09:59' }, ['concealed-before']],
    ['accept', 'noticed', { happenedAt: '上午' }, ['concealed-time']],
    ['accept', 'noticed', { confirmer: manager }, ['confirm-supervisor']],
    ['accept', 'noticed', { noticedBy: { userId: null, firmId: 20 } }, ['confirm-own-firm']],
    ['reject', 'noticed', { reason: '' }, ['concealed-reason']],
    ['notice-again', 'rejected', { reason: '' }, ['concealed-mended']],
    ['withdraw', 'noticed', { reason: '' }, ['concealed-withdrawn']],
    ['cover', 'accepted', { happenedAt: '2026-06-08 08:30' }, []],
    ['cover', 'accepted', { happenedAt: '2026-06-08 08:29' }, ['concealed-covered']],
    ['accept', 'noticed', { renovation: 'closed' }, ['renovation-over']],
  ])('%s of one that is %s: %j', (step, state, change, expected) => {
    const role = step === 'accept' || step === 'reject' ? 'supervisor' : 'contractor';
    expect(codesOf(concealedStepBlockers(step, state, role, facts(change)))).toEqual(expected);
  });

  it('where nobody supervises, the street stands by', () => {
    const micro = { track: 'micro', supervisorFirmId: null } as const;
    const by = (witnesses: ConcealedStepFacts['witnesses']) =>
      codesOf(
        concealedStepBlockers(
          'accept',
          'noticed',
          'street-manager',
          facts({ supervision: micro, confirmer: manager, witnesses }),
        ),
      );
    expect([by(['contractor', 'street']), by(['contractor', 'supervisor'])]).toEqual([
      [],
      ['concealed-witness'],
    ]);
  });
});

describe('what waits for it', () => {
  it.each(states)('the next item, while it is %s', (state) => {
    const found = unacceptedBlockers({ name: '铺路', predecessorId: 2 }, [
      { id: 1, itemId: 2, part: '排水管', state },
    ]);
    const waits = state === 'noticed' || state === 'rejected';
    expect(found.map(({ level }) => level)).toEqual(waits ? ['law'] : []);
    expect(isConcealedAccepted({ state })).toBe(state === 'accepted' || state === 'covered');
  });
});

describe('who gives the notice', () => {
  const item = { name: '雨污管网', state: 'open' } as const;
  it.each<[string, Parameters<typeof noticeGiverBlockers>, string[]]>([
    ['the builder', ['contractor', item, 'active'], []],
    ['the street for a builder without an account', ['street-manager', item, 'active'], []],
    ['the supervisor', ['supervisor', item, 'active'], ['concealed-role']],
    ['of an item elsewhere', ['contractor', null, 'active'], ['concealed-foreign']],
    [
      'of an item that was given up',
      ['contractor', { ...item, state: 'dropped' }, 'active'],
      ['concealed-dropped'],
    ],
    ['once it is over', ['contractor', item, 'closed'], ['renovation-over']],
  ])('%s', (_, given, expected) => {
    expect(codesOf(noticeGiverBlockers(...given))).toEqual(expected);
  });
});
