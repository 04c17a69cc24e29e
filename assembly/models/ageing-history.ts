/**
 * What a mean-field dynamics has been: C(t, t′), R(t, t′) and m(t) in rows at times t of any spacing, each row on the
 * mesh of its time (`ageing-mesh`). Between rows they are interpolated at a fixed node, from the five rows around.
 *
 *   g(t, t′ₖ) = Σ_q ℓ_q(t) g(t_q, t′ₖ),   ℓ_q the Lagrange weights                               (1)
 */
import { slopes, weights } from '../lib/lagrange';
import { zeros } from '../lib/zeros';

/** Rows of a stencil in time. */
export const ROWS: i32 = 5;

export class AgeingHistory {
  readonly times: StaticArray<f64>; // [capacity]
  readonly C: StaticArray<f64>; // [capacity, points]
  readonly R: StaticArray<f64>; // [capacity, points]
  readonly m: StaticArray<f64>; // [capacity]
  readonly weight: StaticArray<f64>; // [ROWS] ℓ_q of the last call
  present: i32 = 0; // the row that is being made, or was made last
  first: i32 = 0; // first row of the stencil of the last call
  past: i32 = 0; // rows of that stencil before the present one

  /** Begins with the row of t = 0, at which C = R = 1. */
  constructor(
    readonly capacity: i32,
    readonly points: i32,
    m0: f64,
  ) {
    this.times = new StaticArray<f64>(capacity);
    this.C = zeros(capacity * points);
    this.R = zeros(capacity * points);
    this.m = new StaticArray<f64>(capacity);
    this.weight = new StaticArray<f64>(ROWS);
    this.m[0] = m0;
    for (let k = 0; k < points; ++k) this.C[k] = this.R[k] = 1;
  }

  /** Rows of a stencil that includes the present one: fewer than ROWS at first. */
  get width(): i32 {
    return min(this.present + 1, ROWS);
  }

  /** The stencil (1) round a time s up to the present. Returns the weight of the present row, zero without it. */
  between(s: f64): f64 {
    let row = 0;
    for (let end = this.present; end - row > 1; ) {
      const middle = (row + end) >> 1;
      if (this.times[middle] <= s) row = middle;
      else end = middle;
    }
    const width = this.width;
    this.first = min(max(row - 2, 0), this.present + 1 - width);
    weights(s, this.times, this.first, width, this.weight);
    const isPresent = this.first + width > this.present;
    this.past = isPresent ? width - 1 : width;
    return isPresent ? this.weight[width - 1] : 0;
  }

  /** The stencil that extrapolates to the present row from the rows before. */
  ahead(): void {
    this.past = min(this.present, ROWS);
    this.first = this.present - this.past;
    weights(this.times[this.present], this.times, this.first, this.past, this.weight);
  }

  /** The stencil of the derivative at the present row: backward differences. Returns the weight of the present row. */
  derivative(): f64 {
    const width = this.width;
    this.past = width - 1;
    this.first = this.present - this.past;
    slopes(this.times, this.first, width, width - 1, this.weight);
    return this.weight[width - 1];
  }

  /** Sum over the past rows of the stencil of g [capacity, points] at the node k. */
  sum(g: StaticArray<f64>, k: i32): f64 {
    let total: f64 = 0;
    for (let q = 0; q < this.past; ++q) total += this.weight[q] * g[(this.first + q) * this.points + k];
    return total;
  }

  /** The same of m. */
  sumOverlap(): f64 {
    let total: f64 = 0;
    for (let q = 0; q < this.past; ++q) total += this.weight[q] * this.m[this.first + q];
    return total;
  }
}
