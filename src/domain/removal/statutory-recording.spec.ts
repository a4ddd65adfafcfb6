import { paper, papers, papersTo, planningCase } from './given-removal';
import type { Service } from './document-service';
import type { StatutoryCase } from './statutory-case';
import {
  beginBlockers,
  caseBlockers,
  kindLockBlockers,
  paperDraftBlockers,
  PaperDraft,
  paperServiceBlockers,
  paperWithdrawalBlockers,
  restingOn,
  settingBlockers,
  settledPaperBlockers,
  unbegunBlockers,
} from './statutory-recording';
import { StatutoryStepCode, statutoryStepCodes } from './statutory-steps';
import { structureKindCodes } from './structure-kinds';
import { StructureState, structureStates } from './structure-states';

const short = (blockers: { code: string }[]) => blockers.map(({ code }) => code.replace('removal.', ''));

describe('when a paper may be written down', () => {
  const open: StructureState[] = ['standing', 'ownership-check', 'agreed'];

  it.each(structureStates)('%s', (state) => {
    const allowed = statutoryStepCodes.filter(
      (step) => settingBlockers({ state, renovation: 'active' }, step).length === 0,
    );
    const expected = open.includes(state)
      ? statutoryStepCodes
      : state === 'removed' || state === 'verified'
        ? ['cleaned', 'closed']
        : [];
    expect(allowed).toEqual(expected);
  });

  it.each(['closed', 'cancelled'] as const)('nothing once the renovation is %s', (renovation) => {
    expect(short(settingBlockers({ state: 'standing', renovation }, 'reported'))).toEqual([
      'renovation-over',
    ]);
    expect(short(caseBlockers({ state: 'removed', renovation }))).toEqual(['renovation-over']);
  });

  it('a paused renovation goes on on paper; a structure that was struck out does not', () => {
    expect(caseBlockers({ state: 'standing', renovation: 'paused' })).toEqual([]);
    expect(short(caseBlockers({ state: 'struck-out', renovation: 'active' }))).toEqual(['struck-out']);
  });

  it('no case is begun against what people only talk about; one that is begun goes on', () => {
    const kinds = structureKindCodes.filter((kind) => beginBlockers({ kind, steps: [] }).length > 0);
    expect(kinds).toEqual(['common-occupy', 'wiring', 'legacy-unit']);
    expect(short(beginBlockers({ kind: 'common-occupy', steps: [] }))).toEqual(['track']);
    expect(beginBlockers({ kind: 'common-occupy', steps: papersTo('reported') })).toEqual([]);
  });

  it('without a paper there is no case to say anything of', () => {
    expect(short(unbegunBlockers({ steps: [] }))).toEqual(['unbegun']);
    expect(unbegunBlockers({ steps: papersTo('reported') })).toEqual([]);
  });
});

describe('the form of a paper', () => {
  const draft = (step: StatutoryStepCode, change: Partial<PaperDraft> = {}): PaperDraft => ({
    ...paper(step, '2025-09-05'),
    ...{ certificatesFiled: true, isServiceHalf: false, ...change },
  });

  it.each<[string, PaperDraft, string[]]>([
    ['complete', draft('investigated'), []],
    [
      'without the numbers of the certificates',
      draft('investigated', { certificatesFiled: false }),
      ['certificates'],
    ],
    ['one that asks for no officers', draft('filed', { certificatesFiled: false }), []],
    ['with half a service', draft('pre-noticed', { isServiceHalf: true }), ['service-half']],
    [
      'with a service nobody asks for',
      draft('filed', { service: { method: 'direct', servedOn: '2025-09-05', proofs: 1 } }),
      ['service-none'],
    ],
  ])('%s', (_, given, expected) => {
    expect(short(paperDraftBlockers(given))).toEqual(expected);
  });

  const service: Service = { method: 'direct', servedOn: '2025-09-16', proofs: 1 };
  it.each([
    ['later', paper('pre-noticed', '2025-09-15', { service: null }), []],
    ['twice', paper('pre-noticed', '2025-09-15'), ['service-twice']],
    ['of a paper that is not served', paper('filed', '2025-09-15'), ['service-none']],
  ])('a service written down %s', (_, record, expected) => {
    expect(short(paperServiceBlockers(record, service, '2025-09-17'))).toEqual(expected);
  });

  it('the kind stays once a paper names it', () => {
    expect([kindLockBlockers(0), short(kindLockBlockers(1))]).toEqual([[], ['kind-locked']]);
  });
});

describe('taking back a paper', () => {
  const withdrawing = (step: StatutoryStepCode, change: Partial<StatutoryCase> = {}) =>
    paperWithdrawalBlockers(step, planningCase(change), { state: 'standing' });

  it('the last one goes, one that others rest on does not', () => {
    expect(withdrawing('pre-noticed', { steps: papersTo('pre-noticed') })).toEqual([]);
    expect(short(withdrawing('pre-noticed', { steps: papersTo('decided') }))).toEqual(['withdraw-first']);
  });

  it('one that was taken back, or is of an earlier case, stays as it is', () => {
    expect([settledPaperBlockers(true), short(settledPaperBlockers(false))]).toEqual([[], ['paper-settled']]);
  });

  it('every paper that rests on it is named', () => {
    expect(restingOn('decided', { steps: papers })).toEqual([
      ...['urged', 'government-ordered', 'enforcement-decided', 'announced'],
    ]);
    expect(withdrawing('decided')).toHaveLength(4);
  });

  it('hearing and views rest on the notice, remedies on the decision', () => {
    const steps = papersTo('pre-noticed');
    expect(short(withdrawing('pre-noticed', { steps, hearing: 'waived' }))).toEqual(['withdraw-first']);
    expect(short(withdrawing('pre-noticed', { steps, views: 'answered' }))).toEqual(['withdraw-first']);
    const lawsuit = { filedOn: '2025-10-20', outcome: null, finalOn: null };
    expect(short(withdrawing('decided', { steps: papersTo('decided'), lawsuit }))).toEqual([
      'withdraw-first',
    ]);
  });

  it('the execution stays while the structure is gone', () => {
    const known = planningCase({ steps: [...papers, paper('executed', '2026-03-27')] });
    const at = (state: StructureState) => short(paperWithdrawalBlockers('executed', known, { state }));
    expect([at('removed'), at('verified'), at('standing')]).toEqual([
      ['withdraw-first'],
      ['withdraw-first'],
      [],
    ]);
  });
});
