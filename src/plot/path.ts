/** Path strings in tenths of a pixel, by the shapes of d3. */
import { area, line } from 'd3-shape';
import { type Frame, foot } from './mark.ts';
import { thin } from './thin.ts';

/** Farther out than any screen; renderers lose precision with coordinates far beyond. */
const farOut = 1e4;

/** The points of the present path, px; NaN in x where there is none. Reused by every path. */
let x = new Float64Array(0);
let low = x;
let high = x;

const exists = (x: number): boolean => !Number.isNaN(x);
const lineThrough = line<number>()
  .digits(1)
  .defined(exists)
  .x((x) => x)
  .y((_, i) => high[i] as number);
const areaBetween = area<number>()
  .digits(1)
  .defined(exists)
  .x((x) => x)
  .y0((_, i) => low[i] as number)
  .y1((_, i) => high[i] as number);

/**
 * The polyline through (xs, ys), broken where a coordinate is not finite or a log axis has no place for it. A single
 * point makes a closed line of no length, which round caps make visible.
 */
export function linePath(frame: Frame, xs: ArrayLike<number>, ys: ArrayLike<number>, length: number): string {
  reserve(length);
  for (let i = 0; i < length; i++) put(i, frame.x(xs[i] as number), 0, frame.y(ys[i] as number));
  const kept = length > frame.width ? thin(x, [high], length) : length;
  return lineThrough(x.subarray(0, kept)) ?? '';
}

/**
 * The area between (xs, lows) and (xs, highs), broken where a coordinate is not finite. A low for which a log axis has
 * no place lies on the lower edge of the frame.
 */
export function areaPath(
  frame: Frame,
  xs: ArrayLike<number>,
  lows: ArrayLike<number>,
  highs: ArrayLike<number>,
  length: number,
): string {
  reserve(length);
  for (let i = 0; i < length; i++) {
    put(i, frame.x(xs[i] as number), foot(frame, lows[i] as number), frame.y(highs[i] as number));
  }
  const kept = length > frame.width ? thin(x, [low, high], length) : length;
  return areaBetween(x.subarray(0, kept)) ?? '';
}

function reserve(length: number): void {
  if (x.length >= length) return;
  x = new Float64Array(2 * length);
  low = new Float64Array(2 * length);
  high = new Float64Array(2 * length);
}

function put(i: number, newX: number, newLow: number, newHigh: number): void {
  x[i] = Number.isFinite(newX + newLow + newHigh) ? near(newX) : Number.NaN;
  low[i] = near(newLow);
  high[i] = near(newHigh);
}

const near = (pixels: number): number => Math.max(-farOut, Math.min(farOut, pixels));

/** `x,y` rounded to tenths of a pixel. */
export const point = (x: number, y: number): string => `${Math.round(10 * x) / 10},${Math.round(10 * y) / 10}`;

/** A disc as a line of no length, which round caps make visible. */
export const dot = (x: number, y: number): string => `M${point(x, y)}h0`;
