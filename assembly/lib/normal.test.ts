import { beforeAll, describe, expect, test } from 'vitest';
import { type Library, load, view } from './probe/load.mts';
import reference from './reference/normal.json' with { type: 'json' };

let library: Library;
beforeAll(async () => {
  library = await load('release');
});

/** Batches of 10^6 normal numbers, one after another into the same array. */
function* batches(seed: number, count: number): Generator<Float64Array> {
  const n = 1e6;
  const random = library.stream(seed, 0);
  const out = library.vector(n);
  for (let batch = 0; batch < count; ++batch) {
    library.fillNormal(random, out);
    yield view(library, out, n);
  }
}

/** Normal distribution function: 1/2 + phi(x) (x + x³/3 + x⁵/15 + ...), absolute error 1e-15 for |x| < 7. */
function distribution(x: number): number {
  let sum = 0;
  for (let term = x, k = 1; sum + term !== sum; k += 2, term *= (x * x) / k) sum += term;
  return 0.5 + (sum * Math.exp(-0.5 * x * x)) / Math.sqrt(2 * Math.PI);
}

/** Largest distance between the empirical distribution of sorted `values` and `cumulative`, times √n. */
function kolmogorovSmirnov(values: Float64Array, cumulative: (x: number) => number): number {
  const n = values.length;
  let distance = 0;
  values.forEach((x, i) => {
    const expected = cumulative(x);
    distance = Math.max(distance, expected - i / n, (i + 1) / n - expected);
  });
  return distance * Math.sqrt(n);
}

// For the true distribution P(√n D > z) < 2 exp(-2 z²): 3e-5 at this bound.
const KOLMOGOROV = 2.36;

describe('the ziggurat', () => {
  test.each(['inside', 'wedge', 'tail'] as const)('draws what exact arithmetic draws: %s', (where) => {
    const out = library.vector(reference.count);
    library.fillNormal(library.stream(reference.seed, 0), out);
    const drawn = view(library, out, reference.count);
    expect(reference[where].length).toBeGreaterThan(30);
    // an edge is x = sqrt(-2 ln h), its height h a sum of at most 255 quotients: 510 roundings of 2^-53. So the
    // relative error of x is below 510 * 2^-53 / x², with x² > 0.046 at every edge: 1.3e-12; the rest is a few 2^-53
    for (const [index = 0, expected = 0] of reference[where]) {
      expect(Math.abs((drawn[index] ?? 0) / expected - 1)).toBeLessThan(1.4e-12);
    }
  });

  test('has moments 0, 1, 0, 3, 0, 15, 0, 105', () => {
    const doubleFactorial = (k: number): number => (k <= 0 ? 1 : k * doubleFactorial(k - 2));
    const count = 10;
    const sums = new Float64Array(9);
    for (const values of batches(11, count)) {
      for (const x of values) for (let k = 1, power = x; k <= 8; ++k, power *= x) sums[k] = (sums[k] ?? 0) + power;
    }
    for (let k = 1; k <= 8; ++k) {
      const moment = k % 2 ? 0 : doubleFactorial(k - 1);
      // CLT: Var x^k = (2k - 1)!! - moment²; 5 sigma, 8 moments: once in 2e5
      const sigma = Math.sqrt((doubleFactorial(2 * k - 1) - moment ** 2) / (count * 1e6));
      expect(Math.abs((sums[k] ?? 0) / (count * 1e6) - moment)).toBeLessThan(5 * sigma);
    }
  });

  test('has the tails of the normal law, on both sides', () => {
    const count = 20;
    const thresholds = [2, 3, 4, 4.5];
    const beyond = { left: thresholds.map(() => 0), right: thresholds.map(() => 0) };
    const excess: number[] = [];
    for (const values of batches(12, count)) {
      for (const x of values) {
        if (Math.abs(x) < 2) continue;
        const side = x < 0 ? beyond.left : beyond.right;
        thresholds.forEach((z, k) => {
          if (Math.abs(x) > z) side[k] = (side[k] ?? 0) + 1;
        });
        if (Math.abs(x) > Number(reference.r)) excess.push(Math.abs(x));
      }
    }
    thresholds.forEach((z, k) => {
      const p = 1 - distribution(z);
      // binomial: variance n p (1 - p), at least 68 counts expected, so normal to a few per cent; 5 sigma
      const bound = 5 * Math.sqrt(count * 1e6 * p * (1 - p));
      expect(Math.abs((beyond.left[k] ?? 0) - count * 1e6 * p)).toBeLessThan(bound);
      expect(Math.abs((beyond.right[k] ?? 0) - count * 1e6 * p)).toBeLessThan(bound);
    });
    // beyond the base layer the law is 1 - Q(x)/Q(r)
    const tail = 1 - distribution(Number(reference.r));
    expect(excess.length).toBeGreaterThan(4500);
    const cumulative = (x: number) => 1 - (1 - distribution(x)) / tail;
    expect(kolmogorovSmirnov(Float64Array.from(excess).sort(), cumulative)).toBeLessThan(KOLMOGOROV);
  });

  test('exceeds the base layer by a of the law exp(-r a - a²/2)', () => {
    const r = Number(reference.r);
    const n = 1e6;
    const out = library.vector(n);
    library.fillTail(library.stream(14, 0), out);
    const mean = view(library, out, n).reduce((sum, a) => sum + a * a, 0) / n;
    // of x = r + a: E x = h, E x² = 1 + r h, E x³ = (r² + 2) h, E x⁴ = 3 + (r³ + 3 r) h with the hazard h = phi(r)/Q(r)
    const h = Math.exp(-0.5 * r * r) / Math.sqrt(2 * Math.PI) / (1 - distribution(r));
    const square = 1 + r * h - 2 * r * h + r ** 2;
    const fourth =
      3 + (r ** 3 + 3 * r) * h - 4 * r * (r ** 2 + 2) * h + 6 * r ** 2 * (1 + r * h) - 4 * r ** 3 * h + r ** 4;
    // CLT, 5 sigma. An acceptance (1 + e) a² would move the mean by -e Var(a²)/2 = -e/2 sqrt(n Var(a²)) sigma, that is
    // by 11 sigma for e = 0.1
    expect(Math.abs(mean - square)).toBeLessThan(5 * Math.sqrt((fourth - square ** 2) / n));
  });

  test('passes the Kolmogorov-Smirnov test with 10^6 draws', () => {
    for (const values of batches(13, 1)) {
      expect(kolmogorovSmirnov(values.slice().sort(), distribution)).toBeLessThan(KOLMOGOROV);
    }
  });
});

test('debug and release builds draw the same bits', async () => {
  const n = 20_000; // some 20 wedges and 5 draws from the tail among them, as in the reference
  const bits = (build: Library) => {
    const out = build.vector(n);
    build.fillNormal(build.stream(reference.seed, 0), out);
    return new BigUint64Array(build.memory.buffer.slice(out, out + 8 * n));
  };
  expect(bits(await load('debug'))).toEqual(bits(await load('release')));
});
