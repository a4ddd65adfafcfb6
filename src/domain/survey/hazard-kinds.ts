// The catalogue of what a survey looks for: group, kind, name, and the renovation item that usually mends it. The list
// follows the headings of domain reference §2.2 and the seed cases; the suggestions are settings of the house.
import type { ItemCode } from '../renovation/items';

/** The headings under which a survey is walked; `danger` are the hazards that may call for control within a day. */
export const hazardGroupNames = {
  water: '供水',
  drainage: '排水',
  power: '供电与线路',
  light: '照明',
  gas: '供气',
  heat: '供热',
  road: '道路',
  fire: '消防',
  security: '安防',
  parking: '停车与充电',
  building: '房屋',
  sanitation: '环卫',
  greenery: '绿化',
  access: '适老与无障碍',
  service: '公共服务',
  obstacle: '私搭与占用',
  danger: '安全隐患',
} as const;

/** One heading. */
export type HazardGroup = keyof typeof hazardGroupNames;

/** One kind of finding. `structural` kinds ask for a safety appraisal before anything is designed. */
export interface HazardKind {
  code: string;
  group: HazardGroup;
  name: string;
  item: ItemCode | null;
  structural: boolean;
}

type Row = [code: string, name: string, item: ItemCode | null];

const rows: Record<HazardGroup, Row[]> = {
  water: [
    ['water-pipes-old', '供水管材老化', 'B01'],
    ['water-shared-meter', '未实行一户一表', 'B01'],
    ['water-secondary', '二次供水设施破损', 'B01'],
  ],
  drainage: [
    ['drain-mixed', '雨污混接', 'B02'],
    ['drain-blocked', '管道堵塞', 'B02'],
    ['drain-overflow', '污水外溢', 'B02'],
    ['septic-tank', '化粪池满溢或破损', 'B02'],
  ],
  power: [
    ['power-capacity', '供电容量不足', 'B03'],
    ['power-old', '供电线路老化', 'B03'],
    ['flying-wires', '飞线、私拉乱接', 'B13'],
    ['cables-overhead', '弱电架空线杂乱', 'B13'],
    ['fibre-missing', '光纤未入户', 'B12'],
  ],
  light: [
    ['yard-lights', '院内照明不足', 'I03'],
    ['corridor-lights', '楼道照明不足', 'I03'],
  ],
  gas: [
    ['gas-missing', '未通燃气', 'B06'],
    ['gas-pipes-old', '燃气管道老化', 'B06'],
  ],
  heat: [
    ['heat-missing', '未通集中供热', 'B07'],
    ['heat-pipes-old', '供热管道老化', 'B07'],
  ],
  road: [
    ['road-broken', '道路破损', 'B05'],
    ['road-puddles', '院内积水', 'B05'],
  ],
  fire: [
    ['fire-lane-blocked', '消防通道堵塞', 'B08'],
    ['hydrant-missing', '消火栓缺失或损坏', 'B08'],
    ['extinguisher-missing', '灭火器缺失或过期', 'B08'],
    ['exit-blocked', '疏散通道堵塞', 'B08'],
  ],
  security: [
    ['entrance-open', '没有门禁', 'B09'],
    ['cameras-missing', '没有监控', 'B09'],
    ['wall-broken', '围墙破损', 'B09'],
    ['gate-broken', '大门破损', 'B09'],
  ],
  parking: [
    ['parking-disorder', '车辆乱停乱放', 'I06'],
    ['bike-shed-missing', '非机动车棚不足', 'I06'],
    ['ebike-charging-missing', '电动自行车没有充电设施', 'I07'],
    ['car-charging-missing', '没有汽车充电设施', 'I08'],
  ],
  building: [
    ['roof-leak', '屋面渗漏', 'B14'],
    ['facade-worn', '外墙脏旧破损', 'B15'],
    ['stairs-worn', '楼梯、扶手、楼道墙面破损', 'B16'],
    ['unit-door-broken', '单元门、楼道窗破损', 'B16'],
    ['corridor-clutter', '楼道堆物', 'B16'],
    ['insulation-missing', '外墙没有保温', 'I13'],
  ],
  sanitation: [
    ['waste-sorting-missing', '没有垃圾分类点', 'B10'],
    ['dirty-corner', '卫生死角、环境脏乱', 'B10'],
  ],
  greenery: [
    ['greenery-missing', '缺少绿化', 'I02'],
    ['tree-dangerous', '树木倾斜、枯死', 'I02'],
    ['vegetable-plot', '绿地被圈占种菜', 'I02'],
  ],
  access: [
    ['ramp-missing', '没有坡道', 'I05'],
    ['handrail-missing', '没有扶手', 'I05'],
    ['seats-missing', '没有座椅', 'I04'],
    ['lift-wanted', '有加装电梯需求', 'I14'],
  ],
  service: [
    ['activity-room-missing', '没有活动室', 'I10'],
    ['fitness-missing', '没有健身设施', 'I11'],
    ['parcel-lockers-missing', '没有快件箱', 'I09'],
    ['property-room-missing', '没有物业用房', 'I12'],
    ['care-missing', '没有养老服务设施', 'U05'],
  ],
  obstacle: [
    ['shed-suspected', '疑似私搭棚屋、车库', 'I01'],
    ['billboard-suspected', '疑似私设广告牌', 'I01'],
    ['ground-occupied', '占用公共场地', 'I01'],
  ],
  danger: [
    ['structure-danger', '疑似结构危险', null],
    ['gas-danger', '燃气泄漏风险', 'B06'],
    ['electric-danger', '电气火灾风险', 'B03'],
    ['fire-danger', '火灾风险', 'B08'],
    ['falling-objects', '高空坠物风险', 'B15'],
    ['flooding', '内涝风险', 'B02'],
  ],
};

const structural = ['structure-danger'];

/** Every kind, in the order of the walk. */
export const hazardKinds: readonly HazardKind[] = (Object.keys(rows) as HazardGroup[]).flatMap((group) =>
  rows[group].map(([code, name, item]) => ({
    code,
    group,
    name,
    item,
    structural: structural.includes(code),
  })),
);

/** The kind of this code; undefined when there is none. */
export const hazardKindOf = (code: string): HazardKind | undefined =>
  hazardKinds.find((kind) => kind.code === code);
