// The units a list of compounds carries in its header or behind its values, and what each is worth.
// 1 亩 = 10000/15 ㎡ (市制换算, 国务院《关于在我国统一实行法定计量单位的命令》1984); 1 公顷 = 10000 ㎡.

/** What a unit measures: an area, a number of something, a fee, or an amount of money. */
export type UnitKind = 'area' | 'count' | 'fee' | 'money';

interface Unit {
  kind: UnitKind;
  /** Hundredths of a square metre in one, as a fraction, so that 亩 stays exact. */
  hundredths?: [number, number];
  /** What is counted, for a count. */
  of?: 'building' | 'unit' | 'floor' | 'household' | 'person';
  /** What a fee is charged on. */
  per?: 'area' | 'household';
}

const area = (numerator: number, denominator = 1): Unit => ({
  kind: 'area',
  hundredths: [numerator, denominator],
});
const count = (of: Unit['of']): Unit => ({ kind: 'count', of });
const fee = (per: Unit['per']): Unit => ({ kind: 'fee', per });

const squareMetre = ['m2', '平方米', '平米', '平方', '平'];
const units = new Map<string, Unit>([
  ...squareMetre.map((name): [string, Unit] => [name, area(100)]),
  ...squareMetre.map((name): [string, Unit] => [`万${name}`, area(1_000_000)]),
  ['亩', area(1_000_000, 15)],
  ['公顷', area(1_000_000)],
  ['ha', area(1_000_000)],
  ...['栋', '幢', '座', '幢楼', '栋楼'].map((name): [string, Unit] => [name, count('building')]),
  ...['单元', '个单元'].map((name): [string, Unit] => [name, count('unit')]),
  ...['层', '层楼'].map((name): [string, Unit] => [name, count('floor')]),
  ...['户', '家', '套', '户居民'].map((name): [string, Unit] => [name, count('household')]),
  ...['人', '名', '口'].map((name): [string, Unit] => [name, count('person')]),
  ...[
    '元/m2/月',
    '元/平方米/月',
    '元/平米/月',
    '元/m2月',
    '元/平方米月',
    '元/平米月',
    '元/月/m2',
    '元/月/平方米',
  ].map((name): [string, Unit] => [name, fee('area')]),
  ...['元/m2', '元/平方米', '元/平米'].map((name): [string, Unit] => [name, fee('area')]),
  ...['元/户/月', '元/户月', '元/月/户', '元/户'].map((name): [string, Unit] => [name, fee('household')]),
  ['元', { kind: 'money' }],
  ['万元', { kind: 'money' }],
  ['个', { kind: 'count' }],
]);

/** The unit this text names (already plain); undefined when it names none. */
export function unitNamed(text: string): Unit | undefined {
  return units.get(text.replace(/[.·・。*×]/g, text.startsWith('元') ? '/' : '')) ?? units.get(text);
}

/** Units long enough to be recognised at the end of a label without brackets (占地面积㎡). */
export const trailingUnits = ['万平方米', '万m2', '平方米', 'm2', '公顷', '万元', '亩'];

/** That many of an area unit in hundredths of a square metre; undefined when the unit is no area. */
export function areaIn(amount: number, unit: string): number | undefined {
  const ratio = unitNamed(unit)?.hundredths;
  return ratio && Math.round((amount * ratio[0]) / ratio[1]);
}
