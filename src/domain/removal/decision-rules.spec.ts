import { paper, papersTo, planningCase, workCalendar } from './given-removal';
import { StatutoryCase } from './statutory-case';
import { stepDayBlockers } from './statutory-engine';
import { StatutoryStepCode } from './statutory-steps';

const onDay = (step: StatutoryStepCode, day: string, change: Partial<StatutoryCase> = {}) =>
  stepDayBlockers(step, day, planningCase(change), workCalendar).map(({ code }) =>
    code.replace('removal.', ''),
  );

describe('before the decision', () => {
  const steps = papersTo('pre-noticed');
  it('around Spring Festival and National Day the five working days are counted as worked', () => {
    const of = (servedOn: string, day: string) =>
      onDay('decided', day, {
        steps: [...papersTo('identified'), paper('pre-noticed', servedOn)],
      });
    expect(of('2026-02-12', '2026-02-26')).toEqual(['hearing-window']);
    expect(of('2026-02-12', '2026-02-27')).toEqual([]);
    expect(of('2026-09-29', '2026-10-12')).toEqual(['hearing-window']);
    expect(of('2026-09-29', '2026-10-13')).toEqual([]);
  });

  it('who waives the hearing in writing does not have to wait', () => {
    expect(onDay('decided', '2025-09-16', { steps, hearing: 'waived' })).toEqual([]);
  });

  it('a hearing that was asked for is held, after seven working days, and reviewed', () => {
    const asked = { hearing: 'asked' } as const;
    expect(onDay('decided', '2025-09-25', { steps, ...asked })).toEqual(['hearing-missing']);
    const noticed = [...steps, paper('hearing-noticed', '2025-09-29')];
    expect(onDay('hearing', '2025-10-14', { steps: noticed, ...asked })).toEqual(['hearing-early']);
    expect(onDay('hearing', '2025-10-15', { steps: noticed, ...asked })).toEqual([]);
    const heard = [...noticed, paper('hearing', '2025-10-15')];
    expect(onDay('decided', '2025-10-20', { steps: heard, ...asked })).toEqual(['legal-review']);
    const reviewed = [...heard, paper('legal-reviewed', '2025-10-17')];
    expect(onDay('decided', '2025-10-20', { steps: reviewed, ...asked })).toEqual([]);
  });

  it('an unknown owner is looked for by a notice of thirty days', () => {
    const unknown = { isOwnerUnknown: true };
    expect(onDay('decided', '2025-10-20', { steps, ...unknown })).toEqual(['owner-notice']);
    const posted = [...steps, paper('owner-noticed', '2025-09-16')];
    expect(onDay('decided', '2025-10-15', { steps: posted, ...unknown })).toEqual(['owner-notice']);
    expect(onDay('decided', '2025-10-16', { steps: posted, ...unknown })).toEqual([]);
  });

  it('what can be put right is not ordered to be removed', () => {
    expect(onDay('decided', '2025-09-25', { steps, conclusion: 'correctable' })).toEqual(['conclusion']);
    expect(onDay('decided', '2025-09-25', { steps, conclusion: 'must-remove' })).toEqual([]);
  });

  it('a blocked fire lane needs no identification, and is decided by whoever holds the power', () => {
    const noticed = steps.filter(({ step }) => step !== 'identified');
    const fire = { kind: 'fire-block', conclusion: null, steps: noticed } as const;
    expect(onDay('decided', '2025-09-25', fire)).toEqual([]);
    expect(onDay('decided', '2025-09-25', { ...fire, kind: 'building' })).toEqual(['not-identified']);
    expect(onDay('pre-noticed', '2025-09-25', { ...fire, kind: 'building' })).toEqual(['step-before']);
    expect(onDay('pre-noticed', '2025-09-25', fire)).toEqual([]);
  });
});
