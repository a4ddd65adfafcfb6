import * as fc from 'fast-check';
import { tenThousandYuan } from '../kernel/money';
import { Role, roles } from '../people/roles';
import { factCodes } from './facts';
import { gates, gatesAt } from './gates';
import { everyFactBut, factsOfPassage, given, met } from './given-renovation';
import { allowedMoves, Move, moveBlockers, moveNeedsReason, moves, moveWarnings } from './moves';
import { RemovalProgress, RenovationState, StageCode, stages, Track } from './stages';

const states: RenovationState[] = ['active', 'paused', 'cancelled', 'closed'];
const codesOf = (found: { code: string }[]) => found.map(({ code }) => code);

describe('who may move a renovation', () => {
  // At consultation, with every fact there and removal waiting: every move that fits the place is free.
  const micro: Record<RenovationState, Partial<Record<Role, Move[]>>> = {
    active: {
      'district-officer': ['advance', 'start-removal', 'pause', 'send-back', 'cancel'],
      'street-manager': ['advance', 'start-removal', 'pause', 'cancel'],
    },
    paused: { 'district-officer': ['resume', 'cancel'], 'street-manager': ['resume', 'cancel'] },
    cancelled: {},
    closed: {},
  };
  const rows = states.flatMap((state) => roles.map((role) => [state, role] as const));

  it.each(rows)('%s, %s: in the micro track', (state, role) => {
    const facts = given({ track: 'micro', state, stage: 'consultation' });
    const expected = micro[state][role] ?? [];
    expect(allowedMoves(facts, role).map(({ step }) => step)).toEqual(expected);
    expect(moves.filter((move) => moveBlockers(move, facts, role).length === 0)).toEqual(expected);
  });

  it.each(rows)(
    '%s, %s: in the district track the same, but only the district officer cancels',
    (state, role) => {
      const facts = given({ state, stage: 'consultation' });
      const expected = (micro[state][role] ?? []).filter(
        (move) => move !== 'cancel' || role === 'district-officer',
      );
      expect(allowedMoves(facts, role).map(({ step }) => step)).toEqual(expected);
    },
  );

  it('a move in the wrong hands and state is refused with both reasons', () => {
    const found = moveBlockers('pause', given({ state: 'closed' }), 'contractor');
    expect(found.map(({ text }) => text)).toEqual([
      '「暂停」由街道项目负责人、区改造办办理',
      '现在是「已办结」，不能「暂停」。请刷新页面查看当前状态',
    ]);
  });
});

describe('where a move fits', () => {
  const removals: RemovalProgress[] = ['waiting', 'open', 'finished'];
  const fits: Record<Move, (stage: StageCode, removal: RemovalProgress) => boolean> = {
    advance: (stage) => stage !== 'handover',
    'start-removal': (stage, removal) =>
      removal !== 'open' && (stage === 'consultation' || stage === 'construction'),
    'finish-removal': (stage, removal) => removal === 'open' && stage !== 'removal',
    pause: () => true,
    resume: () => false,
    'send-back': (stage) => stage !== 'survey',
    cancel: () => true,
    close: (stage) => stage === 'handover',
  };
  const rows = stages.flatMap((stage) => removals.map((removal) => [stage, removal] as const));
  it.each(rows)('at %s with removal %s', (stage, removal) => {
    const facts = given({ stage, removal });
    const offered = allowedMoves(facts, 'district-officer').map(({ step }) => step);
    expect(offered).toEqual(moves.filter((move) => fits[move](stage, removal)));
    for (const move of moves.filter((entry) => entry !== 'resume' && !fits[entry](stage, removal))) {
      expect(codesOf(moveBlockers(move, facts, 'district-officer'))).toEqual(['move.place']);
    }
  });
});

describe('a move without its reason', () => {
  const place = { pause: {}, 'send-back': { stage: 'acceptance' }, cancel: {} } as const;
  it.each(['pause', 'send-back', 'cancel'] as const)('%s is refused', (move) => {
    const facts = given({ ...place[move], reason: ' 　' });
    expect(codesOf(moveBlockers(move, facts, 'district-officer'))).toEqual(['move.reason']);
    expect(moveBlockers(move, { ...facts, reason: '资金调整' }, 'district-officer')).toEqual([]);
  });

  it.each(['advance', 'start-removal', 'finish-removal', 'resume', 'close'] as const)(
    '%s needs none',
    (move) => {
      expect(moveNeedsReason[move]).toBe(false);
    },
  );

  it('is offered on the page all the same, since the reason is typed there', () => {
    const offered = allowedMoves(given({ stage: 'acceptance', reason: '' }), 'district-officer');
    expect(offered.every(({ blockers }) => blockers.length === 0)).toBe(true);
  });
});

