import { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Injectable } from '@nestjs/common';
import { FastifyReply, FastifyRequest } from 'fastify';
import { CalendarDate } from '../../domain/kernel/calendar-date';
import { Clock } from '../clock/clock';
import { DataVersion } from '../database/data-version';
import { CompressedBody, compressed } from '../web/compressed';
import { fontOf } from '../web/font';

/** All kept pages together; the least recently used go first. */
const keptBytes = 96 * 1024 * 1024;

interface Kept {
  revision: number;
  day: CalendarDate;
  /** The data version at which the revision was last found unchanged. */
  checkedAt: number;
  body: CompressedBody;
  headers: Record<Encoding, OutgoingHttpHeaders>;
}

type Encoding = 'plain' | 'gzip' | 'brotli';

/** How a page is made: its revision (cheap to read), and its text. */
export interface PageSource {
  revision: () => Promise<number>;
  render: () => Promise<string>;
}

/**
 * Public pages, rendered once per (revision, address, letter size, day) and kept with both compressed bodies.
 * A page nothing has changed since costs no query; after any write its revision is read once again.
 */
@Injectable()
export class PageCache {
  private readonly kept = new Map<string, Kept>();
  private bytes = 0;

  constructor(
    private readonly version: DataVersion,
    private readonly clock: Clock,
  ) {}

  /** Answers from memory before any routing; false when the page must be made or checked first. */
  hit(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET') return false;
    const key = keyOf(request.url ?? '', request.headers.cookie);
    const kept = this.kept.get(key);
    if (!kept || kept.checkedAt !== this.version.current || kept.day !== this.clock.today()) return false;
    this.kept.delete(key);
    this.kept.set(key, kept);
    const encoding = encodingFor(request.headers['accept-encoding']);
    const known = request.headers['if-none-match'] === kept.body.etag;
    response.writeHead(
      known ? 304 : 200,
      known ? notModified(kept.headers[encoding]) : kept.headers[encoding],
    );
    response.end(known ? undefined : kept.body[encoding]);
    return true;
  }

  /** Answers a public page, making or checking what is kept. */
  async answer(request: FastifyRequest, reply: FastifyReply, source: PageSource): Promise<void> {
    // The address as it came, with the base path, as `hit` sees it.
    const key = keyOf(request.originalUrl, request.headers.cookie);
    const checkedAt = this.version.current;
    const day = this.clock.today();
    const revision = await source.revision();
    let kept = this.kept.get(key);
    if (kept && kept.revision === revision && kept.day === day) kept.checkedAt = checkedAt;
    else
      kept = this.keep(
        key,
        { revision, day, checkedAt, body: compressed(await source.render(), htmlType) },
        reply,
      );
    const encoding = encodingFor(request.headers['accept-encoding']);
    const known = request.headers['if-none-match'] === kept.body.etag;
    reply.hijack();
    reply.raw.writeHead(
      known ? 304 : 200,
      known ? notModified(kept.headers[encoding]) : kept.headers[encoding],
    );
    reply.raw.end(known ? undefined : kept.body[encoding]);
  }

  private keep(key: string, page: Omit<Kept, 'headers'>, reply: FastifyReply): Kept {
    const kept = { ...page, headers: headersOf(page.body, reply) };
    const before = this.kept.get(key);
    if (before) this.bytes -= sizeOf(before.body);
    this.kept.delete(key);
    // An address with a query is made each time: there is no end to them.
    if (key.includes('?')) return kept;
    this.kept.set(key, kept);
    this.bytes += sizeOf(kept.body);
    for (const [oldest, old] of this.kept) {
      if (this.bytes <= keptBytes) break;
      this.kept.delete(oldest);
      this.bytes -= sizeOf(old.body);
    }
    return kept;
  }
}

const htmlType = 'text/html; charset=utf-8';
const sizeOf = (body: CompressedBody) => body.plain.length + body.gzip.length + body.brotli.length;
const keyOf = (url: string, cookie: string | undefined) => `${fontOf(cookie)} ${url}`;

function encodingFor(accepted: string | string[] | undefined): Encoding {
  const text = String(accepted ?? '');
  if (/\bbr\b/.test(text)) return 'brotli';
  return /\bgzip\b/.test(text) ? 'gzip' : 'plain';
}

/** The security headers the server set for this answer, and what belongs to the body. */
function headersOf(body: CompressedBody, reply: FastifyReply): Kept['headers'] {
  const {
    'set-cookie': _cookie,
    'content-length': _length,
    ...common
  } = reply.getHeaders() as OutgoingHttpHeaders;
  const base = {
    ...common,
    'content-type': body.type,
    'cache-control': 'public, max-age=0, must-revalidate',
    etag: body.etag,
    vary: 'accept-encoding, cookie',
  };
  return {
    plain: { ...base, 'content-length': body.plain.length },
    gzip: { ...base, 'content-encoding': 'gzip', 'content-length': body.gzip.length },
    brotli: { ...base, 'content-encoding': 'br', 'content-length': body.brotli.length },
  };
}

function notModified({
  'content-length': _l,
  'content-encoding': _e,
  'content-type': _t,
  ...rest
}: OutgoingHttpHeaders) {
  return rest;
}
