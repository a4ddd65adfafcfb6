import { stopCauseNames } from '../domain/construction/stop-order';
import { dayInWords } from '../domain/kernel/calendar-date';
import { roleNames } from '../domain/people/roles';
import { findingNumber } from './check-words';
import { reachOf } from './stop.presenter';
import type { StopAtPlace } from './stops.desk';

/** 「停工令」 or 「复工令」 (views/inspections/print-stop). */
export interface StopSheetPage {
  title: string;
  heading: string;
  about: string;
  to: string;
  paragraphs: string[];
  /** As it was typed. */
  reason: string;
  findings: { number: string; what: string; place: string; due: string }[];
  issuedBy: string;
  issuedOn: string;
}

interface StopSheetView extends StopAtPlace {
  /** Names of the firms it is for. */
  firms: readonly string[];
}

/** The sheet of an order; the order to go on where it was lifted. */
export function toStopSheet(view: StopSheetView, sheet: 'stop' | 'resume'): StopSheetPage {
  const { compound, stop, firms, findings } = view;
  const number = `第 ${stop.number} 号`;
  const reach = reachOf(view);
  const isResume = sheet === 'resume';
  return {
    title: `${isResume ? '复工令' : '停工令'} · ${compound.name}`,
    heading: isResume ? '复工令' : '停工令',
    about: [compound.name, number].join('　'),
    to: firms.join('、') || '施工单位',
    paragraphs: isResume
      ? [
          `停工令${number}（${dayInWords(stop.stoppedOn)}，${stopCauseNames[stop.cause]}）所列事项已经检查，同意自 ${dayInWords(stop.resumedOn!)}起恢复施工：${reach}。`,
        ]
      : [
          `因${stopCauseNames[stop.cause]}，自 ${dayInWords(stop.stoppedOn)}起停止施工：${reach}。`,
          '停工期间做好现场防护，保障居民通行和用水、用电。整改以后报检查，检查同意、收到复工令后再恢复施工。',
        ],
    reason: isResume ? (stop.endReason ?? '') : stop.reason,
    findings: isResume
      ? []
      : findings.map((one) => ({
          ...{ number: findingNumber(one), what: one.what, place: one.place },
          due: dayInWords(one.dueOn),
        })),
    issuedBy: roleNames[isResume ? stop.endedRole! : stop.orderedRole],
    issuedOn: dayInWords(isResume ? stop.resumedOn! : stop.stoppedOn),
  };
}
