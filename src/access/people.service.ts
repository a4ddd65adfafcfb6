import { randomBytes } from 'node:crypto';
import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In } from 'typeorm';
import { AuditTrail } from '../audit/audit.service';
import { Blocker, houseRule } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { Actor } from '../domain/people/actor';
import { startPasswordHours } from '../domain/people/password';
import { Role, organisationKindNames, organisationKindOf, roleNames } from '../domain/people/roles';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { OnceKeys } from './once-keys';
import { Organisation, UserAccount } from './entities';
import { Organisations } from './organisations.service';
import { Passwords } from './passwords';
import { Sessions } from './sessions.service';

/** An account with the name of its organisation. */
export interface PersonRow extends UserAccount {
  organisationName: string;
}

interface NewPerson {
  login: string;
  name: string;
  role: Role;
  organisationId: number;
}

/** The accounts: who exists, in which role and organisation; disabled, never deleted. */
@Injectable()
export class People {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly work: UnitOfWork,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly organisations: Organisations,
    private readonly once: OnceKeys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** All accounts of all districts; for commands, never for a page. */
  async all(): Promise<UserAccount[]> {
    const users = await this.reader.manager.find(UserAccount, { order: { login: 'ASC' } });
    return users.filter((user) => !isOfInvitation(user));
  }

