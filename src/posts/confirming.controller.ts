import { Body, Controller, Get, Param, ParseIntPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import type { Actor } from '../domain/people/actor';
import { answerTo } from '../platform/web/answer-to';
import { Posted, asForm } from '../platform/web/form';
import { Answer, Page } from '../platform/web/page';
import { ConfirmationForm, PhotoChoiceForm, ReturnForm } from './confirming.forms';
import { Confirming } from './confirming.service';
import { PhotoChoices } from './photo-choices.service';
import { PostPages } from './post-pages';
import { PostPage } from './post.presenter';

/** One post, and what is decided on it. */
@Controller()
export class ConfirmingController {
  constructor(
    private readonly confirming: Confirming,
    private readonly choices: PhotoChoices,
    private readonly pages: PostPages,
  ) {}

  @Get('/posts/:id')
  @Allow('post.read')
  @Page('posts/show')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<PostPage> {
    return this.pages.show(actor, id);
  }

  @Post('/posts/:id/confirmations')
  @Allow('post.confirm')
  @Page('posts/show')
  async confirm(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(ConfirmationForm)) form: Posted<ConfirmationForm>,
  ): Promise<Answer<PostPage>> {
    await this.pages.find(actor, id);
    return answerTo(form, {
      take: (value) => this.confirming.confirm(actor, id, value),
      again: (stateOf) => this.pages.show(actor, id, stateOf),
      said: '日报已确认',
    });
  }

  @Post('/posts/:id/returns')
  @Allow('post.confirm')
  @Page('posts/show')
  async sendBack(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(ReturnForm)) form: Posted<ReturnForm>,
  ): Promise<Answer<PostPage>> {
    await this.pages.find(actor, id);
    return answerTo(form, {
      take: (value) => this.confirming.sendBack(actor, id, value),
      again: (stateOf) => this.pages.show(actor, id, stateOf),
      said: '日报已退回，施工方打开就能看到原因',
    });
  }

  @Post('/posts/:id/photo-choices')
  @Allow('file.publish')
  @Page('posts/show')
  async choosePhotos(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(PhotoChoiceForm)) form: Posted<PhotoChoiceForm>,
  ): Promise<Answer<PostPage>> {
    await this.pages.find(actor, id);
    return answerTo(form, {
      take: (value) => this.choices.choose(actor, id, value),
      again: (stateOf) => this.pages.show(actor, id, stateOf),
      said: '照片已选好',
    });
  }
}
