import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { FastifyReply, FastifyRequest } from 'fastify';
import { Posted, asForm, formState } from '../platform/web/form';
import { Answer, Page, refused, seeOther } from '../platform/web/page';
import { SignInForm } from './access.forms';
import { accessPaths, homeOf, safeNext } from './access.paths';
import { SignInPage, toSignIn } from './access.presenter';
import { Open } from './allow';
import { deviceOf } from './device';
import { Sessions } from './sessions.service';
import { SignIn } from './sign-in.service';

/** Signing in and out. */
@Controller()
export class SignInController {
  constructor(
    private readonly signIns: SignIn,
    private readonly sessions: Sessions,
  ) {}

  @Get(accessPaths.signIn())
  @Open()
  @Page('access/sign-in')
  show(@Query('next') next: unknown, @Req() request: FastifyRequest): Answer<SignInPage> {
    if (request.signedIn)
      return seeOther(safeNext(next) || homeOf({ ...request.signedIn.actor, ...request.signedIn }));
    return toSignIn(formState({ next: safeNext(next) }));
  }

  @Post(accessPaths.signIn())
  @Open()
  @Page('access/sign-in')
  async create(
    @Body(asForm(SignInForm)) form: Posted<SignInForm>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer<SignInPage>> {
    const kept = { login: form.raw.login, next: safeNext(form.value.next) };
    if (form.errors.length) return refused(toSignIn(formState(kept, form.errors)));
    const outcome = await this.signIns.signIn({
      login: form.value.login,
      password: form.value.password,
      address: request.ip,
      device: deviceOf(request.headers['user-agent']),
      oldSessionId: request.signedIn?.sessionId,
    });
    if (!outcome.ok) return refused(toSignIn(formState(kept, [], outcome.blockers)));
    this.sessions.sendCookie(reply, outcome.value.token);
    const { mustChangePassword } = outcome.value;
    return seeOther((!mustChangePassword && kept.next) || homeOf(outcome.value));
  }
}
