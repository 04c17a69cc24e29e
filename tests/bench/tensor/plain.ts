/**
 * Symmetric tensors of order 3, packed row by row (c_ijk for i ≥ j ≥ k), in JavaScript: the loops that one writes first.
 */

/** out [N] = T(x,x,·) */
export function gradient(c: Float32Array, x: Float32Array, out: Float32Array): void {
  const N = x.length;
  out.fill(0);
  let p = 0;
  for (let i = 0; i < N; ++i) {
    const xi = x[i] as number;
    let q = 0;
    for (let j = 0; j <= i; ++j) {
      const xj = x[j] as number;
      const w = xi * xj;
      let r = 0;
      for (let k = 0; k <= j; ++k) {
        const a = c[p++] as number;
        r += a * (x[k] as number);
        (out[k] as number) += a * w;
      }
      (out[j] as number) += xi * r;
      q += xj * r;
    }
    (out[i] as number) += q;
  }
  for (let l = 0; l < N; ++l) (out[l] as number) /= 3;
}

/** out [N] = T : M for a symmetric M [N, N] */
export function contract(c: Float32Array, M: Float32Array, out: Float32Array): void {
  const N = out.length;
  out.fill(0);
  let p = 0;
  for (let i = 0; i < N; ++i) {
    let q = 0;
    for (let j = 0; j <= i; ++j) {
      const w = M[i * N + j] as number;
      let r = 0;
      for (let k = 0; k <= j; ++k) {
        const a = c[p++] as number;
        r += a * (M[i * N + k] as number);
        q += a * (M[j * N + k] as number);
        (out[k] as number) += a * w;
      }
      (out[j] as number) += r;
    }
    (out[i] as number) += q;
  }
  for (let l = 0; l < N; ++l) (out[l] as number) /= 3;
}
