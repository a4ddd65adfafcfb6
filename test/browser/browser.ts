import { existsSync } from 'node:fs';
import { Browser, BrowserContext, chromium, Page } from 'playwright-core';
import { testPassword } from '../support/cast';

export const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Is there a browser on this machine? Where REQUIRE_BROWSER is set, a missing one fails the tests instead of leaving them out. */
export const hasBrowser = existsSync(executablePath) || Boolean(process.env.REQUIRE_BROWSER);
if (!hasBrowser)
  process.stderr.write(`Browser journeys left out: there is no ${executablePath} (set CHROMIUM)\n`);

/** describe, or describe.skip where there is no browser. */
export const describeInBrowser: jest.Describe = hasBrowser ? describe : describe.skip;

export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: browserArguments,
  });

export const screens = {
  phone: { width: 360, height: 780 },
  desk: { width: 1440, height: 900 },
};

/** A person's browser, and everything that went wrong in it: script errors, CSP errors, requests elsewhere. */
export interface Seat {
  page: Page;
  context: BrowserContext;
  faults: string[];
}

/** A person sits down at a screen: signed in, unless a visitor. */
export async function sitDown(
  browser: Browser,
  url: string,
  options: { login?: string; password?: string; screen?: keyof typeof screens; javaScript?: boolean } = {},
): Promise<Seat> {
  const context = await browser.newContext({
    viewport: screens[options.screen ?? 'desk'],
    javaScriptEnabled: options.javaScript ?? true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const faults = faultsIn(page, url);
  if (options.login) await signIn(page, url, options.login, options.password);
  return { page, context, faults };
}

/** Everything that goes wrong in this page from now on: script errors, CSP errors, requests elsewhere. */
export function faultsIn(page: Page, url: string, faults: string[] = []): string[] {
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('console', (message) => {
    // A 4xx answer is also written to the console; the journeys ask for those themselves.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(message.text());
  });
  page.on('request', (request) => {
    // Pictures of files just chosen are shown from memory (blob:).
    const address = request.url().replace(/^blob:/, '');
    if (!address.startsWith(new URL(url).origin) && !address.startsWith('data:'))
      faults.push(`elsewhere: ${request.url()}`);
  });
  return faults;
}

/** Signs this login of the cast in, also where an earlier session has run out. */
export async function signIn(page: Page, url: string, login: string, password = testPassword): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await enter(page, login, password);
}

/** Fills in the sign-in form that stands on the page. */
export async function enter(page: Page, login: string, password = testPassword): Promise<void> {
  await page.fill('#f-login', login);
  await page.fill('#f-password', password);
  await Promise.all([
    page.waitForURL((address) => !address.pathname.endsWith('/sign-in')),
    page.getByRole('button', { name: '登录' }).click(),
  ]);
}

/** Does anything stick out to the right of the screen? */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
