/**
 * Dense symmetric matrices in f64, and their Householder reduction to tridiagonal form.
 *
 *   reflect:         A ← QAQ,   Q = 1 − uuᵀ,   |u|² = 2                                         (1)
 *                      = A − uwᵀ − wuᵀ,   w = Au − ½ (u · Au) u                                 (2)
 *   mirror:          the u of the Q that takes y to ∓|y| e, e the last axis:  u ∝ y ± |y| e,
 *                    ± the sign of y · e, so that nothing cancels                               (3)
 *   tridiagonalise:  T = QᵀAQ, by one mirror (3) for each row from the last to the second; the last axis stays   (4)
 *
 * (1) acts on the leading n × n block and leaves the rest alone; (4) costs 4/3 n³ operations.
 *
 * Layout: the lower triangle in rows, two by two: rows 2b and 2b+1 have the columns 0 … 2b+1 each, so blocks on the
 * diagonal are whole. Entries beyond N are zero.
 *
 * Errors: the eigenvalues of T are those of A up to a few N 2⁻⁵³ |A|. Nothing is scaled: the squares of the entries
 * must be in the range of f64.
 */
import { acrossLanes } from './double-lanes';

/** A symmetric N × N matrix, made zero. */
export class DenseSymmetric {
  readonly values: StaticArray<f64>; // [i, j < 2 ⌊i/2⌋ + 2] the lower triangle in blocks
  readonly u: StaticArray<f64>; // [N, made even] the mirror of (1)
  readonly w: StaticArray<f64>; // [N, made even] of (2)

  constructor(readonly N: i32) {
    const blocks = (N + 1) >> 1;
    this.values = new StaticArray<f64>(2 * blocks * (blocks + 1));
    this.u = new StaticArray<f64>(2 * blocks);
    this.w = new StaticArray<f64>(2 * blocks);
  }
}

/** Place of (i, j) in `values`, where j is at most in the block of i. */
// @ts-ignore: decorator
@inline
function place(i: i32, j: i32): i32 {
  const b = i >> 1;
  return 2 * (b + (i & 1)) * (b + 1) + j;
}

/** A_ij */
export function getDense(A: DenseSymmetric, i: i32, j: i32): f64 {
  return A.values[place(max(i, j), min(i, j))];
}

/** A_ij and A_ji ← value */
export function setDense(A: DenseSymmetric, i: i32, j: i32, value: f64): void {
  A.values[place(max(i, j), min(i, j))] = value;
  if (i >> 1 == j >> 1) A.values[place(min(i, j), max(i, j))] = value;
}

/** out ← s A, of the same N. */
export function copyDense(A: DenseSymmetric, s: f64, out: DenseSymmetric): void {
  for (let k = 0, size = A.values.length; k < size; ++k) out.values[k] = s * A.values[k];
}

/** A ← A + s x xᵀ, x [N]. */
export function addSquare(A: DenseSymmetric, s: f64, x: StaticArray<f64>): void {
  const N = A.N, u = A.u, w = A.w;
  for (let i = 0; i < N; ++i) {
    u[i] = x[i];
    w[i] = -0.5 * s * x[i];
  }
  if (N & 1) {
    u[N] = 0;
    w[N] = 0;
  }
  subtract(A, N);
}

/** Turns the leading n × n block of A so that the direction y [n] becomes the last axis: (1) with the mirror (3). */
export function turn(A: DenseSymmetric, n: i32, y: StaticArray<f64>): void {
  for (let i = 0; i < n; ++i) A.u[i] = y[i];
  mirror(A, n);
  reflect(A, n);
}

/** y [n at least] ← Qy with the mirror of the last `turn` of a leading n × n block. */
export function turnVector(A: DenseSymmetric, n: i32, y: StaticArray<f64>): void {
  let along: f64 = 0;
  for (let i = 0; i < n; ++i) along += A.u[i] * y[i];
  for (let i = 0; i < n; ++i) y[i] -= along * A.u[i];
}

