import { passwordBlockers } from './password';
import { sessionIsOver } from './session-limits';
import { waitAfter } from './throttle';

const person = { login: 'liu.gong', name: '刘工', organisationName: '刘寨街道' };
const codes = (password: string, profile: 'gb' | 'asvs' = 'gb') =>
  passwordBlockers(password, person, profile, (lower) => lower === 'passw0rd-passw0rd').map(
    (one) => one.code,
  );

describe('a password', () => {
  it.each([
    ['Chang-An-12', ['password.short']],
    ['Chang-An-123', []],
    ['山高水长Lu9', ['password.short']],
    ['山高水长Lu99山高水长', []],
    [`Aa1${'x'.repeat(125)}`, []],
    [`Aa1${'xy'.repeat(63)}`, ['password.long']],
    ['all-lower-case', ['password.classes']],
    ['Passw0rd-Passw0rd', ['password.common']],
    ['Aa1aaaaaaaaa', ['password.common']],
    ['aaaaaaaaaaaa', ['password.classes', 'password.common']],
    ['My-liu.gong-99', ['password.context']],
    ['Aa1-刘寨街道-好记的', ['password.context']],
    ['Yuanxin-Hao-99', ['password.context']],
  ])('%s', (password, expected) => {
    expect(codes(password)).toEqual(expected);
  });

  it('of the profile asvs needs length, not classes', () => {
    expect(codes('all-lower-case', 'asvs')).toEqual([]);
    expect(codes('elevenchars', 'asvs')).toEqual(['password.short']);
  });

  it('counts what people see as characters', () => {
    expect(codes('𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷Aa1')).toContain('password.short');
    expect(codes('𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷Aa1b')).not.toContain('password.short');
  });
});

describe('guessing', () => {
  it.each([
    [4, 0],
    [5, 30],
    [6, 60],
    [9, 480],
    [10, 900],
    [10_000, 900],
  ])('after %i wrong tries on an account costs %i seconds', (failures, seconds) => {
    expect(waitAfter(failures, 'account')).toBe(seconds);
  });

  it('from one address may try more accounts before it waits', () => {
    expect([waitAfter(29, 'address'), waitAfter(30, 'address')]).toEqual([0, 30]);
  });
});

describe('a session', () => {
  const at = (time: string) => `2026-06-08T${time}.000Z`;
  const isOver = (createdAt: string, seenAt: string, now: string) =>
    sessionIsOver({ createdAt, seenAt }, Date.parse(now), Date.parse);

  it('lasts thirty minutes without a page, to the minute', () => {
    expect(isOver(at('01:00:00'), at('01:00:00'), at('01:30:00'))).toBe(false);
    expect(isOver(at('01:00:00'), at('01:00:00'), at('01:30:01'))).toBe(true);
  });

  it('lasts eight hours however busy', () => {
    expect(isOver(at('01:00:00'), at('09:00:00'), at('09:00:00'))).toBe(false);
    expect(isOver(at('01:00:00'), at('09:00:00'), at('09:00:01'))).toBe(true);
  });
});
