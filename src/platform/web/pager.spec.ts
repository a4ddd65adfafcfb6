import { withQuery, queryNumber, queryText } from './address';
import { toPager } from './pager';

const linkTo = (page: number) => `/list?page=${page}`;
const labels = (page: number, total: number) =>
  toPager(page, total, 50, linkTo)
    .pages?.map((one) => one.label)
    .join(' ');

describe('the pages of a list', () => {
  it('one page needs no links', () => {
    expect(toPager(1, 50, 50, linkTo)).toEqual({ text: '共 50 条，这里是第 1 至 50 条' });
    expect(toPager(1, 0, 50, linkTo)).toEqual({ text: '共 0 条' });
  });

  it.each([
    [1, 51, '1 2'],
    [1, 3000, '1 2 … 60'],
    [30, 3000, '1 … 29 30 31 … 60'],
    [60, 3000, '1 … 59 60'],
  ])('on page %i of %i lines: %s', (page, total, expected) => {
    expect(labels(page, total)).toBe(expected);
  });

  it('the ends have one neighbour', () => {
    expect(toPager(1, 51, 50, linkTo)).toMatchObject({ previous: undefined, next: '/list?page=2' });
    expect(toPager(2, 51, 50, linkTo)).toMatchObject({
      previous: '/list?page=1',
      next: undefined,
      text: '共 51 条，这里是第 51 至 51 条',
    });
  });
});

describe('the state of a list in its address', () => {
  it('leaves out what is empty and escapes the rest', () => {
    expect(withQuery('/list', { q: '丰乐 路&', page: 0, late: true, sort: undefined, stage: '' })).toBe(
      '/list?q=%E4%B8%B0%E4%B9%90+%E8%B7%AF%26&late=1',
    );
    expect(withQuery('/list', {})).toBe('/list');
  });

  it('reads whatever was sent', () => {
    expect([
      queryText(['a', 'b']),
      queryText({ a: 1 }),
      queryText(undefined),
      queryText('x'.repeat(200)).length,
    ]).toEqual(['a', '', '', 100]);
    expect([
      queryNumber('12'),
      queryNumber('-1'),
      queryNumber('1e3'),
      queryNumber('9999999999'),
      queryNumber(['7']),
    ]).toEqual([12, 0, 0, 0, 7]);
  });
});
