import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { FastifyReply, FastifyRequest } from 'fastify';

/** One answer kept ready to send: the bytes, both compressed forms, and the ETag. */
export interface CompressedBody {
  etag: string;
  type: string;
  plain: Buffer;
  gzip: Buffer;
  brotli: Buffer;
}

/** Compresses once what is sent many times. */
export function compressed(content: string | Buffer, type: string): CompressedBody {
  const plain = Buffer.from(content as string);
  return {
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    type,
    plain,
    gzip: gzipSync(plain, { level: 9 }),
    brotli: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  };
}

/** Sends a ready body in the smallest form the browser reads, or 304 when it has it already. */
export function sendCompressed(
  request: FastifyRequest,
  reply: FastifyReply,
  body: CompressedBody,
  cacheControl: string,
) {
  reply
    .header('cache-control', cacheControl)
    .header('etag', body.etag)
    .header('vary', 'accept-encoding, cookie');
  if (matches(request.headers['if-none-match'], body.etag)) return reply.status(304).send();
  reply.type(body.type);
  const accepted = String(request.headers['accept-encoding'] ?? '');
  if (/\bbr\b/.test(accepted)) return reply.header('content-encoding', 'br').send(body.brotli);
  if (/\bgzip\b/.test(accepted)) return reply.header('content-encoding', 'gzip').send(body.gzip);
  return reply.send(body.plain);
}

function matches(header: string | undefined, etag: string): boolean {
  if (!header) return false;
  return header === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
