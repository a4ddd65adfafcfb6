import { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Injectable } from '@nestjs/common';
import { FastifyReply, FastifyRequest } from 'fastify';
import { addDays } from '../../domain/kernel/calendar-date';
import { Clock } from '../clock/clock';
import { DataVersion } from '../database/data-version';
import { CompressedBody, compressed } from '../web/compressed';
import { fontOf } from '../web/font';

/** All kept pages together; those not asked for the longest go first. */
const keptBytes = 96 * 1024 * 1024;

type Encoding = 'plain' | 'gzip' | 'brotli';

/** One form of a page, ready to be written: its heads for 200 and 304, names and values in turn. */
interface Ready {
  bytes: Buffer;
  found: string[];
  notModified: string[];
}

interface Kept {
  revision: string;
  /** The instants between which the day of the page lasts, in milliseconds. */
  from: number;
  until: number;
  /** The data version at which the revision was last found unchanged. */
  checkedAt: number;
  /** Number of the last question that was answered with it. */
  askedAt: number;
  etag: string;
  forms: Record<Encoding, Ready>;
  size: number;
}

/** What a page was made of: its revision and its day. */
type PageState = Pick<Kept, 'revision' | 'checkedAt' | 'from' | 'until'>;

/** How a page is made: its revision (cheap to read, and never that of another content), and its text. */
export interface PageSource {
  revision: () => Promise<string>;
  render: () => Promise<string>;
}

/**
 * Public pages, rendered once per (revision, address, letter size, day) and kept with both compressed bodies.
 * A page nothing has changed since costs no query; after any write its revision is read once again.
 */
@Injectable()
export class PageCache {
  private readonly kept = new Map<string, Kept>();
  private readonly making = new Map<string, Promise<Kept>>();
  private bytes = 0;
  private asked = 0;

  constructor(
    private readonly version: DataVersion,
    private readonly clock: Clock,
  ) {}

  /** Answers from memory before any routing; false when the page must be made or checked first. */
  hit(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET') return false;
    const kept = this.kept.get(keyOf(request.url ?? '', request.headers.cookie));
    if (!kept || kept.checkedAt !== this.version.current || !this.isToday(kept)) return false;
    this.send(kept, request, response);
    return true;
  }

  /** Answers a public page, making or checking what is kept. */
  async answer(request: FastifyRequest, reply: FastifyReply, source: PageSource): Promise<void> {
    // The address as it came, with the base path, as `hit` sees it.
    const key = keyOf(request.originalUrl, request.headers.cookie);
    const checkedAt = this.version.current;
    const revision = await source.revision();
    let kept = this.kept.get(key);
    if (kept && kept.revision === revision && this.isToday(kept)) kept.checkedAt = checkedAt;
    else kept = await this.made(key, { revision, checkedAt, ...this.day() }, source, reply);
    reply.hijack();
    this.send(kept, request.raw, reply.raw);
  }

  /** A page in this state, made once however many ask for it meanwhile. */
  private made(key: string, state: PageState, source: PageSource, reply: FastifyReply): Promise<Kept> {
    const name = `${state.revision} ${state.from} ${key}`;
    const making =
      this.making.get(name) ?? this.make(key, state, source, reply).finally(() => this.making.delete(name));
    this.making.set(name, making);
    return making;
  }

  private async make(key: string, state: PageState, source: PageSource, reply: FastifyReply): Promise<Kept> {
    const body = compressed(await source.render(), 'text/html; charset=utf-8');
    const forms = formsOf(body, reply.getHeaders() as OutgoingHttpHeaders);
    const size = body.plain.length + body.gzip.length + body.brotli.length;
    const kept = { ...state, askedAt: 0, etag: body.etag, forms, size };
    this.keep(key, kept);
    return kept;
  }

  private send(kept: Kept, request: IncomingMessage, response: ServerResponse): void {
    kept.askedAt = this.asked += 1;
    const { headers } = request;
    const ready = kept.forms[encodingFor(headers['accept-encoding'])];
    // A proxy that compresses may have weakened the tag (W/"…") or sent several.
    if (headers['if-none-match']?.includes(kept.etag)) {
      response.writeHead(304, ready.notModified);
      response.end();
    } else {
      response.writeHead(200, ready.found);
      response.end(ready.bytes);
    }
  }

  private isToday({ from, until }: Kept): boolean {
    const now = this.clock.now().getTime();
    return now >= from && now < until;
  }

  private day(): Pick<Kept, 'from' | 'until'> {
    const today = this.clock.today();
    const midnight = (day: string) => Date.parse(`${day}T00:00:00+08:00`);
    return { from: midnight(today), until: midnight(addDays(today, 1)) };
  }

  private keep(key: string, page: Kept): void {
    // An address with a query is made each time: there is no end to them.
    if (key.includes('?')) return;
    this.bytes += page.size - (this.kept.get(key)?.size ?? 0);
    this.kept.set(key, page);
    if (this.bytes > keptBytes) this.dropLongestUnasked(key);
  }

  /** Drops a quarter of the pages at once, so that a full memory is not sorted for every new page. */
  private dropLongestUnasked(newest: string): void {
    const others = [...this.kept]
      .filter(([key]) => key !== newest)
      .sort(([, one], [, other]) => one.askedAt - other.askedAt);
    for (const [key, page] of others.slice(0, Math.ceil(others.length / 4))) {
      this.kept.delete(key);
      this.bytes -= page.size;
    }
  }
}

/** Letter size and address: everything of a request that a public page depends on. */
const keyOf = (url: string, cookie: string | undefined) =>
  cookie === undefined ? ` ${url}` : `${fontOf(cookie)} ${url}`;

/** The smallest form this browser reads. */
function encodingFor(accepted: string | string[] | undefined): Encoding {
  if (!accepted) return 'plain';
  const text = String(accepted);
  if (/\bbr\b/.test(text)) return 'brotli';
  return text.includes('gzip') ? 'gzip' : 'plain';
}

/** The security headers the server set for this answer, and what belongs to the body, for each form. */
function formsOf(body: CompressedBody, set: OutgoingHttpHeaders): Record<Encoding, Ready> {
  const { 'set-cookie': _cookie, 'content-length': _length, ...common } = set;
  const kept = {
    ...common,
    'cache-control': 'public, max-age=0, must-revalidate',
    etag: body.etag,
    vary: 'accept-encoding, cookie',
  };
  const ready = (bytes: Buffer, encoding?: string): Ready => {
    const more = {
      'content-type': body.type,
      'content-length': String(bytes.length),
      ...(encoding && { 'content-encoding': encoding }),
    };
    return { bytes, found: inTurn({ ...kept, ...more }), notModified: inTurn(kept) };
  };
  return { plain: ready(body.plain), gzip: ready(body.gzip, 'gzip'), brotli: ready(body.brotli, 'br') };
}

/** Names and values in turn, as node:http writes them fastest. */
const inTurn = (headers: OutgoingHttpHeaders): string[] =>
  Object.entries(headers)
    .filter(([, value]) => value !== undefined)
    .flatMap(([name, value]) => [name, String(value)]);
