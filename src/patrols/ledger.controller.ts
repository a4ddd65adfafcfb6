import { Controller, Get, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Organisations } from '../access/organisations.service';
import type { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { Page } from '../platform/web/page';
import { readLedgerQuery } from './ledger-query';
import { LedgerList } from './ledger.list';
import { LedgerPage, toLedger } from './ledger.presenter';

/** The living ledger. */
@Controller()
export class LedgerController {
  constructor(
    private readonly list: LedgerList,
    private readonly organisations: Organisations,
    private readonly clock: Clock,
  ) {}

  @Get('/ledger')
  @Allow('removal.read')
  @Page('patrols/ledger')
  async show(@CurrentActor() actor: Actor, @Query() query: Record<string, unknown>): Promise<LedgerPage> {
    const wanted = readLedgerQuery(query);
    const places = await this.organisations.placesFor(actor);
    return toLedger(await this.list.find(actor, wanted), wanted, places, this.clock.today());
  }
}
