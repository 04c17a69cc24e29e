/** Where a curve ends as the reader sees it: its last point, or the place where it leaves the plot area. */
import { type Frame, isInside } from './mark.ts';

export interface CurveEnd {
  /** px of the plot area; NaN where no part of the curve is inside. */
  x: number;
  y: number;
  /** The last point itself is inside the plot area. */
  inside: boolean;
  /** Where there is room for a name: above (-1) unless the curve climbs, then below (1). */
  lean: number;
}

/** Length of curve that decides whether it climbs, as a part of the plot area's width. */
const stretch = 0.12;

/** Writes the end of the curve through (xs, ys) to `end`. */
export function findEnd(
  frame: Frame,
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  length: number,
  end: CurveEnd,
): void {
  end.x = end.y = Number.NaN;
  end.inside = false;
  let nextX = Number.NaN;
  let nextY = Number.NaN;
  for (let i = length - 1; i >= 0; i--) {
    const x = frame.x(xs[i] as number);
    const y = frame.y(ys[i] as number);
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      continue;
    }
    if (isInside(frame, x, y)) {
      end.inside = Number.isNaN(nextX);
      const part = end.inside ? 0 : partInside(frame, x, y, nextX, nextY);
      end.x = part > 0 ? x + part * (nextX - x) : x;
      end.y = part > 0 ? y + part * (nextY - y) : y;
      end.lean = leanAt(frame, xs, ys, i, end);
      return;
    }
    nextX = x;
    nextY = y;
  }
}

/** Part of the way from the inner point (x, y) to the outer point at which the edge of the frame is reached. */
function partInside(frame: Frame, x: number, y: number, outerX: number, outerY: number): number {
  const along = (from: number, to: number, size: number): number => {
    if (to > size) return (size - from) / (to - from);
    return to < 0 ? from / (from - to) : 1;
  };
  return Math.max(0, Math.min(along(x, outerX, frame.width), along(y, outerY, frame.height)));
}

function leanAt(frame: Frame, xs: ArrayLike<number>, ys: ArrayLike<number>, last: number, end: CurveEnd): number {
  let y = end.y;
  for (let i = last; i >= 0; i--) {
    const before = frame.y(ys[i] as number);
    if (Number.isFinite(before)) y = before;
    if (frame.x(xs[i] as number) < end.x - stretch * frame.width) break;
  }
  const climb = y - end.y;
  return Math.min(1, Math.max(-1, (climb - 40) / 20));
}
