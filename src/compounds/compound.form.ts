import {
  builtYearBasisNames,
  managementStatusNames,
  noOwnerReasonNames,
  originUnitStatusNames,
  tenureNames,
} from '../domain/compound/words';
import { exclusionNames } from '../domain/compound/compound-facts';
import { earliestBuiltYear } from '../domain/compound/register';
import { Choice, OnceKey, SquareMetres, Text, Tick, Version, WholeNumber } from '../platform/web/fields';
import { Choices } from '../platform/web/list-fields';
import { keysOf } from '../platform/web/options';

const count = (label: string, max: number, min = 1) => WholeNumber({ label, min, max, optional: true });

/** What can be written about a compound, as posted; the law of the register judges the figures. */
export class CompoundForm {
  @Text({ label: '楼院名称', max: 60 }) name: string;
  @Text({ label: '别名', max: 60, optional: true }) alias?: string;
  @Text({ label: '坐落地址', max: 120, optional: true }) address?: string;
  @Text({ label: '街道和社区', max: 24 }) place: string;
  @Text({ label: '网格', max: 40, optional: true }) grid?: string;
  @WholeNumber({ label: '建成年份', min: earliestBuiltYear, max: 2100, optional: true }) builtYear?: number;
  @Choice({ label: '年份依据', of: keysOf(builtYearBasisNames), optional: true }) builtYearBasis?: string;
  @Text({ label: '年份说明', max: 60, optional: true }) builtYearNote?: string;
  @SquareMetres({ label: '占地面积', optional: true }) siteArea?: number;
  @SquareMetres({ label: '建筑面积', optional: true }) floorArea?: number;
  @count('楼栋数', 500) buildingCount?: number;
  @count('单元数', 2000) unitCount?: number;
  @count('最低层数', 60) floorsMin?: number;
  @count('最高层数', 60) floorsMax?: number;
  @count('户数', 20_000) householdCount?: number;
  @count('常住人口', 100_000, 0) residentCount?: number;
  @count('60 岁以上人数', 100_000, 0) elderlyCount?: number;
  @count('空置户数', 20_000, 0) vacantCount?: number;
  @count('出租户数', 20_000, 0) rentedCount?: number;
  @Choices({ label: '产权性质', of: keysOf(tenureNames) }) tenure: string[];
  @Text({ label: '原产权单位', max: 60, optional: true }) originUnit?: string;
  @Choice({ label: '原单位现状', of: keysOf(originUnitStatusNames), optional: true })
  originUnitStatus?: string;
  @Choice({ label: '无主管原因', of: keysOf(noOwnerReasonNames), optional: true }) noOwnerReason?: string;
  @Choice({ label: '管理现状', of: keysOf(managementStatusNames), optional: true }) managementStatus?: string;
  @Text({ label: '物业公司', max: 60, optional: true }) managementCompany?: string;
  @Text({ label: '现收费标准', max: 60, optional: true }) feeLevel?: string;
  @Tick() hasPartyOrganisation: boolean;
  @Tick() hasSelfGovernance: boolean;
  @Tick() hasVolunteers: boolean;
  @Text({ label: '包联单位', max: 60, optional: true }) sponsorUnit?: string;
  @Text({ label: '包联人岗位', max: 60, optional: true }) sponsorRole?: string;
  @Text({ label: '四至和毗邻', max: 200, optional: true }) neighbourNote?: string;
  @Tick() outsideDistrictPlan: boolean;
  @Tick() isEnclave: boolean;
  @Choices({ label: '不能列入计划的情形', of: keysOf(exclusionNames) }) exclusions: string[];
  @Text({ label: '备注', max: 2000, multiline: true, optional: true }) remarks?: string;
}

/** A compound that is registered. */
export class NewCompoundForm extends CompoundForm {
  @Text({ label: '公开代码', max: 24, optional: true }) code?: string;
  @OnceKey() onceKey: string;
}

/** An entry that is corrected. */
export class EditCompoundForm extends CompoundForm {
  @Version() version: number;
}
