/** What the deck does to its figures, on a talk that holds every demo twice. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { demoOf } from '../../src/build/demos.ts';
import type { DemoRun } from '../../src/demo/definition.ts';
import { button, clickAway, picture, slider, started, time, value, walk } from './figure.ts';
import { demoSlides } from './rehearsal.ts';
import { asked, askedNext, record } from './requests.ts';
import { type Open, phone, phoneSideways, screen, test } from './visit.ts';

const demoOn = (slide: string) => demoOf(slide.replace(/^\w+-/, ''));
const runsOf = async (slide: string) => Object.values<DemoRun>((await demoOn(slide)).runs);
/** Slides whose figures play for a while. Points of sweeps are computed by workers that they share. */
const playing = (
  await Promise.all(
    demoSlides.map(async (slide) => {
      const { ticks, runs } = await demoOn(slide);
      return ticks > 5 && Object.values<DemoRun>(runs).every(({ sweep }) => !sweep) ? [slide] : [];
    }),
  )
).flat();
const present = (page: Page): Locator => page.locator('section.present:not(.stack)');
const figureOn = (page: Page): Locator => present(page).locator('live-demo');
const goTo = (page: Page, slide: string) =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, `#/${slide}`);
const reached = (page: Page, slide: string) => expect.poll(() => present(page).getAttribute('id')).toBe(slide);

async function openDeck(open: Open, at: string): Promise<Page> {
  const page = await open(`rehearsal/#/${at}`, { before: record });
  await page.waitForSelector('.reveal.ready');
  return page;
}

/** The first slide of a demo that is such. */
async function firstSlide(isSuch: (slide: string) => Promise<boolean>): Promise<string> {
  for (const slide of demoSlides) if (await isSuch(slide)) return slide;
  throw new Error('expected a demo that is such');
}

