import { beforeAll, describe, expect, test } from 'vitest';
import { loadKernel } from '../../../src/build/catalogue.ts';
import { instantiate, type Kernel } from '../../../src/kernel/instance.ts';
import reference from './reference.json' with { type: 'json' };

let kernel: Awaited<ReturnType<typeof loadKernel>>;
beforeAll(async () => {
  kernel = await loadKernel('spectral-phase-retrieval');
});

/** The theory at α, which is reached in one step. */
function at(a: number, alpha: number): Kernel {
  const run = instantiate(kernel.module, kernel.manifest, { seed: 0, setup: { alpha, a }, params: { growth: 12 } });
  run.step();
  return run;
}
function observe({ observables }: Kernel) {
  const [ratio = 0, transition = 0, mean = 0, edge = 0, outlier = 0, outlierOverlap = 0] = observables;
  return { ratio, transition, mean, edge, outlier, outlierOverlap };
}
const expectNear = (value: number | undefined, expected: number | null, tolerance: number) =>
  expected === null
    ? expect(value).toBeNaN()
    : expect(Math.abs((value ?? Number.NaN) - expected)).toBeLessThan(tolerance);

// Either quadrature is exact up to some hundred roundings of terms that are the size of the eigenvalues
const quadrature = 2e-12;

describe('the transition', () => {
  test.each(reference.transitions)('is that of the averages in two dimensions, a = $a', ({ a, alpha }) => {
    expectNear(observe(at(a, 2)).transition, alpha, 1e-11);
  });

  test.each([
    [1, 1.13485],
    [0.1, 2.16668],
    [0.01, 2.85075],
  ])('to the digits that are known, a = %d', (a, alpha) => {
    expectNear(observe(at(a, 2)).transition, alpha, 5e-6);
  });

  test('is where the outlier appears: with no overlap up to a = 1.109, then with a jump', () => {
    for (const [a, jump] of [
      [0.01, 0],
      [1, 0],
      [1.1, 0],
      [4, reference.jump.overlap],
    ] as const) {
      const { transition } = observe(at(a, 1));
      const [below, above] = [observe(at(a, transition - 1e-6)), observe(at(a, transition + 1e-6))];
      expect([below.outlier, below.outlierOverlap]).toEqual([Number.NaN, Number.NaN]);
      // of two α that differ by 1e-6 at most, for each of which the overlap rises by less than one
      expectNear(above.outlierOverlap, jump, 2e-6);
      expect(Math.abs(above.outlier - above.edge)).toBeLessThan(1e-6);
    }
  });
});

describe('edge, outlier and overlap', () => {
  test.each(reference.points)('are those of the averages in two dimensions, a = $a, α = $alpha', (point) => {
    const found = observe(at(point.a, point.alpha));
    expectNear(found.edge, point.edge, quadrature);
    expectNear(found.outlier, point.outlier, quadrature);
    // a ratio of differences that are small near the transition
    expectNear(found.outlierOverlap, point.overlap, 1e-10);
  });

  test('of the curves are those of single α', () => {
    const run = at(0.3, 2);
    const [edges, outliers] = [run.field('edges'), run.field('outliers')];
    for (const k of [0, 20, 128]) {
      expectNear(observe(at(0.3, edges[2 * k] as number)).edge, edges[2 * k + 1] as number, 1e-13);
    }
    for (const k of [1, 20, 128]) {
      const found = observe(at(0.3, outliers[3 * k] as number));
      expectNear(found.outlier, outliers[3 * k + 1] as number, 1e-13);
      expectNear(found.outlierOverlap, outliers[3 * k + 2] as number, 1e-13);
    }
    expect([edges[0], edges[256], outliers[384]]).toEqual([1, 12, 12]);
    expectNear(outliers[0] as number, observe(run).transition, 1e-15);
  });
});

describe('the density', () => {
  /** By the nodes λ₋ + L (k/(257 − k))², in which it is smooth: the trapezoidal rule, whose end at k = 0 is even. */
  function integrate(run: Kernel, f: (lambda: number) => number): number {
    const density = run.field('density');
    const edge = density[0] as number;
    let sum = 0;
    for (let k = 1; k < 257; ++k) {
      const [lambda, rho] = [density[2 * k] as number, density[2 * k + 1] as number];
      sum += ((2 * 257 * (lambda - edge)) / (k * (257 - k))) * rho * f(lambda);
    }
    return sum;
  }
  const moment = (a: number) => reference.moments.find((entry) => entry.a === a) ?? { mean: 0, square: 0 };

  test.each([
    [0.01, 3],
    [0.01, 12],
    [0.1, 2],
    [0.1, 4],
    [1, 2],
    [1, 8],
    [10, 5],
  ])('has the integral 1, the mean E[T] and the variance E[T²]/α, a = %d, α = %d', (a, alpha) => {
    const run = at(a, alpha);
    const { mean, square } = moment(a);
    expectNear(observe(run).mean, mean, quadrature * mean + quadrature);
    // the tail ends where ρ is about 1e-9/λ and falls by a factor of ten from node to node: 1e-9 of all eigenvalues are
    // beyond, at a λ that is up to forty means
    expectNear(
      integrate(run, () => 1),
      1,
      1e-8,
    );
    expectNear(integrate(run, (lambda) => lambda) / mean, 1, 1e-7);
    expectNear((integrate(run, (lambda) => (lambda - mean) ** 2) * alpha) / square, 1, 1e-6);
  });

  test.each(reference.densities)('is that of the resolvent in two dimensions, a = $a, α = $alpha', (expected) => {
    const density = at(expected.a, expected.alpha).field('density');
    // quadratures of 1e-12 over |dλ/dγ|, which the narrow peak at zero makes small near α = 1
    for (const [k = 0, rho = 0] of expected.points)
      expect(Math.abs((density[2 * k + 1] as number) / rho - 1)).toBeLessThan(1e-8);
  });
});

test('matrices of LAPACK have the outlier and its overlap: the rest falls with N', () => {
  for (const found of reference.matrices.filter(({ N }) => N === 600)) {
    const { outlier, outlierOverlap } = observe(at(found.a, found.alpha));
    const half = reference.matrices.find(
      ({ a, alpha, N }) => a === found.a && alpha === found.alpha && N === found.N / 2,
    );
    if (!half) throw new Error(`no matrices of N = ${found.N / 2}`);
    // the limit without the bias of order 1/N, and its standard error
    const limit = (name: 'lowest' | 'overlap') => 2 * found[name] - half[name];
    const error = (name: 'lowestError' | 'overlapError') => Math.hypot(2 * found[name], half[name]);
    expectNear(limit('lowest'), outlier, 3.5 * error('lowestError'));
    expectNear(limit('overlap'), outlierOverlap, 3.5 * error('overlapError'));
  }
});

test('α grows by steps of δα, and rests at the α of the setup', () => {
  const run = instantiate(kernel.module, kernel.manifest, {
    seed: 0,
    setup: { alpha: 2, a: 1 },
    params: { growth: 0.4 },
  });
  const ratios = Array.from({ length: 5 }, () => {
    const { ratio } = observe(run);
    run.step();
    return ratio;
  });
  [1, 1.4, 1.8, 2, 2].forEach((ratio, k) => {
    expectNear(ratios[k] ?? Number.NaN, ratio, 1e-15);
  });
});
