import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource, EntityManager, In, MoreThanOrEqual } from 'typeorm';
import type { SignedIn } from '../access/allow';
import { Organisation, UserAccount } from '../access/entities';
import { enteringBlockers } from '../domain/construction/invitation';
import { stopping } from '../domain/kernel/blocker';
import { Clock } from '../platform/clock/clock';
import { Config } from '../platform/config/config';
import { CONFIG } from '../platform/config/config.module';
import { ContractRecord } from '../works/work.entities';
import { InvitationRecord, PhoneRecord } from './invitation.entities';
import { invitationsPaths } from './invitations.paths';

/** A phone that is known, whether it is trusted now or not. */
export interface KnownPhone {
  phone: PhoneRecord;
  invitation: InvitationRecord;
  contract: ContractRecord | null;
}

/** Settings of the house: how long the cookie stays on a phone, and how many phones come by one invitation. */
const phoneSettings = { cookieDays: 180, perInvitation: 5 } as const;

const onSite = /^\/m(?:[/?#]|$)/;

/** The phones that came by invitation: their cookie reaches the pages under /m and no other. */
@Injectable()
export class SitePhones {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  private get cookieOptions() {
    const path = `${this.config.basePath}/m`;
    return { path, httpOnly: true, sameSite: 'lax', secure: this.config.https } as const;
  }

  /** Who sent this request by a phone? Where its trust is over, the request is told where the PIN is given again. */
  async find(request: FastifyRequest): Promise<SignedIn | undefined> {
    if (!onSite.test(request.url)) return undefined;
    const known = await this.known(request);
    if (!known) return undefined;
    const { phone, invitation, contract } = known;
    if (!contract || !this.isTrusted(known)) {
      request.entrance = invitationsPaths.enter();
      return undefined;
    }
    const { manager } = this.reader;
    const user = await manager.findOneByOrFail(UserAccount, { id: invitation.userId });
    const firm = await manager.findOneByOrFail(Organisation, { id: contract.organisationId });
    return {
      actor: {
        ...{ userId: user.id, name: user.name, role: 'contractor' },
        ...{ organisationId: firm.id, organisationName: firm.name },
      },
      ...{ sessionId: phone.tokenHash, csrf: phone.csrf, mustChangePassword: false },
      onSite: { invitationId: invitation.id, contractId: contract.id },
    };
  }

  /** The phone that sent this request, if it was ever let in. */
  async known(request: FastifyRequest): Promise<KnownPhone | null> {
    const token = request.cookies[cookie];
    if (!token || token.length !== 43) return null;
    const { manager } = this.reader;
    const phone = await manager.findOneBy(PhoneRecord, { tokenHash: hashOf(token) });
    if (!phone) return null;
    const invitation = await manager.findOneByOrFail(InvitationRecord, { id: phone.invitationId });
    return { phone, invitation, contract: await contractOf(invitation, manager) };
  }

  /** Lets a phone in inside a unit of work, or trusts one of this invitation again; the cookie's value for a new one. */
  async letIn(
    tx: EntityManager,
    {
      invitation,
      trustedUntil,
      device,
    }: { invitation: InvitationRecord; trustedUntil: string; device: string },
    known: KnownPhone | null,
  ): Promise<string | null> {
    const entered = { trustedUntil, device: device.slice(0, 60), enteredAt: this.clock.nowAt() };
    if (known?.invitation.id === invitation.id) {
      const { affected } = await tx.update(PhoneRecord, { id: known.phone.id }, entered);
      if (affected === 1) return null;
    }
    await this.makeRoom(tx, invitation.id);
    const token = newToken();
    const row = { ...entered, tokenHash: hashOf(token), csrf: newToken(), invitationId: invitation.id };
    await tx.insert(PhoneRecord, row);
    return token;
  }

  /** How many phones of each invitation are trusted today. */
  async trusted(invitationIds: readonly number[]): Promise<Map<number, number>> {
    const found = new Map<number, number>();
    if (!invitationIds.length) return found;
    const where = {
      invitationId: In([...invitationIds]),
      trustedUntil: MoreThanOrEqual(this.clock.today()),
    };
    for (const { invitationId } of await this.reader.manager.findBy(PhoneRecord, where)) {
      found.set(invitationId, (found.get(invitationId) ?? 0) + 1);
    }
    return found;
  }

  sendCookie(reply: FastifyReply, token: string): void {
    const maxAge = phoneSettings.cookieDays * 86_400;
    reply.setCookie(cookie, token, { ...this.cookieOptions, maxAge });
  }

  // A lock after wrong PINs keeps out who guesses; whoever gave the right one before stays.
  private isTrusted({ phone, invitation, contract }: KnownPhone): boolean {
    const today = this.clock.today();
    const guessed = { ...invitation, wrongPins: 0 };
    return phone.trustedUntil >= today && !stopping(enteringBlockers(guessed, contract, today)).length;
  }

  private async makeRoom(tx: EntityManager, invitationId: number): Promise<void> {
    const phones = await tx.find(PhoneRecord, {
      where: { invitationId },
      order: { enteredAt: 'DESC', id: 'DESC' },
    });
    const surplus = phones.slice(phoneSettings.perInvitation - 1).map(({ id }) => id);
    if (surplus.length) await tx.delete(PhoneRecord, { id: In(surplus) });
  }
}

/** The contract of an invitation, as long as it is with the firm whose foreman was invited. */
export const contractOf = (
  { contractId, userId }: Pick<InvitationRecord, 'contractId' | 'userId'>,
  from: EntityManager,
): Promise<ContractRecord | null> =>
  from
    .createQueryBuilder(ContractRecord, 'contract')
    .innerJoin(UserAccount, 'invited', 'invited.organisationId = contract.organisationId')
    .where('contract.id = :contractId AND invited.id = :userId', { contractId, userId })
    .getOne();

const cookie = 'phone';

const newToken = () => randomBytes(32).toString('base64url');

/** What is kept of a secret that is itself long and random. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
