/** What a reader would see cut off. Functions that run in the page give the elements and words that they are about. */
import type { Locator, Page } from 'playwright-core';

/** Waits until everything has followed the size of the window: two frames, since plots measure after a layout. */
export const laidOut = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  });

/** Heights of the figure's panels that hold a plot, CSS px of the window. */
export const panelHeights = (figures: Locator): Promise<number[]> =>
  figures.locator('.panel:has(.plot)').evaluateAll((all) => all.map((panel) => panel.getBoundingClientRect().height));

/** Plots on a phone are at least so high. */
export const leastHeight = 240;

export type Side = 'left' | 'right' | 'top' | 'bottom';

/** Elements and words of the present slide that stand out of its page at one of `sides`, with their place on it. */
export function standOut(sides: Side[]): string[] {
  const slide = document.querySelector('section.present:not(.stack)') as HTMLElement;
  const page = slide.getBoundingClientRect();
  const tolerance = 1;
  const isOut = (box: DOMRect) => {
    const out = {
      left: page.left - box.left,
      right: box.right - page.right,
      top: page.top - box.top,
      bottom: box.bottom - page.bottom,
    };
    return box.width > 0 && box.height > 0 && sides.some((side) => out[side] > tolerance);
  };
  // Notes are not shown, MathML and the words for a screen reader are clipped, and what scrolls shows all of itself.
  const hidden = 'aside.notes, .katex-mathml, .status, .plot-halo';
  const scrolls = (element: Element | null) =>
    element && element !== slide && /auto|scroll/.test(getComputedStyle(element).overflowX);
  const found: string[] = [];
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    const element = node instanceof Element ? node : node.parentElement;
    const isSeen = !element?.matches(hidden) && !scrolls(node.parentElement);
    return isSeen ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT;
  });
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = (node instanceof Element ? node : node.parentElement) as Element;
    if (element instanceof SVGElement && element.ownerSVGElement && element.tagName !== 'text') continue;
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = node instanceof Element ? [node.getBoundingClientRect()] : [...range.getClientRects()];
    if (!boxes.some(isOut)) continue;
    const [{ left, top, right, bottom }] = boxes as [DOMRect];
    const name = node instanceof Element ? `<${node.tagName.toLowerCase()} class="${node.getAttribute('class')}">` : '';
    const place = [left - page.left, top - page.top, right - page.left, bottom - page.top].map(Math.round);
    found.push(`${name}${node instanceof Element ? '' : JSON.stringify(node.textContent)} at ${place}`);
  }
  return found;
}

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
  return [...document.body.querySelectorAll('*')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => !element.closest('svg, .status, .katex-mathml, .plot-halo'))
    .filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (left < -1 || right > innerWidth + 1);
    })
    .map((element) => element.outerHTML.slice(0, 80));
}
