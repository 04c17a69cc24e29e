/**
 * Visits to pages. A test opens pages in windows of its own, which close after it; whatever they complain about fails
 * the test: messages of the console, errors, requests that fail, and requests that leave the site.
 */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { test as base, expect, inject } from 'vitest';
import { launchOptions } from '../../src/cli/chromium.ts';

export const screen = { width: 1280, height: 720 };
export const phone = { width: 390, height: 844 };
export const phoneSideways = { width: 844, height: 390 };

/** How long a page may take for anything, ms. */
const patience = 60_000;

export interface Visit {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly reducedMotion?: 'reduce';
  /** A screen for fingers: a coarse pointer, touch events, no hovering. */
  readonly hasTouch?: boolean;
  readonly isMobile?: boolean;
  readonly javaScriptEnabled?: boolean;
  readonly offline?: boolean;
  /** Runs in each page and frame before its own scripts. */
  readonly before?: () => void;
  /** What happens to the text of a page on its way. */
  readonly rewrite?: (html: string) => string;
  /** Addresses that are not to be had. */
  readonly missing?: RegExp;
  /** Complaints that the test is about. */
  readonly expected?: RegExp;
}

export type Open = (address: string, visit?: Visit) => Promise<Page>;

/** A page and what it has complained about since somebody last asked. */
export interface Visited {
  readonly page: Page;
  complaints(): string[];
  close(): Promise<void>;
}

/** Complaints of all pages of `context`, in order. */
function listen(context: BrowserContext, origin: string): string[] {
  const complaints: string[] = [];
  context.on('console', (message) => complaints.push(`console.${message.type()}: ${message.text()}`));
  context.on('weberror', (error) => complaints.push(`error: ${error.error().message}`));
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(data|blob|about):/.test(url)) complaints.push(`leaves the site: ${url}`);
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    // A page that is left stops the pictures it was still loading.
    if (reason === 'net::ERR_ABORTED' && request.resourceType() === 'image') return;
    complaints.push(`failed: ${request.url()} ${reason}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  return complaints;
}

/** Opens `address`, below the site unless it is one of its own, in a window that shares nothing with others. */
export async function visit(browser: Browser, address: string, visit: Visit = {}): Promise<Visited> {
  const { before, rewrite, missing, expected, ...options } = visit;
  const { origin, protocol, href } = new URL(address, inject('site'));
  const context = await browser.newContext({ viewport: screen, ...options });
  context.setDefaultTimeout(patience);
  const complaints = listen(context, protocol === 'file:' ? href.replace(/[?#].*$/, '') : origin);
  if (before) await context.addInitScript(before);
  const page = await context.newPage();
  if (rewrite) {
    await page.route('**/*', async (route) => {
      if (route.request().resourceType() !== 'document') return route.continue();
      const response = await route.fetch();
      return route.fulfill({ response, body: rewrite(await response.text()) });
    });
  }
  if (missing) await page.route(missing, (route) => route.fulfill({ status: 404, body: 'not here' }));
  await page.goto(href);
  return {
    page,
    complaints: () => complaints.splice(0).filter((text) => !expected?.test(text)),
    close: () => context.close(),
  };
}

export const test = base.extend<{ browser: Browser; open: Open }>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixtures that a fixture needs from its pattern
    async ({}, use) => {
      const browser = await chromium.launch(launchOptions());
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  open: async ({ browser }, use) => {
    const visits: Visited[] = [];
    await use(async (address, options) => {
      const visited = await visit(browser, address, options);
      visits.push(visited);
      return visited.page;
    });
    for (const { close } of visits) await close();
    expect(visits.flatMap(({ complaints }) => complaints())).toEqual([]);
  },
});
