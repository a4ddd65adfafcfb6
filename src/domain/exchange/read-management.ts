// Tells a property company from a way of managing: lists write both into one column (自管理, 无物业, 单位自管物业, a name).
// The six states are those of the register.
import { ManagementStatus } from '../compound/words';
import { figureText, read, Reading, saysNothing, unreadableAnyway, blank } from './reading';

/** How it is managed and by which company, as far as the list says. */
export interface Management {
  status: ManagementStatus | null;
  company: string | null;
}

const companyWords = ['公司', '有限', '集团', '企业', '服务中心', '管理处'];
const modes: [ManagementStatus, readonly string[]][] = [
  ['abandoned', ['弃管', '撤离', '撤出']],
  ['none', ['无物业', '没有物业', '无管理', '无人管理', '无主管', '无人管', '没有']],
  ['community', ['社区托管', '社区代管', '街道托管', '街道代管', '社区管理', '托管', '居委会管理']],
  ['unit', ['单位自管', '单位代管', '单位管理', '单位的物业', '单位物业', '产权单位', '原单位', '厂自管']],
  ['residents', ['自管', '自治', '业主', '自持', '居民管理', '众筹', '自行管理', '自己管理']],
];
const wholeModes: Record<string, ManagementStatus> = {
  无: 'none',
  否: 'none',
  单位: 'unit',
  社区: 'community',
};

/** How is it managed? A company's name is kept as the list writes it. */
export function readManagement(text: string): Reading<Management> {
  const comparable = figureText(text);
  if (saysNothing(comparable)) return blank;
  const broken = unreadableAnyway(text);
  if (broken) return broken;
  if (!companyWords.some((word) => comparable.includes(word))) {
    const whole = Object.hasOwn(wholeModes, comparable) ? wholeModes[comparable] : undefined;
    const status = whole ?? modes.find(([, words]) => words.some((word) => comparable.includes(word)))?.[0];
    if (status) return read({ status, company: null });
    if (!/[\u4e00-\u9fff].*[\u4e00-\u9fff]/.test(comparable)) {
      return read(
        { status: null, company: null },
        { doubt: `物业公司写的是「${text.slice(0, 40)}」，不像名称，没有记入` },
      );
    }
  }
  return read({ status: 'company', company: text.slice(0, 100) });
}
