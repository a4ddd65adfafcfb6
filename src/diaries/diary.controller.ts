import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { askedRenovation } from '../compounds/renovation-address';
import type { Actor } from '../domain/people/actor';
import { queryText } from '../platform/web/address';
import { Page } from '../platform/web/page';
import { DiaryAsked, DiaryPages } from './diary-pages';
import { DiaryPage, DiarySheet } from './diary.presenter';

/** The diary of the site: one day, or a range, on the screen and on paper. */
@Controller()
export class DiaryController {
  constructor(private readonly pages: DiaryPages) {}

  @Get('/compounds/:code/diary')
  @Allow('diary.read')
  @Page('diaries/index')
  async index(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() query: Record<string, unknown>,
  ): Promise<DiaryPage> {
    return this.pages.index(actor, code, asked(query));
  }

  @Get('/compounds/:code/diary/print')
  @Allow('diary.read')
  @Page('diaries/print')
  async print(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() query: Record<string, unknown>,
  ): Promise<DiarySheet> {
    return this.pages.sheet(actor, code, asked(query));
  }
}

const asked = ({ from, to, renovation }: Record<string, unknown>): DiaryAsked => ({
  ...{ from: queryText(from), to: queryText(to), sequence: askedRenovation(renovation) },
});
