import { beginning, cut } from './text';

describe('text cut to a length', () => {
  it.each([
    ['一二三', 3, '一二三'],
    ['一二三四', 3, '一二三'],
    ['𠮷𠮷𠮷', 2, '𠮷𠮷'],
  ])('the first characters of %s, %d of them', (text, length, expected) => {
    expect(cut(text, length)).toBe(expected);
  });

  it.each([
    ['一二三', 3, '一二三'],
    ['一二\n三四', 3, '一二 …'],
    [' 一\n\n二 ', 3, '一 二'],
  ])('the beginning of %j in %d characters says where it goes on', (text, length, expected) => {
    expect(beginning(text, length)).toBe(expected);
  });
});
