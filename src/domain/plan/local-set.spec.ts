import { itemCodes } from '../renovation/items';
import { LocalTag, localTagNames, localTagOf } from './local-set';

describe('the local set 一拆五改三增加', () => {
  it('has one thing to remove, five to change, three to add', () => {
    const parts = Object.values(localTagNames).map((name) => name.split(' ')[0]);
    const count = (part: string) => parts.filter((one) => one === part).length;
    expect(['一拆', '五改', '三增加'].map(count)).toEqual([1, 5, 3]);
  });

  it('finds each of its things in the catalogue', () => {
    const found = new Set(itemCodes.map(localTagOf).filter((tag) => tag !== undefined));
    expect([...found].sort()).toEqual((Object.keys(localTagNames) as LocalTag[]).sort());
  });

  it.each([
    ['I01', '一拆 拆除清障'],
    ['B05', '五改 白改黑'],
    ['B02', '五改 雨污分流'],
    ['B09', '三增加 安防设施'],
  ] as const)('%s counts as %s', (code, name) => {
    expect(localTagNames[localTagOf(code)!]).toBe(name);
  });

  it('does not name lifts and charging', () => {
    expect([localTagOf('I14'), localTagOf('I07')]).toEqual([undefined, undefined]);
  });
});
