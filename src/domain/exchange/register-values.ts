// The facts of a compound that a list can bring into the register, in the register's units, and how each is said.
import { Area, areaInWords } from '../kernel/area';
import { ManagementStatus, managementStatusNames } from '../compound/words';

/** What the register keeps of a list: areas of 0.01 ㎡, the fee in words, a year only where a year was stated. */
export interface RegisterValues {
  alias?: string;
  address?: string;
  builtYear?: number;
  builtYearNote?: string;
  siteArea?: Area;
  floorArea?: Area;
  buildingCount?: number;
  unitCount?: number;
  floorsMin?: number;
  floorsMax?: number;
  householdCount?: number;
  residentCount?: number;
  originUnit?: string;
  managementStatus?: ManagementStatus;
  managementCompany?: string;
  feeLevel?: string;
  longitude?: string;
  latitude?: string;
}

/** One fact of the register that a list can bring. */
export type RegisterField = keyof RegisterValues;

interface FieldWords {
  name: string;
  most?: number;
  say: (value: string | number) => string;
}

const text = (name: string, most: number): FieldWords => ({ name, most, say: String });
const counted = (name: string, measure: string): FieldWords => ({
  name,
  say: (value) => `${value} ${measure}`,
});
const degrees = (name: string): FieldWords => ({ name, most: 24, say: (value) => Number(value).toFixed(4) });
const area = (name: string): FieldWords => ({ name, say: (value) => areaInWords(Number(value)) });

/** What each fact is called, how long a text may be, and how its value is said to people. */
export const registerFields: Record<RegisterField, FieldWords> = {
  alias: text('别名', 60),
  address: text('地址', 120),
  builtYear: { name: '建成年份', say: (value) => `${value} 年` },
  builtYearNote: text('建成年代（原文）', 60),
  siteArea: area('占地面积'),
  floorArea: area('建筑面积'),
  buildingCount: counted('楼栋数', '栋'),
  unitCount: counted('单元数', '个'),
  floorsMin: counted('最低层数', '层'),
  floorsMax: counted('最高层数', '层'),
  householdCount: counted('户数', '户'),
  residentCount: counted('常住人口', '人'),
  originUnit: text('原产权单位', 60),
  managementStatus: {
    name: '管理方式',
    say: (value) => managementStatusNames[value as ManagementStatus] ?? String(value),
  },
  managementCompany: text('物业公司', 60),
  feeLevel: text('物业费', 60),
  longitude: degrees('经度'),
  latitude: degrees('纬度'),
};

export const registerFieldKeys = Object.keys(registerFields) as RegisterField[];

/** The longest name a compound may have. */
export const longestName = 60;
