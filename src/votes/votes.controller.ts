import { Body, Controller, DefaultValuePipe, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Actor } from '../domain/people/actor';
import { Posted, asForm, formState } from '../platform/web/form';
import { isStale, refusedForm } from '../platform/web/form-again';
import { Answer, Page, SeeOther, refused, seeOther } from '../platform/web/page';
import { VoteFormPage } from './vote-form.presenter';
import { VotePages } from './vote-pages';
import { VotePage } from './vote.presenter';
import { VoteDesk } from './votes.desk';
import { EditVoteForm, NewVoteForm } from './votes.forms';
import { VotesPage } from './votes.presenter';
import { Votes } from './votes.service';

/** The votes of a compound: what is asked, of whom, and where each stands. */
@Controller()
export class VotesController {
  constructor(
    private readonly votes: Votes,
    private readonly desk: VoteDesk,
    private readonly pages: VotePages,
  ) {}

  @Get('/compounds/:code/votes')
  @Allow('vote.read')
  @Page('votes/index')
  async index(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query('renovation', new DefaultValuePipe(0), ParseIntPipe) sequence: number,
  ): Promise<VotesPage> {
    return this.pages.index(actor, code, sequence || undefined);
  }

  @Get('/compounds/:code/votes/new')
  @Allow('vote.edit')
  @Page('votes/form')
  async new(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<VoteFormPage | SeeOther> {
    return this.pages.new(actor, code);
  }

  @Post('/compounds/:code/votes')
  @Allow('vote.edit')
  @Page('votes/form')
  async create(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(NewVoteForm)) form: Posted<NewVoteForm>,
  ): Promise<Answer<VoteFormPage>> {
    const again = async (state = formState(form.raw, form.errors)) =>
      refused(await this.pages.newAgain(actor, code, state));
    if (form.errors.length) return again();
    const outcome = await this.votes.add(actor, code, form.value);
    if (!outcome.ok) return again(formState(form.raw, [], outcome.blockers));
    return seeOther(outcome.value, '表决已保存，还没有开始');
  }

  @Get('/votes/:id')
  @Allow('vote.read')
  @Page('votes/show')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<VotePage> {
    return this.pages.show(actor, id);
  }

  @Get('/votes/:id/edit')
  @Allow('vote.edit')
  @Page('votes/form')
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<VoteFormPage | SeeOther> {
    return this.pages.edit(actor, id);
  }

  @Post('/votes/:id')
  @Allow('vote.edit')
  @Page('votes/form')
  async update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(EditVoteForm)) form: Posted<EditVoteForm>,
  ): Promise<Answer<VoteFormPage>> {
    const { vote } = await this.desk.find(actor, id);
    const again = async (state = formState(form.raw, form.errors), wasStale = false) =>
      refused(await this.pages.editAgain(actor, id, state, wasStale));
    if (form.errors.length) return again();
    const outcome = await this.votes.update(actor, id, form.value);
    if (outcome.ok) return seeOther(outcome.value, '表决已修改');
    return again(refusedForm(form.raw, outcome.blockers, vote), isStale(outcome.blockers));
  }
}
