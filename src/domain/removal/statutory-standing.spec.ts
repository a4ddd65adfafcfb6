import { paper, papersTo, planningCase } from './given-removal';
import type { StatutoryCase } from './statutory-case';
import { emptyingBlockers, remediesInWords, standingBlockers, StandingDraft } from './statutory-standing';

const nothing: StandingDraft = {
  ...{ isUnderConstruction: false, isOwnerUnknown: false, hearing: 'not-asked', views: 'none' },
  ...{ reconsideration: { isExtended: false }, lawsuit: {} },
  penalty: { publishedOn: null, changedOn: null, withdrawnOn: null },
};
const today = '2026-03-27';
const said = (draft: Partial<StandingDraft>, known: Partial<StatutoryCase> = {}) =>
  standingBlockers({ ...nothing, ...draft }, planningCase(known), today).map(({ code }) =>
    code.replace('removal.standing-', ''),
  );
const noticed = { steps: papersTo('pre-noticed') };

describe('hearing and views', () => {
  it.each<[string, Partial<StandingDraft>, Partial<StatutoryCase>, string[]]>([
    ['nothing is asked', {}, { steps: [] }, []],
    ['asked before the notice', { hearing: 'asked' }, { steps: papersTo('identified') }, ['notice']],
    ['views before the notice', { views: 'open' }, { steps: papersTo('identified') }, ['notice']],
    ['asked after it', { hearing: 'asked', views: 'open' }, noticed, []],
    ['changed once it is decided', { hearing: 'waived' }, {}, ['decided']],
    ['as it was once it is decided', { hearing: 'waived' }, { hearing: 'waived' }, []],
    [
      'no longer asked after its notice',
      { hearing: 'waived' },
      { steps: [...noticed.steps, paper('hearing-noticed', '2025-09-18')], hearing: 'asked' },
      ['heard'],
    ],
  ])('%s', (_, draft, known, expected) => {
    expect(said(draft, known)).toEqual(expected);
  });
});

describe('reconsideration', () => {
  const one = (change: Partial<StandingDraft['reconsideration']>) =>
    said({ reconsideration: { isExtended: false, filedOn: '2025-10-08', ...change } });

  it.each([
    ['the day before the service', { filedOn: '2025-09-25' }, ['order']],
    ['the day of the service', { filedOn: '2025-09-26' }, []],
    ['today', { filedOn: today }, []],
    ['tomorrow', { filedOn: '2026-03-28' }, ['future']],
    ['accepted before it was asked for', { acceptedOn: '2025-10-07' }, ['order']],
    ['accepted on its day', { acceptedOn: '2025-10-08' }, []],
    ['decided without a day', { acceptedOn: '2025-10-10', outcome: 'upheld' as const }, ['outcome']],
    ['a day without what was decided', { acceptedOn: '2025-10-10', decidedOn: '2025-11-01' }, ['outcome']],
    [
      'decided before it was accepted',
      { acceptedOn: '2025-10-10', outcome: 'upheld' as const, decidedOn: '2025-10-09' },
      ['order'],
    ],
    ['decided and never accepted', { outcome: 'upheld' as const, decidedOn: '2025-11-01' }, ['accepted']],
    ['withdrawn before it was accepted', { outcome: 'withdrawn' as const, decidedOn: '2025-10-09' }, []],
    ['extended and never accepted', { isExtended: true }, ['accepted']],
    [
      'decided',
      { acceptedOn: '2025-10-10', isExtended: true, outcome: 'revoked' as const, decidedOn: '2025-12-01' },
      [],
    ],
    ['without its first day', { filedOn: undefined, acceptedOn: '2025-10-10' }, ['filed']],
  ])('%s', (_, change, expected) => {
    expect(one(change)).toEqual(expected);
  });

  it('of a decision that was not served is no reconsideration', () => {
    const steps = [...papersTo('pre-noticed'), paper('decided', '2025-09-25', { service: null })];
    const draft = { reconsideration: { isExtended: false, filedOn: '2025-10-08' } };
    expect([said(draft, { steps }), said(draft, noticed)]).toEqual([['unserved'], ['unserved']]);
  });
});

