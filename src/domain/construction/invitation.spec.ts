import type { Role } from '../people/roles';
import type { ContractState } from './contract';
import { codesOf, contract, today } from './given-construction';
import {
  enteringBlockers,
  Invitation,
  invitationEndsOn,
  invitationState,
  invitingBlockers,
  phoneTrustedUntil,
  revokingBlockers,
} from './invitation';
import {
  isWeakPin,
  parsePin,
  pinBlockers,
  waitAfterPins,
  waitingBlockers,
  wrongPinBlockers,
} from './invitation-pin';

const invitation = (change: Partial<Invitation> = {}): Invitation => ({
  ...{ id: 1, contractId: 1, label: '现场负责人', givenOn: '2026-05-19', endsOn: '2026-08-17' },
  ...{ revokedOn: null, wrongPins: 0, ...change },
});

describe('an invitation', () => {
  it('holds ninety days, and a phone is trusted thirty of them', () => {
    expect(invitationEndsOn('2026-05-19')).toBe('2026-08-17');
    expect(phoneTrustedUntil(invitation(), today)).toBe('2026-07-08');
    expect(phoneTrustedUntil(invitation(), '2026-08-01')).toBe('2026-08-17');
  });

  it.each<[string, Partial<Invitation>, string]>([
    ['2026-08-17', {}, 'open'],
    ['2026-08-18', {}, 'ended'],
    [today, { revokedOn: today }, 'revoked'],
    [today, { wrongPins: 9 }, 'open'],
    [today, { wrongPins: 10 }, 'locked'],
  ])('on %s, %j, is %s', (day, change, expected) => {
    expect(invitationState(invitation(change), day)).toBe(expected);
  });

  const place = {
    renovation: 'active',
    role: 'street-manager' as Role,
    contract: contract(),
    invitations: [] as Invitation[],
  } as const;
  const four = Array.from({ length: 4 }, () => invitation());
  it.each<
    [
      string,
      Partial<{ role: Role; contract: ReturnType<typeof contract>; invitations: Invitation[] }>,
      string,
      string[],
    ]
  >([
    ['by the street manager', {}, '现场负责人', []],
    ['by the contractor', { role: 'contractor' }, '现场负责人', ['invitation-role']],
    ['for nobody', {}, ' ', ['invitation-label']],
    ['to supervise', { contract: contract({ role: 'supervisor' }) }, '总监', ['invitation-contract']],
    ['to a contract that has not begun', { contract: contract({ state: 'prepared' }) }, '现场负责人', []],
    [
      'to a contract that is over',
      { contract: contract({ state: 'finished' }) },
      '现场负责人',
      ['invitation-contract-over'],
    ],
    ['beside four others', { invitations: four }, '班长', []],
    ['beside five others', { invitations: [...four, invitation()] }, '班长', ['invitation-many']],
    [
      'beside four and one that is revoked',
      { invitations: [...four, invitation({ revokedOn: today })] },
      '班长',
      [],
    ],
  ])('is given %s', (_, change, label, expected) => {
    expect(codesOf(invitingBlockers({ ...place, ...change }, label, today))).toEqual(expected);
  });

  it.each<[string, Invitation | null, ContractState, string[]]>([
    ['with a good link', invitation(), 'running', []],
    ['before the contract begins', invitation(), 'prepared', []],
    ['with a link nobody gave', null, 'running', ['invitation-unknown']],
    ['after its end', invitation({ endsOn: '2026-06-07' }), 'running', ['invitation-ended']],
    ['after it was revoked', invitation({ revokedOn: today }), 'running', ['invitation-revoked']],
    ['after ten wrong PINs', invitation({ wrongPins: 10 }), 'running', ['invitation-locked']],
    ['after the contract is over', invitation(), 'finished', ['invitation-contract']],
    ['after the contract was ended', invitation(), 'ended', ['invitation-contract']],
  ])('comes in %s', (_, one, state, expected) => {
    expect(codesOf(enteringBlockers(one, { state }, today))).toEqual(expected);
  });

  it('is revoked once, by the street manager', () => {
    expect(revokingBlockers(invitation(), 'street-manager')).toEqual([]);
    expect(codesOf(revokingBlockers(invitation({ revokedOn: today }), 'contractor'))).toEqual([
      'invitation-role',
      'invitation-revoked',
    ]);
  });
});

describe('a PIN', () => {
  it.each<[string, string | undefined]>([
    ['407 318', '407318'],
    ['４０７３１８', '407318'],
    ['40731', undefined],
    ['4073185', undefined],
    ['40731a', undefined],
  ])('%s is read as %s', (text, expected) => {
    expect(parsePin(text)).toBe(expected);
  });

  it.each([
    '000000',
    '123456',
    '654321',
    '901234',
    '246802',
    '121212',
    '112212',
    '407407',
    '407704',
    '112233',
    '121212',
    '860518',
    '990101',
  ])('%s is guessed first', (pin) => {
    expect(isWeakPin(pin)).toBe(true);
    expect(codesOf(pinBlockers(pin))).toEqual(['pin-weak']);
  });

  it.each(['407318', '951372', '861318', '860532'])('%s is not', (pin) => {
    expect(pinBlockers(pin)).toEqual([]);
  });

  it('has six digits', () => {
    expect(codesOf(pinBlockers('40731'))).toEqual(['pin-form']);
  });

  it.each([
    [0, 0],
    [2, 0],
    [3, 30],
    [4, 60],
    [7, 480],
    [8, 900],
    [9, 900],
  ])('after %i wrong ones the next is heard %i seconds later', (wrong, seconds) => {
    expect(waitAfterPins(wrong)).toBe(seconds);
  });

  it.each<[number, string]>([
    [1, 'PIN 不对，还可以试 9 次'],
    [3, 'PIN 不对，还可以试 7 次，请等 30 秒再试'],
    [4, 'PIN 不对，还可以试 6 次，请等 1 分钟再试'],
    [9, 'PIN 不对，还可以试 1 次，请等 15 分钟再试'],
    [10, 'PIN 输错太多，邀请已锁定，请向街道项目负责人要新的链接'],
  ])('the %i-th wrong one is answered: %s', (wrong, text) => {
    expect(wrongPinBlockers(wrong)[0].text).toBe(text);
  });

  it.each<[number, string]>([
    [1, 'PIN 输错次数较多，请等 1 秒再试'],
    [59, 'PIN 输错次数较多，请等 59 秒再试'],
    [60, 'PIN 输错次数较多，请等 1 分钟再试'],
    [61, 'PIN 输错次数较多，请等 2 分钟再试'],
  ])('that comes %i seconds too early is told: %s', (seconds, text) => {
    expect(waitingBlockers(seconds)[0].text).toBe(text);
  });
});
