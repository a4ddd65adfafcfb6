import { Controller, DefaultValuePipe, Get, Param, ParseIntPipe, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Actor } from '../domain/people/actor';
import { Page } from '../platform/web/page';
import { HouseholdPages } from './household-pages';
import { HouseholdsPage } from './households.presenter';

/** All households of a compound at a glance. */
@Controller()
export class HouseholdsController {
  constructor(private readonly pages: HouseholdPages) {}

  @Get('/compounds/:code/households')
  @Allow('household.read')
  @Page('households/index')
  async index(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query('renovation', new DefaultValuePipe(0), ParseIntPipe) sequence: number,
    @Query('layer') layer?: string,
    @Query('show') show?: string,
  ): Promise<HouseholdsPage> {
    const question = { layer, unreached: show === 'unreached', sequence: sequence || undefined };
    return this.pages.index(actor, code, question);
  }
}
