import { Body, Controller, Get, Param, ParseIntPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import type { Actor } from '../domain/people/actor';
import { Posted, asForm, formState } from '../platform/web/form';
import { Answer, OtherPage, Page, refused, seeOther } from '../platform/web/page';
import { InvitationPages } from './invitation-pages';
import { InvitationForm, RevocationForm } from './invitation.forms';
import { InvitationsPage } from './invitations.presenter';
import { Invitations } from './invitations.service';
import { invitationsPaths } from './invitations.paths';

/** Invitations of foremen to one contract. */
@Controller()
export class InvitationsController {
  constructor(
    private readonly invitations: Invitations,
    private readonly pages: InvitationPages,
  ) {}

  @Get('/contracts/:id/invitations')
  @Allow('post.invite')
  @Page('invitations/index')
  async index(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<InvitationsPage> {
    return this.pages.index(actor, id);
  }

  @Post('/contracts/:id/invitations')
  @Allow('post.invite')
  @Page('invitations/index')
  async create(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(InvitationForm)) form: Posted<InvitationForm>,
  ): Promise<Answer<InvitationsPage>> {
    if (form.errors.length) {
      return refused(await this.pages.index(actor, id, formState(form.raw, form.errors)));
    }
    const outcome = await this.invitations.give(actor, id, form.value);
    if (!outcome.ok) {
      return refused(await this.pages.index(actor, id, formState(form.raw, [], outcome.blockers)));
    }
    if (!outcome.value) {
      const said = '邀请已经发过。PIN 只显示一次，忘了的请撤销后再邀请';
      return seeOther(invitationsPaths.ofContract(id), said);
    }
    return new OtherPage('invitations/given', await this.pages.given(actor, outcome.value));
  }

  @Post('/invitations/:id/revocations')
  @Allow('post.invite')
  @Page('invitations/index')
  async revoke(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(RevocationForm)) form: Posted<RevocationForm>,
  ): Promise<Answer<InvitationsPage>> {
    const { contract } = await this.invitations.find(actor, id);
    const outcome = form.errors.length ? null : await this.invitations.revoke(actor, id, form.value.version);
    if (outcome?.ok) return seeOther(outcome.value, '邀请已撤销，用它的手机不能再填报');
    const state = this.pages.refused(form.errors, outcome?.blockers ?? []);
    return refused(await this.pages.index(actor, contract.id, state));
  }
}
