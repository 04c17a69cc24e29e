import { beforeAll, describe, expect, test } from 'vitest';
import { type Library, load, normalVector, put, view } from './probe/load.mts';
import reference from './reference/symmetric_eigenvalues.json' with { type: 'json' };

let library: Library;
beforeAll(async () => {
  library = await load();
});

/** The matrix of the reference: whole numbers over 101. */
const entry = (i: number, j: number) => (((17 * (i + j) ** 2 + 5 * i * j + 3 * i * j * (i + j)) % 101) - 50) / 101;

function filled(N: number, value: (i: number, j: number) => number): number {
  const A = library.denseMatrix(N);
  for (let i = 0; i < N; ++i) for (let j = 0; j <= i; ++j) library.setDense(A, i, j, value(i, j));
  return A;
}
function eigenvalues(A: number, n: number): Float64Array {
  const [diagonal, side] = [library.vector(n), library.vector(n)];
  library.tridiagonalise(A, n, diagonal, side);
  library.eigenvalues(n, diagonal, side);
  return view(library, diagonal, n).slice();
}
/** A few n 2⁻⁵³ |A| of either program. */
const rounding = (exact: number[]) => 8 * exact.length * 2 ** -53 * Math.max(...exact.map(Math.abs));
const expectClose = (values: Float64Array, exact: number[]) =>
  exact.forEach((value, k) => {
    expect(Math.abs((values[k] ?? Number.NaN) - value)).toBeLessThanOrEqual(rounding(exact));
  });

test('what is set at (i, j) is at (i, j) and (j, i), and nowhere else', () => {
  for (const N of [1, 2, 5, 6]) {
    const A = filled(N, (i, j) => 10 * i + j);
    for (let i = 0; i < N; ++i) {
      for (let j = 0; j < N; ++j) expect(library.getDense(A, i, j)).toBe(10 * Math.max(i, j) + Math.min(i, j));
    }
  }
});

describe('eigenvalues', () => {
  test.each(Object.entries(reference))('are those of LAPACK, N = %s', (size, exact) => {
    expectClose(eigenvalues(filled(Number(size), entry), Number(size)), exact);
  });

  test('are those of the leading block: the rest stays', () => {
    const A = filled(9, entry);
    expectClose(eigenvalues(A, 6), reference['6']);
    for (let i = 6; i < 9; ++i) {
      for (let j = 0; j <= i; ++j) expect(library.getDense(A, i, j)).toBe(entry(i, j));
    }
  });

  test('of a multiple of one, of rank one and of nothing', () => {
    expectClose(
      eigenvalues(
        filled(7, (i, j) => (i === j ? -3 : 0)),
        7,
      ),
      [-3, -3, -3, -3, -3, -3, -3],
    );
    expectClose(
      eigenvalues(
        filled(6, () => 2),
        6,
      ),
      [0, 0, 0, 0, 0, 12],
    );
    expectClose(
      eigenvalues(
        filled(4, () => 0),
        4,
      ),
      [0, 0, 0, 0],
    );
  });
});

describe('a turn', () => {
  test.each([2, 5, 8])('keeps the eigenvalues, N = %i', (N) => {
    const A = filled(N, entry);
    library.turn(A, N, put(library, normalVector(library, 3, N)));
    expectClose(eigenvalues(A, N), reference[`${N}` as keyof typeof reference]);
  });

  test.each([4, 5])('of the leading block leaves the rest alone, n = %i', (n) => {
    const A = filled(8, entry);
    library.turn(A, n, put(library, normalVector(library, 3, n)));
    for (let i = n; i < 8; ++i) {
      for (let j = 0; j <= i; ++j) expect(library.getDense(A, i, j)).toBe(entry(i, j));
    }
    expectClose(eigenvalues(A, n), reference[`${n}` as keyof typeof reference]);
  });

  test.each([2, 5, 8, 13])('takes the direction to the last axis: yᵀAy is there, N = %i', (N) => {
    for (const sign of [1, -1]) {
      const y = normalVector(library, 4, N).map((value) => sign * value);
      const square = y.reduce((sum, value) => sum + value * value, 0);
      const form = y.reduce((sum, yi, i) => sum + y.reduce((row, yj, j) => row + yi * yj * entry(i, j), 0), 0) / square;
      const A = filled(N, entry);
      library.turn(A, N, put(library, y));
      expect(Math.abs(library.getDense(A, N - 1, N - 1) - form)).toBeLessThan(1e-14 * N);
    }
  });

  test('leaves of a projector on the direction the last entry alone', () => {
    const N = 7;
    const y = normalVector(library, 5, N);
    const A = filled(N, (i, j) => (y[i] ?? 0) * (y[j] ?? 0));
    library.turn(A, N, put(library, y));
    const square = y.reduce((sum, value) => sum + value * value, 0);
    for (let i = 0; i < N; ++i) {
      for (let j = 0; j <= i; ++j) {
        const expected = i === N - 1 && j === N - 1 ? square : 0;
        expect(Math.abs(library.getDense(A, i, j) - expected)).toBeLessThan(1e-14 * N);
      }
    }
  });
});

test('debug and release builds have the same bits', async () => {
  const bits = async (target: 'debug' | 'release') => {
    library = await load(target);
    return [...eigenvalues(filled(41, entry), 41)];
  };
  expect(await bits('release')).toEqual(await bits('debug'));
});
