import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Renovation } from '../compounds/renovation.entities';
import { Blocker } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { householdBlockers } from '../domain/meeting/household-call';
import { resultBlockers } from '../domain/meeting/household-result';
import { ConsentTotals, consentTotals } from '../domain/meeting/household-standing';
import { noticeBlockers } from '../domain/meeting/notice';
import { Actor } from '../domain/people/actor';
import { Notices, ProvedNotice } from '../notices/notices.service';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { ConsentResult, ConsentResultCount } from './consent-result.entities';
import { PublicationForm } from './household.forms';
import { HouseholdDesk, householdsOf } from './households.desk';
import { householdPaths } from './households.paths';

/** What all households of a renovation say, and from how many calls it is known. */
interface CountedConsent {
  compound: Compound;
  renovation: Renovation | null;
  totals: ConsentTotals;
  calls: number;
}

/** The result of asking: counted, posted in the yard, and its numbers frozen as they were posted. */
@Injectable()
export class ConsentResults {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: HouseholdDesk,
    private readonly compounds: CompoundDesk,
    private readonly notices: Notices,
    private readonly once: OnceKeys,
    private readonly clock: Clock,
  ) {}

  /** The result posted last in a renovation, taken down or not; null before the first. */
  latestNotice(renovationId: number): Promise<ProvedNotice | null> {
    return this.notices.latestOf('consent-result', renovationId);
  }

  /** What the households of the current renovation say now. */
  async counted(actor: Actor, code: string, from?: EntityManager): Promise<CountedConsent> {
    const { compound, renovation } = await this.compounds.current(actor, code, from);
    if (!renovation) return { compound, renovation, totals: consentTotals([], new Map()), calls: 0 };
    const { doors, standings, calls } = await this.desk.records(compound, renovation, from);
    const households = householdsOf(doors).map(({ id }) => id);
    return { compound, renovation, totals: consentTotals(households, standings), calls: calls.length };
  }

  /** Everything that speaks against posting this now; asked before the preview is shown. */
  async blockers(actor: Actor, code: string, form: PublicationForm): Promise<Blocker[]> {
    return this.blockersOf(await this.counted(actor, code), form);
  }

  /** Posts the result: a notice, and beside it the numbers as they are now. */
  post(actor: Actor, code: string, form: PublicationForm): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        const counted = await this.counted(actor, code, tx);
        const { compound, renovation, totals } = counted;
        const blockers = this.blockersOf(counted, form);
        if (blockers.length || !renovation) return refuse(...blockers);
        const { title, body, places, postedOn, endsOn } = form;
        const what = { kind: 'consent-result', subjectId: renovation.id } as const;
        const notice = {
          ...what,
          compound,
          renovationId: renovation.id,
          title,
          body,
          places,
          postedOn,
          endsOn,
        };
        const posted = await this.notices.post(tx, actor, notice);
        if (!posted.ok) return posted;
        await this.freeze(tx, renovation.id, posted.value, totals);
        return done(householdPaths.publication(code));
      }),
    );
  }

  private blockersOf({ renovation, totals, calls }: CountedConsent, form: PublicationForm): Blocker[] {
    if (!renovation || householdBlockers(renovation.state).length)
      return householdBlockers(renovation?.state ?? null);
    return [
      ...resultBlockers(totals, calls, form.seen),
      ...noticeBlockers(form, renovation, this.clock.today()),
    ];
  }

  private async freeze(
    tx: EntityManager,
    renovationId: number,
    noticeId: number,
    { households, reached, counts }: ConsentTotals,
  ): Promise<void> {
    const result = { renovationId, noticeId, countedOn: this.clock.today(), households, reached };
    const inserted = await tx.insert(ConsentResult, result);
    const resultId = inserted.identifiers[0].id as number;
    await tx.insert(
      ConsentResultCount,
      counts.map((count) => ({ ...count, resultId })),
    );
  }
}
