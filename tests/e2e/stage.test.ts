/** What the speaker has on stage beside the figures: pointer, QR code, overview, jump, black screen, help. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { violations } from './accessibility.ts';
import { button, picture, rewind, slider, started, time, walk } from './figure.ts';
import { drag } from './finger.ts';
import { laidOut } from './layout.ts';
import { readCode } from './qr.ts';
import { type Open, phone, screen, test, type Visit } from './visit.ts';

const present = (page: Page): Locator => page.locator('section.present:not(.stack)');
const figureOn = (page: Page): Locator => present(page).locator('live-demo');
const slideNow = (page: Page) => present(page).getAttribute('id');
const reached = (page: Page, slide: string) => expect.poll(() => slideNow(page)).toBe(slide);

async function openDeck(open: Open, at: string, options: Visit = {}): Promise<Page> {
  const page = await open(`rehearsal/#/${at}`, options);
  await page.waitForSelector(`.reveal.ready[data-page]`);
  return page;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
const boxOf = async (locator: Locator) => (await locator.boundingBox()) as Box;
const middleOf = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 });

describe('the laser pointer', () => {
  const dot = (page: Page) => page.locator('.laser i').first();
  const middle = async (page: Page) => middleOf(await boxOf(dot(page)));
  const isAt = async (page: Page, place: { x: number; y: number }) => {
    const { x, y } = await middle(page);
    expect(Math.hypot(x - place.x, y - place.y)).toBeLessThan(1);
  };

  test.for([
    [600, 338],
    [1280, 720],
    [1600, 720],
    [3840, 2160],
  ] as const)(
    'is where the mouse is, as large as the slide asks for, at %i x %i',
    async ([width, height], { open }) => {
      const page = await openDeck(open, 'words', { viewport: { width, height } });
      await page.mouse.move(0.3 * width, 0.4 * height);
      expect(await page.locator('.laser').count()).toBe(0);
      await page.keyboard.press('x');
      await isAt(page, { x: 0.3 * width, y: 0.4 * height });
      for (const [x, y] of [
        [0.02, 0.03],
        [0.7, 0.9],
        [0.98, 0.5],
      ] as const) {
        await page.mouse.move(x * width, y * height);
        await isAt(page, { x: x * width, y: y * height });
      }
      const scale = await page.evaluate(() =>
        Number(getComputedStyle(document.body).getPropertyValue('--slide-scale')),
      );
      expect((await boxOf(dot(page))).width / scale).toBeCloseTo(20, 1);
    },
  );

  test('stays under the mouse when the window changes its size', async ({ open }) => {
    const page = await openDeck(open, 'words');
    await page.mouse.move(640, 360);
    await page.keyboard.press('x');
    await page.setViewportSize({ width: 2560, height: 1440 });
    await expect.poll(async () => (await middle(page)).x).toBeCloseTo(1280, 0);
  });

  test('takes the place of the cursor from slide to slide, until the same key', async ({ open }) => {
    const page = await openDeck(open, 'line');
    const cursor = (selector: string) => present(page).locator(selector).first().evaluate(cursorOf);
    await started(figureOn(page));
    await page.mouse.move(200, 200);
    await page.keyboard.press('x');
    for (const selector of ['h1', 'live-demo button', 'live-demo input']) expect(await cursor(selector)).toBe('none');
    await page.keyboard.press('PageUp');
    await reached(page, 'words');
    await isAt(page, { x: 200, y: 200 });
    await page.keyboard.press('x');
    expect(await page.locator('.laser').count()).toBe(0);
    expect(await cursor('h1')).not.toBe('none');
  });

  test('lets clicks through', async ({ open }) => {
    const page = await openDeck(open, 'line');
    await started(figureOn(page));
    await page.keyboard.press('x');
    await button(figureOn(page), 'Pause').click();
    await isAt(page, middleOf(await boxOf(button(figureOn(page), 'Play'))));
  });

  test('goes with the mouse, and the cursor is there over the help, the overview and the QR code', async ({ open }) => {
    const page = await openDeck(open, 'words');
    await page.mouse.move(200, 200);
    await page.keyboard.press('x');
    expect(await dot(page).isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await dot(page).isVisible()).toBe(false);
    expect(await present(page).evaluate(cursorOf)).toBe('pointer');
    await page.keyboard.press('Escape');
    for (const [key, cover] of [
      ['?', '.r-overlay'],
      ['q', 'dialog'],
    ] as const) {
      await page.keyboard.press(key);
      expect(await page.locator(cover).evaluate(cursorOf)).not.toBe('none');
      await page.keyboard.press('Escape');
    }
    await page.mouse.move(220, 200);
    await isAt(page, { x: 220, y: 200 });
    await page.evaluate(() => document.documentElement.dispatchEvent(new PointerEvent('pointerleave')));
    expect(await page.locator('.laser').count()).toBe(0);
  });

  test('costs nothing while it rests', async ({ open }) => {
    const page = await openDeck(open, 'words', { before: countFrames });
    await page.mouse.move(200, 200);
    await page.keyboard.press('x');
    await page.mouse.move(400, 300);
    expect(await page.locator('.laser i:visible').count()).toBe(4);
    await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0);
    expect(await page.evaluate(() => window.framesAsked(20))).toBe(0);
  });

  test('has no trail where motion is not wanted', async ({ open }) => {
    const page = await openDeck(open, 'words', { reducedMotion: 'reduce' });
    await page.mouse.move(200, 200);
    await page.keyboard.press('x');
    expect(await page.locator('.laser i:visible').count()).toBe(1);
  });

  test('follows a finger, which then turns no slide', async ({ open }) => {
    const page = await openDeck(open, 'line', { hasTouch: true });
    const seen = await page.evaluateHandle(watchDot);
    await page.keyboard.press('x');
    await drag(page, { x: 900, y: 40 }, { x: -400, y: 20 });
    await expect.poll(() => page.locator('.laser').count()).toBe(0);
    const places = (await seen.jsonValue()) as { x: number; y: number }[];
    expect(places.length).toBeGreaterThan(4);
    const last = places.at(-1) as { x: number; y: number };
    expect(Math.hypot(last.x - 500, last.y - 60)).toBeLessThan(1);
    expect(await slideNow(page)).toBe('line');
    await page.keyboard.press('x');
    await drag(page, { x: 900, y: 40 }, { x: 400, y: 0 });
    await reached(page, 'words');
  });
});

describe('the QR code', () => {
  const dialog = (page: Page) => page.getByRole('dialog');
  const link = (page: Page) => dialog(page).locator('.qr-link').textContent();

  test.for([
    ['light', screen],
    ['dark', screen],
    ['projector', { width: 1024, height: 768 }],
  ] as const)('is read from the first row and from the last, in the %s theme', async ([theme, viewport], { open }) => {
    const page = await openDeck(open, 'line', { viewport });
    await started(figureOn(page));
    await page.evaluate((theme) => {
      document.documentElement.dataset.theme = theme;
    }, theme);
    await page.keyboard.press('q');
    const text = (await link(page)) as string;
    expect(text).toMatch(/\/rehearsal\/.*#\/line$/);
    for (const scale of [1, 0.25]) expect(await readCode(page, scale), `at ${scale}`).toBe(text);
    const { height } = await boxOf(dialog(page).locator('.qr-code'));
    expect(height).toBeGreaterThanOrEqual(0.8 * viewport.height);
    expect(await dialog(page).locator('h2').textContent()).toBe('Slide line');
    expect(await dialog(page).evaluate((root) => root.scrollHeight <= root.clientHeight)).toBe(true);
    expect(await violations(page, 'dialog')).toEqual([]);
    const size = (name: string) =>
      dialog(page)
        .locator(name)
        .evaluate((part) => Number.parseFloat(getComputedStyle(part).fontSize));
    expect(await size('.qr-link')).toBeGreaterThanOrEqual(18);

    const other = await open(text);
    await other.waitForSelector('.reveal.ready');
    await reached(other, 'line');
  });

  test('fills a telephone that somebody shows to another', async ({ open }) => {
    const page = await openDeck(open, 'line', { viewport: phone });
    await page.keyboard.press('q');
    expect((await boxOf(dialog(page).locator('.qr-code'))).width).toBeGreaterThan(0.9 * phone.width);
    expect(await readCode(page)).toBe(await link(page));
  });

  test.for(['q', 'Escape', 'PageDown', 'PageUp', '.', 'b', 'F5', 'ArrowRight', 'Space', 'Enter'])(
    'goes with %s, and nothing else happens',
    async (key, { open }) => {
      const page = await openDeck(open, 'pair');
      await slider(figureOn(page).first(), 'drift').focus();
      await page.keyboard.press('q');
      expect(await dialog(page).count()).toBe(1);
      await page.keyboard.press(key);
      expect(await dialog(page).count()).toBe(0);
      await laidOut(page);
      expect(await slideNow(page)).toBe('pair');
      expect(await page.locator('.reveal').getAttribute('class')).not.toMatch(/paused|overview/);
      expect(await present(page).locator('.fragment.visible').count()).toBe(0);
    },
  );

  test('goes with a click, except on the link, which is there to be copied', async ({ open }) => {
    const page = await openDeck(open, 'line');
    await page.keyboard.press('q');
    await dialog(page).locator('.qr-link').click({ clickCount: 3 });
    expect(await page.evaluate(() => String(getSelection()).trim())).toBe(await link(page));
    await page.mouse.click(20, 700);
    expect(await dialog(page).count()).toBe(0);
    await page.keyboard.press('q');
    await dialog(page).getByRole('button', { name: 'Close' }).click();
    expect(await dialog(page).count()).toBe(0);
  });
});

describe('the overview', () => {
  const pictures = (page: Page) => page.locator('.slides section:not(.stack)');

  test.for([
    ['a screen', screen, 14],
    ['a phone', phone, 14],
  ] as const)('has a readable title and a picture for each slide on %s', async ([, viewport, least], { open }) => {
    const page = await openDeck(open, 'line', { viewport });
    await started(figureOn(page));
    await page.keyboard.press('Escape');
    const found = await pictures(page).evaluateAll((all) =>
      all.map((slide) => {
        const caption = slide.querySelector('.caption') as HTMLElement;
        const { width } = slide.getBoundingClientRect();
        const size =
          Number.parseFloat(getComputedStyle(caption).fontSize) * (width / (slide as HTMLElement).offsetWidth);
        return { text: caption.textContent, size, seen: slide.checkVisibility({ visibilityProperty: true }) };
      }),
    );
    const titles = await pictures(page).evaluateAll((all) => all.map(({ id }, index) => `${index + 1} Slide ${id}`));
    expect(found.map(({ text }) => text)).toEqual(titles);
    for (const { size, seen } of found) expect([seen, size >= least]).toEqual([true, true]);
    expect(await page.evaluate(overlapping)).toEqual([]);
    const colours = await pictures(page).evaluateAll((all) => all.map((slide) => getComputedStyle(slide).outlineColor));
    const marked = await pictures(page).evaluateAll((all) => all.map((slide) => slide.matches('.present')));
    const [mark] = colours.filter((_, index) => marked[index]);
    expect(colours.filter((colour) => colour === mark)).toHaveLength(1);
    expect(await violations(page, '.slides')).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.locator('.caption').count()).toBe(0);
  });

  test('shows figures as they were left, and measures none of them anew', async ({ open }) => {
    const page = await openDeck(open, 'waiting');
    await walk(figureOn(page), 3);
    const figure = page.locator('#waiting live-demo');
    const shown = [await time(figure), await picture(figure)];
    await page.keyboard.press('Escape');
    await laidOut(page);
    expect([await time(figure), await picture(figure)]).toEqual(shown);
    expect(await figure.locator('.control-strip').isVisible()).toBe(false);
    await page.keyboard.press('Escape');
    await laidOut(page);
    expect([await time(figure), await picture(figure)]).toEqual(shown);
    await rewind(figure);
  });

  test('is travelled with arrows in the order of the talk, and Enter opens a slide', async ({ open }) => {
    const page = await openDeck(open, 'waiting');
    await slider(figureOn(page), 'drift').focus();
    await page.keyboard.press('Escape');
    const ids = await pictures(page).evaluateAll((all) => all.map(({ id }) => id));
    const columns = await page.evaluate(columnsSeen);
    expect(columns).toBeGreaterThan(2);
    const start = ids.indexOf('waiting');
    for (const [key, step] of [
      ['ArrowRight', 1],
      ['ArrowDown', columns],
      ['ArrowLeft', -1],
      ['ArrowUp', -columns],
    ] as const) {
      const before = ids.indexOf((await slideNow(page)) as string);
      await page.keyboard.press(key);
      await reached(page, ids[before + step] as string);
    }
    expect(ids.indexOf((await slideNow(page)) as string)).toBe(start);
    await page.keyboard.press('End');
    await reached(page, ids.at(-1) as string);
    const { y, height } = await boxOf(present(page));
    expect(y >= 0 && y + height <= screen.height).toBe(true);
    await page.keyboard.press('Home');
    await reached(page, ids[0] as string);
    await page.keyboard.press('ArrowUp');
    await reached(page, ids[0] as string);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.reveal.overview').count()).toBe(0);
    expect(await slideNow(page)).toBe(ids[0]);
  });

  test('opens the slide that is clicked, and what is on the slide is not worked', async ({ open }) => {
    const page = await openDeck(open, 'words');
    await page.keyboard.press('Escape');
    await page.mouse.click(...middlePoint(await boxOf(page.locator('#waiting'))));
    await reached(page, 'waiting');
    await expect.poll(() => page.locator('.reveal.overview').count()).toBe(0);
    await expect.poll(() => time(figureOn(page))).toBe('t = 0');
    await page.keyboard.press('Escape');
    await page.mouse.click(...middlePoint(await boxOf(page.locator('#words .caption'))));
    await reached(page, 'words');
  });

  test('scrolls under a finger, and opens the slide that is touched', async ({ open }) => {
    const page = await openDeck(open, 'words', { viewport: phone, hasTouch: true, isMobile: true });
    await page.keyboard.press('Escape');
    const top = () => page.locator('.slides').evaluate(({ scrollTop }) => scrollTop);
    const before = await top();
    await drag(page, { x: 200, y: 700 }, { x: 0, y: -400 });
    await expect.poll(top).toBeGreaterThan(before + 200);
    expect(await slideNow(page)).toBe('words');
    await expect.poll(() => page.locator('.slides').evaluate(restingIn)).toBe(true);
    const id = await page.locator('.slides section[id]:not(.present)').evaluateAll((all) => {
      const isWhole = ({ top, bottom }: DOMRect) => top > 0 && bottom < innerHeight;
      return all.find((slide) => isWhole(slide.getBoundingClientRect()))?.id ?? '';
    });
    const place = middleOf(await boxOf(page.locator(`#${id}`)));
    await page.touchscreen.tap(place.x, place.y);
    await reached(page, id);
    await expect.poll(() => page.locator('.reveal.overview').count()).toBe(0);
  });
});

describe('the jump to a slide', () => {
  const field = (page: Page) => page.locator('.jump-to-slide-input');

  test.for([
    ['3', 'pair'],
    ['waiting', 'waiting'],
    ['slide breaking', 'breaking'],
  ] as const)('goes by %s', async ([text, id], { open }) => {
    const page = await openDeck(open, 'words');
    await page.keyboard.press('g');
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    await reached(page, id);
    await expect.poll(() => field(page).count()).toBe(0);
  });

  test('is typed: letters and points are text in its field, and Escape leaves everything as it was', async ({
    open,
  }) => {
    const page = await openDeck(open, 'pair');
    await page.keyboard.press('g');
    await page.keyboard.type('b.qxt?');
    expect(await field(page).inputValue()).toBe('b.qxt?');
    expect(await page.locator('.reveal.paused, dialog, .r-overlay, .reveal.pointing').count()).toBe(0);
    await page.keyboard.press('Escape');
    await expect.poll(() => field(page).count()).toBe(0);
    expect(await page.locator('.reveal.overview').count()).toBe(0);
    await reached(page, 'pair');
  });

  test('makes way for a clicker', async ({ open }) => {
    const page = await openDeck(open, 'waiting');
    await page.keyboard.press('g');
    await page.keyboard.press('PageDown');
    await reached(page, 'breaking');
    await expect.poll(() => field(page).count()).toBe(0);
  });
});

describe('the black screen', () => {
  const isBlack = (page: Page) => page.locator('.pause-overlay').isVisible();

  test.for(['.', 'b'])('comes and goes with %s while a slider has the focus', async (key, { open }) => {
    const page = await openDeck(open, 'waiting');
    await slider(figureOn(page), 'drift').focus();
    await page.keyboard.press(key);
    expect(await isBlack(page)).toBe(true);
    await page.keyboard.press(key);
    expect(await isBlack(page)).toBe(false);
    await reached(page, 'waiting');
  });

  test.for(['.', 'b'])('comes and goes with %s over the overview, which stays', async (key, { open }) => {
    const page = await openDeck(open, 'waiting');
    await page.keyboard.press('Escape');
    await page.keyboard.press(key);
    expect(await isBlack(page)).toBe(true);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press(key);
    expect(await isBlack(page)).toBe(false);
    expect(await page.locator('.reveal.overview').count()).toBe(1);
    await reached(page, 'waiting');
  });

  test.for(['.', 'b'])('comes with the second %s from the QR code', async (key, { open }) => {
    const page = await openDeck(open, 'waiting');
    await page.keyboard.press('q');
    await page.keyboard.press(key);
    expect(await isBlack(page)).toBe(false);
    await page.keyboard.press(key);
    expect(await isBlack(page)).toBe(true);
    await page.keyboard.press('q');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});

describe('the help', () => {
  const help = (page: Page) => page.locator('.r-overlay-help-content');

  test('lists every key once, in groups', async ({ open }) => {
    const page = await openDeck(open, 'words');
    await page.keyboard.press('?');
    expect(await help(page).locator('h2').allTextContents()).toEqual(['Slides', 'Stage', 'Figure']);
    const keys = await help(page).locator('kbd').allTextContents();
    for (const key of [...'MIRDEQXGTSFB.', 'O', 'F5', '→']) expect(keys, key).toContain(key);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    expect((await help(page).locator('dd').allTextContents()).filter((words) => !words.trim())).toEqual([]);
    expect(await violations(page, '.r-overlay')).toEqual([]);
    await page.keyboard.press('?');
    expect(await help(page).count()).toBe(0);
  });

  test('opens on a keyboard whose question mark is elsewhere', async ({ open }) => {
    const page = await openDeck(open, 'words');
    const press = () =>
      page.evaluate(() => {
        const german = { key: '?', code: 'Minus', keyCode: 219, shiftKey: true, bubbles: true, cancelable: true };
        document.body.dispatchEvent(new KeyboardEvent('keydown', german));
      });
    await press();
    expect(await help(page).count()).toBe(1);
    await press();
    expect(await help(page).count()).toBe(0);
  });

  test.for([
    [screen, true],
    [{ width: 1024, height: 768 }, true],
    [phone, false],
    [{ width: 640, height: 360 }, false],
  ] as const)('shows all of itself, at once or by scrolling: %o', async ([viewport, isWhole], { open }) => {
    const page = await openDeck(open, 'words', { viewport });
    await page.keyboard.press('?');
    const content = page.locator('.r-overlay-content');
    const heights = await content.evaluate(({ scrollHeight, clientHeight }) => [scrollHeight, clientHeight]);
    expect((heights[0] as number) <= (heights[1] as number)).toBe(isWhole);
    expect(await content.evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)).toBe(true);
    await page.mouse.move(viewport.width / 2, viewport.height / 2);
    await page.mouse.wheel(0, 5000);
    const bottom = async () => {
      const { y, height } = await boxOf(help(page).locator('dd').last());
      return y + height;
    };
    await expect.poll(bottom).toBeLessThanOrEqual(viewport.height);
  });
});

const middlePoint = (box: Box): [number, number] => [middleOf(box).x, middleOf(box).y];

/** In the page. */
function cursorOf(element: Element): string {
  return getComputedStyle(element).cursor;
}

