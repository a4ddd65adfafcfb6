// The columns of a compound list that the system understands, and which of them the register keeps.
// Fields after domain reference §2.1; the recognised but unkept ones are there so that a column about dates or money
// of a plan is never taken for one of the register.

/** What one column of a list is about. */
export type ImportField =
  | 'sequence'
  | 'code'
  | 'name'
  | 'alias'
  | 'district'
  | 'street'
  | 'community'
  | 'streetAndCommunity'
  | 'areaLabel'
  | 'address'
  | 'builtYear'
  | 'siteArea'
  | 'floorArea'
  | 'buildingCount'
  | 'unitCount'
  | 'floorCount'
  | 'householdCount'
  | 'residentCount'
  | 'originUnit'
  | 'management'
  | 'managementStatus'
  | 'propertyFee'
  | 'lonLat'
  | 'longitude'
  | 'latitude'
  | 'buildingType'
  | 'developer'
  | 'contact'
  | 'investment'
  | 'status'
  | 'plannedStart'
  | 'actualStart'
  | 'plannedFinish'
  | 'actualFinish'
  | 'awardDate'
  | 'remark';

/** What a field is called on the mapping page, and what becomes of it: kept in the register, read to place a row, or left. */
export interface FieldMeaning {
  name: string;
  use: 'register' | 'placing' | 'left';
}

export const importFields: Record<ImportField, FieldMeaning> = {
  name: { name: '楼院名称', use: 'register' },
  code: { name: '楼院编码', use: 'placing' },
  alias: { name: '别名', use: 'register' },
  district: { name: '区', use: 'placing' },
  street: { name: '街道', use: 'placing' },
  community: { name: '社区', use: 'placing' },
  streetAndCommunity: { name: '街道和社区（一栏）', use: 'placing' },
  address: { name: '地址', use: 'register' },
  builtYear: { name: '建成年份', use: 'register' },
  siteArea: { name: '占地面积', use: 'register' },
  floorArea: { name: '建筑面积', use: 'register' },
  buildingCount: { name: '楼栋数', use: 'register' },
  unitCount: { name: '单元数', use: 'register' },
  floorCount: { name: '层数', use: 'register' },
  householdCount: { name: '户数', use: 'register' },
  residentCount: { name: '常住人口', use: 'register' },
  originUnit: { name: '原产权单位', use: 'register' },
  management: { name: '物业公司或管理方式', use: 'register' },
  managementStatus: { name: '管理方式', use: 'register' },
  propertyFee: { name: '物业费', use: 'register' },
  lonLat: { name: '经纬度', use: 'register' },
  longitude: { name: '经度', use: 'register' },
  latitude: { name: '纬度', use: 'register' },
  sequence: { name: '序号', use: 'left' },
  areaLabel: { name: '板块或片区', use: 'left' },
  buildingType: { name: '建筑类型', use: 'left' },
  developer: { name: '开发商', use: 'left' },
  contact: { name: '联系人或电话', use: 'left' },
  investment: { name: '投资', use: 'left' },
  status: { name: '进展', use: 'left' },
  plannedStart: { name: '计划开工', use: 'left' },
  actualStart: { name: '实际开工', use: 'left' },
  plannedFinish: { name: '计划完工', use: 'left' },
  actualFinish: { name: '实际完工', use: 'left' },
  awardDate: { name: '中标日期', use: 'left' },
  remark: { name: '备注', use: 'left' },
};

/** Is this text the key of a field? */
export const isImportField = (key: string): key is ImportField => Object.hasOwn(importFields, key);

/** The fields a person may choose for a column, in the order of the register. */
export const choosableFields = (Object.keys(importFields) as ImportField[]).filter(
  (field) => importFields[field].use !== 'left',
);
