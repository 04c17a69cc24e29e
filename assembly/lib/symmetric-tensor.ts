/**
 * Symmetric tensors T of order 3, each coefficient stored once, in f32.
 *
 *   T(x,x,x) = Σ_ijk T_ijk x_i x_j x_k = Σ_{i≥j≥k} c_ijk x_i x_j x_k,
 *   c_ijk = T_ijk × (distinct permutations of ijk: 6, 3 or 1)                                  (1)
 *   gaussian:      T = G symmetrised, G_ijk ~ N(0, 1) independent, so that Var c_ijk is 6, 3 or 1 and
 *                  Cov[T(x,x,x), T(y,y,y)] = (x · y)³                                          (2)
 *   gradient:      out_l = Σ_jk T_ljk x_j x_k, one third of the gradient of T(x,x,x) = x · out (3)
 *   contract:      out_l = Σ_jk T_ljk M_jk for symmetric M:
 *                  3 e · out = Σ_{i≥j≥k} c_ijk (e_i M_jk + e_j M_ik + e_k M_ij) for every e    (4)
 *   partialTrace:  out_l = Σ_j T_ljj                                                           (5)
 *
 * (2) holds since T(x,x,x) = G(x,x,x), whose N³ terms are independent. (4) is the polarisation of (1); M = x xᵀ gives
 * (3) and M = 1 gives (5).
 *
 * Layout: slab i is the lower triangle over (j, k), i ≥ j ≥ k, in blocks of 4 × 4 as in `symmetric-matrix.ts`, except
 * that entries with k > j or j > i are zero. A block of four vectors meets one vector of x and one of the sums, so four
 * rows are one stream in memory and four independent sums hide each other's latency.
 *
 * Errors: c is rounded to f32 once (2⁻²⁴ relative). Sums run in f32 within four slabs and in f64 beyond, so that a term
 * of (3) or (4) passes at most N + 16 roundings of 2⁻²⁴; typically the error of (3) is 2·10⁻⁷ of |out|.
 */
import { addProduct, combine, gather, scatter, scratch, STRIDE, sum, sums } from './lanes';
import { normal } from './normal';
import { Random } from './random';
import { SymmetricMatrix } from './symmetric-matrix';
import { dot, scale } from './vector';

/** A symmetric N × N × N tensor, made zero. */
export class SymmetricTensor {
  readonly N: i32;
  readonly values: StaticArray<f32>; // [i, b ≤ i/4, a ≤ b, 4, 4] slabs of blocks
  readonly scratch: StaticArray<f32>; // [⌈N/4⌉, 2, 4] operands and sums

  constructor(N: i32) {
    this.N = N;
    this.values = new StaticArray<f32>(slab(N));
    this.scratch = scratch(N);
  }
}

/** Place of slab i in `values`. Slabs 4g … 4g+3 have (g + 1)(g + 2)/2 blocks each. */
function slab(i: i32): i32 {
  const g = i >> 2;
  return 8 * (g + 1) * (g + 2) * (i & 3) + (32 * g * (g + 1) * (g + 2)) / 3;
}

/** Place of c_ijk in `values`, for i ≥ j ≥ k. */
function place(i: i32, j: i32, k: i32): i32 {
  const b = j >> 2;
  return slab(i) + 8 * b * (b + 1) + 16 * (k >> 2) + 4 * (j & 3) + (k & 3);
}

/** The coefficient c_ijk of (1), for i ≥ j ≥ k. */
export function coefficient(T: SymmetricTensor, i: i32, j: i32, k: i32): f64 {
  return T.values[place(i, j, k)];
}

/** Draws (2), slab by slab: the tensor of a smaller N is a corner of that of a larger one. */
export function gaussian(random: Random, N: i32): SymmetricTensor {
  const T = new SymmetricTensor(N);
  const values = T.values;
  for (let i = 0; i < N; ++i) {
    for (let j = 0; j <= i; ++j) {
      const deviation = Math.sqrt(i == j ? 3 : 6);
      for (let k = 0; k < j; ++k) values[place(i, j, k)] = <f32>(deviation * normal(random));
      values[place(i, j, j)] = <f32>((i == j ? 1 : Math.sqrt(3)) * normal(random));
    }
  }
  return T;
}

