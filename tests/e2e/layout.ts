/** What a reader would see cut off. Functions that run in the page give the elements and words that they are about. */
import type { Locator, Page } from 'playwright-core';
import type { PrintedDeck } from '../../src/deck/print.ts';

export { type Side, standOut } from '../../src/check/stand-out.ts';

/** Waits until everything has followed the size of the window: two frames, since plots measure after a layout. */
export const laidOut = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  });

/** What a page for print says when it has all its pages, with every figure painted. */
export const printed = (page: Page): Promise<PrintedDeck> =>
  page.evaluate(async () => {
    while (!window.deckPrintReady) await new Promise(requestAnimationFrame);
    return window.deckPrintReady;
  });

/** Heights of the figure's panels that hold a plot, CSS px of the window. */
export const panelHeights = (figures: Locator): Promise<number[]> =>
  figures.locator('.panel:has(.plot)').evaluateAll((all) => all.map((panel) => panel.getBoundingClientRect().height));

/** Plots on a phone are at least so high. */
export const leastHeight = 240;

/** Words of the present slide that lie on its footer. */
export function onFooter(): string[] {
  const slide = document.querySelector('section.present:not(.stack)') as HTMLElement;
  const footer = slide.querySelector(':scope > footer');
  if (!footer) return [];
  const words = (root: Node) => {
    const range = document.createRange();
    range.selectNodeContents(root);
    return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  };
  const theirs = words(footer);
  const found: string[] = [];
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    if (!parentElement?.checkVisibility({ visibilityProperty: true })) continue;
    if (parentElement.closest('footer, aside.notes, .katex-mathml, .status')) continue;
    const isOn = words(walker.currentNode).some((a) =>
      theirs.some((b) => a.left < b.right && b.left < a.right && a.top < b.bottom - 1 && b.top < a.bottom - 1),
    );
    if (isOn) found.push(JSON.stringify(textContent));
  }
  return found;
}

/** Elements of a page that scrolls which a window of this width cuts off at its sides. */
export function cutOff(): string[] {
  const scrolls = (element: Element | null): boolean =>
    element !== null &&
    element !== document.body &&
    (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  return [...document.body.querySelectorAll('*')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => !element.closest('svg, .status, .katex-mathml, .plot-halo') && !scrolls(element.parentElement))
    .filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (left < -1 || right > innerWidth + 1);
    })
    .map((element) => element.outerHTML.slice(0, 80));
}
