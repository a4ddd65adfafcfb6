import { ConfigError, readConfig } from './config';

const secret = 'a-secret-of-at-least-thirty-two-characters';
const production = {
  NODE_ENV: 'production',
  SESSION_SECRET: secret,
  BASE_URL: 'https://portal.example/yuanxin/',
};

describe('the settings', () => {
  it('need nothing to begin with', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      baseUrl: 'http://127.0.0.1:3000',
      basePath: '',
      https: false,
    });
    expect(config.database.file).toMatch(/data[\\/]app\.sqlite$/);
    expect(config.sessionSecret.length).toBeGreaterThanOrEqual(32);
  });

  it('take the base path from the address', () => {
    expect(readConfig(production)).toMatchObject({
      baseUrl: 'https://portal.example/yuanxin',
      basePath: '/yuanxin',
      https: true,
    });
  });

  it('believe the proxy on this machine where TLS says that there is one', () => {
    expect([readConfig({}).trustProxy, readConfig(production).trustProxy]).toEqual([false, true]);
    expect(readConfig({ ...production, TRUST_PROXY: 'no' }).trustProxy).toBe(false);
  });

  it.each([
    [{ PORT: 'abc' }, 'PORT'],
    [{ PORT: '65536' }, 'PORT'],
    [{ BASE_URL: 'portal.example' }, 'BASE_URL'],
    [{ BASE_URL: 'ftp://portal.example' }, 'BASE_URL'],
    [{ BASE_URL: 'https://portal.example/?a=1' }, 'BASE_URL'],
    [{ DATABASE_URL: 'mysql://root:secret@host/x' }, 'DATABASE_URL'],
    [{ DATABASE_URL: 'sqlite:' }, 'DATABASE_URL'],
    [{ SESSION_SECRET: 'short' }, 'SESSION_SECRET'],
    [{ TRUST_PROXY: 'maybe' }, 'TRUST_PROXY'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ PASSWORD_PROFILE: 'none' }, 'PASSWORD_PROFILE'],
    [{ ...production, SESSION_SECRET: undefined }, 'SESSION_SECRET'],
    [{ ...production, BASE_URL: 'http://portal.example' }, 'BASE_URL'],
  ])('%j stops the start with a sentence that names %s', (env, name) => {
    expect(() => readConfig(env)).toThrow(ConfigError);
    expect(() => readConfig(env)).toThrow(new RegExp(`^${name} must`));
  });

  it('never repeat a password of the database address', () => {
    expect(() => readConfig({ DATABASE_URL: 'mysql://root:secret@host/x' })).not.toThrow(/secret/);
  });
});
