/**
 * A laser pointer: while it is on, a dot in place of the mouse, the pen or a dragging finger. The dot lies in the slides
 * and is placed by fractions of the slide, so that it is right at every scale and in every window of the deck.
 */
import type { Deck } from './reveal.ts';

/** Fractions of the slide from its upper left corner; outside of 0 to 1 beside the slide. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Laser {
  on(): boolean;
  /** On or off; without `on`, the other of the two. */
  toggle(on?: boolean): void;
  /** Shows the dot there, whether or not this window's own pointer moves it. */
  moveTo(x: number, y: number): void;
  hide(): void;
  /** Tells where this window's own pointer moves the dot, and undefined when that dot goes. */
  onMove(listener: (place: Place | undefined) => void): void;
}

/** Where a pointer is on the slide that covers `slides`; both in CSS px of the window. */
export function placeOn(slides: DOMRect, pointer: { readonly clientX: number; readonly clientY: number }): Place {
  return { x: (pointer.clientX - slides.left) / slides.width, y: (pointer.clientY - slides.top) / slides.height };
}

/** A core, its ring, and what trails behind them. */
function createDot(): HTMLElement {
  const dot = document.createElement('div');
  dot.className = 'laser';
  dot.setAttribute('aria-hidden', 'true');
  dot.append(...Array.from({ length: 4 }, () => document.createElement('i')));
  return dot;
}

/** A laser pointer for `deck`, off. The key X turns it on and off; it stays on from slide to slide. */
export function showLaser(deck: Deck): Laser {
  const dot = createDot();
  const listeners = new Set<(place: Place | undefined) => void>();
  let isOn = false;
  let pointer: Pick<PointerEvent, 'clientX' | 'clientY'> | undefined;

  const tell = (place?: Place) => {
    for (const listener of listeners) listener(place);
  };
  const laser: Laser = {
    on: () => isOn,
    toggle(on = !isOn) {
      isOn = on;
      const reveal = deck.getRevealElement();
      reveal?.classList.toggle('pointing', on);
      reveal?.toggleAttribute('data-prevent-swipe', on);
      if (on) follow();
      else leave();
    },
    moveTo(x, y) {
      dot.style.setProperty('--x', String(x));
      dot.style.setProperty('--y', String(y));
      if (!dot.isConnected) deck.getSlidesElement()?.append(dot);
    },
    hide: () => dot.remove(),
    onMove: (listener) => void listeners.add(listener),
  };

  function follow(): void {
    const slides = deck.getSlidesElement();
    if (!pointer || !slides || deck.isOverview()) return;
    const place = placeOn(slides.getBoundingClientRect(), pointer);
    laser.moveTo(place.x, place.y);
    tell(place);
  }
  function leave(): void {
    laser.hide();
    tell();
  }
  function see(event: PointerEvent): void {
    pointer = event;
    if (isOn) follow();
  }
  /** A mouse that leaves the window, and a finger that is lifted. */
  function lose(): void {
    pointer = undefined;
    if (isOn) leave();
  }
  for (const type of ['pointermove', 'pointerdown'] as const) window.addEventListener(type, see, { capture: true });
  document.documentElement.addEventListener('pointerleave', lose);
  deck.addKeyBinding({ keyCode: 88, key: 'X', description: 'Stage: laser pointer' }, () => laser.toggle());
  return laser;
}
