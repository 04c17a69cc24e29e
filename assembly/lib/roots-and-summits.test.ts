import { beforeAll, describe, expect, test } from 'vitest';
import { type Library, load } from './probe/load.mts';

let library: Library;
beforeAll(async () => {
  library = await load();
});

/* xⁿ e^(−x) rises from 0 to its summit at n, and falls from there. */

describe('a root', () => {
  test.each([
    [1, 0.2],
    [3, 1e-6],
    [8, 100],
  ])('of x^%d e^(−x) = %d is one on either side of the summit', (n, value) => {
    const hill = library.hill(n);
    for (const [low, high] of [
      [1e-3, n],
      [n, 100],
    ] as const) {
      const before = library.calls(hill);
      const x = library.root(hill, value, low, high);
      // as good as x can be rounded: |d log/dx| x 2⁻⁵², and the rounding of the power
      expect(Math.abs((n * Math.log(x) - x) / Math.log(value) - 1)).toBeLessThan(1e-13);
      expect(x).toBeGreaterThan(low);
      expect(x).toBeLessThan(high);
      // bisection takes more than 50
      expect(library.calls(hill) - before).toBeLessThan(30);
    }
  });

  test('at an end is found there, and without a change of sign it is the nearer end', () => {
    const hill = library.hill(1);
    expect(library.root(hill, 0, 0, 1)).toBe(0);
    expect(library.root(hill, 1, 0.1, 0.9)).toBe(0.9);
    expect(library.root(hill, 0.01, 0.1, 0.9)).toBe(0.1);
  });
});

test.each([0.5, 2, 7])('the summit of x^%d e^(−x) is there, and its height to rounding', (n) => {
  const hill = library.hill(n);
  const x = library.summit(hill, 0.01, 20);
  // 10⁻⁸ of 20, and a hill flat to 2⁻⁵² over √(2⁻⁵¹ n)
  expect(Math.abs(x - n)).toBeLessThan(2e-7 + Math.sqrt(2 ** -51 * n));
  const height = x ** n * Math.exp(-x);
  expect(Math.abs(height / (n ** n * Math.exp(-n)) - 1)).toBeLessThan(1e-13);
});
