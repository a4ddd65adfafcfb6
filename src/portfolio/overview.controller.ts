import { Controller, Get, Param } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { Page } from '../platform/web/page';
import { OverviewPage, toOverview } from './overview.presenter';
import { Overviews } from './overview.service';

/** The first tab of a compound. */
@Controller()
export class OverviewController {
  constructor(
    private readonly overviews: Overviews,
    private readonly clock: Clock,
  ) {}

  @Get('/compounds/:code')
  @Allow('compound.read')
  @Page('portfolio/overview')
  async overview(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<OverviewPage> {
    return toOverview(await this.overviews.of(actor, code), actor.role, this.clock.today());
  }
}
