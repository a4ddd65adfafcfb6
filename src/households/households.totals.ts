import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { Renovation } from '../compounds/renovation.entities';
import { ConsentTotals, consentTotals } from '../domain/meeting/household-standing';
import { hangs } from '../domain/meeting/notice';
import type { PublicConsent } from '../domain/meeting/public-consent';
import { ConsentResult, ConsentResultCount } from './consent-result.entities';
import { ConsentResults } from './consent-results';
import { HouseholdDesk, householdsOf } from './households.desk';

/** What other floors may ask about the households. Whether the asker may see the compound is their question. */
@Injectable()
export class HouseholdTotals {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly results: ConsentResults,
    private readonly desk: HouseholdDesk,
  ) {}

  /** What the households say as of now, for the offices; null before the first call. */
  async consent(compound: Compound, renovation: Renovation): Promise<ConsentTotals | null> {
    const { doors, standings, calls } = await this.desk.records(compound, renovation);
    if (!calls.length) return null;
    return consentTotals(
      householdsOf(doors).map(({ id }) => id),
      standings,
    );
  }

  /** The numbers of the result posted last; null before the first, and once the last was taken down. */
  async publicConsent(renovationId: number): Promise<PublicConsent | null> {
    const notice = await this.results.latestNotice(renovationId);
    if (!hangs(notice)) return null;
    const result = await this.reader.manager.findOneBy(ConsentResult, { noticeId: notice.id });
    if (!result) return null;
    const counts = await this.reader.manager.find(ConsentResultCount, {
      where: { resultId: result.id },
      order: { id: 'ASC' },
    });
    return {
      postedOn: notice.postedOn,
      households: result.households,
      answers: counts.map(({ question, agree, against, undecided }) => ({
        question,
        agree,
        against,
        undecided,
      })),
    };
  }
}
