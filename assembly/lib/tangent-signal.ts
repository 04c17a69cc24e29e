/**
 * The spectrum of a symmetric matrix A on the tangent space of the sphere at x, and what a direction y has of it.
 *
 *   P A P = Σ_k λ_k v_k v_kᵀ,   P = 1 − x xᵀ/|x|²,   k < N − 1 without x itself                  (1)
 *   (v_k · Py)² / |Py|², which add up to one                                                    (2)
 *
 * One mirror takes x to the last axis, a second one Py to the last axis of the others, which the reduction to a
 * tridiagonal T leaves where it is: so (2) are the squares of the last row of T's eigenvectors. 4/3 N³ operations. Errors:
 * a few N 2⁻⁵³ |A| for λ; (2) is rounding for what they lie that near to each other.
 */
import { DenseSymmetric, tridiagonalise, turn, turnVector } from './dense-symmetric';
import { eigenvaluesAndRow } from './tridiagonal';
import { copy } from './vector';

/**
 * spectrum [N] ← λ of (1) in ascending order, overlaps [N] ← (2), each with NaN behind. A is used up, side [N] is
 * scratch; y is not along x.
 */
export function tangentSignal(
  A: DenseSymmetric, x: StaticArray<f64>, y: StaticArray<f64>,
  spectrum: StaticArray<f64>, overlaps: StaticArray<f64>, side: StaticArray<f64>,
): void {
  const last = x.length - 1;
  turn(A, last + 1, x);
  copy(y, side);
  turnVector(A, last + 1, side);
  turn(A, last, side);
  tridiagonalise(A, last, spectrum, side);
  for (let k = 0; k < last; ++k) overlaps[k] = 0;
  overlaps[last - 1] = 1;
  eigenvaluesAndRow(last, spectrum, side, overlaps);
  for (let k = 0; k < last; ++k) overlaps[k] *= overlaps[k];
  spectrum[last] = NaN;
  overlaps[last] = NaN;
}
