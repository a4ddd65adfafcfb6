// Who works with the system; titles as the street offices of Zhengzhou use them (domain reference §1.4).

/** What a person is here to do; decides which actions are open to them. */
export type Role =
  | 'district-officer'
  | 'street-manager'
  | 'community-worker'
  | 'supervisor'
  | 'contractor'
  | 'auditor'
  | 'system-admin';

/** The official Chinese title of each role. */
export const roleNames: Record<Role, string> = {
  'district-officer': '区改造办',
  'street-manager': '街道项目负责人',
  'community-worker': '社区工作人员',
  supervisor: '监理',
  contractor: '施工方',
  auditor: '审计',
  'system-admin': '系统管理员',
};

export const roles = Object.keys(roleNames) as Role[];

/** Which kind of organisation a role belongs to; an account of another kind is refused. */
export const organisationKindOf: Record<Role, OrganisationKind> = {
  'district-officer': 'district',
  'street-manager': 'street',
  'community-worker': 'community',
  supervisor: 'firm',
  contractor: 'firm',
  auditor: 'district',
  'system-admin': 'district',
};

/** Does this role belong to a firm? Firms read of residents nothing but what concerns their works. */
export const isFirm = (role: Role): boolean => organisationKindOf[role] === 'firm';

/** A node of the organisation tree: district → street → community; firms stand beside it. */
export type OrganisationKind = 'district' | 'street' | 'community' | 'firm';

export const organisationKindNames: Record<OrganisationKind, string> = {
  district: '区',
  street: '街道',
  community: '社区',
  firm: '企业',
};
