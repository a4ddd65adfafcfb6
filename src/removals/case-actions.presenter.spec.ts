import { planningCase } from '../domain/removal/given-removal';
import { stepOutlook } from '../domain/removal/structure-outlook';
import { ActionsView, toCaseActions } from './case-actions.presenter';
import { givenCalendar, givenKnown, givenStanding, givenToday } from './given-cases';
import { KnownCase, toStandingFacts } from './removal-judging';

const view = (known: KnownCase, change: Partial<ActionsView> = {}): ActionsView => {
  const asked = { today: givenToday, calendar: givenCalendar, actorId: 2 };
  const { state } = known.found.structure;
  return {
    known,
    outlook: stepOutlook(state, 'street-manager', toStandingFacts(known, asked)),
    ...{ standing: givenStanding(), mayEdit: true, mayDecide: true, ...change },
  };
};

describe('what can be done with a case', () => {
  it('goes on by visits, then by the agreement', () => {
    expect(toCaseActions(view(givenKnown())).primary).toEqual({
      ...{ label: '登记走访', link: '/structures/3/visits/new', primary: true },
    });
    const agreeing = view(givenKnown(), { standing: givenStanding({ attitude: 'agree' }) });
    expect(toCaseActions(agreeing).primary?.label).toBe('登记同意拆除');
  });

  it('force comes after somebody went to talk', () => {
    const known = givenKnown();
    const open = { ...known, ways: { ...known.ways, statutory: planningCase() } };
    expect(toCaseActions(view(open)).primary?.label).toBe('登记走访');
    const visited = view(open, { standing: givenStanding({ attitude: 'against', visits: 2 }) });
    expect(toCaseActions(visited).primary?.label).toBe('登记强制拆除');
  });

  it('what is held back says why, and keeps the way to its form', () => {
    const { held } = toCaseActions(view(givenKnown()));
    expect(held.map(({ label, link }) => [label, link])).toEqual([
      ['登记强制拆除', '/structures/3/step?step=remove-by-force'],
    ]);
    expect(held[0].reasons.length).toBeGreaterThan(0);
  });

  it('where people live their care is signed for first', () => {
    const consent = { signedOn: '2026-05-12', identityChecked: true, removeByOn: null, files: 1 };
    const known = givenKnown({ state: 'agreed', way: 'assisted', isSoleHome: true, isOccupied: true });
    const home = { ...known, ways: { ...known.ways, consent } };
    expect(toCaseActions(view(home)).primary?.link).toBe('/structures/3/care');
    expect(toCaseActions(view(home)).care?.words).toContain('是唯一住处');
    const worker = toCaseActions(view(home, { mayDecide: false }));
    expect([worker.primary, worker.care?.link]).toEqual([undefined, '']);
  });

  it('without a picture from before there is nothing to verify yet', () => {
    const removed = { state: 'removed', way: 'assisted', removedOn: '2026-05-17', removedBy: 1 } as const;
    expect(toCaseActions(view(givenKnown(removed))).primary?.label).toBe('补拆除前照片');
    const mine = toCaseActions(view(givenKnown({ ...removed, removedBy: 2 })));
    expect(mine.primary).toBeUndefined();
    expect(mine.held[0].reasons.map(({ text }) => text)[0]).toContain('登记拆除的人不能复核同一处');
  });

  it('who only reads is offered nothing', () => {
    const reading = toCaseActions(view(givenKnown(), { mayEdit: false, mayDecide: false }));
    expect(reading).toMatchObject({ links: [], steps: [], held: [] });
    expect(reading.primary).toBeUndefined();
  });
});
