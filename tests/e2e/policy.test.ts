/** The site under the content security policy of `src/build/policy.ts`: what the policy refuses the console would say. */
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject } from 'vitest';
import { policy } from '../../src/build/policy.ts';
import { talkNames } from '../../src/talk/site.ts';
import { type Host, serve } from '../serve.ts';
import { savedBy, sheetOf } from './about-sheet.ts';
import { button, started, time } from './figure.ts';
import { printed } from './layout.ts';
import { demoSlides } from './rehearsal.ts';
import { test } from './visit.ts';

let host: Host;
beforeAll(async () => {
  host = await serve(path.join(inject('project'), 'dist'), '/under/a/policy/', { 'content-security-policy': policy });
});
afterAll(() => host.close());

const slide = demoSlides[0] as string;
const id = slide.replace(/^\w+-/, '');
const figureOf = (page: Page): Locator => page.locator('section.present live-demo, main > live-demo');

/** The pictures on the page are there, those too to which nobody has scrolled. */
const hasPictures = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate(() => {
        const shown = [...document.images].filter((image) => image.checkVisibility());
        for (const image of shown) image.loading = 'eager';
        return shown.filter((image) => !image.naturalWidth).map((image) => image.src);
      }),
    )
    .toEqual([]);

test('what is not of the site does not run', async ({ open }) => {
  const rewrite = (html: string) => html.replace('</title>', '</title><script>document.title = "evil"</script>');
  const page = await open(host.url, { rewrite, expected: /inline script/ });
  expect(await page.title()).toBe('Glassdeck');
});

describe('everything that is works', () => {
  test('the gallery, which works without a network later', async ({ open }) => {
    const page = await open(host.url, { expected: /ERR_INTERNET_DISCONNECTED/ });
    await hasPictures(page);
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
    await page.context().setOffline(true);
    await page.goto(`${host.url}demo/${id}/`);
    await started(figureOf(page));
  });

  test.for(['index.html', 'frame.html?theme=dark'])('a figure: %s', async (file, { open }) => {
    const page = await open(`${host.url}demo/${id}/${file}`);
    await started(figureOf(page));
    await hasPictures(page);
  });

  test.for(talkNames())('every slide of %s', async (name, { open }) => {
    const page = await open(`${host.url}${name}/`);
    await page.waitForSelector('.reveal.ready');
    for (const hash of await page.locator('.slides section[id]').evaluateAll((all) => all.map((one) => one.id))) {
      await page.evaluate((to) => {
        location.hash = `#/${to}`;
      }, hash);
      await expect.poll(() => page.locator('section.present:not(.stack)').getAttribute('id')).toBe(hash);
      for (const figure of await figureOf(page).all()) await started(figure);
      await hasPictures(page);
    }
  });

  test('the talk on paper, a page for each slide', async ({ open }) => {
    const page = await open(`${host.url}rehearsal/?view=print`);
    const { failures } = await printed(page);
    expect(failures.map((line) => line.split(':')[0])).toEqual(['slide "breaking"']);
    const rules = await page.evaluate(() =>
      [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]).filter((rule) => rule instanceof CSSPageRule),
    );
    expect(rules.length).toBeGreaterThan(0);
  });

  test('the sheet of a figure, its picture as SVG and PNG, its data and its source', async ({ open }) => {
    const page = await open(`${host.url}rehearsal/#/${slide}`);
    await started(figureOf(page));
    const sheet = await sheetOf(figureOf(page));
    expect((await savedBy(sheet, 'Picture as SVG')).text).toContain('font/woff2');
    expect((await savedBy(sheet, 'Picture as PNG')).name).toMatch(/\.png$/);
    const data = await sheet
      .getByRole('button', { name: / as CSV$/ })
      .first()
      .getAttribute('aria-label');
    expect((await savedBy(sheet, data as string)).text).toContain('# kernel: ');
    await sheet.locator('summary').first().click();
    await expect.poll(() => sheet.locator('.source code').first().textContent()).toContain('export function step');
  });

  test('the QR code, the help and the overview', async ({ open }) => {
    const page = await open(`${host.url}rehearsal/#/line`);
    await started(figureOf(page));
    await page.keyboard.press('q');
    await page.locator('.qr-code svg').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.locator('.r-overlay').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.locator('.reveal.overview').waitFor();
    await hasPictures(page);
  });

  test('the speaker view: notes, formulas, clock, and both panes', async ({ open }) => {
    const page = await open(`${host.url}rehearsal/#/line`);
    await started(figureOf(page));
    const [speaker] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')]);
    await expect.poll(() => speaker.locator('.speaker-controls-notes').textContent()).toContain('Notes of line');
    await expect.poll(() => speaker.locator('.clock-value').textContent()).toMatch(/\d+:\d\d/);
    const frame = await (await speaker.waitForSelector('#current-slide iframe')).contentFrame();
    const figure = (frame as NonNullable<typeof frame>).locator('section.present live-demo');
    await started(figure);
    await button(figure, 'Pause').click();
    await button(figure, 'Reset').click();
    await expect.poll(() => time(figureOf(page))).toBe('t = 0');
    expect(await speaker.locator('#upcoming-slide').evaluate((pane) => getComputedStyle(pane).position)).toBe(
      'absolute',
    );
  });
});
