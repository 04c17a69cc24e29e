/**
 * Covariances of a Brownian sheet at 16 points, measured over sheets that are independent, and what theory says of them.
 *
 *   (s_k, t_k) = √frac(1/2 + k (1/g, 1/g²)), g³ = g + 1, on the grid: spread evenly in s², t² (1)
 *   C_pq = min(s_p, s_q) min(t_p, t_q),   mean of M sheets  c_pq = Σ W_p W_q / M              (2)
 *   E (c_pq − C_pq)² = (C_pp C_qq + C_pq²) / M                                                (3)
 *   Δ² = mean over pairs of (c_pq − C_pq)²,   Δ_M² = mean over pairs of (3)                   (4)
 *
 * (3) is Isserlis' theorem for the fourth moment.
 *
 * Source: Isserlis, Biometrika 12 (1918) 134, for (3).
 */
import { covariance, Sheet } from './brownian-sheet';

const POINTS = 16;
const PAIRS = (POINTS * (POINTS + 1)) / 2;
const g: f64 = 1.324717957244746;

export class PairCovariance {
  sheets: i32 = 0; // M
  deviation: f64 = 0; // Δ
  deviationExpected: f64 = 0; // Δ_M
  private readonly places: StaticArray<i32> = new StaticArray<i32>(POINTS); // [16] in the array of a sheet
  private readonly present: StaticArray<f64> = new StaticArray<f64>(POINTS); // [16] W_p of the last sheet
  private readonly sums: StaticArray<f64> = new StaticArray<f64>(PAIRS); // [136] Σ W_p W_q
  private readonly squares: StaticArray<f64> = new StaticArray<f64>(PAIRS); // [136] Σ (W_p W_q)²
  private variance: f64 = 0; // M Δ_M²
  readonly points: StaticArray<f64> = new StaticArray<f64>(2 * POINTS); // [16, 2] (s, t)
  readonly covariance: StaticArray<f64> = new StaticArray<f64>(PAIRS); // [136] C_pq
  readonly measured: StaticArray<f64> = new StaticArray<f64>(PAIRS); // [136] c_pq
  readonly measuredError: StaticArray<f64> = new StaticArray<f64>(PAIRS); // [136] its standard error

  constructor(n: i32) {
    for (let k = 0; k < POINTS; ++k) {
      const j = placeOnGrid(0.5 + <f64>k / g, n), i = placeOnGrid(0.5 + <f64>k / (g * g), n);
      this.places[k] = i * n + j;
      this.points[2 * k] = <f64>(j + 1) / <f64>n;
      this.points[2 * k + 1] = <f64>(i + 1) / <f64>n;
    }
    for (let p = 0, pair = 0; p < POINTS; ++p) {
      for (let q = 0; q <= p; ++q, ++pair) {
        const C = this.between(p, q);
        this.covariance[pair] = C;
        this.variance += (this.between(p, p) * this.between(q, q) + C * C) / <f64>PAIRS;
      }
    }
  }

  private between(p: i32, q: i32): f64 {
    const points = this.points;
    return covariance(points[2 * p], points[2 * p + 1], points[2 * q], points[2 * q + 1]);
  }

  /** Counts one more sheet: (2), (4). */
  count(sheet: Sheet): void {
    const M = <f64>++this.sheets;
    for (let p = 0; p < POINTS; ++p) this.present[p] = <f64>sheet.values[this.places[p]];
    let deviation: f64 = 0;
    for (let p = 0, pair = 0; p < POINTS; ++p) {
      for (let q = 0; q <= p; ++q, ++pair) {
        const product = this.present[p] * this.present[q];
        const sum = (this.sums[pair] += product);
        const squares = (this.squares[pair] += product * product);
        const mean = sum / M;
        this.measured[pair] = mean;
        this.measuredError[pair] = M > 1 ? Math.sqrt(Math.max(0, squares / M - mean * mean) / (M - 1)) : NaN;
        deviation += (mean - this.covariance[pair]) ** 2;
      }
    }
    this.deviation = Math.sqrt(deviation / <f64>PAIRS);
    this.deviationExpected = Math.sqrt(this.variance / M);
  }
}

/** The cell of n in which the root of the fractional part of x lies: (1). */
function placeOnGrid(x: f64, n: i32): i32 {
  return <i32>(Math.sqrt(x - Math.floor(x)) * <f64>n);
}
