/**
 * A slide that is longer than its page in the hand: a finger scrolls it up and down, and a swipe to the side still
 * changes slides.
 */
import type { Deck } from './reveal.ts';

/** The least size of a word in a drawing, and of an index beside it, CSS px. */
const least = { word: 11, index: 9 };
/** Letters so much smaller than those of their drawing are an index or an exponent. */
const indexShare = 0.8;

/** How wide a drawing has to be, slide units, so that all its words are large enough. */
export function leastWidth(viewBoxWidth: number, own: number, sizes: readonly number[], scale: number): number {
  const needed = sizes.map((size) => (size < indexShare * own ? least.index : least.word) / size);
  return Math.ceil((Math.max(0, ...needed) * viewBoxWidth) / scale);
}

function fontSize(element: Element): number {
  return Number.parseFloat(getComputedStyle(element).fontSize);
}

export function scrollUpright(deck: Deck): void {
  const slides = deck.getSlidesElement();
  const isInHand = () => deck.getRevealElement()?.hasAttribute('data-hand') ?? false;
  let start = { x: 0, y: 0 };
  slides?.addEventListener('pointerdown', (event) => {
    start = { x: event.clientX, y: event.clientY };
  });
  slides?.addEventListener('pointermove', (event) => {
    const isAlong = Math.abs(event.clientY - start.y) > Math.abs(event.clientX - start.x);
    if (isInHand() && isAlong) event.stopPropagation();
  });

  /** What scrolls can have the focus, so that a keyboard can scroll it too. */
  const letScroll = (block: HTMLElement, isTooWide: boolean) => {
    block.classList.toggle('scrolls', isTooWide);
    if (isTooWide) block.tabIndex = 0;
    else block.removeAttribute('tabindex');
  };
  /** Equations, tables and drawings that need more than their column scroll sideways; over the others a finger swipes. */
  const fit = () => {
    const slide: HTMLElement | undefined = deck.getCurrentSlide();
    if (!slide) return;
    for (const block of slide.querySelectorAll<HTMLElement>('.katex-display, table')) {
      letScroll(block, isInHand() && block.scrollWidth > block.clientWidth + 1);
    }
    for (const drawing of slide.querySelectorAll<SVGSVGElement>('svg.inline')) {
      const block = drawing.parentElement as HTMLElement;
      letScroll(block, false);
      const words = [...drawing.querySelectorAll('text, tspan')].filter(({ textContent }) => textContent?.trim());
      const width = leastWidth(drawing.viewBox.baseVal.width, fontSize(drawing), words.map(fontSize), deck.getScale());
      drawing.style.setProperty('--least-width', `${width}px`);
      letScroll(block, isInHand() && drawing.clientWidth < width);
    }
  };
  deck.on('slidechanged', fit);
  deck.on('sync', fit);
  deck.on('resize', fit);

  deck.on('fragmentshown', () => {
    if (isInHand()) deck.getCurrentSlide().querySelector('.current-fragment')?.scrollIntoView({ block: 'nearest' });
  });
}
