import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import { Passwords } from '../access/passwords';
import { AuditTrail } from '../audit/audit.service';
import { enteringBlockers, phoneTrustedUntil } from '../domain/construction/invitation';
import {
  parsePin,
  pinBlockers,
  waitAfterPins,
  waitingBlockers,
  wrongPinBlockers,
} from '../domain/construction/invitation-pin';
import { Blocker, stopping } from '../domain/kernel/blocker';
import { done, Outcome, refuse } from '../domain/kernel/outcome';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { ContractRecord } from '../works/work.entities';
import { InvitationRecord } from './invitation.entities';
import { contractOf, hashOf, KnownPhone, SitePhones } from './site-phones';

/** What a phone hands in: the secret of its link, or what is known of it, and the PIN. */
export interface Entry {
  secret: string;
  known: KnownPhone | null;
  pin: string;
  device: string;
}

/** How a phone comes in: by the secret of its link and the PIN; wrong PINs cost waiting, many lock the invitation. */
@Injectable()
export class Entering {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly work: UnitOfWork,
    private readonly phones: SitePhones,
    private readonly passwords: Passwords,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** What speaks against coming in, before any PIN is given? */
  async blockers({ secret, known }: Pick<Entry, 'secret' | 'known'>): Promise<Blocker[]> {
    const invitation = await this.invitationOf({ secret, known });
    const contract = await this.contractOf(invitation);
    return enteringBlockers(invitation, contract, this.clock.today());
  }

  /** Lets the phone in; the cookie's value, null where it has one, or every reason why not. */
  async enter(entry: Entry): Promise<Outcome<string | null>> {
    const pin = parsePin(entry.pin);
    if (pin === undefined) return refuse(...pinBlockers(entry.pin));
    const admitted = await this.admit(entry);
    const pinHash = admitted.ok ? admitted.value.pinHash : undefined;
    // As long a look for a link that does not exist.
    const right = await this.passwords.check(pinHash, pin);
    if (!admitted.ok) return admitted;
    return right ? this.open(admitted.value, entry) : this.refuse(admitted.value);
  }

  /** Counts the try as a wrong one before the PIN is looked at, so that many at once are not looked at together. */
  private admit(entry: Entry): Promise<Outcome<InvitationRecord>> {
    return this.work.run(async (tx) => {
      const invitation = await this.invitationOf(entry, tx);
      const blockers = enteringBlockers(
        invitation,
        await this.contractOf(invitation, tx),
        this.clock.today(),
      );
      if (blockers.length || !invitation) return refuse(...blockers);
      const seconds = this.secondsToWait(invitation);
      if (seconds > 0) return refuse(...waitingBlockers(seconds));
      const wrongPins = invitation.wrongPins + 1;
      await tx.update(InvitationRecord, { id: invitation.id }, { wrongPins, triedAt: this.clock.nowAt() });
      return done({ ...invitation, wrongPins });
    });
  }

  /** A right PIN takes the wrong ones off, unless the invitation was taken back in the meantime. */
  private open(invitation: InvitationRecord, { known, device }: Entry): Promise<Outcome<string | null>> {
    return this.work.run(async (tx) => {
      const { id } = invitation;
      const now = { ...(await tx.findOneByOrFail(InvitationRecord, { id })), wrongPins: 0 };
      const blockers = stopping(enteringBlockers(now, await this.contractOf(now, tx), this.clock.today()));
      if (blockers.length) return refuse(...blockers);
      await tx.update(InvitationRecord, { id }, { wrongPins: 0, triedAt: null });
      const trustedUntil = phoneTrustedUntil(now, this.clock.today());
      const token = await this.phones.letIn(tx, { invitation: now, trustedUntil, device }, known);
      await this.record(tx, now, 'invitation.entered');
      return done(token);
    });
  }

  private async refuse(invitation: InvitationRecord): Promise<Outcome<never>> {
    await this.work.run(async (tx) => {
      await this.record(tx, invitation, 'invitation.pin-refused');
      return done(undefined);
    });
    return refuse(...wrongPinBlockers(invitation.wrongPins));
  }

  private secondsToWait({ wrongPins, triedAt }: InvitationRecord): number {
    if (triedAt === null) return 0;
    const since = (this.clock.now().getTime() - Date.parse(triedAt)) / 1000;
    // A clock that was set back makes nobody wait for the day it had shown.
    return since < 0 ? 0 : Math.ceil(Math.max(0, waitAfterPins(wrongPins) - since));
  }

  private async invitationOf(
    { secret, known }: Pick<Entry, 'secret' | 'known'>,
    from: EntityManager = this.reader.manager,
  ): Promise<InvitationRecord | null> {
    if (secret) return from.findOneBy(InvitationRecord, { secretHash: hashOf(secret) });
    return known && from.findOneBy(InvitationRecord, { id: known.invitation.id });
  }

  private async contractOf(
    invitation: InvitationRecord | null,
    from: EntityManager = this.reader.manager,
  ): Promise<ContractRecord | null> {
    return invitation && contractOf(invitation, from);
  }

  private record(tx: EntityManager, { id, compoundId }: InvitationRecord, action: string): Promise<void> {
    return this.audit.record(tx, {
      ...{ actor: null, action, subject: { kind: 'invitation', id }, compoundId },
    });
  }
}
