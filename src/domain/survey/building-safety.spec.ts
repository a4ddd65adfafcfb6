import { BuildingSafety, isSafetyInDoubt, safetyBlockers } from './building-safety';

const cracked = [{ kind: 'structure-danger' }];
const wires = [{ kind: 'flying-wires' }];

describe('building safety on the survey sheet', () => {
  it.each<[BuildingSafety | null, { kind: string }[], boolean]>([
    [null, [], false],
    ['sound', wires, false],
    ['suspected', wires, true],
    ['appraised', wires, true],
    [null, cracked, true],
    ['sound', cracked, true],
  ])('%s with these findings is in doubt or not', (buildingSafety, hazards, inDoubt) => {
    expect(isSafetyInDoubt({ buildingSafety, hazards })).toBe(inDoubt);
  });

  it.each<[string, BuildingSafety | null, { kind: string }[], string, string[]]>([
    ['nothing said yet', null, cracked, '', []],
    ['sound, and nothing found', 'sound', wires, '', []],
    ['sound, though a structure is in danger', 'sound', cracked, '', ['safety.sound']],
    ['suspected needs no paper yet', 'suspected', cracked, '', []],
    ['appraised without a conclusion', 'appraised', cracked, ' ', ['safety.conclusion']],
    ['appraised with its conclusion', 'appraised', cracked, 'B 级', []],
  ])('%s', (_, buildingSafety, hazards, conclusion, codes) => {
    const found = safetyBlockers({ buildingSafety, hazards, conclusion });
    expect(found.map(({ code }) => code)).toEqual(codes);
  });
});
