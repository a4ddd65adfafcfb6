import { CalendarDate, dayInWords } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import { roleNames } from '../domain/people/roles';
import { gateOf } from '../domain/renovation/gates';
import { answerableNames } from '../domain/renovation/schedule';
import { shiftSinceFirst } from '../domain/renovation/stage-line';
import { moveNames } from '../domain/renovation/moves';
import { StageCode, stageNames } from '../domain/renovation/stages';
import { fileLink } from '../files/file-link';
import { StatusMark } from '../platform/web/figures';
import { instantInWords } from '../platform/web/instant-in-words';
import { Milestone, PassedGate } from './evidence.entities';
import { milestoneStatus } from './milestone.presenter';
import { StageRecord } from './stage-history.service';
import { StageMove } from './stage-move.entity';
import { gateText } from './stage-words';
import { stagesPaths } from './stages.paths';
import { toBaseline } from './standing';

/** One frozen plan in the list of plans. */
export interface BaselineLine {
  name: string;
  on: string;
  by: string;
  reason: string;
  /** Against the first plan. */
  shift: string;
  finish: string;
}

/** The frozen plans, the newest first. */
export const toBaselines = ({ baselines, names }: StageRecord): BaselineLine[] =>
  baselines
    .map((baseline) => ({
      name: `第 ${baseline.number} 版`,
      on: dayInWords(baseline.setOn),
      by: names.get(baseline.setBy) ?? '',
      reason: baseline.reason ?? '首次制定',
      shift: baseline.number === 1 ? '—' : shiftInWords([baselines[0], baseline].map(toBaseline)),
      finish: lastDayOf(baseline.plan.map(({ plannedEndOn }) => plannedEndOn)),
    }))
    .reverse();

function shiftInWords(baselines: Parameters<typeof shiftSinceFirst>[0]): string {
  const moved = shiftSinceFirst(baselines).filter(({ days }) => days !== 0);
  const said = moved.map(
    ({ stage, days }) => `${stageNames[stage]}${days > 0 ? `晚 ${days} 天` : `早 ${-days} 天`}`,
  );
  return said.join('，') || '完成日期不变';
}

function lastDayOf(days: readonly (CalendarDate | null)[]): string {
  const last = days
    .filter((day) => day !== null)
    .sort()
    .at(-1);
  return last ? dayInWords(last) : '—';
}

/** What one document proves, in the list of evidence. */
export interface EvidenceLine {
  items: { text: string; link: string; status: StatusMark }[];
  stage: string;
  on: string;
  note: string;
  document: { name: string; link: string } | null;
  by: string;
}

/** All evidence ever recorded, one line for each document, the newest first; what no longer counts says so. */
export function toEvidence(
  { milestones, documents, names }: StageRecord,
  today: CalendarDate,
): EvidenceLine[] {
  const byDocument = new Map<number, Milestone[]>();
  for (const milestone of milestones) {
    byDocument.set(milestone.documentId, [...(byDocument.get(milestone.documentId) ?? []), milestone]);
  }
  return [...byDocument].map(([documentId, together]) => {
    const [{ gate, happenedOn, note, recordedBy }] = together;
    const document = documents.get(documentId);
    return {
      items: together.map((milestone) => ({
        text: gateText(milestone.gate, happenedOn),
        link: stagesPaths.milestone(milestone.id),
        status: milestoneStatus(milestone),
      })),
      stage: stageOf(gate),
      on: nearDay(happenedOn, today),
      note: note || '—',
      document: document ? { name: document.originalName, link: fileLink(document) } : null,
      by: names.get(recordedBy) ?? '',
    };
  });
}

function stageOf(gate: string): string {
  const passage = gateOf(gate)?.leaving[0];
  if (!passage) return '—';
  return stageNames[passage === 'removal-finish' ? 'removal' : passage];
}

/** One gate that was let pass. */
export interface PassedGateLine {
  text: string;
  reason: string;
  by: string;
  on: string;
}

/** The gates let pass, the newest first. */
export const toPassedGates = (passed: readonly PassedGate[], today: CalendarDate): PassedGateLine[] =>
  [...passed].reverse().map(({ gate, reason, passedByRole, passedOn }) => ({
    text: gateText(gate, passedOn),
    reason,
    by: roleNames[passedByRole],
    on: nearDay(passedOn, today),
  }));

/** One line of the record. */
export interface LogLine {
  what: string;
  when: string;
  by: string;
  reason?: string;
}

/** Moves, expected days and plans in one list, the newest first. */
export function toStageLog({ moves, forecasts, baselines, names }: StageRecord): LogLine[] {
  const line = (at: string, by: number, what: string, reason: string | null) => ({
    at,
    shown: { what, when: instantInWords(at), by: names.get(by) ?? '', ...(reason && { reason }) },
  });
  return [
    ...moves.map((move) => line(move.movedAt, move.movedBy, moveInWords(move), move.reason)),
    ...forecasts.map(({ stage, forecastEndOn, slipDays, answerable, reason, saidAt, saidBy }) => {
      const slip = slipDays
        ? `，晚 ${slipDays} 天${answerable ? `（${answerableNames[answerable]}）` : ''}`
        : '';
      return line(
        saidAt,
        saidBy,
        `「${stageNames[stage]}」预计 ${dayInWords(forecastEndOn)} 完成${slip}`,
        reason,
      );
    }),
    ...baselines.map(({ number, reason, setAt, setBy }) =>
      line(setAt, setBy, `确定第 ${number} 版计划`, reason),
    ),
  ]
    .sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0))
    .map(({ shown }) => shown);
}

/** '摸底调查 → 居民议事', '暂停（施工改造）': what a move was. */
function moveInWords({
  move,
  fromStage,
  toStage,
}: Pick<StageMove, 'move' | 'fromStage' | 'toStage'>): string {
  const name = (stage: StageCode) => stageNames[stage];
  if (move === 'advance') return `${name(fromStage)} → ${name(toStage)}`;
  if (move === 'send-back') return `退回：${name(fromStage)} → ${name(toStage)}`;
  return `${moveNames[move]}（${name(fromStage)}）`;
}
