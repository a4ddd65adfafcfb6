import { toHome, toStreet } from './home.presenter';
import { Overview } from './overview.service';
import { YardLine } from './yard.presenter';

const today = '2026-06-08';
const line = (change: Partial<YardLine> = {}): YardLine => ({
  id: 1,
  code: 'fl106',
  name: '丰乐路106号院',
  streetId: 2,
  community: '粮运社区',
  stage: 'construction',
  state: 'active',
  removal: 'finished',
  stateReason: null,
  closedOn: null,
  plannedEndOn: '2026-06-18',
  forecastEndOn: null,
  endedOn: null,
  ...change,
});
const lines = [
  line(),
  line({ code: 'ruhe', name: '汝河小区', stage: 'survey', plannedEndOn: '2026-05-27' }),
  line({ code: 'js22', name: '江山路22号院', stage: 'handover', state: 'closed', endedOn: '2025-11-20' }),
  line({ code: 'yc8', name: '英才街8号院', stage: null, state: null, removal: null, plannedEndOn: null }),
  line({ code: 'bj1', name: '北郊1号院', stage: 'survey', state: 'cancelled', stateReason: '列入征收' }),
];
const overview: Overview = {
  districts: [{ name: '惠济区', streets: [{ code: '410108002000', name: '刘寨街道', lines }] }],
  lines,
  finished: [],
  changedAt: '2026-06-08T09:42:00.000Z',
};
const plain = { q: '', stage: null, page: 1 };

describe('the first page', () => {
  it('says in one sentence how the district is doing', () => {
    const { sentence, updated, description, subheading } = toHome(overview, plain, today);
    expect(sentence).toBe('一共 5 个楼院：1 个在施工，1 个已经移交，1 个比计划慢。');
    expect([updated, subheading]).toEqual(['今天 17:42 更新', '惠济区']);
    expect(description).toBe(`惠济区${sentence}`);
  });

  it('counts every compound at the stage it is in, as a link to them', () => {
    const { funnel } = toHome(overview, { ...plain, stage: 'survey' }, today);
    expect(funnel.map(({ name, count }) => `${name} ${count}`)).toEqual([
      '摸底调查 1',
      '居民议事 0',
      '拆违清障 0',
      '施工改造 1',
      '竣工验收 0',
      '移交长效 1',
    ]);
    expect(funnel[0]).toMatchObject({ link: '/?stage=survey#results', current: true, bar: { hatch: 100 } });
  });

  it('shows where each compound of a street stands', () => {
    const [{ streets }] = toHome(overview, plain, today).districts;
    expect(streets[0]).toMatchObject({ name: '刘寨街道', count: '5 个楼院', open: true });
    expect(streets[0].compounds).toEqual([
      {
        link: '/c/fl106',
        name: '丰乐路106号院',
        status: { state: 'doing', word: '正在施工' },
        line: '粮运社区 · 预计 6月18日 完工',
      },
      {
        link: '/c/ruhe',
        name: '汝河小区',
        status: { state: 'late', word: '逾期 12 天' },
        line: '粮运社区 · 摸底还没做完',
      },
      {
        link: '/c/js22',
        name: '江山路22号院',
        status: { state: 'done', word: '已完工' },
        line: '粮运社区 · 2025年11月20日 移交',
      },
      {
        link: '/c/yc8',
        name: '英才街8号院',
        status: { state: 'idle', word: '未开始' },
        line: '粮运社区 · 还没有改造安排',
      },
      {
        link: '/c/bj1',
        name: '北郊1号院',
        status: { state: 'idle', word: '已取消' },
        line: '粮运社区 · 列入征收',
      },
    ]);
  });

  it('shows twelve of a street and leads to the others', () => {
    const many = Array.from({ length: 13 }, () => line());
    const streets = (count: number) => {
      const street = { code: '410108002000', name: '刘寨街道', lines: many.slice(0, count) };
      return toHome({ ...overview, districts: [{ name: '惠济区', streets: [street] }] }, plain, today)
        .districts[0].streets;
    };
    expect(streets(12)[0].more).toBeUndefined();
    expect(streets(13)[0].compounds).toHaveLength(12);
    expect(streets(13)[0].more).toEqual({
      label: '刘寨街道全部 13 个楼院',
      link: '/s/410108002000',
    });
  });

  it('names the districts only where there are several', () => {
    const two = [...overview.districts, { name: '二七区', streets: [] }];
    expect(toHome({ ...overview, districts: two }, plain, today).districts.map(({ name }) => name)).toEqual([
      '惠济区',
      '二七区',
    ]);
    expect(toHome(overview, plain, today).districts[0].name).toBeUndefined();
  });

  it('says what was found, or how to look again', () => {
    const search = { q: '106', stage: null, page: 1 };
    expect(toHome({ ...overview, found: [line()] }, search, today).results).toMatchObject({
      heading: '「106」：1 个楼院',
      compounds: [{ link: '/c/fl106' }],
    });
    expect(toHome({ ...overview, found: [] }, search, today).results).toEqual({
      heading: '没有找到「106」',
      compounds: [],
      empty: {
        text: '请核对路名和门牌号，或者按街道找。还找不到，请问社区。',
        link: '/#list',
        label: '按街道找',
      },
    });
  });

  it('has fifty to a page', () => {
    const found = Array.from({ length: 51 }, () => line());
    const results = (page: number) =>
      toHome({ ...overview, found }, { q: '', stage: 'construction', page }, today).results;
    expect(results(1)?.compounds).toHaveLength(50);
    expect(results(1)?.pager?.next).toBe('/?stage=construction&page=2#results');
    expect(results(2)?.compounds).toHaveLength(1);
  });

  it('shows a finished compound before and after, once it has both views', () => {
    const photo = (publicId: string, takenOn: string, phase: 'before' | 'after') => ({
      ...{
        publicId,
        takenOn,
        phase,
        width: 1600,
        height: 1200,
        caption: '院子',
        isView: true,
        isOfDay: false,
      },
    });
    const yard = {
      code: 'js22',
      name: '江山路22号院',
      finishedOn: '2026-05-20',
      photos: [photo('one', '2026-01-02', 'before'), photo('two', '2026-05-18', 'after')],
    };
    const { finished } = toHome({ ...overview, finished: [yard, { ...yard, photos: [] }] }, plain, today);
    expect(finished).toHaveLength(1);
    expect(finished![0]).toMatchObject({
      link: '/c/js22',
      caption: '江山路22号院，5月20日 移交。照片拍于 1月2日 与 5月18日。',
      before: { webp: '/p/one-480.webp', width: 480, height: 360, tag: '改造前', alt: '1月2日：院子' },
      now: { jpeg: '/p/two-480.jpg', tag: '改造后', tagDone: true, link: '/c/js22/photos/two' },
    });
  });
});

describe('the page of a street', () => {
  it('lists its compounds', () => {
    const street = {
      ...{ code: '410108002000', name: '刘寨街道', lines, district: '惠济区', page: 1 },
      changedAt: null,
    };
    expect(toStreet(street, today)).toMatchObject({
      title: '刘寨街道楼院改造进展',
      heading: '刘寨街道',
      subheading: '惠济区',
      updated: '还没有更新',
    });
    expect(toStreet(street, today).compounds).toHaveLength(5);
  });
});
