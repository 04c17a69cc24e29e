import { beforeAll, describe, expect, test } from 'vitest';
import { expectCovariance } from './probe/covariance.mts';
import { type Library, load, normalVector, put, view } from './probe/load.mts';
import { gamma } from './probe/rounding.mts';

let library: Library;
beforeAll(async () => {
  library = await load();
});

const SIZES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 50, 100];

const normals = (seed: number, N: number) => normalVector(library, seed, N);

/** The matrix at `M` as rows of f64 numbers. */
const dense = (M: number, N: number) => Array.from({ length: N }, (_, i) => entries(N, (j) => library.get(M, i, j)));
const entries = (N: number, entry: (j: number) => number) => Float64Array.from({ length: N }, (_, j) => entry(j));
const total = (N: number, term: (k: number) => number) => entries(N, term).reduce((sum, value) => sum + value, 0);

describe('a symmetric Gaussian matrix', () => {
  test('is symmetric, with variance 1/2 off the diagonal and 1 on it', () => {
    const N = 100;
    const W = dense(library.gaussianMatrix(library.stream(1, 2), N), N);
    const off = { n: 0, square: 0 };
    const on = { n: 0, square: 0 };
    W.forEach((row, i) => {
      row.forEach((value, j) => {
        expect(value).toBe(W[j]?.[i]);
        const kind = i === j ? on : off;
        if (j <= i) ++kind.n;
        if (j <= i) kind.square += value ** 2;
      });
    });
    // an empirical variance s of n numbers has standard deviation s sqrt(2/n); 5 sigma
    expect(Math.abs(off.square / off.n - 0.5)).toBeLessThan(5 * 0.5 * Math.sqrt(2 / off.n));
    expect(Math.abs(on.square / on.n - 1)).toBeLessThan(5 * Math.sqrt(2 / on.n));
  });

  test('has Cov[xᵀWx, yᵀWy] = (x · y)²', () => {
    const N = 6;
    const random = library.stream(2, 2);
    const [x, y, out] = [put(library, normals(3, N)), put(library, normals(4, N)), library.vector(N)];
    library.addScaled(y, 0.8, x);
    const covariance = (a: number, b: number) => library.dot(a, b) ** 2;
    expectCovariance(20_000, [covariance(x, x), covariance(x, y), covariance(y, y)], () => {
      const W = library.gaussianMatrix(random, N);
      return [library.apply(W, x, out), library.apply(W, y, out)];
    });
  });

  test.each(SIZES)('times a vector is what plain f64 loops give, N = %i', (N) => {
    const W = library.gaussianMatrix(library.stream(N, 2), N);
    const x = normals(N, N);
    const [from, to] = [put(library, x), library.vector(N)];
    const form = library.apply(W, from, to);
    const out = view(library, to, N);
    let formBound = 0;
    dense(W, N).forEach((row, i) => {
      const expected = total(N, (j) => (row[j] ?? 0) * (x[j] ?? 0));
      // N/4 + 8 roundings on the way of each term (header of the file), one of them that of x to f32
      const bound = gamma(N / 4 + 8) * total(N, (j) => Math.abs((row[j] ?? 0) * (x[j] ?? 0)));
      expect(Math.abs((out[i] ?? 0) - expected)).toBeLessThan(bound);
      formBound += bound * Math.abs(x[i] ?? 0);
    });
    const expected = total(N, (i) => (x[i] ?? 0) * total(N, (j) => library.get(W, i, j) * (x[j] ?? 0)));
    expect(Math.abs(form - expected)).toBeLessThan(formBound);
  });
});

