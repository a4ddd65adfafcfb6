import { randomBytes, randomInt } from 'node:crypto';
import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { Passwords } from '../access/passwords';
import { People } from '../access/people.service';
import { AuditTrail } from '../audit/audit.service';
import {
  invitationEndsOn,
  invitationSettings,
  invitingBlockers,
  revokingBlockers,
} from '../domain/construction/invitation';
import { pinBlockers, pinSettings } from '../domain/construction/invitation-pin';
import { stopping } from '../domain/kernel/blocker';
import { done, Outcome, refuse } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { stale, UnitOfWork, updateAt } from '../platform/database/unit-of-work';
import { ContractAtPlace, WorksDesk } from '../works/works.desk';
import { InvitationRecord } from './invitation.entities';
import { invitationsPaths } from './invitations.paths';
import { hashOf } from './site-phones';

/** An invitation with what opens it; told once, because only hashes are kept. */
export interface GivenInvitation {
  invitation: InvitationRecord;
  path: string;
  pin: string;
}

/** An invitation with its contract, compound and renovation. */
export type InvitationAtPlace = ContractAtPlace & { invitation: InvitationRecord };

/** Invitations of foremen: given by the street manager for one contract, shown once, taken back at any time. */
@Injectable()
export class Invitations {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly work: UnitOfWork,
    private readonly works: WorksDesk,
    private readonly people: People,
    private readonly passwords: Passwords,
    private readonly once: OnceKeys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The invitations of a contract, the newest first. */
  ofContract(contractId: number, from: EntityManager = this.reader.manager): Promise<InvitationRecord[]> {
    return from.find(InvitationRecord, { where: { contractId }, order: { id: 'DESC' } });
  }

  /** The invitation with this id, if the person may see its contract; otherwise it is not there. */
  async find(
    actor: Actor,
    id: number,
    from: EntityManager = this.reader.manager,
  ): Promise<InvitationAtPlace> {
    const invitation = await from.findOneBy(InvitationRecord, { id });
    if (!invitation) throw new NotFoundException();
    return { invitation, ...(await this.works.contract(actor, invitation.contractId, from)) };
  }

  /** Invites somebody to a contract. Sent twice it is one invitation, and the second answer tells nothing that opens it. */
  async give(
    actor: Actor,
    contractId: number,
    form: { label: string; onceKey: string },
  ): Promise<Outcome<GivenInvitation | null>> {
    const secret = randomBytes(invitationSettings.secretBytes).toString('base64url');
    const pin = drawnPin();
    const pinHash = await this.passwords.make(pin);
    let given: GivenInvitation | null = null;
    const outcome = await this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        const place = await this.works.contract(actor, contractId, tx);
        const label = form.label.trim();
        const blockers = await this.blockers(tx, actor, place, label);
        if (blockers.length) return refuse(...blockers);
        const invitation = await this.keep(tx, actor, place, { label, secretHash: hashOf(secret), pinHash });
        given = { invitation, pin, path: invitationsPaths.enter(secret) };
        return done(invitationsPaths.ofContract(contractId));
      }),
    );
    return outcome.ok ? done(given) : outcome;
  }

  /** Takes an invitation back; its phones are turned away from now on. The contract's page of invitations. */
  revoke(actor: Actor, id: number, version: number): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const { invitation, contract, compound } = await this.find(actor, id, tx);
      const blockers = revokingBlockers(invitation, actor.role);
      if (blockers.length) return refuse(...blockers);
      const change = { revokedOn: this.clock.today(), revokedBy: actor.userId };
      if (!(await updateAt(tx, InvitationRecord, { id, version }, change))) return refuse(stale);
      await this.audit.record(tx, {
        ...{ actor, action: 'invitation.revoked', subject: { kind: 'invitation', id } },
        compoundId: compound.id,
      });
      return done(invitationsPaths.ofContract(contract.id));
    });
  }

  private async blockers(
    tx: EntityManager,
    actor: Actor,
    { renovation, contract }: ContractAtPlace,
    label: string,
  ) {
    const invitations = await this.ofContract(contract.id, tx);
    const place = { renovation: renovation.state, role: actor.role, contract, invitations };
    return stopping(invitingBlockers(place, label, this.clock.today()));
  }

  private async keep(
    tx: EntityManager,
    actor: Actor,
    { contract, compound }: ContractAtPlace,
    opened: Pick<InvitationRecord, 'label' | 'secretHash' | 'pinHash'>,
  ): Promise<InvitationRecord> {
    const givenOn = this.clock.today();
    const invitation = tx.create(InvitationRecord, {
      ...{ ...opened, compoundId: compound.id, contractId: contract.id },
      userId: await this.people.nameInvitation(tx, opened.label, contract.organisationId),
      ...{ givenOn, endsOn: invitationEndsOn(givenOn), givenBy: actor.userId, givenAt: this.clock.nowAt() },
      ...{ revokedOn: null, revokedBy: null, wrongPins: 0, triedAt: null, version: 1 },
    });
    await tx.insert(InvitationRecord, invitation);
    await this.audit.record(tx, {
      ...{ actor, action: 'invitation.given', subject: { kind: 'invitation', id: invitation.id } },
      ...{ compoundId: compound.id, to: invitation.endsOn },
    });
    return invitation;
  }
}

/** A PIN nobody guesses first. */
function drawnPin(): string {
  for (;;) {
    const pin = String(randomInt(10 ** pinSettings.digits)).padStart(pinSettings.digits, '0');
    if (!pinBlockers(pin).length) return pin;
  }
}
