import { Controller, Get, Param, ParseIntPipe } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Doors } from '../compounds/doors.service';
import { Actor } from '../domain/people/actor';
import { Page, SeeOther, seeOther } from '../platform/web/page';
import { VoteRecords } from './vote-records';
import {
  BallotPapers,
  ComputationSheet,
  InspectionSheet,
  SignSheet,
  toComputation,
  toInspection,
  toPapers,
  toSignSheet,
} from './vote-prints.presenter';
import { VoteDesk } from './votes.desk';
import { votePaths } from './votes.paths';

type Places = Awaited<ReturnType<Doors['doorsOf']>>;

/** The A4 sheets of a vote. */
@Controller('/votes/:id')
export class VotePrintsController {
  constructor(
    private readonly desk: VoteDesk,
    private readonly doors: Doors,
  ) {}

  @Get('computation')
  @Allow('vote.read')
  @Page('votes/computation')
  async computation(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<ComputationSheet> {
    return this.sheet(actor, id, toComputation);
  }

  @Get('inspection')
  @Allow('vote.edit')
  @Page('votes/inspection')
  async inspection(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<InspectionSheet | SeeOther> {
    const { vote } = await this.desk.find(actor, id);
    if (vote.state !== 'closed') return seeOther(votePaths.show(id), '计票以后才能打印各户表决票');
    return this.sheet(actor, id, toInspection);
  }

  @Get('paper')
  @Allow('vote.read')
  @Page('votes/paper')
  async paper(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<BallotPapers> {
    return this.sheet(actor, id, toPapers);
  }

  @Get('sign-sheet')
  @Allow('vote.read')
  @Page('votes/sign-sheet')
  async signSheet(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<SignSheet> {
    return this.sheet(actor, id, toSignSheet);
  }

  private async sheet<Sheet>(
    actor: Actor,
    id: number,
    print: (records: VoteRecords, places: Places) => Sheet,
  ): Promise<Sheet> {
    const records = await this.desk.find(actor, id);
    return print(records, await this.doors.doorsOf(records.compound.id));
  }
}
