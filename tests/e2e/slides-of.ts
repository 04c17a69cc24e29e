import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { inject } from 'vitest';

/** Ids of the slides of a talk as it was built. */
export function slidesOf(talk: string): string[] {
  const html = readFileSync(path.join(inject('project'), 'dist', talk, 'index.html'), 'utf8');
  return [...html.matchAll(/<section\b[^>]*\sid="([^"]+)"/g)].map((match) => match[1] as string);
}

/** The slide that is shown. */
export const present = 'section.present:not(.stack)';
export const slideNow = (page: Page) => page.locator(present).getAttribute('id');

/** Goes forwards to the slide of that id as a clicker does, through the fragments of those before it. */
export async function goForwards(page: Page, id: string): Promise<void> {
  let presses = 100;
  while ((await slideNow(page)) !== id) {
    if (presses-- === 0) throw new Error(`slide "${id}" does not come within 100 presses of PageDown`);
    await page.keyboard.press('PageDown');
  }
}
