import { setAttribute, svgElement } from './elements.ts';
import type { Hue } from './hue.ts';
import { type Mark, type Surface, widen } from './mark.ts';
import { areaPath } from './path.ts';

export interface BandSpec {
  hue: Hue;
}

export interface Band {
  /**
   * Fills between (xs, lows) and (xs, highs), [length] each, in data units; arrays are kept, not copied. NaN leaves a
   * gap. On a log axis a low that is not positive lies on the lower edge.
   */
  set(xs: ArrayLike<number>, lows: ArrayLike<number>, highs: ArrayLike<number>, length?: number): void;
}

const none: ArrayLike<number> = [];

/** An area: plus and minus one standard error, a filled density, a region of a phase diagram. */
export function createBand(surface: Surface, { hue }: BandSpec): Band & Mark {
  const area = svgElement(surface.under, 'path', 'plot-band', hue);
  let xs = none;
  let lows = none;
  let highs = none;
  let length = 0;
  return {
    changed: false,
    set(newXs, newLows, newHighs, newLength = newXs.length) {
      xs = newXs;
      lows = newLows;
      highs = newHighs;
      length = newLength;
      this.changed = true;
    },
    extend(extent, frame) {
      widen(extent.x, xs, length, frame.x);
      widen(extent.y, lows, length, frame.y);
      widen(extent.y, highs, length, frame.y);
    },
    paint(frame) {
      setAttribute(area, 'd', areaPath(frame, xs, lows, highs, length));
    },
  };
}
