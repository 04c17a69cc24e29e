/** A slide that is longer than its upright page: a finger scrolls it, and a swipe to the side still changes slides. */
import type { Deck } from './reveal.ts';

export function scrollUpright(deck: Deck): void {
  const slides = deck.getSlidesElement();
  const isUpright = () => deck.getRevealElement()?.dataset.page === 'portrait';
  let start = { x: 0, y: 0 };
  slides?.addEventListener('pointerdown', (event) => {
    start = { x: event.clientX, y: event.clientY };
  });
  slides?.addEventListener('pointermove', (event) => {
    const isAlong = Math.abs(event.clientY - start.y) > Math.abs(event.clientX - start.x);
    if (isUpright() && isAlong) event.stopPropagation();
  });

  /** Equations and tables wider than the page scroll sideways; over the others a finger swipes. */
  const markWide = () => {
    for (const block of deck.getCurrentSlide().querySelectorAll<HTMLElement>('.katex-display, table')) {
      block.classList.toggle('wide', isUpright() && block.scrollWidth > block.clientWidth + 1);
    }
  };
  deck.on('slidechanged', markWide);
  deck.on('sync', () => deck.getCurrentSlide() && markWide());

  deck.on('fragmentshown', () => {
    if (isUpright()) deck.getCurrentSlide().querySelector('.current-fragment')?.scrollIntoView({ block: 'nearest' });
  });
}
