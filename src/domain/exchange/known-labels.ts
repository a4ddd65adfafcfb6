// The labels under which real lists of compounds carry each field, already in comparable form (see label.ts).
// Collected from published lists of streets, housing offices and surveyors; one label belongs to one field only.
import { ImportField } from './import-fields';

const labels = (...lines: string[]): string[] => lines.flatMap((line) => line.split(' '));

/** Which labels mean which field? */
export const knownLabels: Record<ImportField, readonly string[]> = {
  sequence: labels('序号 编号 索引号 项次 序 no index objectid fid id'),
  code: labels('楼院编码 小区编码 项目编码 楼院编号 小区编号'),
  name: labels(
    '楼院名称 小区名称 小区名字 小区名 楼院名 楼院 小区 院落名称 楼盘名称 项目名称 案名',
    '住宅小区名称 老旧小区名称 无主管楼院名称 小区楼院名称 家属院名称 改造小区名称',
    '工程名称 name plotname xmmc gongchengmingcheng 小区楼院',
  ),
  alias: labels('别名 曾用名 俗称 又名 原名'),
  district: labels(
    '区 县区 区县 县市区 市州 县市 行政区 行政区划 所在区域 所属区 所在区 所属区县',
    'district xzqh',
  ),
  street: labels(
    '街道 街道办 街道办事处 办事处 镇办 乡镇街道 街镇 所属街镇 所属街道 所在街道 街道名称',
    '街道乡镇 street',
  ),
  community: labels('社区 居委 居委会 社区居委会 所属社区 所在社区 社区名称 村居 社区村 committee'),
  streetAndCommunity: labels('所在街道及社区 所属街道社区 街道社区 街道及社区 所在街道社区 街道社区名称'),
  areaLabel: labels('板块 片区 所属片区 所在片区 商圈'),
  address: labels(
    '地址 小区地址 楼院地址 详细地址 坐落 位置 坐落位置 地理位置 具体位置 地址链 检测地址',
    '门牌 门牌号 项目地址 address jsaddress xmdz',
  ),
  builtYear: labels(
    '建成年份 建成年代 建造年代 建造年份 建成时间 建筑年代 建筑年份 小区年代 竣工时间',
    '竣工日期 竣工年份 建成日期 栋建成年代 建筑完成日期 修建年代 始建年代 year',
  ),
  siteArea: labels('占地面积 用地面积 土地面积 小区占地面积 总占地面积 占地'),
  floorArea: labels('建筑面积 总建筑面积 改造面积 改造建筑面积 房屋建筑面积 总建面 建面 totalarea'),
  buildingCount: labels(
    '楼栋数 楼栋总数 总栋数 楼数 栋数 总幢数 幢数 楼幢数 楼栋数量 住宅楼栋数 涉及楼栋数',
    '楼房栋数 居民楼栋数',
  ),
  unitCount: labels('单元数 单元总数 总单元数 楼栋单元数 单元'),
  floorCount: labels('层数 楼层数 楼层 总层数 地上层数 建筑层数'),
  householdCount: labels(
    '户数 总户数 小区户数 居民户数 房屋总数 房屋数 涉及户数 住户数 居民总户数 房屋套数',
    '住宅套数 惠及户数 totalunits',
  ),
  residentCount: labels('常住人口 人口数 居民人数 人口 常住人口数 居住人口 总人口 居民数'),
  originUnit: labels('原产权单位 产权单位 原单位 所属单位 原主管单位 原属单位 权属单位'),
  management: labels(
    '物业公司 物业 物业管理 物业企业 物业服务企业 物业管理公司 物业单位 管理单位',
    '物业公司名称 建物管理机关 物业服务公司',
  ),
  managementStatus: labels(
    '物业状况 管理方式 物业管理方式 管理模式 物业管理模式 物业管理情况 管理现状 有无物业',
  ),
  propertyFee: labels('物业费 物业费用 物业收费 物业费标准 收费标准 物业服务费 物业收费标准'),
  lonLat: labels('经纬度 坐标 经纬度坐标 中心点坐标 baseareacenter lonlat lnglat'),
  longitude: labels('经度 longitude lon lng longitudegps 东经'),
  latitude: labels('纬度 latitude lat latitudegps 北纬'),
  buildingType: labels('建筑类型 楼型 房屋类型 建筑形式 结构类型 建筑结构 房屋结构 结构'),
  developer: labels('开发商 建造公司 建设单位 开发单位 开发企业'),
  contact: labels('联系人 联系电话 电话 负责人 楼栋长 楼院长 联系方式 手机号 手机'),
  investment: labels(
    '总投资 计划投资额 投资估算 估算投资总额 累计完成投资额 计划投资完成率 计划总投资',
    '投资额 总投资额',
  ),
  status: labels(
    '执行状况 实施进度 目前执行情形 执行情形 进展 进展情况 改造进度 改造状态 状态',
    '是否改造 完成情况',
  ),
  plannedStart: labels('计划开工 预定开工 计划开工日期 预定开工日期 计划开工时间 拟开工时间 预计开工时间'),
  actualStart: labels('开工日期 实际开工 实际开工日期 开工时间 实际开工时间'),
  plannedFinish: labels(
    '计划完工 预定完工 计划完工日期 预定完工日期 计划完工时间 计划竣工日期 计划竣工时间',
    '预计完工时间',
  ),
  actualFinish: labels('完工日期 实际完工 实际完工日期 完工时间 实际完工时间 实际竣工日期'),
  awardDate: labels('中标日期 工程决标日期 预定工程决标日期 实际工程决标日期 招标日期'),
  remark: labels('备注 备注说明 说明 其他 附注 beizhu remark'),
};

const fieldOf = new Map<string, ImportField>();
for (const [field, labels] of Object.entries(knownLabels)) {
  for (const label of labels) fieldOf.set(label, field as ImportField);
}

/** The field a comparable label is known to mean. */
export const fieldKnownAs = (key: string): ImportField | undefined => fieldOf.get(key);
