import { squareMetres } from '../kernel/area';
import type { Role } from '../people/roles';
import { garage, planningCase, workCalendar } from './given-removal';
import type { PersuasionStanding } from './persuasion';
import { nextStep, StandingFacts, stepOutlook } from './structure-outlook';
import type { StructureState } from './structure-states';

const today = '2026-05-18';
const known = (change: Partial<StandingFacts> = {}): StandingFacts => ({
  ...{ renovation: 'active', today, calendar: workCalendar, actorId: 2, foundOn: '2026-03-10', last: null },
  ...{ way: null, removedBy: null, papers: 0 },
  ways: {
    ...{ sheet: garage(), consent: null, hasHardship: false, careSignedOff: false, cutsUtilities: false },
    statutory: planningCase({ steps: [] }),
  },
  proof: { photosBefore: 1, photosAfter: 0, removedArea: null },
  ...change,
});
const open = (state: StructureState, role: Role, facts: StandingFacts) =>
  stepOutlook(state, role, facts)
    .filter(({ blockers }) => blockers.length === 0)
    .map(({ step }) => step);
const ways = (change: Partial<StandingFacts['ways']>) => ({ ways: { ...known().ways, ...change } });
const signed = { signedOn: '2026-05-12', identityChecked: true, removeByOn: null, files: 1 };

describe('what may be done today', () => {
  it('what a form can still say holds nothing back', () => {
    expect(open('standing', 'community-worker', known())).toEqual(['check-ownership', 'agree']);
    expect(open('standing', 'street-manager', known())).toEqual([
      ...['check-ownership', 'agree', 'retain-legal', 'retain-rectified', 'scope-out', 'strike-out'],
    ]);
    expect(open('ownership-check', 'community-worker', known())).toEqual(['settle-ownership']);
  });

  it('force is open at the end of the statutory steps, to the street manager', () => {
    const at = known(ways({ statutory: planningCase() }));
    expect(open('standing', 'street-manager', at)).toContain('remove-by-force');
    expect(open('standing', 'community-worker', at)).not.toContain('remove-by-force');
    const [force] = stepOutlook('standing', 'street-manager', known()).filter(
      ({ step }) => step === 'remove-by-force',
    );
    expect(force.blockers.some(({ level }) => level === 'law')).toBe(true);
  });

  it('what is agreed may be removed unless the people there are not cared for yet', () => {
    const agreed = { way: 'assisted' as const, ...ways({ consent: signed }) };
    expect(open('agreed', 'community-worker', known(agreed))).toContain('remove');
    const hard = known({ way: 'assisted', ...ways({ consent: signed, hasHardship: true }) });
    expect(open('agreed', 'community-worker', hard)).not.toContain('remove');
    const cared = known({
      way: 'assisted',
      ...ways({ consent: signed, hasHardship: true, careSignedOff: true }),
    });
    expect(open('agreed', 'community-worker', cared)).toContain('remove');
  });

  it('who removed it does not verify it, and a picture from before is asked for', () => {
    const removed = {
      ...{ way: 'assisted' as const, removedBy: 1 },
      proof: { photosBefore: 1, photosAfter: 0, removedArea: squareMetres(15) },
    };
    expect(open('removed', 'community-worker', known(removed))).toEqual(['verify', 'send-back']);
    expect(open('removed', 'community-worker', known({ ...removed, removedBy: 2 }))).toEqual(['send-back']);
    const without = known({ ...removed, proof: { ...removed.proof, photosBefore: 0 } });
    expect(open('removed', 'community-worker', without)).toEqual(['send-back']);
  });

  it('a renovation that is over knows no step', () => {
    expect(open('standing', 'street-manager', known({ renovation: 'closed' }))).toEqual([]);
  });
});

describe('the sensible next step', () => {
  const visited = { attitude: 'against', visits: 2 } as const;
  const agreed = { attitude: 'agree', visits: 1 } as const;
  const next = (
    state: StructureState,
    facts: StandingFacts,
    talks: Pick<PersuasionStanding, 'attitude' | 'visits'> = visited,
  ) => nextStep(state, stepOutlook(state, 'street-manager', facts), talks);

  it('goes on by persuasion while nothing else is open', () => {
    expect(next('standing', known())).toBeNull();
  });

  it('is the agreement once they agree, even where force is open', () => {
    expect(next('standing', known(ways({ statutory: planningCase() })), agreed)).toBe('agree');
    expect(next('standing', known(ways({ statutory: planningCase() })))).toBe('remove-by-force');
  });

  it('is no force where nobody went to talk, though every paper is there', () => {
    const nobody = { attitude: 'not-visited', visits: 0 } as const;
    expect(next('standing', known(ways({ statutory: planningCase() })), nobody)).toBeNull();
  });

  it('is the result of the check, the removal, the verification', () => {
    expect(next('ownership-check', known())).toBe('settle-ownership');
    expect(next('agreed', known({ way: 'assisted', ...ways({ consent: signed }) }))).toBe('remove');
    expect(next('removed', known({ way: 'assisted', removedBy: 1 }))).toBe('verify');
    expect(next('removed', known({ way: 'assisted', removedBy: 2 }))).toBeNull();
    expect(next('verified', known())).toBeNull();
  });
});
