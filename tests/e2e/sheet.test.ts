/** The sheet "what am I looking at": over a slide, on a phone, and in a file from disk. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, inject } from 'vitest';
import { demoOf } from '../../src/build/demos.ts';
import { root } from '../../src/build/root.ts';
import { copied, savedBy, sheetOf, withoutClipboard } from './about-sheet.ts';
import { violations } from './accessibility.ts';
import { started } from './figure.ts';
import { demoSlides } from './rehearsal.ts';
import { phone, test } from './visit.ts';

const slide = demoSlides[0] as string;
const id = slide.replace(/^\w+-/, '');
const { runs, claim } = await demoOf(id);
const [run, { kernel }] = Object.entries(runs)[0] as [string, { kernel: string }];
const source = readFileSync(path.join(root, 'assembly/kernels', kernel, 'kernel.ts'), 'utf8');

const shown = (page: { evaluate<T>(read: () => T): Promise<T> }) =>
  page.evaluate(() => document.querySelector('.slides section.present')?.id);

describe('over a slide', () => {
  test('has the keys, until one of them closes it', async ({ open }) => {
    const page = await open(`rehearsal/#/${slide}`);
    const figure = page.locator('section.present live-demo');
    await started(figure);
    const sheet = await sheetOf(figure);
    expect(await sheet.getByRole('heading', { level: 1 }).textContent()).toBe(claim);
    expect(await violations(page, 'dialog')).toEqual([]);
    for (const key of ['ArrowRight', 'ArrowDown', 'n', 't', 'm', '?', 'o', 'Tab', 'Space']) {
      await page.keyboard.press(key);
      expect([key, await shown(page), await sheet.count()]).toEqual([key, slide, 1]);
    }
    expect(await page.locator('.r-overlay, .reveal.overview').count()).toBe(0);
    for (const key of ['Escape', 'PageDown', '.']) {
      if ((await sheet.count()) === 0) await sheetOf(figure);
      await page.keyboard.press(key);
      await expect.poll(() => sheet.count()).toBe(0);
      expect([key, await shown(page)]).toEqual([key, slide]);
    }
    expect(await page.locator('.reveal.paused, .reveal.overview').count()).toBe(0);
    await page.keyboard.press('PageDown');
    await expect.poll(() => shown(page)).not.toBe(slide);
  });

  test('keeps the focus, and gives it back', async ({ open }) => {
    const page = await open(`rehearsal/#/${slide}`);
    const figure = page.locator('section.present live-demo');
    await started(figure);
    const opener = figure.getByRole('button', { name: 'What am I looking at?' });
    await opener.focus();
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog');
    await expect.poll(() => sheet.count()).toBe(1);
    for (let k = 0; k < 40; ++k) {
      await page.keyboard.press('Tab');
      const isInside = await page.evaluate(
        () => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null,
      );
      expect(isInside).toBe(true);
    }
    await page.keyboard.press('Escape');
    await expect.poll(() => sheet.count()).toBe(0);
    expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  test('closes on a click beside it and with its button', async ({ open }) => {
    const page = await open(`rehearsal/#/${slide}`);
    const figure = page.locator('section.present live-demo');
    await started(figure);
    const sheet = await sheetOf(figure);
    await page.mouse.click(3, 360);
    await expect.poll(() => sheet.count()).toBe(0);
    await sheetOf(figure);
    await sheet.getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => sheet.count()).toBe(0);
    expect(await shown(page)).toBe(slide);
  });
});

test('fits on a phone', async ({ open }) => {
  const page = await open(`demo/${id}/`, { viewport: phone });
  const figure = page.locator('live-demo');
  await started(figure);
  const sheet = await sheetOf(figure);
  expect(await violations(page, 'dialog')).toEqual([]);
  const { width, height } = (await sheet.boundingBox()) as { width: number; height: number };
  expect(width).toBeLessThanOrEqual(phone.width);
  expect(height).toBeLessThanOrEqual(phone.height);
  const outside = await sheet.evaluate((dialog) =>
    [...dialog.querySelectorAll('*')]
      .filter((node) => !node.closest('pre, .katex, .unseen') && node.getBoundingClientRect().right > innerWidth)
      .map((node) => node.outerHTML.slice(0, 80)),
  );
  expect(outside).toEqual([]);
  expect(await sheet.evaluate((dialog) => dialog.scrollHeight > dialog.clientHeight)).toBe(true);
});

test('in a file from disk it reads the kernel, saves the picture and copies, without a network or a clipboard', async ({
  open,
}) => {
  const file = path.join(inject('project'), 'dist-single/rehearsal.html');
  const page = await open(pathToFileURL(file).href, { offline: true });
  await page.waitForSelector('.reveal.ready');
  await page.evaluate(withoutClipboard);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/${slide}`);
  const figure = page.locator('section.present live-demo');
  await started(figure);
  const sheet = await sheetOf(figure);

  await sheet.locator('summary').first().click();
  const text = sheet.getByLabel(`Source of ${kernel}`).first();
  await expect.poll(() => text.textContent()).toBe(source);
  await sheet
    .getByRole('button', { name: `Copy the source of ${kernel}` })
    .first()
    .click();
  await sheet.getByRole('button', { name: 'Copy the link' }).click();
  const link = await sheet.getByLabel('Link to the figure as it is now').inputValue();
  expect(await copied(page)).toEqual([source, link]);
  expect(await sheet.getByRole('button', { name: 'Copy the link' }).textContent()).toBe('Copied');

  const { name, text: svg } = await savedBy(sheet, 'Picture as SVG');
  expect(name).toBe(`${id}-seed1.svg`);
  expect(svg).toContain(`<title>${claim}</title>`);
  expect((await savedBy(sheet, 'Picture as PNG')).name).toBe(`${id}-seed1.png`);
  expect((await savedBy(sheet, `Data of ${run} as CSV`)).text).toContain(`# kernel: ${kernel}\n`);
});

test('the link leaves out the controls that are ticked', async ({ open }) => {
  const page = await open(`demo/${id}/`);
  const figure = page.locator('live-demo');
  await started(figure);
  const sheet = await sheetOf(figure);
  await sheet.getByRole('checkbox', { name: 'seed', exact: true }).check();
  const field = sheet.getByLabel('Link to the figure as it is now');
  await expect.poll(() => field.inputValue()).toContain('!seed');
  const other = await open(await field.inputValue());
  await started(other.locator('live-demo'));
  expect(await other.locator('live-demo .seed').count()).toBe(0);
});
