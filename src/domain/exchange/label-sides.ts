// Some labels differ by one character and mean the opposite: 计划/实际, 开工/完工, 建筑/占地, 栋/户. Each such pair is a
// question with sides; a label that stands on another side than a field can never be suggested for it.
import { ImportField } from './import-fields';

type Question = 'plan' | 'event' | 'area' | 'counted' | 'place' | 'coordinate';

/** On which side of which question does something stand? */
export type Sides = Partial<Record<Question, string>>;

const words: Record<Question, [side: string, words: readonly string[]][]> = {
  plan: [
    ['planned', ['计划', '预定', '预计', '拟', '应']],
    ['actual', ['实际', '已', '累计']],
  ],
  event: [
    ['award', ['中标', '决标', '招标']],
    ['start', ['开工', '动工', '始建']],
    ['finish', ['完工', '竣工', '建成', '完成']],
  ],
  area: [
    ['land', ['占地', '用地', '土地']],
    ['floor', ['建筑', '建面', '房屋']],
  ],
  counted: [
    ['unit', ['单元']],
    ['person', ['人口', '人数', '居民数']],
    ['floor', ['层']],
    ['household', ['户', '套', '房屋']],
    ['building', ['栋', '幢', '楼数']],
    ['compound', ['小区数', '项目数', '楼院数']],
  ],
  place: [
    ['street', ['街道', '街镇', '办事处']],
    ['community', ['社区', '居委']],
  ],
  coordinate: [
    ['longitude', ['经度', '东经']],
    ['latitude', ['纬度', '北纬']],
  ],
};

const fieldSides: Partial<Record<ImportField, Sides>> = {
  name: { counted: 'nothing' },
  address: { counted: 'nothing' },
  plannedStart: { plan: 'planned', event: 'start' },
  actualStart: { plan: 'actual', event: 'start' },
  plannedFinish: { plan: 'planned', event: 'finish' },
  actualFinish: { plan: 'actual', event: 'finish' },
  awardDate: { event: 'award' },
  builtYear: { plan: 'actual', event: 'finish' },
  siteArea: { area: 'land' },
  floorArea: { area: 'floor' },
  buildingCount: { plan: 'actual', counted: 'building' },
  unitCount: { plan: 'actual', counted: 'unit' },
  floorCount: { counted: 'floor' },
  householdCount: { plan: 'actual', counted: 'household' },
  residentCount: { counted: 'person' },
  street: { place: 'street' },
  community: { place: 'community' },
  longitude: { coordinate: 'longitude' },
  latitude: { coordinate: 'latitude' },
};

/** The sides a comparable label names. */
function sidesOf(key: string): Sides {
  const sides: Sides = {};
  for (const [question, options] of Object.entries(words) as [Question, (typeof words)[Question]][]) {
    const side = options.find(([, marks]) => marks.some((mark) => key.includes(mark)));
    if (side) sides[question] = side[0];
  }
  return sides;
}

/** Does this label stand against that field: for another side of a question the field has a side on? */
export function standsAgainst(key: string, field: ImportField): boolean {
  const own = fieldSides[field] ?? {};
  const said = sidesOf(key);
  return (Object.keys(own) as Question[]).some(
    (question) => said[question] && said[question] !== own[question],
  );
}

/** Does a group heading turn a label to another side of plan or event than the field (计划 over 开工日期)? */
export function groupTurnsAway(group: string, field: ImportField): boolean {
  const own = fieldSides[field];
  if (!own?.event) return false;
  const said = sidesOf(group);
  return (['plan', 'event'] as const).some(
    (question) => said[question] && own[question] && said[question] !== own[question],
  );
}
