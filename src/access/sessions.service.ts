import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource, EntityManager, In, Not } from 'typeorm';
import { done } from '../domain/kernel/outcome';
import { sessionIsOver, sessionLimits } from '../domain/people/session-limits';
import { Clock } from '../platform/clock/clock';
import { Config } from '../platform/config/config';
import { CONFIG } from '../platform/config/config.module';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { SignedIn } from './allow';
import { Organisation, Session, UserAccount } from './entities';

/** How often an open session is noted as seen, at most; keeps reading from becoming writing. */
const seenEveryMs = 60_000;

const idOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** Signed-in browsers: opaque cookie, state in the database, idle and absolute time-out. */
@Injectable()
export class Sessions {
  private readonly log = new Logger('access');

  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  private get cookie() {
    return this.config.https ? '__Host-session' : 'session';
  }

  private get cookieOptions() {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.config.https } as const;
  }

  /** Opens a session inside a unit of work; returns the cookie's value. The oldest beyond the limit end. */
  async open(tx: EntityManager, userId: number, device: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const at = this.clock.nowAt();
    const olds = await tx.find(Session, {
      where: { userId },
      order: { seenAt: 'DESC' },
      select: { id: true },
    });
    const surplus = olds.slice(sessionLimits.perAccount - 1).map((session) => session.id);
    if (surplus.length) await tx.delete(Session, { id: In(surplus) });
    await tx.insert(Session, {
      id: idOf(token),
      handle: randomBytes(12).toString('base64url'),
      userId,
      csrf: randomBytes(32).toString('base64url'),
      device: device.slice(0, 60),
      createdAt: at,
      seenAt: at,
    });
    return token;
  }

  /** Ends sessions of one person inside a unit of work: all, or all but one. */
  async endAll(tx: EntityManager, userId: number, exceptId?: string): Promise<void> {
    await tx.delete(Session, exceptId ? { userId, id: Not(exceptId) } : { userId });
  }

  sendCookie(reply: FastifyReply, token: string): void {
    reply.setCookie(this.cookie, token, this.cookieOptions);
  }

  clearCookie(reply: FastifyReply): void {
    reply.clearCookie(this.cookie, this.cookieOptions);
    reply.header('clear-site-data', '"cache"');
  }

  /** Who sent this request? Undefined for a visitor, an ended session and a disabled account. */
  async find(request: FastifyRequest): Promise<SignedIn | undefined> {
    const token = request.cookies[this.cookie];
    if (!token || token.length !== 43) return undefined;
    const row = await this.reader
      .createQueryBuilder(Session, 'session')
      .innerJoin(UserAccount, 'user', 'user.id = session.userId')
      .innerJoin(Organisation, 'organisation', 'organisation.id = user.organisationId')
      .select([
        'session.id AS "sessionId"',
        'session.csrf AS "csrf"',
        'session.createdAt AS "createdAt"',
        'session.seenAt AS "seenAt"',
        'user.id AS "userId"',
        'user.name AS "name"',
        'user.role AS "role"',
        'user.mustChangePassword AS "mustChange"',
        'organisation.id AS "organisationId"',
        'organisation.name AS "organisationName"',
      ])
      .where('session.id = :id AND user.disabledAt IS NULL', { id: idOf(token) })
      .getRawOne<SessionRow>();
    const now = this.clock.now().getTime();
    if (!row || sessionIsOver(row, now, Date.parse)) return undefined;
    if (now - Date.parse(row.seenAt) > seenEveryMs) await this.noteSeen(row.sessionId);
    const { userId, name, role, organisationId, organisationName } = row;
    return {
      actor: { userId, name, role, organisationId, organisationName },
      sessionId: row.sessionId,
      csrf: row.csrf,
      mustChangePassword: Boolean(row.mustChange),
    };
  }

  /** Where nothing can be written now (full disk, another program's lock) people still read. */
  private async noteSeen(id: string): Promise<void> {
    const noting = this.work.run(async (tx) => {
      await tx.update(Session, { id }, { seenAt: this.clock.nowAt() });
      return done(undefined);
    });
    await noting.catch((error: unknown) =>
      this.log.warn({ event: 'access.not-noted', error: String(error) }),
    );
  }
}

interface SessionRow {
  sessionId: string;
  csrf: string;
  createdAt: string;
  seenAt: string;
  userId: number;
  name: string;
  role: SignedIn['actor']['role'];
  mustChange: boolean | number;
  organisationId: number;
  organisationName: string;
}
