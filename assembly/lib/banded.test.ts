import { beforeAll, expect, test } from 'vitest';
import { type Library, load, normalVector, put, view } from './probe/load.mts';

let library: Library;
beforeAll(async () => {
  library = await load();
});

test.each([
  [1, 0],
  [5, 2],
  [40, 6],
])('the two solutions times the matrix are the right sides: n = %d, width = %d', (n, width) => {
  const stride = 2 * width + 1;
  const band = normalVector(library, n, n * stride).map(
    (value, at) => value + (at % stride === width ? 4 * stride : 0),
  );
  const sides = [normalVector(library, 2, n), normalVector(library, 3, n)];
  const [b = 0, c = 0] = sides.map((side) => put(library, side));
  library.solveBanded(put(library, band), width, b, c);
  for (const [k, pointer] of [b, c].entries()) {
    const x = view(library, pointer, n);
    for (let i = 0; i < n; ++i) {
      let sum = 0;
      for (let j = Math.max(0, i - width); j <= Math.min(n - 1, i + width); ++j) {
        sum += (band[i * stride + j - i + width] ?? 0) * (x[j] ?? 0);
      }
      // the diagonal is larger than the rest of its row, so nothing grows
      expect(Math.abs(sum - (sides[k]?.[i] ?? 0))).toBeLessThan(1e-14 * stride);
    }
  }
});
