import { beforeAll, describe, expect, test } from 'vitest';
import { loadKernel } from '../../../src/build/catalogue.ts';
import { instantiate, type Kernel } from '../../../src/kernel/instance.ts';
import { type Library, load } from '../../lib/probe/load.mts';
import { dot } from '../../models/probe/load.mts';
import { mean, sem } from '../../models/probe/statistics.mts';

let kernel: Awaited<ReturnType<typeof loadKernel>>;
let theory: Awaited<ReturnType<typeof loadKernel>>;
let library: Library;
beforeAll(async () => {
  [kernel, theory, library] = await Promise.all([
    loadKernel('hessian-phase-retrieval'),
    loadKernel('spectral-phase-retrieval'),
    load(),
  ]);
});

const start = (seed: number, setup: { N: number; alpha: number; a: number }, growth: number) =>
  instantiate(kernel.module, kernel.manifest, { seed, setup, params: { growth } });
/** The Hessian at α, which is reached in one step. */
function at(seed: number, N: number, alpha: number, a: number): Kernel {
  const run = start(seed, { N, alpha, a }, 12);
  run.step();
  return run;
}
function observe(run: Kernel) {
  const [ratio = Number.NaN, average = Number.NaN, lambdaMin = Number.NaN, eigenOverlap = Number.NaN] = run.observables;
  return { ratio, average, lambdaMin, eigenOverlap };
}

/** The samples of a seed, of the stream that phase retrieval draws them from. */
function samples(seed: number, M: number, N: number): Float64Array[] {
  const random = library.stream(seed, 7);
  return Array.from({ length: M }, () => Float64Array.from({ length: N }, () => Math.fround(library.normal(random))));
}

describe('the matrix', () => {
  const plus = (a: Float64Array, s: number, b: ArrayLike<number>) => a.map((value, i) => value + s * (b[i] ?? 0));

  test.each([
    [8, 1, 0.01],
    [24, 2.5, 0.1],
    [40, 6, 1],
  ])('has the moments of (1/M) Σ T x xᵀ on the tangent space, N = %i, α = %d, a = %d', (N, alpha, a) => {
    const M = Math.round(alpha * N);
    const run = at(5, N, alpha, a);
    const [w, star] = [run.field('x'), run.field('signal')];
    const terms = samples(5, M, N).map((x) => {
      const [yHat, root] = [dot(x, w) / Math.sqrt(N), dot(x, star) / Math.sqrt(N)];
      return { x: plus(x, -dot(x, w) / N, w), T: (3 * yHat ** 2 - root ** 2) / (a + root ** 2) };
    });
    const apply = (v: Float64Array) =>
      terms.reduce((sum, { x, T }) => plus(sum, (T * dot(x, v)) / M, x), new Float64Array(N) as Float64Array);
    const values = run.field('spectrum').subarray(0, N - 1);
    const overlaps = run.field('overlaps');
    const size = Math.max(...Array.from(values, Math.abs));
    const across = plus(Float64Array.from(star), -dot(star, w) / N, w);
    let v: Float64Array = across;
    for (let power = 0; power <= 3; ++power) {
      const along = Array.from(values).reduce((sum, value, k) => sum + value ** power * (overlaps[k] ?? 0), 0);
      // T is a quotient of squares of products of f32, good to 1e-5 of the largest T, once for each power
      expect(Math.abs(along - dot(across, v) / dot(across, across))).toBeLessThan(
        1e-5 * (power + 0.01) * size ** power,
      );
      v = apply(v);
    }
    const trace = terms.reduce((sum, { x, T }) => sum + (T * dot(x, x)) / M, 0);
    expect(Math.abs(observe(run).average * (N - 1) - trace)).toBeLessThan(1e-5 * N * size);
    expect([observe(run).lambdaMin, observe(run).eigenOverlap]).toEqual([values[0], overlaps[0]]);
  });

  test('is the same however its samples came', () => {
    const [once, often] = [at(3, 30, 3, 0.1), start(3, { N: 30, alpha: 3, a: 0.1 }, 0.23)];
    while (observe(often).ratio < 3) often.step();
    const size = Math.max(...Array.from(once.field('spectrum').subarray(0, 29), Math.abs));
    once
      .field('spectrum')
      .subarray(0, 29)
      .forEach((value: number, k: number) => {
        expect(Math.abs(value - (often.field('spectrum')[k] ?? Number.NaN))).toBeLessThan(1e-13 * size);
      });
    // a smaller α has the first of its samples
    const part = start(3, { N: 30, alpha: 9, a: 0.1 }, 2);
    part.step();
    expect(Array.from(part.field('spectrum'))).toEqual(Array.from(once.field('spectrum')));
  });
});

