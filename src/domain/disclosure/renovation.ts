// What of a renovation everybody may see: what is done, by which plan, where it stands, why it is late, which rule was
// let pass and why (政府信息公开条例 §20; visibility matrix of the domain reference §9.1: project, schedule, notices).
import type { CalendarDate } from '../kernel/calendar-date';
import { Answerable, answerableNames, slipDays } from '../renovation/schedule';
import { StageDates, stageLine, StageLineEntry } from '../renovation/stage-line';
import { Position, StageCode, stageNames, Track, trackNames } from '../renovation/stages';

/** Why a stage is expected later than planned, and who answers for it. */
export interface KnownDelay {
  stage: StageCode;
  reason: string | null;
  answerable: Answerable | null;
}

/** A condition that is met, with the day and what the evidence says. */
export interface KnownEvidence {
  stage: StageCode;
  text: string;
  on: CalendarDate;
  note: string | null;
}

/** A condition the district officer let pass; `by` is a title. */
export interface KnownException {
  text: string;
  reason: string;
  by: string;
  on: CalendarDate;
}

/** A renovation with its schedule, as the rooms keep it. */
export interface KnownRenovation extends Position {
  /** 1 for the first renovation of the compound. */
  sequence: number;
  name: string;
  track: Track;
  summary: string | null;
  stateReason: string | null;
  openedOn: CalendarDate;
  closedOn: CalendarDate | null;
  dates: readonly StageDates[];
  delays: readonly KnownDelay[];
  evidence: readonly KnownEvidence[];
  exceptions: readonly KnownException[];
}

/** One stage of the public line; `delay` is there when it ends, or is expected to end, later than planned. */
export interface PublicStage extends StageLineEntry {
  name: string;
  delay: { days: number; reason: string | null; who: string | null } | null;
  evidence: { text: string; on: CalendarDate; note: string | null }[];
}

/** A renovation as everybody may see it. */
export interface PublicRenovation extends Position {
  /** 1 for the first renovation of the compound. */
  sequence: number;
  name: string;
  trackName: string;
  summary: string | null;
  stateReason: string | null;
  openedOn: CalendarDate;
  closedOn: CalendarDate | null;
  stages: PublicStage[];
  exceptions: KnownException[];
}

/** Takes out of a renovation what is public, and draws its line as it stands today. */
export function publicRenovation(known: KnownRenovation, today: CalendarDate): PublicRenovation {
  const { state, stage, removal, sequence, name, track, summary, openedOn, closedOn } = known;
  const halted = state === 'paused' || state === 'cancelled';
  return {
    state,
    stage,
    removal,
    sequence,
    name,
    trackName: trackNames[track],
    summary,
    stateReason: halted ? known.stateReason : null,
    openedOn,
    closedOn,
    stages: stageLine(known.dates, known, today).map((entry) => publicStage(entry, known)),
    exceptions: known.exceptions.map(({ text, reason, by, on }) => ({ text, reason, by, on })),
  };
}

function publicStage(entry: StageLineEntry, known: KnownRenovation): PublicStage {
  const { stage, standing, keeping, days } = entry;
  const { plannedStartOn, plannedEndOn, forecastEndOn, startedOn, endedOn } = entry;
  return {
    stage,
    name: stageNames[stage],
    standing,
    keeping,
    days,
    plannedStartOn,
    plannedEndOn,
    forecastEndOn,
    startedOn,
    endedOn,
    delay: delayOf(entry, known.delays),
    evidence: known.evidence
      .filter((one) => one.stage === stage)
      .map(({ text, on, note }) => ({ text, on, note })),
  };
}

function delayOf(entry: StageLineEntry, delays: readonly KnownDelay[]): PublicStage['delay'] {
  const { stage, standing, keeping, days, plannedEndOn, forecastEndOn } = entry;
  const late = standing === 'over' ? (keeping === 'done-late' ? days : 0) : openDelay();
  if (late === 0) return null;
  const told = delays.find((delay) => delay.stage === stage);
  return {
    days: late,
    reason: told?.reason?.trim() || null,
    who: told?.answerable ? answerableNames[told.answerable] : null,
  };

  function openDelay(): number {
    return Math.max(slipDays(plannedEndOn, forecastEndOn), keeping === 'overdue' ? days : 0);
  }
}
