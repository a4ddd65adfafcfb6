// The catalogue of renovation items, three classes after 国办发〔2020〕23号 二(二); the class structure is verified, the
// wording of the items is common usage of the trade and not quoted from the document (domain reference §2.4).

/** Which class: meeting basic needs and safety, convenience, or public services? */
export type ItemClass = 'basic' | 'improve' | 'upgrade';

const names = {
  B01: '供水',
  B02: '排水（雨污分流）',
  B03: '供电',
  B04: '弱电',
  B05: '道路',
  B06: '供气',
  B07: '供热',
  B08: '消防',
  B09: '安防',
  B10: '生活垃圾分类',
  B11: '移动通信',
  B12: '光纤入户',
  B13: '架空线规整（入地）',
  B14: '屋面维修',
  B15: '外墙维修',
  B16: '楼梯等公共部位维修',
  // The catalogue says 拆除违法建设; nothing is called 违法 before it was identified as such (domain reference §3.1).
  I01: '拆除清障',
  I02: '绿化',
  I03: '照明',
  I04: '适老设施',
  I05: '无障碍',
  I06: '停车库（场）',
  I07: '电动自行车充电',
  I08: '汽车充电',
  I09: '智能快件箱、信包箱',
  I10: '文化休闲',
  I11: '体育健身',
  I12: '物业用房',
  I13: '建筑节能改造',
  I14: '加装电梯',
  U01: '社区综合服务',
  U02: '卫生服务站',
  U03: '幼儿园等教育',
  U04: '周界防护等智能感知',
  U05: '养老',
  U06: '托育',
  U07: '助餐',
  U08: '家政保洁',
  U09: '便民市场、便利店',
  U10: '邮政快递末端',
} as const;

/** The code of one item: B basic, I improve, U upgrade. */
export type ItemCode = keyof typeof names;

/** What is each item called? */
export const itemNames: Record<ItemCode, string> = names;

/** All items in the order of the catalogue. */
export const itemCodes = Object.keys(names) as ItemCode[];

const classOf: Record<string, ItemClass> = { B: 'basic', I: 'improve', U: 'upgrade' };

/** To which class does an item belong? */
export const itemClassOf = (code: ItemCode): ItemClass => classOf[code[0]];
