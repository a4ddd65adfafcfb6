import { squareMetres } from '../kernel/area';
import { tenThousandYuan } from '../kernel/money';
import { permitVerdict } from './permit';

describe('whether a construction permit is needed', () => {
  const limitFen = tenThousandYuan(30);
  const limitArea = squareMetres(300);
  it.each([
    ['丰乐路106号院: near 20 万元, 1677 ㎡', squareMetres(1677), tenThousandYuan(19.8), 'exempt'],
    ['just 30 万元', squareMetres(1677), limitFen, 'exempt'],
    ['one fen above 30 万元', squareMetres(1677), limitFen + 1, 'needed'],
    ['just 300 ㎡', limitArea, limitFen + 1, 'exempt'],
    ['0.01 ㎡ above 300 ㎡', limitArea + 1, limitFen + 1, 'needed'],
    ['a small area and no estimate', limitArea, null, 'exempt'],
    ['a large area and no estimate', limitArea + 1, null, 'unknown'],
    ['a low estimate and no area', null, limitFen, 'exempt'],
    ['a high estimate and no area', null, limitFen + 1, 'unknown'],
    ['nothing known', null, null, 'unknown'],
  ])('%s', (_, floorArea, estimatedFen, need) => {
    expect(permitVerdict({ floorArea, estimatedFen }, '2026-05-10').need).toBe(need);
  });

  it('says by which figure', () => {
    const verdict = permitVerdict({ floorArea: null, estimatedFen: tenThousandYuan(19.8) }, '2026-05-10');
    expect(verdict.detail).toBe('估算投资 19.80 万元，不超过 30 万元，不需办理');
  });

  it('knows no exemption before the regulation was in force', () => {
    expect(permitVerdict({ floorArea: limitArea, estimatedFen: 1 }, '2014-10-24').need).toBe('needed');
  });
});
