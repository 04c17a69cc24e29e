import { setAttribute, svgElement } from './elements.ts';
import type { Hue } from './hue.ts';
import { isInside, type Mark, type Surface } from './mark.ts';
import { dot, point } from './path.ts';

export interface StemSpec {
  hue: Hue;
  /** HTML of the name beside its head. */
  label?: string;
}

export interface Stem {
  /** Head of the stem in data units; NaN hides it. */
  set(x: number, y: number): void;
}

/** A single value that stands out: a dot on a line from the lower edge, the outlier of a spectrum. */
export function createStem(surface: Surface, { hue, label }: StemSpec): Stem & Mark {
  const line = svgElement(surface.lines, 'path', 'plot-stem', hue);
  const head = svgElement(surface.over, 'path', 'plot-present', hue);
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
      setAttribute(line, 'd', seen ? `M${point(left, frame.height)}L${point(left, top)}` : '');
      setAttribute(head, 'd', seen ? dot(left, top) : '');
      if (!name) return;
      name.x = seen ? left : Number.NaN;
      name.y = top;
    },
  };
}
