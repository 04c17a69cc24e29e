/** Those who listen, those who use the keyboard, and those whom motion makes ill. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { demoIds, demoOf } from '../../src/build/demos.ts';
import { themes } from '../../src/deck/appearance.ts';
import { talkNames } from '../../src/talk/site.ts';
import { showTheme } from './accessibility.ts';
import { button, started } from './figure.ts';
import { laidOut } from './layout.ts';
import { demoSlides } from './rehearsal.ts';
import { goForwards, present, slidesOf } from './slides-of.ts';
import { test } from './visit.ts';

/** Runs in the page before its scripts: notes when the words for a screen reader change, ms. */
function noteWords(): void {
  const said: number[] = [];
  Object.assign(window, { said });
  new MutationObserver((changes) => {
    const isSaid = changes.some(({ target }) => (target as Element).closest?.('.status'));
    if (isSaid) said.push(performance.now());
  }).observe(document, { subtree: true, childList: true });
}
const said = (page: Page): Promise<number[]> => page.evaluate(() => (window as unknown as { said: number[] }).said);

describe('a screen reader', () => {
  test.for(demoIds())('hears what %s claims, and what would be seen', async (id, { open }) => {
    const page = await open(`demo/${id}/`);
    const { claim, alt } = await demoOf(id);
    const figure = page.getByRole('group', { name: claim, exact: true });
    await figure.and(page.locator('live-demo')).waitFor();
    expect(await figure.getByRole('img', { name: alt, exact: true }).count()).toBe(1);
    expect(await figure.getByRole('status').count()).toBe(1);
  });

  test('hears of a playing figure, and once a second at most', async ({ open }) => {
    const page = await open(`demo/${demoIds()[0]}/`, { before: noteWords });
    const figure = page.locator('live-demo');
    await expect.poll(async () => (await said(page)).length).toBeGreaterThanOrEqual(4);
    expect(await button(figure, 'Pause').count()).toBe(1);
    const times = await said(page);
    const gaps = times.slice(1).map((time, k) => time - (times[k] as number));
    // The figure reads the clock, then its words change and are noted: a gap is short by a pause between the two.
    expect(Math.min(...gaps)).toBeGreaterThan(900);
  });
});

/** Presses Tab until the focus leaves `root`; what had it, and whether its ring is to be seen. */
async function tabThrough(page: Page, root: string): Promise<{ index: number; ring: string; width: number }[]> {
  const visited: { index: number; ring: string; width: number }[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate((root) => {
      const focused = document.activeElement;
      if (!focused?.closest(root)) return undefined;
      const all = [...document.querySelectorAll(`${root} :is(a[href], button, input, select, [tabindex])`)];
      const { outlineStyle, outlineColor, outlineWidth } = getComputedStyle(focused);
      const width = outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth);
      return { index: all.indexOf(focused), ring: outlineColor, width };
    }, root);
    if (!stop) return visited;
    visited.push(stop);
  }
}

/** The accent of the theme that is shown, as a computed colour. */
const accent = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = 'var(--accent)';
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  });

describe('the keyboard', () => {
  test.for([
    ['on the page of a figure', `demo/${demoIds()[0]}/`, 'live-demo'],
    ['on a slide', `rehearsal/#/${demoSlides[0]}`, present],
  ] as const)(
    'comes to every control in order, and shows where it is in each theme, %s',
    async ([, address, root], { open }) => {
      const page = await open(address, { reducedMotion: 'reduce' });
      const first = page.locator(`${root} .transport button`).first();
      await first.waitFor();
      const count = await page.locator(`${root} :is(a[href], button, input, select, [tabindex])`).count();
      for (const theme of themes) {
        await showTheme(page, theme);
        await first.focus();
        await page.keyboard.press('Shift+Tab');
        const stops = await tabThrough(page, root);
        expect(stops.map(({ index }) => index)).toEqual(Array.from({ length: count }, (_, k) => k));
        expect(Math.min(...stops.map(({ width }) => width))).toBeGreaterThanOrEqual(2);
        expect([...new Set(stops.map(({ ring }) => ring))]).toEqual([await accent(page)]);
      }
    },
  );
});

/** What changes in `root` in the next twenty frames, and what on the page is ready to move. */
const motion = async (page: Page, root: string): Promise<string[]> => {
  await laidOut(page);
  return page.evaluate(async (root) => {
    const found = new Set<string>();
    const observer = new MutationObserver((changes) => {
      for (const { target, type, attributeName } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        found.add(`${type} ${attributeName ?? ''} of ${element?.tagName}.${element?.getAttribute('class')}`);
      }
    });
    observer.observe(document.querySelector(root) as Element, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    for (let frame = 0; frame < 20; frame++) await new Promise(requestAnimationFrame);
    observer.disconnect();
    for (const element of document.querySelectorAll('*')) {
      for (const part of [undefined, '::before', '::after']) {
        const { transitionDuration, animationName } = getComputedStyle(element, part);
        if (animationName !== 'none' || /[1-9]/.test(transitionDuration)) {
          found.add(`${element.tagName}.${element.getAttribute('class')}${part ?? ''}: ${transitionDuration}`);
        }
      }
    }
    return [...found, ...document.getAnimations().map((animation) => `animation ${animation.id}`)];
  }, root);
};

describe('where motion is not wanted', () => {
  test.for(talkNames())('nothing moves on any slide of %s once its still is shown', async (talk, { open }) => {
    const page = await open(`${talk}/`, { reducedMotion: 'reduce' });
    await page.waitForSelector('.reveal.ready');
    for (const id of slidesOf(talk)) {
      await goForwards(page, id);
      for (const figure of await page.locator(`${present} live-demo`).all()) await started(figure);
      expect(await motion(page, present), id).toEqual([]);
    }
  });

  test.for(demoIds())('nothing moves on the page of %s once its still is shown', async (id, { open }) => {
    const page = await open(`demo/${id}/`, { reducedMotion: 'reduce' });
    await started(page.locator('live-demo'));
    expect(await motion(page, 'body')).toEqual([]);
  });
});
