import { beforeAll, describe, expect, test } from 'vitest';
import { elements } from './probe/dense-tensor.mts';
import { type Library, load, normalVector, put, view } from './probe/load.mts';
import { gamma } from './probe/rounding.mts';

let library: Library;
beforeAll(async () => {
  library = await load();
});

const SIZES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 50, 100];

/** The tensor of a size, a vector and T(x,·,·) from the library. */
function contracted(N: number) {
  const T = library.gaussianTensor(library.stream(N, 1), N);
  const x = normalVector(library, N, N);
  const M = library.matrix(N);
  library.contractOnce(T, put(library, x), M);
  return { T, x, M };
}

describe.each(SIZES)('T(x,·,·) of N = %i', (N) => {
  test('is that of plain f64 loops, and symmetric to the last bit', () => {
    const { T, x, M } = contracted(N);
    const full = elements(library, T, N);
    for (let j = 0; j < N; ++j) {
      for (let k = 0; k < N; ++k) {
        let [expected, size] = [0, 0];
        for (let i = 0; i < N; ++i) {
          const term = (full[(i * N + j) * N + k] ?? 0) * (x[i] ?? 0);
          expected += term;
          size += Math.abs(term);
        }
        // N + 16 roundings on the way of each term (header of the file)
        expect(Math.abs(library.get(M, j, k) - expected)).toBeLessThan(gamma(N + 16) * size);
        expect(library.get(M, j, k)).toBe(library.get(M, k, j));
      }
    }
  });

  test('times x is the gradient T(x,x,·)', () => {
    const { T, x, M } = contracted(N);
    const full = elements(library, T, N);
    const [once, twice] = [library.vector(N), library.vector(N)];
    const form = library.apply(M, put(library, x), once);
    const gradientForm = library.gradient(T, put(library, x), twice);
    const other = view(library, twice, N).slice();
    let formBound = 0;
    view(library, once, N).forEach((value, l) => {
      let size = 0;
      for (let i = 0; i < N; ++i) {
        for (let j = 0; j < N; ++j) size += Math.abs((full[(l * N + i) * N + j] ?? 0) * (x[i] ?? 0) * (x[j] ?? 0));
      }
      // the bounds of the gradient, of the matrix and of the product with it
      const bound = (2 * gamma(N + 16) + gamma(N / 4 + 8)) * 1.01 * size;
      expect(Math.abs(value - (other[l] ?? 0))).toBeLessThan(bound);
      formBound += bound * Math.abs(x[l] ?? 0);
    });
    expect(Math.abs(form - gradientForm)).toBeLessThan(formBound);
  });

  test('is the same again, whatever the matrix held, and leaves the gradient its bits', () => {
    const { T, x, M } = contracted(N);
    const [from, out] = [put(library, x), library.vector(N)];
    library.gradient(T, from, out);
    const before = view(library, out, N).slice();
    const used = library.gaussianMatrix(library.stream(N, 2), N);
    library.contractOnce(T, from, used);
    for (let j = 0; j < N; ++j) {
      for (let k = 0; k < N; ++k) expect(library.get(used, j, k)).toBe(library.get(M, j, k));
    }
    library.gradient(T, from, out);
    expect(view(library, out, N)).toEqual(before);
  });
});

test('roundings do not add up: the relative error grows like √N', () => {
  for (const N of [50, 200]) {
    const T = library.gaussianTensor(library.stream(N, 1), N);
    const x = normalVector(library, N, N).map(Math.fround);
    const M = library.matrix(N);
    library.contractOnce(T, put(library, x), M);
    const full = elements(library, T, N);
    let [error, total] = [0, 0];
    for (let j = 0; j < N; ++j) {
      for (let k = 0; k < N; ++k) {
        let expected = 0;
        for (let i = 0; i < N; ++i) expected += (full[(i * N + j) * N + k] ?? 0) * (x[i] ?? 0);
        error += (library.get(M, j, k) - expected) ** 2;
        total += expected ** 2;
      }
    }
    // N + 16 independent roundings, each of standard deviation at most 2^-24/√3 of a partial sum of the size of out
    expect(Math.sqrt(error / total)).toBeLessThan(2 ** -24 * Math.sqrt((N + 16) / 3));
  }
});

test('arguments of another size stop a debug build', () => {
  const T = library.gaussianTensor(library.stream(1, 1), 5);
  const [five, six] = [library.vector(5), library.vector(6)];
  expect(() => library.contractOnce(T, six, library.matrix(5))).toThrow('x and out must have the size N of the tensor');
  expect(() => library.contractOnce(T, five, library.matrix(6))).toThrow('x and out must have the size N');
});

test.each([37, 100])('debug and release builds give the same bits, N = %i', async (N) => {
  const bits = (build: Library) => {
    const [x, out, M] = [build.vector(N), build.vector(N), build.matrix(N)];
    build.fillNormal(build.stream(6, 3), x);
    build.contractOnce(build.gaussianTensor(build.stream(6, 1), N), x, M);
    build.apply(M, x, out);
    return [...view(build, out, N), ...Array.from({ length: N }, (_, i) => build.get(M, i, N >> 1))];
  };
  expect(bits(await load('debug'))).toEqual(bits(await load('release')));
});
