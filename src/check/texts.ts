/** The words that a slide shows, block by block: a paragraph, a formula on a line of its own, a label of a figure. */

export interface Text {
  readonly block: Element;
  readonly words: string;
  /** Where ink may be, CSS px of the window: one box for each piece of a line. */
  readonly boxes: readonly DOMRect[];
}

const blocks =
  '.katex-display, svg text, .plot-label, .read-out-value, p, li, td, th, dt, dd, pre, footer, button, label';
const hidden = 'aside.notes, .katex-mathml, .status, .plot-halo, select, .vlist-s';

/** Share of a line box, at its top and at its bottom, that fonts leave white. */
const white = 0.22;

export function textsOf(slide: Element): Text[] {
  const texts = new Map<Element, { words: string; boxes: DOMRect[] }>();
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    const words = node.textContent?.trim();
    if (!words || !parent || parent.closest(hidden)) continue;
    if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const block = parent.closest(blocks) ?? blockAround(parent);
    const text = texts.get(block) ?? { words: '', boxes: [] };
    const range = document.createRange();
    range.selectNodeContents(node);
    text.words += `${words} `;
    text.boxes.push(...[...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0).map(ink));
    texts.set(block, text);
  }
  return [...texts].map(([block, { words, boxes }]) => ({ block, boxes, words: quoted(words) }));
}

/** The first words, in quotes. */
export const quoted = (words: string): string => JSON.stringify(words.replace(/\s+/g, ' ').trim().slice(0, 40));

/** The line of `talk.md` of an element. */
export const lineOf = (element: Element): number =>
  Number(element.closest('[data-line]')?.getAttribute('data-line') ?? 0);

function ink({ x, y, width, height }: DOMRect): DOMRect {
  return new DOMRect(x, y + white * height, width, (1 - 2 * white) * height);
}

function blockAround(element: Element): Element {
  let block = element;
  while (getComputedStyle(block).display.startsWith('inline') && block.parentElement) block = block.parentElement;
  return block;
}
