import { beforeAll, expect, test } from 'vitest';
import { type Library, load, put, view } from './probe/load.mts';

let library: Library;
beforeAll(async () => {
  library = await load();
});

test('the rule is exact up to degree five, and of order seven beyond', () => {
  for (const count of [12, 13, 40]) {
    const w = view(library, library.gregory(count), count).slice();
    const last = count - 1;
    for (let degree = 0; degree <= 5; ++degree) {
      const sum = w.reduce((total, weight, k) => total + weight * (k / last) ** degree, 0) / last;
      // 40 terms of size 1/40
      expect(Math.abs(sum * (degree + 1) - 1)).toBeLessThan(1e-13);
    }
  }
  const error = (count: number) => {
    const w = view(library, library.gregory(count), count).slice();
    const h = 1 / (count - 1);
    return w.reduce((total, weight, k) => total + h * weight * Math.exp(2 * h * k), 0) - (Math.exp(2) - 1) / 2;
  };
  // h⁷ halved is 128 times less, up to terms of order h: 2 · 275/24192 h⁷ 2⁶ (e² − 1) … ratio within 20 % at h = 1/40
  expect(error(41) / error(81)).toBeGreaterThan(128 * 0.8);
  expect(error(41) / error(81)).toBeLessThan(128 * 1.2);
});

test('the integral from each node to the last is exact for cubics', () => {
  const n = 9;
  const primitive = (z: number) => z - z ** 2 + 2 * z ** 3 - z ** 4 / 4;
  const g = put(
    library,
    Array.from({ length: n }, (_, z) => 1 - 2 * z + 6 * z ** 2 - z ** 3),
  );
  const out = library.vector(n);
  library.integralToEnd(g, out);
  view(library, out, n).forEach((value, k) => {
    expect(Math.abs(value - (primitive(n - 1) - primitive(k)))).toBeLessThan(1e-11);
  });
});
