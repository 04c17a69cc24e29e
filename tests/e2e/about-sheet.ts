/** The sheet "what am I looking at" as a reader opens it. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

export interface Saved {
  readonly name: string;
  readonly text: string;
}

/** Opens the sheet of a figure. */
export async function sheetOf(figure: Locator): Promise<Locator> {
  await figure.getByRole('button', { name: 'What am I looking at?' }).click();
  const sheet = figure.page().getByRole('dialog');
  await expect.poll(() => sheet.count()).toBe(1);
  return sheet;
}

/** Presses the button of that name and takes the file that the browser saves. */
export async function savedBy(sheet: Locator, name: string): Promise<Saved> {
  const [download] = await Promise.all([
    sheet.page().waitForEvent('download'),
    sheet.getByRole('button', { name, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** What the page puts on the clipboard from now on, without the clipboard that a safe origin has. */
export function withoutClipboard(): void {
  Object.defineProperty(navigator, 'clipboard', { value: undefined });
  window.copied = [];
  document.addEventListener('copy', () => {
    const field = document.activeElement;
    const isField = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
    window.copied.push(
      isField ? field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0) : `${getSelection()}`,
    );
  });
}

declare global {
  interface Window {
    copied: string[];
  }
}

export const copied = (page: Page): Promise<string[]> => page.evaluate(() => window.copied);
