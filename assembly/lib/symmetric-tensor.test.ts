import { beforeAll, describe, expect, test } from 'vitest';
import { expectCovariance } from './probe/covariance.mts';
import { elements, plain } from './probe/dense-tensor.mts';
import { type Library, load, normalVector, put, view } from './probe/load.mts';
import { gamma } from './probe/rounding.mts';

let library: Library;
beforeAll(async () => {
  library = await load();
});

const SIZES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 50, 100];

/** Each term passes at most N + 16 roundings (header of the file). */
const bounds = (N: number, size: Float64Array) => size.map((value) => gamma(N + 16) * value);

const normals = (seed: number, N: number) => normalVector(library, seed, N);
const dense = (T: number, N: number) => elements(library, T, N);
const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

/** T(x,x,·) and T(x,x,x) from the library. */
function gradient(T: number, x: Float64Array) {
  const [from, to] = [put(library, x), library.vector(x.length)];
  const form = library.gradient(T, from, to);
  return { form, out: view(library, to, x.length).slice() };
}

function expectClose(actual: Float64Array, expected: Float64Array, bound: Float64Array) {
  expect(actual.length).toBe(expected.length);
  actual.forEach((value, l) => {
    expect(Math.abs(value - (expected[l] ?? 0))).toBeLessThan(bound[l] ?? 0);
  });
}

describe.each(SIZES)('the tensor of N = %i', (N) => {
  const draw = () => library.gaussianTensor(library.stream(N, 1), N);
  const x = () => normals(N, N);

  test('has the gradient and the form of plain f64 loops', () => {
    const T = draw();
    const vector = x();
    const { out, size } = plain(dense(T, N), N, (j, k) => (vector[j] ?? 0) * (vector[k] ?? 0));
    const actual = gradient(T, vector);
    expectClose(actual.out, out, bounds(N, size));
    expect(Math.abs(actual.form - dot(vector, out))).toBeLessThan(dot(vector.map(Math.abs), bounds(N, size)));
  });

  test('gives the same gradient again: nothing of a call is left for the next', () => {
    const T = draw();
    const first = gradient(T, x());
    const out = library.vector(N);
    library.contract(T, library.gaussianMatrix(library.stream(N, 2), N), out);
    expect(gradient(T, x())).toEqual(first);
  });

  test('contracts with a symmetric matrix as plain f64 loops do', () => {
    const T = draw();
    const M = library.gaussianMatrix(library.stream(N, 2), N);
    const pointer = library.vector(N);
    library.contract(T, M, pointer);
    const { out, size } = plain(dense(T, N), N, (j, k) => library.get(M, j, k));
    expectClose(view(library, pointer, N), out, bounds(N, size));
  });

  test('contracted with x xᵀ is the gradient', () => {
    const T = draw();
    const vector = x();
    const M = library.matrix(N);
    library.rankTwo(
      M,
      0,
      put(library, vector),
      put(
        library,
        vector.map((value) => value / 2),
      ),
      M,
    );
    const pointer = library.vector(N);
    library.contract(T, M, pointer);
    const { size } = plain(dense(T, N), N, (j, k) => (vector[j] ?? 0) * (vector[k] ?? 0));
    // the bounds of the two sides, and 5 roundings of M
    const bound = size.map((value) => (2 * gamma(N + 16) + gamma(5)) * value);
    expectClose(view(library, pointer, N), gradient(T, vector).out, bound);
  });

  test('contracted with the identity is the partial trace Σ_j T_ljj', () => {
    const T = draw();
    const identity = library.matrix(N);
    for (let i = 0; i < N; ++i) library.set(identity, i, i, 1);
    const [contracted, trace] = [library.vector(N), library.vector(N)];
    library.contract(T, identity, contracted);
    library.partialTrace(T, trace);
    const { out, size } = plain(dense(T, N), N, (j, k) => (j === k ? 1 : 0));
    expectClose(view(library, contracted, N), out, bounds(N, size));
    expectClose(
      view(library, trace, N),
      out,
      size.map((value) => 2 * N * 2 ** -53 * value),
    );
  });
});

test('roundings do not add up: the relative error of the gradient grows like √N', () => {
  for (const N of [50, 200]) {
    const T = library.gaussianTensor(library.stream(N, 1), N);
    const x = normals(N, N).map(Math.fround);
    const { out } = plain(dense(T, N), N, (j, k) => (x[j] ?? 0) * (x[k] ?? 0));
    const error = gradient(T, x).out.map((value, l) => value - (out[l] ?? 0));
    // N + 16 independent roundings, each of standard deviation at most 2^-24/√3 of a partial sum of the size of out
    expect(Math.sqrt(dot(error, error) / dot(out, out))).toBeLessThan(2 ** -24 * Math.sqrt((N + 16) / 3));
  }
});

describe('the tensor is symmetric', () => {
  test.each(SIZES.slice(0, 12))('T(e_a, e_b, e_c) is the same for all permutations of a, b, c, N = %i', (N) => {
    const T = library.gaussianTensor(library.stream(N, 1), N);
    const full = dense(T, N);
    const out = library.vector(N);
    for (let b = 0; b < N; ++b) {
      for (let c = 0; c < N; ++c) {
        const M = library.matrix(N);
        library.set(M, b, c, 1);
        library.contract(T, M, out);
        view(library, out, N).forEach((value, a) => {
          // M = (e_b e_cᵀ + e_c e_bᵀ) / (1 + δ_bc) takes T_abc 2 / (1 + δ_bc) times: no rounding of f32, a few of f64
          const expected = (b === c ? 1 : 2) * (full[(a * N + b) * N + c] ?? 0);
          expect(Math.abs(value - expected)).toBeLessThanOrEqual(2 ** -50 * Math.abs(expected));
        });
      }
    }
  });

  test('a smaller one is the corner of a larger one', () => {
    const small = library.gaussianTensor(library.stream(1, 1), 6);
    const large = library.gaussianTensor(library.stream(1, 1), 13);
    for (let i = 0; i < 6; ++i) {
      for (let j = 0; j <= i; ++j) {
        for (let k = 0; k <= j; ++k) {
          expect(library.coefficient(small, i, j, k)).toBe(library.coefficient(large, i, j, k));
        }
      }
    }
  });
});

