/**
 * C and χ of `models/two-time` at the waiting times and lags of `models/p-spin-correlations`, as simulations keep them: a
 * few numbers of two times instead of all.
 */
import { WaitingTimes } from '../lib/waiting-times';
import { LAGS, lagsInSteps, WAITS, waitsInSteps } from './p-spin-correlations';
import { TwoTime } from './two-time';

export class TwoTimeTable extends WaitingTimes {
  readonly correlation: StaticArray<f64>; // [WAITS, LAGS] C(t_w + t, t_w), NaN before it is known
  readonly response: StaticArray<f64>; // [WAITS, LAGS] χ(t_w + t, t_w), NaN before it is known

  constructor(readonly system: TwoTime) {
    super(waitsInSteps(system.h), lagsInSteps(system.h));
    this.correlation = new StaticArray<f64>(WAITS * LAGS).fill(NaN);
    this.response = new StaticArray<f64>(WAITS * LAGS).fill(NaN);
  }

  /** The theory keeps all its rows. */
  keep(_w: i32): void {}

  compare(w: i32, l: i32): void {
    const from = this.system.row * this.system.rows + this.waits[w];
    this.correlation[w * LAGS + l] = this.system.C[from];
    this.response[w * LAGS + l] = this.system.chi[from];
  }
}
