import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Browser, BrowserContext, chromium, Page } from 'playwright-core';
import { photo } from '../fixtures/files/photos';
import { openItem, runningContract } from '../support/site-rows';
import { House } from '../support/app';
import { openedRenovation } from '../support/renovation';
import { browserArguments, executablePath, faultsIn, screens } from './browser';
import { ChosenFile } from './forms';

/** A contract of the builder with one open item of thirty charging points, as a test speaks of it. */
export interface Site {
  contractId: number;
  itemId: number;
}

/** 丰乐路106号院 under construction: so many contracts of the builder, each with an open item. */
export async function openSites({ app }: House, count: number): Promise<Site[]> {
  const where = await openedRenovation(app, { stage: 'construction', track: 'district' });
  const sites: Site[] = [];
  for (let number = 1; number <= count; number += 1) {
    const contractId = await runningContract(app, where, {
      name: `施工合同${number}`,
      number: `SG-${number}`,
    });
    const itemId = await openItem(app, { ...where, contractId }, { name: `充电桩${number}` });
    sites.push({ contractId, itemId });
  }
  return sites;
}

/** A photo as a phone takes it: 12 megapixels are not needed, but the place and the time stand in it. */
export const phonePhoto = async (name: string, width = 2000): Promise<ChosenFile> => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await photo('jpeg', {
    ...{ width, height: Math.round(width * 0.75), gps: true, takenAt: '2026:06:08 09:10:11' },
  }),
});

/** A phone of a foreman: a browser whose storage outlives it, and which can be killed at any moment. */
export class Phone {
  private readonly folder = mkdtempSync(join(tmpdir(), 'yuanxin-phone-'));
  private running?: ChildProcess;
  context: BrowserContext;
  page: Page;
  readonly faults: string[] = [];

  constructor(private readonly url: string) {}

  /** The browser is opened, with or without a network. */
  async open({ offline = false } = {}): Promise<Page> {
    await this.kill();
    const folder = `--user-data-dir=${this.folder}`;
    const args = [...browserArguments, '--headless=new', '--remote-debugging-port=0', folder, '--lang=zh-CN'];
    this.running = spawn(executablePath, args, {
      env: { ...process.env, TZ: 'Asia/Shanghai' },
      stdio: ['ignore', 'ignore', 'pipe'],
      // A group of its own, so that all its processes end in the same moment.
      detached: true,
    });
    const browser = await this.reached(await this.address(this.running));
    [this.context] = browser.contexts();
    this.context.setDefaultTimeout(15_000);
    await this.context.setOffline(offline);
    return this.tab();
  }

  /** A browser that was killed may not answer the first who asks after it is opened again. */
  private reached(address: string): Promise<Browser> {
    const ask = () => chromium.connectOverCDP(address, { timeout: 10_000 });
    return ask().catch(ask);
  }

  /** One more tab; the last one opened is the one that is looked at. */
  async tab(): Promise<Page> {
    this.page = await this.context.newPage();
    await this.page.setViewportSize(screens.phone);
    faultsIn(this.page, this.url, this.faults);
    return this.page;
  }

  /** The battery is taken out. */
  async kill(): Promise<void> {
    const { running } = this;
    if (!running) return;
    this.running = undefined;
    if (running.exitCode !== null) return;
    const ended = once(running, 'exit');
    process.kill(-running.pid!, 'SIGKILL');
    await ended;
  }

  async close(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  private address(browser: ChildProcess): Promise<string> {
    return new Promise((resolve, reject) => {
      let said = '';
      browser.stderr!.on('data', (text) => {
        said += text;
        const [, address] = /DevTools listening on (ws:\S+)/.exec(said) ?? [];
        if (address) resolve(address);
      });
      browser.once('exit', () => reject(new Error(`The browser did not start: ${said.slice(-500)}`)));
    });
  }
}

/** The form of a day of this contract, once its script stands. */
export async function openReport(page: Page, url: string, contractId: number, on = ''): Promise<void> {
  await openKept(page, `${url}/m/report?contract=${contractId}${on && `&on=${on}`}`);
  await page.locator('form[data-ready]').waitFor();
}

/**
 * Opens a page of the phone. On a busy machine a service worker that was just woken may not hear that there is no network: it
 * asks the server, is led to the sign-in, and only that page is not to be had. Then it is told again, and the page is opened
 * again; the page that says so sends nothing in between.
 */
async function openKept(page: Page, address: string): Promise<void> {
  for (let left = 3; ; left -= 1) {
    try {
      await page.goto(address);
      return;
    } catch (error) {
      if (left === 0 || !String(error).includes('ERR_INTERNET_DISCONNECTED')) throw error;
      await page.context().setOffline(false);
      await page.context().setOffline(true);
    }
  }
}

/** Takes photos with the camera of the form, and waits until each lies in the phone. */
export async function takePhotos(page: Page, photos: ChosenFile[]): Promise<void> {
  const tiles = page.locator('li[data-photo]');
  const before = await tiles.count();
  await page.locator('[data-camera]').setInputFiles(photos);
  await page.waitForFunction((wanted) => {
    const states = [...document.querySelectorAll('li[data-photo] .state')].map((one) => one.textContent);
    return states.length === wanted && !states.includes('正在存');
  }, before + photos.length);
}

/** Presses the button that sends, and waits until it lies in the phone. */
export async function sendReport(page: Page, words = '提交日报'): Promise<void> {
  await page.getByRole('button', { name: words, exact: true }).click();
  await page.locator('.sent-panel:visible').waitFor();
}

/** What was typed lies in the phone. */
export const isSaved = (page: Page): Promise<void> =>
  page.locator('[data-save-line]:not([data-unsaved])').filter({ hasText: '已自动保存' }).waitFor();

/** The reports in the phone: how each stands, one word a report. */
export const inPhone = async (page: Page, url: string): Promise<string[]> => {
  await openKept(page, `${url}/m/outbox`);
  const rows = page.locator('[data-outbox] > li');
  await rows.or(page.locator('[data-outbox-empty]:visible')).first().waitFor();
  return rows.evaluateAll((found) => found.map((row) => (row as HTMLElement).dataset.state!));
};

/** Waits until no report waits any more, looking at the page of what waits. */
export const isEmpty = async (page: Page, url: string): Promise<void> => {
  await openKept(page, `${url}/m/outbox`);
  await page.waitForFunction(
    () =>
      document.querySelector('[data-outbox] > li') &&
      !document.querySelector('[data-outbox] > li[data-state=waiting]'),
    null,
    { timeout: 120_000 },
  );
};

/** The pages of today and of every contract are kept for opening without network. */
export const isKept = (page: Page): Promise<void> => page.locator('html[data-kept]').waitFor();
