import { setAttribute, svgElement } from './elements.ts';
import type { Hue } from './hue.ts';
import { type Frame, foot, isInside, type Mark, type Surface, widen } from './mark.ts';
import { dot, point } from './path.ts';

export interface PointsSpec {
  hue: Hue;
  /** HTML of the name beside the last point. */
  label?: string;
  /** Part of the full hue, 0 to 1, for a family of one hue; 1 where silent. */
  strength?: number;
}

export interface Points {
  /**
   * The first `length` of (xs, ys), [length] each, in data units, with bars of plus and minus one standard error where
   * given; arrays are kept, not copied. A point without a place on the axes is left out.
   */
  set(xs: ArrayLike<number>, ys: ArrayLike<number>, length?: number, standardErrors?: ArrayLike<number>): void;
  /** The same, with bars from `lows` to `highs`. */
  setBetween(
    xs: ArrayLike<number>,
    ys: ArrayLike<number>,
    lows: ArrayLike<number>,
    highs: ArrayLike<number>,
    length?: number,
  ): void;
}

const none: ArrayLike<number> = [];

export function createPoints(surface: Surface, { hue, label, strength }: PointsSpec): Points & Mark {
  const bars = svgElement(surface.lines, 'path', 'plot-error', hue);
  const discs = svgElement(surface.over, 'path', 'plot-points', hue);
  const name = label === undefined ? undefined : surface.endLabels.add(label, hue);
  if (strength !== undefined) {
    for (const element of [bars, discs]) element.style.setProperty('--strength', `${Math.round(strength * 100)}%`);
  }
  let xs = none;
  let ys = none;
  let errors = none;
  let lows = none;
  let highs = none;
  let length = 0;
  return {
    changed: false,
    set(newXs, newYs, newLength = newXs.length, standardErrors = none) {
      xs = newXs;
      ys = newYs;
      length = newLength;
      errors = standardErrors;
      lows = highs = none;
      this.changed = true;
    },
    setBetween(newXs, newYs, newLows, newHighs, newLength = newXs.length) {
      xs = newXs;
      ys = newYs;
      errors = none;
      lows = newLows;
      highs = newHighs;
      length = newLength;
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
        const y0 = ys[i] as number;
        if (i < errors.length) errorPath += bar(frame, x, y0 - (errors[i] as number), y0 + (errors[i] as number));
        if (i < highs.length) errorPath += bar(frame, x, lows[i] as number, highs[i] as number);
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

function bar(frame: Frame, x: number, low: number, high: number): string {
  const top = frame.y(high);
  const bottom = foot(frame, low);
  return Number.isFinite(top) && Number.isFinite(bottom) ? `M${point(x, bottom)}L${point(x, top)}` : '';
}
