import { Injectable } from '@nestjs/common';
import { KnownConsultation, nothingConsulted } from '../domain/disclosure/consultation';
import { NoticeTotals } from '../notices/notices.totals';
import { PlanTotals } from '../plans/plans.totals';
import { WishTotals } from '../wishes/wishes.totals';

/** Gathers what the rooms of the residents' stage offer to everybody. */
@Injectable()
export class Consultations {
  constructor(
    private readonly notices: NoticeTotals,
    private readonly plans: PlanTotals,
    private readonly wishes: WishTotals,
  ) {}

  /** Of one renovation. */
  async of(renovationId: number): Promise<KnownConsultation> {
    const [notices, plan, wishes] = await Promise.all([
      this.notices.publicNotices(renovationId),
      this.plans.publicPlan(renovationId),
      this.wishes.publicWishes(renovationId),
    ]);
    return { ...nothingConsulted, notices, plan, wishes };
  }
}
