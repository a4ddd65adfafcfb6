import { garage, planningCase, workCalendar } from './given-removal';
import {
  agreementBlockers,
  assistedConsentBlockers,
  RemovalWay,
  SignedConsent,
  wayBlockers,
  WayFacts,
  wayOffers,
  wayWarnings,
} from './removal-ways';

const day = '2026-05-18';
const consent = (change: Partial<SignedConsent> = {}): SignedConsent => ({
  ...{ signedOn: '2026-05-12', identityChecked: true, removeByOn: '2026-05-18', files: 1, ...change },
});
const facts = (change: Partial<WayFacts> = {}): WayFacts => ({
  ...{ sheet: garage(), consent: consent(), hasHardship: false, careSignedOff: false, cutsUtilities: false },
  ...{ statutory: planningCase(), ...change },
});
const codes = (way: RemovalWay, change: Partial<WayFacts> = {}) =>
  wayBlockers(way, facts(change), day, workCalendar).map(({ code }) => code.replace('removal.', ''));

describe('D09: an assisted removal', () => {
  it.each<[string, SignedConsent | null, number]>([
    ['signed, checked, on file', consent(), 0],
    ['not signed', null, 1],
    ['not on file', consent({ files: 0 }), 1],
    ['signed by somebody nobody checked', consent({ identityChecked: false }), 1],
    ['signed on the day', consent({ signedOn: day }), 0],
    ['signed the day after', consent({ signedOn: '2026-05-19' }), 1],
  ])('%s', (_, given, count) => {
    const found = assistedConsentBlockers(given, day);
    expect(found.map(({ code, level }) => [code, level])).toEqual(Array(count).fill(['removal.D09', 'law']));
  });
});

describe('the three ways', () => {
  it.each<[RemovalWay, string, Partial<WayFacts>, string[]]>([
    ['voluntary', 'with a promise', {}, []],
    ['voluntary', 'without a promise', { consent: null }, ['promise']],
    ['voluntary', 'of property in doubt', { sheet: garage({ ownership: 'open' }) }, ['D13']],
    ['voluntary', 'by cutting the water', { cutsUtilities: true }, ['D03']],
    ['assisted', 'with a signed request', {}, []],
    ['assisted', 'of a sole home', { sheet: garage({ isOccupied: true, isSoleHome: true }) }, ['D12']],
    ['assisted', 'without a paper', { consent: null }, ['D09']],
    ['forced', 'at the end of the statutory steps', { consent: null }, []],
    [
      'forced',
      'without them',
      { statutory: planningCase({ steps: [] }) },
      [...['not-identified', 'D04', 'D08', 'D08', 'D08', 'D08', 'D01']],
    ],
    ['forced', 'of an advertising board', { statutory: planningCase({ kind: 'ad-board' }) }, ['track']],
    ['forced', 'by cutting the power', { cutsUtilities: true }, ['D03']],
  ])('%s %s', (way, _, change, expected) => {
    expect(codes(way, change)).toEqual(expected);
  });

  it('are offered with what each lacks; force only where the kind knows it', () => {
    const offers = wayOffers(facts({ consent: null }), day, workCalendar);
    expect(offers.map(({ way, blockers }) => [way, blockers.length])).toEqual([
      ['voluntary', 1],
      ['assisted', 1],
      ['forced', 0],
    ]);
    const board = wayOffers(facts({ statutory: planningCase({ kind: 'ad-board' }) }), day, workCalendar);
    expect(board.map(({ isKnown }) => isKnown)).toEqual([true, true, false]);
  });

  it('force without a single visit says that persuasion comes first', () => {
    expect(wayWarnings('forced', 0)).toHaveLength(1);
    expect([...wayWarnings('forced', 1), ...wayWarnings('assisted', 0)]).toEqual([]);
  });
});

describe('agreeing on a way', () => {
  it.each<[RemovalWay, SignedConsent | null, number]>([
    ['forced', consent(), 1],
    ['voluntary', consent(), 0],
    ['voluntary', consent({ signedOn: '2026-05-19', removeByOn: null }), 1],
    ['voluntary', consent({ removeByOn: '2026-05-11' }), 1],
    ['assisted', consent({ removeByOn: '2026-05-12' }), 0],
  ])('%s', (way, given, count) => {
    expect(agreementBlockers(way, given, day)).toHaveLength(count);
  });
});
