/** A place in a plot, taken by a press or a drag of a mouse, a pen or a finger. */
import type { Frame } from './mark.ts';

/** Hears of the place in data units, inside the axes; one that takes `x` alone is moved to the sides alone. */
export type Pick = (x: number, y: number) => void;

/** Where on an element a pointer presses. */
export interface Press {
  /** Parts of the width and the height, 0 to 1: beyond the edges, the nearest place inside. */
  at(across: number, down: number): void;
  /** It presses no more. */
  lifted?(): void;
}

/** Reports where on `area` somebody presses and drags. */
export function listenForPresses(area: Element & GlobalEventHandlers, press: Press): void {
  area.setAttribute('data-prevent-swipe', '');
  const report = (event: PointerEvent) => {
    const box = area.getBoundingClientRect();
    const share = (value: number, start: number, size: number) => Math.min(1, Math.max(0, (value - start) / size));
    press.at(share(event.clientX, box.left, box.width), share(event.clientY, box.top, box.height));
  };
  area.addEventListener('pointerdown', (event: PointerEvent) => {
    if (!event.isPrimary || event.button !== 0) return;
    area.setPointerCapture(event.pointerId);
    event.preventDefault();
    report(event);
  });
  area.addEventListener('pointermove', (event: PointerEvent) => {
    if (area.hasPointerCapture(event.pointerId)) report(event);
  });
  area.addEventListener('lostpointercapture', () => press.lifted?.());
}

/** Reports where in `frame`, whose plot area `area` covers, somebody presses and drags. */
export function listenForPicks(area: SVGElement, frame: Frame, pick: Pick): void {
  area.classList.add('plot-pick');
  area.classList.toggle('across', pick.length < 2);
  listenForPresses(area, {
    at: (across, down) => pick(frame.x.invert(across * frame.width), frame.y.invert(down * frame.height)),
  });
}
