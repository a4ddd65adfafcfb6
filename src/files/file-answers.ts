// The headers files are sent with: nothing a file holds may ever run, and no name breaks out of its header.
import type { FastifyReply } from 'fastify';

/** A picture of ours that opens in a page; should a browser open it alone, nothing in it may run. */
export function sendPicture(reply: FastifyReply, bytes: Buffer, mediaType: string): Buffer {
  reply.header('content-type', mediaType).header('content-disposition', 'inline');
  return withoutPowers(reply, bytes);
}

/** A file as somebody gave it: always downloaded, never shown. */
export function sendDownload(reply: FastifyReply, bytes: Buffer, mediaType: string, name: string): Buffer {
  reply.header('content-type', mediaType).header('content-disposition', attachmentNamed(name));
  return withoutPowers(reply, bytes);
}

/** Published copies never change under their address; a withdrawn photo loses it. */
export function keepForAYear(reply: FastifyReply): void {
  reply.header('cache-control', 'public, max-age=31536000, immutable');
}

function withoutPowers(reply: FastifyReply, bytes: Buffer): Buffer {
  reply
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('content-length', bytes.length);
  return bytes;
}

/** Content-Disposition after RFC 6266: a plain name for old browsers, the real one percent-encoded after RFC 5987. */
export function attachmentNamed(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/gu, '_').replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
