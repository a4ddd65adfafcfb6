import { Injectable } from '@nestjs/common';
import { KnownConsultation, nothingConsulted } from '../domain/disclosure/consultation';
import { NoticeTotals } from '../notices/notices.totals';
import { WishTotals } from '../wishes/wishes.totals';

/** Gathers what the rooms of the residents' stage offer to everybody. */
@Injectable()
export class Consultations {
  constructor(
    private readonly notices: NoticeTotals,
    private readonly wishes: WishTotals,
  ) {}

  /** Of one renovation. */
  async of(renovationId: number): Promise<KnownConsultation> {
    const [notices, wishes] = await Promise.all([
      this.notices.publicNotices(renovationId),
      this.wishes.publicWishes(renovationId),
    ]);
    return { ...nothingConsulted, notices, wishes };
  }
}
