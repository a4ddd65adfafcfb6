import {
  CallHandler,
  ExecutionContext,
  Inject,
  Injectable,
  NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { FastifyReply, FastifyRequest } from 'fastify';
import { Observable, from, mergeMap } from 'rxjs';
import { Config } from '../config/config';
import { CONFIG } from '../config/config.module';
import { setFlash } from './flash';
import { SHELL, ShellSource } from './shell';
import { Views } from './views';

const VIEW = Symbol('view');

/** Names the template a handler's page object is printed with: views/<name>.hbs. */
export const Page = (view: string) => SetMetadata(VIEW, view);

/** The answer after a write: go and look there (303). Path without base path. */
export class SeeOther {
  constructor(
    readonly path: string,
    readonly flash?: string,
  ) {}
}

/** The answer to a refused write: the same page, the same input, every reason (422). */
export class RefusedPage<P extends object> {
  constructor(readonly page: P) {}
}

/** A page printed with another view than the handler's own: a result that is not the form again. */
export class OtherPage<P extends object> {
  constructor(
    readonly view: string,
    readonly page: P,
  ) {}
}

/** The answer to a script: a status, and a body as JSON. */
export class JsonAnswer {
  constructor(
    readonly status: number,
    readonly body: object,
  ) {}
}

export const seeOther = (path: string, flash?: string) => new SeeOther(path, flash);
export const refused = <P extends object>(page: P) => new RefusedPage(page);

/** What a handler with @Page may return. */
export type Answer<P extends object> = P | SeeOther | RefusedPage<P> | OtherPage<object> | JsonAnswer;

/** Turns what a handler returns into HTML, a redirect or a 422. */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly views: Views,
    @Inject(SHELL) private readonly shell: ShellSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const view = this.reflector.get<string | undefined>(VIEW, context.getHandler());
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(mergeMap((result) => from(this.answer(view, result, request, reply))));
  }

  private async answer(
    view: string | undefined,
    result: unknown,
    request: FastifyRequest,
    reply: FastifyReply,
  ) {
    if (result instanceof SeeOther) {
      if (result.flash) setFlash(reply, this.config, result.flash);
      reply.status(303).header('location', this.config.basePath + result.path);
      return '';
    }
    if (result instanceof JsonAnswer) {
      reply.status(result.status).type('application/json; charset=utf-8');
      return result.body;
    }
    if (!view) return result;
    const isRefusal = result instanceof RefusedPage;
    const isOther = result instanceof OtherPage;
    const page = (isRefusal || isOther ? result.page : result) as object;
    reply.status(isRefusal ? 422 : 200).type('text/html; charset=utf-8');
    return this.views.render(isOther ? result.view : view, {
      ...page,
      shell: await this.shell.shellFor(request, reply),
    });
  }
}
