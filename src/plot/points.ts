import { setAttribute, svgElement } from './elements.ts';
import type { Hue } from './hue.ts';
import { type Frame, foot, isInside, type Mark, type Surface, widen } from './mark.ts';
import { dot, point } from './path.ts';

export interface PointsSpec {
  hue: Hue;
  /** HTML of the name beside the last point. */
  label?: string;
}

export interface Points {
  /**
   * The first `length` of (xs, ys), [length] each, in data units, with bars of plus and minus one standard error where
   * given; arrays are kept, not copied. A point without a place on the axes is left out.
   */
  set(xs: ArrayLike<number>, ys: ArrayLike<number>, length?: number, standardErrors?: ArrayLike<number>): void;
}

const none: ArrayLike<number> = [];

export function createPoints(surface: Surface, { hue, label }: PointsSpec): Points & Mark {
  const bars = svgElement(surface.lines, 'path', 'plot-error', hue);
  const discs = svgElement(surface.over, 'path', 'plot-points', hue);
  const name = label === undefined ? undefined : surface.endLabels.add(label, hue);
  let xs = none;
  let ys = none;
  let errors = none;
  let length = 0;
  return {
    changed: false,
    set(newXs, newYs, newLength = newXs.length, standardErrors = none) {
      xs = newXs;
      ys = newYs;
      length = newLength;
      errors = standardErrors;
      this.changed = true;
    },
    extend(extent, frame) {
      widen(extent.x, xs, length, frame.x);
      widen(extent.y, ys, length, frame.y);
    },
    paint(frame) {
      let path = '';
      let errorPath = '';
      if (name) name.x = Number.NaN;
      for (let i = 0; i < length; i++) {
        const x = frame.x(xs[i] as number);
        const y = frame.y(ys[i] as number);
        if (!isInside(frame, x, y)) continue;
        path += dot(x, y);
        if (i < errors.length) errorPath += errorBar(frame, x, ys[i] as number, errors[i] as number);
        if (name) {
          name.x = x;
          name.y = y;
        }
      }
      setAttribute(discs, 'd', path);
      setAttribute(bars, 'd', errorPath);
    },
  };
}

function errorBar(frame: Frame, x: number, y: number, error: number): string {
  const top = frame.y(y + error);
  const bottom = foot(frame, y - error);
  return Number.isFinite(top) && Number.isFinite(bottom) ? `M${point(x, bottom)}L${point(x, top)}` : '';
}
