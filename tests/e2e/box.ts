/** What a reader sees of a figure that does not run. */
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';

/** What the figure says is wrong. */
export const failure = (figure: Locator) => expect.poll(() => figure.locator('.failure').allTextContents());

/** The box is no empty box: the picture of what would run is there, and beside it the sentence `words`. */
export async function showsStill(figure: Locator, words: string | RegExp): Promise<void> {
  await failure(figure).toEqual([typeof words === 'string' ? words : expect.stringMatching(words)]);
  const outer = await sizeOf(figure);
  const inner = [await sizeOf(figure.locator(':scope > .still')), await sizeOf(figure.locator('.failure'))];
  for (const { x, y, width, height } of inner) {
    expect(Math.min(width, height)).toBeGreaterThan(10);
    expect(x).toBeGreaterThanOrEqual(outer.x - 1);
    expect(y).toBeGreaterThanOrEqual(outer.y - 1);
    expect(x + width).toBeLessThanOrEqual(outer.x + outer.width + 1);
    expect(y + height).toBeLessThanOrEqual(outer.y + outer.height + 1);
  }
  const loaded = () => figure.locator(':scope > .still').evaluate((image: HTMLImageElement) => image.naturalWidth);
  await expect.poll(loaded).toBeGreaterThan(0);
}

async function sizeOf(part: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  await part.waitFor({ state: 'visible' });
  return (await part.boundingBox()) as { x: number; y: number; width: number; height: number };
}
