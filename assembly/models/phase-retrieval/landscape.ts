/**
 * The loss landscape of phase retrieval, and how a step sees it that looks at some of the samples.
 *
 *   H(w) = (N/M) Σ_μ ℓ(ŷ_μ, y_μ),   ŷ_μ = x_μ · w/√N,   on |w|² = N                              (1)
 *   ℓ = c (ŷ² − y)²/4,   c = 1: the quartic loss,   c = 1/(a + y): the normalised loss           (2)
 *   ∂ℓ/∂ŷ = c (ŷ² − y) ŷ,   T = ∂²ℓ/∂ŷ² = c (3ŷ² − y)                                           (3)
 *   F_s(w) = −(√N/(M b)) Σ_μ s_μ ∂ℓ/∂ŷ_μ x_μ,   s_μ = 1 for the fraction b of the samples that are seen, else 0   (4)
 *   F · w/N = −(1/M) Σ_μ ∂ℓ/∂ŷ_μ ŷ_μ,   F = −∇H: (4) with s = b = 1                              (5)
 *
 * The pass of (4) over the samples gives (1), (3) and (5) for all of them. Errors: those of `lib/row-panels`: ŷ is good to
 * 10⁻⁶, so H/N to 10⁻⁶ times its root; it falls to 10⁻¹³ at the signal, and no further.
 *
 * Sources: Sarao Mannelli, Biroli, Cammarota, Krzakala, Urbani, Zdeborová, NeurIPS 33 (2020) 3265, for the quartic loss;
 * Bonnaire, Biroli, Cammarota, arXiv:2403.02418, for the normalised one.
 */
import { Weighing, weighRows } from '../../lib/row-panels';
import { scale } from '../../lib/vector';
import { PhaseRetrieval } from './instance';

export class Landscape extends Weighing {
  readonly c: StaticArray<f64>; // [M′] c of (2); M′ is M rounded up to a multiple of 4
  readonly seen: StaticArray<f64>; // [M′] s_μ
  readonly curvature: StaticArray<f64>; // [M′] T of (3)
  loss: f64 = 0; // H/N
  radial: f64 = 0; // (5)

  /** That of the normalised loss with this a, or for a = 0 of the quartic one; all samples are seen. */
  constructor(readonly model: PhaseRetrieval, a: f64) {
    super();
    const n = model.y.length;
    this.c = new StaticArray<f64>(n);
    this.seen = new StaticArray<f64>(n);
    this.curvature = new StaticArray<f64>(n);
    this.c.fill(1);
    this.seen.fill(1);
    if (a > 0) for (let mu = 0; mu < n; ++mu) this.c[mu] = 1 / (a + model.y[mu]);
  }

  /** (2) and (3) for four samples. */
  weigh(first: i32, four: StaticArray<f64>): void {
    const root = 1 / Math.sqrt(<f64>this.model.N);
    for (let r = 0; r < 4; ++r) {
      const mu = first + r, c = this.c[mu], y = this.model.y[mu];
      const yHat = four[r] * root, square = yHat * yHat;
      const slope = c * (square - y) * yHat;
      this.loss += 0.25 * c * (square - y) * (square - y);
      this.radial -= slope * yHat;
      this.curvature[mu] = c * (3 * square - y);
      four[r] = this.seen[mu] * slope;
    }
  }
}

/** Looks at w: loss, radial force and curvatures of all samples; out [N] ← F_s. */
export function survey(landscape: Landscape, w: StaticArray<f64>, b: f64, out: StaticArray<f64>): void {
  const M = <f64>landscape.model.M;
  landscape.loss = 0;
  landscape.radial = 0;
  weighRows(landscape.model.X, w, landscape, out);
  scale(out, -Math.sqrt(<f64>landscape.model.N) / (M * b));
  landscape.loss /= M;
  landscape.radial /= M;
}
