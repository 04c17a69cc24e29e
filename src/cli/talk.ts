/** A talk on the command line: named by an argument, built as one file, opened in Chromium. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { talkNames } from '../talk/site.ts';
import { launchOptions } from './chromium.ts';
import { UsageError } from './command.ts';

/** The one talk that `command` is about. */
export function readTalk(command: string, [name, ...more]: readonly string[]): string {
  const names = talkNames().join(', ');
  if (name === undefined) throw new UsageError(`${command} lacks its talk, expected one of: ${names}`);
  if (more.length > 0) throw new UsageError(`${command} takes one talk, got "${more[0]}" as well`);
  if (!talkNames().includes(name)) throw new UsageError(`${command} has no talk "${name}", expected one of: ${names}`);
  return name;
}

export interface Opened {
  readonly page: Page;
  /** Errors of the page so far: what it threw and what it wrote to the console as an error. */
  readonly errors: readonly string[];
}

/**
 * Opens `html` as a file of its own and gives it to `use`; browser and file are gone when that is done.
 *
 * @param query stands behind the file's address, as in `?view=print`.
 */
export async function withPage<T>(
  html: string,
  query: string,
  options: BrowserContextOptions,
  use: (opened: Opened) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'glassdeck-'));
  try {
    const file = path.join(folder, 'talk.html');
    writeFileSync(file, html);
    const browser = await chromium.launch(launchOptions());
    try {
      const page = await browser.newPage(options);
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      await page.goto(pathToFileURL(file).href + query);
      return await use({ page, errors });
    } finally {
      await browser.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
