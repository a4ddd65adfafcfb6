import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { askedRenovation } from '../compounds/renovation-address';
import type { Actor } from '../domain/people/actor';
import { Page } from '../platform/web/page';
import { BurnDownPages } from './burn-down-pages';
import { BurnDownPage, BurnDownSheet } from './burn-down.presenter';

/** How much still stands, day by day. */
@Controller()
export class BurnDownController {
  constructor(private readonly pages: BurnDownPages) {}

  @Get('/compounds/:code/burn-down')
  @Allow('removal.read')
  @Page('operations/burn-down')
  async show(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query('renovation') renovation: unknown,
  ): Promise<BurnDownPage> {
    return this.pages.show(actor, code, askedRenovation(renovation));
  }

  @Get('/compounds/:code/burn-down/print')
  @Allow('removal.read')
  @Page('operations/burn-down-print')
  async print(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query('renovation') renovation: unknown,
  ): Promise<BurnDownSheet> {
    return this.pages.sheet(actor, code, askedRenovation(renovation));
  }
}
