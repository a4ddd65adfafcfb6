import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** What opens the phone's pages of one contract. Only hashes of the secret and the PIN are kept. */
@Entity('site_invitation')
export class InvitationRecord {
  @PrimaryGeneratedColumn() id: number;
  @Column('integer') compoundId: number;
  @Column('integer') contractId: number;
  /** The name it has in the records; no password opens that account. */
  @Column('integer', { unique: true }) userId: number;
  @Column('varchar', { length: 20 }) label: string;
  @Column('varchar', { length: 64, unique: true }) secretHash: string;
  @Column('varchar', { length: 200 }) pinHash: string;
  @Column('varchar', { length: 10 }) givenOn: string;
  @Column('varchar', { length: 10 }) endsOn: string;
  @Column('integer') givenBy: number;
  @Column('varchar', { length: 24 }) givenAt: string;
  @Column('varchar', { length: 10, nullable: true }) revokedOn: string | null;
  @Column('integer', { nullable: true }) revokedBy: number | null;
  /** Wrong PINs since the last right one; one that is being looked at counts until it was right. */
  @Column('integer', { default: 0 }) wrongPins: number;
  @Column('varchar', { length: 24, nullable: true }) triedAt: string | null;
  @Column('integer', { default: 1 }) version: number;
}

/** A phone that gave the right PIN. `tokenHash` is the SHA-256 of its cookie, so that the table opens no door. */
@Entity('site_phone')
export class PhoneRecord {
  @PrimaryGeneratedColumn() id: number;
  @Column('varchar', { length: 64, unique: true }) tokenHash: string;
  @Column('integer') invitationId: number;
  /** Stays the same when the PIN is given again, so that a form that lies open can still be sent. */
  @Column('varchar', { length: 43 }) csrf: string;
  @Column('varchar', { length: 60 }) device: string;
  @Column('varchar', { length: 10 }) trustedUntil: string;
  @Column('varchar', { length: 24 }) enteredAt: string;
}
