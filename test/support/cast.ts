import type { Role } from '../../src/domain/people/roles';

/** The password of everybody in the tests. */
export const testPassword = 'Tian-gao-yun-dan-77';

/** 刘寨街道 of 惠济区 and its 粮运社区, 淮河路街道 of 二七区: codes of data/reference. */
export const places = {
  district: '410108000000',
  street: '410108002000',
  community: '410108002003',
  otherCommunity: '410108002001',
  foreignDistrict: '410103000000',
  foreignStreet: '410103001000',
  foreignCommunity: '410103001001',
  builder: 'FIRM-BUILDER',
  watcher: 'FIRM-WATCHER',
  foreignBuilder: 'FIRM-FOREIGN',
};

export interface CastMember {
  login: string;
  name: string;
  role: Role;
  organisationCode: string;
}

/** Who signs in in the tests: each role in 刘寨街道, and the same roles of a foreign street. */
export const cast: CastMember[] = [
  { login: 'officer', name: '惠济区改造办', role: 'district-officer', organisationCode: places.district },
  { login: 'manager', name: '刘寨街道项目负责人', role: 'street-manager', organisationCode: places.street },
  { login: 'manager2', name: '刘寨街道副负责人', role: 'street-manager', organisationCode: places.street },
  { login: 'worker', name: '粮运社区工作人员', role: 'community-worker', organisationCode: places.community },
  {
    login: 'neighbour',
    name: '裕华社区工作人员',
    role: 'community-worker',
    organisationCode: places.otherCommunity,
  },
  { login: 'watcher', name: '监理工程师', role: 'supervisor', organisationCode: places.watcher },
  { login: 'builder', name: '现场负责人', role: 'contractor', organisationCode: places.builder },
  { login: 'auditor', name: '惠济区审计', role: 'auditor', organisationCode: places.district },
  { login: 'admin', name: '系统管理员', role: 'system-admin', organisationCode: places.district },
  {
    login: 'foreign-officer',
    name: '二七区改造办',
    role: 'district-officer',
    organisationCode: places.foreignDistrict,
  },
  {
    login: 'foreign-manager',
    name: '淮河路街道项目负责人',
    role: 'street-manager',
    organisationCode: places.foreignStreet,
  },
  {
    login: 'foreign-worker',
    name: '淮河社区工作人员',
    role: 'community-worker',
    organisationCode: places.foreignCommunity,
  },
  {
    login: 'foreign-builder',
    name: '外单位负责人',
    role: 'contractor',
    organisationCode: places.foreignBuilder,
  },
];

export const firms = [
  { code: places.builder, name: '示例建设有限公司', shortName: '示例建设', kind: 'firm' as const },
  { code: places.watcher, name: '示例监理有限公司', shortName: '示例监理', kind: 'firm' as const },
  { code: places.foreignBuilder, name: '外地建设有限公司', shortName: '外地建设', kind: 'firm' as const },
];
