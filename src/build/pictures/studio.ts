/**
 * A browser that takes pictures of pages: light paper unless asked otherwise, figures that wait to be asked, and two
 * pixels for each CSS px, so that what a canvas draws is as sharp as the words.
 */
import type { Browser, CDPSession, Page } from 'playwright-core';
import { launchOptions } from '../../cli/chromium.ts';

/** CSS px. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A part of the window. */
export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

/** An image file, and the size of what it shows. */
export interface Picture extends Size {
  readonly bytes: Buffer;
}

/** By path from the folder of the page. */
export type Pictures = Map<string, Picture>;

export interface Visitor {
  readonly page: Page;
  /** A part of the window as WebP, at this many pixels for each CSS px. */
  webp(box: Box, density?: number): Promise<Picture>;
  /** What a window of that size shows, as PNG: one pixel for each CSS px. */
  png(size: Size): Promise<Picture>;
}

export interface Studio {
  /** Opens `url`, does what is asked for, and leaves. */
  visit<T>(url: string, task: (visitor: Visitor) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Pixels for each CSS px. */
export const density = 2;
/** Tried in turn until a picture is light enough. */
const qualities = [50, 35, 20] as const;
/** Bytes. */
const heaviest = 60e3;
/** Milliseconds for all pictures of a page. */
const longest = 600_000;

/** @throws with the command that installs a browser where there is none. */
export async function openStudio(): Promise<Studio> {
  const options = launchOptions();
  const { chromium } = await import('playwright-core');
  const args = [...options.args, '--force-color-profile=srgb', '--font-render-hinting=none', '--hide-scrollbars'];
  const browser = await chromium.launch({ ...options, args });
  return {
    visit: (url, task) => visit(browser, url, task),
    close: () => browser.close(),
  };
}

/** Whether that is the address of a picture that we take. */
export function isOurs(address: string): boolean {
  return /\/(stills\/[\w-]+\.webp|still(-dark)?\.webp|card\.png)$/.test(address);
}

async function visit<T>(browser: Browser, url: string, task: (visitor: Visitor) => Promise<T>): Promise<T> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    deviceScaleFactor: density,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  try {
    const page = await context.newPage();
    await page.goto(url);
    return await Promise.race([task(visitorOf(page, await context.newCDPSession(page))), tooLate(page)]);
  } finally {
    await context.close();
  }
}

/** A page that never comes to rest must not hold up a build for ever. */
async function tooLate(page: Page): Promise<never> {
  await page.waitForEvent('close', { timeout: longest }).catch(() => {});
  throw new Error(`${page.url()}: no pictures of it within ${longest / 1000} s`);
}

function visitorOf(page: Page, session: CDPSession): Visitor {
  /** The browser counts from the beginning of the document. */
  const take = async (format: { format: 'webp' | 'png'; quality?: number }, box: Box, wanted: number) => {
    const { x, y } = await page.evaluate(() => ({ x: scrollX, y: scrollY }));
    const clip = { ...box, x: box.x + x, y: box.y + y, scale: wanted };
    const { data } = await session.send('Page.captureScreenshot', { ...format, clip });
    return Buffer.from(data, 'base64');
  };
  return {
    page,
    async webp(box, wanted = density) {
      const { width, height } = box;
      let bytes = Buffer.alloc(0);
      for (const quality of qualities) {
        bytes = await take({ format: 'webp', quality }, box, wanted);
        if (bytes.length <= heaviest) break;
      }
      return { bytes, width, height };
    },
    async png(size) {
      const bytes = await take({ format: 'png' }, { x: 0, y: 0, ...size }, 1);
      return { bytes, ...size };
    },
  };
}
