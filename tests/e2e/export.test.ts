/** A figure as a file: what is on the page is in the SVG, looks the same, and needs nothing else. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { demoIds } from '../../src/build/demos.ts';
import { talkNames } from '../../src/talk/site.ts';
import { about, both, bundle, contentsOf, oddFigure, pngOf, sizeOf, svgOf } from './exported.ts';
import { pause, started } from './figure.ts';
import { laidOut } from './layout.ts';
import { difference } from './pixels.ts';
import { test } from './visit.ts';

const script = await bundle();

/**
 * Where the export is right, 0.0002 of the inked pixels of a demo differ at most, and 0.0011 where letters are turned
 * and borders dashed. One label of three digits that is missing or 6 px off its place is 0.0027 of them or more.
 */
const bound = 0.002;

/** The stage of a figure that has started and been paused, on whole pixels: an edge between two is blurred on the page. */
async function pausedStage(figure: Locator): Promise<Locator> {
  await started(figure);
  await pause(figure);
  await figure.page().evaluate(script);
  const stage = figure.locator('.stage');
  await stage.evaluate((element) => {
    const { left, top } = element.getBoundingClientRect();
    const { style } = element as HTMLElement;
    style.position = 'relative';
    style.left = `${Math.ceil(left) - left}px`;
    style.top = `${Math.ceil(top) - top}px`;
  });
  return stage;
}

/** Expects the SVG of `element` to be whole and to look as the page does, and gives it. */
async function expectFaithful(element: Locator): Promise<string> {
  const page = element.page();
  const { svg, screenshot, sight } = await both(element);
  const contents = await contentsOf(page, svg);
  expect(contents).toEqual({ error: undefined, words: about, foreign: [], outside: [], ...sight });
  expect(await difference(page, screenshot, await pngOf(page, svg, 1))).toBeLessThan(bound);
  return svg;
}

/** The same with all words 6 px to the right. */
const misplaced = (svg: string): string =>
  svg.replace(/<text x="([-\d.]+)"/g, (_, x: string) => `<text x="${Number(x) + 6}"`);

/** The same with its words and lines alone: an image is inked all over, and beside that words are few. */
const withoutImages = (svg: string): string => svg.replace(/<image\b[^>]*>/g, '');

describe.each(demoIds())('%s', (id) => {
  test('leaves as one SVG that looks as on the page, in light and dark', async ({ open }) => {
    const page = await open(`demo/${id}/`);
    const stage = await pausedStage(page.locator('live-demo'));
    const svg = await expectFaithful(stage);
    const [placed, moved] = [svg, misplaced(svg)].map(withoutImages) as [string, string];
    const wrong = await difference(page, await pngOf(page, placed, 1), await pngOf(page, moved, 1));
    expect(wrong).toBeGreaterThan(5 * bound);
    await page.emulateMedia({ colorScheme: 'dark' });
    await laidOut(page);
    expect(await expectFaithful(stage)).not.toBe(svg);
  });
});

describe('a deck', () => {
  const talk = talkNames()[0] as string;

  /** The first figure has a picture of pixels, which are as many as its slide is large. */
  async function secondStage(page: Page): Promise<Locator> {
    await page.waitForSelector('.reveal.ready');
    await page.evaluate(() => {
      location.hash = `#/${[...document.querySelectorAll('section[id]:has(live-demo:not([background]))')][1]?.id}`;
    });
    return pausedStage(page.locator('section.present live-demo').first());
  }

  test('gives the same SVG at every scale of its slides', async ({ open }) => {
    const page = await open(`${talk}/`);
    const stage = await secondStage(page);
    // What stands around the stage may take more of a small slide and leave less to it.
    await stage.evaluate((element) => {
      (element as HTMLElement).style.height = '400px';
    });
    await laidOut(page);
    const svg = await expectFaithful(stage);
    const scale = () =>
      stage.evaluate((element) => element.getBoundingClientRect().width / (element as HTMLElement).offsetWidth);
    expect(await scale()).toBeCloseTo(1, 3);
    await page.setViewportSize({ width: 1000, height: 562 });
    await expect.poll(scale).toBeLessThan(0.8);
    await laidOut(page);
    const scaled = await svgOf(stage);
    // The window knows places to 1/64 px, which is 0.02 px of such a slide, and 0.04 px for a difference of two.
    const number = /-?\d+(\.\d+)?/g;
    expect(scaled.replace(number, '0')).toBe(svg.replace(number, '0'));
    const [a, b] = [scaled, svg].map((text) => (text.match(number) ?? []).map(Number)) as [number[], number[]];
    expect(Math.max(...a.map((value, i) => Math.abs(value - (b[i] as number))))).toBeLessThan(0.05);
  });

  test('gives its figures with their fonts from one file on a disk', async ({ open }) => {
    const file = path.join(inject('project'), 'dist-single', `${talk}.html`);
    const page = await open(pathToFileURL(file).href, { offline: true });
    const svg = await expectFaithful(await secondStage(page));
    expect(svg).toContain('@font-face');
  });
});

