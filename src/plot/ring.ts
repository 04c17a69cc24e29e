import { setAttribute, svgElement } from './elements.ts';
import type { Hue } from './hue.ts';
import { isInside, type Mark, type Surface } from './mark.ts';

export interface RingSpec {
  hue: Hue;
  /** HTML of the name beside it. */
  label?: string;
}

export interface Ring {
  /** Centre in data units; NaN hides the ring. */
  set(x: number, y: number): void;
}

/** About the radius of the ring, px: its name keeps clear of it. */
const radius = 8;

/** The present point of a phase diagram, which a press on the chart may move (`pick` of the chart). */
export function createRing(surface: Surface, { hue, label }: RingSpec): Ring & Mark {
  const ring = svgElement(surface.over, 'circle', 'plot-ring', hue);
  const name = label === undefined ? undefined : surface.endLabels.add(label, hue);
  let x = Number.NaN;
  let y = Number.NaN;
  return {
    changed: false,
    set(newX, newY) {
      x = newX;
      y = newY;
      this.changed = true;
    },
    paint(frame) {
      const left = frame.x(x);
      const top = frame.y(y);
      const seen = isInside(frame, left, top);
      setAttribute(ring, 'visibility', seen ? 'visible' : 'hidden');
      if (seen) {
        setAttribute(ring, 'cx', left.toFixed(1));
        setAttribute(ring, 'cy', top.toFixed(1));
      }
      if (!name) return;
      name.x = seen ? left + radius : Number.NaN;
      name.y = top;
    },
  };
}
