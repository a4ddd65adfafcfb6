import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { Renovation } from '../compounds/renovation.entities';
import { FactQuestion, FactSource } from '../compounds/stage-facts';
import { ResultNotice, completeHouseholds, householdFacts } from '../domain/meeting/household-facts';
import { consentTotals } from '../domain/meeting/household-standing';
import type { Fact } from '../domain/renovation/facts';
import type { ProvedNotice } from '../notices/notices.service';
import { Clock } from '../platform/clock/clock';
import { ConsentResults } from './consent-results';
import { HouseholdDesk, householdsOf } from './households.desk';
import { householdPaths } from './households.paths';

/** What the households say to the gates of a renovation; silent before the first call. */
@Injectable()
export class HouseholdFactSource implements FactSource {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly desk: HouseholdDesk,
    private readonly results: ConsentResults,
    private readonly clock: Clock,
  ) {}

  async factsFor({ compoundId, renovationId }: FactQuestion): Promise<Fact[]> {
    const compound = await this.reader.manager.findOneByOrFail(Compound, { id: compoundId });
    const renovation = await this.reader.manager.findOneByOrFail(Renovation, { id: renovationId });
    const { doors, standings, calls } = await this.desk.records(compound, renovation);
    if (!calls.length) return [];
    const households = householdsOf(doors).map(({ id }) => id);
    const records = {
      track: renovation.track,
      totals: consentTotals(households, standings),
      complete: completeHouseholds(households, standings),
      notice: standingOf(await this.results.latestNotice(renovationId)),
    };
    const { code } = compound;
    return householdFacts(records, this.clock.today(), {
      unreached: householdPaths.unreached(code),
      matrix: householdPaths.index(code),
      publication: householdPaths.publication(code),
    });
  }
}

function standingOf(notice: ProvedNotice | null): ResultNotice {
  if (!notice) return { state: 'none' };
  if (notice.withdrawnOn !== null) return { state: 'withdrawn' };
  return { state: 'posted', postedOn: notice.postedOn, photos: notice.photos.length };
}
