import { houseRule } from '../domain/kernel/blocker';
import { Frame } from '../compounds/workspace';
import type { StoredFile } from '../files/stored-file.entity';
import { formState } from '../platform/web/form';
import { toNoticeFigure } from './notice.figure';
import { NoticeAtPlace } from './notices.desk';
import { NoticeView, toNotice, toNoticeSheet, toNoticeWithdrawal } from './notices.presenter';
import type { ProvedNotice } from './notices.service';

const notice = (change: Partial<ProvedNotice> = {}): ProvedNotice => ({
  id: 5,
  compoundId: 1,
  renovationId: 2,
  kind: 'plan',
  subjectId: 9,
  title: '改造方案公示',
  body: '一、拆棚。\n\n二、修管。',
  places: 'gate-board,online',
  postedOn: '2026-05-18',
  endsOn: '2026-05-25',
  postedBy: 3,
  postedAt: '2026-05-18T01:00:00.000Z',
  withdrawnOn: null,
  withdrawnReason: null,
  version: 1,
  photos: [{ id: 1, noticeId: 5, fileId: 7, kind: 'near' }],
  ...change,
});

const frame = { crumbs: [], head: {} } as unknown as Frame;
const place = (change: Partial<ProvedNotice> = {}, state = 'active'): NoticeAtPlace =>
  ({
    notice: notice(change),
    compound: { id: 1, code: 'fl106', name: '丰乐路106号院' },
    renovation: { id: 2, name: '微改造', state, openedOn: '2026-03-01' },
  }) as NoticeAtPlace;
const file = { id: 7, publicId: 'p', width: 1600, height: 1200, caption: '近景：改造方案公示' } as StoredFile;
const view = (change: Partial<NoticeView> = {}): NoticeView => ({
  ...place(),
  photos: new Map([[7, file]]),
  successorId: null,
  postedBy: '社区工作人员',
  mayPost: true,
  kept: { near: [], far: [] },
  today: '2026-05-20',
  ...change,
});
const page = (change: Partial<NoticeView> = {}) => toNotice(view(change), formState({}), frame);

describe('a notice on the page of its room', () => {
  it.each([
    ['2026-05-20', {}, '公示中，剩 5 天', undefined],
    ['2026-05-25', {}, '已满 7 天', undefined],
    ['2026-05-20', { photos: [] }, '公示中，剩 5 天', '缺现场照片'],
    ['2026-05-26', { photos: [] }, '已满 7 天', '缺现场照片'],
    ['2026-05-26', { withdrawnOn: '2026-05-19', withdrawnReason: '写错', photos: [] }, '已撤下', undefined],
    ['2026-05-26', { endsOn: '2026-05-20' }, '只有 2 天', undefined],
    ['2026-05-20', { kind: 'meeting', endsOn: '2026-05-20' }, '已满 2 天', undefined],
    ['2026-05-18', { kind: 'minutes', endsOn: '2026-05-18' }, '已到期', undefined],
  ] as [string, Partial<ProvedNotice>, string, string | undefined][])(
    'on %s with %j says %s',
    (today, change, status, proof) => {
      const posted = notice(change);
      const figure = toNoticeFigure(posted, posted.photos, today);
      expect([figure.status.word, figure.proof?.word]).toEqual([status, proof]);
    },
  );

  it('says what, where and when', () => {
    expect(toNoticeFigure(notice(), [1], '2026-05-20')).toEqual({
      kind: '改造方案公示',
      title: '改造方案公示',
      places: '院内公示栏、网上',
      days: '2026年5月18日 至 2026年5月25日',
      status: { state: 'doing', word: '公示中，剩 5 天' },
      words: '2026年5月18日 张贴，到 2026年5月25日 满 7 天，还剩 5 天',
      link: '/notices/5',
    });
  });
});

describe('the page of a notice', () => {
  it('offers photos and withdrawal to those who may post, while it hangs', () => {
    expect(page()).toMatchObject({
      withdrawLink: '/notices/5/withdraw',
      upload: { action: '/notices/5/photos' },
      printLink: '/notices/5/print',
      photos: [{ tag: '近景', link: '/files/7/1600.jpg' }],
    });
    for (const change of [
      { mayPost: false },
      place({ withdrawnOn: '2026-05-19', withdrawnReason: '写错' }),
      place({}, 'closed'),
    ])
      expect([page(change).withdrawLink, page(change).upload]).toEqual(['', undefined]);
  });

  it('tells of the objections, of the row behind it and of the one posted in its place', () => {
    const objections = { count: 2, open: 1, link: '/list', newLink: '/new' };
    const told = page({ objections, successorId: 6, subject: { label: '看方案', link: '/plan' } });
    expect(told.objections).toEqual({ words: '共 2 条异议，1 条待答复', link: '/list', newLink: '/new' });
    expect(told.successor).toEqual({ label: '看重新张贴的', link: '/notices/6' });
    expect(told.subject).toEqual({ label: '看方案', link: '/plan' });
    const words = (count: number, open: number) =>
      page({ objections: { ...objections, count, open } }).objections!.words;
    expect([words(0, 0), words(2, 0)]).toEqual(['还没有人提出异议', '共 2 条异议，都已答复']);
  });

  it('before it is withdrawn says what follows; afterwards says why not again', () => {
    const asked = toNoticeWithdrawal({ ...place(), against: [] }, '2026-05-20', formState({}), frame);
    expect(asked.consequences[0]).toEqual({
      what: '这份公示',
      now: '公示中，剩 5 天',
      after: '已撤下',
    });
    expect(asked.reasons).toEqual([]);
    const over = toNoticeWithdrawal(
      { ...place({}, 'closed'), against: [houseRule('vote.notice-stays', '正在表决')] },
      '2026-05-20',
      formState({}),
      frame,
    );
    expect(over.reasons.map(({ text }) => text)).toEqual(['改造已办结，公示不能再改', '正在表决']);
  });
});

describe('the sheet to hang up', () => {
  it('has paragraphs, days and whom to ask; contacts without a number are left out', () => {
    const contacts = [
      { title: '粮运社区', about: '居民议事', phone: '0371-6000 0001', dial: '037160000001' },
      { title: '楼栋长', about: '', phone: null, dial: null },
    ];
    expect(toNoticeSheet(place(), contacts, 'https://example.org/c/fl106')).toEqual({
      title: '丰乐路106号院 改造方案公示',
      heading: '改造方案公示',
      paragraphs: ['一、拆棚。', '二、修管。'],
      days: '2026年5月18日 至 2026年5月25日',
      places: '院内公示栏、网上',
      contacts: [{ title: '粮运社区', about: '居民议事', phone: '0371-6000 0001' }],
      address: 'example.org/c/fl106',
      place: '丰乐路106号院',
      postedOn: '2026年5月18日',
    });
  });
});