describe('under a strict content security policy', () => {
  const policy = [
    "default-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "style-src 'self' 'unsafe-inline'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self' blob:",
  ].join('; ');
  const id = demoIds()[0] as string;

  test('SVG and PNG are made and saved all the same', async ({ open }) => {
    const page = await open(`demo/${id}/`, {
      rewrite: (html) =>
        html.replace('<meta charset', `<meta http-equiv="Content-Security-Policy" content="${policy}"><meta charset`),
    });
    const stage = await pausedStage(page.locator('live-demo'));
    const svg = await expectFaithful(stage);
    expect(svg).toContain('@font-face');
    const { width, height } = await sizeOf(stage);
    const png = await pngOf(page, svg);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * width, 2 * height]);

    for (const name of ['figure.svg', 'again.svg']) {
      const arriving = page.waitForEvent('download');
      await page.evaluate(([name, svg]) => window.brought.download(name, svg, 'image/svg+xml'), [name, svg] as const);
      const file = await arriving;
      expect(file.suggestedFilename()).toBe(name);
      expect(readFileSync(await file.path(), 'utf8')).toBe(svg);
    }
  });
});

describe('whatever a figure may be made of', () => {
  const id = demoIds()[0] as string;

  test('images, turned words, roots, borders and what is cut off look the same; what is hidden stays', async ({
    open,
  }) => {
    const page = await open(`demo/${id}/`);
    await page.evaluate(script);
    const element = await oddFigure(page);
    const { svg, screenshot } = await both(element);
    expect(await contentsOf(page, svg)).toMatchObject({ error: undefined, foreign: [], outside: [], images: 2 });
    expect(svg).not.toContain('unseen');
    expect(svg.match(/seen/g)).toHaveLength(3);
    expect(await difference(page, screenshot, await pngOf(page, svg, 1))).toBeLessThan(bound);
  });

  test('a font that cannot be had is left out', async ({ open }) => {
    const page = await open(`demo/${id}/`);
    const stage = await pausedStage(page.locator('live-demo'));
    const faces = async () => (await svgOf(stage)).match(/@font-face/g)?.length ?? 0;
    const all = await faces();
    await page.evaluate(() => {
      const { fetch } = window;
      window.fetch = async (address) =>
        /source-sans/.test(`${address}`) ? new Response('not here', { status: 404 }) : fetch(address);
    });
    expect(await faces()).toBe(all - 1);
  });

  test('a figure that is not on the page says so', async ({ open }) => {
    const page = await open(`demo/${id}/`);
    await page.evaluate(script);
    const words = { title: '', description: '' };
    const failure = await page.evaluate(
      (words) => window.brought.svgOf(document.createElement('div'), words).catch(String),
      words,
    );
    expect(failure).toBe('Error: svgOf: <div class=""> is 0 x 0 px, expected a figure that is on the page');
    expect(await page.evaluate(() => window.brought.pngOf('<svg').catch(String))).toMatch(/could not read the SVG/);
  });
});
