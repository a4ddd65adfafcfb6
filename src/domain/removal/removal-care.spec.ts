import { careBlockers, hardshipBlockers } from './removal-care';

const day = '2026-05-18';
const said = (blockers: { code: string; level: string }[]) =>
  blockers.map(({ code, level }) => `${code.replace('removal.', '')} ${level}`);

describe('D12: who lives there', () => {
  it.each<[boolean, boolean, boolean, string[]]>([
    [false, false, false, []],
    [true, false, false, ['D12 policy']],
    [false, true, false, ['D12 policy']],
    [true, false, true, ['D12 warning']],
  ])('sole home %s, hardship %s, signed %s: %j', (isSoleHome, hasHardship, careSignedOff, expected) => {
    expect(said(hardshipBlockers({ sheet: { isSoleHome }, hasHardship, careSignedOff }))).toEqual(expected);
  });
});

describe('D12: signing that the people are cared for', () => {
  const home = { isSoleHome: true, hasHardship: false, foundOn: '2026-03-10', careSignedOn: null };
  const sign = { signedOn: day, note: '已联系过渡房' };
  it.each<[string, object, object, number]>([
    ['a sole home, today', sign, home, 0],
    ['hardship, today', sign, { ...home, isSoleHome: false, hasHardship: true }, 0],
    ['where nothing is to be signed', sign, { ...home, isSoleHome: false }, 1],
    ['twice', sign, { ...home, careSignedOn: '2026-05-01' }, 1],
    ['tomorrow', { ...sign, signedOn: '2026-05-19' }, home, 1],
    ['on the day it was found', { ...sign, signedOn: '2026-03-10' }, home, 0],
    ['the day before it was found', { ...sign, signedOn: '2026-03-09' }, home, 1],
    ['without a word', { ...sign, note: ' ' }, home, 1],
  ])('%s', (_, given, structure, expected) => {
    expect(careBlockers(given as typeof sign, structure as typeof home, day)).toHaveLength(expected);
  });
});
