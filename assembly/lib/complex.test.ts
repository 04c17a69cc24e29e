import { beforeAll, expect, test } from 'vitest';
import { type Library, load, put, view } from './probe/load.mts';

let library: Library;
beforeAll(async () => {
  library = await load();
});

test('products, inverses and roots are those of the polar form, on every side of the axes', () => {
  for (const [r, phi] of [
    [1, 0],
    [2, 0.3],
    [0.5, 1.6],
    [3, 3],
    [1e-3, -3.1],
    [40, -1.5],
    [2, -0.1],
    [4, Math.PI],
  ]) {
    const [a, b] = [r as number, phi as number];
    const out = put(library, [a * Math.cos(b), a * Math.sin(b), 0.6, -0.8, 0, 0]);
    library.complexes(out);
    const other = Math.atan2(-0.8, 0.6);
    const expected = [
      [a, b + other],
      [1 / a, -b],
      [Math.sqrt(a), b / 2],
    ].flatMap(([modulus = 0, angle = 0]) => [modulus * Math.cos(angle), modulus * Math.sin(angle)]);
    // a few roundings of the modulus, on either side; near the cut the root's real part has those of its square too
    const found = view(library, out, 6);
    expected.forEach((value, k) => {
      const modulus = Math.hypot(expected[k - (k % 2)] ?? 0, expected[k - (k % 2) + 1] ?? 0);
      expect(Math.abs((found[k] ?? Number.NaN) - value)).toBeLessThan(8 * 2 ** -53 * modulus);
    });
  }
});

test('√−1 is i', () => {
  const out = put(library, [-1, 0, 1, 0, 0, 0]);
  library.complexes(out);
  expect([...view(library, out, 6)].slice(4)).toEqual([0, 1]);
});
