/**
 * Two-time correlations of p-spin systems, kept while they move.
 *
 *   C(t_w, t_w + t) = x(t_w) · x(t_w + t)/N, its mean and standard error over the systems       (1)
 *   t_w = 1, 2, 4, … 128;   t = 0.1, and each time 1.15 times the one before, to 600 at least, in multiples of dt   (2)
 */
import { mean, standardError } from '../lib/mean';
import { overlap } from '../lib/sphere';
import { copy } from '../lib/vector';
import { geometricSteps, WaitingTimes } from '../lib/waiting-times';
import { Samples } from './p-spin-samples';

export const WAITS = 8;
export const LAGS = 64;

export class Correlations extends WaitingTimes {
  readonly kept: StaticArray<StaticArray<f64>>; // [WAITS · samples, N] x(t_w)
  readonly overlaps: StaticArray<f64>; // [samples]
  readonly correlation: StaticArray<f64>; // [WAITS, LAGS] (1), NaN before it is known
  readonly correlationError: StaticArray<f64>; // [WAITS, LAGS] its error, NaN also for one system

  constructor(readonly samples: Samples, dt: f64) {
    super(waitsInSteps(dt), lagsInSteps(dt));
    const count = samples.all.length;
    this.kept = new StaticArray<StaticArray<f64>>(WAITS * count);
    this.overlaps = new StaticArray<f64>(count);
    this.correlation = new StaticArray<f64>(WAITS * LAGS).fill(NaN);
    this.correlationError = new StaticArray<f64>(WAITS * LAGS).fill(NaN);
    for (let i = 0; i < this.kept.length; ++i) this.kept[i] = new StaticArray<f64>(samples.all[0].x.length);
  }

  keep(w: i32): void {
    const all = this.samples.all;
    for (let k = 0; k < all.length; ++k) copy(all[k].x, this.kept[w * all.length + k]);
  }

  compare(w: i32, l: i32): void {
    const all = this.samples.all;
    for (let k = 0; k < all.length; ++k) this.overlaps[k] = overlap(all[k].x, this.kept[w * all.length + k]);
    this.correlation[w * LAGS + l] = mean(this.overlaps);
    this.correlationError[w * LAGS + l] = standardError(this.overlaps);
  }
}

/** t_w of (2) in steps of dt. */
export function waitsInSteps(dt: f64): StaticArray<i32> {
  return geometricSteps(<i32>Math.round(1 / dt), 2, WAITS);
}

/** t of (2) in steps of dt. */
export function lagsInSteps(dt: f64): StaticArray<i32> {
  return geometricSteps(<i32>Math.round(0.1 / dt), 1.15, LAGS);
}

/** Times of so many steps of dt. */
export function inTime(steps: StaticArray<i32>, dt: f64): StaticArray<f64> {
  const out = new StaticArray<f64>(steps.length);
  for (let i = 0; i < steps.length; ++i) out[i] = dt * <f64>steps[i];
  return out;
}
