// What may be decided, and by whom? The matters that 民法典 §278 and §279 reserve to the owners; everything else is
// consultation (domain reference §4.1, §4.2). 物权法 §76 knew the same matters with other numbers until 2020.

/** A matter reserved to the owners. */
export type OwnersMatter =
  | 'procedure'
  | 'convention'
  | 'committee'
  | 'manager'
  | 'fund-use'
  | 'fund-raise'
  | 'rebuild'
  | 'change-of-use'
  | 'common-other'
  | 'dwelling-use';

interface MatterWords {
  name: string;
  /** As quoted beside a result. */
  source: string;
}

/** Each matter with the paragraph that reserves it. */
export const ownersMatters: Record<OwnersMatter, MatterWords> = {
  procedure: { name: '制定、修改业主大会议事规则', source: '民法典 §278 第一款第（一）项' },
  convention: { name: '制定、修改管理规约', source: '民法典 §278 第一款第（二）项' },
  committee: { name: '选举或更换业主委员会、自管会', source: '民法典 §278 第一款第（三）项' },
  manager: { name: '选聘、解聘物业或其他管理人', source: '民法典 §278 第一款第（四）项' },
  'fund-use': { name: '使用维修资金', source: '民法典 §278 第一款第（五）项' },
  'fund-raise': { name: '筹集维修资金', source: '民法典 §278 第一款第（六）项' },
  rebuild: { name: '改建、重建建筑物及其附属设施（如加装电梯）', source: '民法典 §278 第一款第（七）项' },
  'change-of-use': {
    name: '改变共有部分用途，或利用共有部分经营',
    source: '民法典 §278 第一款第（八）项',
  },
  'common-other': { name: '处分共有部分等其他重大事项', source: '民法典 §278 第一款第（九）项' },
  'dwelling-use': { name: '住宅改为经营性用房', source: '民法典 §279' },
};
