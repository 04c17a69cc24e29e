/**
 * The Hessian of phase retrieval on the sphere |w|² = N, over all samples, at a point w.
 *
 *   A(w) = P_w (μ + ∇²H) P_w on the tangent space, of N − 1 dimensions,   μ = F · w/N           (1)
 *   ∇²H = (1/M) Σ_μ T_μ x_μ x_μᵀ                                                                (2)
 *   P_w (μ + ∇²H) P_w + κ w wᵀ/N: as (1) where that lives, and κ along w                        (3)
 *
 * T and μ are those of `landscape.ts`. A product is one pass over the samples. At the signal μ = 0 is below all of (1), and
 * whatever rounding puts along w would be found in its place; so κ is a mean of eigenvalues of (1). Errors: products are f32 sums; the
 * eigenvalue is good to 10⁻⁵ of |A|.
 */
import { Lanczos, Operator, smallestPair } from '../../lib/lanczos';
import { stream } from '../../lib/random';
import { Weighing, weighRows } from '../../lib/row-panels';
import { overlap, randomPoint, tangent } from '../../lib/sphere';
import { addScaled, copy, dot, scale } from '../../lib/vector';
import { Landscape } from './landscape';

/** The smallest eigenvalue is found to this residual, relative to |A|: above the rounding of the products. */
const TOLERANCE: f64 = 1e-5;

/** Weighs samples by T. */
class Curvatures extends Weighing {
  constructor(readonly T: StaticArray<f64>) {
    super();
  }

  weigh(first: i32, four: StaticArray<f64>): void {
    for (let r = 0; r < 4; ++r) four[r] *= this.T[first + r];
  }
}

export class Hessian extends Operator {
  readonly curvatures: Curvatures;
  readonly lanczos: Lanczos;
  readonly direction: StaticArray<f64>; // [N] random, the same for every instance
  readonly start: StaticArray<f64>; // [N] its tangent part
  readonly v: StaticArray<f64>; // [N] scratch
  kappa: f64 = 0;

  /** At w, where the landscape was surveyed last. */
  constructor(readonly landscape: Landscape, readonly w: StaticArray<f64>) {
    super();
    const N = w.length;
    this.curvatures = new Curvatures(landscape.curvature);
    this.lanczos = new Lanczos(N, N - 1);
    this.direction = new StaticArray<f64>(N);
    this.start = new StaticArray<f64>(N);
    this.v = new StaticArray<f64>(N);
    randomPoint(stream(0, 0), this.direction);
  }

  /** out ← (3) times v. */
  apply(v: StaticArray<f64>, out: StaticArray<f64>): void {
    const model = this.landscape.model;
    copy(v, this.v);
    tangent(this.w, this.v);
    weighRows(model.X, this.v, this.curvatures, out);
    scale(out, 1 / <f64>model.M);
    tangent(this.w, out);
    addScaled(out, this.landscape.radial, this.v);
    addScaled(out, this.kappa * overlap(v, this.w), this.w);
  }
}

/** The smallest eigenvalue of (1); its vector, of length 1, is `hessian.lanczos.vector`. */
export function lowest(hessian: Hessian): f64 {
  copy(hessian.direction, hessian.start);
  tangent(hessian.w, hessian.start);
  hessian.apply(hessian.start, hessian.lanczos.vector);
  hessian.kappa = dot(hessian.start, hessian.lanczos.vector) / dot(hessian.start, hessian.start);
  return smallestPair(hessian.lanczos, hessian, hessian.start, TOLERANCE);
}

/** Squared overlap of the vector of `lowest` with the direction of the signal on the sphere, P_w w*; NaN where w is ±w*. */
export function signalOverlap(hessian: Hessian): f64 {
  const direction = hessian.v;
  copy(hessian.landscape.model.signal, direction);
  tangent(hessian.w, direction);
  const along = dot(hessian.lanczos.vector, direction);
  return (along * along) / dot(direction, direction);
}
