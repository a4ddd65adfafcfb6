import { Body, Controller, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { CompoundDesk } from '../compounds/compounds.desk';
import { askedRenovation } from '../compounds/renovation-address';
import type { Actor } from '../domain/people/actor';
import { queryNumber } from '../platform/web/address';
import { answerTo } from '../platform/web/answer-to';
import { Posted, asForm, formState } from '../platform/web/form';
import { Answer, Page, SeeOther, refused, seeOther } from '../platform/web/page';
import { DisruptionFormPage } from './disruption-form.presenter';
import { DisruptionPages } from './disruption-pages';
import { DisruptionCancelPage, DisruptionPage, DoorNoticeSheet } from './disruption.presenter';
import { DisruptionCancellationForm, NewDisruptionForm } from './disruption.forms';
import { DisruptionsPage } from './disruptions.presenter';
import { Disruptions } from './disruptions.service';

/** Planned disruptions: the list, announcing, one of them, its door notice, cancelling. */
@Controller()
export class DisruptionsController {
  constructor(
    private readonly disruptions: Disruptions,
    private readonly pages: DisruptionPages,
    private readonly compounds: CompoundDesk,
  ) {}

  @Get('/compounds/:code/disruptions')
  @Allow('disruption.read')
  @Page('disruptions/index')
  async index(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() query: Record<string, unknown>,
  ): Promise<DisruptionsPage> {
    const sequence = askedRenovation(query.renovation);
    return this.pages.index(actor, code, { sequence, page: queryNumber(query.page) || 1 });
  }

  @Get('/compounds/:code/disruptions/new')
  @Allow('disruption.edit')
  @Page('disruptions/form')
  async new(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
  ): Promise<DisruptionFormPage | SeeOther> {
    return this.pages.new(actor, code);
  }

  @Post('/compounds/:code/disruptions')
  @Allow('disruption.edit')
  @Page('disruptions/form')
  async announce(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(NewDisruptionForm)) { value, raw, errors }: Posted<NewDisruptionForm>,
  ): Promise<Answer<DisruptionFormPage>> {
    await this.compounds.find(actor, code);
    if (errors.length) return refused(await this.pages.again(actor, code, formState(raw, errors)));
    if (value.step === 'edit') return this.pages.again(actor, code, formState(raw));
    if (value.step === 'preview') {
      const looked = await this.disruptions.check(actor, code, value);
      return looked.ok
        ? this.pages.preview(actor, code, looked.value, raw)
        : refused(await this.pages.again(actor, code, formState(raw, [], looked.blockers)));
    }
    const outcome = await this.disruptions.announce(actor, code, value);
    return outcome.ok
      ? seeOther(outcome.value, '已告知。请打印楼门告知，贴到受影响的楼门上')
      : refused(await this.pages.again(actor, code, formState(raw, [], outcome.blockers)));
  }

  @Get('/disruptions/:id')
  @Allow('disruption.read')
  @Page('disruptions/show')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<DisruptionPage> {
    return this.pages.show(actor, id);
  }

  @Get('/disruptions/:id/print')
  @Allow('disruption.read')
  @Page('disruptions/print')
  async print(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<DoorNoticeSheet> {
    return this.pages.sheet(actor, id);
  }

  @Get('/disruptions/:id/cancel')
  @Allow('disruption.edit')
  @Page('disruptions/cancel')
  async confirmCancelling(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<DisruptionCancelPage> {
    return this.pages.cancellation(actor, id, ({ version }) => formState({ version }));
  }

  @Post('/disruptions/:id/cancellations')
  @Allow('disruption.edit')
  @Page('disruptions/cancel')
  async cancel(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(DisruptionCancellationForm)) form: Posted<DisruptionCancellationForm>,
  ): Promise<Answer<DisruptionCancelPage>> {
    return answerTo(form, {
      take: (value) => this.disruptions.cancel(actor, id, value),
      again: (stateOf) => this.pages.cancellation(actor, id, stateOf),
      said: '已取消。请把楼门上的告知换成取消告知',
    });
  }
}