declare global {
  interface Window {
    /** How many frames the page asked for while `count` of them went by. */
    framesAsked(count: number): Promise<number>;
  }
}

/** In the page, before its scripts. */
function countFrames(): void {
  const request = window.requestAnimationFrame.bind(window);
  let asked = 0;
  window.requestAnimationFrame = (callback) => {
    asked++;
    return request(callback);
  };
  window.framesAsked = async (count) => {
    const before = asked;
    for (let frame = 0; frame < count; frame++) await new Promise(request);
    return asked - before;
  };
}

/** In the page: writes down where the dot is after each move of a pointer. */
function watchDot(): { x: number; y: number }[] {
  const places: { x: number; y: number }[] = [];
  window.addEventListener('pointermove', () => {
    const box = document.querySelector('.laser i')?.getBoundingClientRect();
    if (box) places.push({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
  });
  return places;
}

/** In the page: captions and pictures of the overview that lie on one another, or out of the window at its sides. */
function overlapping(): string[] {
  const parts = [...document.querySelectorAll('.slides section:not(.stack), .caption')];
  const boxes = parts.map((part) => part.getBoundingClientRect());
  return parts.flatMap((part, i) => {
    const a = boxes[i] as DOMRect;
    const on = boxes
      .slice(0, i)
      .some((b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1);
    return on || a.left < 0 || a.right > innerWidth ? [part.outerHTML.slice(0, 60)] : [];
  });
}

/** In the page: whether an element has not scrolled for ten frames. */
async function restingIn(element: Element): Promise<boolean> {
  const before = element.scrollTop;
  for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
  return element.scrollTop === before;
}

/** In the page: pictures in the first row of the overview. */
function columnsSeen(): number {
  const tops = [...document.querySelectorAll('.slides section:not(.stack)')].map(
    (slide) => slide.getBoundingClientRect().top,
  );
  return tops.filter((top) => Math.abs(top - (tops[0] as number)) < 1).length;
}
