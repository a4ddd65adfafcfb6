import { homeOf, safeNext } from './access.paths';

describe('after signing in', () => {
  it.each(['/compounds', '/compounds?q=fl106&page=2', '/c/fl106', '/'])('%s is a page of ours', (next) => {
    expect(safeNext(next)).toBe(next);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/sign-out',
    '/sign-in',
    '/a b',
    '/中文',
    '/a\r\nset-cookie: x=1',
    `/${'a'.repeat(500)}`,
    '',
    undefined,
    ['/a', '/b'],
  ])('%j is not', (next) => {
    expect(safeNext(next)).toBe('');
  });

  it('people begin where they work, and change a start password first', () => {
    expect(homeOf({ role: 'street-manager', mustChangePassword: false })).toBe('/work');
    expect(homeOf({ role: 'system-admin', mustChangePassword: false })).toBe('/admin/users');
    expect(homeOf({ role: 'street-manager', mustChangePassword: true })).toBe('/account');
  });
});
