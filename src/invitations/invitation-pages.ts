import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PublicAddress } from '../compounds/public-address';
import { Frame, Workspace } from '../compounds/workspace';
import type { Blocker } from '../domain/kernel/blocker';
import type { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { FieldError, FormState, formState } from '../platform/web/form';
import { ContractAtPlace, WorksDesk } from '../works/works.desk';
import { GivenInvitationPage, InvitationsPage, toGiven, toInvitations } from './invitations.presenter';
import { GivenInvitation, Invitations } from './invitations.service';
import { SitePhones } from './site-phones';

/** Gathers what the pages of invitations show. */
@Injectable()
export class InvitationPages {
  constructor(
    private readonly works: WorksDesk,
    private readonly invitations: Invitations,
    private readonly phones: SitePhones,
    private readonly address: PublicAddress,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  async index(actor: Actor, contractId: number, form?: FormState): Promise<InvitationsPage> {
    const place = await this.works.contract(actor, contractId);
    const invitations = await this.invitations.ofContract(contractId);
    const phones = await this.phones.trusted(invitations.map(({ id }) => id));
    const view = { place, invitations, phones, actor, today: this.clock.today() };
    return toInvitations(view, form ?? this.empty(), await this.frame(actor, place));
  }

  async given(actor: Actor, given: GivenInvitation): Promise<GivenInvitationPage> {
    const place = await this.works.contract(actor, given.invitation.contractId);
    return toGiven(given, this.address.at(given.path), await this.frame(actor, place));
  }

  /** The form of one more invitation, with what speaks against the step above it. */
  refused(errors: readonly FieldError[], blockers: readonly Blocker[]): FormState {
    return formState(this.empty().values, errors, blockers);
  }

  private empty(): FormState {
    return formState({ label: '现场负责人', onceKey: randomUUID() });
  }

  private frame(actor: Actor, { compound }: ContractAtPlace): Promise<Frame> {
    return this.workspace.frame(actor, compound, 'works', '现场邀请');
  }
}
