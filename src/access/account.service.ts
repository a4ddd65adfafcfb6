import { Inject, Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AuditTrail } from '../audit/audit.service';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { Actor } from '../domain/people/actor';
import { passwordBlockers } from '../domain/people/password';
import { Clock } from '../platform/clock/clock';
import { Config } from '../platform/config/config';
import { CONFIG } from '../platform/config/config.module';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Session, UserAccount } from './entities';
import { Passwords, isCommonPassword } from './passwords';
import { Sessions } from './sessions.service';

/** What people do with their own account: change the password, see and end their sessions, sign out. */
@Injectable()
export class Account {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly work: UnitOfWork,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The person's signed-in browsers, the most recently used first. */
  sessionsOf(actor: Actor): Promise<Session[]> {
    return this.reader.manager.find(Session, { where: { userId: actor.userId }, order: { seenAt: 'DESC' } });
  }

  /** Changes the password after proving the present one; every other session ends. */
  async changePassword(actor: Actor, sessionId: string, current: string, wanted: string): Promise<Outcome> {
    const user = await this.reader.manager.findOneByOrFail(UserAccount, { id: actor.userId });
    if (!(await this.passwords.check(user.passwordHash, current))) {
      return refuse({ code: 'password.current', level: 'law', text: '现在的密码不对，请重新输入' });
    }
    const person = { login: user.login, name: actor.name, organisationName: actor.organisationName };
    const blockers = passwordBlockers(wanted, person, this.config.passwordProfile, isCommonPassword);
    if (current === wanted)
      blockers.push({ code: 'password.same', level: 'policy', text: '新密码要和现在的不同' });
    if (blockers.length) return refuse(...blockers);
    const passwordHash = await this.passwords.make(wanted);
    return this.work.run(async (tx) => {
      const at = this.clock.nowAt();
      const change = {
        passwordHash,
        passwordChangedAt: at,
        mustChangePassword: false,
        passwordExpiresAt: null,
      };
      await tx.update(UserAccount, { id: user.id }, change);
      await this.sessions.endAll(tx, user.id, sessionId);
      await this.audit.record(tx, {
        actor,
        action: 'access.password-changed',
        subject: { kind: 'user', id: user.id },
      });
      return done(undefined);
    });
  }

  /** Ends this browser's session. */
  async signOut(actor: Actor, sessionId: string): Promise<Outcome> {
    return this.work.run(async (tx) => {
      await tx.delete(Session, { id: sessionId });
      await this.audit.record(tx, {
        actor,
        action: 'access.signed-out',
        subject: { kind: 'user', id: actor.userId },
      });
      return done(undefined);
    });
  }

  /** Ends one of the person's sessions by its handle, or all but this one ('others'). */
  async endSession(actor: Actor, sessionId: string, handle: string): Promise<Outcome> {
    return this.work.run(async (tx) => {
      if (handle === 'others') await this.sessions.endAll(tx, actor.userId, sessionId);
      else if (!(await tx.delete(Session, { handle, userId: actor.userId })).affected)
        throw new NotFoundException();
      await this.audit.record(tx, {
        actor,
        action: 'access.session-ended',
        subject: { kind: 'user', id: actor.userId },
      });
      return done(undefined);
    });
  }
}
