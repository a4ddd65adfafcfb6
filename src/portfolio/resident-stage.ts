import { Injectable } from '@nestjs/common';
import { Compound } from '../compounds/compound.entity';
import { Renovation } from '../compounds/renovation.entities';
import type { ConsentTotals } from '../domain/meeting/household-standing';
import type { PublicVote } from '../domain/meeting/public-vote';
import type { PublicPlan } from '../domain/plan/public-plan';
import type { Track } from '../domain/renovation/stages';
import { HouseholdTotals } from '../households/households.totals';
import type { Meeting } from '../meetings/meeting.entities';
import { MeetingCounts, MeetingTotals } from '../meetings/meetings.totals';
import { PlanTotals } from '../plans/plans.totals';
import { VoteTotals } from '../votes/votes.totals';

/** How far the residents are in a renovation, in totals: no door, no ballot. */
export interface ResidentStage {
  track: Track;
  /** null before anybody was asked. */
  consent: ConsentTotals | null;
  next: Meeting | null;
  meetings: MeetingCounts;
  /** Those that are opened and not yet counted. */
  running: PublicVote[];
  plan: PublicPlan | null;
}

/** Gathers from the rooms of the residents' stage how far they are. */
@Injectable()
export class ResidentStages {
  constructor(
    private readonly households: HouseholdTotals,
    private readonly meetings: MeetingTotals,
    private readonly votes: VoteTotals,
    private readonly plans: PlanTotals,
  ) {}

  /** Of one renovation. */
  async of(compound: Compound, renovation: Renovation): Promise<ResidentStage> {
    const [consent, next, meetings, votes, plan] = await Promise.all([
      this.households.consent(compound, renovation),
      this.meetings.next(renovation.id),
      this.meetings.counts(compound.id, renovation.id),
      this.votes.publicVotes(renovation.id),
      this.plans.publicPlan(renovation.id),
    ]);
    return {
      track: renovation.track,
      consent,
      next,
      meetings,
      running: votes.filter(({ result }) => result === null),
      plan,
    };
  }
}
