import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { Renovation } from '../compounds/renovation.entities';
import { CalendarDate } from '../domain/kernel/calendar-date';
import { GateCheck } from '../domain/renovation/gate-checks';
import { gateOf } from '../domain/renovation/gates';
import { isGoingOn } from '../domain/renovation/going-on';
import { Clock } from '../platform/clock/clock';
import { StageTotals } from '../stages/stages.totals';
import type { PortfolioRow } from './portfolio-rows';

interface Kept {
  revision: number;
  day: CalendarDate;
  missing: GateCheck[];
}

/** Whose gates are asked for. */
export type GateRow = Pick<PortfolioRow, 'id' | 'revision' | 'renovationId' | 'state'>;

/**
 * What each renovation still lacks for its next passage. Every room has to be asked for that, so the answer is kept
 * until the compound's revision rises or the day ends.
 */
@Injectable()
export class MissingGates {
  private readonly kept = new Map<number, Kept>();

  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly stages: StageTotals,
    private readonly clock: Clock,
  ) {}

  /** The missing gates that hold back, by id of the compound; what is over or not begun lacks nothing. */
  async of(rows: readonly GateRow[]): Promise<Map<number, GateCheck[]>> {
    const day = this.clock.today();
    const open = rows.filter(({ renovationId, state }) => renovationId && isGoingOn(state));
    const unknown = open.filter(({ id, revision }) => {
      const kept = this.kept.get(id);
      return kept?.revision !== revision || kept.day !== day;
    });
    if (unknown.length) await this.ask(unknown, day);
    return new Map(open.map(({ id }) => [id, this.kept.get(id)?.missing ?? []]));
  }

  private async ask(rows: readonly GateRow[], day: CalendarDate): Promise<void> {
    const { manager } = this.reader;
    const [compounds, renovations] = await Promise.all([
      manager.findBy(Compound, { id: In(rows.map(({ id }) => id)) }),
      manager.findBy(Renovation, { id: In(rows.map(({ renovationId }) => renovationId!)) }),
    ]);
    for (const renovation of renovations) {
      const compound = compounds.find(({ id }) => id === renovation.compoundId)!;
      const { evidence } = await this.stages.story(compound, renovation);
      const checks = evidence.find(({ stage }) => stage === renovation.stage)?.checks ?? [];
      const missing = checks.filter((check) => holdsBack(check, renovation));
      this.kept.set(compound.id, { revision: compound.revision, day, missing });
    }
  }
}

/** Is this gate missing, more than a reminder, and on the way out of the stage the renovation is in? */
const holdsBack = ({ state, level, gate }: GateCheck, { stage }: Renovation): boolean =>
  state === 'missing' && level !== 'warning' && gateOf(gate)!.leaving.includes(stage);
