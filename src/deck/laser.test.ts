// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Place, placeOn, showLaser } from './laser.ts';
import type { Deck } from './reveal.ts';

describe('a place on the slide', () => {
  it.each([
    [
      { clientX: 100, clientY: 50 },
      { x: 0, y: 0 },
    ],
    [
      { clientX: 740, clientY: 410 },
      { x: 1, y: 1 },
    ],
    [
      { clientX: 260, clientY: 320 },
      { x: 0.25, y: 0.75 },
    ],
    [
      { clientX: 36, clientY: 50 },
      { x: -0.1, y: 0 },
    ],
  ])('is a fraction of the slide, whatever its scale: %o', (pointer, place) => {
    expect(placeOn(new DOMRect(100, 50, 640, 360), pointer)).toEqual(place);
  });
});

describe('the laser pointer', () => {
  document.body.innerHTML = '<div class="reveal"><div class="slides"></div></div>';
  const reveal = document.querySelector('.reveal') as HTMLElement;
  const slides = document.querySelector('.slides') as HTMLElement;
  slides.getBoundingClientRect = () => new DOMRect(0, 0, 1000, 500);
  let press = () => {};
  let isOverview = false;
  const deck = {
    getRevealElement: () => reveal,
    getSlidesElement: () => slides,
    isOverview: () => isOverview,
    addKeyBinding: (_: unknown, action: () => void) => {
      press = action;
    },
  } as unknown as Deck;
  const laser = showLaser(deck);
  const moves = vi.fn<(place: Place | undefined) => void>();
  laser.onMove(moves);
  const point = (clientX: number, clientY: number) =>
    window.dispatchEvent(Object.assign(new Event('pointermove'), { clientX, clientY }));
  const shown = () => {
    const dot = slides.querySelector<HTMLElement>('.laser');
    return dot && [dot.style.getPropertyValue('--x'), dot.style.getPropertyValue('--y')];
  };

  beforeEach(() => {
    isOverview = false;
    laser.toggle(false);
    document.documentElement.dispatchEvent(new Event('pointerleave'));
    moves.mockClear();
  });

  it('comes on where the pointer already is, and says so', () => {
    point(100, 100);
    expect(shown()).toBeNull();
    press();
    expect([laser.on(), shown()]).toEqual([true, ['0.1', '0.2']]);
    point(500, 250);
    expect(shown()).toEqual(['0.5', '0.5']);
    press();
    expect([laser.on(), shown()]).toEqual([false, null]);
    expect(moves.mock.calls).toEqual([[{ x: 0.1, y: 0.2 }], [{ x: 0.5, y: 0.5 }], [undefined]]);
  });

  it('waits for a pointer, and goes with it', () => {
    press();
    expect(shown()).toBeNull();
    point(100, 100);
    document.documentElement.dispatchEvent(new Event('pointerleave'));
    expect([laser.on(), shown()]).toEqual([true, null]);
    expect(moves.mock.calls.at(-1)).toEqual([undefined]);
  });

  it('shows where another window points, on or off, and tells nobody', () => {
    laser.moveTo(0.3, 0.4);
    expect([laser.on(), shown()]).toEqual([false, ['0.3', '0.4']]);
    laser.hide();
    expect(shown()).toBeNull();
    expect(moves).not.toHaveBeenCalled();
  });

  it('keeps fingers from turning slides while it is on', () => {
    press();
    expect(reveal.hasAttribute('data-prevent-swipe')).toBe(true);
    press();
    expect(reveal.hasAttribute('data-prevent-swipe')).toBe(false);
  });

  it('rests in the overview', () => {
    isOverview = true;
    press();
    point(100, 100);
    expect(shown()).toBeNull();
  });
});
