import * as fc from 'fast-check';
import { chineseNumber, withDoorDigits } from './chinese-number';
import { readArea } from './read-area';
import { countedBuildings, countedHouseholds, readCount, readFloors } from './read-count';
import { readFee } from './read-fee';
import { readManagement } from './read-management';
import { readPosition, readPositionFrom } from './read-position';
import { readBuiltYear } from './read-year';
import { Reading } from './reading';
import { formulaWithoutResult } from './sheet';

const value = <T>(reading: Reading<T>) => (reading.kind === 'value' ? reading.value : reading.kind);
const said = <T>(reading: Reading<T>) =>
  reading.kind === 'unreadable' ? `${reading.why}，${reading.mend}` : reading.kind;

describe('a number of buildings or households', () => {
  it.each([
    ['83', 83],
    ['83栋', 83],
    ['８３幢', 83],
    ['83 座', 83],
    ['1,677', 'unreadable'],
    ['500', 500],
    ['501', 'unreadable'],
    ['约60栋', 60],
    ['300余栋', 300],
    ['0', 'unreadable'],
    ['1', 1],
    ['', 'blank'],
    ['—', 'blank'],
    ['暂无信息', 'blank'],
    ['3.0', 3],
  ])('buildings: %j is read as %j', (text, expected) => {
    expect(value(readCount(text, countedBuildings))).toBe(expected);
  });

  it.each([
    ['二十八', '不是数字，请改为 28'],
    ['二十万户', '不是数字，请改为 200000'],
    ['很多', '不是数字，请只填数字，如 28'],
    ['3.5', '不是整数，请改为整数，如 28'],
    ['-4', '小于 0，请核对后改正'],
    ['0户', '是 0，请填实际数，不知道就留空'],
    ['20-30', '是一个范围，请改为一个数，如 28'],
    ['83栋', '的单位是「栋」，这一栏是户数，请核对是不是填错了栏'],
    ['28户左右拆', '在数字后面还有「户左右拆」，请只填数字，如 28'],
    ['20001', '超过 20000，请核对后改正'],
    ['#REF!', '是公式出错的标记，请改成正确的内容'],
    [formulaWithoutResult, '是没有算出结果的公式，请用表格软件打开文件，保存一次再上传'],
  ])('households: %j is reported as %j', (text, sentence) => {
    expect(said(readCount(text, countedHouseholds))).toBe(sentence);
  });

  it('keeps the words of an approximate number', () => {
    expect(readCount('约60户', countedHouseholds)).toEqual({
      kind: 'value',
      value: 60,
      note: '原表写作「约60户」，按 60 记',
    });
  });

  it('reads floors as one number or a range', () => {
    expect(value(readFloors('7层'))).toEqual({ least: 7, most: 7 });
    expect(value(readFloors('6-7'))).toEqual({ least: 6, most: 7 });
    expect(value(readFloors('7至5层'))).toEqual({ least: 5, most: 7 });
    expect(value(readFloors('61'))).toBe('unreadable');
    expect(value(readFloors('60'))).toEqual({ least: 60, most: 60 });
  });
});

describe('an area', () => {
  it.each([
    ['490', '', 49_000],
    ['1677㎡', '', 167_700],
    ['1,677.5平方米', '', 167_750],
    ['约60万㎡', '', 60_000_000],
    ['250亩', '', 16_666_667],
    ['2公顷', '', 2_000_000],
    ['4.3', '万平方米', 4_300_000],
    ['４９０', '', 49_000],
    ['490㎡', '万平方米', 49_000],
    ['1000000', '', 100_000_000],
    ['1000000.01', '', 'unreadable'],
    ['0', '', 'unreadable'],
    ['三百', '', 'unreadable'],
    ['28户', '', 'unreadable'],
    ['', '', 'blank'],
  ])('%j in a column of %j is %j hundredths of a square metre', (text, unit, expected) => {
    expect(value(readArea(text, unit))).toBe(expected);
  });

  it('says what was converted', () => {
    expect(readArea('250亩')).toMatchObject({ note: '原表写作「250亩」，按 166666.67 ㎡ 记' });
    expect(readArea('4.3', '万平方米')).toMatchObject({
      note: '原表写作「4.3」（万平方米），按 43000 ㎡ 记',
    });
    expect(readArea('490')).toEqual({ kind: 'value', value: 49_000 });
  });
});

describe('the year a compound was built', () => {
  it.each([
    ['1989', 1989],
    ['1989年', 1989],
    ['１９８９年建成', 1989],
    ['1989.6', 1989],
    ['1989-05-01', 1989],
    ['约1989年', 1989],
    ['1989年左右', 1989],
    ['80年代', null],
    ['八十年代初', null],
    ['上世纪80年代', null],
    ['1980年代', null],
    ['1985-1990', null],
    ['1990年以前', null],
    ['1900', 1900],
    ['1899', 'unreadable'],
    ['2026', 2026],
    ['2027', 'unreadable'],
    ['89年', 'unreadable'],
    ['老楼', 'unreadable'],
    ['不详', 'blank'],
  ])('%j is read as %j', (text, year) => {
    const reading = readBuiltYear(text, 2026);
    expect(reading.kind === 'value' ? reading.value.year : reading.kind).toBe(year);
  });

  it('keeps a decade as the list writes it and invents no year', () => {
    expect(value(readBuiltYear('80年代', 2026))).toEqual({ year: null, words: '80年代', approximate: true });
  });

  it('asks for four digits', () => {
    expect(said(readBuiltYear('89年', 2026))).toBe('不是年份，请写成四位，如 1989');
  });
});

