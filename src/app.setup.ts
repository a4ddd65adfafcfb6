import { randomUUID } from 'node:crypto';
import { IncomingMessage, ServerResponse, createServer } from 'node:http';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import formBody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import { ForbiddenException, Logger } from '@nestjs/common';
import { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import { getDataSourceToken } from '@nestjs/typeorm';
import { FastifyInstance } from 'fastify';
import { Sessions } from './access/sessions.service';
import { maySendFiles } from './domain/people/permissions';
import { SitePhones } from './invitations/site-phones';
import { Config } from './platform/config/config';
import { registerHealth } from './platform/health/health';
import { PageCache } from './platform/cache/page-cache';
import { Assets } from './platform/web/assets';
import { ErrorPages, SignInNeeded } from './platform/web/errors';
import { isMultipart, registerMultipart } from './platform/web/multipart';
import { PageInterceptor } from './platform/web/page';

const log = new Logger('http');

/** How long a slow or idle client is waited for, in milliseconds: heads, whole requests (uploads), idle connections. */
const patience = { headersTimeout: 15_000, requestTimeout: 120_000, keepAliveTimeout: 10_000 };

/** What answers before the router does; the cache is put in once the application stands. */
export interface FrontDoor {
  cache?: { hit(request: IncomingMessage, response: ServerResponse): boolean };
}

/** The HTTP server under the application: limits, request ids, proxy trust, and the base path taken off. */
export function createAdapter(config: Config, door: FrontDoor): FastifyAdapter {
  return new FastifyAdapter({
    serverFactory: (handler: (request: IncomingMessage, response: ServerResponse) => void) =>
      createServer(patience, (request, response) => {
        if (!door.cache?.hit(request, response)) handler(request, response);
      }),
    bodyLimit: 1024 * 1024,
    // As long as an address may be: too long a code is a page that does not exist, not an error of the framework.
    routerOptions: { maxParamLength: 16 * 1024 },
    trustProxy: config.trustProxy ? 'loopback' : false,
    genReqId: () => randomUUID(),
    rewriteUrl: (request: { url?: string }) => withoutBase(request.url ?? '/', config.basePath),
  });
}

/** Everything around the routes; called by the boot and by the tests alike. */
export async function configureApp(
  app: NestFastifyApplication,
  config: Config,
  door: FrontDoor,
): Promise<void> {
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  await server.register(cookie);
  await server.register(helmet, securityHeaders(config));
  await server.register(formBody, { bodyLimit: 256 * 1024 });
  await server.register(compress, { global: true, encodings: ['br', 'gzip'], threshold: 1024 });
  const errors = app.get(ErrorPages);
  const sessions = app.get(Sessions);
  const phones = app.get(SitePhones);
  server.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/assets/')) {
      // On its own pages a phone that came by invitation speaks before the account that may be open beside it.
      request.signedIn = (await phones.find(request)) ?? (await sessions.find(request));
    }
    // Uploads are for people whose role sends files; anybody else is turned away before the body is read.
    if (isMultipart(request) && !request.signedIn) await errors.answer(new SignInNeeded(), request, reply);
    else if (isMultipart(request) && !maySendFiles(request.signedIn!.actor.role)) {
      await errors.answer(new ForbiddenException(), request, reply);
    }
    if (request.signedIn) reply.header('cache-control', 'no-store');
  });
  server.addHook('onResponse', async (request, reply) => {
    // No header, cookie, address or query in the log: path, status, time and the person's number are enough.
    log.log({
      request: request.id,
      method: request.method,
      path: request.url.split('?')[0],
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      userId: request.signedIn?.actor.userId,
    });
  });
  await registerMultipart(server, config.dataDir);
  app.get(Assets).register(server);
  registerHealth(server, app.get(getDataSourceToken()));
  app.useGlobalFilters(errors);
  app.useGlobalInterceptors(app.get(PageInterceptor));
  door.cache = app.get(PageCache);
  app.enableShutdownHooks();
}

function securityHeaders(config: Config) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // Under a portal's path the host is not ours alone, so its subdomains are not bound.
    strictTransportSecurity: config.https && { maxAge: 31_536_000, includeSubDomains: !config.basePath },
    referrerPolicy: { policy: 'same-origin' as const },
    crossOriginEmbedderPolicy: false,
  };
}

function withoutBase(url: string, basePath: string): string {
  if (!isReadable(url)) return notReadable;
  if (!basePath) return url;
  if (url === basePath || url.startsWith(`${basePath}?`)) return `/${url.slice(basePath.length)}`;
  return url.startsWith(`${basePath}/`) ? url.slice(basePath.length) : url;
}

/** Where an address with a broken % leads: to the page that says there is nothing, instead of an error of the framework. */
const notReadable = '/-';

function isReadable(url: string): boolean {
  try {
    return decodeURIComponent(url.split(/[?#]/, 1)[0]) !== '';
  } catch {
    return false;
  }
}
