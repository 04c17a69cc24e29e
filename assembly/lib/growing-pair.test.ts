import { beforeAll, describe, expect, test } from 'vitest';
import { type Library, load, normalVector, put, view } from './probe/load.mts';

let library: Library;
beforeAll(async () => {
  library = await load('debug');
});

/** Symmetric S and strictly lower triangular L of random numbers, rows of both at any place of longer arrays. */
function draw(n: number) {
  const numbers = normalVector(library, n, 2 * n * n);
  const lower = (i: number, j: number) => numbers[i * n + j] ?? Number.NaN;
  return {
    S: (i: number, j: number) => lower(Math.max(i, j), Math.min(i, j)),
    L: (i: number, j: number) => (j < i ? (numbers[n * n + i * n + j] ?? Number.NaN) : 0),
  };
}

describe('products of a growing pair', () => {
  test.each([1, 2, 3, 4, 5, 7, 8, 13, 40])(
    'are those of dense matrices, at every size on the way to %d',
    (capacity) => {
      const { S, L } = draw(capacity);
      const pair = library.growingPair(capacity);
      const [x, y] = [library.vector(capacity), library.vector(capacity)];
      for (let i = 0; i < capacity; ++i) {
        const from = i % 3;
        const row = (of: typeof S) =>
          put(
            library,
            Array.from({ length: from + i + 1 }, (_, k) => of(i, k - from)),
          );
        library.setRow(pair, i, row(S), row(L), from);
        const n = i + 1;
        const [a, b] = [1, 2].map((seed) => normalVector(library, 100 * seed + n, capacity)) as [
          Float64Array,
          Float64Array,
        ];
        library.products(pair, n, put(library, a), put(library, b), x, y);
        const all = Array.from({ length: n }, (_, k) => k);
        const sum = (terms: number[]) => ({
          value: terms.reduce((total, term) => total + term, 0),
          size: terms.reduce((total, term) => total + Math.abs(term), 0),
        });
        for (const s of all) {
          const exactX = sum(all.flatMap((u) => [S(s, u) * (a[u] ?? 0), L(s, u) * (b[u] ?? 0)]));
          const exactY = sum(all.map((u) => L(u, s) * (a[u] ?? 0)));
          // 2n roundings of 2⁻⁵³ on either side, relative to the sum of absolute terms
          const rounding = 4 * n * 2 ** -53;
          expect(Math.abs((view(library, x, n)[s] ?? Number.NaN) - exactX.value)).toBeLessThanOrEqual(
            rounding * exactX.size,
          );
          expect(Math.abs((view(library, y, n)[s] ?? Number.NaN) - exactY.value)).toBeLessThanOrEqual(
            rounding * exactY.size,
          );
        }
      }
    },
  );

  test('of the first rows take no number beyond them', () => {
    const pair = library.growingPair(6);
    const one = put(library, [1, 1, 1, 1, 1, 1]);
    for (let i = 0; i < 6; ++i) library.setRow(pair, i, one, one, 0);
    const beyond = put(library, [1, 1, 1, 1, 1, Number.NaN]);
    const [x, y] = [library.vector(6), library.vector(6)];
    library.products(pair, 6, one, one, x, y);
    expect(Array.from(view(library, x, 6))).toEqual([6, 7, 8, 9, 10, 11]);
    expect(Array.from(view(library, y, 6))).toEqual([5, 4, 3, 2, 1, 0]);
    library.products(pair, 5, beyond, beyond, x, y);
    expect(Array.from(view(library, x, 5))).toEqual([5, 6, 7, 8, 9]);
    expect(Array.from(view(library, y, 5))).toEqual([4, 3, 2, 1, 0]);
  });

  test('a row beyond the capacity is refused', () => {
    const pair = library.growingPair(3);
    const row = library.vector(4);
    expect(() => library.setRow(pair, 3, row, row, 0)).toThrow('setRow: the row must be below the capacity');
  });
});
