/**
 * The annealed complexity of minima on a grid of overlaps and radial forces: (3) of `kac-rice`, where what depends on the
 * force alone, Φ and z, is computed once a row and what depends on the overlap alone once a column. The numbers are the
 * same to the last bit.
 */
import { confinementAt, logPotential, outside } from '../lib/semicircle';
import { ofForce, ofLatitude } from './kac-rice';

/** Rows of radial force, none below the threshold. */
export class Rows {
  readonly forces: StaticArray<f64>; // [n] μ
  private readonly potentials: StaticArray<f64>; // [n] Φ(t), t = μ/σ
  private readonly outsides: StaticArray<f64>; // [n] z, t = z + 1/z

  constructor(n: i32) {
    this.forces = new StaticArray<f64>(n);
    this.potentials = new StaticArray<f64>(n);
    this.outsides = new StaticArray<f64>(n);
  }

  /** Row j is at the force mu of a landscape with f″(1) = f2. */
  place(j: i32, mu: f64, f2: f64): void {
    const t = mu / Math.sqrt(f2);
    this.forces[j] = mu;
    this.potentials[j] = logPotential(t);
    this.outsides[j] = outside(t);
  }

  /** out [n] from its element `first` on = the complexity of minima at overlap m, row by row. */
  fill(m: f64, f1: f64, f2: f64, s1: f64, s2: f64, out: StaticArray<f32>, first: i32): void {
    const latitude = ofLatitude(m, f1, f2, s1);
    const theta = (s2 * (1 - m * m)) / Math.sqrt(f2);
    const mean = m * s1;
    const weight = 0.5 / (f1 + f2);
    for (let j = 0, n = this.forces.length; j < n; ++j) {
      const total = latitude - ofForce(this.forces[j] - mean, weight) + this.potentials[j];
      out[first + j] = <f32>(total - confinementAt(theta, this.outsides[j]));
    }
  }
}
