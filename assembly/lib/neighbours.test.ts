import { beforeAll, expect, test } from 'vitest';
import { type Library, load, put, view } from './probe/load.mts';

let library: Library;
beforeAll(async () => {
  library = await load('release');
});

const range = [1.3, 0.9, 1.1];
const skin = 0.2;

/** Pairs (i ≤ j, distance) of all images within reach, by a sum over everything. */
function bruteForce(d: number, r: Float64Array, first: number, L: number): Map<string, number[]> {
  const N = r.length / d;
  const pairs = new Map<string, number[]>();
  const shifts = [-1, 0, 1];
  for (let i = 0; i < N; ++i) {
    for (let j = i; j < N; ++j) {
      const reach = (range[Number(i >= first) + Number(j >= first)] ?? Number.NaN) + skin;
      for (const a of shifts) {
        for (const b of shifts) {
          for (const c of d === 3 ? shifts : [0]) {
            const shift = [a, b, c];
            // of an image of oneself and its opposite, one
            if (i === j && !(a > 0 || (a === 0 && (b > 0 || (b === 0 && c > 0))))) continue;
            let square = 0;
            for (let k = 0; k < d; ++k) {
              square += ((r[i * d + k] ?? 0) - (r[j * d + k] ?? 0) + L * (shift[k] ?? 0)) ** 2;
            }
            if (square < reach ** 2) pairs.set(`${i} ${j}`, [...(pairs.get(`${i} ${j}`) ?? []), square]);
          }
        }
      }
    }
  }
  return pairs;
}

/** The same of the four lists. */
function listed(d: number, r: Float64Array, first: number, L: number): Map<string, number[]> {
  const neighbours = library.neighbours(d, put(library, r), first, L, put(library, range));
  const out = library.vector(120000);
  const pairs = new Map<string, number[]>();
  for (let list = 0; list < 4; ++list) {
    const count = library.listedPairs(neighbours, list, out);
    const found = view(library, out, 3 * count);
    for (let m = 0; m < count; ++m) {
      const [i = -1, j = -1, square = -1] = found.subarray(3 * m, 3 * m + 3);
      expect(2 * Number(i >= first) + Number(j >= first)).toBe(list);
      const key = `${Math.min(i, j)} ${Math.max(i, j)}`;
      pairs.set(key, [...(pairs.get(key) ?? []), square]);
    }
  }
  return pairs;
}

test.each([
  [2, 1.5, 12, 5],
  [2, 1.9, 20, 11],
  [2, 6.3, 120, 70],
  [3, 1.6, 14, 9],
  [3, 3.4, 60, 40],
  [3, 6.1, 150, 90],
])('%d dimensions, side %d: the lists of %d points hold each pair of the periodic system once', (d, L, N, first) => {
  const uniform = library.vector(N * d);
  library.fillUniform(library.stream(d * 100 + N, 0), uniform);
  // one point on a face, one in a corner, one on the side of a cell
  const r = view(library, uniform, N * d).map((x) => x * L);
  r.set(Array(d).fill(0), 0);
  r.set(Array(d).fill(L / 2), d);
  r[2 * d] = 0;
  const [got, wanted] = [listed(d, r, first, L), bruteForce(d, r, first, L)];
  expect([...got.keys()].sort()).toEqual([...wanted.keys()].sort());
  for (const [key, squares] of wanted) {
    const found = (got.get(key) ?? []).sort((a, b) => a - b);
    expect(found.length, key).toBe(squares.length);
    squares.sort((a, b) => a - b).map((square, k) => expect(found[k]).toBeCloseTo(square, 12));
  }
});
