import { beforeAll, describe, expect, test } from 'vitest';
import { type Library, load, normalVector, put, view } from './probe/load.mts';

let library: Library;
beforeAll(async () => {
  library = await load();
});

type Vector = ArrayLike<number>;
const dot = (a: Vector, b: Vector) => Array.from(a).reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
const plus = (a: Vector, s: number, b: Vector) => Float64Array.from(a, (value, i) => value + s * (b[i] ?? 0));

/** A sum of squares s x xᵀ, as a matrix of the library and as a function of vectors. */
function squares(N: number, terms: number) {
  const A = library.denseMatrix(N);
  const parts = Array.from({ length: terms }, (_, k) => ({ s: Math.cos(3 * k), x: normalVector(library, 10 + k, N) }));
  for (const { s, x } of parts) library.addSquare(A, s, put(library, x));
  const apply = (v: Vector) =>
    parts.reduce((sum, { s, x }) => plus(sum, s * dot(x, v), x), new Float64Array(N) as Float64Array);
  return { A, apply };
}

function decompose(N: number, A: number, x: Vector, y: Vector) {
  const [spectrum, overlaps, side] = [library.vector(N), library.vector(N), library.vector(N)];
  library.tangentSignal(A, put(library, x), put(library, y), spectrum, overlaps, side);
  return { spectrum: view(library, spectrum, N).slice(), overlaps: view(library, overlaps, N).slice() };
}

test('a square is added to every entry, and a copy is scaled', () => {
  for (const N of [1, 4, 7]) {
    const A = library.denseMatrix(N);
    const x = normalVector(library, 5, N);
    library.setDense(A, N - 1, 0, 2);
    library.addSquare(A, -1.5, put(library, x));
    const copy = library.denseMatrix(N);
    library.copyDense(A, 3, copy);
    for (let i = 0; i < N; ++i) {
      for (let j = 0; j <= i; ++j) {
        const value = -1.5 * (x[i] ?? 0) * (x[j] ?? 0) + (i === N - 1 && j === 0 ? 2 : 0);
        expect(Math.abs(library.getDense(A, i, j) - value)).toBeLessThan(1e-14);
        expect(library.getDense(copy, i, j)).toBe(3 * library.getDense(A, i, j));
      }
    }
  }
});

test('a vector is turned by the mirror of the matrix: its quadratic form stays', () => {
  const N = 9;
  const { A, apply } = squares(N, 5);
  const v = normalVector(library, 3, N);
  const form = dot(v, apply(v));
  library.turn(A, N, put(library, normalVector(library, 4, N)));
  const turned = put(library, v);
  library.turnVector(A, N, turned);
  const u = view(library, turned, N);
  let sum = 0;
  for (let i = 0; i < N; ++i) for (let j = 0; j < N; ++j) sum += library.getDense(A, i, j) * (u[i] ?? 0) * (u[j] ?? 0);
  expect(Math.abs(sum - form)).toBeLessThan(1e-13 * Math.abs(form) + 1e-13);
});

describe('the spectrum on the tangent space', () => {
  test.each([3, 8, 41])('has the moments of PAP, and with the overlaps those along y, N = %i', (N) => {
    const { A, apply } = squares(N, 2 * N);
    const [x, y] = [normalVector(library, 1, N), normalVector(library, 2, N)];
    const project = (v: Vector) => plus(v, -dot(v, x) / dot(x, x), x);
    const across = project(y);
    const { spectrum, overlaps } = decompose(N, A, x, y);
    expect([spectrum[N - 1], overlaps[N - 1]]).toEqual([Number.NaN, Number.NaN]);
    const values = spectrum.subarray(0, N - 1);
    expect([...values]).toEqual([...values].sort((a, b) => a - b));
    const size = Math.max(...values.map(Math.abs));
    let v: Float64Array = across;
    for (let power = 0; power <= 4; ++power) {
      const along = values.reduce((sum, value, k) => sum + value ** power * (overlaps[k] ?? 0), 0);
      // a few N 2⁻⁵³ |A|, once for each power
      expect(Math.abs(along - dot(across, v) / dot(across, across))).toBeLessThan(
        2e-15 * N * (power + 1) * size ** power,
      );
      v = project(apply(v));
    }
    const unit = (i: number) => project(Float64Array.from({ length: N }, (_, j) => (i === j ? 1 : 0)));
    const trace = Array.from({ length: N }, (_, i) => dot(unit(i), apply(unit(i)))).reduce((sum, value) => sum + value);
    expect(Math.abs(values.reduce((sum, value) => sum + value) - trace)).toBeLessThan(1e-14 * N * size);
  });

  test('of y yᵀ is one eigenvalue, which has all of y', () => {
    const N = 12;
    const [x, y] = [normalVector(library, 6, N), normalVector(library, 7, N)];
    const A = library.denseMatrix(N);
    library.addSquare(A, -1, put(library, y));
    const { spectrum, overlaps } = decompose(N, A, x, y);
    const square = dot(y, y) - dot(x, y) ** 2 / dot(x, x);
    expect(Math.abs((spectrum[0] ?? 0) + square)).toBeLessThan(1e-13 * square);
    expect(Math.abs((overlaps[0] ?? 0) - 1)).toBeLessThan(1e-13);
    for (let k = 1; k < N - 1; ++k) expect(Math.abs(spectrum[k] ?? 1)).toBeLessThan(1e-13 * square);
  });
});
