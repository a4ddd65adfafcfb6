import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import type { Actor } from '../domain/people/actor';
import { Page } from '../platform/web/page';
import { PostsPages } from './posts-pages';
import { readPostsQuery } from './posts-query';
import { PostsPage } from './posts.presenter';

/** The daily posts of a compound. */
@Controller()
export class PostsController {
  constructor(private readonly pages: PostsPages) {}

  @Get('/compounds/:code/posts')
  @Allow('post.read')
  @Page('posts/index')
  async index(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() query: Record<string, unknown>,
  ): Promise<PostsPage> {
    return this.pages.index(actor, code, readPostsQuery(query));
  }
}
