/**
 * The long-time mean-field dynamics of `ageing-row`: rows at times that are as far apart as an error allows.
 *
 * A row is guessed by the polynomial through five rows before it. Its error is what the guess is off, the largest of m
 * (relative), of C where Σ remembers it (root mean square with the weight Σ dt′), and 3 % of that of C at all nodes: what
 * nothing remembers, such as the trace of an escape long ago, may be coarse but must stay bounded. The next step aims at
 * an error of `tolerance`, grows by a fifth at most and is a tenth of t + a at most.
 */
import { AgeingHistory } from './ageing-history';
import { AgeingMesh } from './ageing-mesh';
import { AgeingRow } from './ageing-row';
import { fSecond } from './mixed-covariance';

// Times below are in units of 1/(T + √f″(1)), the shortest time of the dynamics.

/** Rows that a run may have. */
const CAPACITY: i32 = 4096;
/** Where a run ends: at this time, and at the latest where the mesh is this coarse in its logarithmic coordinate. */
const HORIZON: f64 = 1.2e5;
const COARSEST: f64 = 0.3;
/** Shortest spacing of the mesh and first step. */
const FINEST: f64 = 0.15;
const FIRST_STEP: f64 = 1e-4;

export class AgeingRun {
  readonly history: AgeingHistory;
  readonly row: AgeingRow;
  private readonly guess: StaticArray<f64>; // [points] C as guessed
  private readonly end: f64;
  private step: f64;
  private largest: f64; // |m| so far

  constructor(
    readonly points: i32,
    p: i32,
    delta2: f64,
    deltap: f64,
    T: f64,
    m0: f64,
    readonly tolerance: f64,
  ) {
    const unit = 1 / (T + Math.sqrt(fSecond(1, p, delta2, deltap)));
    const row = new AgeingRow(points, p, delta2, deltap, T, FINEST * unit);
    this.history = new AgeingHistory(CAPACITY, points, m0);
    this.row = row;
    this.guess = new StaticArray<f64>(points);
    this.end = unit * Math.min(HORIZON, FINEST * Math.expm1((COARSEST * (points - 1)) / 2));
    this.step = FIRST_STEP * unit;
    this.largest = m0;
    for (let k = 0; k < points; ++k) row.C[k] = row.R[k] = 1;
    row.m = m0;
    row.mesh.place(0);
    row.close();
  }

  get t(): f64 {
    return this.row.mesh.t;
  }

  /** The time of the next row; the present one where the run ends. */
  next(): f64 {
    if (this.history.present == CAPACITY - 1) return this.t;
    return Math.min(this.t + this.step, this.end);
  }

  /** Adds the row of t, later than the last. */
  advance(t: f64): void {
    const history = this.history;
    const row = this.row;
    const points = this.points;
    const present = ++history.present;
    history.times[present] = t;
    row.mesh.place(t);
    history.ahead();
    for (let k = 0; k < points; ++k) {
      row.C[k] = this.guess[k] = history.sum(history.C, k);
      row.R[k] = history.sum(history.R, k);
    }
    row.m = history.sumOverlap();
    const guessed = row.m;
    // an overlap that has all but vanished needs no relative precision
    const scale = Math.max(Math.abs(history.m[present - 1]), 1e-6 * this.largest) + f64.MIN_NORMAL_VALUE;
    row.solve(history, scale, this.tolerance);
    for (let k = 0; k < points; ++k) {
      history.C[present * points + k] = row.C[k];
      history.R[present * points + k] = row.R[k];
    }
    history.m[present] = row.m;
    this.largest = Math.max(this.largest, Math.abs(row.m));
    this.choose(Math.abs(row.m - guessed) / scale);
  }

  /** The next step, from how far off the guess of m was and that of C. */
  private choose(errorOfOverlap: f64): void {
    const row = this.row;
    let total: f64 = 0;
    let remembered: f64 = 0;
    let everywhere: f64 = 0;
    for (let k = 0; k < this.points; ++k) {
      const weight = row.mesh.density[k] * Math.abs(row.sigma[k]);
      const square = (row.C[k] - this.guess[k]) * (row.C[k] - this.guess[k]);
      total += weight;
      remembered += weight * square;
      everywhere += square;
    }
    const errorOfC = Math.max(Math.sqrt(remembered / total), 0.03 * Math.sqrt(everywhere / this.points));
    const error = Math.max(errorOfOverlap, errorOfC) + f64.MIN_NORMAL_VALUE;
    const factor = Math.min(1.2, Math.max(0.5, 0.9 * Math.pow(this.tolerance / error, 0.2)));
    this.step = Math.min(factor * this.step, 0.1 * (this.t + row.mesh.a));
  }
}
