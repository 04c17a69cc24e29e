/**
 * Anderson acceleration of a fixed-point iteration z = G(z), from the last `depth` changes of G and of the residual.
 *
 *   z ← G − Σᵢ γᵢ ΔGᵢ,   γ minimises |r − Σᵢ γᵢ Δrᵢ|,   r = G(z) − z                             (1)
 *
 * γ solves the normal equations, whose diagonal is raised by 10⁻¹³ of itself: directions that rounding cannot tell apart
 * share their weight. A poor γ costs iterations and no accuracy; who iterates looks at the residual.
 *
 * Source: Walker, Ni, SIAM J. Numer. Anal. 49 (2011) 1715.
 */
import { addScaled, copy, dot } from './vector';

const RIDGE: f64 = 1e-13;

export class Anderson {
  private readonly residuals: StaticArray<StaticArray<f64>>; // [depth][n] Δr
  private readonly images: StaticArray<StaticArray<f64>>; // [depth][n] ΔG
  private readonly residual: StaticArray<f64>; // [n] r
  private readonly image: StaticArray<f64>; // [n] G of the iteration before
  private readonly matrix: StaticArray<f64>; // [depth, depth] scratch
  private readonly gamma: StaticArray<f64>; // [depth]
  private calls: i32 = 0; // since the start

  constructor(n: i32, depth: i32) {
    const residuals = new StaticArray<StaticArray<f64>>(depth);
    const images = new StaticArray<StaticArray<f64>>(depth);
    for (let i = 0; i < depth; ++i) {
      residuals[i] = new StaticArray<f64>(n);
      images[i] = new StaticArray<f64>(n);
    }
    this.residuals = residuals;
    this.images = images;
    this.residual = new StaticArray<f64>(n);
    this.image = new StaticArray<f64>(n);
    this.matrix = new StaticArray<f64>(depth * depth);
    this.gamma = new StaticArray<f64>(depth);
  }

  /** Forgets the past: another G. */
  restart(): void {
    this.calls = 0;
  }

  /** z [n] ← (1), where G [n] = G(z). */
  advance(z: StaticArray<f64>, G: StaticArray<f64>): void {
    const depth = this.gamma.length;
    if (this.calls > 0) {
      const slot = (this.calls - 1) % depth;
      const change = this.residuals[slot];
      for (let i = 0; i < z.length; ++i) change[i] = G[i] - z[i] - this.residual[i];
      copy(G, this.images[slot]);
      addScaled(this.images[slot], -1, this.image);
    }
    for (let i = 0; i < z.length; ++i) this.residual[i] = G[i] - z[i];
    copy(G, this.image);
    copy(G, z);
    const known = min(this.calls++, depth);
    this.minimise(known);
    for (let i = 0; i < known; ++i) addScaled(z, -this.gamma[i], this.images[i]);
  }

  /** γ of (1) from the first n changes. */
  private minimise(n: i32): void {
    const A = this.matrix;
    const x = this.gamma;
    for (let i = 0; i < n; ++i) {
      for (let j = 0; j <= i; ++j) A[i * n + j] = A[j * n + i] = dot(this.residuals[i], this.residuals[j]);
      A[i * n + i] += RIDGE * A[i * n + i] + f64.MIN_NORMAL_VALUE;
      x[i] = dot(this.residuals[i], this.residual);
    }
    for (let i = 0; i < n; ++i) {
      for (let row = i + 1; row < n; ++row) {
        const factor = A[row * n + i] / A[i * n + i];
        for (let j = i; j < n; ++j) A[row * n + j] -= factor * A[i * n + j];
        x[row] -= factor * x[i];
      }
    }
    for (let i = n - 1; i >= 0; --i) {
      for (let j = i + 1; j < n; ++j) x[i] -= A[i * n + j] * x[j];
      x[i] /= A[i * n + i];
    }
  }
}
