import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import type { Renovation } from '../compounds/renovation.entities';
import type { DiarySources } from '../domain/construction/diary';
import type { Contract } from '../domain/construction/contract';
import type { WorkItem } from '../domain/construction/work-item';
import { groupBy } from '../domain/kernel/group';
import type { Actor } from '../domain/people/actor';
import { CheckedRenovation, CheckRecords } from '../inspections/check-records';
import { CheckSites } from '../inspections/check-sites';
import { seesRound } from '../inspections/findings.desk';
import { MeetingTotals } from '../meetings/meetings.totals';
import { KeptPosts, PostWithRow } from '../posts/kept-posts';
import { seesContract, toContract, toWorkItem, WorksDesk } from '../works/works.desk';

/** What the diary of a renovation is made from, as one person sees it. */
export interface ReadDiary {
  sources: DiarySources & { posts: readonly DiaryPost[] };
  /** The contracts that build, as far as this person sees them. */
  builders: Contract[];
}

type DiaryPost = PostWithRow & { contractName: string };

/** What a bulletin is made from; the same for everybody. */
export interface ReadWorks {
  items: WorkItem[];
  posts: PostWithRow[];
  checks: Pick<CheckedRenovation, 'concealed' | 'findings'>;
}

/** Reads what was told and looked at of a renovation, from the rooms that hold it. */
@Injectable()
export class DiaryReading {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly works: WorksDesk,
    private readonly kept: KeptPosts,
    private readonly checks: CheckRecords,
    private readonly sites: CheckSites,
    private readonly meetings: MeetingTotals,
  ) {}

  /** Everything of the works; a builder reads what concerns its own contracts, or nobody's alone. */
  async diary(actor: Actor, renovation: Pick<Renovation, 'id' | 'openedOn'>): Promise<ReadDiary> {
    const site = await this.sites.of(actor, renovation);
    const contracts = site.contracts.filter((one) => seesContract(actor, one));
    const names = new Map(contracts.map(({ id, name }) => [id, name]));
    const posts = await this.kept.ofRenovation(renovation.id);
    const { concealed, inspections, findings, stops } = await this.checks.of(renovation.id);
    const found = groupBy(
      findings.filter(({ state }) => state !== 'struck-out'),
      ({ inspectionId }) => inspectionId,
    );
    const foundIn = (id: number) => found.get(id) ?? [];
    return {
      sources: {
        items: site.visible.map(toWorkItem),
        posts: posts.flatMap((post) => {
          const contractName = names.get(post.contractId);
          return contractName === undefined ? [] : [{ ...post, contractName }];
        }),
        concealed: concealed.filter(({ itemId }) => site.sees(itemId)),
        inspections: inspections
          .filter((round) => seesRound(actor, round, foundIn(round.id), site))
          .map((round) => ({
            ...round,
            findings: foundIn(round.id).filter(({ itemId }) => site.sees(itemId)).length,
          })),
        stops: stops.filter((stop) => site.seesStop(stop)),
        meetings: await this.meetings.held(renovation.id),
      },
      builders: contracts.filter(({ role }) => role === 'contractor').map(toContract),
    };
  }

  /** Items, posts and checks of the whole renovation. */
  async whole(renovationId: number, from: EntityManager = this.reader.manager): Promise<ReadWorks> {
    const { items } = await this.works.ofRenovation(renovationId, from);
    return {
      items: items.map(toWorkItem),
      posts: await this.kept.ofRenovation(renovationId, from),
      checks: await this.checks.of(renovationId, from),
    };
  }
}
