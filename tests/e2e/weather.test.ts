/** Bad weather: what is wrong is said in the figure's place, and everything else goes on. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { demoIds, demoOf } from '../../src/build/demos.ts';
import { talkNames } from '../../src/talk/site.ts';
import { points, started } from './figure.ts';
import { demoSlides } from './rehearsal.ts';
import { test, type Visit } from './visit.ts';

const poster = 'A line that rises evenly.';
const figureOf = (page: Page): Locator => page.locator('section.present live-demo');
const failure = (page: Page) => expect.poll(() => figureOf(page).locator('.failure').allTextContents());

const reached = (page: Page, slide: string) =>
  expect.poll(() => page.locator('section.present').getAttribute('id')).toBe(slide);

/** The slide of the line, with its three fragments, has failed: the deck goes on to the next slide, and back. */
async function goesOn(page: Page): Promise<void> {
  for (let press = 0; press < 4; press++) await page.keyboard.press('PageDown');
  await reached(page, 'pair');
  await page.keyboard.press('PageUp');
  await reached(page, 'line');
}

describe('a figure says in its place', () => {
  test.for([
    [
      'a number that it does not have',
      'drift=1',
      'drfit=1',
      ' has no parameter "drfit", expected one of: end, drift, seed',
    ],
    ['a number out of range', 'drift=1', 'drift=99', ': drift="99" is outside [-10, 10]'],
    ['a number that is none', 'drift=1', 'drift=NaN', ': drift="NaN" is not a number, expected one in [-10, 10]'],
    ['a number without end', 'drift=1', 'drift=-Infinity', ': drift="-Infinity" is outside [-10, 10]'],
    ['a seed that is none', 'seed=3', 'seed=three', ': seed="three" is not a number, expected one in [0, 4294967295]'],
  ] as const)('%s', async ([, right, wrong, words], { open }) => {
    const page = await open('rehearsal/#/line', { rewrite: (html) => html.replace(right, wrong) });
    await failure(page).toEqual([`live-demo "line-is-straight"${words}`]);
    await page.keyboard.press('End');
    await reached(page, demoSlides.at(-1) as string);
    await started(figureOf(page));
  });

  test('a demo that there is not', async ({ open }) => {
    const rewrite = (html: string) => html.replace('name="line-is-straight"', 'name="line-is-strait"');
    const page = await open('rehearsal/#/line', { rewrite });
    await failure(page).toEqual([
      expect.stringMatching(/^no demo "line-is-strait", expected one of: .*line-is-straight/),
    ]);
    await goesOn(page);
  });

  test('the step and the numbers at which its kernel failed, under the picture of the steps before', async ({
    open,
  }) => {
    const page = await open('rehearsal/#/breaking');
    await failure(page).toEqual([`straight-line: x is NaN at step 5 with drift=1. ${poster}`]);
    expect(await points(figureOf(page))).toEqual([5]);
    await page.keyboard.press('PageDown');
    await started(figureOf(page));
  });

  test.for<readonly [string, Visit, RegExp]>([
    [
      'that the browser has no WebAssembly',
      { before: () => Reflect.deleteProperty(window, 'WebAssembly') },
      /^this browser does not run WebAssembly\. /,
    ],
    [
      'that workers are forbidden',
      {
        before: () => {
          window.Worker = class {
            constructor() {
              throw new Error('workers are forbidden here');
            }
          } as unknown as typeof Worker;
        },
      },
      /^workers are forbidden here\. /,
    ],
    [
      'that the worker is missing',
      { missing: /\/worker-[^/]*\.js$/, expected: /404|worker/ },
      /^the worker could not start\. /,
    ],
    [
      'that its kernel is missing',
      { missing: /\.wasm$/, expected: /404/ },
      /^kernel "straight-line" could not be loaded: 404 Not Found\. /,
    ],
  ])('%s, and what would be seen', async ([, visit, words], { open }) => {
    const page = await open('rehearsal/#/line', visit);
    await failure(page).toEqual([expect.stringMatching(words)]);
    expect(await figureOf(page).locator('.failure').textContent()).toContain(poster);
    await goesOn(page);
  });
});

describe('without scripts', () => {
  test('the gallery leads to every talk and figure', async ({ open }) => {
    const page = await open('', { javaScriptEnabled: false });
    for (const name of talkNames()) expect(await page.locator(`a[href="${name}/"]`).isVisible()).toBe(true);
    for (const id of demoIds()) {
      const link = page.locator(`a[href="demo/${id}/"]`);
      expect(await link.isVisible()).toBe(true);
      expect(await link.textContent()).toBe((await demoOf(id)).claim);
    }
  });

  test.for(demoIds())('the page of %s says what would be seen', async (id, { open }) => {
    const page = await open(`demo/${id}/`, { javaScriptEnabled: false });
    const { claim, alt } = await demoOf(id);
    expect(await page.locator('h1').textContent()).toBe(claim);
    expect(await page.getByText(alt).isVisible()).toBe(true);
  });

  test.for(talkNames())(
    'the talk %s reads from top to bottom, with a sentence for each figure',
    async (talk, { open }) => {
      const page = await open(`${talk}/`, { javaScriptEnabled: false });
      const slides = await page.locator('section[id]').all();
      expect(slides.length).toBeGreaterThan(0);
      let above = Number.NEGATIVE_INFINITY;
      for (const slide of slides) {
        const title = await slide.locator('h1').boundingBox();
        const box = await slide.boundingBox();
        expect(await slide.locator('h1').isVisible()).toBe(true);
        expect(title?.y).toBeGreaterThanOrEqual(above);
        above = (box?.y ?? 0) + (box?.height ?? 0) - 1;
        for (const figure of await slide.locator('live-demo').all()) {
          const { alt } = await demoOf((await figure.getAttribute('name')) as string);
          expect(await figure.getByText(alt).isVisible()).toBe(true);
        }
      }
    },
  );
});
