/** A window in which the browser keeps nothing: storage, service workers and the clipboard are forbidden. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { button, started, time } from './figure.ts';
import { test } from './visit.ts';

/** Runs in the page before its scripts: whoever asks for storage or for workers hears that it is not allowed. */
function forbid(): void {
  const refuse = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
    Object.defineProperty(window, name, { get: refuse });
  }
  for (const name of ['serviceWorker', 'clipboard']) Object.defineProperty(navigator, name, { get: refuse });
  Object.defineProperty(document, 'cookie', { get: refuse, set: refuse });
}

/** Runs in the page before its scripts: workers may not be registered, storage is full. */
function refuse(): void {
  const { serviceWorker } = navigator as Partial<Navigator>;
  if (!serviceWorker) return;
  serviceWorker.register = () => Promise.reject(new DOMException('not in this window', 'SecurityError'));
  Storage.prototype.setItem = () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  };
}

const figureOf = (page: Page): Locator => page.locator('section.present live-demo, main > live-demo');
const theme = (page: Page) => expect.poll(() => page.locator('html').getAttribute('data-theme'));

describe.each([
  ['forbidden', forbid],
  ['refused', refuse],
])('where storage and workers are %s', (_, before) => {
  test('a talk runs, changes its theme and shows its notes', async ({ open }) => {
    const page = await open('rehearsal/#/line', { before });
    await started(figureOf(page));
    await theme(page).toBe('light');
    await page.keyboard.press('t');
    await theme(page).toBe('dark');
    const [speaker] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')]);
    await expect.poll(() => speaker.locator('.speaker-controls-notes').textContent()).toContain('Notes of line');
    await page.bringToFront();
    await page.keyboard.press('PageUp');
    await expect.poll(() => page.locator('section.present').getAttribute('id')).toBe('words');
  });

  test.for(['', 'demo/line-is-straight/', 'demo/line-is-straight/frame.html'])(
    '"%s" is whole',
    async (address, { open }) => {
      const page = await open(address, { before });
      await expect.poll(() => page.evaluate(() => document.readyState)).toBe('complete');
      expect(await page.locator('h1').isVisible()).toBe(true);
      if (address === '') return;
      await started(figureOf(page));
      await button(figureOf(page), 'Copy a link to this state').click();
      const shown = await time(figureOf(page));
      await expect.poll(() => time(figureOf(page))).not.toBe(shown);
    },
  );
});
