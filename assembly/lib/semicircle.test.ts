import { beforeAll, describe, expect, test } from 'vitest';
import { type Library, load } from './probe/load.mts';
import reference from './reference/semicircle.json' with { type: 'json' };

let library: Library;
beforeAll(async () => {
  library = await load();
});

test('the density has the moments 1, 0, 1, 0, 2', () => {
  // x = 2 sin a makes the integrand a trigonometric polynomial, which the trapezium rule over a period integrates exactly
  const n = 64;
  const moment = (k: number) => {
    let sum = 0;
    for (let i = 0; i < n; ++i) {
      const a = (2 * Math.PI * i) / n;
      sum += library.density(2 * Math.sin(a)) * (2 * Math.sin(a)) ** k * Math.abs(2 * Math.cos(a));
    }
    return (sum * Math.PI) / n;
  };
  [1, 0, 1, 0, 2].forEach((expected, k) => {
    expect(Math.abs(moment(k) - expected)).toBeLessThan(1e-14 * n);
  });
  expect(library.density(2)).toBe(0);
  expect(library.density(-2.1)).toBe(0);
});

test.each(reference.potentials)('the potential at $x is the integral of the density', ({ x, value }) => {
  // the quadrature is good to 1e-13, and to 1e-12 across the singularity
  expect(Math.abs(library.logPotential(x) - value)).toBeLessThan(1e-12);
});

test('the potential beyond the edge has the slope 1/z, with x = z + 1/z: the error falls by 4 when h is halved', () => {
  for (const x of [2.2, 3, 10]) {
    const z = library.outside(x);
    expect(Math.abs(z + 1 / z - x)).toBeLessThan(1e-14 * x);
    const error = (h: number) => (library.logPotential(x + h) - library.logPotential(x - h)) / (2 * h) - 1 / z;
    expect(error(0.02) / error(0.01)).toBeCloseTo(4, 0);
    // h² Φ‴/6, where Φ‴ < 12 at x = 2.2 and falls from there
    expect(Math.abs(error(0.001))).toBeLessThan(4e-6);
  }
});

describe('what it costs that a spiked matrix has no outlier above t', () => {
  test.each(reference.confinements)('is the rate function at θ = $theta, t = $t', ({ theta, t, value }) => {
    // two quadratures of 1e-12; a minimum found to 1e-8 costs its square
    expect(Math.abs(library.confinement(theta, t) - value)).toBeLessThan(1e-11);
  });

  test('is nothing from the outlier on, where it vanishes as (t − θ − 1/θ)² over 4 (1 − 1/θ²)', () => {
    for (const theta of [1.2, 2, 4]) {
      const at = library.outlier(theta);
      expect(library.confinement(theta, at)).toBe(0);
      const variance = 2 * (1 - theta ** -2);
      const ratio = (h: number) => library.confinement(theta, at - h) / (h ** 2 / (2 * variance));
      // the next term is of relative order h; extrapolated it is h²; 1e-16 over h²/(2 variance) is rounding
      const h = 1e-4 * (theta - 1);
      expect(Math.abs(2 * ratio(h / 2) - ratio(h) - 1)).toBeLessThan(1e-5);
    }
  });

  test.each(reference.probabilities)(
    'is how fast that becomes unlikely: θ = $theta, t = $t',
    ({ theta, t, samples }) => {
      // P ~ N^(-1/2) e^(-NL) (1 + c/N): from N to 2N the slope of the logarithm, freed from the power, is L + O(1/N²). On
      // doubling N its error falls at least by half, so that what is left is at most the last change
      const slopes = samples.slice(1).map((large, k) => {
        const small = samples[k] ?? large;
        const ratio = Math.log(small.probability / large.probability) - 0.5 * Math.log(large.size / small.size);
        return ratio / (large.size - small.size);
      });
      const [first = Number.NaN, second = Number.NaN] = slopes;
      const [, small, large] = samples.map((sample) => sample.error / sample.probability / 100);
      const sigma = Math.hypot(small ?? Number.NaN, large ?? Number.NaN);
      const tolerance = Math.abs(second - first) + 4 * sigma;
      expect(tolerance).toBeLessThan(0.002);
      expect(Math.abs(second - library.confinement(theta, t))).toBeLessThan(tolerance);
    },
  );
});

test.each(reference.outliers)('a spike of θ = $theta has the outlier of the theory', ({ theta, samples }) => {
  const [small, large] = samples;
  if (!small || !large) throw new Error('two sizes expected');
  // doubling N removes the bias of order 1/N; 4 sigma
  const expectMean = (values: [number, number], errors: [number, number], expected: number) =>
    expect(Math.abs(2 * values[1] - values[0] - expected)).toBeLessThan(4 * Math.hypot(2 * errors[1], errors[0]));
  const { eigenvalueError, overlapError } = small;
  expectMean([small.eigenvalue, large.eigenvalue], [eigenvalueError, large.eigenvalueError], library.outlier(theta));
  expectMean([small.overlap, large.overlap], [overlapError, large.overlapError], library.outlierOverlap(theta));
  expect(2 * large.eigenvalueError + eigenvalueError).toBeLessThan(0.02);
});

test('a spike of θ ≤ 1 has no outlier, and costs nothing', () => {
  for (const theta of [-1, 0, 1]) {
    expect(library.outlier(theta)).toBeNaN();
    expect(library.outlierOverlap(theta)).toBeNaN();
    expect(library.confinement(theta, 2)).toBe(0);
  }
});
