/**
 * The smallest eigenvalue of a symmetric operator A that is known by its products, and its eigenvector (Lanczos).
 *
 *   β_j q_{j+1} = A q_j − α_j q_j − β_{j−1} q_{j−1},   α_j = q_j · A q_j,   |q_j| = 1            (1)
 *   Qᵀ A Q = T, tridiagonal with α beside β.  T s = θ s, |s| = 1, θ its smallest eigenvalue:  v = Qs
 *   |Av − θv| = β_j |s_j|, so an eigenvalue of A lies that near to θ                            (2)
 *
 * Every q_{j+1} is made orthogonal to all that came before, so (2) keeps its meaning, nothing is found twice, and after
 * as many steps as A has dimensions θ is exact. Once is enough: (1) leaves only rounding to be removed, and β_j that is no
 * more than that ends the iteration. The squared overlap that v lacks is at most ((2)/gap)², the error of θ (2)²/gap,
 * where the gap is that to the next eigenvalue. A start that is orthogonal to the eigenvector cannot find it: take a
 * random one.
 */
import { addScaled, copy, dot, norm, scale } from './vector';
import { smallest } from './tridiagonal';

/** A symmetric operator on vectors of f64. */
export abstract class Operator {
  /** out ← A v, another array than v. */
  abstract apply(v: StaticArray<f64>, out: StaticArray<f64>): void;
}

/** (2) is looked at after every so many steps: a look costs as much as a few products. */
const LOOK = 8;

/** Memory for vectors of length N and `most` steps: the dimension of the space that A keeps and `start` is in. */
export class Lanczos {
  readonly basis: StaticArray<StaticArray<f64>>; // [most, N] q_j
  readonly alpha: StaticArray<f64>; // [most]
  readonly beta: StaticArray<f64>; // [most]
  readonly s: StaticArray<f64>; // [most] eigenvector of T
  readonly pivots: StaticArray<f64>; // [most] scratch
  readonly next: StaticArray<f64>; // [N] scratch
  readonly vector: StaticArray<f64>; // [N] v
  residual: f64 = 0; // (2)
  steps: i32 = 0; // taken

  constructor(N: i32, readonly most: i32) {
    this.basis = new StaticArray<StaticArray<f64>>(most);
    this.alpha = new StaticArray<f64>(most);
    this.beta = new StaticArray<f64>(most);
    this.s = new StaticArray<f64>(most);
    this.pivots = new StaticArray<f64>(most);
    this.next = new StaticArray<f64>(N);
    this.vector = new StaticArray<f64>(N);
    for (let j = 0; j < most; ++j) this.basis[j] = new StaticArray<f64>(N);
  }
}

/**
 * The smallest eigenvalue θ of A, with its vector in `lanczos.vector`: the first for which (2) is below `tolerance`
 * times the norm of T, or the last. `start` is not zero, `tolerance` above rounding unless all steps are wanted.
 */
export function smallestPair(lanczos: Lanczos, A: Operator, start: StaticArray<f64>, tolerance: f64): f64 {
  const basis = lanczos.basis, alpha = lanczos.alpha, beta = lanczos.beta, next = lanczos.next;
  let size: f64 = 0;
  let theta: f64 = 0;
  copy(start, next);
  scale(next, 1 / norm(next));
  for (let j = 0; j < lanczos.most; ++j) {
    copy(next, basis[j]);
    A.apply(basis[j], next);
    alpha[j] = dot(basis[j], next);
    addScaled(next, -alpha[j], basis[j]);
    if (j > 0) addScaled(next, -beta[j - 1], basis[j - 1]);
    beta[j] = clean(lanczos, j + 1);
    size = Math.max(size, Math.abs(alpha[j]) + beta[j]);
    lanczos.steps = j + 1;
    const isLast = j + 1 == lanczos.most || beta[j] <= tolerance * size;
    if (isLast || lanczos.steps % LOOK == 0) {
      theta = smallest(lanczos.steps, alpha, beta, lanczos.s, lanczos.pivots);
      lanczos.residual = beta[j] * Math.abs(lanczos.s[j]);
      if (isLast || lanczos.residual <= tolerance * size) break;
    }
    scale(next, 1 / beta[j]);
  }
  combine(lanczos);
  return theta;
}

/** Makes `next` orthogonal to the first n vectors of the basis, up to rounding; returns its length. */
function clean(lanczos: Lanczos, n: i32): f64 {
  for (let i = 0; i < n; ++i) addScaled(lanczos.next, -dot(lanczos.basis[i], lanczos.next), lanczos.basis[i]);
  return norm(lanczos.next);
}

/** v = Qs */
function combine(lanczos: Lanczos): void {
  scale(lanczos.vector, 0);
  for (let j = 0; j < lanczos.steps; ++j) addScaled(lanczos.vector, lanczos.s[j], lanczos.basis[j]);
}
