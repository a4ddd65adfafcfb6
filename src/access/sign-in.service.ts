import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In } from 'typeorm';
import { AuditTrail } from '../audit/audit.service';
import { Blocker } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { Actor } from '../domain/people/actor';
import { Role } from '../domain/people/roles';
import { throttleSettings, waitAfter } from '../domain/people/throttle';
import { Clock } from '../platform/clock/clock';
import { Config } from '../platform/config/config';
import { CONFIG } from '../platform/config/config.module';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Organisation, SignInFailure, UserAccount } from './entities';
import { Passwords } from './passwords';
import { Sessions } from './sessions.service';
import { UnderWay } from './under-way';

interface Attempt {
  login: string;
  password: string;
  address: string;
  device: string;
  oldSessionId?: string;
}

/** Whose wrong tries are counted, as keyed hashes. */
interface Subjects {
  account: string;
  address: string;
}

/** A session just opened. */
export interface Opened {
  token: string;
  role: Role;
  mustChangePassword: boolean;
}

const wrong: Blocker = {
  code: 'sign-in.wrong',
  level: 'law',
  text: '账号或密码不对，请核对后再试。忘记密码请联系系统管理员重设',
};

/** Signing in with a password; wrong tries cost waiting, per account and per address, never a lock for good. */
@Injectable()
export class SignIn {
  private readonly underWay = new UnderWay();

  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly work: UnitOfWork,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The session cookie's value and who it is for, or why not; one answer for an unknown login and a wrong password. */
  async signIn(attempt: Attempt): Promise<Outcome<Opened>> {
    const subjects = {
      account: this.subject('account', attempt.login.toLowerCase()),
      address: this.subject('address', attempt.address),
    };
    const wait = await this.admit(subjects);
    if (wait > 0) return refuse(waiting(wait));
    try {
      return await this.judge(attempt, subjects);
    } finally {
      Object.values(subjects).forEach((subject) => this.underWay.leave(subject));
    }
  }

  private async judge(attempt: Attempt, subjects: Subjects): Promise<Outcome<Opened>> {
    const user = await this.reader.manager.findOneBy(UserAccount, { login: attempt.login.toLowerCase() });
    // No password was ever given to an invitation, so that there is none to check.
    const right = await this.passwords.check(user?.passwordHash || undefined, attempt.password);
    if (!right || !user || user.disabledAt || this.isExpired(user)) {
      await this.noteFailure(Object.values(subjects), user);
      return refuse(wrong);
    }
    return this.open(user, attempt, subjects.account);
  }

  private async open(user: UserAccount, attempt: Attempt, accountSubject: string): Promise<Outcome<Opened>> {
    return this.work.run(async (tx) => {
      await tx.delete(SignInFailure, { subject: accountSubject });
      if (attempt.oldSessionId) await tx.query('DELETE FROM session WHERE id = $1', [attempt.oldSessionId]);
      await tx.update(UserAccount, { id: user.id }, { lastSignInAt: this.clock.nowAt() });
      const token = await this.sessions.open(tx, user.id, attempt.device);
      const actor = await actorOf(tx, user);
      await this.audit.record(tx, {
        actor,
        action: 'access.signed-in',
        subject: { kind: 'user', id: user.id },
      });
      return done({ token, role: user.role, mustChangePassword: user.mustChangePassword });
    });
  }

  private async noteFailure(subjects: string[], user: UserAccount | null): Promise<void> {
    await this.work.run(async (tx) => {
      const at = this.clock.nowAt();
      const known = await tx.findBy(SignInFailure, { subject: In(subjects) });
      for (const subject of subjects) {
        const before = known.find((row) => row.subject === subject);
        const failures = before && !this.isOld(before) ? before.failures + 1 : 1;
        await tx.upsert(SignInFailure, { subject, failures, lastAt: at }, ['subject']);
      }
      const subject = { kind: 'user', id: user?.id ?? 'unknown' };
      await this.audit.record(tx, { actor: null, action: 'access.sign-in-refused', subject });
      return done(undefined);
    });
  }

  /** Lets an attempt in to be judged, or says how many seconds to wait; those being judged count as wrong ones made now. */
  private async admit(subjects: Subjects): Promise<number> {
    let rows: SignInFailure[];
    let left: number;
    do {
      left = this.underWay.left;
      rows = await this.reader.manager.findBy(SignInFailure, { subject: In(Object.values(subjects)) });
    } while (left !== this.underWay.left);
    const waits = (['account', 'address'] as const).map((kind) => {
      const row = rows.find((one) => one.subject === subjects[kind] && !this.isOld(one));
      const judged = this.underWay.of(subjects[kind]);
      const seconds = row && judged === 0 ? this.millisecondsSince(row) / 1000 : 0;
      return waitAfter((row?.failures ?? 0) + judged, kind) - seconds;
    });
    const wait = Math.ceil(Math.max(0, ...waits));
    // In the same breath as the question, so that the next one finds it.
    if (wait === 0) Object.values(subjects).forEach((subject) => this.underWay.enter(subject));
    return wait;
  }

  /** Out of the window; also what a wrong clock wrote into the future, so that nobody waits for that day. */
  private isOld(row: SignInFailure): boolean {
    const since = this.millisecondsSince(row);
    return since < 0 || since > throttleSettings.windowSeconds * 1000;
  }

  private millisecondsSince({ lastAt }: SignInFailure): number {
    return this.clock.now().getTime() - Date.parse(lastAt);
  }

  private isExpired(user: UserAccount): boolean {
    return user.passwordExpiresAt !== null && user.passwordExpiresAt < this.clock.nowAt();
  }

  private subject(kind: string, value: string): string {
    return createHmac('sha256', this.config.sessionSecret).update(`${kind}:${value}`).digest('hex');
  }
}

/** The actor an account stands for. */
export async function actorOf(tx: EntityManager, user: UserAccount): Promise<Actor> {
  const organisation = await tx.findOneByOrFail(Organisation, { id: user.organisationId });
  const { id: userId, name, role, organisationId } = user;
  return { userId, name, role, organisationId, organisationName: organisation.name };
}

const waiting = (seconds: number): Blocker => ({
  code: 'sign-in.wait',
  level: 'law',
  text: `密码输错次数较多，请 ${seconds >= 60 ? `${Math.ceil(seconds / 60)} 分钟` : `${seconds} 秒`}后再试`,
});
