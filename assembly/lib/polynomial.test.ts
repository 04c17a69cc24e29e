import { beforeAll, expect, test } from 'vitest';
import { type Library, load, put, view } from './probe/load.mts';

let library: Library;
beforeAll(async () => {
  library = await load();
});

/** Value and two derivatives of the polynomial at `coefficients`. */
function at(coefficients: number, x: number): number[] {
  const jet = library.jet();
  library.evaluate(coefficients, x, jet);
  return [...view(library, jet, 3)];
}

test('a polynomial and its derivatives are those of its coefficients', () => {
  const cubic = put(library, Float64Array.of(5, -3, 2, 4));
  for (const x of [-2, 0, 0.5]) {
    // integers and halves: no rounding
    expect(at(cubic, x)).toEqual([5 - 3 * x + 2 * x ** 2 + 4 * x ** 3, -3 + 4 * x + 12 * x ** 2, 4 + 24 * x]);
  }
});

test('sums, products and powers have the coefficients that they should', () => {
  const a = put(library, Float64Array.of(1, 2));
  const b = put(library, Float64Array.of(3, 0, -1));
  expect([...view(library, library.add(a, 2, b), 3)]).toEqual([7, 2, -2]);
  expect([...view(library, library.add(b, -1, a), 3)]).toEqual([2, -2, -1]);
  expect([...view(library, library.multiply(a, b), 4)]).toEqual([3, 6, -1, -2]);
  expect([...view(library, library.monomial(4, 2), 3)]).toEqual([0, 0, 4]);
  expect([...view(library, library.geometric(4, 3), 3)]).toEqual([4, 4, 4]);
});

test('a ratio has the derivatives of a ratio: (1 − xⁿ)/(1 − x) is a geometric sum', () => {
  const sum = library.geometric(1, 6);
  const [n, d] = [library.jet(), library.jet()];
  for (const x of [-0.7, 0.2, 0.9]) {
    library.evaluate(put(library, Float64Array.of(1, 0, 0, 0, 0, 0, -1)), x, n);
    library.evaluate(put(library, Float64Array.of(1, -1)), x, d);
    library.divide(n, d, n);
    // each derivative cancels once more, by 1 - x = 0.1: 2^-53 times 10, 10² and 10³, times a few
    [...view(library, n, 3)].forEach((value, k) => {
      expect(Math.abs(value - (at(sum, x)[k] ?? Number.NaN))).toBeLessThan(1e-14 * 10 ** k);
    });
  }
});