describe('one figure computes', () => {
  test('that of the slide, with one worker for each of its runs, whichever slide it is', async ({ open }) => {
    const page = await openDeck(open, demoSlides[0] as string);
    for (const slide of playing) {
      await goTo(page, slide);
      await reached(page, slide);
      await started(figureOn(page));
      const kernels = (await runsOf(slide)).map(({ kernel }) => kernel).sort();
      const computing = new Map((await askedNext(page)).map(({ worker, kernel }) => [worker, kernel]));
      expect([...computing.values()].sort()).toEqual(kernels);
    }
  });

  test.for([
    ['on a slide without figures', 'PageUp', 'PageDown'],
    ['in the overview', 'Escape', 'Escape'],
    ['behind a black screen', 'b', 'b'],
    ['behind a black screen of a clicker', '.', '.'],
  ] as const)('none does %s', async ([, away, back], { open }) => {
    const page = await openDeck(open, 'line');
    await started(figureOn(page));
    const shown = await figureOn(page).elementHandle();
    await page.keyboard.press(away);
    expect(await askedNext(page)).toEqual([]);
    const before = await asked(page);
    expect(before.length).toBeGreaterThan(0);
    await page.keyboard.press(back);
    await expect.poll(async () => (await asked(page)).length).toBeGreaterThan(before.length);
    expect(await figureOn(page).evaluate((figure, known) => figure === known, shown)).toBe(true);
  });

  test('none does in a window that nobody sees', async ({ open }) => {
    const page = await openDeck(open, 'line');
    await started(figureOn(page));
    const setVisibility = (state: string) =>
      page.evaluate((state) => {
        Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, state);
    await setVisibility('hidden');
    expect(await askedNext(page)).toEqual([]);
    const before = await asked(page);
    await setVisibility('visible');
    await expect.poll(async () => (await asked(page)).length).toBeGreaterThan(before.length);
  });

  test('and sixty quick changes of slides leave workers for three figures at most', async ({ open }) => {
    const page = await openDeck(open, demoSlides[0] as string);
    await started(figureOn(page));
    for (let turn = 0; turn < 60; turn++) {
      const backwards = Math.floor(turn / (demoSlides.length - 1)) % 2 === 1;
      await page.keyboard.press(backwards ? 'PageUp' : 'PageDown');
    }
    await started(figureOn(page));
    const sizes = await Promise.all(demoSlides.map(async (slide) => (await runsOf(slide)).length));
    const allowed = sizes
      .sort((a, b) => b - a)
      .slice(0, 3)
      .reduce((sum, size) => sum + size);
    expect(sizes.reduce((sum, size) => sum + size)).toBeGreaterThan(allowed);
    await expect.poll(() => page.workers().length).toBeLessThanOrEqual(allowed);
  });
});

test('a kernel, with the data in it, is asked for when a figure that runs it comes on stage', async ({ open }) => {
  const page = await openDeck(open, 'words');
  const loaded = () =>
    page.evaluate(() =>
      performance.getEntriesByType('resource').flatMap(({ name }) => /([\w-]+)-[\w-]{8}\.wasm$/.exec(name)?.[1] ?? []),
    );
  expect(await loaded()).toEqual([]);
  await goTo(page, 'line');
  await started(figureOn(page));
  expect(await loaded()).toEqual(['straight-line']);
  const slide = playing[0] as string;
  await goTo(page, slide);
  await reached(page, slide);
  await started(figureOn(page));
  const kernels = (await runsOf(slide)).map(({ kernel }) => kernel);
  expect((await loaded()).sort()).toEqual(['straight-line', ...new Set(kernels)].sort());
});

test('a figure is as it was left when its slide comes again, and goes on from there', async ({ open }) => {
  const [slide, ...others] = playing as [string, ...string[]];
  const page = await openDeck(open, slide);
  const figure = figureOn(page);
  await started(figure);
  await page.keyboard.press('m');
  await expect.poll(() => button(figure, 'Pause').count()).toBe(0);
  const [control] = (await demoOn(slide)).controls as [string];
  await clickAway(slider(figure, control));
  await expect.poll(() => askedNext(page)).toEqual([]);
  const left = [await time(figure), await picture(figure), await value(slider(figure, control))];

  for (const other of others) {
    await goTo(page, other);
    await reached(page, other);
    await started(figureOn(page));
  }
  const { length } = await asked(page);
  await goTo(page, slide);
  await reached(page, slide);
  expect([await time(figure), await picture(figure), await value(slider(figure, control))]).toEqual(left);
  const [next] = await walk(figure, 1);
  expect(next).not.toBe(left[1]);
  expect((await asked(page)).slice(length).some(({ type }) => type === 'open')).toBe(true);
});

describe('fragments set numbers', () => {
  const drift = (page: Page, id = '') => value(slider(figureOn(page).and(page.locator(`live-demo${id}`)), 'drift'));
  const minus = '\u2212';

  test('forwards and backwards, and the kernel hears of it', async ({ open }) => {
    const page = await openDeck(open, 'line');
    await started(figureOn(page));
    expect(await drift(page)).toBe('1');
    const there = ['2', '2', `${minus}1`];
    for (const wanted of there) {
      await page.keyboard.press('PageDown');
      await expect.poll(() => drift(page)).toBe(wanted);
    }
    const lastParams = async () => (await asked(page)).flatMap(({ params }) => params?.drift ?? []).at(-1);
    await expect.poll(lastParams).toBe(-1);
    for (const wanted of ['2', '2', '1']) {
      await page.keyboard.press('PageUp');
      await expect.poll(() => drift(page)).toBe(wanted);
    }
    await expect.poll(lastParams).toBe(1);
    await reached(page, 'line');
  });

  test.for([
    ['line', '1'],
    ['line/0', '2'],
    ['line/1', '2'],
    ['line/2', `${minus}1`],
  ] as const)('by the link #/%s', async ([link, wanted], { open }) => {
    const page = await openDeck(open, link);
    await started(figureOn(page));
    expect(await drift(page)).toBe(wanted);
    expect((await asked(page)).at(-1)?.kernel).toBe('straight-line');
  });

  test('of the figure that they name, or of every figure of the slide', async ({ open }) => {
    const page = await openDeck(open, 'pair');
    const both = async () => [await drift(page, '#left'), await drift(page, '#right')];
    for (const wanted of [
      ['1', '1'],
      ['2', '1'],
      ['3', '3'],
    ]) {
      await expect.poll(both).toEqual(wanted);
      await page.keyboard.press('PageDown');
    }
  });
});

describe('a key pressed while a control has the focus', () => {
  test('of a clicker changes the slide', async ({ open }) => {
    const page = await openDeck(open, 'waiting');
    await slider(figureOn(page), 'drift').focus();
    await page.keyboard.press('PageUp');
    await reached(page, 'pair');
    await slider(figureOn(page).first(), 'drift').focus();
    await page.keyboard.press('PageDown');
    await reached(page, 'waiting');
  });

  test('of a slider moves it, and the slide stays', async ({ open }) => {
    const page = await openDeck(open, 'waiting');
    const range = slider(figureOn(page), 'drift');
    await range.focus();
    for (const key of ['ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown', 'End', 'Home']) {
      const before = await value(range);
      await page.keyboard.press(key);
      await expect.poll(() => value(range)).not.toBe(before);
    }
    await reached(page, 'waiting');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('ArrowRight');
    await reached(page, 'breaking');
  });

  test('of a button clicks it, and the slide stays', async ({ open }) => {
    const page = await openDeck(open, 'waiting');
    await button(figureOn(page), 'One step').focus();
    await page.keyboard.press('Space');
    await expect.poll(() => time(figureOn(page))).toBe('t = 1');
    await page.keyboard.press('Space');
    await expect.poll(() => time(figureOn(page))).toBe('t = 2');
    await reached(page, 'waiting');
  });
});

test('a figure that is told to wait computes nothing until it is asked to', async ({ open }) => {
  const page = await openDeck(open, 'waiting');
  await expect.poll(() => figureOn(page).locator('.transport').count()).toBe(1);
  expect((await askedNext(page)).filter(({ type }) => type === 'pull').length).toBeLessThanOrEqual(1);
  expect(await askedNext(page)).toEqual([]);
  await page.keyboard.press('m');
  await started(figureOn(page));
});

test('where motion is not wanted a figure shows its still, and rests until it is asked to move', async ({ open }) => {
  const page = await open('rehearsal/#/line', { before: record, reducedMotion: 'reduce' });
  const figure = figureOn(page);
  await expect.poll(() => figure.locator('.status').textContent()).toBe('After 10 steps x is 13.');
  const still = await picture(figure);
  expect(await askedNext(page)).toEqual([]);
  expect(await picture(figure)).toBe(still);
  await page.keyboard.press('m');
  await expect.poll(() => picture(figure)).not.toBe(still);
});

test('the speaker view shows notes and computes nothing, and the deck follows it', async ({ open }) => {
  const page = await openDeck(open, 'line');
  await started(figureOn(page));
  const opening = page.context().waitForEvent('page');
  await page.keyboard.press('s');
  const view = await opening;
  await expect.poll(() => view.locator('.speaker-controls-notes .value').textContent()).toMatch(/^\s*Notes of line/);
  await expect.poll(() => view.frames().length).toBe(3);
  for (const frame of view.frames().slice(1)) {
    await frame.waitForSelector('.reveal.ready');
    await expect.poll(() => frame.locator('live-demo .transport').count()).toBeGreaterThan(0);
    const counts = await frame.evaluate(async () => {
      for (let k = 0; k < 20; k++) await new Promise(requestAnimationFrame);
      return window.asked.length;
    });
    expect(counts).toBe(0);
  }
  expect(view.workers()).toEqual([]);
  expect(page.workers()).toHaveLength(1);
  await view.keyboard.press('PageDown');
  await expect.poll(() => value(slider(figureOn(page), 'drift'))).toBe('2');
});

test('a phone that is turned keeps numbers, pictures and every node', async ({ open }) => {
  const page = await openDeck(open, 'waiting');
  const figure = figureOn(page);
  await walk(figure, 3);
  await clickAway(slider(figure, 'drift'));
  await page.setViewportSize(phone);
  await page.waitForSelector('.reveal[data-page="portrait"]');
  const nodes = await page.evaluateHandle(() => [...document.querySelectorAll('.reveal .slides, .slides *')]);
  const shown = async () => [await time(figure), await value(slider(figure, 'drift'))];
  const before = await shown();
  const { length } = await asked(page);
  for (const [viewport, name] of [
    [phoneSideways, 'sideways'],
    [phone, 'portrait'],
    [screen, 'landscape'],
  ] as const) {
    await page.setViewportSize(viewport);
    await page.waitForSelector(`.reveal[data-page="${name}"]`);
    expect(await shown()).toEqual(before);
    expect(await nodes.evaluate((all) => all.filter((node) => !node.isConnected).length)).toBe(0);
  }
  expect((await asked(page)).slice(length)).toEqual([]);
});

test('E goes through the examples of the figure, each from its start', async ({ open }) => {
  for (const onChange of ['continue', 'rerun']) {
    const slide = await firstSlide(async (slide) => {
      const demo = await demoOn(slide);
      return demo.onChange === onChange && Object.keys(demo.presets ?? {}).length > 1;
    });
    const { presets = {} } = await demoOn(slide);
    const page = await openDeck(open, slide);
    await started(figureOn(page));
    const choice = figureOn(page).locator('select.preset');
    const names = Object.keys(presets);
    for (let press = 0; press < names.length; press++) {
      const before = await picture(figureOn(page));
      const next = names[(names.indexOf(await choice.inputValue()) + 1) % names.length];
      await page.keyboard.press('e');
      await expect.poll(() => choice.inputValue()).toBe(next);
      await expect.poll(() => picture(figureOn(page))).not.toBe(before);
      await started(figureOn(page));
    }
    await choice.selectOption(names[1] as string);
    await expect.poll(() => choice.inputValue()).toBe(names[1]);
  }
});
