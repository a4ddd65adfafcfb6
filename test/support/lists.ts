import { fileOf } from './papers';

/** The columns of a list of compounds, as a street keeps it. */
export const listColumns = '序号 社区 楼院名称 地址 建成年份 楼栋数 户数 建筑面积（㎡） 管理方式'.split(' ');

/** Such a list as it is uploaded. */
export const listFile = (bytes: Buffer, name = '清单.xlsx'): File => fileOf(bytes, name);
