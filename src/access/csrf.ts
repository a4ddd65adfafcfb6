import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../platform/config/config';
import { CONFIG } from '../platform/config/config.module';

const visitorCookie = 'visitor';

/** The token every form carries: the session's own for staff, one bound to a visitor cookie before sign-in. */
@Injectable()
export class CsrfTokens {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** The token to print into forms; a visitor without a cookie gets one. */
  tokenFor(request: FastifyRequest, reply: FastifyReply): string {
    if (request.signedIn) return request.signedIn.csrf;
    let visitor = request.cookies[visitorCookie];
    if (!visitor || visitor.length < 22) {
      visitor = randomBytes(16).toString('base64url');
      const path = `${this.config.basePath}/`;
      reply.setCookie(visitorCookie, visitor, {
        path,
        httpOnly: true,
        sameSite: 'lax',
        secure: this.config.https,
      });
    }
    return this.sign(visitor);
  }

  /** Does the posted token belong to this session or visitor? */
  matches(request: FastifyRequest, token: unknown): boolean {
    const visitor = request.cookies[visitorCookie];
    const expected = request.signedIn?.csrf ?? (visitor ? this.sign(visitor) : undefined);
    if (!expected || typeof token !== 'string') return false;
    const [a, b] = [Buffer.from(token), Buffer.from(expected)];
    return a.length === b.length && timingSafeEqual(a, b);
  }

  /** Did the browser say that another site sent this form? */
  isForeign(request: FastifyRequest): boolean {
    const { origin, 'sec-fetch-site': site } = request.headers;
    if (site === 'cross-site') return true;
    return (
      origin !== undefined &&
      origin !== new URL(this.config.baseUrl).origin &&
      origin !== `http://${request.headers.host}`
    );
  }

  private sign(visitor: string): string {
    return createHmac('sha256', this.config.sessionSecret).update(`csrf:${visitor}`).digest('base64url');
  }
}
