/** The speaker view: one window computes, the speaker's pane shows the same and steers it, the next slide is a still. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Frame, Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { button, picture, slider, started, time, value } from './figure.ts';
import { record } from './requests.ts';
import { type Open, test, type Visit } from './visit.ts';

interface Windows {
  readonly audience: Page;
  readonly speaker: Page;
  readonly current: Frame;
  readonly upcoming: Frame;
}

/** Opens the deck and its speaker view. */
async function openBoth(open: Open, address: string, visit: Visit = {}): Promise<Windows> {
  const audience = await open(address, { before: record, ...visit });
  await audience.waitForSelector('.reveal.ready');
  return { audience, ...(await openSpeaker(audience)) };
}

async function openSpeaker(audience: Page): Promise<Omit<Windows, 'audience'>> {
  const [speaker] = await Promise.all([audience.waitForEvent('popup'), audience.keyboard.press('s')]);
  const pane = async (name: string): Promise<Frame> => {
    const frame = await (await speaker.waitForSelector(`#${name}-slide iframe`)).contentFrame();
    if (!frame) throw new Error(`the ${name} pane has no frame`);
    await frame.waitForSelector('.reveal.ready');
    return frame;
  };
  return { speaker, current: await pane('current'), upcoming: await pane('upcoming') };
}

const figureIn = (window: Page | Frame) => window.locator('section.present live-demo');

/** Both windows show the same picture, time and numbers. */
async function agree({ audience, current }: Windows): Promise<void> {
  const seen = async (window: Page | Frame) => {
    const figure = figureIn(window);
    return [await time(figure), await figure.locator('.status').textContent(), await value(slider(figure, 'drift'))];
  };
  const differ = async () => {
    const [there, here] = [await seen(audience), await seen(current)];
    return there.join() === here.join() ? '' : `${there} and ${here}`;
  };
  await expect.poll(differ).toBe('');
}

const disk = () => pathToFileURL(path.join(inject('project'), 'dist-single/rehearsal.html')).href;

describe.each([
  ['over http', () => 'rehearsal/#/line', {}],
  ['from one file on disk', () => `${disk()}#/line`, { offline: true }],
])('%s', (_, address, visit) => {
  test('the pane shows what the audience sees, and computes nothing', async ({ open }) => {
    const windows = await openBoth(open, address(), visit);
    const { audience, current, upcoming } = windows;
    await started(figureIn(audience));
    await started(figureIn(current));
    await audience.keyboard.press('m');
    await agree(windows);
    expect(await picture(figureIn(current))).toMatch(/\d/);
    for (const pane of [current, upcoming]) expect(await pane.evaluate(() => window.asked)).toEqual([]);
    expect(await upcoming.evaluate(() => document.querySelectorAll('live-demo.painted').length)).toBe(0);
  });

  test('the speaker steers from the pane: play, step, reset, seed and sliders', async ({ open }) => {
    const windows = await openBoth(open, address(), visit);
    const { audience, current } = windows;
    const [seen, worked] = [figureIn(audience), figureIn(current)];
    await started(worked);
    await button(worked, 'Pause').click();
    await expect.poll(() => button(seen, 'Play').count()).toBe(1);
    await button(worked, 'Reset').click();
    await expect.poll(() => time(seen)).toBe('t = 0');
    await button(worked, 'One step').click();
    await expect.poll(() => time(seen)).toBe('t = 1');
    await worked.locator('.seed').click();
    await expect.poll(() => seen.locator('.seed').textContent()).toBe('seed 4');
    const range = slider(worked, 'drift');
    await range.fill('300');
    await expect.poll(() => value(slider(seen, 'drift'))).toBe('5');
    await button(worked, 'Pause').click();
    await agree(windows);
  });

  test('keys in the speaker’s window work the figure and the slides', async ({ open }) => {
    const { audience, speaker, current } = await openBoth(open, address(), visit);
    await started(figureIn(current));
    await speaker.bringToFront();
    await speaker.keyboard.press('m');
    await expect.poll(() => button(figureIn(audience), 'Play').count()).toBe(1);
    for (let press = 0; press < 4; press++) await speaker.keyboard.press('PageDown');
    for (const window of [audience, current]) {
      await expect.poll(() => window.locator('section.present').getAttribute('id')).toBe('pair');
    }
    await slider(figureIn(current).first(), 'drift').focus();
    await speaker.keyboard.press('PageUp');
    await expect.poll(() => audience.locator('section.present').getAttribute('id')).toBe('line');
  });
});

