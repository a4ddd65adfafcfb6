import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { itemHoldBlockers } from '../domain/construction/item-holds';
import { newestOf } from '../domain/construction/post-arrival';
import type { PostPlace } from '../domain/construction/post-rules';
import type { PostedItem } from '../domain/construction/post-values';
import { neighbours } from '../domain/construction/told-values';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import { Clock } from '../platform/clock/clock';
import { SiteRecords } from '../works/site-records';
import { ContractAtPlace, PlacedItem, toContract, toWorkItem, WorksDesk } from '../works/works.desk';
import { Grounds } from '../zones/grounds';
import { OnSitePerson, posterOf } from './field.desk';
import { KeptPosts, PostWithRow } from './kept-posts';

/** What a post of this contract and day meets. */
export interface PostingGround {
  place: PostPlace;
  /** The items of the contract, in the order of the plan. */
  items: PlacedItem[];
  /** Every post of the renovation. */
  posts: PostWithRow[];
  /** The post of the day that speaks now. */
  earlier: PostWithRow | undefined;
}

/** Gathers what the law asks for when a post comes, and what the form of a day shows. */
@Injectable()
export class PostingJudging {
  constructor(
    private readonly works: WorksDesk,
    private readonly sites: SiteRecords,
    private readonly grounds: Grounds,
    private readonly kept: KeptPosts,
    private readonly clock: Clock,
  ) {}

  async ground(
    person: OnSitePerson,
    { contract, renovation }: ContractAtPlace,
    workedOn: CalendarDate,
    from?: EntityManager,
  ): Promise<PostingGround> {
    const all = (await this.works.ofRenovation(renovation.id, from)).items;
    const items = all.filter(({ contractId }) => contractId === contract.id);
    const posts = await this.kept.ofRenovation(renovation.id, from);
    const { concealed, stops } = await this.sites.checks(renovation.id, from);
    const grounds = await this.grounds.of(renovation.id, from);
    const earlier = newestOf(posts, { contractId: contract.id, workedOn });
    const posted = items.map((row): PostedItem => {
      const item = toWorkItem(row);
      const ground = grounds.find(({ line }) => line === item.line) ?? null;
      return {
        item,
        own: earlier?.values.find(({ itemId }) => itemId === item.id)?.value ?? null,
        ...neighbours(item.id, posts, workedOn),
        holds: itemHoldBlockers(item, { ground, concealed, stops }, workedOn),
      };
    });
    const place = {
      ...{ renovation: renovation.state, contract: toContract(contract), items: posted, stops },
      ...{ poster: posterOf(person), today: this.clock.today() },
    };
    return { place, items, posts, earlier };
  }
}
