import { type CurveEnd, findEnd } from './curve-end.ts';
import { setAttribute, svgElement } from './elements.ts';
import type { Hue } from './hue.ts';
import { type Mark, type Surface, widen } from './mark.ts';
import { dot, linePath } from './path.ts';

/**
 * `simulation` solid with a dot at its present value, `theory` dashed, `guide` thin and dotted (slopes, thresholds),
 * `ghost` thin and faint (earlier runs).
 */
export type CurveStyle = 'simulation' | 'theory' | 'guide' | 'ghost';

export interface CurveSpec {
  hue: Hue;
  style: CurveStyle;
  /** HTML of the name at its end. */
  label?: string;
  /** Part of the full hue, 0 to 1, for a family of curves of one hue; 1 where silent. */
  strength?: number;
}

export interface Curve {
  /**
   * The first `length` of (xs, ys), [length] each, in data units; arrays are kept, not copied. NaN breaks the line,
   * and so does a value that is not positive on a log axis.
   */
  set(xs: ArrayLike<number>, ys: ArrayLike<number>, length?: number): void;
}

const none: ArrayLike<number> = [];

export function createCurve(surface: Surface, { hue, style, label, strength }: CurveSpec): Curve & Mark {
  const line = svgElement(surface.lines, 'path', `plot-curve plot-${style}`, hue);
  const present = style === 'simulation' ? svgElement(surface.over, 'path', 'plot-present', hue) : undefined;
  const name = label === undefined ? undefined : surface.endLabels.add(label, hue);
  if (strength !== undefined) {
    for (const element of [line, present]) {
      element?.style.setProperty('--strength', `${Math.round(strength * 100)}%`);
    }
  }
  const end: CurveEnd = { x: Number.NaN, y: Number.NaN, inside: false, lean: -1 };
  let xs = none;
  let ys = none;
  let length = 0;
  return {
    changed: false,
    set(newXs, newYs, newLength = newXs.length) {
      xs = newXs;
      ys = newYs;
      length = newLength;
      this.changed = true;
    },
    extend(extent, frame) {
      widen(extent.x, xs, length, frame.x);
      widen(extent.y, ys, length, frame.y);
    },
    paint(frame) {
      setAttribute(line, 'd', linePath(frame, xs, ys, length));
      if (!present && !name) return;
      findEnd(frame, xs, ys, length, end);
      if (present) setAttribute(present, 'd', end.inside ? dot(end.x, end.y) : '');
      if (name) {
        name.x = end.x;
        name.y = end.y;
        name.lean = end.lean;
      }
    },
  };
}
