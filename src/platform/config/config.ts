import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { PasswordProfile } from '../../domain/people/password';

/** Everything that can be set from outside; see .env.example for each variable. */
export interface Config {
  production: boolean;
  port: number;
  host: string;
  database: { kind: 'sqlite'; file: string };
  dataDir: string;
  /** Where people reach the site, without a slash at the end. */
  baseUrl: string;
  /** The path part of baseUrl: '' or '/portal/yuanxin'. */
  basePath: string;
  https: boolean;
  sessionSecret: string;
  trustProxy: boolean;
  passwordProfile: PasswordProfile;
  logLevel: string;
  site: { name: string; sponsor: string; portalName: string; portalUrl: string; filing: string };
}

/** A setting that cannot be used; the message names the variable and says how to mend it. */
export class ConfigError extends Error {}

type Environment = Record<string, string | undefined>;

/** Reads the settings, or stops with one sentence that names the wrong variable. */
export function readConfig(env: Environment): Config {
  const production = env.NODE_ENV === 'production';
  const port = wholeNumber(env, 'PORT', 3000, 0, 65535);
  const host = env.HOST || '127.0.0.1';
  const dataDir = resolve(env.DATA_DIR || 'data');
  const base = baseUrl(env, `http://${host.includes(':') ? `[${host}]` : host}:${port}`);
  const https = base.protocol === 'https:';
  if (production && !https && env.ALLOW_PLAIN_HTTP !== 'yes') {
    throw new ConfigError(
      'BASE_URL must begin with https:// in production (a TLS proxy stands in front); ALLOW_PLAIN_HTTP=yes lifts this for a closed network',
    );
  }
  return {
    production,
    port,
    host,
    database: database(env, dataDir),
    dataDir,
    baseUrl: base.href.replace(/\/$/, ''),
    basePath: base.pathname.replace(/\/$/, ''),
    https,
    sessionSecret: sessionSecret(env, production),
    trustProxy: oneOf(env, 'TRUST_PROXY', ['no', 'yes'], https ? 'yes' : 'no') === 'yes',
    passwordProfile: oneOf(env, 'PASSWORD_PROFILE', ['gb', 'asvs'], 'gb'),
    logLevel: oneOf(env, 'LOG_LEVEL', ['silent', 'error', 'warn', 'info', 'debug'], 'info'),
    site: {
      name: env.SITE_NAME || '楼院改造公示',
      sponsor: env.SITE_SPONSOR || '',
      portalName: env.SITE_PORTAL_NAME || '',
      portalUrl: env.SITE_PORTAL_URL || '',
      filing: env.SITE_FILING || '',
    },
  };
}

function wholeNumber(env: Environment, name: string, fallback: number, min: number, max: number): number {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < min || value > max) {
    throw new ConfigError(`${name} must be a whole number from ${min} to ${max}, but is "${text}"`);
  }
  return value;
}

function oneOf<T extends string>(env: Environment, name: string, values: readonly T[], fallback: T): T {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const value = values.find((candidate) => candidate === text);
  if (!value) throw new ConfigError(`${name} must be one of ${values.join(', ')}, but is "${text}"`);
  return value;
}

function baseUrl(env: Environment, fallback: string): URL {
  const text = env.BASE_URL || fallback;
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new ConfigError(
      `BASE_URL must be a full address such as https://www.example.gov.cn/yuanxin, but is "${text}"`,
    );
  }
  if (!/^https?:$/.test(url.protocol) || url.search || url.hash || url.username) {
    throw new ConfigError(`BASE_URL must be http:// or https:// with host and path only, but is "${text}"`);
  }
  return url;
}

function database(env: Environment, dataDir: string): Config['database'] {
  const text = env.DATABASE_URL;
  if (!text) return { kind: 'sqlite', file: resolve(dataDir, 'app.sqlite') };
  if (text.startsWith('sqlite:') && text.length > 'sqlite:'.length) {
    return { kind: 'sqlite', file: resolve(text.slice('sqlite:'.length)) };
  }
  throw new ConfigError(
    `DATABASE_URL must look like sqlite:data/app.sqlite, but is "${text.split('@').pop()}"`,
  );
}

function sessionSecret(env: Environment, production: boolean): string {
  const text = env.SESSION_SECRET;
  if (text && text.length >= 32) return text;
  if (text) throw new ConfigError('SESSION_SECRET must have at least 32 characters');
  if (production) throw new ConfigError('SESSION_SECRET must be set in production (openssl rand -base64 48)');
  return randomBytes(32).toString('base64url');
}
