// G1: what must be there before the survey is left. Sources: domain reference §1.2, §1.3 G1, §2.2.
import { bothWarning, Gate, houseGate, never } from './gate';

export const surveyGates: readonly Gate[] = [
  {
    ...houseGate,
    code: 'survey-complete',
    leaving: ['survey'],
    text: '摸底调查内容齐全：必填项、住户门牌、入户记录、隐患、照片',
    suppliedBy: '社区工作人员',
    fact: 'survey.complete',
    milestone: never,
  },
  {
    ...houseGate,
    code: 'survey-signed',
    leaving: ['survey'],
    text: '摸底调查由社区、街道两级签字',
    suppliedBy: '社区工作人员、街道项目负责人',
    fact: 'survey.signed',
    milestone: never,
  },
  {
    ...houseGate,
    code: 'survey-counts-agree',
    leaving: ['survey'],
    text: '户数、人口与登记数据相差不超过 {survey.count-deviation}',
    levels: bothWarning,
    suppliedBy: '社区工作人员',
    fact: 'survey.counts-agree',
    milestone: never,
  },
  {
    ...houseGate,
    code: 'severe-hazards-controlled',
    leaving: ['survey'],
    text: '四级隐患都在期限内得到控制',
    levels: bothWarning,
    suppliedBy: '社区工作人员',
    fact: 'survey.severe-hazards-controlled',
    milestone: never,
  },
];
