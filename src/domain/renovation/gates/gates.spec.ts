import { factCodes } from '../facts';
import { localSource, rules } from '../../rules/rules';
import { stageNames, stages } from '../stages';
import { gateOf, gates, gatesAt } from '.';

describe('the gates', () => {
  it('each have a code and a sentence of their own, and ask for a fact of their own', () => {
    expect(new Set(gates.map(({ code }) => code)).size).toBe(gates.length);
    expect(new Set(gates.map(({ text }) => text)).size).toBe(gates.length);
    expect(gates.map(({ fact }) => fact).sort()).toEqual([...factCodes].sort());
  });

  it('name a law wherever they are of the law, and never the office itself', () => {
    for (const gate of gates.filter(({ levels }) => Object.values(levels).includes('law'))) {
      expect(gate.source).not.toBe(localSource);
      expect(gate.source).toMatch(/§|令/);
    }
  });

  it('use only numbers of the rule book', () => {
    const codes = rules.map(({ code }) => code as string);
    for (const { text } of gates) {
      for (const [, code] of text.matchAll(/\{([^}]+)\}/g)) expect(codes).toContain(code);
      expect(text.replace(/\{[^}]+\}/g, '')).not.toMatch(/\d/);
    }
  });

  it('let the survey speak for itself: no milestone stands for it', () => {
    const own = gates.filter(({ leaving }) => leaving.includes('survey'));
    expect(own.every(({ milestone }) => milestone.length === 0)).toBe(true);
  });

  it('can all be supplied by a dated milestone after the survey in the micro track', () => {
    const open = gates.filter(({ leaving, levels }) => !leaving.includes('survey') && levels.micro);
    expect(open.filter(({ milestone }) => !milestone.includes('micro'))).toEqual([]);
  });

  it('of the law can always be proved by a dated document, since nobody can let them pass', () => {
    const stuck = (['district', 'micro'] as const).flatMap((track) =>
      gates.filter(({ levels, milestone }) => levels[track] === 'law' && !milestone.includes(track)),
    );
    expect(stuck).toEqual([]);
  });

  it.each(stages.map((stage) => [stageNames[stage], stage] as const))(
    'hold a micro renovation less than one of the district when it leaves %s',
    (_, stage) => {
      const holding = (track: 'district' | 'micro') =>
        gatesAt(stage, track).filter(({ levels }) => levels[track] !== 'warning').length;
      expect(holding('micro')).toBeLessThanOrEqual(holding('district'));
      expect(holding('micro')).toBeGreaterThan(0);
    },
  );

  it('are found by code', () => {
    expect(gateOf('funds-available')?.source).toBe('保障农民工工资支付条例 §23；政府投资条例 §22');
    expect(gateOf('nothing')).toBeUndefined();
  });

  // Written out, so that a level never changes unnoticed.
  it.each([
    ['survey', 'district', ['survey-complete', 'survey-signed']],
    ['survey', 'micro', ['survey-complete', 'survey-signed']],
    [
      'consultation',
      'micro',
      ['building-safety', 'representatives-met', 'majority-agreed', 'self-funded', 'items-chosen'],
    ],
    [
      'removal',
      'micro',
      [
        'first-area-clear',
        'demolition-filing',
        'funds-available',
        'contract-signed',
        'construction-permit',
        'quality-supervision',
        'safety-measures',
        'dust-plan',
        'board-posted',
      ],
    ],
    ['removal-finish', 'district', ['removal-all-closed']],
    ['construction', 'micro', ['works-complete', 'warranty-letter']],
    ['acceptance', 'micro', ['acceptance-passed', 'defects-mended']],
    ['handover', 'micro', ['manager-named', 'handover-signed', 'settlement-approved']],
  ] as const)('that hold on leaving %s in the %s track are these', (passage, track, codes) => {
    const holding = gatesAt(passage, track).filter(({ levels }) => levels[track] !== 'warning');
    expect(holding.map(({ code }) => code)).toEqual(codes);
  });
});
