import { beforeAll, expect, test } from 'vitest';
import { type Library, load, normalVector, put, view } from './probe/load.mts';

let library: Library;
beforeAll(async () => {
  library = await load();
});

test('a linear map of n numbers is solved after n + 1 applications, though iterating it diverges', () => {
  const n = 6;
  const A = normalVector(library, 1, n * n);
  const b = normalVector(library, 2, n);
  const [z, G] = [put(library, new Float64Array(n)), library.vector(n)];
  const anderson = library.anderson(n, n);
  const apply = () => {
    const x = view(library, z, n).slice();
    view(library, G, n).set(b.map((value, i) => value + x.reduce((sum, xj, j) => sum + (A[i * n + j] ?? 0) * xj, 0)));
    return Math.max(...view(library, G, n).map((value, i) => Math.abs(value - (x[i] ?? 0))));
  };
  const residuals = Array.from({ length: n + 2 }, () => {
    const residual = apply();
    library.advance(anderson, z, G);
    return residual;
  });
  expect(residuals[n]).toBeGreaterThan(1e-2);
  // the ridge of 1e-13 times the square of the condition number of six random directions, 1e2 at most
  expect(residuals[n + 1]).toBeLessThan(1e-9);
});
