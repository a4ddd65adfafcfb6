import { areaInWords } from '../domain/kernel/area';
import { dayInWords } from '../domain/kernel/calendar-date';
import { belongingsNames } from '../domain/removal/removal-result';
import { weatherInWords, firmInWords } from '../domain/removal/removal-rules';
import { removalWayNames } from '../domain/removal/removal-ways';
import { structureLifecycle } from '../domain/removal/structure-lifecycle';
import { structureStateNames } from '../domain/removal/structure-states';
import type { FactLine } from '../platform/web/figures';
import { instantInWords } from '../platform/web/instant-in-words';
import type { StructureEvent, StructureRecord } from '../structures/structure.entities';
import type { RemovalCheck } from './removal.entities';

/** One step that was taken. */
export interface HistoryLine {
  on: string;
  what: string;
  /** 待处理 → 已同意拆除. */
  states: string;
  /** Way and measured area, where the step has them. */
  about: string;
  reason: string;
  by: string;
}

/** Every step taken, the latest first. */
export const toHistory = (
  events: readonly StructureEvent[],
  names: ReadonlyMap<number, string>,
): HistoryLine[] =>
  [...events].reverse().map((event) => ({
    on: dayInWords(event.happenedOn),
    what: structureLifecycle[event.step].label,
    states: `${structureStateNames[event.fromState]} → ${structureStateNames[event.toState]}`,
    about: [
      ...(event.way ? [removalWayNames[event.way]] : []),
      ...(event.area === null ? [] : [`实测 ${areaInWords(event.area)}`]),
    ].join('，'),
    reason: event.reason ?? '',
    by: `${names.get(event.recordedBy) ?? '—'}，${instantInWords(event.recordedAt)}登记`,
  }));

/** What was signed and what came of it, line by line; empty before anything was. */
export function resultFacts(
  structure: StructureRecord,
  check: RemovalCheck | undefined,
  names: ReadonlyMap<number, string>,
): FactLine[] {
  const { consentSignedOn, removeByOn, careSignedOn, careSignedBy, careNote } = structure;
  const facts: FactLine[] = [];
  if (consentSignedOn) {
    const note = structure.identityChecked ? '已核对签字人身份' : undefined;
    facts.push({ term: '签字日期', value: dayInWords(consentSignedOn), note });
  }
  if (removeByOn) facts.push({ term: '约定拆除', value: dayInWords(removeByOn) });
  if (careSignedOn) {
    const value = `${dayInWords(careSignedOn)}，${names.get(careSignedBy ?? 0) ?? '—'}`;
    facts.push({ term: '照顾签字', value, note: careNote ?? undefined });
  }
  return structure.removedOn ? [...facts, ...removedFacts(structure, check, names)] : facts;
}

function removedFacts(
  structure: StructureRecord,
  check: RemovalCheck | undefined,
  names: ReadonlyMap<number, string>,
): FactLine[] {
  const { removedOn, removedFrom, removedTo, removedArea, belongings, wasteCleared, removedBy } = structure;
  const hours = removedFrom && removedTo ? ` ${removedFrom}–${removedTo}` : '';
  return [
    { term: '拆除时间', value: `${dayInWords(removedOn!)}${hours}` },
    { term: '实测面积', value: removedArea === null ? '不计面积' : areaInWords(removedArea) },
    { term: '物品', value: belongings ? belongingsNames[belongings] : '—' },
    { term: '建筑垃圾', value: wasteCleared ? '已清运' : '还没有清运' },
    ...(check ? checkFacts(check) : []),
    { term: '拆除登记人', value: names.get(removedBy ?? 0) ?? '—' },
  ];
}

function checkFacts(check: RemovalCheck): FactLine[] {
  const { windGrade, hasPollutionAlert, weatherCheckedOn, firmName, emergencyReason } = check;
  const facts: FactLine[] = [];
  if (windGrade !== null && weatherCheckedOn) {
    const value = weatherInWords({ windGrade, hasPollutionAlert: hasPollutionAlert === true });
    facts.push({ term: '天气', value, note: `${dayInWords(weatherCheckedOn)}核对` });
  }
  if (firmName) {
    const note = firmInWords({ isLicensed: check.firmIsLicensed, filedOn: check.firmFiledOn });
    facts.push({ term: '发包拆除的单位', value: firmName, note });
  }
  if (emergencyReason) facts.push({ term: '情况紧急的原因', value: emergencyReason });
  return facts;
}
