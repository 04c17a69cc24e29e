/**
 * What a finger and an eye close to the screen need. Functions that run in the page give the elements and words that
 * are too small, with their size in CSS px of the window.
 */
import type { Page } from 'playwright-core';

/** What can be touched below `root` and is smaller than a fingertip; links in a sentence are as high as their line. */
export function smallTargets(root: string): string[] {
  const least = 44;
  const tolerance = 0.1;
  const selector = 'button, select, input, summary, a[href], [role="button"], [role="slider"]';
  return [...document.querySelectorAll(`${root} :is(${selector})`)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter((element) => {
      const { display, pointerEvents } = getComputedStyle(element);
      return display !== 'inline' && pointerEvents !== 'none';
    })
    .flatMap((element) => {
      const { width, height } = (element.closest('label') ?? element).getBoundingClientRect();
      if (Math.min(width, height) >= least - tolerance) return [];
      return [`${width.toFixed(1)} x ${height.toFixed(1)}: ${element.outerHTML.slice(0, 80)}`];
    });
}

/** Words below `root` that are smaller than 12 px, or 11 px in a drawing; indices and exponents are not words. */
export function smallWords(root: string): string[] {
  const least = { word: 12, drawing: 11 };
  const tolerance = 0.05;
  const indexShare = 0.8;
  const scale = Number(getComputedStyle(document.body).getPropertyValue('--slide-scale') || 1);
  const unseen = 'aside.notes, .katex-mathml, .status, .plot-halo, sup, sub';
  const found = new Set<string>();
  const walker = document.createTreeWalker(document.querySelector(root) as Element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement: element, textContent } = walker.currentNode as Text;
    if (!element || !textContent?.trim() || element.closest(unseen)) continue;
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const drawing = element.closest<SVGSVGElement>('svg');
    const size = Number.parseFloat(getComputedStyle(element.closest('.katex') ?? element).fontSize);
    if (drawing && size < indexShare * Number.parseFloat(getComputedStyle(drawing).fontSize)) continue;
    const seen = size * (drawing ? (drawing.getScreenCTM()?.a ?? 1) : scale);
    if (seen < (drawing ? least.drawing : least.word) - tolerance) {
      found.add(`${seen.toFixed(1)}: ${JSON.stringify(textContent.trim().slice(0, 40))}`);
    }
  }
  return [...found];
}

/** Heights of the stages of the figures in `root`, CSS px of the window. */
export const stageHeights = (page: Page, root: string): Promise<number[]> =>
  page
    .locator(`${root} live-demo .stage`)
    .evaluateAll((all) => all.map((stage) => stage.getBoundingClientRect().height));

interface Place {
  readonly x: number;
  readonly y: number;
}

/** One finger goes down at `from`, moves by `by` in small steps, and leaves. */
export async function drag(page: Page, from: Place, by: Place): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Place[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  const steps = 12;
  await touch('touchStart', [from]);
  for (let step = 1; step <= steps; step++) {
    await touch('touchMove', [{ x: from.x + (by.x * step) / steps, y: from.y + (by.y * step) / steps }]);
  }
  await touch('touchEnd', []);
  await session.detach();
}
