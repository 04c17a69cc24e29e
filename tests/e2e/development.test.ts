/** The development server: a saved kernel takes over where the figure is, and one that does not compile says why. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { clickAway, slider, started, value } from './figure.ts';
import { ownProject } from './own-project.ts';
import { test } from './visit.ts';

const project = ownProject();
const kernel = path.join(project, 'assembly/kernels/straight-line/kernel.ts');
const original = readFileSync(kernel, 'utf8');
const save = (from: string, to: string) => {
  expect(original).toContain(from);
  writeFileSync(kernel, original.replace(from, to));
};

let server: ViteDevServer;
beforeAll(async () => {
  server = await createServer({
    configFile: path.join(project, 'vite.config.ts'),
    cacheDir: path.join(project, '.vite'),
    logLevel: 'silent',
    // The dependencies of the copy are those of the original, which is another folder.
    server: { port: 0, host: '127.0.0.1', fs: { strict: false } },
  });
  await server.listen();
});
afterAll(() => server.close());

const figureOf = (page: Page): Locator => page.locator('section.present live-demo');
const x = (page: Page): Promise<number> =>
  figureOf(page)
    .locator('.read-out-value')
    .textContent()
    .then((text) => Number(text?.replace('\u2212', '-')));
const overlay = (page: Page) => page.locator('vite-error-overlay');

describe('a page that is open', () => {
  test('goes on with a kernel that was saved, and with the last good one while that does not compile', async ({
    open,
  }) => {
    const address = server.resolvedUrls?.local[0];
    const page = await open(`${address}rehearsal/#/line/0`, {
      expected: /^console\.(debug: \[vite\]|error: \[vite\])/,
    });
    const figure = figureOf(page);
    await started(figure);
    await clickAway(slider(figure, 'drift'));
    const drift = await value(slider(figure, 'drift'));
    await page.evaluate(() => {
      document.title = 'not loaded again';
    });
    const isTheSame = async () => {
      expect(await page.title()).toBe('not loaded again');
      expect(new URL(page.url()).hash).toBe('#/line/0');
      expect(await value(slider(figure, 'drift'))).toBe(drift);
    };

    await expect.poll(() => x(page)).toBeLessThan(-10);
    save('obs.x + params.drift', 'obs.x - params.drift');
    await expect.poll(() => x(page)).toBeGreaterThan(10);
    await isTheSame();

    save('obs.x + params.drift', 'obs.x + params.drfit');
    const message = () => overlay(page).locator('.message-body').textContent();
    await expect.poll(message).toMatch(/drfit/);
    const line = original.slice(0, original.indexOf('params.drift')).split('\n').length;
    expect(await message()).toContain(`assembly/kernels/straight-line/kernel.ts:${line}: `);
    const before = await x(page);
    await expect.poll(() => x(page)).toBeGreaterThan(before);
    await isTheSame();

    save('obs.x + params.drift', 'obs.x + 2 * params.drift');
    await expect.poll(() => overlay(page).count()).toBe(0);
    await expect.poll(() => x(page)).toBeLessThan(-10);
    await isTheSame();
  });
});
