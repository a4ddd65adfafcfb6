import { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../config/config';

const name = 'flash';
const options = (config: Config) =>
  ({
    path: `${config.basePath}/`,
    httpOnly: true,
    sameSite: 'lax',
    secure: config.https,
    maxAge: 60,
  }) as const;

/** Leaves one sentence for the next page this browser opens. */
export function setFlash(reply: FastifyReply, config: Config, text: string): void {
  reply.setCookie(name, Buffer.from(text).toString('base64url'), options(config));
}

/** The sentence left by the last answer, once. */
export function takeFlash(
  request: FastifyRequest,
  reply: FastifyReply,
  config: Config,
): { text: string } | undefined {
  const value = request.cookies[name];
  if (!value) return undefined;
  reply.clearCookie(name, options(config));
  return { text: Buffer.from(value, 'base64url').toString('utf8').slice(0, 200) };
}
