import { Body, Controller, Get, Param, ParseIntPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Actor } from '../domain/people/actor';
import { VoteStep } from '../domain/meeting/vote-steps';
import { Outcome } from '../domain/kernel/outcome';
import { answerTo, StateOf } from '../platform/web/answer-to';
import { Posted, asForm } from '../platform/web/form';
import { Answer, Page } from '../platform/web/page';
import { VotePages } from './vote-pages';
import { VoteStepPage } from './vote-steps.presenter';
import { VoteSteps } from './vote-steps.service';
import { CancelVoteForm, CloseVoteForm, OpenVoteForm } from './votes.forms';

/** The steps of a vote, each confirmed on a page of its own. */
@Controller('/votes/:id')
export class VoteStepsController {
  constructor(
    private readonly steps: VoteSteps,
    private readonly pages: VotePages,
  ) {}

  @Get('open')
  @Allow('vote.edit')
  @Page('votes/step')
  async confirmOpening(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<VoteStepPage> {
    return this.pages.step(actor, id, 'open');
  }

  @Post('openings')
  @Allow('vote.edit')
  @Page('votes/step')
  async open(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(OpenVoteForm)) form: Posted<OpenVoteForm>,
  ): Promise<Answer<VoteStepPage>> {
    return this.answer(actor, id, 'open', form, (value) => this.steps.open(actor, id, value));
  }

  @Get('close')
  @Allow('vote.edit')
  @Page('votes/step')
  async confirmClosing(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<VoteStepPage> {
    return this.pages.step(actor, id, 'close');
  }

  @Post('closings')
  @Allow('vote.edit')
  @Page('votes/step')
  async close(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(CloseVoteForm)) form: Posted<CloseVoteForm>,
  ): Promise<Answer<VoteStepPage>> {
    return this.answer(actor, id, 'close', form, (value) => this.steps.close(actor, id, value));
  }

  @Get('cancel')
  @Allow('vote.edit')
  @Page('votes/step')
  async confirmCancellation(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<VoteStepPage> {
    return this.pages.step(actor, id, 'cancel');
  }

  @Post('cancellations')
  @Allow('vote.edit')
  @Page('votes/step')
  async cancel(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(CancelVoteForm)) form: Posted<CancelVoteForm>,
  ): Promise<Answer<VoteStepPage>> {
    return this.answer(actor, id, 'cancel', form, (value) => this.steps.cancel(actor, id, value));
  }

  private answer<Form>(
    actor: Actor,
    id: number,
    step: VoteStep,
    form: Posted<Form>,
    take: (value: Form) => Promise<Outcome<string>>,
  ): Promise<Answer<VoteStepPage>> {
    const again = (stateOf: StateOf) => this.pages.step(actor, id, step, stateOf);
    return answerTo(form, { take, again, said: takenWords[step] });
  }
}

const takenWords: Record<VoteStep, string> = {
  open: '表决已开始，业主名册已固定',
  close: '已计票，结果已固定',
  cancel: '表决已取消',
};
