import type { Finding } from './finding.ts';

export type Side = 'left' | 'right' | 'top' | 'bottom';

/**
 * Elements and words of the present slide that stand out of its page at one of `sides`. Runs in the page by itself, so
 * that a test can hand it over.
 */
export function standOut(sides: Side[]): Finding[] {
  const slide = document.querySelector('section.present:not(.stack)') as HTMLElement;
  const page = slide.getBoundingClientRect();
  const tolerance = 1;
  const farthest = (box: DOMRect): [Side, number] => {
    const out = {
      left: page.left - box.left,
      right: box.right - page.right,
      top: page.top - box.top,
      bottom: box.bottom - page.bottom,
    };
    const [side] = [...sides].sort((a, b) => out[b] - out[a]) as [Side];
    return [side, out[side]];
  };
  // Notes are not shown, MathML and the words for a screen reader are clipped, a background goes to the edges of the
  // window, and what scrolls shows all of itself.
  const hidden = 'aside.notes, .katex-mathml, .status, .plot-halo, live-demo[background]';
  const scrolls = (element: Element | null) =>
    element && element !== slide && /auto|scroll/.test(getComputedStyle(element).overflowX);
  const found: Finding[] = [];
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
    const outside = boxes.filter((box) => box.width > 0 && box.height > 0).map(farthest);
    const [side, px] = outside.sort((a, b) => b[1] - a[1])[0] ?? ['left', 0];
    if (px <= tolerance) continue;
    const formula = element.closest('.katex')?.querySelector('annotation');
    const words = (formula ?? node).textContent?.replace(/\s+/g, ' ').trim().slice(0, 40);
    const name = words ? JSON.stringify(words) : `<${element.tagName.toLowerCase()}>`;
    const line = Number(element.closest('[data-line]')?.getAttribute('data-line') ?? 0);
    const detail = `by ${Math.round(px)} px, expected at most ${tolerance}`;
    found.push({ line, kind: 'out', px, what: `${name} stands out of the slide at the ${side}`, detail });
  }
  return found;
}
