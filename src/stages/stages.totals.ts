import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { Renovation } from '../compounds/renovation.entities';
import { CalendarDate, daysBetween, latestOf } from '../domain/kernel/calendar-date';
import { GateCheck, GateOverride, gateBlockers, gateChecks } from '../domain/renovation/gate-checks';
import { Move } from '../domain/renovation/moves';
import { openPassages } from '../domain/renovation/open-passages';
import { Baseline } from '../domain/renovation/schedule';
import { lateness } from '../domain/renovation/stage-line';
import { StageCode, stages } from '../domain/renovation/stages';
import { Clock } from '../platform/clock/clock';
import { StageSchedule } from './schedule.entities';
import { baselinesOf } from './schedules.service';
import { StageDesk } from './stage-desk.service';
import { StageMove } from './stage-move.entity';
import { StageOnLine, lineOf, passagesOf, toBaseline } from './standing';

/** What is asked of a renovation first: its line, when it shall and will be finished, by how many days it is off, its last move. */
interface StageSummary {
  renovationId: number;
  line: StageOnLine[];
  plannedFinishOn: CalendarDate | null;
  /** The last day any stage that is not over is expected or planned to end; the actual end once it is over. */
  expectedFinishOn: CalendarDate | null;
  /** From the planned to the expected finish: later is positive; null without a plan. */
  driftDays: number | null;
  /** The worst overdue stage, and the worst expected slip, in days. */
  overdueDays: number;
  slipDays: number;
  lastMove: { move: Move; toStage: StageCode; on: CalendarDate; at: string } | null;
}

/** The gates of one stage, as they stand today. */
export interface StageEvidence {
  stage: StageCode;
  checks: GateCheck[];
}

/** Everything one page may tell of a renovation; what the public may see of it is for disclosure to say. */
export interface StageStory extends StageSummary {
  evidence: StageEvidence[];
  overrides: readonly GateOverride[];
  /** Gates of the next passage that hold it back. */
  missingGates: number;
  /** The stages ahead that have a plan. */
  ahead: StageOnLine[];
  baselines: Baseline[];
}

/** What other floors may ask about stages. Whether the asker may see the compound is their question. */
@Injectable()
export class StageTotals {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly desk: StageDesk,
    private readonly clock: Clock,
  ) {}

  /** One renovation, told in full. */
  async story(compound: Compound, renovation: Renovation): Promise<StageStory> {
    const today = this.clock.today();
    const { gates, schedules } = await this.desk.standing(compound, renovation);
    const summary = summaryOf(renovation, schedules, await this.lastMove(renovation.id), today);
    const next = openPassages(renovation).slice(0, 1);
    return {
      ...summary,
      evidence: stages.map((stage) => ({
        stage,
        checks: passagesOf(stage).flatMap((passage) => gateChecks(passage, gates, today)),
      })),
      overrides: gates.overrides,
      missingGates: gateBlockers(next.flatMap((passage) => gateChecks(passage, gates, today))).length,
      ahead: summary.line.filter(({ standing, plannedEndOn }) => standing === 'ahead' && plannedEndOn),
      baselines: (await baselinesOf(renovation.id, this.reader.manager)).map(toBaseline),
    };
  }

  private lastMove(renovationId: number): Promise<StageMove | null> {
    return this.reader.manager.findOne(StageMove, { where: { renovationId }, order: { id: 'DESC' } });
  }
}

function summaryOf(
  renovation: Renovation,
  schedules: readonly StageSchedule[],
  move: StageMove | null,
  today: CalendarDate,
): StageSummary {
  const line = lineOf(schedules, renovation, today);
  const plannedFinishOn = latestOf(...line.map(({ plannedEndOn }) => plannedEndOn)) ?? null;
  const open = line.filter(({ standing }) => standing !== 'over');
  const expected = latestOf(...open.map(({ forecastEndOn, plannedEndOn }) => forecastEndOn ?? plannedEndOn));
  const actual = latestOf(...line.map(({ endedOn }) => endedOn));
  const expectedFinishOn = (open.length ? expected : actual) ?? null;
  return {
    renovationId: renovation.id,
    line,
    plannedFinishOn,
    expectedFinishOn,
    driftDays: plannedFinishOn && expectedFinishOn ? daysBetween(plannedFinishOn, expectedFinishOn) : null,
    ...lateness(line),
    lastMove: move ? { move: move.move, toStage: move.toStage, on: move.movedOn, at: move.movedAt } : null,
  };
}
