import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import {
  Confirmer,
  confirmerBlockers,
  confirmingRoles,
  Doer,
  Supervision,
} from '../domain/construction/confirming';
import type { KeptPost } from '../domain/construction/daily-post';
import { doneItemBlockers } from '../domain/construction/done-items';
import { newestOf } from '../domain/construction/post-arrival';
import type { PostStepFacts } from '../domain/construction/post-lifecycle';
import { postBlockers, Poster } from '../domain/construction/post-rules';
import type { PostedItem } from '../domain/construction/post-values';
import { neighbours } from '../domain/construction/told-values';
import type { Actor } from '../domain/people/actor';
import { dayOf } from '../platform/clock/clock';
import { SiteRecords } from '../works/site-records';
import { firmOf, PlacedItem, toContract, toWorkItem, WorksDesk } from '../works/works.desk';
import { KeptPosts, PostWithRow } from './kept-posts';
import type { PostRecord } from './post.entities';
import type { PostAtPlace } from './posts.desk';

/** What a step of a post is judged by, and what was read for it. */
export interface JudgedPost {
  facts: PostStepFacts;
  supervision: Supervision;
  /** The items of its contract, and how each is met by this post. */
  items: PlacedItem[];
  posted: PostedItem[];
  /** Every post of the renovation. */
  posts: PostWithRow[];
}

/** Gathers what the law asks for when a post is confirmed or sent back. */
@Injectable()
export class PostJudging {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly works: WorksDesk,
    private readonly sites: SiteRecords,
    private readonly kept: KeptPosts,
  ) {}

  /** Judged as on the day it was sent: what was in time then is not late because it waited. */
  async of(
    actor: Actor,
    { post, contract, renovation }: PostAtPlace,
    reason: string,
    from: EntityManager = this.reader.manager,
  ): Promise<JudgedPost> {
    const all = (await this.works.ofRenovation(renovation.id, from)).items;
    const items = all.filter(({ contractId }) => contractId === contract.id);
    const posts = await this.kept.ofRenovation(renovation.id, from);
    const supervision = await this.works.supervision(renovation, from);
    const { stops } = await this.sites.checks(renovation.id, from);
    const posted = items.map((item) => postedItem(item, post, posts));
    const against = postBlockers(post, {
      ...{ renovation: renovation.state, contract: toContract(contract), items: posted, stops },
      ...{ poster: posterOf(post.row), today: dayOf(post.row.sentAt) },
    });
    const wrong = [...against, ...doneItemBlockers(post, posts, items.map(toWorkItem))];
    const facts: PostStepFacts = {
      ...{ renovation: renovation.state, supervision, postedBy: doerOf(post.row), wrong, reason },
      confirmer: confirmerOf(actor),
      isReplaced: newestOf(posts, post)?.id !== post.id,
    };
    return { facts, supervision, items, posted, posts };
  }
}

// Its own value was judged when it was sent: what holds the item back since then is not the post's.
const postedItem = (item: PlacedItem, post: KeptPost, posts: readonly KeptPost[]): PostedItem => ({
  item: toWorkItem(item),
  own: post.values.find(({ itemId }) => itemId === item.id)?.value ?? null,
  ...neighbours(item.id, posts, post.workedOn),
  holds: [],
});

/** Who sent it, as the rules of posting see them. */
const posterOf = ({ invitationId, contractId, postedBy, postedFirmId }: PostRecord): Poster =>
  invitationId !== null
    ? { by: 'invitation', invitationId, contractId }
    : {
        ...{ by: 'account', userId: postedBy, firmId: postedFirmId },
        role: postedFirmId === null ? 'street-manager' : 'contractor',
      };

const confirmerOf = (actor: Actor): Confirmer => ({
  ...{ userId: actor.userId, role: actor.role, firmId: firmOf(actor) },
});

/** Does this post wait for this person? */
export const mayDecideOn =
  (actor: Actor, supervision: Supervision) =>
  ({ state, row }: { state: KeptPost['state']; row: Parameters<typeof doerOf>[0] }): boolean =>
    state === 'sent' &&
    confirmingRoles.includes(actor.role) &&
    confirmerBlockers(supervision, confirmerOf(actor), doerOf(row)).length === 0;

/** Who did it, as whoever confirms is measured by: a phone is its firm's, and nobody's account. */
const doerOf = ({
  invitationId,
  postedBy,
  postedFirmId,
}: Pick<PostRecord, 'invitationId' | 'postedBy' | 'postedFirmId'>): Doer => ({
  userId: invitationId === null ? postedBy : null,
  firmId: postedFirmId,
});
