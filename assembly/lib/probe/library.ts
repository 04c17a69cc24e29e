/** What the tests of lib call, as one module: its functions, and numbers and arrays made for them. */
import { Anderson } from '../anderson';
import { DenseSymmetric, getDense } from '../dense-symmetric';
import { Lanczos, Operator } from '../lanczos';
import { ascend, begin, Climb } from '../climb';
import { GrowingPair } from '../growing-pair';
import { tail } from '../normal';
import { Jet } from '../polynomial';
import { Random, uniform } from '../random';
import { apply, SymmetricMatrix } from '../symmetric-matrix';
import { copy, norm, scale } from '../vector';
import { WaitingTimes } from '../waiting-times';

export { products, setRow } from '../growing-pair';
export { jump, next, splitMix, stream, uniform } from '../random';
export { fillNormal, normal } from '../normal';
export { confinement, density, logPotential, outlier, outlierOverlap, outside } from '../semicircle';
export { add, divide, evaluate, geometric, monomial, multiply } from '../polynomial';
export { addScaled, copy, dot, norm, scale } from '../vector';
export { overlap, pointAtOverlap, randomPoint, renormalise, tangent } from '../sphere';
export { apply, gaussian as gaussianMatrix, get, rankTwo, set } from '../symmetric-matrix';
export { coefficient, contract, gaussian as gaussianTensor, gradient, partialTrace } from '../symmetric-tensor';
export { getDense, setDense, tridiagonalise, turn } from '../dense-symmetric';
export { solveBanded } from '../banded';
export { gregory, integralToEnd } from '../gregory';
export { firstNeighbour, slopes, slopeTable, uniformWeights, weights } from '../lagrange';
export { smallestPair } from '../lanczos';
export { eigenvalues, smallest } from '../tridiagonal';
export { contractOnce } from '../symmetric-tensor-matrix';
export { geometricSteps } from '../waiting-times';
export * from './analysis';
export * from './particles';
export * from './layers';
export * from './spectra';
export * from './rows';
export * from './signs';

export function vector(N: i32): StaticArray<f64> {
  return new StaticArray<f64>(N);
}

export function jet(): Jet {
  return new Jet();
}

export function matrix(N: i32): SymmetricMatrix {
  return new SymmetricMatrix(N);
}

export function growingPair(capacity: i32): GrowingPair {
  return new GrowingPair(capacity);
}

export function fromState(s0: u64, s1: u64, s2: u64, s3: u64): Random {
  const random = new Random();
  random.s0 = s0;
  random.s1 = s1;
  random.s2 = s2;
  random.s3 = s3;
  return random;
}

/** out [n] of numbers uniform in [0, 1). */
export function fillUniform(random: Random, out: StaticArray<f64>): void {
  for (let i = 0, n = out.length; i < n; ++i) out[i] = uniform(random);
}

/** out [n] of excesses over the base layer of the ziggurat. */
export function fillTail(random: Random, out: StaticArray<f64>): void {
  for (let i = 0, n = out.length; i < n; ++i) out[i] = tail(random);
}

export function denseMatrix(N: i32): DenseSymmetric {
  return new DenseSymmetric(N);
}

class DenseOperator extends Operator {
  constructor(readonly A: DenseSymmetric) {
    super();
  }

  apply(v: StaticArray<f64>, out: StaticArray<f64>): void {
    for (let i = 0, N = this.A.N; i < N; ++i) {
      out[i] = 0;
      for (let j = 0; j < N; ++j) out[i] += getDense(this.A, i, j) * v[j];
    }
  }
}

export function operator(A: DenseSymmetric): Operator {
  return new DenseOperator(A);
}

export function lanczos(N: i32, most: i32): Lanczos {
  return new Lanczos(N, most);
}

export function lanczosVector(lanczos: Lanczos): StaticArray<f64> {
  return lanczos.vector;
}

export function lanczosResidual(lanczos: Lanczos): f64 {
  return lanczos.residual;
}

export function lanczosSteps(lanczos: Lanczos): i32 {
  return lanczos.steps;
}

/** Climbs from u [N] on the matrix W, of which λ and ρ before each step go to `values` and `residuals`; u ← the estimate. */
export function climbMatrix(
  W: SymmetricMatrix, u: StaticArray<f64>, values: StaticArray<f64>, residuals: StaticArray<f64>,
): void {
  const climb = new Climb(u.length);
  copy(u, climb.u);
  scale(climb.u, 1 / norm(u));
  apply(W, climb.u, climb.Gu);
  begin(climb);
  for (let t = 0; t < values.length; ++t) {
    values[t] = climb.value;
    residuals[t] = climb.residual;
    apply(W, climb.w, climb.Gw);
    ascend(climb);
  }
  copy(climb.u, u);
}

export function anderson(n: i32, depth: i32): Anderson {
  return new Anderson(n, depth);
}

export function advance(anderson: Anderson, z: StaticArray<f64>, G: StaticArray<f64>): void {
  anderson.advance(z, G);
}

/** Notes when it was called: out[w, l] = t at lag l of waiting time w, out[w, lags] = t_w. */
class Diary extends WaitingTimes {
  readonly out: StaticArray<f64>; // [waits, lags + 1]
  t: i32 = 0;

  constructor(waits: StaticArray<i32>, lags: StaticArray<i32>) {
    super(waits, lags);
    this.out = new StaticArray<f64>(waits.length * (lags.length + 1));
  }

  keep(w: i32): void {
    this.out[w * (this.lags.length + 1) + this.lags.length] += this.t;
  }

  compare(w: i32, l: i32): void {
    this.out[w * (this.lags.length + 1) + l] += this.t;
  }
}

/** The diary [waits, lags + 1] of steps 0 to `steps`. */
export function diary(waits: StaticArray<i32>, lags: StaticArray<i32>, steps: i32): StaticArray<f64> {
  const diary = new Diary(waits, lags);
  for (diary.t = 0; diary.t <= steps; ++diary.t) diary.visit(diary.t);
  return diary.out;
}
