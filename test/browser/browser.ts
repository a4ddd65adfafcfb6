import { existsSync } from 'node:fs';
import { Browser, BrowserContext, chromium, Page } from 'playwright-core';
import { testPassword } from '../support/cast';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Is there a browser on this machine? Where REQUIRE_BROWSER is set, a missing one fails the tests instead of leaving them out. */
export const hasBrowser = existsSync(executablePath) || Boolean(process.env.REQUIRE_BROWSER);
if (!hasBrowser)
  process.stderr.write(`Browser journeys left out: there is no ${executablePath} (set CHROMIUM)\n`);

/** describe, or describe.skip where there is no browser. */
export const describeInBrowser: jest.Describe = hasBrowser ? describe : describe.skip;

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

export const screens = {
  phone: { width: 360, height: 780 },
  desk: { width: 1440, height: 900 },
};

/** A person at a screen: signs in unless a visitor; fails the test on a script error, a CSP error or a request elsewhere. */
export async function sitDown(
  browser: Browser,
  url: string,
  options: { login?: string; screen?: keyof typeof screens; javaScript?: boolean } = {},
): Promise<{ page: Page; context: BrowserContext; faults: string[] }> {
  const context = await browser.newContext({
    viewport: screens[options.screen ?? 'desk'],
    javaScriptEnabled: options.javaScript ?? true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('console', (message) => {
    // A 4xx answer is also written to the console; the journeys ask for those themselves.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(url).origin) && !request.url().startsWith('data:'))
      faults.push(`elsewhere: ${request.url()}`);
  });
  if (options.login) {
    await page.goto(`${url}/sign-in`);
    await page.fill('#f-login', options.login);
    await page.fill('#f-password', testPassword);
    await Promise.all([page.waitForURL(/\/(work|admin)/), page.click('button:has-text("登录")')]);
  }
  return { page, context, faults };
}

/** Does anything stick out to the right of the screen? */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