describe('lawsuit', () => {
  it.each([
    ['the day before the service', { filedOn: '2025-09-25' }, ['order']],
    ['the day of the service', { filedOn: '2025-09-26' }, []],
    ['judged without a day', { filedOn: '2025-10-08', outcome: 'upheld' as const }, ['outcome']],
    ['a day without a judgment', { filedOn: '2025-10-08', finalOn: '2026-01-05' }, ['outcome']],
    [
      'judged before it began',
      { filedOn: '2025-10-08', outcome: 'upheld' as const, finalOn: '2025-10-07' },
      ['order'],
    ],
    [
      'judged tomorrow',
      { filedOn: '2025-10-08', outcome: 'upheld' as const, finalOn: '2026-03-28' },
      ['future'],
    ],
    ['judged', { filedOn: '2025-10-08', outcome: 'revoked' as const, finalOn: '2026-01-05' }, []],
    ['without its first day', { finalOn: '2026-01-05' }, ['filed']],
  ])('%s', (_, lawsuit, expected) => {
    expect(said({ lawsuit })).toEqual(expected);
  });

  it('asks for a decision that was served', () => {
    expect(said({ lawsuit: { filedOn: '2025-10-08' } }, noticed)).toEqual(['unserved']);
  });
});

describe('a decision that was published', () => {
  const penalty = (
    publishedOn: string | null,
    changedOn: string | null = null,
    withdrawnOn: string | null = null,
  ) => ({
    penalty: { publishedOn, changedOn, withdrawnOn },
  });

  it.each([
    ['before it was made', penalty('2025-09-24'), ['order']],
    ['on its day', penalty('2025-09-25'), []],
    ['changed before it was published', penalty('2025-10-10', '2025-10-09'), ['order']],
    ['taken down before it was changed', penalty('2025-10-10', '2025-12-01', '2025-11-30'), ['order']],
    ['taken down on the day it was changed', penalty('2025-10-10', '2025-12-01', '2025-12-01'), []],
    ['taken down though nothing changed', penalty('2025-10-10', null, '2025-12-01'), ['changed']],
    ['changed and never published', penalty(null, '2025-12-01'), ['published']],
    ['published tomorrow', penalty('2026-03-28'), ['future']],
  ])('%s', (_, draft, expected) => {
    expect(said(draft)).toEqual(expected);
  });

  it('asks for a decision', () => {
    expect(said(penalty('2025-10-10'), noticed)).toEqual(['published']);
  });
});

describe('what is asked of the courts, in the record', () => {
  it('names days and outcomes, so that what is taken out is seen', () => {
    const asked = { filedOn: '2026-04-02', outcome: 'revoked', finalOn: '2026-05-01' } as const;
    expect(remediesInWords({ reconsideration: { filedOn: '2026-03-01' }, lawsuit: asked })).toBe(
      '复议 2026-03-01，诉讼 2026-04-02 撤销决定',
    );
    expect(remediesInWords(nothing)).toBe('没有复议、诉讼');
    expect(remediesInWords(planningCase())).toBe('没有复议、诉讼');
  });
});

describe('who takes out what was asked of the courts', () => {
  const asked = { reconsideration: { filedOn: '2026-03-01' }, lawsuit: { filedOn: '2026-04-02' } };
  const none = { reconsideration: null, lawsuit: null };
  it('the street manager, and nobody else', () => {
    expect(emptyingBlockers(none, asked, 'community-worker')).toHaveLength(2);
    expect(emptyingBlockers({ ...asked, lawsuit: null }, asked, 'community-worker')).toHaveLength(1);
    expect(emptyingBlockers(none, asked, 'street-manager')).toEqual([]);
  });
  it('what stays, or was never there, asks nobody', () => {
    expect(emptyingBlockers(asked, asked, 'community-worker')).toEqual([]);
    expect(emptyingBlockers(none, none, 'community-worker')).toEqual([]);
  });
});
