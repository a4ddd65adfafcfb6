import { Body, Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { FastifyReply, FastifyRequest } from 'fastify';
import { Actor } from '../domain/people/actor';
import { Config } from '../platform/config/config';
import { CONFIG } from '../platform/config/config.module';
import { FieldError, Posted, asForm, formState } from '../platform/web/form';
import { Answer, Page, refused, seeOther } from '../platform/web/page';
import { EndSessionForm, PasswordForm } from './access.forms';
import { accessPaths } from './access.paths';
import { AccountPage, toAccount } from './access.presenter';
import { Account } from './account.service';
import { Allow, CurrentActor } from './allow';
import { Sessions } from './sessions.service';

/** One's own account. */
@Controller()
export class AccountController {
  constructor(
    private readonly account: Account,
    private readonly sessions: Sessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(accessPaths.account())
  @Allow('account.own')
  @Page('access/account')
  async show(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<AccountPage> {
    return this.page(actor, request);
  }

  @Post(accessPaths.password())
  @Allow('account.own')
  @Page('access/account')
  async changePassword(
    @CurrentActor() actor: Actor,
    @Body(asForm(PasswordForm)) form: Posted<PasswordForm>,
    @Req() request: FastifyRequest,
  ): Promise<Answer<AccountPage>> {
    const errors: FieldError[] = [...form.errors];
    const { current, wanted, repeated } = form.value;
    if (!errors.length && wanted !== repeated)
      errors.push({ field: 'repeated', message: '两次输入的新密码不一样，请重新输入' });
    if (errors.length) return refused(await this.page(actor, request, formState({}, errors)));
    const outcome = await this.account.changePassword(actor, request.signedIn!.sessionId, current, wanted);
    if (!outcome.ok) return refused(await this.page(actor, request, formState({}, [], outcome.blockers)));
    return seeOther(accessPaths.account(), '密码已修改，其他设备上的登录已退出');
  }

  @Post(accessPaths.endSession())
  @Allow('account.own')
  @Page('access/account')
  async endSession(
    @CurrentActor() actor: Actor,
    @Body(asForm(EndSessionForm)) form: Posted<EndSessionForm>,
    @Req() request: FastifyRequest,
  ): Promise<Answer<AccountPage>> {
    if (form.errors.length) return refused(await this.page(actor, request, formState({}, form.errors)));
    await this.account.endSession(actor, request.signedIn!.sessionId, form.value.handle);
    return seeOther(accessPaths.account(), '已退出所选设备的登录');
  }

  @Post(accessPaths.signOut())
  @Allow('account.own')
  async signOut(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.account.signOut(actor, request.signedIn!.sessionId);
    this.sessions.clearCookie(reply);
    return seeOther(accessPaths.signIn());
  }

  private async page(actor: Actor, request: FastifyRequest, form = formState({})): Promise<AccountPage> {
    const { sessionId, mustChangePassword } = request.signedIn!;
    const profile = this.config.passwordProfile;
    const sessions = await this.account.sessionsOf(actor);
    return toAccount(actor, sessions, { sessionId, mustChangePassword, profile, form });
  }
}
