import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import type { Actor } from '../domain/people/actor';
import { queryNumber, queryText } from '../platform/web/address';
import { Page } from '../platform/web/page';
import { AskedProgress, ProgressPages } from './progress-pages';
import type { ProgressSheet } from './progress-sheet.presenter';
import type { ProgressPage } from './progress.presenter';
import type { WorksBaselinesPage } from './works-baseline.presenter';

/** How far the works are, to read and to print. */
@Controller()
export class ProgressController {
  constructor(private readonly pages: ProgressPages) {}

  @Get('/compounds/:code/progress')
  @Allow('progress.read')
  @Page('progress/index')
  async show(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query('renovation') renovation: unknown,
    @Query('on') on: unknown,
  ): Promise<ProgressPage> {
    return this.pages.show(actor, code, askedOf(renovation, on));
  }

  @Get('/compounds/:code/progress/print')
  @Allow('progress.read')
  @Page('progress/print')
  async print(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query('renovation') renovation: unknown,
    @Query('on') on: unknown,
  ): Promise<ProgressSheet> {
    return this.pages.sheet(actor, code, askedOf(renovation, on));
  }

  @Get('/compounds/:code/progress/baselines')
  @Allow('progress.read')
  @Page('progress/baselines')
  async baselines(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query('renovation') renovation: unknown,
  ): Promise<WorksBaselinesPage> {
    return this.pages.baselines(actor, code, queryNumber(renovation) || undefined);
  }
}

const askedOf = (renovation: unknown, on: unknown): AskedProgress => ({
  sequence: queryNumber(renovation) || undefined,
  on: queryText(on),
});