describe('the gradient is that of the cubic form', () => {
  test.each([4, 13, 50])('central differences miss it by h² T(d,d,d), exactly, N = %i', (N) => {
    const T = library.gaussianTensor(library.stream(N, 1), N);
    // multiples of 1/4, so that x ± h d has no rounding in f32
    const x = normals(1, N).map((value) => Math.round(4 * value) / 4);
    const d = normals(2, N).map((value) => Math.round(4 * value) / 4);
    const full = dense(T, N);
    const measure = (point: Float64Array) => {
      const { size } = plain(full, N, (j, k) => (point[j] ?? 0) * (point[k] ?? 0));
      const bound = bounds(N, size);
      return { ...gradient(T, point), bound, formBound: dot(point.map(Math.abs), bound) };
    };
    const here = measure(x);
    const slope = 3 * dot(here.out, d);
    const slopeBound = 3 * dot(here.bound, d.map(Math.abs));
    const cubic = measure(d);
    for (const h of [2, 1, 0.5]) {
      const above = measure(x.map((value, i) => value + h * (d[i] ?? 0)));
      const below = measure(x.map((value, i) => value - h * (d[i] ?? 0)));
      const difference = (above.form - below.form) / (2 * h);
      const bound = (above.formBound + below.formBound) / (2 * h) + slopeBound + h ** 2 * cubic.formBound;
      expect(Math.abs(difference - slope - h ** 2 * cubic.form)).toBeLessThan(bound);
      if (h >= 1) expect(Math.abs(h ** 2 * cubic.form)).toBeGreaterThan(10 * bound);
    }
  });
});

describe('a Gaussian tensor', () => {
  test('has coefficients of variance 6 : 3 : 1 for distinct, two equal and three equal indices', () => {
    const N = 100;
    const T = library.gaussianTensor(library.stream(3, 1), N);
    const kinds = [
      { name: 'i > j > k', variance: 6, n: 0, sum: 0, square: 0 },
      { name: 'i = j > k', variance: 3, n: 0, sum: 0, square: 0 },
      { name: 'i > j = k', variance: 3, n: 0, sum: 0, square: 0 },
      { name: 'i = j = k', variance: 1, n: 0, sum: 0, square: 0 },
    ];
    for (let i = 0; i < N; ++i) {
      for (let j = 0; j <= i; ++j) {
        for (let k = 0; k <= j; ++k) {
          const c = library.coefficient(T, i, j, k);
          const kind = kinds[(i === j ? 1 : 0) + (j === k ? 2 : 0)];
          if (!kind) continue;
          ++kind.n;
          kind.sum += c;
          kind.square += c * c;
        }
      }
    }
    for (const { name, variance, n, sum, square } of kinds) {
      // mean: variance/n; empirical variance: standard deviation variance sqrt(2/n); 5 sigma
      expect(Math.abs(sum / n), name).toBeLessThan(5 * Math.sqrt(variance / n));
      expect(Math.abs(square / n - variance), name).toBeLessThan(5 * variance * Math.sqrt(2 / n));
    }
  });

  test('has Cov[T(x,x,x), T(y,y,y)] = (x · y)³', () => {
    const N = 6;
    const random = library.stream(2, 1);
    const [x, y, out] = [put(library, normals(3, N)), put(library, normals(4, N)), library.vector(N)];
    library.addScaled(y, 0.8, x);
    const covariance = (a: number, b: number) => library.dot(a, b) ** 3;
    expectCovariance(20_000, [covariance(x, x), covariance(x, y), covariance(y, y)], () => {
      const T = library.gaussianTensor(random, N);
      return [library.gradient(T, x, out), library.gradient(T, y, out)];
    });
  });
});

test('arguments of another size stop a debug build', () => {
  const T = library.gaussianTensor(library.stream(1, 1), 5);
  const [five, six] = [library.vector(5), library.vector(6)];
  expect(() => library.gradient(T, six, five)).toThrow('x and out must have the length N of the tensor');
  expect(() => library.gradient(T, five, five)).toThrow('out must be another array than x');
  expect(() => library.contract(T, library.matrix(6), five)).toThrow('M and out must have the size N of the tensor');
});

test.each([37, 100])('debug and release builds give the same bits, N = %i', async (N) => {
  const bits = (build: Library) => {
    const [x, gradient, contracted, trace] = [build.vector(N), build.vector(N), build.vector(N), build.vector(N)];
    build.fillNormal(build.stream(6, 3), x);
    const T = build.gaussianTensor(build.stream(6, 1), N);
    const form = build.gradient(T, x, gradient);
    build.contract(T, build.gaussianMatrix(build.stream(6, 2), N), contracted);
    build.partialTrace(T, trace);
    return [form, ...[gradient, contracted, trace].flatMap((pointer) => [...view(build, pointer, N)])];
  };
  expect(bits(await load('debug'))).toEqual(bits(await load('release')));
});
