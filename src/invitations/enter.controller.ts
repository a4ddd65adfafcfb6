import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { FastifyReply, FastifyRequest } from 'fastify';
import { safeNext } from '../access/access.paths';
import { Open } from '../access/allow';
import { deviceOf } from '../access/device';
import type { Blocker } from '../domain/kernel/blocker';
import { queryText } from '../platform/web/address';
import { Posted, asForm, formState } from '../platform/web/form';
import { Answer, Page, SeeOther, refused, seeOther } from '../platform/web/page';
import { EnterPage, toEnter } from './enter.presenter';
import { Entering } from './entering';
import { EnterForm } from './invitation.forms';
import { SitePhones } from './site-phones';

/** Where a phone comes in by its invitation. */
@Controller()
export class EnterController {
  constructor(
    private readonly entering: Entering,
    private readonly phones: SitePhones,
  ) {}

  @Get('/m/enter')
  @Open()
  @Page('invitations/enter')
  async show(
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
  ): Promise<EnterPage | SeeOther> {
    const secret = queryText(query.i);
    const next = nextOf(query.next);
    if (request.signedIn?.onSite && !secret) return seeOther(next);
    const known = await this.phones.known(request);
    const blockers = await this.entering.blockers({ secret, known });
    return toEnter(formState({ i: secret, next }, [], blockers), blockers);
  }

  @Post('/m/enter')
  @Open()
  @Page('invitations/enter')
  async create(
    @Body(asForm(EnterForm)) form: Posted<EnterForm>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer<EnterPage>> {
    const { i: secret = '', pin, next } = form.value;
    const kept = { i: secret, next: nextOf(next) };
    if (form.errors.length) return refused(toEnter(formState(kept, form.errors), []));
    const known = await this.phones.known(request);
    const device = deviceOf(request.headers['user-agent']);
    const outcome = await this.entering.enter({ secret, known, pin, device });
    if (!outcome.ok) return refused(againWith(kept, outcome.blockers));
    if (outcome.value !== null) this.phones.sendCookie(reply, outcome.value);
    return seeOther(kept.next, '已进入，可以填报日报了');
  }
}

const againWith = (kept: Record<string, string>, blockers: Blocker[]): EnterPage =>
  toEnter(formState(kept, [], blockers), blockers);

/** A phone goes nowhere but to its own pages. */
function nextOf(next: unknown): string {
  const safe = safeNext(next);
  return /^\/m(?:[/?]|$)/.test(safe) && !safe.startsWith('/m/enter') ? safe : '/m';
}
