import { disclose, KnownFacts } from '../domain/disclosure/disclosure';
import { givenFacts, givenRenovation, today } from '../domain/disclosure/given-disclosure';
import { toCompound } from './compound.presenter';
import { toPhoto } from './photo.presenter';

const changedAt = '2026-06-08T09:42:00.000Z';
const page = (change: Partial<KnownFacts> = {}, at: string | null = changedAt) =>
  toCompound(disclose(givenFacts(change), today), at, today);

describe('the page of a compound', () => {
  it('says on top what it is, where it stands and what comes', () => {
    expect(page()).toMatchObject({
      title: '丰乐路106号院 · 正在施工，预计6月18日完工',
      description: '刘寨街道 · 粮运社区 丰乐路106号院：正在施工，预计6月18日完工',
      quick: true,
      plate: { before: '丰乐路', number: '106', after: '号院', line: '刘寨街道 · 粮运社区' },
      facts: ['1989 年建', '1 单元 7 层', '28 户', '1,677 ㎡'],
      footLines: ['占地 490 ㎡，建筑面积 1,677 ㎡，1 栋，原搬运三站'],
      now: {
        status: { state: 'doing', word: '正在施工' },
        sentence: '预计 6月18日 完工',
        aside: '还有 10 天',
        bar: { label: '六步走完 3 步，现在是第 4 步', solid: 50, hatch: 17, from: 50 },
        figures: [
          { term: '已走完', value: '3 步' },
          { term: '一共', value: '6 步' },
        ],
        what: '街道自筹近 20 万元',
        updated: '今天 17:42 更新 · 刘寨街道发布',
      },
    });
  });

  it('tells the six stages, each with its days, its evidence and why it is late', () => {
    const current = givenRenovation(
      { delays: [{ stage: 'construction', reason: '上周下雨', answerable: 'weather' }] },
      { stage: 'construction', forecastEndOn: '2026-06-20' },
    );
    const { stages, next } = page({ current });
    expect(stages!.slice(1, 5)).toEqual([
      {
        name: '居民议事',
        status: { state: 'done', word: '提前 4 天完成' },
        when: '3月21日 至 4月26日',
        lines: [],
      },
      {
        name: '拆违清障',
        status: { state: 'done', word: '按时完成' },
        when: '5月1日 至 5月18日',
        lines: ['5月18日：广告牌和 7 间车库车棚，共 100 多平方米。'],
        evidence: [{ text: '第一处清空', status: { state: 'done', word: '5月18日' } }],
        evidenceLabel: '办了 1 件事',
      },
      {
        name: '施工改造',
        status: { state: 'late', word: '预计晚 2 天' },
        when: '5月19日 开始，预计 6月20日 完成',
        lines: ['比计划晚 2 天：上周下雨（天气）。'],
        current: true,
      },
      {
        name: '竣工验收',
        status: { state: 'idle', word: '未开始' },
        when: '计划 6月19日 至 6月30日',
        lines: [],
      },
    ]);
    expect(next).toEqual([
      { when: '6月20日', what: '施工改造，完工清场' },
      { when: '6月30日', what: '竣工验收，结果在这里公布' },
      { when: '7月11日', what: '移交，定好以后怎么管' },
    ]);
  });

  it('says a note once, however many conditions one paper proves, and only the last three', () => {
    const evidence = ['一', '二', '三', '四', '四'].map((note, index) => ({
      ...{ stage: 'removal' as const, text: `第${index}项`, note, on: `2026-05-0${index + 1}` },
    }));
    const removal = page({ current: givenRenovation({ evidence }) }).stages![2];
    expect(removal.lines).toEqual(['5月2日：二。', '5月3日：三。', '5月5日：四。']);
    expect(removal.evidence).toHaveLength(5);
  });

  it('says when it is stale, and nothing of it when fresh', () => {
    expect(page().stale).toBeUndefined();
    expect(page({ changedOn: '2026-05-31' }, '2026-05-31T02:00:00.000Z').stale).toEqual({
      heading: '超过 7 天没有更新',
      text: '上次更新是 5月31日。已列入街道的待办，您也可以直接打电话问。',
    });
  });

  it('shows before and now, and leads to every photo', () => {
    const { photos, gallery, jumps } = page();
    expect(photos).toMatchObject([
      {
        before: { link: '/c/fl106/photos/photo-before', tag: '改造前' },
        now: { link: '/c/fl106/photos/photo-after', tag: '施工中', tagDone: false },
        caption: '拍于 3月12日 与 6月1日。',
      },
    ]);
    expect(gallery).toBeUndefined();
    expect(jumps.map(({ anchor }) => anchor)).toEqual(['stage', 'photo', 'found', 'who']);
  });

  it('counts what the survey found', () => {
    expect(page().found).toEqual({
      sentence: '3月20日 摸底确认，查出 1 处问题，都已经控制住。',
      items: [{ what: '消防', count: '1 处', remedy: '建议列入改造' }],
    });
  });

  it('says what was let pass, why, and by whom', () => {
    const exceptions = [{ text: '居民监督员', reason: '推选改期', by: '区改造办', on: '2026-06-01' }];
    expect(page({ current: givenRenovation({ exceptions }) }).exceptions).toEqual([
      { what: '居民监督员', reason: '推选改期', by: '区改造办批准 · 6月1日' },
    ]);
    expect(page().exceptions).toBeUndefined();
  });

  it('shows whom to call, or where to ask', () => {
    expect(page().contacts).toEqual([
      { role: '楼栋长', about: '楼里的事先找楼栋长', phone: '0371-0000 0001', dial: '037100000001' },
    ]);
    expect(page({ contacts: [] })).toMatchObject({
      quick: false,
      contactsNote: '联系电话正在征得本人同意。有事请先到粮运社区当面问。',
    });
  });

  it('tells a pause with its reason', () => {
    const paused = givenRenovation({ state: 'paused', stateReason: '连续降雨' });
    const { now, title, stages, next } = page({ current: paused });
    expect(title).toBe('丰乐路106号院 · 已暂停：连续降雨');
    expect(now).toMatchObject({
      status: { state: 'late', word: '已暂停' },
      sentence: '停在「施工改造」这一步',
      reason: '连续降雨',
    });
    expect([stages![3].status, next]).toEqual([{ state: 'late', word: '已暂停' }, []]);
  });

  it('keeps the story of an earlier renovation', () => {
    const first = givenRenovation(
      { state: 'closed', stage: 'handover', closedOn: '2026-07-11' },
      { stage: 'handover', endedOn: '2026-07-11' },
    );
    const { history } = toCompound(
      disclose(givenFacts({ current: null, earlier: [first] }), '2026-07-20'),
      changedAt,
      '2026-07-20',
    );
    expect(history).toMatchObject([
      {
        name: '丰乐路106号院微改造',
        status: { state: 'done', word: '已办结' },
        line: '街道自筹微改造，3月1日 开始，7月11日 移交，前后 133 天。',
        what: '街道自筹近 20 万元',
        open: true,
      },
    ]);
    expect(history![0].stages).toHaveLength(6);
  });

  it('is a short page where nothing is arranged yet', () => {
    const empty = page({ current: null, survey: null, photos: [], contacts: [], changedOn: null }, null);
    expect(empty).toMatchObject({
      now: { sentence: '还没有改造安排', figures: [], updated: '还没有更新 · 刘寨街道发布' },
      next: [],
      jumps: [{ anchor: 'who' }],
    });
    expect(empty.stages ?? empty.photos ?? empty.found ?? empty.history).toBeUndefined();
  });
});

describe('the page of a photo', () => {
  const told = disclose(givenFacts(), today);

  it('shows it large, with the way back and to its neighbours', () => {
    expect(toPhoto(told.compound, told.photos, 'photo-before', today)).toEqual({
      title: '丰乐路106号院 · 棚屋和飞线',
      heading: '棚屋和飞线',
      plateName: '丰乐路106号院',
      photo: {
        webp: '/p/photo-before-1600.webp',
        jpeg: '/p/photo-before-1600.jpg',
        width: 1600,
        height: 1200,
        alt: '3月12日：棚屋和飞线',
        eager: true,
      },
      caption: '3月12日 拍摄，改造前。',
      backLink: '/c/fl106',
      previous: undefined,
      next: '/c/fl106/photos/photo-after',
    });
  });

  it('is not there for an address nobody published', () => {
    expect(toPhoto(told.compound, told.photos, 'other', today)).toBeUndefined();
  });
});
