import { Controller, Get, NotFoundException, Param, Query, Req, Res } from '@nestjs/common';
import { FastifyReply, FastifyRequest } from 'fastify';
import { Open } from '../access/allow';
import { normaliseCode } from '../domain/compound/code';
import { Disclosure } from '../domain/disclosure/disclosure';
import { CalendarDate } from '../domain/kernel/calendar-date';
import { StageCode, stages } from '../domain/renovation/stages';
import { Clock } from '../platform/clock/clock';
import { DataVersion } from '../platform/database/data-version';
import { PageCache } from '../platform/cache/page-cache';
import { queryNumber, queryText, withQuery } from '../platform/web/address';
import { toCompound } from './compound.presenter';
import { toHome, toStreet } from './home.presenter';
import { toBulletin, toLog } from './log.presenter';
import { toMeeting, toMeetings, toWishes } from './meeting.presenter';
import { Overviews } from './overview.service';
import { toPhoto } from './photo.presenter';
import { PublicFacts } from './public-facts.service';
import { PublicShell } from './public-shell';
import { publicPaths } from './public-site.paths';

type Query = Record<string, unknown>;

/** A page of a compound: its view, its own address, and how it is told. */
interface Part {
  code: string;
  view: string;
  path: string;
  to: (told: Disclosure, today: CalendarDate) => object | undefined;
}

/** The pages for everybody; answered from the page cache, without session, cookie or form token. */
@Controller()
export class PublicSiteController {
  constructor(
    private readonly pages: PageCache,
    private readonly version: DataVersion,
    private readonly shell: PublicShell,
    private readonly facts: PublicFacts,
    private readonly overviews: Overviews,
    private readonly clock: Clock,
  ) {}

  @Get('/')
  @Open()
  async home(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Query) {
    const wanted = readHomeQuery(query);
    const path = withQuery(publicPaths.home(), { ...wanted, stage: wanted.stage ?? '' });
    await this.pages.answer(request, reply, {
      revision: async () => String(await this.version.read()),
      render: async () => {
        const page = toHome(await this.overviews.all(wanted), wanted, this.clock.today());
        return this.shell.print('public-site/home', page, request, path);
      },
    });
  }

  @Get('/s/:code')
  @Open()
  async street(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('code') code: string,
    @Query() query: Query,
  ) {
    const page = Math.max(1, queryNumber(query.page));
    await this.pages.answer(request, reply, {
      revision: async () => String(await this.version.read()),
      render: async () => {
        const found = toStreet({ ...(await this.overviews.street(code)), page }, this.clock.today());
        return this.shell.print('public-site/street', found, request, publicPaths.street(code, page));
      },
    });
  }

  @Get('/c/:code')
  @Open()
  async compound(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('code') typed: string) {
    const code = normaliseCode(typed);
    // Typed from the board by hand: FL106.
    if (code !== typed) return this.shell.moved(reply, publicPaths.compound(code));
    await this.pages.answer(request, reply, {
      revision: () => this.facts.revisionOf(code),
      render: async () => {
        const { told, changedAt } = await this.facts.of(code);
        const page = toCompound(told, changedAt, this.clock.today());
        const path = publicPaths.compound(code);
        return this.shell.print('public-site/compound', page, request, path, told.compound.isDemo);
      },
    });
  }

  @Get('/c/:code/photos/:publicId')
  @Open()
  photo(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('code') code: string,
    @Param('publicId') publicId: string,
  ) {
    const path = publicPaths.photo(code, publicId);
    const to = ({ compound, photos }: Disclosure, today: CalendarDate) =>
      toPhoto(compound, photos, publicId, today);
    return this.part(request, reply, { code, view: 'public-site/photo', path, to });
  }

  @Get('/c/:code/meetings')
  @Open()
  meetings(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('code') code: string) {
    const path = publicPaths.meetings(code);
    return this.part(request, reply, { code, view: 'public-site/meetings', path, to: toMeetings });
  }

  @Get('/c/:code/meetings/:no')
  @Open()
  meeting(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('code') code: string,
    @Param('no') no: string,
  ) {
    const number = numberIn(no);
    const path = publicPaths.meeting(code, number);
    const to = (told: Disclosure, today: CalendarDate) => toMeeting(told, number, today);
    return this.part(request, reply, { code, view: 'public-site/meeting', path, to });
  }

  @Get('/c/:code/wishes')
  @Open()
  wishes(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('code') code: string) {
    const path = publicPaths.wishes(code);
    return this.part(request, reply, { code, view: 'public-site/wishes', path, to: toWishes });
  }

  @Get('/c/:code/log')
  @Open()
  log(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('code') code: string,
    @Query() query: Query,
  ) {
    const asked = { renovation: renovationIn(query), page: Math.max(1, queryNumber(query.page)) };
    const path = publicPaths.log(code, asked);
    const to = (told: Disclosure, today: CalendarDate) => toLog(told, asked, today);
    return this.part(request, reply, { code, view: 'public-site/log', path, to });
  }

  @Get('/c/:code/bulletins/:no')
  @Open()
  bulletin(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('code') code: string,
    @Param('no') no: string,
    @Query() query: Query,
  ) {
    const asked = { renovation: renovationIn(query), number: numberIn(no) };
    const path = publicPaths.bulletin(code, asked.number, asked.renovation);
    const to = (told: Disclosure, today: CalendarDate) => toBulletin(told, asked, today);
    return this.part(request, reply, { code, view: 'public-site/bulletin', path, to });
  }

  /** A page about a part of what is told of a compound; 404 where there is nothing to tell. */
  private part(request: FastifyRequest, reply: FastifyReply, part: Part): Promise<void> {
    return this.pages.answer(request, reply, {
      revision: () => this.facts.revisionOf(part.code),
      render: async () => {
        const { told } = await this.facts.of(part.code);
        const page = part.to(told, this.clock.today());
        if (!page) throw new NotFoundException();
        return this.shell.print(part.view, page, request, part.path, told.compound.isDemo);
      },
    });
  }
}

/** The number in an address; 0 where there is none. */
const numberIn = (text: string): number => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0);

/** Which renovation of a compound is asked about; the first where the address does not say. */
const renovationIn = (query: Query): number => Math.max(1, queryNumber(query.renovation));

function readHomeQuery(query: Query): { q: string; stage: StageCode | null; page: number } {
  const stage = queryText(query.stage);
  return {
    q: queryText(query.q, 40).trim(),
    stage: stages.find((one) => one === stage) ?? null,
    page: Math.max(1, queryNumber(query.page)),
  };
}
