import { Controller, DefaultValuePipe, Get, Param, ParseIntPipe, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Actor } from '../domain/people/actor';
import { queryNumber, queryText } from '../platform/web/address';
import { Page } from '../platform/web/page';
import { CasePages } from './case-pages';
import { CasePage } from './case.presenter';
import { RemovalPages } from './removal-pages';
import { RemovalsPage } from './removals.presenter';

/** The structures of a renovation, and the case of each. */
@Controller()
export class RemovalsController {
  constructor(
    private readonly pages: RemovalPages,
    private readonly cases: CasePages,
  ) {}

  @Get('/compounds/:code/removals')
  @Allow('removal.read')
  @Page('removals/index')
  async index(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query('renovation', new DefaultValuePipe(0), ParseIntPipe) sequence: number,
    @Query() query: Record<string, unknown>,
  ): Promise<RemovalsPage> {
    const filter = {
      state: queryText(query.state),
      zone: queryNumber(query.zone),
      attitude: queryText(query.attitude),
    };
    return this.pages.index(actor, code, sequence || undefined, filter);
  }

  @Get('/structures/:id')
  @Allow('removal.read')
  @Page('removals/case')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<CasePage> {
    return this.cases.show(actor, id);
  }
}
