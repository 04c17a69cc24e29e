/** An hour in which nobody saw the page: a tab in the background, a laptop that slept in mid-talk. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { started, time } from './figure.ts';
import { keep } from './kept.ts';
import { test } from './visit.ts';

const figureOf = (page: Page): Locator => page.locator('section.present live-demo');
const ticks = async (page: Page) => Number((await time(figureOf(page)))?.replace('t = ', ''));

/** Of the straight line. */
const ticksPerSecond = 20;

/** Hides the tab, or leaves it, as the browser tells a page. */
const see = (page: Page, state: 'hidden' | 'visible') =>
  page.evaluate((visibility) => {
    Object.defineProperty(document, 'visibilityState', { value: visibility, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);

/** Once an answer is out, the clocks jump by an hour, and the alarm that was set for the answer rings. */
function sleep(isHidden: boolean): Promise<void> {
  const ahead = 3_600_000;
  const jump = () => {
    const { now } = performance;
    performance.now = () => now.call(performance) + ahead;
    const request = window.requestAnimationFrame;
    window.requestAnimationFrame = (callback) => request((at) => callback(at + ahead));
    for (const ring of [...window.alarms.values()]) ring();
  };
  return new Promise((resolve) => {
    const look = () => {
      if (!isHidden && window.alarms.size === 0) return setTimeout(look);
      jump();
      resolve();
    };
    look();
  });
}

test.for([
  ['a hidden tab', true],
  ['a page that slept', false],
] as const)('%s goes on where it was, at its own pace', async ([, isHidden], { open }) => {
  const page = await open('rehearsal/#/line', { before: keep });
  await started(figureOf(page));
  const [begin, before] = [performance.now(), await ticks(page)];
  if (isHidden) await see(page, 'hidden');
  await page.evaluate(sleep, isHidden);
  if (isHidden) await see(page, 'visible');
  await expect.poll(() => ticks(page)).toBeGreaterThan(before + 3);
  const after = await ticks(page);
  const seconds = (performance.now() - begin) / 1000;
  // A frame counts as 0.1 s at most, also the one an hour late; what is seen may be a tick behind at `before`.
  expect(after - before).toBeLessThanOrEqual(ticksPerSecond * (seconds + 0.1) + 2);
  expect(await figureOf(page).locator('.failure').textContent()).toBe('');
  expect(await page.evaluate(() => [window.workers.length, document.querySelectorAll('.playing').length])).toEqual([
    1, 1,
  ]);
});
