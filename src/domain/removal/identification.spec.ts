import { planningCase, workCalendar } from './given-removal';
import { forcedBlockers } from './forced-removal';
import { Conclusion, conclusionBlockers, conclusionNames } from './identification';
import { isIdentified } from './statutory-case';
import { structureKindCodes, structureKinds } from './structure-kinds';

const conclusions = [...(Object.keys(conclusionNames) as Conclusion[]), null];

describe('what the planning department found', () => {
  it.each(conclusions)('%s: only what cannot be put right is removed', (conclusion) => {
    const found = conclusionBlockers('building', conclusion);
    expect(found.map(({ level }) => level)).toEqual(conclusion === 'must-remove' ? [] : ['law']);
    const forced = forcedBlockers(planningCase({ conclusion }), '2026-03-27', workCalendar);
    expect(forced.length).toBe(conclusion === 'must-remove' ? 0 : 1);
  });

  it.each(structureKindCodes)('is asked of %s only where the planning law needs it', (kind) => {
    expect(conclusionBlockers(kind, null).length).toBe(structureKinds[kind].needsIdentification ? 1 : 0);
  });

  it('takes 疑似 away only with a document that does not call it lawful', () => {
    expect(isIdentified(planningCase())).toBe(true);
    expect(isIdentified(planningCase({ conclusion: 'lawful' }))).toBe(false);
    expect(isIdentified(planningCase({ steps: [] }))).toBe(false);
    expect(isIdentified(planningCase({ kind: 'fire-block', steps: [] }))).toBe(false);
    expect(isIdentified(planningCase({ kind: 'fire-block', conclusion: null }))).toBe(true);
  });
});
