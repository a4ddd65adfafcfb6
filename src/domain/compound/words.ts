// The words of the register: every choice of domain reference §2.1 with its Chinese name, as streets keep their books.

/** Why has nobody been answering for the compound? */
export type NoOwnerReason =
  'unit-bankrupt' | 'restructured' | 'unit-moved' | 'developer-gone' | 'company-left' | 'other';

export const noOwnerReasonNames: Record<NoOwnerReason, string> = {
  'unit-bankrupt': '单位破产',
  restructured: '改制收购',
  'unit-moved': '单位迁离',
  'developer-gone': '开发商灭失',
  'company-left': '物业弃管',
  other: '其他',
};

/** What became of the unit that once owned it? */
export type OriginUnitStatus = 'existing' | 'restructured' | 'bankrupt' | 'acquired' | 'moved' | 'unknown';

export const originUnitStatusNames: Record<OriginUnitStatus, string> = {
  existing: '存续',
  restructured: '改制',
  bankrupt: '破产',
  acquired: '被收购',
  moved: '迁离',
  unknown: '不清楚',
};

/** Who manages it today? The company, where there is one, is a field of its own. */
export type ManagementStatus = 'none' | 'residents' | 'community' | 'unit' | 'company' | 'abandoned';

export const managementStatusNames: Record<ManagementStatus, string> = {
  none: '无管理',
  residents: '居民自管',
  community: '社区托管',
  unit: '单位代管',
  company: '物业公司',
  abandoned: '弃管',
};

/** On which ground do people live there? A compound may mix several. */
export type Tenure =
  | 'commodity'
  | 'reformed'
  | 'public-direct'
  | 'public-unit'
  | 'pooled'
  | 'affordable'
  | 'resettlement'
  | 'military'
  | 'unregistered';

export const tenureNames: Record<Tenure, string> = {
  commodity: '商品房',
  reformed: '房改房',
  'public-direct': '直管公房',
  'public-unit': '自管公房',
  pooled: '集资房',
  affordable: '经适房',
  resettlement: '回迁房',
  military: '军产',
  unregistered: '未登记',
};

/** By which paper is the year of building known? */
export type BuiltYearBasis = 'acceptance-papers' | 'registration' | 'unit-certificate' | 'residents';

export const builtYearBasisNames: Record<BuiltYearBasis, string> = {
  'acceptance-papers': '竣工验收资料',
  registration: '不动产登记',
  'unit-certificate': '产权单位证明',
  residents: '居民陈述',
};

/** How is a building built? 砖混 and 预制板 matter for safety. */
export type Structure = 'brick' | 'frame' | 'precast' | 'other';

export const structureNames: Record<Structure, string> = {
  brick: '砖混',
  frame: '框架',
  precast: '预制板',
  other: '其他',
};

/** What is a door used for? */
export type DwellingUse = 'dwelling' | 'business' | 'garage' | 'storage';

export const dwellingUseNames: Record<DwellingUse, string> = {
  dwelling: '住宅',
  business: '住改商',
  garage: '车库',
  storage: '储藏',
};

/** What is said beside a door that is no dwelling; nothing beside one. */
export const useBesideDoor = (use: DwellingUse): string => (use === 'dwelling' ? '' : dwellingUseNames[use]);

/** Whom may residents ask? */
export type ContactKind = 'building-lead' | 'compound-lead' | 'community' | 'street' | 'contractor' | 'other';

export const contactKindNames: Record<ContactKind, string> = {
  'building-lead': '楼栋长',
  'compound-lead': '楼院长',
  community: '社区',
  street: '街道办',
  contractor: '施工方',
  other: '其他',
};
