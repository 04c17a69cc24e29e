import type { Locator, Page } from 'playwright-core';

/** Hears a line about what could not be done. */
export type Complain = (line: string) => void;

/** The figures of `page` that show something, with the panels of each; those that failed are complained about. */
export async function shownFigures(
  page: Page,
  complain: Complain,
): Promise<{ readonly figure: Locator; readonly stage: Locator }[]> {
  const shown = [];
  for (const figure of await page.locator('live-demo').all()) {
    const failures = await figure.locator('.failure:not(:empty)').allTextContents();
    const stage = figure.locator('.stage');
    if (failures.length === 0 && (await stage.count()) > 0) shown.push({ figure, stage });
    else complain(`${await nameOf(figure)} has no picture: ${failures.join('; ') || 'it did not start'}`);
  }
  return shown;
}

const nameOf = async (figure: Locator): Promise<string> => (await figure.getAttribute('data-figure')) ?? 'the figure';
