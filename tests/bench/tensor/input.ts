/** One tensor, vector and matrix, for all racers the same: in the library, and as plain arrays. */
import { type Library, load, view } from '../../../assembly/lib/probe/load.mts';

export interface TensorInput {
  readonly library: Library;
  /** Pointers into the library's memory. */
  readonly T: number;
  readonly x: number;
  readonly M: number;
  /** Bytes of T and of M there. */
  readonly tensorBytes: number;
  readonly matrixBytes: number;
  /** x [N], M [N, N], and the coefficients c_ijk of T, i ≥ j ≥ k, row by row. */
  readonly vector: Float64Array;
  readonly matrix: Float64Array;
  readonly packed: Float64Array;
}

export async function drawInput(N: number): Promise<TensorInput> {
  const library = await load('release');
  const x = library.vector(N);
  library.fillNormal(library.stream(1, 0), x);
  const start = library.vector(0);
  const T = library.gaussianTensor(library.stream(1, 1), N);
  const middle = library.vector(0);
  const M = library.gaussianMatrix(library.stream(1, 2), N);
  const end = library.vector(0);
  return {
    library,
    T,
    x,
    M,
    tensorBytes: middle - start,
    matrixBytes: end - middle,
    vector: view(library, x, N).slice(),
    matrix: elements(library, M, N),
    packed: coefficients(library, T, N),
  };
}

/** [N, N] all elements of the matrix at `M`. */
export function elements(library: Library, M: number, N: number): Float64Array {
  return Float64Array.from({ length: N * N }, (_, k) => library.get(M, Math.floor(k / N), k % N));
}

/** The coefficients of the tensor at `T`, row by row. */
export function coefficients(library: Library, T: number, N: number): Float64Array {
  const c = new Float64Array((N * (N + 1) * (N + 2)) / 6);
  let p = 0;
  for (let i = 0; i < N; ++i) {
    for (let j = 0; j <= i; ++j) {
      for (let k = 0; k <= j; ++k) c[p++] = library.coefficient(T, i, j, k);
    }
  }
  return c;
}

/**
 * How far apart two f32 results may be, relative to their norm. The n ≤ N²/2 roundings u = 2⁻²⁴ of a plain sum are
 * independent and its partial sums grow like a random walk: an error of u √(n/6) ≤ 0.3 N u, its norm over N numbers sharp.
 */
export const tolerance = (N: number) => N * 2 ** -24;
