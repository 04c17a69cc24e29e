/** A talk that is one file, opened from disk without a network. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, inject } from 'vitest';
import { talkNames } from '../../src/talk/site.ts';
import { started } from './figure.ts';
import { test } from './visit.ts';

const folder = path.join(inject('project'), 'dist-single');

test('every talk is one file', () => {
  const talks = readdirSync(path.join(inject('project'), 'slides')).filter((name) => !name.includes('.'));
  expect(talks).toEqual(expect.arrayContaining([...talkNames(), 'rehearsal']));
  expect(readdirSync(folder).sort()).toEqual(talks.map((name) => `${name}.html`).sort());
});

describe.each(talkNames())('%s', (talk) => {
  const file = path.join(folder, `${talk}.html`);

  test('is smaller than 3 MB', () => {
    expect(statSync(file).size).toBeLessThan(3e6);
  });

  test('runs its figures and asks for nothing', async ({ open }) => {
    const page = await open(pathToFileURL(file).href, { offline: true });
    await page.waitForSelector('.reveal.ready');
    const slides = await page
      .locator('section:has(> live-demo), section:has(.figure live-demo)')
      .evaluateAll((all) => all.map((slide) => slide.id));
    expect(slides.length).toBeGreaterThan(0);
    for (const slide of slides) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `#/${slide}`);
      for (const figure of await page.locator(`#${slide} live-demo`).all()) await started(figure);
    }
  });
});