/** out [N] = T(x,x,·) (3), another array than x; returns T(x,x,x). */
export function gradient(T: SymmetricTensor, x: StaticArray<f64>, out: StaticArray<f64>): f64 {
  const N = T.N;
  assert(x.length == N && out.length == N, 'gradient: x and out must have the length N of the tensor');
  assert(x !== out, 'gradient: out must be another array than x');
  const first = changetype<usize>(T.scratch);
  let A = changetype<usize>(T.values);
  scatter(x, first, 0);
  for (let i = 0; i < N; ++i) out[i] = 0;
  for (let i = 0; i < N; ++i) {
    const xi = f32x4.splat(<f32>x[i]);
    const last = first + (i >> 2) * STRIDE;
    let q = f32x4.splat(0);
    for (let j = first; j <= last; j += STRIDE) {
      const w0 = f32x4.mul(xi, v128.load32_splat(j)), w1 = f32x4.mul(xi, v128.load32_splat(j, 4));
      const w2 = f32x4.mul(xi, v128.load32_splat(j, 8)), w3 = f32x4.mul(xi, v128.load32_splat(j, 12));
      let r0 = f32x4.splat(0), r1 = f32x4.splat(0), r2 = f32x4.splat(0), r3 = f32x4.splat(0);
      for (let k = first; k <= j; k += STRIDE) {
        const xk = v128.load(k);
        const a0 = v128.load(A), a1 = v128.load(A, 16), a2 = v128.load(A, 32), a3 = v128.load(A, 48);
        r0 = addProduct(r0, a0, xk);
        r1 = addProduct(r1, a1, xk);
        r2 = addProduct(r2, a2, xk);
        r3 = addProduct(r3, a3, xk);
        v128.store(k, f32x4.add(v128.load(k, 16), combine(a0, w0, a1, w1, a2, w2, a3, w3)), 16);
        A += 64;
      }
      const r = sums(r0, r1, r2, r3);
      q = addProduct(q, v128.load(j), r);
      v128.store(j, addProduct(v128.load(j, 16), xi, r), 16);
    }
    out[i] += sum(q);
    if ((i & 3) == 3 || i == N - 1) gather(first, i + 1, out);
  }
  scale(out, 1.0 / 3.0);
  return dot(x, out);
}

/** out [N] = Σ_jk T_·jk M_jk (4), for M of the same N. */
export function contract(T: SymmetricTensor, M: SymmetricMatrix, out: StaticArray<f64>): void {
  const N = T.N;
  assert(M.N == N && out.length == N, 'contract: M and out must have the size N of the tensor');
  const first = changetype<usize>(T.scratch);
  let A = changetype<usize>(T.values);
  for (let i = 0; i < N; ++i) out[i] = 0;
  for (let i = 0; i < N; ++i) {
    const last = first + (i >> 2) * STRIDE;
    copyRow(M, i, first, last);
    let B = changetype<usize>(M.values); // M_jk, in step with A
    let q = f32x4.splat(0);
    for (let j = first; j <= last; j += STRIDE) {
      const w0 = v128.load32_splat(j), w1 = v128.load32_splat(j, 4);
      const w2 = v128.load32_splat(j, 8), w3 = v128.load32_splat(j, 12);
      let r0 = f32x4.splat(0), r1 = f32x4.splat(0), r2 = f32x4.splat(0), r3 = f32x4.splat(0);
      let form = f32x4.splat(0);
      for (let k = first; k <= j; k += STRIDE) {
        const m = v128.load(k);
        const a0 = v128.load(A), a1 = v128.load(A, 16), a2 = v128.load(A, 32), a3 = v128.load(A, 48);
        r0 = addProduct(r0, a0, m);
        r1 = addProduct(r1, a1, m);
        r2 = addProduct(r2, a2, m);
        r3 = addProduct(r3, a3, m);
        const m0 = v128.load(B), m1 = v128.load(B, 16), m2 = v128.load(B, 32), m3 = v128.load(B, 48);
        form = f32x4.add(form, combine(a0, m0, a1, m1, a2, m2, a3, m3));
        v128.store(k, f32x4.add(v128.load(k, 16), combine(a0, w0, a1, w1, a2, w2, a3, w3)), 16);
        A += 64;
        B += 64;
      }
      q = f32x4.add(q, form);
      v128.store(j, f32x4.add(v128.load(j, 16), sums(r0, r1, r2, r3)), 16);
    }
    out[i] += sum(q);
    if ((i & 3) == 3 || i == N - 1) gather(first, i + 1, out);
  }
  scale(out, 1.0 / 3.0);
}

/** The operands of the blocks from `first` to `last` ← row i of M, up to its diagonal block. */
function copyRow(M: SymmetricMatrix, i: i32, first: usize, last: usize): void {
  const b = i >> 2;
  let from = changetype<usize>(M.values) + 32 * b * (b + 1) + 16 * (i & 3);
  for (let to = first; to <= last; to += STRIDE, from += 64) v128.store(to, v128.load(from));
}

/** out [N] = Σ_j T_·jj (5), exact up to the rounding of a sum in f64. */
export function partialTrace(T: SymmetricTensor, out: StaticArray<f64>): void {
  const N = T.N;
  for (let l = 0; l < N; ++l) {
    let others: f64 = 0;
    for (let j = 0; j < l; ++j) others += coefficient(T, l, j, j);
    for (let j = l + 1; j < N; ++j) others += coefficient(T, j, j, l);
    out[l] = coefficient(T, l, l, l) + others / 3;
  }
}
