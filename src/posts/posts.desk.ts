import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../domain/people/actor';
import { ContractAtPlace, WorksDesk } from '../works/works.desk';
import { KeptPosts, PostWithRow } from './kept-posts';
import { PostRecord } from './post.entities';

/** A post with its contract, its compound and its renovation. */
export interface PostAtPlace extends ContractAtPlace {
  post: PostWithRow;
}

/** The one way to a post: whoever asks gets one only if its contract is theirs to see. */
@Injectable()
export class PostDesk {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly works: WorksDesk,
    private readonly kept: KeptPosts,
  ) {}

  /** The post with this id. */
  async find(actor: Actor, id: number, from: EntityManager = this.reader.manager): Promise<PostAtPlace> {
    const row = await from.findOneBy(PostRecord, { id });
    if (!row) throw new NotFoundException();
    const place = await this.works.contract(actor, row.contractId, from);
    const [post] = await this.kept.told([row], from);
    return { post, ...place };
  }
}
