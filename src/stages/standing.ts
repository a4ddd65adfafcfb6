import type { Compound } from '../compounds/compound.entity';
import type { Renovation } from '../compounds/renovation.entities';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import { roleNames } from '../domain/people/roles';
import type { Fact } from '../domain/renovation/facts';
import { withMilestoneFacts } from '../domain/renovation/facts';
import type { GateFacts } from '../domain/renovation/gate-checks';
import type { Passage } from '../domain/renovation/gates/gate';
import { milestoneFact } from '../domain/renovation/milestone';
import type { MoveFacts } from '../domain/renovation/moves';
import type { Answerable, Baseline } from '../domain/renovation/schedule';
import { StageLineEntry, stageLine } from '../domain/renovation/stage-line';
import { StageCode, stages } from '../domain/renovation/stages';
import type { Milestone, PassedGate } from './evidence.entities';
import type { PlanBaseline, StageSchedule } from './schedule.entities';
import { stagesPaths } from './stages.paths';

/** What the desk knows of one renovation: its rows, and what its gates are judged by. */
export interface Standing {
  compound: Compound;
  renovation: Renovation;
  schedules: StageSchedule[];
  /** Those in force. */
  milestones: Milestone[];
  passed: PassedGate[];
  gates: GateFacts;
}

/** One stage of the line, with the reason for its slip. */
export interface StageOnLine extends StageLineEntry {
  slipReason: string | null;
  slipAnswerable: Answerable | null;
}

/** The rows of a renovation whose desk was never used: nothing planned, the survey running since it was opened. */
export const firstSchedules = ({ id, openedOn }: Pick<Renovation, 'id' | 'openedOn'>) =>
  stages.map((stage) => ({
    renovationId: id,
    stage,
    plannedStartOn: null,
    plannedEndOn: null,
    forecastEndOn: null,
    slipReason: null,
    slipAnswerable: null,
    startedOn: stage === 'survey' ? openedOn : null,
    endedOn: null,
    version: 1,
  }));

/** What the gates are judged by: the rooms' facts, milestones where the rooms are silent, gates let pass, figures. */
export function gateFactsOf(
  { track, estimatedFen }: Renovation,
  floorArea: number | null,
  known: { said: readonly Fact[]; milestones: readonly Milestone[]; passed: readonly PassedGate[] },
): GateFacts {
  return {
    track,
    estimatedFen,
    floorArea,
    facts: withMilestoneFacts(known.said, known.milestones.flatMap(factsOfMilestone)),
    overrides: known.passed.map(({ gate, reason, passedByRole, passedOn }) => ({
      gate,
      reason,
      by: roleNames[passedByRole],
      on: passedOn,
    })),
  };
}

/** What a move is judged by. */
export const moveFactsOf = (
  { renovation: { state, stage, removal }, gates }: Pick<Standing, 'renovation' | 'gates'>,
  reason: string,
  day: CalendarDate,
): MoveFacts => ({ state, stage, removal, ...gates, reason, day });

/** The stages as they stand today, each with the reason for its slip. */
export function lineOf(
  schedules: readonly Omit<StageSchedule, 'id'>[],
  renovation: Renovation,
  today: CalendarDate,
): StageOnLine[] {
  const rows = schedules.length ? schedules : firstSchedules(renovation);
  return stageLine(rows, renovation, today).map((entry) => {
    const row = rows.find(({ stage }) => stage === entry.stage);
    return { ...entry, slipReason: row?.slipReason ?? null, slipAnswerable: row?.slipAnswerable ?? null };
  });
}

/** A frozen plan as the law sees it. */
export const toBaseline = ({ number, reason, setOn, plan }: PlanBaseline): Baseline => ({
  version: number,
  reason,
  setOn,
  plan,
});

/** What has to be there before this stage is over; the end of removal is part of removal. */
export const passagesOf = (stage: StageCode): Passage[] =>
  stage === 'removal' ? [stage, 'removal-finish'] : [stage];

function factsOfMilestone({ id, gate, outcome, happenedOn, note, recordedByRole }: Milestone): Fact[] {
  const by = roleNames[recordedByRole];
  const fact = milestoneFact({ gate, outcome, note, on: happenedOn, by, link: stagesPaths.milestone(id) });
  return fact ? [fact] : [];
}
