/** The scalar twin of the packed tensor: all N³ elements in f64 and plain loops over them. */
import type { Library } from './load.mts';

/** [N, N, N] the elements T_ijk of the tensor at `T`. */
export function elements(library: Library, T: number, N: number): Float64Array {
  const out = new Float64Array(N ** 3);
  for (let i = 0; i < N; ++i) {
    for (let j = 0; j <= i; ++j) {
      for (let k = 0; k <= j; ++k) {
        const permutations = [
          [i, j, k],
          [i, k, j],
          [j, i, k],
          [j, k, i],
          [k, i, j],
          [k, j, i],
        ];
        const places = new Set(permutations.map(([a = 0, b = 0, c = 0]) => (a * N + b) * N + c));
        for (const place of places) out[place] = library.coefficient(T, i, j, k) / places.size;
      }
    }
  }
  return out;
}

/** out_l = Σ_jk T_ljk M(j, k), and size_l = Σ_jk |T_ljk M(j, k)| for its error. */
export function plain(T: Float64Array, N: number, M: (j: number, k: number) => number) {
  const out = new Float64Array(N);
  const size = new Float64Array(N);
  for (let l = 0; l < N; ++l) {
    for (let j = 0; j < N; ++j) {
      for (let k = 0; k < N; ++k) {
        const term = (T[(l * N + j) * N + k] ?? 0) * M(j, k);
        out[l] = (out[l] ?? 0) + term;
        size[l] = (size[l] ?? 0) + Math.abs(term);
      }
    }
  }
  return { out, size };
}
