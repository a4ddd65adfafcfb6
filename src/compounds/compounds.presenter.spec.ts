import { CompoundLine } from './compounds.list';
import { readListQuery, toCompounds } from './compounds.presenter';
import { containing, searchTextOf } from './search-text';

const line: CompoundLine = {
  id: 1,
  code: 'fl106',
  name: '丰乐路106号院',
  address: '丰乐路106号',
  street: '刘寨街道',
  community: '粮运社区',
  builtYear: 1989,
  builtYearNote: null,
  householdCount: 28,
  floorArea: 167700,
  managementStatus: 'residents',
  stage: 'construction',
  state: 'active',
  updatedAt: '2026-06-08T16:30:00.000Z',
};

describe('the list of compounds', () => {
  it('prints a line in words', () => {
    const page = toCompounds({ lines: [line], total: 1 }, readListQuery({}), [], 'street-manager');
    expect(page.rows).toEqual([
      {
        link: '/compounds/fl106',
        name: '丰乐路106号院',
        address: '丰乐路106号',
        place: '刘寨街道 · 粮运社区',
        built: '1989',
        households: '28',
        floorArea: '1,677 ㎡',
        management: '居民自管',
        stage: { state: 'doing', word: '施工改造' },
        updated: '2026年6月9日',
      },
    ]);
    expect(page.empty).toBeUndefined();
  });

  it('says 「—」 for what nobody knows', () => {
    const unknown = {
      ...line,
      community: null,
      builtYear: null,
      builtYearNote: '80年代',
      householdCount: null,
      floorArea: null,
      managementStatus: null,
      stage: null,
      state: null,
    };
    const [row] = toCompounds({ lines: [unknown], total: 1 }, readListQuery({}), [], 'auditor').rows;
    expect(row).toMatchObject({
      place: '刘寨街道 · 社区待定',
      built: '80年代',
      households: '—',
      floorArea: '—',
      management: '—',
      stage: { state: 'idle', word: '未立项' },
    });
  });

  it('keeps its whole state in every link', () => {
    const query = readListQuery({ q: '丰乐', stage: 'survey', sort: 'built', order: 'desc', page: '2' });
    const page = toCompounds({ lines: [line], total: 150 }, query, [], 'street-manager');
    expect(page.pager.next).toBe('/compounds?q=%E4%B8%B0%E4%B9%90&stage=survey&sort=built&order=desc&page=3');
    expect(page.columns[2]).toEqual({
      label: '建成年份',
      right: true,
      link: '/compounds?q=%E4%B8%B0%E4%B9%90&stage=survey&sort=built',
      sorted: 'descending',
    });
  });

  it('offers registering and importing only to those who may', () => {
    const links = (role: 'street-manager' | 'auditor') =>
      toCompounds({ lines: [], total: 0 }, readListQuery({}), [], role).actions.map((one) => one.link);
    expect(links('street-manager')).toEqual(['/imports/new', '/compounds/new']);
    expect(links('auditor')).toEqual([]);
  });

  it('an unknown order is the order by name', () => {
    expect(readListQuery({ sort: 'id; DROP TABLE', page: '-3' })).toMatchObject({ sort: 'name', page: 1 });
    expect(readListQuery({ sort: '__proto__' })).toMatchObject({ sort: 'name' });
  });
});

describe('the search', () => {
  it('knows the name, the address, the code and the initials of the pinyin', () => {
    expect(searchTextOf({ code: 'fl106', name: '丰乐路106号院', alias: '搬运站院', address: '惠济区' })).toBe(
      'fl106 丰乐路106号院 搬运站院 惠济区 fll106hy byzy',
    );
  });

  it('takes its own signs for themselves', () => {
    expect(containing(' １００%_! ')).toBe('%100!%!_!!%');
  });
});
