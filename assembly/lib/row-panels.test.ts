import { beforeAll, expect, test } from 'vitest';
import { type Library, load, normalVector, put, view } from './probe/load.mts';
import { gamma } from './probe/rounding.mts';

let library: Library;
beforeAll(async () => {
  library = await load();
});

const shapes = [1, 2, 3, 4, 5, 7, 8, 50].flatMap((M) => [1, 2, 4, 5, 6, 11, 40].map((N) => [M, N] as const));

const normals = (seed: number, n: number) => normalVector(library, seed, n);
const dot = (x: ArrayLike<number>, y: ArrayLike<number>) =>
  Array.from(x).reduce((sum, value, i) => sum + value * (y[i] ?? 0), 0);

/** A matrix of normal numbers, and its rows as f64 numbers. */
function matrix(build: Library, M: number, N: number): { X: number; rows: Float64Array[] } {
  const X = build.rowPanels(M, N);
  normals(M, M * N).forEach((value, k) => {
    build.setEntry(X, Math.floor(k / N), k % N, value);
  });
  const row = (r: number) => Float64Array.from({ length: N }, (_, i) => build.getEntry(X, r, i));
  return { X, rows: Array.from({ length: M }, (_, r) => row(r)) };
}

test.each(shapes)('a %i × %i matrix: rows weighed by their products are what plain f64 loops give', (M, N) => {
  const { X, rows } = matrix(library, M, N);
  expect(rows).toEqual(
    rows.map((_, r) =>
      normals(M, M * N)
        .slice(r * N, (r + 1) * N)
        .map(Math.fround),
    ),
  );
  const [v, factors] = [normals(1, N), normals(2, M)];
  const out = library.vector(N);
  library.weighByFactors(X, put(library, v), put(library, factors), out);
  view(library, out, N).forEach((value, i) => {
    const terms = rows.map((row, r) => (factors[r] ?? 0) * dot(row, v) * (row[i] ?? 0));
    const sizes = rows.map(
      (row, r) => Math.abs((factors[r] ?? 0) * (row[i] ?? 0)) * dot(row.map(Math.abs), v.map(Math.abs)),
    );
    // N/4 + 5 roundings in a product and M/4 + 6 in the sum (header of the file)
    const bound = gamma((N + M) / 4 + 11) * sizes.reduce((sum, size) => sum + size, 0);
    expect(Math.abs(value - terms.reduce((sum, term) => sum + term, 0))).toBeLessThan(bound);
  });
});

test('nothing is left behind, and out may be v', () => {
  const { X } = matrix(library, 9, 6);
  const [v, factors, first] = [put(library, normals(1, 6)), put(library, normals(2, 9)), library.vector(6)];
  library.weighByFactors(X, v, factors, first);
  library.weighByFactors(X, v, factors, v);
  expect(view(library, v, 6)).toEqual(view(library, first, 6));
});

test('arguments of another size stop a debug build', () => {
  const X = library.rowPanels(4, 5);
  const [five, six] = [library.vector(5), library.vector(6)];
  expect(() => library.weighByFactors(X, six, five, five)).toThrow('v and out must have the length N of a row');
});

test('debug and release builds give the same bits', async () => {
  const bits = (build: Library) => {
    const { X } = matrix(build, 37, 23);
    const out = build.vector(23);
    build.weighByFactors(X, put(build, normals(1, 23)), put(build, normals(2, 37)), out);
    return [...view(build, out, 23)];
  };
  expect(bits(await load('debug'))).toEqual(bits(await load('release')));
});