  /** What these people are called, by id, for lines that say who wrote something down; accounts carry role titles. */
  async names(ids: readonly (number | null)[]): Promise<Map<number, string>> {
    const wanted = new Set(ids.filter((id) => id !== null));
    if (!wanted.size) return new Map();
    const rows = await this.reader.manager.findBy(UserAccount, { id: In([...wanted]) });
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** The accounts of the person's district and of the firms. */
  async list(actor: Actor): Promise<PersonRow[]> {
    const organisations = await this.organisations.administeredFrom(actor.organisationId);
    const names = new Map(organisations.map((one) => [one.id, one.name]));
    const users = await this.reader.manager.find(UserAccount, { order: { disabledAt: 'ASC', login: 'ASC' } });
    return users
      .filter((user) => names.has(user.organisationId) && !isOfInvitation(user))
      .map((user) => ({ ...user, organisationName: names.get(user.organisationId)! }));
  }

  /** One account of the person's district or of a firm; another is not there. */
  async find(actor: Actor, id: number, from: EntityManager = this.reader.manager): Promise<UserAccount> {
    const user = await from.findOneBy(UserAccount, { id });
    const organisations = await this.organisations.administeredFrom(actor.organisationId, from);
    const isThere =
      user && !isOfInvitation(user) && organisations.some(({ id }) => id === user.organisationId);
    if (!isThere) throw new NotFoundException();
    return user;
  }

  /** Creates an account with a start password, shown once; sent twice it is one account (and no password again). */
  async create(
    actor: Actor | null,
    person: NewPerson,
    onceKey?: string,
  ): Promise<Outcome<{ id: number; password?: string }>> {
    const password = randomBytes(12).toString('base64url');
    const passwordHash = await this.passwords.make(password);
    let made = false;
    const created = await this.work.run(async (tx) => {
      const make = async (): Promise<Outcome<string>> => {
        const login = person.login.toLowerCase();
        const organisation = await this.organisation(tx, actor, person.organisationId);
        const blockers = [...loginBlockers(login), ...organisationBlockers(person.role, organisation)];
        if (await tx.existsBy(UserAccount, { login })) blockers.push(taken);
        if (blockers.length) return refuse(...blockers);
        const at = this.clock.nowAt();
        const row = { ...person, login, passwordHash, passwordChangedAt: at, createdAt: at };
        const result = await tx.insert(UserAccount, {
          ...row,
          mustChangePassword: true,
          passwordExpiresAt: this.expiry(),
        });
        const id = result.identifiers[0].id as number;
        await this.audit.record(tx, {
          actor,
          action: 'access.user-created',
          subject: { kind: 'user', id },
          to: person.role,
        });
        made = true;
        return done(String(id));
      };
      return actor && onceKey ? this.once.once(tx, actor, onceKey, make) : make();
    });
    return created.ok ? done({ id: Number(created.value), password: made ? password : undefined }) : created;
  }

  /**
   * Gives an invitation to a site its name in the records, inside a unit of work: no password opens it, and no page lists
   * it. Its id.
   */
  async nameInvitation(tx: EntityManager, name: string, organisationId: number): Promise<number> {
    const at = this.clock.nowAt();
    const result = await tx.insert(UserAccount, {
      ...{ login: `${invitationMark}${randomBytes(12).toString('hex')}`, name, organisationId },
      ...{ role: 'contractor', passwordHash: '', passwordChangedAt: at, createdAt: at, disabledAt: at },
    });
    return result.identifiers[0].id as number;
  }

  /** Changes name, role and organisation; a new role ends the person's sessions. */
  async change(
    actor: Actor,
    id: number,
    change: Omit<NewPerson, 'login'> & { version: number },
  ): Promise<Outcome> {
    return this.work.run(async (tx) => {
      const before = await this.find(actor, id, tx);
      const { version, ...values } = change;
      const organisation = await this.organisation(tx, actor, change.organisationId);
      const blockers = organisationBlockers(change.role, organisation);
      if (id === actor.userId && change.role !== before.role) blockers.push(notOneself);
      if (blockers.length) return refuse(...blockers);
      if (!(await updateAt(tx, UserAccount, { id, version }, values))) return refuse(stale);
      if (before.role !== change.role || before.organisationId !== change.organisationId)
        await this.sessions.endAll(tx, id);
      const subject = { kind: 'user', id };
      await this.audit.record(tx, {
        actor,
        action: 'access.user-changed',
        subject,
        from: before.role,
        to: change.role,
      });
      return done(undefined);
    });
  }

  /** Disables an account (its sessions end at once) or enables it again. */
  async setState(
    actor: Actor,
    id: number,
    step: 'disable' | 'enable',
    version: number,
    reason: string,
  ): Promise<Outcome> {
    return this.work.run(async (tx) => {
      await this.find(actor, id, tx);
      if (id === actor.userId) return refuse(notOneself);
      const disabledAt = step === 'disable' ? this.clock.nowAt() : null;
      if (!(await updateAt(tx, UserAccount, { id, version }, { disabledAt }))) return refuse(stale);
      await this.sessions.endAll(tx, id);
      const action = step === 'disable' ? 'access.user-disabled' : 'access.user-enabled';
      await this.audit.record(tx, { actor, action, subject: { kind: 'user', id }, reason });
      return done(undefined);
    });
  }

  /** Gives an account a new start password, shown once; its sessions end. */
  async resetPassword(actor: Actor, id: number, version: number): Promise<Outcome<string>> {
    const password = randomBytes(12).toString('base64url');
    const passwordHash = await this.passwords.make(password);
    return this.work.run(async (tx) => {
      await this.find(actor, id, tx);
      const at = this.clock.nowAt();
      const change = {
        passwordHash,
        passwordChangedAt: at,
        mustChangePassword: true,
        passwordExpiresAt: this.expiry(),
      };
      if (!(await updateAt(tx, UserAccount, { id, version }, change))) return refuse(stale);
      await this.sessions.endAll(tx, id);
      await this.audit.record(tx, { actor, action: 'access.password-reset', subject: { kind: 'user', id } });
      return done(password);
    });
  }

  /** Sets a known password without expiry: for the demo cast and the first administrator, never from a page. */
  async setPassword(id: number, password: string, mustChange: boolean): Promise<Outcome> {
    const passwordHash = await this.passwords.make(password);
    return this.work.run(async (tx) => {
      const change = { passwordHash, mustChangePassword: mustChange, passwordExpiresAt: null };
      await tx.update(UserAccount, { id }, change);
      await this.audit.record(tx, {
        actor: null,
        action: 'access.password-reset',
        subject: { kind: 'user', id },
      });
      return done(undefined);
    });
  }

  /** The organisation with this id, if the person administers it; commands administer all. */
  private async organisation(
    tx: EntityManager,
    actor: Actor | null,
    id: number,
  ): Promise<Organisation | null> {
    if (!actor) return tx.findOneBy(Organisation, { id });
    const organisations = await this.organisations.administeredFrom(actor.organisationId, tx);
    return organisations.find((one) => one.id === id) ?? null;
  }

  private expiry(): string {
    return new Date(this.clock.now().getTime() + startPasswordHours * 3_600_000).toISOString();
  }
}

/** No login of a person begins with it (`loginBlockers`). */
const invitationMark = '#';
const isOfInvitation = ({ login }: UserAccount): boolean => login.startsWith(invitationMark);

const taken = houseRule('user.login-taken', '这个账号已有人使用，请换一个');
const notOneself = houseRule('user.oneself', '不能停用自己的账号或修改自己的角色，请由另一位系统管理员操作');

function loginBlockers(login: string): Blocker[] {
  return /^[a-z][a-z0-9._-]{2,39}$/.test(login)
    ? []
    : [houseRule('user.login', '账号要以字母开头，只用小写字母、数字、点、横线，3 到 40 个字符')];
}

function organisationBlockers(role: Role, organisation: Organisation | null): Blocker[] {
  const kind = organisationKindOf[role];
  if (organisation?.kind === kind) return [];
  return [
    houseRule('user.organisation', `「${roleNames[role]}」的所属单位要选一个${organisationKindNames[kind]}`),
  ];
}
