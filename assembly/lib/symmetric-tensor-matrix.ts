/**
 * The symmetric matrix that is left of a symmetric tensor of order 3 when one index meets a vector.
 *
 *   out_jk = Σ_i T_ijk x_i                                                                      (1)
 *   e · out e = T(x,e,e) = Σ_{i≥j≥k} c_ijk (x_i e_j e_k + x_j e_i e_k + x_k e_i e_j) / 3        (2)
 *
 * (2) is the polarisation of the stored form in `symmetric-tensor.ts`, whose layout this file reads in one pass: slab i
 * adds x_i times itself to the matrix, and (A + Aᵀ) x to its row i, A being the slab.
 *
 * Errors: sums run in f32. A term of (1) passes at most N + 16 roundings of 2⁻²⁴; typically (1) is good to 2·10⁻⁷.
 */
import { addProduct, combine, scatter, STRIDE, sums } from './lanes';
import { SymmetricMatrix } from './symmetric-matrix';
import { SymmetricTensor } from './symmetric-tensor';

/** out [N, N] = T(x,·,·) (1). */
export function contractOnce(T: SymmetricTensor, x: StaticArray<f64>, out: SymmetricMatrix): void {
  const N = T.N;
  assert(x.length == N && out.N == N, 'contractOnce: x and out must have the size N of the tensor');
  const first = changetype<usize>(T.scratch);
  const matrix = changetype<usize>(out.values);
  let A = changetype<usize>(T.values);
  scatter(x, first, 0);
  memory.fill(matrix, 0, <usize>out.values.length << 2);
  for (let i = 0; i < N; ++i) {
    const xi = f32x4.splat(<f32>x[i]);
    const last = first + (i >> 2) * STRIDE;
    let Q = matrix; // q_jk, in step with A
    for (let j = first; j <= last; j += STRIDE) {
      const x0 = v128.load32_splat(j), x1 = v128.load32_splat(j, 4);
      const x2 = v128.load32_splat(j, 8), x3 = v128.load32_splat(j, 12);
      let r0 = f32x4.splat(0), r1 = f32x4.splat(0), r2 = f32x4.splat(0), r3 = f32x4.splat(0);
      for (let k = first; k <= j; k += STRIDE) {
        const xk = v128.load(k);
        const a0 = v128.load(A), a1 = v128.load(A, 16), a2 = v128.load(A, 32), a3 = v128.load(A, 48);
        r0 = addProduct(r0, a0, xk);
        r1 = addProduct(r1, a1, xk);
        r2 = addProduct(r2, a2, xk);
        r3 = addProduct(r3, a3, xk);
        v128.store(k, f32x4.add(v128.load(k, 16), combine(a0, x0, a1, x1, a2, x2, a3, x3)), 16);
        v128.store(Q, addProduct(v128.load(Q), xi, a0));
        v128.store(Q, addProduct(v128.load(Q, 16), xi, a1), 16);
        v128.store(Q, addProduct(v128.load(Q, 32), xi, a2), 32);
        v128.store(Q, addProduct(v128.load(Q, 48), xi, a3), 48);
        A += 64;
        Q += 64;
      }
      v128.store(j, f32x4.add(v128.load(j, 16), sums(r0, r1, r2, r3)), 16);
    }
    addRow(first, last, matrix, i);
  }
  symmetrise(out);
}

/** Adds the sums of the scratch from `first` to `last` to row i of the lower triangle, and clears them. */
function addRow(first: usize, last: usize, matrix: usize, i: i32): void {
  const b = i >> 2;
  let row = matrix + 32 * b * (b + 1) + 16 * (i & 3);
  for (let k = first; k <= last; k += STRIDE, row += 64) {
    v128.store(row, f32x4.add(v128.load(row), v128.load(k, 16)));
    v128.store(k, f32x4.splat(0), 16);
  }
}

/** From the coefficients of 3 e · out e, stored at e_j e_k for j ≥ k with zeros above, to the matrix. */
function symmetrise(out: SymmetricMatrix): void {
  const sixth = f32x4.splat(<f32>(1.0 / 6.0));
  let at = changetype<usize>(out.values);
  for (let b = 0, blocks = (out.N + 3) >> 2; b < blocks; ++b, at += 64) {
    for (const diagonal = at + (b << 6); at < diagonal; at += 16) v128.store(at, f32x4.mul(sixth, v128.load(at)));
    addTransposed(at, sixth);
  }
}

/** The block C at `at` ← s (C + Cᵀ). */
function addTransposed(at: usize, s: v128): void {
  const c0 = v128.load(at), c1 = v128.load(at, 16), c2 = v128.load(at, 32), c3 = v128.load(at, 48);
  const low01 = v128.shuffle<f32>(c0, c1, 0, 4, 1, 5), high01 = v128.shuffle<f32>(c0, c1, 2, 6, 3, 7);
  const low23 = v128.shuffle<f32>(c2, c3, 0, 4, 1, 5), high23 = v128.shuffle<f32>(c2, c3, 2, 6, 3, 7);
  const t0 = v128.shuffle<f32>(low01, low23, 0, 1, 4, 5), t1 = v128.shuffle<f32>(low01, low23, 2, 3, 6, 7);
  const t2 = v128.shuffle<f32>(high01, high23, 0, 1, 4, 5), t3 = v128.shuffle<f32>(high01, high23, 2, 3, 6, 7);
  v128.store(at, f32x4.mul(s, f32x4.add(c0, t0)));
  v128.store(at, f32x4.mul(s, f32x4.add(c1, t1)), 16);
  v128.store(at, f32x4.mul(s, f32x4.add(c2, t2)), 32);
  v128.store(at, f32x4.mul(s, f32x4.add(c3, t3)), 48);
}
