import { Controller, Get, Header, Inject, Query, Res } from '@nestjs/common';
import { FastifyReply } from 'fastify';
import { Open } from '../access/allow';
import { Config } from '../platform/config/config';
import { CONFIG } from '../platform/config/config.module';
import { queryText } from '../platform/web/address';
import { Font } from '../platform/web/font';
import { ownPage } from './public-site.paths';

const aYear = 365 * 24 * 3600;

/** What a reader chose for themselves, and what robots may read. */
@Controller()
export class PreferencesController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Keeps the letter size in a cookie and goes back to the page; the way without JavaScript. */
  @Get('/prefs/font')
  @Open()
  font(@Query() query: Record<string, unknown>, @Res({ passthrough: true }) reply: FastifyReply): string {
    const { basePath, https } = this.config;
    const wanted = queryText(query.v);
    const font: Font = wanted === 'l' || wanted === 'xl' ? wanted : '';
    // The script of the page reads and writes the same cookie.
    const cookie = { path: `${basePath}/`, maxAge: aYear, sameSite: 'lax' as const, secure: https };
    reply.setCookie('font', font, cookie).header('cache-control', 'no-store');
    reply.status(303).header('location', basePath + ownPage(queryText(query.back, 500)));
    return '';
  }

  /** Public pages may be found by search engines; searches and staff pages are not for them. */
  @Get('/robots.txt')
  @Open()
  @Header('content-type', 'text/plain; charset=utf-8')
  robots(): string {
    const closed = ['prefs', 'sign-in', 'work', 'board', 'compounds', 'audit', 'admin'];
    const lines = closed.map((path) => `Disallow: ${this.config.basePath}/${path}`);
    return ['User-agent: *', ...lines, ''].join('\n');
  }
}
