import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { OrganisationKind, Role } from '../domain/people/roles';

/** A district, street, community or firm; the tree bounds what its people see. */
@Entity('organisation')
export class Organisation {
  @PrimaryGeneratedColumn() id: number;
  /** Official 6, 9 or 12-digit division code; firms carry their own. */
  @Column('varchar', { length: 32, unique: true }) code: string;
  @Column('varchar', { length: 80 }) name: string;
  @Column('varchar', { length: 40 }) shortName: string;
  @Column('varchar', { length: 16 }) kind: OrganisationKind;
  @Column('integer', { nullable: true }) parentId: number | null;
}

/** A person who can sign in. Disabled, never deleted, because history names them. */
@Entity('user_account')
export class UserAccount {
  @PrimaryGeneratedColumn() id: number;
  @Column('varchar', { length: 40, unique: true }) login: string;
  @Column('varchar', { length: 40 }) name: string;
  @Column('varchar', { length: 24 }) role: Role;
  @Column('integer') organisationId: number;
  @Column('varchar', { length: 200 }) passwordHash: string;
  @Column('varchar', { length: 24 }) passwordChangedAt: string;
  /** The password was set by somebody else and must be changed at the next sign-in. */
  @Column('boolean', { default: false }) mustChangePassword: boolean;
  /** A password set by somebody else is good until then. */
  @Column('varchar', { length: 24, nullable: true }) passwordExpiresAt: string | null;
  @Column('varchar', { length: 24, nullable: true }) disabledAt: string | null;
  @Column('varchar', { length: 24, nullable: true }) lastSignInAt: string | null;
  @Column('varchar', { length: 24 }) createdAt: string;
  @Column('integer', { default: 1 }) version: number;
}

/** One signed-in browser. The id is the SHA-256 of the cookie, so that the table opens no door. */
@Entity('session')
export class Session {
  @PrimaryColumn('varchar', { length: 64 }) id: string;
  /** A short public handle, to end one session from the list of one's own. */
  @Column('varchar', { length: 16, unique: true }) handle: string;
  @Column('integer') userId: number;
  @Column('varchar', { length: 43 }) csrf: string;
  @Column('varchar', { length: 60 }) device: string;
  @Column('varchar', { length: 24 }) createdAt: string;
  @Column('varchar', { length: 24 }) seenAt: string;
}

/** Wrong sign-ins in the running window, per account and per address (both as keyed hashes). */
@Entity('sign_in_failure')
export class SignInFailure {
  @PrimaryColumn('varchar', { length: 64 }) subject: string;
  @Column('integer') failures: number;
  @Column('varchar', { length: 24 }) lastAt: string;
}

/** What a form with this key led to, so that sending it twice makes one record. */
@Entity('once_key')
export class OnceKeyRecord {
  @PrimaryColumn('varchar', { length: 64 }) key: string;
  @Column('integer') userId: number;
  @Column('varchar', { length: 200 }) path: string;
  @Column('varchar', { length: 24 }) createdAt: string;
}
