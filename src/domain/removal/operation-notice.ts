// What residents are told before a removal day: when, which part of the yard, what to move, whom to call. Nothing in it
// points at a household (D17 of domain reference §3.5; 个人信息保护法 §25).
import type { Blocker } from '../kernel/blocker';
import { dayInWords } from '../kernel/calendar-date';
import { byOffice } from './blocked';
import type { RemovalHours } from './removal-hours';
import { OperationState, operationStateNames } from './removal-operation';

/** What the notice is made from; `part` says which part of the yard, `phone` only where everybody may read it. */
export interface OperationNoticeFacts {
  compoundName: string;
  hours: RemovalHours;
  part: string;
  meetingPoint: string;
  phone: string | null;
}

/** The heading of the notice. */
export const operationNoticeTitle = ({ hours }: Pick<OperationNoticeFacts, 'hours'>): string =>
  `集中拆除告知（${dayInWords(hours.on)}）`;

/** Its words, to be looked over before it is posted. */
export function operationNoticeBody({
  compoundName,
  hours,
  part,
  meetingPoint,
  phone,
}: OperationNoticeFacts): string {
  const span = `${dayInWords(hours.on)} ${hours.from} 至 ${hours.to}`;
  return [
    `各位居民：${compoundName}将在 ${span} 集中拆除${part}的搭建物，为改造腾出场地。`,
    `请在 ${dayInWords(hours.on)} ${hours.from} 前把停在施工范围内的车辆挪走，把自家放在公共场地的物品搬走。`,
    '行动期间现场会拉警戒线，请绕行，看护好老人和孩子，不要进入警戒线；关好临近一侧的门窗。',
    `现场集合点：${meetingPoint}。有困难或有意见，请到集合点找街道工作人员，也可以到社区当面说。`,
    ...(phone ? [`联系电话：${phone}。`] : []),
  ].join('\n');
}

/** What speaks against telling residents of it at all? `hangs`: a notice of it is in the yard already. */
export const operationNoticeBlockers = (state: OperationState, hangs: boolean): Blocker[] => [
  ...(state === 'planned'
    ? []
    : [byOffice('operation-notice-late', `行动${operationStateNames[state]}，不用再张贴告知`)]),
  ...(hangs ? [byOffice('operation-notice-hangs', '已经张贴了告知。行动有变化的，先撤下原来的再张贴')] : []),
];
