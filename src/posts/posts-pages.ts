import { Injectable } from '@nestjs/common';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Workspace } from '../compounds/workspace';
import { earliestPostDay } from '../domain/construction/post-rules';
import { CalendarDate, compareDates } from '../domain/kernel/calendar-date';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { isGoingOn } from '../domain/renovation/going-on';
import { Clock } from '../platform/clock/clock';
import type { ContractRecord } from '../works/work.entities';
import { firmOf, seesContract, WorksDesk } from '../works/works.desk';
import { KeptPosts } from './kept-posts';
import { MissingDays } from './missing-days';
import { mayDecideOn } from './post-judging';
import { PostsQuery } from './posts-query';
import { PostsPage, toPosts } from './posts.presenter';

/** Gathers what the tab of the daily posts shows. */
@Injectable()
export class PostsPages {
  constructor(
    private readonly compounds: CompoundDesk,
    private readonly works: WorksDesk,
    private readonly kept: KeptPosts,
    private readonly missing: MissingDays,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  async index(actor: Actor, code: string, query: PostsQuery): Promise<PostsPage> {
    const choice = await this.compounds.choose(actor, code, query.renovation);
    const { compound, renovation } = choice;
    const all = renovation ? (await this.works.ofRenovation(renovation.id)).contracts : [];
    const contracts = all.filter((one) => one.role === 'contractor' && seesContract(actor, one));
    const seen = new Set(contracts.map(({ id }) => id));
    const posts = renovation ? await this.kept.ofRenovation(renovation.id) : [];
    const own = posts.filter(({ contractId }) => seen.has(contractId));
    const view = {
      ...{ choice, contracts, query, today: this.clock.today(), posts: own },
      deciding: renovation
        ? own
            .filter(mayDecideOn(actor, await this.works.supervision(renovation)))
            .sort((one, other) => compareDates(one.workedOn, other.workedOn))
        : [],
      missing: await this.missing.of(contracts),
      reportFrom: renovation && isGoingOn(renovation.state) ? this.reportFrom(actor, contracts) : new Map(),
    };
    return toPosts(view, await this.workspace.frame(actor, compound, 'posts', '日报'));
  }

  private reportFrom(actor: Actor, contracts: readonly ContractRecord[]): Map<number, CalendarDate> {
    if (!mayDo(actor.role, 'post.write')) return new Map();
    const poster = { by: 'account', userId: actor.userId, role: actor.role, firmId: firmOf(actor) } as const;
    const today = this.clock.today();
    return new Map(contracts.map((one) => [one.id, earliestPostDay(poster, one, today)]));
  }
}
