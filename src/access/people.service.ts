import { randomBytes } from 'node:crypto';
import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AuditTrail } from '../audit/audit.service';
import { Blocker, houseRule } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { Actor } from '../domain/people/actor';
import { Role, organisationKindNames, organisationKindOf, roleNames } from '../domain/people/roles';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { OnceKeys } from './once-keys';
import { Organisation, UserAccount } from './entities';
import { Passwords } from './passwords';
import { Sessions } from './sessions.service';

/** A password set by somebody else is good for one day and must be changed at first use (ASVS 5.0 §6.4.1). */
const startPasswordHours = 24;

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
    private readonly once: OnceKeys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<PersonRow[]> {
    const users = await this.reader.manager.find(UserAccount, { order: { disabledAt: 'ASC', login: 'ASC' } });
    const names = new Map((await this.reader.manager.find(Organisation)).map((one) => [one.id, one.name]));
    return users.map((user) => ({ ...user, organisationName: names.get(user.organisationId) ?? '' }));
  }

  async find(id: number): Promise<UserAccount> {
    const user = await this.reader.manager.findOneBy(UserAccount, { id });
    if (!user) throw new NotFoundException();
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
        const organisation = await tx.findOneBy(Organisation, { id: person.organisationId });
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

  /** Changes name, role and organisation; a new role ends the person's sessions. */
  async change(
    actor: Actor,
    id: number,
    change: Omit<NewPerson, 'login'> & { version: number },
  ): Promise<Outcome> {
    return this.work.run(async (tx) => {
      const before = await tx.findOneBy(UserAccount, { id });
      if (!before) throw new NotFoundException();
      const { version, ...values } = change;
      const organisation = await tx.findOneBy(Organisation, { id: change.organisationId });
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
      if (!(await tx.existsBy(UserAccount, { id }))) throw new NotFoundException();
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
      if (!(await tx.existsBy(UserAccount, { id }))) throw new NotFoundException();
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

  private expiry(): string {
    return new Date(this.clock.now().getTime() + startPasswordHours * 3_600_000).toISOString();
  }
}

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
