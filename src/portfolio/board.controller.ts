import { Controller, Get, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Organisations } from '../access/organisations.service';
import { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { Page } from '../platform/web/page';
import { readBoardQuery } from './board-query';
import { BoardPage, toBoard } from './board.presenter';
import { Board } from './board.service';

/** The board. */
@Controller()
export class BoardController {
  constructor(
    private readonly boards: Board,
    private readonly organisations: Organisations,
    private readonly clock: Clock,
  ) {}

  @Get('/board')
  @Allow('board.read')
  @Page('portfolio/board')
  async board(@CurrentActor() actor: Actor, @Query() query: Record<string, unknown>): Promise<BoardPage> {
    const wanted = readBoardQuery(query);
    const places = await this.organisations.placesFor(actor);
    return toBoard(await this.boards.find(actor, wanted), wanted, places, this.clock.today());
  }
}