test('a click in the pane takes the audience along, and quick steps are never taken back', async ({ open }) => {
  const { audience, speaker, current } = await openBoth(open, 'rehearsal/#/line');
  const slides = () => Promise.all([audience, current].map((it) => it.locator('section.present').getAttribute('id')));
  await started(figureIn(current));
  await current.evaluate(() => {
    location.hash = '#/waiting';
  });
  await expect.poll(slides).toEqual(['waiting', 'waiting']);
  await speaker.bringToFront();
  const places = await audience.evaluateHandle(() => {
    const seen: string[] = [];
    const note = () => seen.push(document.querySelector('section.present')?.id ?? '');
    document.querySelector('.reveal')?.addEventListener('slidechanged', note);
    return seen;
  });
  for (let press = 0; press < 3; press++) await speaker.keyboard.press('PageDown');
  for (let press = 0; press < 3; press++) await speaker.keyboard.press('PageUp');
  await expect.poll(() => places.evaluate((seen) => seen.length)).toBe(6);
  await expect.poll(slides).toEqual(['waiting', 'waiting']);
  // Longer than the speaker view waits before it would send something back.
  const after = await audience.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1200, 'later')));
  expect([after, await slides(), await places.evaluate((seen) => seen.length)]).toEqual([
    'later',
    ['waiting', 'waiting'],
    6,
  ]);
});

test('the pane finds the audience’s window again after that was loaded anew', async ({ open }) => {
  const windows = await openBoth(open, 'rehearsal/#/line');
  const { audience, current } = windows;
  await started(figureIn(current));
  await audience.reload();
  await audience.waitForSelector('.reveal.ready');
  await started(figureIn(audience));
  await audience.keyboard.press('m');
  await agree(windows);
  await figureIn(current).locator('.seed').click();
  await expect.poll(() => figureIn(audience).locator('.seed').textContent()).toBe('seed 4');
});

test('the audience sees where the speaker points in the pane, at the same place of the slide', async ({ open }) => {
  const { audience, speaker, current } = await openBoth(open, 'rehearsal/#/line');
  await started(figureIn(current));
  await speaker.bringToFront();
  await speaker.keyboard.press('x');
  const placeIn = (window: Page | Frame) =>
    window
      .locator('.laser')
      .evaluate((dot: HTMLElement) => ['--x', '--y'].map((name) => dot.style.getPropertyValue(name)));
  const pane = (await speaker.locator('#current-slide iframe').boundingBox()) as { x: number; y: number };
  await speaker.mouse.move(pane.x + 200, pane.y + 300);
  await speaker.mouse.move(pane.x + 210, pane.y + 310);
  await expect.poll(() => audience.locator('.laser').count()).toBe(1);
  await expect.poll(() => placeIn(audience)).toEqual(await placeIn(current));
  await speaker.keyboard.press('x');
  await expect.poll(() => audience.locator('.laser').count()).toBe(0);
});

test('two decks of one talk have a speaker view each, and do not hear each other', async ({ open }) => {
  const one = await openBoth(open, 'rehearsal/#/line');
  const other = await one.audience.context().newPage();
  await other.goto(one.audience.url());
  await other.waitForSelector('.reveal.ready');
  const second = await openSpeaker(other);
  await started(figureIn(second.current));
  await started(figureIn(one.current));
  await figureIn(one.current).locator('.seed').click();
  await expect.poll(() => figureIn(one.audience).locator('.seed').textContent()).toBe('seed 4');
  for (const window of [other, second.current]) {
    expect(await figureIn(window).locator('.seed').textContent()).toBe('seed 3');
  }
});

test('notes, the next slide, a clock and the pace of the talk are there', async ({ open }) => {
  const { speaker, upcoming } = await openBoth(open, 'rehearsal/#/words');
  await expect.poll(() => speaker.locator('.speaker-controls-notes').textContent()).toContain('Notes of words');
  await expect.poll(() => upcoming.locator('section.present').getAttribute('id')).toBe('line');
  await expect.poll(() => speaker.locator('.clock-value').textContent()).toMatch(/\d+:\d\d/);
  await expect.poll(() => speaker.locator('.pacing').isVisible()).toBe(true);
});
