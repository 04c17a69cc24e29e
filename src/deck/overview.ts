/**
 * The overview as a page of pictures: all slides in rows, each under its number and its title, as large as the window
 * allows. The slides keep their layout and are only made smaller, so that no figure measures or draws anything anew.
 */
import { isCovered } from './covers.ts';
import type { Size } from './page-size.ts';
import type { Deck } from './reveal.ts';

/** CSS px: how wide a picture is at the least, on a phone and else; the space between two of them. */
const narrowest = { phone: 130, screen: 270 };
const gap = { phone: 14, screen: 32 };
const phone = 600;

export interface Grid {
  readonly columns: number;
  /** CSS px. */
  readonly gap: number;
  /** CSS px to a slide unit. */
  readonly scale: number;
}

/** Rows of pictures for a window of that width (CSS px) and slides of that width (slide units). */
export function gridFor(window: Pick<Size, 'width'>, slide: Pick<Size, 'width'>): Grid {
  const kind = window.width < phone ? 'phone' : 'screen';
  const space = gap[kind];
  const columns = Math.max(2, Math.floor((window.width - space) / (narrowest[kind] + space)));
  return { columns, gap: space, scale: ((window.width - space) / columns - space) / slide.width };
}

/** The slide to which an arrow goes from the one at `index`, or undefined where there is none. */
export function neighbour(key: string, index: number, columns: number, count: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -columns,
    ArrowDown: columns,
  };
  const next = index + (steps[key] ?? Number.NaN);
  return next >= 0 && next < count ? next : undefined;
}

/** The number and the title of a slide, as they stand over its picture. */
function captionOf(slide: Element, number: number): HTMLElement {
  const caption = document.createElement('p');
  caption.className = 'caption';
  const digits = document.createElement('b');
  digits.textContent = String(number);
  const heading = slide.querySelector('h1, h2, h3');
  caption.append(digits, ' ', ...(heading?.cloneNode(true).childNodes ?? []));
  return caption;
}

/** Lays out the overview of `deck` whenever it is open, and lets the arrows travel it in the order of the talk. */
export function arrangeOverview(deck: Deck): void {
  const present = () => deck.getCurrentSlide() as HTMLElement | undefined;

  function layOut(): Grid | undefined {
    const slides = deck.getSlidesElement();
    if (!slides || !deck.isOverview()) return undefined;
    const grid = gridFor({ width: slides.clientWidth }, deck.getComputedSlideSize());
    for (const [name, value] of Object.entries({ ...grid, gap: `${grid.gap}px` })) {
      slides.style.setProperty(`--${name}`, String(value));
    }
    return grid;
  }
  function show(): void {
    for (const [index, slide] of deck.getSlides().entries()) slide.append(captionOf(slide, index + 1));
    const slides = deck.getSlidesElement();
    slides?.setAttribute('data-prevent-swipe', '');
    slides?.setAttribute('tabindex', '0');
    slides?.focus({ preventScroll: true });
    layOut();
    present()?.scrollIntoView({ block: 'center' });
  }
  function hide(): void {
    const slides = deck.getSlidesElement();
    for (const caption of slides?.querySelectorAll('.caption') ?? []) caption.remove();
    slides?.removeAttribute('data-prevent-swipe');
    slides?.removeAttribute('tabindex');
  }
  function travel(event: KeyboardEvent): void {
    const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey);
    if (!event.key.startsWith('Arrow') || !isPlain || isCovered(deck) || !deck.isFocused()) return;
    const grid = document.activeElement?.matches('input') ? undefined : layOut();
    if (!grid) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const slides = deck.getSlides();
    const next = neighbour(event.key, slides.indexOf(deck.getCurrentSlide()), grid.columns, slides.length);
    if (next === undefined) return;
    const { h, v } = deck.getIndices(slides[next]);
    deck.slide(h, v);
  }

  deck.on('overviewshown', show);
  deck.on('overviewhidden', hide);
  deck.on('slidechanged', () => deck.isOverview() && present()?.scrollIntoView({ block: 'nearest' }));
  window.addEventListener('resize', () => requestAnimationFrame(layOut));
  window.addEventListener('keydown', travel, { capture: true });
}
