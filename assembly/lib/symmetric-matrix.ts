/**
 * Symmetric matrices, stored once in f32.
 *
 *   gaussian:  W = (G + Gᵀ)/2, G_ij ~ N(0, 1) independent, so that Cov[x'Wx, y'Wy] = (x · y)²   (1)
 *   apply:     out_j = Σ_k W_jk x_k, and x'Wx = x · out                                        (2)
 *   rankTwo:   out = s U + x yᵀ + y xᵀ                                                         (3)
 *
 * Layout: the lower triangle in blocks of 4 × 4. Block row b (rows 4b … 4b+3) is the blocks a = 0 … b one after
 * another, a block is four vectors, one per row, of four columns. So block row b of a matrix is where it is in every
 * larger matrix, and four rows are one stream in memory. Blocks on the diagonal are whole, entries beyond N are zero.
 *
 * Errors: W is rounded to f32 (2⁻²⁴ relative). A term of (2) passes at most N/4 + 8 roundings of 2⁻²⁴, a term of (3) at
 * most 5.
 */
import { addProduct, combine, gather, scatter, scratch, STRIDE, sums } from './lanes';
import { normal } from './normal';
import { Random } from './random';
import { dot } from './vector';

/** A symmetric N × N matrix, made zero. */
export class SymmetricMatrix {
  readonly N: i32;
  readonly values: StaticArray<f32>; // [b, a ≤ b, 4, 4] the lower triangle in blocks
  readonly scratch: StaticArray<f32>; // [⌈N/4⌉, 2, 4] operands and sums

  constructor(N: i32) {
    const blocks = (N + 3) >> 2;
    this.N = N;
    this.values = new StaticArray<f32>(8 * blocks * (blocks + 1));
    this.scratch = scratch(N);
  }
}

/** Place of (i, j) in `values`, where j is at most in the block of i. */
// @ts-ignore: decorator
@inline
function place(i: i32, j: i32): i32 {
  const b = i >> 2;
  return 8 * b * (b + 1) + 16 * (j >> 2) + 4 * (i & 3) + (j & 3);
}

/** M_ij */
export function get(M: SymmetricMatrix, i: i32, j: i32): f64 {
  return M.values[place(max(i, j), min(i, j))];
}

/** M_ij and M_ji ← value */
export function set(M: SymmetricMatrix, i: i32, j: i32, value: f64): void {
  M.values[place(max(i, j), min(i, j))] = <f32>value;
  if (i >> 2 == j >> 2) M.values[place(min(i, j), max(i, j))] = <f32>value;
}

/** Draws (1), row by row: the matrix of a smaller N is a corner of that of a larger one. */
export function gaussian(random: Random, N: i32): SymmetricMatrix {
  const W = new SymmetricMatrix(N);
  for (let i = 0; i < N; ++i) {
    for (let j = 0; j <= i; ++j) set(W, i, j, (i == j ? 1 : Math.SQRT1_2) * normal(random));
  }
  return W;
}

/** out [N] = W x (2), another array than x; returns x'Wx. */
export function apply(W: SymmetricMatrix, x: StaticArray<f64>, out: StaticArray<f64>): f64 {
  const N = W.N;
  assert(x.length == N && out.length == N, 'apply: x and out must have the size N of the matrix');
  assert(x !== out, 'apply: out must be another array than x');
  const first = changetype<usize>(W.scratch);
  const end = first + ((N + 3) >> 2) * STRIDE;
  let A = changetype<usize>(W.values);
  scatter(x, first, 0);
  for (let j = first; j < end; j += STRIDE) {
    const x0 = v128.load32_splat(j), x1 = v128.load32_splat(j, 4);
    const x2 = v128.load32_splat(j, 8), x3 = v128.load32_splat(j, 12);
    let r0 = f32x4.splat(0), r1 = f32x4.splat(0), r2 = f32x4.splat(0), r3 = f32x4.splat(0);
    for (let k = first; k < j; k += STRIDE) {
      const xk = v128.load(k);
      const a0 = v128.load(A), a1 = v128.load(A, 16), a2 = v128.load(A, 32), a3 = v128.load(A, 48);
      r0 = addProduct(r0, a0, xk);
      r1 = addProduct(r1, a1, xk);
      r2 = addProduct(r2, a2, xk);
      r3 = addProduct(r3, a3, xk);
      v128.store(k, f32x4.add(v128.load(k, 16), combine(a0, x0, a1, x1, a2, x2, a3, x3)), 16);
      A += 64;
    }
    const xj = v128.load(j);
    r0 = addProduct(r0, v128.load(A), xj);
    r1 = addProduct(r1, v128.load(A, 16), xj);
    r2 = addProduct(r2, v128.load(A, 32), xj);
    r3 = addProduct(r3, v128.load(A, 48), xj);
    v128.store(j, f32x4.add(v128.load(j, 16), sums(r0, r1, r2, r3)), 16);
    A += 64;
  }
  for (let i = 0; i < N; ++i) out[i] = 0;
  gather(first, N, out);
  return dot(x, out);
}

/** out = s U + x yᵀ + y xᵀ for x, y [N]: (3). `out` may be U. */
export function rankTwo(
  U: SymmetricMatrix, s: f64, x: StaticArray<f64>, y: StaticArray<f64>, out: SymmetricMatrix,
): void {
  const N = out.N;
  assert(x.length == N && y.length == N && U.N == N, 'rankTwo: U, x and y must have the size N of out');
  const first = changetype<usize>(out.scratch);
  const end = first + ((N + 3) >> 2) * STRIDE;
  const weight = f32x4.splat(<f32>s);
  let from = changetype<usize>(U.values), to = changetype<usize>(out.values);
  scatter(x, first, 0);
  scatter(y, first, 16);
  for (let j = first; j < end; j += STRIDE) {
    for (let k = first; k <= j; k += STRIDE) {
      const xk = v128.load(k), yk = v128.load(k, 16);
      for (let row: usize = 0; row < 16; row += 4) {
        const xy = f32x4.mul(v128.load32_splat(j + row), yk);
        const yx = f32x4.mul(v128.load32_splat(j + row, 16), xk);
        v128.store(to, f32x4.add(f32x4.mul(weight, v128.load(from)), f32x4.add(xy, yx)));
        from += 16;
        to += 16;
      }
    }
  }
  memory.fill(first, 0, end - first);
}
