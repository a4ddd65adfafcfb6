import { Injectable } from '@nestjs/common';
import { Renovation } from '../compounds/renovation.entities';
import { KnownConsultation } from '../domain/disclosure/consultation';
import { HouseholdTotals } from '../households/households.totals';
import { MeetingTotals } from '../meetings/meetings.totals';
import { NoticeTotals } from '../notices/notices.totals';
import { PlanTotals } from '../plans/plans.totals';
import { VoteTotals } from '../votes/votes.totals';
import { WishTotals } from '../wishes/wishes.totals';

/** Gathers what the rooms of the residents' stage offer to everybody. */
@Injectable()
export class Consultations {
  constructor(
    private readonly notices: NoticeTotals,
    private readonly wishes: WishTotals,
    private readonly households: HouseholdTotals,
    private readonly meetings: MeetingTotals,
    private readonly votes: VoteTotals,
    private readonly plans: PlanTotals,
  ) {}

  /** Of one renovation. */
  async of({ id: renovationId, track }: Renovation): Promise<KnownConsultation> {
    const [notices, wishes, consent, meetings, votes, plan] = await Promise.all([
      this.notices.publicNotices(renovationId),
      this.wishes.publicWishes(renovationId),
      this.households.publicConsent(renovationId),
      this.meetings.publicMeetings(renovationId),
      this.votes.publicVotes(renovationId),
      this.plans.publicPlan(renovationId),
    ]);
    return { track, notices, wishes, consent, meetings, votes, plan };
  }
}
