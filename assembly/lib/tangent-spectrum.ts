/**
 * The spectrum of a symmetric matrix A on the tangent space of the sphere at x.
 *
 *   P A P,   P = 1 − x xᵀ/|x|²: its N − 1 eigenvalues other than that of x itself                (1)
 *
 * One mirror takes x to the last axis, where the leading block of A is (1); it is made tridiagonal and diagonalised:
 * 4/3 N³ operations, and no eigenvalue is missed. Errors: a few N 2⁻⁵³ |A|.
 */
import { DenseSymmetric, tridiagonalise, turn } from './dense-symmetric';
import { eigenvalues } from './tridiagonal';

/** out [N] ← (1) in ascending order, then NaN. A is used up, side [N] is scratch. */
export function tangentSpectrum(
  A: DenseSymmetric, x: StaticArray<f64>, out: StaticArray<f64>, side: StaticArray<f64>,
): void {
  const N = x.length;
  turn(A, N, x);
  tridiagonalise(A, N - 1, out, side);
  eigenvalues(N - 1, out, side);
  out[N - 1] = NaN;
}