describe('a property fee', () => {
  it.each([
    ['2.4元/平米/月', [240, 240, 'area']],
    ['0.38至0.88元/平米/月', [38, 88, 'area']],
    ['0.5-0.8', [50, 80, 'area']],
    ['0.56 元/㎡·月', [56, 56, 'area']],
    ['20元/户·月', [2000, 2000, 'household']],
    ['1000元/户', [100_000, 100_000, 'household']],
    ['1001元/户', 'unreadable'],
    ['免费', 'unreadable'],
    ['暂无信息', 'blank'],
  ])('%j', (text, expected) => {
    const reading = readFee(text);
    const fee =
      reading.kind === 'value'
        ? [reading.value.leastFen, reading.value.mostFen, reading.value.per]
        : reading.kind;
    expect(fee).toEqual(expected);
  });

  it('is doubted when its ends are ten times apart', () => {
    expect(readFee('0.42至4.2元/平米/月')).toHaveProperty('doubt');
    expect(readFee('0.42至4.19元/平米/月')).not.toHaveProperty('doubt');
  });
});

describe('a position', () => {
  it('is longitude and latitude in either order', () => {
    expect(value(readPosition('113.637,34.814'))).toEqual({ longitude: 113.637, latitude: 34.814 });
    expect(readPosition('34.814，113.637')).toMatchObject({
      value: { longitude: 113.637, latitude: 34.814 },
      note: '经度和纬度写反了，已对调',
    });
    expect(value(readPositionFrom('34.814', '113.637'))).toEqual({ longitude: 113.637, latitude: 34.814 });
  });

  it('must be two numbers within the country', () => {
    expect(value(readPosition('113.637'))).toBe('unreadable');
    expect(value(readPosition('0,0'))).toBe('unreadable');
    expect(value(readPositionFrom('113.637', ''))).toBe('unreadable');
    expect(value(readPositionFrom('', '暂无信息'))).toBe('blank');
  });
});

describe('how a compound is managed', () => {
  it.each([
    ['无物业', 'none', null],
    ['没有物业', 'none', null],
    ['无', 'none', null],
    ['自管理', 'residents', null],
    ['业主自管', 'residents', null],
    ['单位自管物业', 'unit', null],
    ['自己单位物业', 'unit', null],
    ['社区代管', 'community', null],
    ['物业弃管', 'abandoned', null],
    ['幸福物业有限公司', 'company', '幸福物业有限公司'],
    ['某厂单位物业管理公司', 'company', '某厂单位物业管理公司'],
  ])('%j is %j', (text, status, company) => {
    expect(value(readManagement(text))).toEqual({ status, company });
  });

  it('is unknown where nothing is said, and doubted where the entry is no name', () => {
    expect(value(readManagement('暂无信息'))).toBe('blank');
    expect(readManagement('1')).toMatchObject({
      value: { status: null, company: null },
      doubt: expect.stringContaining('「1」'),
    });
  });
});

describe('numbers in Chinese characters', () => {
  it.each([
    ['二十八', 28],
    ['一百零五', 105],
    ['二十万', 200_000],
    ['十', 10],
    ['一九八九', 1989],
    ['两千', 2000],
    ['二八十', undefined],
    ['楼', undefined],
    ['', undefined],
  ])('%j is %j', (text, number) => {
    expect(chineseNumber(text)).toBe(number);
  });

  it('stand for the same door', () => {
    expect(withDoorDigits('梧桐路一号院')).toBe('梧桐路1号院');
    expect(withDoorDigits('第三小学家属院')).toBe('第三小学家属院');
  });
});

describe('every reader of values', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.stringMatching(/^[0-9一二十百约万栋户㎡亩年代.,~元/·()至-]{0,40}$/),
  );

  it('answers every text with a value, nothing, or how to mend it', () => {
    const readers: ((text: string) => Reading<unknown>)[] = [
      (text) => readCount(text, countedHouseholds),
      readFloors,
      readArea,
      (text) => readBuiltYear(text, 2026),
      readFee,
      readPosition,
      readManagement,
    ];
    fc.assert(
      fc.property(texts, (text) => {
        for (const reader of readers) {
          const reading = reader(text);
          if (reading.kind === 'unreadable') expect(reading.mend).toMatch(/^请|^不知道/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('reads any written whole number back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20_000 }),
        fc.constantFrom('', '户', ' 户', '家'),
        (number, unit) => {
          expect(value(readCount(`${number}${unit}`, countedHouseholds))).toBe(number);
        },
      ),
    );
  });

  it('never takes long to answer', () => {
    const before = performance.now();
    for (const text of [
      '约'.repeat(50_000),
      '1'.repeat(50_000),
      '(('.repeat(30_000),
      '至'.repeat(50_000),
      '1至'.repeat(20_000),
    ]) {
      readCount(text, countedHouseholds);
      readArea(text);
      readBuiltYear(text, 2026);
      readFee(text);
      readPosition(text);
      readManagement(text);
    }
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});
