import { RosterDoor } from '../domain/meeting/vote-roster';
import { formState } from '../platform/web/form';
import { givenCompound, givenDoors, givenFrame, givenToday } from './given-votes';
import { readOwners } from './owners.form';
import { toOwners } from './owners.presenter';

const view = (doors: RosterDoor[] = givenDoors, isStale = false) => ({
  compound: givenCompound,
  doors,
  shown: doors,
  pager: null,
  page: 1,
  today: givenToday,
  mayEdit: true,
  isStale,
});
const empty = formState({ version: 1, onceKey: 'x' });

describe('the roster as a grid', () => {
  it('has a row for each door in walking order, unit by unit', () => {
    const page = toOwners(view(), empty, givenFrame);
    expect(page.units.map(({ name, rows }) => [name, rows.length])).toEqual([['1号楼 1单元', 12]]);
    expect(page.units[0].rows[0]).toMatchObject({
      id: 100,
      label: '101',
      name: '1号楼 1单元 101',
      area: '80',
      source: '登记簿',
      group: '',
      kind: '一般业主',
    });
    expect(page.numbers.map(({ value }) => value)).toEqual(['12 户', '11 人', '960.00 ㎡']);
    expect(page.warnings).toEqual([]);
  });

  it('names doors without area once some are known, and asks about a sum that does not fit', () => {
    const some = givenDoors.map((door, at) => (at ? door : { ...door, area: null }));
    expect(toOwners(view(some), empty, givenFrame).warnings).toEqual([
      { text: '还有 1 户没有面积，不能计算表决结果：1号楼 1单元 101。请先补业主名册' },
    ]);
    const none = givenDoors.map((door) => ({ ...door, area: null }));
    const blank = toOwners(view(none), empty, givenFrame);
    expect([blank.warnings, blank.numbers[2].note]).toEqual([[], '12 户还没有面积']);
    const large = givenDoors.map((door) => ({ ...door, area: 9_000 }));
    expect(toOwners(view(large), empty, givenFrame).warnings[0].text).toContain('相差超过 10%');
  });

  it('keeps what was typed beside what is wrong, and what is stored where somebody was faster', () => {
    const typed = { area: ['100:六十', '101:81'], source: ['101:contract'] };
    const wrong = { field: 'area.100', message: '1号楼 1单元 101：面积只能填数字' };
    const { units } = toOwners(view(givenDoors, true), formState(typed, [wrong]), givenFrame);
    expect(units[0].rows[0]).toMatchObject({ area: '六十', areaWrong: wrong.message });
    expect(units[0].rows[1].stored).toBe('现在存的是：80.00 ㎡，登记簿，一般业主');
    expect(units[0].rows[2].stored).toBe('');
  });

  it('without doors leads to where they are made', () => {
    const page = toOwners(view([]), empty, givenFrame);
    expect(page.empty).toMatchObject({ link: '/compounds/fl106/doors' });
    expect([page.numbers, page.units, page.warnings]).toEqual([[], [], []]);
  });
});

describe('the roster as it is typed', () => {
  const cells = (text: string) => [{ row: '100', text }];
  const read = (area: string, group = '', kind = 'person', source = 'register') =>
    readOwners(
      { area: cells(area), group: cells(group), kind: cells(kind), source: cells(source) },
      givenDoors,
    );

  it.each([
    ['60', 6_000],
    [' 59.25㎡ ', 5_925],
    ['', null],
  ])('%j is read as %j', (typed, area) => {
    expect(read(typed)).toMatchObject({ doors: [{ id: 100, area }], errors: [], strangers: 0 });
  });

  it.each([
    [read('0'), 'area.100', '面积不能是 0'],
    [read('六十'), 'area.100', '面积只能填数字'],
    [read('60', '王某'), 'group.100', '业主编号用字母或数字'],
    [read('60', '', 'tenant'), 'kind.100', '请选择业主类别'],
    [read('60', '', 'person', 'guess'), 'source.100', '请选择面积依据'],
  ])('what is wrong is said beside its cell', ({ errors }, field, words) => {
    expect(errors).toEqual([{ field, message: expect.stringContaining(`1号楼 1单元 101：${words}`) }]);
  });

  it('doors of elsewhere are counted as strangers', () => {
    const form = { area: [{ row: '999', text: '60' }], source: [], group: [], kind: [] };
    expect(readOwners(form, givenDoors)).toEqual({ doors: [], errors: [], strangers: 1 });
  });
});
