import { beforeAll, describe, expect, test } from 'vitest';
import { type Library, load } from './probe/load.mts';
import reference from './reference/error-functions.json' with { type: 'json' };

let library: Library;
beforeAll(async () => {
  library = await load();
});

describe('the error function and its complement', () => {
  test.each(reference.errors)('at $x', ({ x, erf, erfc }) => {
    // a few roundings, and in e^(−x²) as many as x² has: 2⁻⁵³ (8 + x²) of the value
    const bound = (8 + x * x) * 2 ** -53;
    expect(Math.abs(library.erf(x) - erf)).toBeLessThanOrEqual(bound * erf);
    // up to 1 it is 1 − erf
    expect(Math.abs(library.erfc(x) - erfc)).toBeLessThanOrEqual(bound * (x < 1 ? 1 : erfc));
  });

  test('are odd, and point symmetric about 1', () => {
    for (const { x } of reference.errors) {
      expect(library.erf(-x)).toBe(-library.erf(x));
      expect(library.erfc(-x)).toBeCloseTo(2 - library.erfc(x), 15);
    }
  });

  test('go to their limits', () => {
    expect([library.erf(0), library.erf(30), library.erfc(30), library.erfc(-30)]).toEqual([0, 1, 0, 2]);
    expect([library.erf(Infinity), library.erfc(Infinity)]).toEqual([1, 0]);
  });
});

describe("Owen's function", () => {
  test.each(reference.wedges)('at h = $h, a = $a', ({ h, a, value }) => {
    // terms of at most 1/8, to a few roundings
    expect(Math.abs(library.owen(h, a) - value)).toBeLessThan(2e-16);
  });

  test('is a half of the tail for the whole quarter of the plane', () => {
    for (const h of [0, 0.5, 2]) {
      expect(Math.abs(library.owen(h, 1e12) - library.erfc(h * Math.SQRT1_2) / 4)).toBeLessThan(1e-12);
    }
  });
});
