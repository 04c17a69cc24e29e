/** A place in a chart, taken by a press or a drag of a mouse, a pen or a finger. */
import type { Frame } from './mark.ts';

/** Hears of the place in data units, inside the axes. */
export type Pick = (x: number, y: number) => void;

/** Reports where on `area`, which covers the plot area of `frame`, somebody presses and drags. */
export function listenForPicks(area: SVGElement, frame: Frame, pick: Pick): void {
  area.classList.add('plot-pick');
  area.setAttribute('data-prevent-swipe', '');
  const report = (event: PointerEvent) => {
    const box = area.getBoundingClientRect();
    const share = (value: number, start: number, size: number) => Math.min(1, Math.max(0, (value - start) / size));
    const x = share(event.clientX, box.left, box.width) * frame.width;
    const y = share(event.clientY, box.top, box.height) * frame.height;
    pick(frame.x.invert(x), frame.y.invert(y));
  };
  area.addEventListener('pointerdown', (event) => {
    if (!event.isPrimary || event.button !== 0) return;
    area.setPointerCapture(event.pointerId);
    event.preventDefault();
    report(event);
  });
  area.addEventListener('pointermove', (event) => {
    if (area.hasPointerCapture(event.pointerId)) report(event);
  });
}
