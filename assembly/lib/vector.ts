/** Dense vectors of f64. All arguments of a call have the same length N. Errors: rounding of a plain sum, O(N 2⁻⁵³). */

/** a · b */
export function dot(a: StaticArray<f64>, b: StaticArray<f64>): f64 {
  let sum: f64 = 0;
  for (let i = 0, N = a.length; i < N; ++i) sum += a[i] * b[i];
  return sum;
}

/** Euclidean norm √(a · a). */
export function norm(a: StaticArray<f64>): f64 {
  return Math.sqrt(dot(a, a));
}

/** a ← s a */
export function scale(a: StaticArray<f64>, s: f64): void {
  for (let i = 0, N = a.length; i < N; ++i) a[i] *= s;
}

/** a ← a + s b */
export function addScaled(a: StaticArray<f64>, s: f64, b: StaticArray<f64>): void {
  for (let i = 0, N = a.length; i < N; ++i) a[i] += s * b[i];
}

/** to ← from */
export function copy(from: StaticArray<f64>, to: StaticArray<f64>): void {
  for (let i = 0, N = from.length; i < N; ++i) to[i] = from[i];
}
