// The statutory steps against a structure of the planning law, as data: which paper, what it must carry, what comes
// before, who may issue it, and the paragraph (domain reference §3.4). Each step keeps its own day; where the order of
// 催告, 责成, 强制执行决定 and 公告 is debated, only the minimum set and the remedy clock are checked.
import type { RuleCode } from '../rules/rules';
import type { Power } from './competence';

/** What a paper must carry. */
export type CarriedPart =
  | 'party'
  | 'facts'
  | 'basis'
  | 'content'
  | 'rights'
  | 'deadline'
  | 'routes'
  | 'periods'
  | 'way'
  | 'seal'
  | 'date';

export const carriedPartNames: Record<CarriedPart, string> = {
  party: '当事人和地址',
  facts: '事实和证据',
  basis: '理由和依据',
  content: '处理的内容',
  rights: '陈述、申辩和听证的权利',
  deadline: '履行方式和期限',
  routes: '申请复议、提起诉讼的途径',
  periods: '申请复议、提起诉讼的期限',
  way: '强制执行的方式和时间',
  seal: '机关名称和印章',
  date: '文书日期',
};

/** When is a step asked for at all? */
export type StepCondition =
  | 'always'
  | 'identification-needed'
  | 'under-construction'
  | 'owner-unknown'
  | 'hearing-asked'
  | 'after-hearing';

/** One step; `power` where only an organ that holds it may issue the paper. */
export interface StatutoryStep {
  name: string;
  document: string;
  carries: readonly CarriedPart[];
  after: readonly StatutoryStepCode[];
  condition: StepCondition;
  power: Power | null;
  /** Does it count only once it was served? */
  isServed: boolean;
  /** Does it set the person a day? */
  hasDeadline: boolean;
  /** Do two officers with certificates have to take part? */
  needsOfficers: boolean;
  /** The period the step stands in, counted from another step. */
  limit?: { rule: RuleCode; from: StatutoryStepCode };
  source: string;
}

/** The steps in the order of the file. */
export const statutoryStepCodes = [
  ...(['reported', 'filed', 'investigated', 'identified', 'stop-ordered', 'owner-noticed'] as const),
  ...(['pre-noticed', 'hearing-noticed', 'hearing', 'legal-reviewed', 'decided', 'urged'] as const),
  ...(['government-ordered', 'enforcement-decided', 'announced', 'executed', 'cleaned', 'closed'] as const),
] as const;

/** The name of a step. */
export type StatutoryStepCode = (typeof statutoryStepCodes)[number];

const step = (
  name: string,
  document: string,
  after: readonly StatutoryStepCode[],
  source: string,
  more: Partial<StatutoryStep> = {},
): StatutoryStep => ({
  ...{ name, document, after, source, carries: [], condition: 'always', power: null, isServed: false },
  ...{ hasDeadline: false, needsOfficers: false, ...more },
});

/** Every step. */
export const statutorySteps: Record<StatutoryStepCode, StatutoryStep> = {
  reported: step('发现举报', '举报登记表', [], '河南省实施城乡规划法办法 §68'),
  filed: step('立案', '立案审批表', ['reported'], '行政处罚法 §60'),
  investigated: step('调查取证', '勘验笔录、询问笔录', ['filed'], '行政处罚法 §42、§47、§55', {
    needsOfficers: true,
  }),
  identified: step('规划认定', '认定意见', ['filed'], '城乡规划法 §64', {
    power: 'identify',
    condition: 'identification-needed',
    carries: ['facts', 'basis', 'content', 'seal', 'date'],
  }),
  'stop-ordered': step('责令停止建设', '责令停止建设通知书', ['reported'], '城乡规划法 §64、§68', {
    power: 'stop',
    carries: ['party', 'basis', 'content', 'seal', 'date'],
    condition: 'under-construction',
    isServed: true,
  }),
  'owner-noticed': step('寻找所有人公告', '无主公告', ['filed'], '河南省实施城乡规划法办法 §75', {
    condition: 'owner-unknown',
  }),
  'pre-noticed': step('事先告知', '事先告知书', ['investigated', 'identified'], '行政处罚法 §44、§45、§62', {
    power: 'decide',
    carries: ['party', 'facts', 'basis', 'content', 'rights', 'seal', 'date'],
    isServed: true,
  }),
  'hearing-noticed': step('听证通知', '听证通知书', ['pre-noticed'], '行政处罚法 §64', {
    carries: ['party', 'seal', 'date'],
    condition: 'hearing-asked',
    isServed: true,
  }),
  hearing: step('听证', '听证笔录', ['hearing-noticed'], '行政处罚法 §63、§64', {
    condition: 'hearing-asked',
    limit: { rule: 'removal.hearing-notice-days', from: 'hearing-noticed' },
  }),
  'legal-reviewed': step('法制审核', '法制审核意见', ['pre-noticed'], '行政处罚法 §58', {
    condition: 'after-hearing',
  }),
  decided: step('限期拆除决定', '限期拆除决定书', ['pre-noticed'], '行政处罚法 §59、§60；城乡规划法 §64', {
    power: 'decide',
    carries: ['party', 'facts', 'basis', 'deadline', 'routes', 'periods', 'seal', 'date'],
    isServed: true,
    hasDeadline: true,
    limit: { rule: 'removal.decision-days', from: 'filed' },
  }),
  urged: step('催告', '催告书', ['decided'], '行政强制法 §35、§36', {
    power: 'enforce',
    carries: ['party', 'deadline', 'way', 'rights', 'seal', 'date'],
    isServed: true,
    hasDeadline: true,
  }),
  'government-ordered': step('责成', '区（县）政府责成文件', ['decided'], '城乡规划法 §68', {
    power: 'order',
    carries: ['basis', 'content', 'seal', 'date'],
  }),
  'enforcement-decided': step('强制执行决定', '强制执行决定书', ['decided'], '行政强制法 §37', {
    power: 'enforce',
    carries: ['party', 'basis', 'way', 'routes', 'periods', 'seal', 'date'],
    isServed: true,
  }),
  announced: step('公告', '限期自行拆除公告', ['decided'], '行政强制法 §44', {
    power: 'enforce',
    carries: ['deadline', 'seal', 'date'],
    hasDeadline: true,
  }),
  executed: step(
    '实施强制拆除',
    '执行笔录、物品清单、录像',
    ['decided', 'urged', 'government-ordered', 'enforcement-decided', 'announced'],
    '行政强制法 §43、§44',
    {
      power: 'enforce',
      needsOfficers: true,
      limit: { rule: 'removal.government-action-days', from: 'government-ordered' },
    },
  ),
  cleaned: step('清运', '建筑垃圾处置记录', ['executed'], '建设工程安全生产管理条例 §11'),
  closed: step('结案', '结案报告', ['cleaned'], '行政处罚法 §47'),
};

/** The paper of each step, for whoever only has its code. */
export const statutoryDocuments: Record<string, string> = Object.fromEntries(
  statutoryStepCodes.map((code) => [code, statutorySteps[code].document]),
);