describe('the update s U + x yᵀ + y xᵀ', () => {
  test.each(SIZES)('is what plain f64 loops give, and symmetric to the last bit, N = %i', (N) => {
    const U = library.gaussianMatrix(library.stream(N, 2), N);
    const M = library.matrix(N);
    const [x, y] = [normals(1, N), normals(2, N)];
    const s = 0.7;
    library.rankTwo(U, s, put(library, x), put(library, y), M);
    const from = dense(U, N);
    const to = dense(M, N);
    to.forEach((row, i) => {
      row.forEach((value, j) => {
        const terms = [s * (from[i]?.[j] ?? 0), (x[i] ?? 0) * (y[j] ?? 0), (y[i] ?? 0) * (x[j] ?? 0)];
        const bound = gamma(5) * terms.reduce((sum, term) => sum + Math.abs(term), 0);
        expect(Math.abs(value - terms.reduce((sum, term) => sum + term, 0))).toBeLessThan(bound);
        expect(value).toBe(to[j]?.[i]);
      });
    });
    library.rankTwo(U, s, put(library, x), put(library, y), U);
    expect(dense(U, N)).toEqual(to);
  });

  test('leaves nothing behind in the matrix that it wrote', () => {
    const N = 7;
    const M = library.matrix(N);
    const [x, y, out, clean] = [
      put(library, normals(1, N)),
      put(library, normals(2, N)),
      library.vector(N),
      library.vector(N),
    ];
    library.rankTwo(library.gaussianMatrix(library.stream(3, 2), N), 1, x, y, M);
    library.apply(M, x, out);
    library.apply(M, x, clean);
    expect(view(library, out, N)).toEqual(view(library, clean, N));
  });

  test('makes the second moment of points spread about a centre: (1-s) x xᵀ + √(s(1-s)) (x ūᵀ + ū xᵀ) + s U', () => {
    const N = 9;
    const R = 5;
    const s = 0.3;
    const x = normals(1, N);
    const u = Array.from({ length: R }, (_, a) => normals(10 + a, N));
    const mean = entries(N, (i) => total(R, (a) => u[a]?.[i] ?? 0) / R);
    const U = library.matrix(N);
    for (const point of u) {
      const pointer = put(library, point);
      const half = put(
        library,
        point.map((value) => value / (2 * R)),
      );
      library.rankTwo(U, 1, pointer, half, U);
    }
    const M = library.matrix(N);
    const y = entries(N, (i) => (0.5 - 0.5 * s) * (x[i] ?? 0) + Math.sqrt(s * (1 - s)) * (mean[i] ?? 0));
    library.rankTwo(U, s, put(library, x), put(library, y), M);
    const point = (a: number, i: number) => Math.sqrt(1 - s) * (x[i] ?? 0) + Math.sqrt(s) * (u[a]?.[i] ?? 0);
    const size = (a: number, i: number) => Math.abs(x[i] ?? 0) + Math.abs(u[a]?.[i] ?? 0);
    for (let i = 0; i < N; ++i) {
      for (let j = 0; j < N; ++j) {
        const expected = total(R, (a) => point(a, i) * point(a, j)) / R;
        // R + 1 updates of 5 roundings each
        const bound = gamma(5 * R + 5) * (total(R, (a) => size(a, i) * size(a, j)) / R);
        expect(Math.abs(library.get(M, i, j) - expected)).toBeLessThan(bound);
      }
    }
  });
});

test('an entry that is set reads the same from both sides', () => {
  const N = 11;
  const M = library.matrix(N);
  for (let i = 0; i < N; ++i) for (let j = 0; j <= i; ++j) library.set(M, i % 2 ? i : j, i % 2 ? j : i, 16 * i + j);
  for (let i = 0; i < N; ++i) {
    for (let j = 0; j <= i; ++j) expect([library.get(M, i, j), library.get(M, j, i)]).toEqual([16 * i + j, 16 * i + j]);
  }
});

test('arguments of another size stop a debug build', () => {
  const M = library.matrix(5);
  const [five, six] = [library.vector(5), library.vector(6)];
  expect(() => library.apply(M, five, six)).toThrow('x and out must have the size N of the matrix');
  expect(() => library.apply(M, five, five)).toThrow('out must be another array than x');
  expect(() => library.rankTwo(library.matrix(6), 1, five, five, M)).toThrow('must have the size N of out');
});

test('debug and release builds give the same bits', async () => {
  const N = 37;
  const bits = (build: Library) => {
    const [x, y, out] = [build.vector(N), build.vector(N), build.vector(N)];
    const random = build.stream(5, 2);
    build.fillNormal(random, x);
    build.fillNormal(random, y);
    const W = build.gaussianMatrix(random, N);
    build.rankTwo(W, 0.3, x, y, W);
    const form = build.apply(W, x, out);
    return [form, ...view(build, out, N)];
  };
  expect(bits(await load('debug'))).toEqual(bits(await load('release')));
});
