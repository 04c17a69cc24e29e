/**
 * A Brownian sheet W on the unit square, on the n x n points s_j = (j + 1)/n, t_i = (i + 1)/n; W = 0 on both axes.
 *
 *   ξ_ij ~ N(0, 1/n²), independent: what white noise gives to the cell between four points     (1)
 *   W(s_j, t_i) = Σ_{i' ≤ i} Σ_{j' ≤ j} ξ_i'j'                                                 (2)
 *   E W(s,t) W(s',t') = min(s,s') min(t,t')                                                    (3)
 *   Σ_ij ξ_ij² → 1, with standard deviation √2/n                                               (4)
 *
 * (3) is exact on the points of any grid. ξ are drawn in the order of their rows, from the stream of the caller: sheet
 * after sheet of a seed is the same however many rows are drawn at a time. Sums are in f64 and kept in f32.
 *
 * Source: Walsh, "An introduction to stochastic partial differential equations", Lecture Notes in Mathematics 1180
 * (1986) 265, for (1)-(3).
 */
import { normal } from '../lib/normal';
import { Random } from '../lib/random';

/** A sheet of which the first `rows` rows are there. */
export class Sheet {
  rows: i32 = 0;
  squares: f64 = 0; // the sum (4) of those rows
  readonly values: StaticArray<f32>; // [n, n] W, row i is t_i
  readonly front: StaticArray<f64>; // [n] W along the last row

  constructor(readonly n: i32) {
    this.values = new StaticArray<f32>(n * n);
    this.front = new StaticArray<f64>(n);
  }
}

/** Draws (1) and sums it up, (2), until the sheet has that many rows. */
export function drawRows(sheet: Sheet, random: Random, until: i32): void {
  const n = sheet.n, values = sheet.values, front = sheet.front;
  const scale = 1 / <f64>n;
  for (; sheet.rows < until; ++sheet.rows) {
    let sum: f64 = 0, squares: f64 = 0;
    for (let j = 0, at = sheet.rows * n; j < n; ++j, ++at) {
      const xi = scale * normal(random);
      sum += xi;
      squares += xi * xi;
      front[j] += sum;
      values[at] = <f32>front[j];
    }
    sheet.squares += squares;
  }
}

/** Makes room for another sheet. */
export function clear(sheet: Sheet): void {
  sheet.rows = 0;
  sheet.squares = 0;
  sheet.front.fill(0);
}

/** Covariance (3). */
export function covariance(s: f64, t: f64, s1: f64, t1: f64): f64 {
  return Math.min(s, s1) * Math.min(t, t1);
}
