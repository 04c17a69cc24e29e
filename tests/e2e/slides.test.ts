/** Every slide of every talk, opened by its link: on a screen, then on a phone held upright. */
import { describe, expect, inject } from 'vitest';
import { talkNames } from '../../src/talk/site.ts';
import { paleWords, violations } from './accessibility.ts';
import { started } from './figure.ts';
import { laidOut, leastHeight, onFooter, panelHeights, type Side, standOut } from './layout.ts';
import { slidesOf } from './slides-of.ts';
import { phone, screen, test, type Visited, visit } from './visit.ts';

/** Lines of a title are 1.12 em: three of them are higher than this. A talk's first page may have more. */
const twoLines = 2.8;

/** A strip of controls leaves its picture this part of a figure at least. */
const leastShare = 0.55;

const aside: Side[] = ['left', 'right'];

describe.each(talkNames())('%s', (talk) => {
  let visited: Visited;
  test.beforeAll(async ({ browser }) => {
    visited = await visit(browser, `${talk}/`);
  });
  test.afterAll(() => visited.close());
  test.afterEach(() => expect(visited.complaints()).toEqual([]));

  test('has slides, and a page that axe finds nothing on', async () => {
    const { page } = visited;
    expect(slidesOf(talk).length).toBeGreaterThan(0);
    await page.waitForSelector('.reveal.ready');
    expect(await violations(page)).toEqual([]);
  });

  test.for(slidesOf(talk))('slide %s runs and fits, on a screen and on a phone', async (id) => {
    const { page } = visited;
    await page.setViewportSize(screen);
    const slide = page.locator(`section[id="${id}"]`);
    if ((await slide.locator('live-demo').count()) > 0) await page.goto('about:blank');
    await page.goto(new URL(`${talk}/#/${id}`, inject('site')).href);
    await page.waitForSelector(`.reveal.ready[data-page="landscape"] section.present[id="${id}"]`);

    const figures = await slide.locator('live-demo').all();
    for (const figure of figures) await started(figure);
    await laidOut(page);
    expect(await page.evaluate(standOut, [...aside, 'top', 'bottom'] as Side[])).toEqual([]);
    expect(await page.evaluate(onFooter)).toEqual([]);
    const titles = await slide
      .locator('h1')
      .evaluateAll((all) =>
        all
          .filter((title) => !title.closest('.title'))
          .map((title) => (title as HTMLElement).offsetHeight / Number.parseFloat(getComputedStyle(title).fontSize)),
      );
    expect(titles.filter((height) => height > twoLines)).toEqual([]);
    expect(await violations(page, 'section.present')).toEqual([]);
    expect(await paleWords(page, 'section.present')).toEqual([]);
    const shares = await slide.locator('live-demo').evaluateAll((all) =>
      all.map((figure) => {
        const stage = figure.querySelector('.stage') as HTMLElement;
        return stage.offsetHeight / (figure as HTMLElement).offsetHeight;
      }),
    );
    expect(shares.filter((share) => share < leastShare)).toEqual([]);

    await page.setViewportSize(phone);
    await page.waitForSelector('.reveal[data-page="portrait"]');
    await laidOut(page);
    expect(await page.evaluate(standOut, aside)).toEqual([]);
    const heights = await panelHeights(slide.locator('live-demo'));
    expect(heights.filter((height) => height < leastHeight)).toEqual([]);
    expect(heights.length).toBeGreaterThanOrEqual(await slide.locator('live-demo:not([background])').count());
    expect(await violations(page, 'section.present')).toEqual([]);
  });
});
