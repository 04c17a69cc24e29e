/**
 * Symmetric tridiagonal matrices T: a diagonal a_0 … a_{n−1} and, beside it, b_0 … b_{n−2}, b_i = T_{i,i+1}.
 *
 *   eigenvalues:  QR steps with shift. T − σ = QR, T ← QᵀTQ, by rotations (c, s) of neighbours k, k+1 that chase the one
 *                 entry off the three diagonals, x being the entry beside it, down to the end:
 *                   c = x/r, s = z/r, r = √(x² + z²)   (x, z = a_0 − σ, b_0 at first)
 *                   t = s (a_{k+1} − a_k) + 2c b_k
 *                   a_k ← a_k + st,   a_{k+1} ← a_{k+1} − st,   b_k ← ct − b_k,   b_{k−1} ← r
 *                   x, z ← b_k, s b_{k+1};   b_{k+1} ← c b_{k+1}                                (1)
 *                 σ = the eigenvalue of the last 2 × 2 block that is nearer to its last entry   (2)
 *   rows of V:    T = V diag(λ) Vᵀ. A row r of the identity becomes that of V by the same rotations:
 *                   r_k, r_{k+1} ← c r_k + s r_{k+1}, c r_{k+1} − s r_k                         (5)
 *   smallest:     bisection. T − σ is positive definite exactly when all its pivots are:
 *                   p_0 = a_0 − σ,   p_{i+1} = a_{i+1} − σ − b_i²/p_i                           (3)
 *   its vector:   inverse iteration with the pivots (3) of a σ just below it                    (4)
 *
 * With the shift (2) the last b converges for every T, as a rule with its third power, and two steps find an eigenvalue.
 *
 * Errors: a few n 2⁻⁵³ |T| for all eigenvalues, a few 2⁻⁵³ |T| for the smallest; (5) keeps the length of r as well.
 */

const EPSILON: f64 = 2.220446049250313e-16;
const TINY: f64 = 1e-100; // the resolution of zero

/** a [n] ← the eigenvalues of T in ascending order; b [n − 1 at least] is used up. */
export function eigenvalues(n: i32, a: StaticArray<f64>, b: StaticArray<f64>): void {
  diagonalise(n, a, b, null);
}

/** The same, and r [n], a vector in the space of T, ← its components along the eigenvectors, by (5). */
export function eigenvaluesAndRow(n: i32, a: StaticArray<f64>, b: StaticArray<f64>, r: StaticArray<f64>): void {
  diagonalise(n, a, b, r);
}

function diagonalise(n: i32, a: StaticArray<f64>, b: StaticArray<f64>, r: StaticArray<f64> | null): void {
  let last = n - 1;
  while (last >= 0) {
    let first = last;
    while (first > 0 && matters(first - 1, a, b)) --first;
    if (first < last) {
      chase(first, last, a, b, r);
      continue;
    }
    insert(last, n, a, r);
    --last;
  }
}

/** Whether b_i is more than rounding of its neighbours. */
function matters(i: i32, a: StaticArray<f64>, b: StaticArray<f64>): bool {
  return Math.abs(b[i]) > EPSILON * (Math.abs(a[i]) + Math.abs(a[i + 1]));
}

/** One QR step (1) of the rows `first` … `last`, and (5). */
function chase(first: i32, last: i32, a: StaticArray<f64>, b: StaticArray<f64>, row: StaticArray<f64> | null): void {
  const half = 0.5 * (a[last - 1] - a[last]);
  const side = b[last - 1];
  const root = Math.sqrt(half * half + side * side);
  let x = a[first] - a[last] + (side * side) / (half < 0 ? half - root : half + root);
  let z = b[first];
  for (let k = first; k < last; ++k) {
    const r = Math.sqrt(x * x + z * z);
    const c = r > 0 ? x / r : 1;
    const s = r > 0 ? z / r : 0;
    const t = s * (a[k + 1] - a[k]) + 2 * c * b[k];
    if (k > first) b[k - 1] = r;
    a[k] += s * t;
    a[k + 1] -= s * t;
    b[k] = c * t - b[k];
    if (row) {
      const before = row[k];
      row[k] = c * before + s * row[k + 1];
      row[k + 1] = c * row[k + 1] - s * before;
    }
    if (k + 1 == last) return;
    x = b[k];
    z = s * b[k + 1];
    b[k + 1] *= c;
  }
}

/** Moves a_i behind the smaller ones of the ascending a_{i+1} … a_{n−1}, and what a row has there with it. */
function insert(i: i32, n: i32, a: StaticArray<f64>, row: StaticArray<f64> | null): void {
  const value = a[i];
  const component = row ? row[i] : 0;
  for (; i + 1 < n && a[i + 1] < value; ++i) {
    a[i] = a[i + 1];
    if (row) row[i] = row[i + 1];
  }
  a[i] = value;
  if (row) row[i] = component;
}

/**
 * The smallest eigenvalue of T by bisection (3), from below: T minus it is positive definite. v [n at least] ← its
 * eigenvector (4) of length 1, pivots [n at least] is scratch. No b may be zero.
 */
export function smallest(
  n: i32, a: StaticArray<f64>, b: StaticArray<f64>, v: StaticArray<f64>, pivots: StaticArray<f64>,
): f64 {
  let above = a[0];
  let below = a[0];
  for (let i = 0; i < n; ++i) {
    const radius = (i > 0 ? Math.abs(b[i - 1]) : 0) + (i + 1 < n ? Math.abs(b[i]) : 0);
    above = Math.min(above, a[i]);
    below = Math.min(below, a[i] - radius);
  }
  const resolution = EPSILON * Math.max(Math.abs(below), Math.abs(above)) + TINY;
  below -= resolution;
  while (above - below > resolution) {
    const middle = 0.5 * (below + above);
    if (isBelow(middle, n, a, b, pivots)) below = middle;
    else above = middle;
  }
  isBelow(below, n, a, b, pivots);
  for (let i = 0; i < n; ++i) v[i] = i > 0 && b[i - 1] * v[i - 1] > 0 ? -1 : 1;
  for (let iteration = 0; iteration < 2; ++iteration) solve(n, b, pivots, v);
  return below;
}

/** Whether σ is below all eigenvalues of T; if so, the pivots (3). */
function isBelow(sigma: f64, n: i32, a: StaticArray<f64>, b: StaticArray<f64>, pivots: StaticArray<f64>): bool {
  for (let i = 0; i < n; ++i) {
    pivots[i] = a[i] - sigma - (i > 0 ? (b[i - 1] * b[i - 1]) / pivots[i - 1] : 0);
    if (!(pivots[i] > 0)) return false;
  }
  return true;
}

/** v ← (T − σ)⁻¹ v of length 1, with the pivots (3) of σ. */
function solve(n: i32, b: StaticArray<f64>, pivots: StaticArray<f64>, v: StaticArray<f64>): void {
  for (let i = 1; i < n; ++i) v[i] -= (b[i - 1] / pivots[i - 1]) * v[i - 1];
  v[n - 1] /= pivots[n - 1];
  for (let i = n - 2; i >= 0; --i) v[i] = (v[i] - b[i] * v[i + 1]) / pivots[i];
  let square: f64 = 0;
  for (let i = 0; i < n; ++i) square += v[i] * v[i];
  const factor = 1 / Math.sqrt(square);
  for (let i = 0; i < n; ++i) v[i] *= factor;
}
