import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Workspace } from '../compounds/workspace';
import { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { queryNumber } from '../platform/web/address';
import { Page } from '../platform/web/page';
import { AuditLog } from './audit-log.service';
import { ChainState } from './chain-state';
import { AuditPage, LogPage, readLogQuery, toAudit, toLog } from './log.presenter';

/** The record of steps: of one compound, and of everything in scope. */
@Controller()
export class LogController {
  constructor(
    private readonly record: AuditLog,
    private readonly chain: ChainState,
    private readonly desk: CompoundDesk,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  @Get('/compounds/:code/log')
  @Allow('audit.read')
  @Page('portfolio/log')
  async log(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() query: Record<string, unknown>,
  ): Promise<LogPage> {
    const compound = await this.desk.find(actor, code);
    const page = Math.max(1, queryNumber(query.page));
    const frame = await this.workspace.frame(actor, compound, 'log', '记录');
    const found = await this.record.ofCompound(compound.id, page);
    return toLog(frame, compound, { ...found, page }, this.clock.today());
  }

  @Get('/audit')
  @Allow('audit.read')
  @Page('portfolio/audit')
  async audit(@CurrentActor() actor: Actor, @Query() query: Record<string, unknown>): Promise<AuditPage> {
    const wanted = readLogQuery(query);
    const found = await this.record.find(actor, wanted);
    const known = { people: await this.record.people(actor), chain: await this.chain.find() };
    return toAudit(found, wanted, known, this.clock.today());
  }
}
