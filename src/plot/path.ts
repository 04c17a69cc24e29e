/**
 * Path strings in tenths of a pixel. Where several successive points fall into one column of pixels, only the first,
 * the lowest, the highest and the last of them are kept: the picture is the same, and long runs stay cheap.
 */
import type { Frame } from './mark.ts';
import { position, type Scale } from './scale.ts';

/** Farther out than any screen; renderers lose precision with coordinates far beyond. */
const farOut = 1e4;

/** The points of the present column after its first, `at` counting from the first = 0. Reused by every call. */
const column = { index: Number.NaN, lowX: 0, lowY: 0, lowAt: 0, highX: 0, highY: 0, highAt: 0, x: 0, y: 0, at: 0 };

/** Pixel of `value`, at most `farOut` away; not finite where the scale has no place for it. */
function pixel(scale: Scale, value: number): number {
  const place = position(scale, value);
  if (place > farOut) return place === Number.POSITIVE_INFINITY ? Number.NaN : farOut;
  return place < -farOut && place !== Number.NEGATIVE_INFINITY ? -farOut : place;
}

/** Texts of 0, 0.1, 0.2, ... px: to write numbers anew would be the larger part of a frame. */
const tenths = new Array<string | undefined>(20_000);

function text(pixels: number): string {
  const n = Math.round(pixels * 10);
  if (!(n >= 0 && n < tenths.length)) return `${n / 10}`;
  tenths[n] ??= `${n / 10}`;
  return tenths[n] as string;
}

/** `x y` rounded to tenths of a pixel. */
export function point(x: number, y: number): string {
  return `${text(x)} ${text(y)}`;
}

/** A disc for each point, as a line of no length that round caps make visible. */
export const dot = (x: number, y: number): string => `M${point(x, y)}h0`;

/** The polyline through (xs, ys), broken where a coordinate is not finite or a log axis has no place for it. */
export function linePath(frame: Frame, xs: ArrayLike<number>, ys: ArrayLike<number>, length: number): string {
  let path = '';
  let points = 0;
  for (let i = 0; i < length; i++) {
    const x = pixel(frame.x, xs[i] as number);
    const y = pixel(frame.y, ys[i] as number);
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      path += endOfLine(points);
      points = 0;
      continue;
    }
    const index = Math.floor(x);
    if (points > 0 && index === column.index) addToColumn(x, y);
    else {
      path += points > 0 ? `${restOfColumn()} ${point(x, y)}` : `M${point(x, y)}`;
      openColumn(index, x, y);
    }
    points++;
  }
  return path + endOfLine(points);
}

function openColumn(index: number, x: number, y: number): void {
  column.index = index;
  column.x = column.lowX = column.highX = x;
  column.y = column.lowY = column.highY = y;
  column.at = column.lowAt = column.highAt = 0;
}

function addToColumn(x: number, y: number): void {
  column.x = x;
  column.y = y;
  column.at++;
  if (y < column.lowY) {
    column.lowX = x;
    column.lowY = y;
    column.lowAt = column.at;
  } else if (y > column.highY) {
    column.highX = x;
    column.highY = y;
    column.highAt = column.at;
  }
}

/** The extremes and the last point of the column, in their order, without those already written. */
function restOfColumn(): string {
  const { lowAt, highAt, at } = column;
  if (at === 0) return '';
  const low = lowAt > 0 ? ` ${point(column.lowX, column.lowY)}` : '';
  const high = highAt > 0 ? ` ${point(column.highX, column.highY)}` : '';
  const extremes = lowAt < highAt ? low + high : high + low;
  return Math.max(lowAt, highAt) === at ? extremes : `${extremes} ${point(column.x, column.y)}`;
}

/** A line of one point becomes a dot: round caps make it visible. */
function endOfLine(points: number): string {
  if (points === 0) return '';
  return points === 1 ? 'h0' : restOfColumn();
}

/**
 * The area between (xs, lows) and (xs, highs), broken where x or the high is not finite. A low for which a log axis
 * has no place lies on the lower edge of the frame.
 */
export function areaPath(
  frame: Frame,
  xs: ArrayLike<number>,
  lows: ArrayLike<number>,
  highs: ArrayLike<number>,
  length: number,
): string {
  let path = '';
  let top = '';
  let bottom = '';
  let open = Number.NaN;
  let highest = 0;
  let lowest = 0;
  let place = 0;
  const close = () => {
    if (Number.isNaN(open)) return;
    top += `${top ? ' ' : ''}${point(place, highest)}`;
    bottom = ` ${point(place, lowest)}${bottom}`;
    open = Number.NaN;
  };
  for (let i = 0; i <= length; i++) {
    const x = i < length ? pixel(frame.x, xs[i] as number) : Number.NaN;
    const high = i < length ? pixel(frame.y, highs[i] as number) : Number.NaN;
    const low = i < length ? lowEdge(frame, lows[i] as number) : Number.NaN;
    if (!Number.isFinite(x) || !Number.isFinite(high) || Number.isNaN(low)) {
      close();
      if (top) path += `M${top}${bottom}Z`;
      top = bottom = '';
      continue;
    }
    if (Math.floor(x) === open) {
      highest = Math.min(highest, high);
      lowest = Math.max(lowest, low);
      continue;
    }
    close();
    open = Math.floor(x);
    place = x;
    highest = high;
    lowest = low;
  }
  return path;
}

function lowEdge(frame: Frame, value: number): number {
  if (frame.y.log && value <= 0) return frame.height;
  return pixel(frame.y, value);
}