describe('leaving a stage', () => {
  const forward = (stage: StageCode): Move => (stage === 'handover' ? 'close' : 'advance');
  const rows = (['district', 'micro'] as Track[]).flatMap((track) =>
    stages.flatMap((stage) => gatesAt(stage, track).map((gate) => [track, stage, gate.code, gate] as const)),
  );

  it.each(rows)('%s, %s: %s alone is missing', (track, stage, code, gate) => {
    const also = gate.fact === 'removal.first-area-clear' ? (['removal.all-closed'] as const) : [];
    const facts = given({ track, stage, facts: everyFactBut(gate.fact, ...also) });
    const found = moveBlockers(forward(stage), facts, 'street-manager');
    const reminded = moveWarnings(forward(stage), facts);
    const [expected, notExpected] = gate.levels[track] === 'warning' ? [reminded, found] : [found, reminded];
    expect(codesOf(expected)).toEqual([`gate.${code}`]);
    expect(notExpected).toEqual([]);
    expect(expected[0]).toMatchObject({ level: gate.levels[track], source: gate.source });
    expect(expected[0].text).toContain(gate.suppliedBy);
  });

  it.each(stages.flatMap((stage) => [['district', stage] as const, ['micro', stage] as const]))(
    '%s, %s: with nothing known every gate is named at once',
    (track, stage) => {
      const facts = given({ track, stage, facts: [] });
      const all = [
        ...moveBlockers(forward(stage), facts, 'street-manager'),
        ...moveWarnings(forward(stage), facts),
      ];
      expect(codesOf(all).sort()).toEqual(
        gatesAt(stage, track)
          .map(({ code }) => `gate.${code}`)
          .sort(),
      );
    },
  );

  it('丰乐路106号院, paid by the street for 19.8 万元, starts without permit and supervisor', () => {
    const facts = factsOfPassage('removal', 'micro').filter(
      (code) =>
        !['works.construction-permit', 'works.quality-supervision', 'works.safety-measures'].includes(code),
    );
    const estimatedFen = tenThousandYuan(19.8);
    const seed = given({
      track: 'micro',
      stage: 'removal',
      removal: 'open',
      estimatedFen,
      facts: facts.map(met),
    });
    expect(moveBlockers('advance', seed, 'street-manager')).toEqual([]);
    const larger = { ...seed, estimatedFen: tenThousandYuan(30) + 1 };
    expect(codesOf(moveBlockers('advance', larger, 'street-manager'))).toEqual([
      'gate.construction-permit',
      'gate.quality-supervision',
      'gate.safety-measures',
    ]);
  });

  it('is free when the only missing gate was let pass, and not when it is of the law', () => {
    const overrides = gates.map(({ code }) => ({
      gate: code,
      reason: '会议同意',
      by: '区改造办',
      on: '2026-06-01',
    }));
    const policy = given({ stage: 'consultation', facts: everyFactBut('plan.listed'), overrides });
    expect(moveBlockers('advance', policy, 'street-manager')).toEqual([]);
    const law = given({ stage: 'removal', facts: everyFactBut('budget.funds-available'), overrides });
    expect(codesOf(moveBlockers('advance', law, 'street-manager'))).toEqual(['gate.funds-available']);
  });
});

describe('removal beside other stages', () => {
  it('may be open when construction starts, if the first area is clear', () => {
    const facts = everyFactBut('removal.all-closed');
    expect(
      moveBlockers('advance', given({ stage: 'removal', removal: 'open', facts }), 'street-manager'),
    ).toEqual([]);
  });

  it('holds construction back from acceptance until it is finished', () => {
    const still = given({ stage: 'construction', removal: 'open' });
    expect(codesOf(moveBlockers('advance', still, 'street-manager'))).toEqual(['move.removal-open']);
    expect(moveBlockers('advance', { ...still, removal: 'finished' }, 'street-manager')).toEqual([]);
  });

  it('is finished only when every structure is settled', () => {
    const facts = everyFactBut('removal.all-closed');
    const still = given({ stage: 'construction', removal: 'open', facts });
    expect(codesOf(moveBlockers('finish-removal', still, 'street-manager'))).toEqual([
      'gate.removal-all-closed',
    ]);
  });

  it('is finished before consultation is sent back to the survey', () => {
    const still = given({ stage: 'consultation', removal: 'open' });
    expect(codesOf(moveBlockers('send-back', still, 'district-officer'))).toEqual(['move.removal-open']);
  });
});

describe('completing a fact', () => {
  it('never turns an allowed move into a refused one', () => {
    const position = fc.record({
      track: fc.constantFrom<Track>('district', 'micro'),
      stage: fc.constantFrom(...stages),
      removal: fc.constantFrom<RemovalProgress>('waiting', 'open', 'finished'),
      state: fc.constantFrom(...states),
    });
    const someFacts = fc.subarray([...factCodes], { minLength: factCodes.length - 4 });
    const run = (change: object, codes: readonly (typeof factCodes)[number][], move: Move, role: Role) =>
      moveBlockers(move, given({ ...change, facts: codes.map(met) }), role).length;
    fc.assert(
      fc.property(
        position,
        someFacts,
        fc.constantFrom(...factCodes),
        fc.constantFrom(...moves),
        fc.constantFrom(...roles),
        (change, codes, extra, move, role) => {
          if (run(change, codes, move, role) === 0)
            expect(run(change, [...codes, extra], move, role)).toBe(0);
        },
      ),
      { numRuns: 500 },
    );
  });
});
