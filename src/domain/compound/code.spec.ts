import { codeBlockers, normaliseCode, officialCode, suggestCode } from './code';

const pinyin: Record<string, string> = {
  丰: 'fēng',
  乐: 'le',
  人: 'ren',
  和: 'he',
  汝: 'ru',
  河: 'he',
  新: 'new',
};
const syllablesOf = (text: string) =>
  [...text].map((letter) => (pinyin[letter] ?? '').normalize('NFD').replace(/[\u0300-\u036f]/g, ''));
const free = () => false;

describe('the public code', () => {
  it.each([
    ['fl106', []],
    ['ab', []],
    ['a', ['code.form']],
    [`a${'1'.repeat(23)}`, []],
    [`a${'1'.repeat(24)}`, ['code.form']],
    ['106fl', ['code.form']],
    ['FL106', ['code.form']],
    ['fl-106', ['code.form']],
    ['', ['code.form']],
    ['new', ['code.reserved']],
    ['news', []],
  ])('%s', (code, expected) => {
    expect(codeBlockers(code, false).map((found) => found.code)).toEqual(expected);
  });

  it('is refused when another compound has it', () => {
    expect(codeBlockers('fl106', true).map(({ text }) => text)).toEqual([
      '公开代码 fl106 已有楼院在用，请换一个',
    ]);
  });

  it('is kept in lower case and plain digits', () => {
    expect(normaliseCode(' ＦＬ１０６ ')).toBe('fl106');
  });

  it.each([
    ['丰乐路106号院', 'fl106'],
    ['人和路6号院', 'rh6'],
    ['汝河小区', 'ruhe'],
    ['丰乐路106-2号院', 'fl1062'],
    ['106号院', 'y106'],
    ['卍', 'yy'],
    ['人民路2号院', 'r2'],
    ['丰乐丰乐小区', 'fenglefengle'],
    ['', 'yy'],
    ['新小区', 'newb'],
    ['丰乐人和汝河小区', 'flrhrh'],
  ])('for %s is suggested as %s', (name, code) => {
    expect(suggestCode(name, syllablesOf, free)).toBe(code);
  });

  it('goes on with letters, then numbers, when taken', () => {
    expect(suggestCode('丰乐路106号院', syllablesOf, (code) => code === 'fl106')).toBe('fl106b');
    expect(
      suggestCode('丰乐路106号院', syllablesOf, (code) => !code.includes('x') || code === 'fl106x'),
    ).toBe('fl106x2');
  });
});

describe('the official code', () => {
  it('is the community and a sequence', () => {
    expect(officialCode('410108003012', 7)).toBe('410108003012007');
    expect(officialCode('410108003012', 1)).toBe('410108003012001');
    expect(officialCode('410108003012', 999)).toBe('410108003012999');
  });

  it.each([
    ['41010800301', 1],
    ['410108003012', 0],
    ['410108003012', 1000],
    ['410108003012', 1.5],
  ])('does not exist for %s, %d', (community, sequence) => {
    expect(() => officialCode(community, sequence)).toThrow(RangeError);
  });
});
