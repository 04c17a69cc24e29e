/**
 * Linear systems A x = b of a band matrix, by elimination without pivoting: for matrices whose diagonal is strong.
 * Errors: rounding, times the growth of the elimination.
 */

/**
 * Solves A x = b and A y = c; b [n] and c [n] become x and y. `band` [n, 2 width + 1] holds Aᵢⱼ at column j − i + width,
 * and is overwritten.
 */
export function solveBanded(band: StaticArray<f64>, width: i32, b: StaticArray<f64>, c: StaticArray<f64>): void {
  const n = b.length;
  const stride = 2 * width + 1;
  for (let i = 0; i < n; ++i) {
    const diagonal = i * stride + width;
    const end = min(width, n - 1 - i);
    for (let down = 1; down <= end; ++down) {
      const row = (i + down) * stride + width - down;
      const factor = band[row] / band[diagonal];
      if (factor == 0) continue;
      for (let j = 1; j <= end; ++j) band[row + j] -= factor * band[diagonal + j];
      b[i + down] -= factor * b[i];
      c[i + down] -= factor * c[i];
    }
  }
  for (let i = n - 1; i >= 0; --i) {
    const diagonal = i * stride + width;
    const end = min(width, n - 1 - i);
    for (let j = 1; j <= end; ++j) {
      b[i] -= band[diagonal + j] * b[i + j];
      c[i] -= band[diagonal + j] * c[i + j];
    }
    b[i] /= band[diagonal];
    c[i] /= band[diagonal];
  }
}
