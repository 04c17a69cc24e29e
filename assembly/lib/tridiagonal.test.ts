import { beforeAll, describe, expect, test } from 'vitest';
import { type Library, load, put, view } from './probe/load.mts';

let library: Library;
beforeAll(async () => {
  library = await load();
});

interface Tridiagonal {
  readonly a: number[];
  readonly b: number[];
}
const range = (n: number) => Array.from({ length: n }, (_, i) => i);
const norm = ({ a, b }: Tridiagonal) =>
  Math.max(...a.map((value, i) => Math.abs(value) + Math.abs(b[i] ?? 0) + Math.abs(b[i - 1] ?? 0)));
/** A few n 2⁻⁵³ |T|, as the header of the file promises, and the resolution of zero. */
const rounding = (T: Tridiagonal) => 4 * T.a.length * 2 ** -53 * norm(T) + 1e-99;

/** −d²/dx² on n points: 2 on the diagonal, −1 beside it. */
const difference = (n: number): Tridiagonal => ({ a: range(n).map(() => 2), b: range(n - 1).map(() => -1) });
const ofDifference = (n: number) => range(n).map((k) => 2 - 2 * Math.cos(((k + 1) * Math.PI) / (n + 1)));
/** 2 S_x of a spin of n states: eigenvalues −(n − 1), −(n − 3), …, n − 1. */
const spin = (n: number): Tridiagonal => ({
  a: range(n).map(() => 0),
  b: range(n - 1).map((k) => Math.sqrt((k + 1) * (n - 1 - k))),
});
const ofSpin = (n: number) => range(n).map((k) => 2 * k - n + 1);

function eigenvalues({ a, b }: Tridiagonal): number[] {
  const diagonal = put(library, a);
  library.eigenvalues(a.length, diagonal, put(library, b));
  return [...view(library, diagonal, a.length)];
}

describe('all eigenvalues, ascending,', () => {
  test.each([1, 2, 3, 4, 7, 40, 111])('are the closed forms of the second difference and of a spin, n = %i', (n) => {
    for (const [T, exact] of [[difference(n), ofDifference(n)] as const, [spin(n), ofSpin(n)] as const]) {
      eigenvalues(T).forEach((value, k) => {
        expect(Math.abs(value - (exact[k] ?? 0))).toBeLessThanOrEqual(rounding(T));
      });
    }
  });

  test('are the diagonal, sorted, where nothing is beside it', () => {
    expect(eigenvalues({ a: [3, -1, 4, 1, -5, 9, 2, -6], b: range(7).map(() => 0) })).toEqual([
      -6, -5, -1, 1, 2, 3, 4, 9,
    ]);
    expect(eigenvalues({ a: [0, 0, 0], b: [0, 0] })).toEqual([0, 0, 0]);
  });

  test('of a matrix that falls into blocks are those of the blocks', () => {
    const [one, other] = [spin(5), difference(6)];
    const T = { a: [...one.a, ...other.a], b: [...one.b, 0, ...other.b] };
    const exact = [...ofSpin(5), ...ofDifference(6)].sort((x, y) => x - y);
    eigenvalues(T).forEach((value, k) => {
      expect(Math.abs(value - (exact[k] ?? 0))).toBeLessThanOrEqual(rounding(T));
    });
  });

  test('end even where a number is none', () => {
    expect(eigenvalues({ a: [1, Number.NaN, 2], b: [1, 1] }).some(Number.isNaN)).toBe(true);
  });
});

test.each([1, 2, 7, 40])('a row of the eigenvectors is the closed form of the second difference, n = %i', (n) => {
  for (const row of [0, n >> 1, n - 1]) {
    const T = difference(n);
    const [a, r] = [
      put(library, T.a),
      put(
        library,
        range(n).map((i) => (i === row ? 1 : 0)),
      ),
    ];
    library.eigenvaluesAndRow(n, a, put(library, T.b), r);
    expect([...view(library, a, n)]).toEqual(eigenvalues(T));
    view(library, r, n).forEach((component, k) => {
      const exact = Math.sqrt(2 / (n + 1)) * Math.sin(((row + 1) * (k + 1) * Math.PI) / (n + 1));
      // the error of a vector is that of T over the distance of the eigenvalues, at least 3 (π/(n + 1))²
      expect(Math.abs(component ** 2 - exact ** 2)).toBeLessThan(rounding(T) * (n + 1) ** 2);
    });
  }
});

describe('the smallest eigenvalue', () => {
  function smallest(T: Tridiagonal) {
    const n = T.a.length;
    const v = library.vector(n);
    const value = library.smallest(n, put(library, T.a), put(library, T.b), v, library.vector(n));
    return { value, v: view(library, v, n).slice() };
  }

  test.each([1, 2, 3, 8, 50])('and its vector satisfy T v = θ v, n = %i', (n) => {
    for (const [T, exact] of [[difference(n), ofDifference(n)] as const, [spin(n), ofSpin(n)] as const]) {
      const { value, v } = smallest(T);
      expect(Math.abs(value - (exact[0] ?? 0))).toBeLessThanOrEqual(rounding(T));
      expect(Math.abs(v.reduce((sum, x) => sum + x * x, 0) - 1)).toBeLessThan(1e-14);
      v.forEach((x, i) => {
        const product = (T.a[i] ?? 0) * x + (T.b[i - 1] ?? 0) * (v[i - 1] ?? 0) + (T.b[i] ?? 0) * (v[i + 1] ?? 0);
        expect(Math.abs(product - value * x)).toBeLessThanOrEqual(rounding(T));
      });
    }
  });

  test('of zero is zero', () => {
    const { value, v } = smallest({ a: [0], b: [] });
    expect(Math.abs(value)).toBeLessThan(1e-99);
    expect([...v]).toEqual([1]);
  });
});
