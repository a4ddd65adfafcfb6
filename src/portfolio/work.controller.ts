import { Controller, Get, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { queryText } from '../platform/web/address';
import { Page } from '../platform/web/page';
import { WorkPage, readTab, toWork } from './work.presenter';
import { Work } from './work.service';

/** The list of things to do. */
@Controller()
export class WorkController {
  constructor(
    private readonly waiting: Work,
    private readonly clock: Clock,
  ) {}

  @Get('/work')
  @Allow('work.read')
  @Page('portfolio/work')
  async work(@CurrentActor() actor: Actor, @Query() query: Record<string, unknown>): Promise<WorkPage> {
    const tab = readTab(queryText(query.tab));
    return toWork(await this.waiting.waitingFor(actor), tab, this.clock.today());
  }
}
