import { itemClassOf, itemCodes, itemNames } from './items';
import {
  firstPosition,
  Position,
  stageAfter,
  stageBefore,
  stageNames,
  stages,
  stageStanding,
} from './stages';

describe('the stages', () => {
  it('are six, in the order residents are shown', () => {
    expect(stages.map((stage) => stageNames[stage])).toEqual([
      '摸底调查',
      '居民议事',
      '拆违清障',
      '施工改造',
      '竣工验收',
      '移交长效',
    ]);
  });

  it('follow one another, with nothing before the first and after the last', () => {
    expect(stageBefore('survey')).toBeUndefined();
    expect(stageAfter('handover')).toBeUndefined();
    for (const stage of stages.slice(1)) expect(stageAfter(stageBefore(stage)!)).toBe(stage);
  });

  const at = (change: Partial<Position>): Position => ({ ...firstPosition, ...change });
  it.each<[string, Position, string[]]>([
    ['a new renovation', firstPosition, ['running', 'ahead', 'ahead', 'ahead', 'ahead', 'ahead']],
    [
      'removal beside consultation',
      at({ stage: 'consultation', removal: 'open' }),
      ['over', 'running', 'running', 'ahead', 'ahead', 'ahead'],
    ],
    [
      'removal finished beside consultation',
      at({ stage: 'consultation', removal: 'finished' }),
      ['over', 'running', 'over', 'ahead', 'ahead', 'ahead'],
    ],
    [
      'the removal stage',
      at({ stage: 'removal', removal: 'open' }),
      ['over', 'over', 'running', 'ahead', 'ahead', 'ahead'],
    ],
    [
      'removal still open beside construction',
      at({ stage: 'construction', removal: 'open' }),
      ['over', 'over', 'running', 'running', 'ahead', 'ahead'],
    ],
    [
      'acceptance',
      at({ stage: 'acceptance', removal: 'finished' }),
      ['over', 'over', 'over', 'over', 'running', 'ahead'],
    ],
    [
      'a closed renovation',
      at({ stage: 'handover', removal: 'finished', state: 'closed' }),
      ['over', 'over', 'over', 'over', 'over', 'over'],
    ],
  ])('stand right for %s', (_, position, standing) => {
    expect(stages.map((stage) => stageStanding(stage, position))).toEqual(standing);
  });
});

describe('the item catalogue', () => {
  it('has 16 basic, 14 improving and 10 upgrading items, each with a name of its own', () => {
    const count = (kind: string) => itemCodes.filter((code) => itemClassOf(code) === kind).length;
    expect([count('basic'), count('improve'), count('upgrade')]).toEqual([16, 14, 10]);
    expect(new Set(Object.values(itemNames)).size).toBe(40);
  });
});
