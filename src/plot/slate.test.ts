// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Slate, slate } from './slate.ts';

let host: HTMLElement;
let board: Slate;
let sheet: HTMLElement;
let pixels: number[];
let isHeld = false;

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(22);
  host = document.createElement('div');
  Object.defineProperties(host, { clientWidth: { value: 500 }, clientHeight: { value: 430 } });
  pixels = [];
  board = slate(host, { side: 4, label: 'draw', pen: (pixel) => pixels.push(pixel) });
  board.draw();
  sheet = host.querySelector('.plot-slate') as HTMLElement;
  // The slide is drawn at 1.5 times its size.
  sheet.getBoundingClientRect = () => new DOMRect(75, 30, 600, 600);
  isHeld = false;
  sheet.setPointerCapture = () => {
    isHeld = true;
  };
  sheet.hasPointerCapture = () => isHeld;
});
afterEach(() => {
  board.destroy();
  vi.restoreAllMocks();
});

const send = (type: string, clientX: number, clientY: number, init: PointerEventInit = {}) => {
  const event = new PointerEvent(type, { clientX, clientY, isPrimary: true, button: 0, cancelable: true, ...init });
  sheet.dispatchEvent(event);
  return event.defaultPrevented;
};

test('is the largest square above its label', () => {
  expect([sheet.style.width, sheet.style.height]).toEqual(['400px', '400px']);
});

test('tells the pixels under a pen that is down, those on the edge for what is beyond, and when it is lifted', () => {
  send('pointermove', 100, 60);
  expect(pixels).toEqual([]);
  expect(send('pointerdown', 75 + 1, 30 + 160)).toBe(true);
  send('pointermove', 75 + 599, 30 + 599);
  send('pointermove', 900, -50);
  isHeld = false;
  sheet.dispatchEvent(new Event('lostpointercapture'));
  send('pointermove', 100, 60);
  expect(pixels).toEqual([4, 15, 3, -1]);
});

test('is not for a second finger, nor for the other buttons of a mouse', () => {
  expect(send('pointerdown', 100, 60, { isPrimary: false })).toBe(false);
  expect(send('pointerdown', 100, 60, { button: 2 })).toBe(false);
  expect(pixels).toEqual([]);
});

test('keeps its fingers from turning the slide', () => {
  expect(sheet.hasAttribute('data-prevent-swipe')).toBe(true);
});
