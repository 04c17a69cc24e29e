/** A figure inside the pages of others: it runs there, fits, and keeps to itself. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject } from 'vitest';
import { demoIds, demoOf } from '../../src/build/demos.ts';
import { type Host, serve } from '../serve.ts';
import { violations } from './accessibility.ts';
import { button, slider, started, time, value } from './figure.ts';
import { cutOff, laidOut } from './layout.ts';
import { test } from './visit.ts';

const site = inject('site');

describe("a figure in somebody else's page", () => {
  const [id] = demoIds() as [string];
  const folder = mkdtempSync(path.join(tmpdir(), 'glassdeck-host-'));
  let host: Host;
  /** The page of another site, on which the code that the figure's own page gives stands below the first screen. */
  let address: string;
  beforeAll(async () => {
    host = await serve(folder, '/');
    address = host.url.replace('127.0.0.1', 'localhost');
  });
  afterAll(() => {
    host.close();
    rmSync(folder, { recursive: true });
  });

  test('runs once it is seen, without storage, and keeps keys and clicks to itself', async ({ open }) => {
    const own = await open(`demo/${id}/`);
    await own.locator('.embed summary').click();
    const code = (await own.locator('.embed code').textContent()) as string;
    expect(code).toContain(`<iframe src="${site}demo/${id}/frame.html"`);
    expect(await violations(own)).toEqual([]);

    const html = `<!doctype html><html lang="en"><title>Elsewhere</title><link rel="icon" href="data:,"><body><div style="height: 3000px"></div>${code}`;
    writeFileSync(path.join(folder, 'index.html'), html);
    const page = await open(address, {
      expected: /^leaves the site: /,
      before: () => {
        const forbidden = {
          get(): never {
            throw new DOMException('The page has no storage', 'SecurityError');
          },
        };
        Object.defineProperties(window, { localStorage: forbidden, sessionStorage: forbidden });
      },
    });
    const figure = page.frameLocator('iframe').locator('live-demo');
    await page.evaluate(() => {
      document.querySelector('iframe')?.setAttribute('loading', 'eager');
    });
    await expect.poll(() => figure.locator('.transport').count()).toBe(1);
    expect(await time(figure)).toBe('');
    await page.locator('iframe').evaluate((frame) => frame.scrollIntoView());
    await started(figure);

    await page.evaluate(() => {
      const heard: string[] = [];
      for (const type of ['keydown', 'keyup', 'click', 'pointerdown', 'message', 'scroll']) {
        addEventListener(type, (event) => heard.push(event.type), { capture: true });
      }
      Object.assign(window, { heard });
    });
    const [control] = (await demoOf(id)).controls as [string];
    const range = slider(figure, control);
    await range.focus();
    const before = await value(range);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => value(range)).not.toBe(before);
    await button(figure, 'Reset').focus();
    await page.keyboard.press('Space');
    await button(figure, 'One step').click();
    await expect.poll(() => time(figure)).toMatch(/^t = \d/);
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
  });

  test.for([320, 390, 800])('fits into a frame %i px wide, in the theme that is asked for', async (width, { open }) => {
    const page = await open(`demo/${id}/frame.html?theme=dark`, { viewport: { width, height: 600 } });
    await started(page.locator('live-demo'));
    await laidOut(page);
    expect(await page.evaluate(cutOff)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    expect(await violations(page)).toEqual([]);
    const link = page.locator('h1 a');
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await link.evaluate((anchor) => (anchor as HTMLAnchorElement).href)).toBe(`${site}demo/${id}/`);
  });

  test('follows the reader where no theme is asked for, or one that there is not', async ({ open }) => {
    for (const query of ['', '?theme=neon', '?theme=<b>']) {
      const page = await open(`demo/${id}/frame.html${query}`);
      await started(page.locator('live-demo'));
      const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      await page.emulateMedia({ colorScheme: 'dark' });
      const dark = await paper();
      await page.emulateMedia({ colorScheme: 'light' });
      expect(await paper()).not.toBe(dark);
    }
  });
});
