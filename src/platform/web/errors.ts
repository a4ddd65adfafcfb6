import {
  ArgumentsHost,
  BadRequestException,
  Catch,
  ExceptionFilter,
  HttpException,
  Inject,
  Logger,
} from '@nestjs/common';
import { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../config/config';
import { CONFIG } from '../config/config.module';
import { isOutOfReach } from '../database/out-of-reach';
import { withQuery } from './address';
import { SHELL, ShellSource } from './shell';
import { Views } from './views';

/** Thrown where a page needs a signed-in person and there is none. */
export class SignInNeeded extends HttpException {
  constructor() {
    super('sign in needed', 401);
  }
}

/** Thrown when the posted form does not carry this session's token. */
export class StaleForm extends HttpException {
  constructor() {
    super('stale form', 403);
  }
}

interface ErrorPage {
  view: string;
  title: string;
}

const pages: Record<number, ErrorPage> = {
  403: { view: 'errors/forbidden', title: '您没有这项权限' },
  404: { view: 'errors/not-found', title: '没有找到这个页面' },
  413: { view: 'errors/refused', title: '内容太大' },
  429: { view: 'errors/too-many', title: '操作太频繁' },
};
const refusedRequest: ErrorPage = { view: 'errors/refused', title: '这个请求无法处理' };
const unexpected: ErrorPage = { view: 'errors/unexpected', title: '系统暂时无法完成' };
const staleForm: ErrorPage = { view: 'errors/stale-form', title: '页面已过期' };

/** Turns everything thrown into a page in plain words with a reference number; details go to the log only. */
@Catch()
export class ErrorPages implements ExceptionFilter {
  private readonly log = new Logger('errors');

  constructor(
    private readonly views: Views,
    @Inject(SHELL) private readonly shell: ShellSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    await this.answer(error, request, reply);
  }

  /** Writes the error page; used by the filter, and where a request is turned away before any handler. */
  async answer(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const status = statusOf(error, request);
    const reference = String(request.id).slice(-8).toUpperCase();
    if (status >= 500)
      this.log.error({ reference, error: error instanceof Error ? error.stack : String(error) });
    else this.log.warn({ reference, status, reason: reasonOf(error) });
    if (status === 503) reply.header('retry-after', '30');
    if (asksForJson(request)) {
      const answer = this.inJson(error, { status, reference }, request);
      await reply.status(status).header('cache-control', 'no-store').send(answer);
      return;
    }
    if (error instanceof SignInNeeded && request.method === 'GET') {
      const next = encodeURIComponent(request.url.slice(0, 500));
      const entrance = `${this.config.basePath}${request.entrance ?? '/sign-in'}`;
      await reply.status(303).header('location', `${entrance}?next=${next}`).send('');
      return;
    }
    const page = pageFor(error, status);
    reply.status(status).header('cache-control', 'no-store').type('text/html; charset=utf-8');
    await reply.send(await this.print(page, reference, request, reply));
  }

  /** What a script is told; it keeps what it wanted to send. */
  private inJson(
    error: unknown,
    { status, reference }: { status: number; reference: string },
    { entrance }: FastifyRequest,
  ): object {
    if (error instanceof SignInNeeded) {
      const signIn = `${this.config.basePath}${withQuery(entrance ?? '/sign-in', { next: '/m' })}`;
      return { signIn, text: '登录已过期，刚才填的内容已保存，登录后继续' };
    }
    if (error instanceof StaleForm) return { staleToken: true, text: '页面已过期，内容还在，马上再发一次' };
    return { text: pageFor(error, status).title, reference };
  }

  /** The page of this site the form was on, without base path; '' when the browser did not say. */
  private pageBefore({ headers }: FastifyRequest): string {
    const { referer, host } = headers;
    if (!referer || !URL.canParse(referer)) return '';
    const { host: from, pathname, search } = new URL(referer);
    const path = pathname.slice(this.config.basePath.length);
    const isOurs = from === host && pathname.startsWith(`${this.config.basePath}/`) && !path.startsWith('//');
    return isOurs ? path + search : '';
  }

  private async print(page: ErrorPage, reference: string, request: FastifyRequest, reply: FastifyReply) {
    try {
      const shell = await this.shell.shellFor(request, reply);
      const back = this.pageBefore(request);
      const signInLink = withQuery(request.entrance ?? '/sign-in', { next: back });
      return this.views.render(page.view, { title: page.title, reference, shell, back, signInLink });
    } catch (error) {
      this.log.error({ reference, error: error instanceof Error ? error.stack : String(error) });
      return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>系统暂时无法完成</title><p>系统暂时无法完成，请过几分钟再试。编号 ${reference}</p></html>`;
    }
  }
}

/** Does a script ask, and not a browser for a page? */
export const asksForJson = ({ headers: { accept } }: FastifyRequest): boolean =>
  accept?.split(',')[0].split(';')[0].trim() === 'application/json';

function statusOf(error: unknown, { method }: FastifyRequest): number {
  // An address with a number that is none is an address that does not exist.
  if (error instanceof BadRequestException && method !== 'POST') return 404;
  if (error instanceof HttpException) return error.getStatus();
  if (isOutOfReach(error)) return 503;
  if (isCutOff(error)) return 400;
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

// The reader of multipart forms says so of one that ends too early, and gives no status.
const isCutOff = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('Unexpected end of ');

/** Without the query of an address, which may hold a name. */
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message.split('?')[0] : '');

function pageFor(error: unknown, status: number): ErrorPage {
  if (error instanceof StaleForm || error instanceof SignInNeeded) return staleForm;
  if (status >= 500) return unexpected;
  return pages[status] ?? refusedRequest;
}