describe('for large N', () => {
  const predicted = (a: number, alpha: number) => {
    const run = instantiate(theory.module, theory.manifest, { seed: 0, setup: { alpha, a }, params: { growth: 12 } });
    run.step();
    const [, , average = 0, edge = 0, outlier = 0, overlap = 0] = run.observables;
    return { average, edge, outlier, overlap, density: run.field('density') };
  };
  const seeds = (count: number, N: number, alpha: number, a: number) =>
    Array.from({ length: count }, (_, seed) => observe(at(seed, N, alpha, a)));

  test.each([
    [1, 6],
    [0.1, 6],
    [0.01, 8],
  ])('the lowest eigenvalue and its overlap are those of theory, a = %d, α = %d', (a, alpha) => {
    const { outlier, overlap } = predicted(a, alpha);
    const [small, large] = [seeds(64, 64, alpha, a), seeds(32, 128, alpha, a)];
    for (const [name, exact] of [['lambdaMin', outlier] as const, ['eigenOverlap', overlap] as const]) {
      const [coarse, fine] = [small, large].map((runs) => runs.map((run) => run[name])) as [number[], number[]];
      // doubling N removes the bias of order 1/N; 3.5 standard errors
      const tolerance = 3.5 * Math.hypot(2 * sem(fine), sem(coarse));
      expect(Math.abs(2 * mean(fine) - mean(coarse) - exact), name).toBeLessThan(tolerance);
      if (name === 'eigenOverlap') expect(tolerance).toBeLessThan(0.25);
    }
  });

  test('nothing of the signal is in the lowest eigenvector below the transition', () => {
    const overlaps = seeds(16, 200, 1.3, 0.1).map(({ eigenOverlap }) => eigenOverlap);
    // 1/N for a random vector, and some times that where the edge is near the transition at 2.17
    expect(mean(overlaps)).toBeLessThan(10 / 200);
  });

  test('the eigenvalues have the density of theory', () => {
    const [N, a, alpha, count] = [150, 1, 4, 12];
    const { density } = predicted(a, alpha);
    const runs = Array.from({ length: count }, (_, seed) =>
      at(seed, N, alpha, a)
        .field('spectrum')
        .slice(0, N - 1),
    );
    let part = 0;
    for (let k = 1; k < 257; ++k) {
      const [before = 0, low = 0, lambda = 0, rho = 0] = density.subarray(2 * k - 2, 2 * k + 2);
      part += ((lambda - before) * (low + rho)) / 2;
      if (k % 24 !== 0 || part > 0.97) continue;
      const parts = runs.map((values) => values.filter((value: number) => value < lambda).length / (N - 1));
      // a bias of two eigenvalues, one of them the outlier; the trapezia; 4 standard errors of the mean
      expect(Math.abs(mean(parts) - part)).toBeLessThan(2 / N + 1e-3 + 4 * sem(parts));
    }
    expect(part).toBeGreaterThan(0.99);
  });
});

test('is that at the start of gradient descent of the same seed', async () => {
  const descent = await loadKernel('gradient-descent-phase-retrieval');
  const setup = { N: 60, alpha: 5, a: 0.1 };
  const run = instantiate(descent.module, descent.manifest, { seed: 9, setup: { ...setup, normalised: 1, m0: 0 } });
  const k = Object.keys(descent.manifest.observables).indexOf('eigenOverlap');
  const { eigenOverlap } = observe(at(9, setup.N, setup.alpha, setup.a));
  // that kernel's vector is good to its residual, 1e-5 of the norm, over the gap, here a fiftieth of the norm
  expect(Math.abs((run.observables[k] ?? Number.NaN) - eigenOverlap)).toBeLessThan(1e-3);
  expect(Array.from(run.field('x'))).toEqual(Array.from(at(9, setup.N, setup.alpha, setup.a).field('x')));
});
