/**
 * The Hessian of the spiked matrix-tensor model on the sphere |x|² = N, at a point x.
 *
 *   A(x) = P_x (μ + ∇²H) P_x on the tangent space, of N − 1 dimensions,   μ = F · x/N           (1)
 *   ∇²H = −2/√(2NΔ₂) W₂ − 6/(N√(3Δ₃)) W₃(x,·,·) − (f″(m)/N) x* x*ᵀ                              (2)
 *   radial direction: P_x ∇²H P_x + μ keeps x and has the eigenvalue μ there, in the middle of the others   (3)
 *
 * For large N and x independent of the noise its eigenvalues are a semicircle round μ of half-width 2√f″(1), and a
 * signal beyond f″(m)(1 − m²) = √f″(1) pulls one out of it, below. A product costs 4N² operations and needs no matrix of
 * its own.
 *
 * Errors: W₃(x,·,·) and the products are f32 sums; eigenvalues are good to 10⁻⁶ of |A|.
 *
 * Source: Sarao Mannelli, Biroli, Cammarota, Krzakala, Zdeborová, NeurIPS 32 (2019) 8676.
 */
import { DenseSymmetric, setDense } from '../lib/dense-symmetric';
import { Lanczos, Operator, smallestPair } from '../lib/lanczos';
import { stream } from '../lib/random';
import { overlap, randomPoint, tangent } from '../lib/sphere';
import { apply, get, SymmetricMatrix } from '../lib/symmetric-matrix';
import { contractOnce } from '../lib/symmetric-tensor-matrix';
import { tangentSpectrum } from '../lib/tangent-spectrum';
import { addScaled, copy, dot, scale } from '../lib/vector';
import { fSecond, matrixWeight, SpikedMatrixTensor, tensorWeight } from './spiked-matrix-tensor';

/** The smallest eigenvalue is found to this residual, relative to |A|: above the rounding of the products. */
const TOLERANCE: f64 = 1e-5;

export class TangentHessian extends Operator {
  readonly x: StaticArray<f64>; // [N] where it was taken
  readonly W3x: SymmetricMatrix; // [N, N] W₃(x,·,·)
  readonly v: StaticArray<f64>; // [N] scratch
  readonly matrixPart: StaticArray<f64>; // [N] scratch
  readonly lanczos: Lanczos;
  readonly direction: StaticArray<f64>; // [N] random, the same for every instance
  readonly start: StaticArray<f64>; // [N] its tangent part
  readonly dense: DenseSymmetric; // [N, N] matrix of (2), then its reduction
  readonly side: StaticArray<f64>; // [N] scratch
  c2: f64 = 0; // −2/√(2NΔ₂)
  c3: f64 = 0; // −6/(N√(3Δ₃))
  spike: f64 = 0; // −f″(m)/N
  mu: f64 = 0;
  m: f64 = 0;

  constructor(readonly model: SpikedMatrixTensor) {
    super();
    const N = model.N;
    this.x = new StaticArray<f64>(N);
    this.W3x = new SymmetricMatrix(N);
    this.v = new StaticArray<f64>(N);
    this.matrixPart = new StaticArray<f64>(N);
    this.lanczos = new Lanczos(N, N - 1);
    this.direction = new StaticArray<f64>(N);
    this.start = new StaticArray<f64>(N);
    this.dense = new DenseSymmetric(N);
    this.side = new StaticArray<f64>(N);
    randomPoint(stream(0, 0), this.direction);
  }

  /** out ← (3) times v. */
  apply(v: StaticArray<f64>, out: StaticArray<f64>): void {
    const star = this.model.signal;
    copy(v, this.v);
    tangent(this.x, this.v);
    apply(this.model.W2, this.v, this.matrixPart);
    apply(this.W3x, this.v, out);
    scale(out, this.c3);
    addScaled(out, this.c2, this.matrixPart);
    addScaled(out, this.spike * dot(star, this.v), star);
    tangent(this.x, out);
    addScaled(out, this.mu, v);
  }
}

/** Takes the Hessian (1) at x, for the multiplier μ. */
export function takeHessian(
  hessian: TangentHessian, x: StaticArray<f64>, mu: f64, delta2: f64, delta3: f64,
): void {
  const model = hessian.model;
  copy(x, hessian.x);
  contractOnce(model.W3, x, hessian.W3x);
  hessian.c2 = -2 * matrixWeight(model.N, delta2);
  hessian.c3 = -6 * tensorWeight(model.N, delta3);
  hessian.mu = mu;
  hessian.m = overlap(x, model.signal);
  hessian.spike = -fSecond(hessian.m, delta2, delta3) / <f64>model.N;
}

/** The smallest eigenvalue of (1); its vector, of length 1, is `hessian.lanczos.vector`. */
export function lowest(hessian: TangentHessian): f64 {
  copy(hessian.direction, hessian.start);
  tangent(hessian.x, hessian.start);
  return smallestPair(hessian.lanczos, hessian, hessian.start, TOLERANCE);
}

/** Squared overlap of the vector of `lowest` with the direction of the signal, P_x x*, for |m| < 1. */
export function signalOverlap(hessian: TangentHessian): f64 {
  const along = dot(hessian.lanczos.vector, hessian.model.signal);
  return (along * along) / (<f64>hessian.model.N * (1 - hessian.m * hessian.m));
}

/** out [N] ← the N − 1 eigenvalues of (1) in ascending order, then NaN. */
export function spectrum(hessian: TangentHessian, out: StaticArray<f64>): void {
  const N = hessian.model.N;
  const star = hessian.model.signal;
  const A = hessian.dense;
  for (let i = 0; i < N; ++i) {
    const row = hessian.spike * star[i];
    for (let j = 0; j <= i; ++j) {
      const noise = hessian.c2 * get(hessian.model.W2, i, j) + hessian.c3 * get(hessian.W3x, i, j);
      setDense(A, i, j, noise + row * star[j] + (i == j ? hessian.mu : 0));
    }
  }
  tangentSpectrum(A, hessian.x, out, hessian.side);
}
