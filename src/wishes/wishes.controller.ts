import { Body, Controller, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import type { Blocker } from '../domain/kernel/blocker';
import type { Actor } from '../domain/people/actor';
import { queryNumber } from '../platform/web/address';
import { answerTo } from '../platform/web/answer-to';
import { FormState, Posted, asForm, formState } from '../platform/web/form';
import { refusedForm } from '../platform/web/form-again';
import { Answer, Page, SeeOther, refused, seeOther } from '../platform/web/page';
import { WishChanges } from './wish-changes.service';
import { WishPages } from './wish-pages';
import { NewWishForm, PublicTextForm, ReopenForm, WishConclusionForm } from './wish.forms';
import type { NewWishPage, WishPage } from './wish.presenter';
import { WishesPage, readWishQuery } from './wishes.presenter';

/** What residents wish or object to, and what became of it. */
@Controller()
export class WishesController {
  constructor(
    private readonly changes: WishChanges,
    private readonly pages: WishPages,
  ) {}

  @Get('/compounds/:code/wishes')
  @Allow('wish.read')
  @Page('wishes/index')
  async index(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() query: Record<string, unknown>,
  ): Promise<WishesPage> {
    return this.pages.index(actor, code, readWishQuery(query));
  }

  @Get('/compounds/:code/wishes/new')
  @Allow('wish.edit')
  @Page('wishes/new')
  async new(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() query: Record<string, unknown>,
  ): Promise<NewWishPage | SeeOther> {
    const given = { door: queryNumber(query.door), notice: queryNumber(query.notice) };
    return this.pages.new(actor, code, given);
  }

  @Post('/compounds/:code/wishes')
  @Allow('wish.edit')
  @Page('wishes/new')
  async create(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(NewWishForm)) form: Posted<NewWishForm>,
  ): Promise<Answer<NewWishPage>> {
    const { value, raw, errors } = form;
    if (value.step === 'edit') return this.pages.newAgain(actor, code, formState(raw));
    const again = async (state: FormState) => refused(await this.pages.newAgain(actor, code, state));
    if (errors.length) return again(formState(raw, errors));
    if (value.step !== 'post') {
      const blockers = await this.changes.blockers(actor, code, value);
      if (blockers.length) return again(formState(raw, [], blockers));
      return this.pages.newPreview(actor, code, value, raw);
    }
    const outcome = await this.changes.add(actor, code, value);
    if (!outcome.ok) return again(formState(raw, [], outcome.blockers));
    return seeOther(outcome.value, '意见已登记');
  }

  @Get('/wishes/:id')
  @Allow('wish.read')
  @Page('wishes/show')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<WishPage> {
    return this.pages.show(actor, id);
  }

  @Post('/wishes/:id/conclusions')
  @Allow('wish.edit')
  @Page('wishes/show')
  async conclude(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(WishConclusionForm)) form: Posted<WishConclusionForm>,
  ): Promise<Answer<WishPage>> {
    const { value, raw, errors } = form;
    if (value.step === 'edit') return this.pages.show(actor, id, () => formState(raw));
    if (errors.length) return refused(await this.pages.show(actor, id, () => formState(raw, errors)));
    const again = async (blockers: Blocker[]) =>
      refused(await this.pages.show(actor, id, (now) => refusedForm(raw, blockers, now)));
    if (value.step !== 'post') {
      const blockers = await this.changes.answerBlockers(actor, id, value);
      return blockers.length ? again(blockers) : this.pages.answerPreview(actor, id, value, raw);
    }
    const outcome = await this.changes.answer(actor, id, value);
    if (!outcome.ok) return again(outcome.blockers);
    return seeOther(outcome.value, '意见已答复');
  }

  @Post('/wishes/:id/public-texts')
  @Allow('wish.edit')
  @Page('wishes/show')
  async reword(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(PublicTextForm)) form: Posted<PublicTextForm>,
  ): Promise<Answer<WishPage>> {
    return answerTo(form, {
      take: (value) => this.changes.reword(actor, id, value),
      again: (stateOf) => this.pages.show(actor, id, stateOf),
      said: '居民可以看到这些文字了',
    });
  }

  @Post('/wishes/:id/reopenings')
  @Allow('wish.edit')
  @Page('wishes/show')
  async reopen(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(ReopenForm)) form: Posted<ReopenForm>,
  ): Promise<Answer<WishPage>> {
    return answerTo(form, {
      take: (value) => this.changes.reopen(actor, id, value),
      again: (stateOf) => this.pages.show(actor, id, stateOf),
      said: '意见已重新打开',
    });
  }
}
