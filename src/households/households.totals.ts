import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { PublicConsent } from '../domain/meeting/public-consent';
import { ConsentResult, ConsentResultCount } from './consent-result.entities';
import { ConsentResults } from './consent-results';

/** What other floors may ask about the households. Whether the asker may see the compound is their question. */
@Injectable()
export class HouseholdTotals {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly results: ConsentResults,
  ) {}

  /** The numbers of the result posted last; null before the first, and once the last was taken down. */
  async publicConsent(renovationId: number): Promise<PublicConsent | null> {
    const notice = await this.results.latestNotice(renovationId);
    if (!notice || notice.withdrawnOn !== null) return null;
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
