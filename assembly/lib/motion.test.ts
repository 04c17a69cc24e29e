import { beforeAll, expect, test } from 'vitest';
import { type Library, load, normalVector, put, view } from './probe/load.mts';

let library: Library;
beforeAll(async () => {
  library = await load('release');
});

test.each([1, 2, 7, 12])('%d numbers are moved as written, and none beyond', (n) => {
  const [a, b, c] = [1, 2, 3].map((seed) => normalVector(library, seed, n + 3)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const at = (array: Float64Array, k: number) => array[k] ?? Number.NaN;
  const v = put(library, a.subarray(0, n));
  const [r, travel] = [put(library, b), put(library, c)];
  library.drift(v, 0.3, r, travel);
  const step = Float64Array.from(b, (_, k) => (k < n ? 0.3 * at(a, k) : 0));
  expect(view(library, r, n + 3)).toEqual(b.map((x, k) => x + at(step, k)));
  expect(view(library, travel, n + 3)).toEqual(c.map((x, k) => x + at(step, k)));
  library.kick(v, -0.7, put(library, b));
  expect(view(library, v, n)).toEqual(a.subarray(0, n).map((x, k) => x + -0.7 * at(b, k)));
  library.clear(r, n - 1);
  expect(view(library, r, n + 3)).toEqual(b.map((x, k) => (k < n - 1 ? 0 : x + at(step, k))));
  const squares = a.subarray(0, n).reduce((sum, x) => sum + x * x, 0);
  expect(library.square(put(library, a.subarray(0, n)))).toBeCloseTo(squares, 12);
  const sums = a.subarray(0, n).reduce((sum, x, k) => sum + (x + at(b, k)) ** 2, 0);
  expect(library.squareOfSum(put(library, a), put(library, b), n)).toBeCloseTo(sums, 12);
});

test('all points are shifted by one vector', () => {
  const v = put(library, [1, 2, 3, 4, 5, 6]);
  library.translate(v, put(library, [1, 1, 3]));
  expect([...view(library, v, 6)]).toEqual([0, 1, 0, 3, 4, 3]);
});
