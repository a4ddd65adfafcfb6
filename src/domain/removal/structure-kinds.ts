// What stands in the way, sorted before anything is done about it: only part of the clutter is a case of the planning
// law; fire lanes, advertising, occupied ground and property of the former unit go other ways (domain reference §3.1).
// Nothing is called more than 疑似 before an identification document exists.

/** What kind of thing is it? */
export type StructureKind =
  | 'building'
  | 'temp-expired'
  | 'ad-board'
  | 'fire-block'
  | 'common-occupy'
  | 'struct-damage'
  | 'wiring'
  | 'legacy-unit';

/** By which way is it dealt with? Only `planning` ends in a forced removal recorded here. */
export type RemovalTrack = 'planning' | 'advertising' | 'fire' | 'civil' | 'safety' | 'consent';

/** What is each track called? */
export const removalTrackNames: Record<RemovalTrack, string> = {
  planning: '规划查处',
  advertising: '户外广告管理',
  fire: '消防通道处置',
  civil: '劝导和业主请求排除妨害',
  safety: '房屋安全处置',
  consent: '与产权单位协商',
};

/** What is known of a kind: names, law, who deals with it, and whether an identification document is needed. */
export interface StructureKindFacts {
  /** What it is called while nobody has identified it. */
  suspected: string;
  /** What it is called once an identification document exists. */
  identified: string;
  examples: string;
  track: RemovalTrack;
  organ: string;
  basis: string;
  /** Must the planning department identify it before any statutory step against it? */
  needsIdentification: boolean;
  /** Does it cover ground, so that it has an area? */
  hasArea: boolean;
  /** Must it be cleared first who owns it? */
  ownershipFirst: boolean;
  /** Is its removal the demolition of a building (建设工程安全生产管理条例 §11)? */
  isBuilding: boolean;
}

const clutter = {
  needsIdentification: false,
  hasArea: true,
  ownershipFirst: false,
  isBuilding: false,
} as const;
const built = { ...clutter, needsIdentification: true, isBuilding: true } as const;
const planners = '自然资源和规划部门认定，城市管理执法部门查处';

/** Every kind. */
export const structureKinds: Record<StructureKind, StructureKindFacts> = {
  building: {
    ...built,
    suspected: '疑似私搭房屋、棚屋',
    identified: '经认定的私搭房屋、棚屋',
    examples: '棚屋、车库、阳光房、加层、扩建',
    track: 'planning',
    organ: planners,
    basis: '城乡规划法 §64',
  },
  'temp-expired': {
    ...built,
    suspected: '疑似超期临时建筑',
    identified: '经认定的超期临时建筑',
    examples: '批准期限已满的临时建筑',
    track: 'planning',
    organ: planners,
    basis: '城乡规划法 §66；河南省实施城乡规划法办法 §53、§54',
  },
  'ad-board': {
    ...clutter,
    suspected: '疑似私设广告牌',
    identified: '经认定的私设广告牌',
    examples: '广告牌、招牌',
    track: 'advertising',
    organ: '城市管理执法部门',
    basis: '户外广告和市容管理的地方规定（待核）',
  },
  'fire-block': {
    ...clutter,
    suspected: '疑似占用消防通道',
    identified: '经认定的占用消防通道',
    examples: '占用、堵塞消防车通道和疏散通道',
    track: 'fire',
    organ: '消防救援机构，或承接该项权力的街道办事处',
    basis: '消防法 §28、§60',
  },
  'common-occupy': {
    ...clutter,
    suspected: '疑似占用公共场地',
    identified: '经认定的占用公共场地',
    examples: '菜地、地锁、围栏、杂物',
    track: 'civil',
    organ: '社区、业主，城市管理执法部门配合',
    basis: '民法典 §286；物业管理条例 §50、§63',
  },
  'struct-damage': {
    ...clutter,
    suspected: '疑似拆改承重结构',
    identified: '经认定的拆改承重结构',
    examples: '拆改承重墙、开墙打洞',
    track: 'safety',
    organ: '房屋管理部门',
    basis: '建设工程质量管理条例 §15；房屋使用安全管理规定（待核）',
    hasArea: false,
  },
  wiring: {
    ...clutter,
    suspected: '飞线、私拉乱接',
    identified: '飞线、私拉乱接',
    examples: '飞线充电、私拉电线',
    track: 'civil',
    organ: '社区、供电企业',
    basis: '电力、消防的有关规定（待核）',
    hasArea: false,
  },
  'legacy-unit': {
    ...clutter,
    suspected: '原单位遗留房屋、设施',
    identified: '原单位遗留房屋、设施',
    examples: '原单位的废弃宿舍、花棚、仓库',
    track: 'consent',
    organ: '产权单位',
    basis: '先核查权属，可能是单位的合法财产',
    ownershipFirst: true,
    isBuilding: true,
  },
};

/** Which kinds are there, in the order of the form? */
export const structureKindCodes = Object.keys(structureKinds) as StructureKind[];

/** What is it called today? 疑似 goes only with an identification document. */
export const structureName = (kind: StructureKind, isIdentified: boolean): string =>
  isIdentified ? structureKinds[kind].identified : structureKinds[kind].suspected;

/** How is one structure called among the others? By its number: neither place nor door. */
export const structureNumber = (number: number): string => `第 ${number} 处`;

/** Several of them: '第 2 处、第 5 处'. */
export const structureNumbers = (structures: readonly { number: number }[]): string =>
  structures.map(({ number }) => structureNumber(number)).join('、');