/** The T of (4) of the leading n × n block: diagonal [n] and side [n], T_{i,i+1} = side[i]. The block is used up. */
export function tridiagonalise(A: DenseSymmetric, n: i32, diagonal: StaticArray<f64>, side: StaticArray<f64>): void {
  for (let last = n - 1; last > 0; --last) {
    diagonal[last] = getDense(A, last, last);
    for (let j = 0; j < last; ++j) A.u[j] = getDense(A, last, j);
    side[last - 1] = mirror(A, last);
    reflect(A, last);
  }
  diagonal[0] = getDense(A, 0, 0);
}

/** A.u [n] ← the vector (3) for y = A.u; returns the last entry of Qy. Zero stays zero, so that Q = 1. */
function mirror(A: DenseSymmetric, n: i32): f64 {
  const u = A.u;
  let square: f64 = 0;
  for (let i = 0; i < n; ++i) square += u[i] * u[i];
  if (square == 0) return 0;
  const length = Math.sqrt(square);
  const last = u[n - 1];
  const image = last > 0 ? -length : length;
  const factor = 1 / Math.sqrt(square + Math.abs(last) * length);
  u[n - 1] = last - image;
  for (let i = 0; i < n; ++i) u[i] *= factor;
  return image;
}

/** The leading n × n block of A ← (1). Of a block of two rows that n divides, the outer row meets zeros. */
function reflect(A: DenseSymmetric, n: i32): void {
  const u = A.u, w = A.w;
  if (n & 1) u[n] = 0;
  multiply(A, n);
  if (n & 1) w[n] = 0;
  let along: f64 = 0;
  for (let i = 0; i < n; ++i) along += u[i] * w[i];
  for (let i = 0; i < n; ++i) w[i] -= 0.5 * along * u[i];
  subtract(A, n);
}

/** w ← Au */
function multiply(A: DenseSymmetric, n: i32): void {
  const u = changetype<usize>(A.u), w = changetype<usize>(A.w);
  const end = <usize>((n + 1) >> 1) << 4;
  let row = changetype<usize>(A.values);
  for (let j: usize = 0; j < end; j += 16) {
    const next = row + j + 16;
    const uj = v128.load(u + j);
    const u0 = v128.load64_splat(u + j), u1 = v128.load64_splat(u + j, 8);
    let r0 = f64x2.mul(v128.load(row + j), uj), r1 = f64x2.mul(v128.load(next + j), uj);
    for (let k: usize = 0; k < j; k += 16) {
      const uk = v128.load(u + k);
      const a0 = v128.load(row + k), a1 = v128.load(next + k);
      r0 = f64x2.add(r0, f64x2.mul(a0, uk));
      r1 = f64x2.add(r1, f64x2.mul(a1, uk));
      v128.store(w + k, f64x2.add(v128.load(w + k), f64x2.add(f64x2.mul(a0, u0), f64x2.mul(a1, u1))));
    }
    v128.store(w + j, acrossLanes(r0, r1));
    row = next + j + 16;
  }
}

/** A ← A − uwᵀ − wuᵀ */
function subtract(A: DenseSymmetric, n: i32): void {
  const u = changetype<usize>(A.u), w = changetype<usize>(A.w);
  const end = <usize>((n + 1) >> 1) << 4;
  let row = changetype<usize>(A.values);
  for (let j: usize = 0; j < end; j += 16) {
    const next = row + j + 16;
    const u0 = v128.load64_splat(u + j), u1 = v128.load64_splat(u + j, 8);
    const w0 = v128.load64_splat(w + j), w1 = v128.load64_splat(w + j, 8);
    for (let k: usize = 0; k <= j; k += 16) {
      const uk = v128.load(u + k), wk = v128.load(w + k);
      const change0 = f64x2.add(f64x2.mul(u0, wk), f64x2.mul(w0, uk));
      const change1 = f64x2.add(f64x2.mul(u1, wk), f64x2.mul(w1, uk));
      v128.store(row + k, f64x2.sub(v128.load(row + k), change0));
      v128.store(next + k, f64x2.sub(v128.load(next + k), change1));
    }
    row = next + j + 16;
  }
}
