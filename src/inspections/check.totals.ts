import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In } from 'typeorm';
import { findingTotals, FindingTotals } from '../domain/construction/inspection';
import { isStopped } from '../domain/construction/stop-order';
import { groupBy } from '../domain/kernel/group';
import { Clock } from '../platform/clock/clock';
import { ConcealedRecord } from './concealed.entities';
import { FindingRecord } from './finding.entities';
import { StopRecord } from './stop.entities';

/** How the checks of a renovation stand, for lists of several. */
export interface CheckStanding {
  findings: FindingTotals;
  /** Concealed works that wait for being looked at. */
  concealedWaiting: number;
  /** Orders to stop that hold today. */
  stops: number;
}

/** What other floors may ask about checks. Whether the asker may see the compounds is their question. */
@Injectable()
export class CheckTotals {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly clock: Clock,
  ) {}

  /** How the checks of each of these renovations stand; the same number of statements however many they are. */
  async of(
    renovationIds: readonly number[],
    from: EntityManager = this.reader.manager,
  ): Promise<Map<number, CheckStanding>> {
    if (!renovationIds.length) return new Map();
    const where = { renovationId: In([...renovationIds]) };
    const heaps = {
      findings: groupBy(await from.findBy(FindingRecord, where), ({ renovationId }) => renovationId),
      concealed: groupBy(
        await from.findBy(ConcealedRecord, { ...where, state: 'noticed' }),
        ({ renovationId }) => renovationId,
      ),
      stops: groupBy(await from.findBy(StopRecord, where), ({ renovationId }) => renovationId),
    };
    const today = this.clock.today();
    return new Map(
      renovationIds.map((id) => [
        id,
        {
          findings: findingTotals(heaps.findings.get(id) ?? [], today),
          concealedWaiting: heaps.concealed.get(id)?.length ?? 0,
          stops: (heaps.stops.get(id) ?? []).filter((stop) => isStopped(stop, today)).length,
        },
      ]),
    );
  }
}
