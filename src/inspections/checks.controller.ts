import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { askedRenovation } from '../compounds/renovation-address';
import type { Actor } from '../domain/people/actor';
import { queryNumber, queryText } from '../platform/web/address';
import { Page } from '../platform/web/page';
import { CheckPages } from './check-pages';
import { ChecksPage } from './checks.presenter';
import { FindingsPage } from './findings.presenter';
import { PunchListPage } from './punch-list.presenter';

/** What was looked at in a compound, and what is still to be done. */
@Controller()
export class ChecksController {
  constructor(private readonly pages: CheckPages) {}

  @Get('/compounds/:code/checks')
  @Allow('check.read')
  @Page('inspections/index')
  async index(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() query: Record<string, unknown>,
  ): Promise<ChecksPage> {
    return this.pages.index(actor, code, {
      sequence: askedRenovation(query.renovation),
      page: queryNumber(query.page),
    });
  }

  @Get('/compounds/:code/findings')
  @Allow('check.read')
  @Page('inspections/findings')
  async findings(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() query: Record<string, unknown>,
  ): Promise<FindingsPage> {
    const asked = { sequence: askedRenovation(query.renovation), page: queryNumber(query.page) };
    return this.pages.findings(actor, code, { ...asked, state: queryText(query.state) });
  }

  @Get('/compounds/:code/punch-list')
  @Allow('check.read')
  @Page('inspections/punch-list')
  async punchList(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() query: Record<string, unknown>,
  ): Promise<PunchListPage> {
    return this.pages.punchList(actor, code, askedRenovation(query.renovation));
  }

  @Get('/compounds/:code/punch-list/print')
  @Allow('check.read')
  @Page('inspections/print-punch')
  async printPunchList(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() query: Record<string, unknown>,
  ): Promise<PunchListPage> {
    return this.pages.punchSheet(actor, code, askedRenovation(query.renovation));
  }
}
