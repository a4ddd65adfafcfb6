import { Body, Controller, DefaultValuePipe, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { Posted, asForm, formState } from '../platform/web/form';
import { isStale } from '../platform/web/form-again';
import { Answer, Page, refused, seeOther } from '../platform/web/page';
import { BallotPages } from './ballot-pages';
import { BallotsForm, readBallots } from './ballots.form';
import { BallotsPage } from './ballots.presenter';
import { Ballots } from './ballots.service';
import { votePaths } from './votes.paths';

const number = (otherwise: number) => [new DefaultValuePipe(otherwise), ParseIntPipe] as const;

/** Typing the ballots of a vote. */
@Controller('/votes/:id/ballots')
export class BallotsController {
  constructor(
    private readonly ballots: Ballots,
    private readonly pages: BallotPages,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('vote.read')
  @Page('votes/ballots')
  async index(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Query('page', ...number(1)) page: number,
    @Query('again', ...number(0)) againId: number,
  ): Promise<BallotsPage> {
    return this.pages.show(actor, id, { page, againId });
  }

  @Post()
  @Allow('vote.edit')
  @Page('votes/ballots')
  async create(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Query('page', ...number(1)) page: number,
    @Body(asForm(BallotsForm)) form: Posted<BallotsForm>,
  ): Promise<Answer<BallotsPage>> {
    const { vote, voters } = await this.pages.find(actor, id);
    const again = async (state = formState(form.raw, form.errors), wasStale = false) =>
      refused(await this.pages.show(actor, id, { page, form: state, isStale: wasStale }));
    if (form.errors.length) return again();
    const days = { opensOn: vote.opensOn, today: this.clock.today() };
    const { lines, errors, strangers } = readBallots(form.value, voters, days);
    if (errors.length) return again(formState(form.raw, errors));
    const { onceKey, again: ownerId } = form.value;
    const next = ownerId ? votePaths.secondBallot(id, page, ownerId) : votePaths.ballots(id, page);
    const outcome = await this.ballots.save(actor, id, { lines, strangers, onceKey }, next);
    if (outcome.ok) return seeOther(outcome.value, '表决票已保存');
    return again(formState(form.raw, [], outcome.blockers), isStale(outcome.blockers));
  }
}
