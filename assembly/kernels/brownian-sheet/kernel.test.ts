import { beforeAll, describe, expect, test } from 'vitest';
import { loadKernel } from '../../../src/build/catalogue.ts';
import { instantiate, type Kernel } from '../../../src/kernel/instance.ts';
import { mean } from '../../models/probe/statistics.mts';
import reference from './reference.json' with { type: 'json' };

let kernel: Awaited<ReturnType<typeof loadKernel>>;
beforeAll(async () => {
  kernel = await loadKernel('brownian-sheet');
});

const start = (seed: number, n: number, pace: number) =>
  instantiate(kernel.module, kernel.manifest, { seed, setup: { n }, params: { pace } });
const observe = (run: Kernel, name: keyof typeof kernel.manifest.observables) =>
  run.observables[Object.keys(kernel.manifest.observables).indexOf(name)] as number;
const walk = (run: Kernel, steps: number) => {
  for (let k = 0; k < steps; ++k) run.step();
};

/** Sheets are kept in f32, and a turn mixes two of them in f32: 2⁻²⁴ of a number below 4, five times. */
const single = (5 * 4) / 2 ** 24;

function expectClose(values: ArrayLike<number>, expected: readonly number[], tolerance: number): void {
  expect(values.length).toBe(expected.length);
  const far = Math.max(...expected.map((value, k) => Math.abs((values[k] as number) - value)));
  expect(far).toBeLessThan(tolerance);
}

describe('of the increments of an independent script', () => {
  const { n, seed, sheets, turning } = reference;

  test('its sums are those of NumPy, sheet after sheet', () => {
    const run = start(seed, n, 1);
    sheets.forEach((sheet, k) => {
      if (k > 0) run.step();
      expectClose(run.field('W'), sheet, single);
      expect(observe(run, 't')).toBe(k);
      expect(Math.abs(observe(run, 'variation') - (reference.variations[k] as number))).toBeLessThan(1e-12);
    });
  });

  test('a turn between two of them is their sum with a cosine and a sine, whatever the pace that led there', () => {
    const [slow, fast] = [start(seed, n, 0.125), start(seed, n, 0.5)];
    walk(slow, 10);
    walk(fast, 2);
    fast.params[0] = 0.25;
    fast.step();
    for (const run of [slow, fast]) {
      expectClose(run.field('W'), turning, single);
      expect(observe(run, 't')).toBe(1.25);
    }
    expect(slow.field('W')).toEqual(fast.field('W'));
  });

  test('the covariances and their errors are those of NumPy', () => {
    const run = start(seed, n, 1);
    walk(run, 2);
    expectClose(run.field('points'), reference.points, 1e-15);
    expectClose(run.field('covariance'), reference.covariance, 1e-15);
    // a product of two numbers below 4, each off by `single`
    expectClose(run.field('measured'), reference.measured, 8 * single);
    expectClose(run.field('measuredError'), reference.measuredError, 8 * single);
    expect(Math.abs(observe(run, 'deviation') - reference.deviation)).toBeLessThan(8 * single);
    expect(Math.abs(observe(run, 'deviationExpected') - reference.deviationExpected)).toBeLessThan(1e-14);
    expect(start(seed, n, 1).field('measuredError').every(Number.isNaN)).toBe(true);
  });
});

describe('the law of what is shown', () => {
  const n = 16;
  const seeds = 1500;
  /** Grid indices (j, i) of a few points (s, t), nested, side by side and across. */
  const places = [
    [15, 15],
    [7, 11],
    [11, 3],
    [3, 15],
    [15, 1],
  ] as const;
  const covariance = ([j, i]: readonly [number, number], [k, l]: readonly [number, number]) =>
    ((Math.min(j, k) + 1) * (Math.min(i, l) + 1)) / n ** 2;

  /** W at the places, after each number of steps, of each seed. */
  const samples = (pace: number, after: readonly number[]) =>
    Array.from({ length: seeds }, (_, seed) => {
      const run = start(seed, n, pace);
      let step = 0;
      return after.map((steps) => {
        walk(run, steps - step);
        step = steps;
        return places.map(([j, i]) => run.field('W')[i * n + j] as number);
      });
    });

  test.each([
    [0, 0.3],
    [1, 0.3],
    [3, 0.4],
    [5, 0.7],
  ])('has at step %d with pace %d the covariance of a Brownian sheet, over seeds', (steps, pace) => {
    const values = samples(pace, [steps]).map(([first]) => first as number[]);
    places.forEach((p, a) => {
      // CLT: W(p) has variance C_pp; 15 pairs and 5 means in each of four cases: 4.5 sigma
      expect(Math.abs(mean(values.map((W) => W[a] as number)))).toBeLessThan(4.5 * Math.sqrt(covariance(p, p) / seeds));
      places.slice(0, a + 1).forEach((q, b) => {
        const C = covariance(p, q);
        // Isserlis: the product has variance C_pp C_qq + C_pq²
        const error = Math.sqrt((covariance(p, p) * covariance(q, q) + C ** 2) / seeds);
        const measured = mean(values.map((W) => (W[a] as number) * (W[b] as number)));
        expect(Math.abs(measured - C)).toBeLessThan(4.5 * error);
      });
    });
  });

  test('is that at two moments times the cosine of the turn between them, and independent sheets apart', () => {
    const values = samples(0.2, [1, 3, 15]);
    places.forEach((p, a) => {
      const C = covariance(p, p);
      const between = (one: number, other: number) =>
        mean(values.map((at) => (at[one]?.[a] as number) * (at[other]?.[a] as number)));
      const turned = Math.cos(0.5 * Math.PI * 0.4);
      expect(Math.abs(between(0, 1) - turned * C)).toBeLessThan(4.5 * C * Math.sqrt((1 + turned ** 2) / seeds));
      expect(Math.abs(between(0, 2))).toBeLessThan(4.5 * C * Math.sqrt(1 / seeds));
    });
  });

  test('is measured by the kernel itself: each pair within its error, and all as far off as theory expects', () => {
    const M = 4000;
    const runs = Array.from({ length: 8 }, (_, seed) => start(1000 + seed, n, 1));
    for (const run of runs) {
      walk(run, M - 1);
      expect(observe(run, 'sheets')).toBe(M);
      const [C, measured, error] = ['covariance', 'measured', 'measuredError'].map((name) => run.field(name));
      const sigmas = Array.from(C as Float64Array, (value, k) =>
        Math.abs(((measured?.[k] as number) - value) / (error?.[k] as number)),
      );
      // 136 pairs of 8 seeds
      expect(Math.max(...sigmas)).toBeLessThan(5);
    }
    // Δ² has the mean Δ_M². Pairs go together: measured over 400 seeds, Δ²/Δ_M² scatters by 0.9
    const shares = runs.map((run) => (observe(run, 'deviation') / observe(run, 'deviationExpected')) ** 2);
    expect(Math.abs(mean(shares) - 1)).toBeLessThan((4 * 0.9) / Math.sqrt(runs.length));
  });
});

describe('the increments of one sheet of 512 x 512', () => {
  const n = 512;
  let xi: Float64Array;
  beforeAll(() => {
    const run = start(3, n, 0.004);
    const W = run.field('W');
    const at = (i: number, j: number) => (i < 0 || j < 0 ? 0 : (W[i * n + j] as number));
    xi = Float64Array.from(
      { length: n * n },
      (_, k) =>
        n *
        (at(Math.floor(k / n), k % n) -
          at(Math.floor(k / n) - 1, k % n) -
          at(Math.floor(k / n), (k % n) - 1) +
          at(Math.floor(k / n) - 1, (k % n) - 1)),
    );
    // the kernel's own sum has no rounding of f32 in it, which is 512 × 4 × 2⁻²⁴ of an increment
    expect(Math.abs(mean([...xi].map((x) => x * x)) - observe(run, 'variation'))).toBeLessThan(1e-4);
  });

  test.each([
    ['mean 0', (k: number) => xi[k] as number, 0, 1],
    ['variance 1/n²', (k: number) => (xi[k] as number) ** 2, 1, 2],
    ['the fourth moment of a normal number', (k: number) => (xi[k] as number) ** 4, 3, 96],
    [
      'nothing to do with the one to the left',
      (k: number) => (k % n ? (xi[k] as number) * (xi[k - 1] as number) : 0),
      0,
      1,
    ],
    ['nothing to do with the one below', (k: number) => (k >= n ? (xi[k] as number) * (xi[k - n] as number) : 0), 0, 1],
  ])('have %s', (_, power, expected, variance) => {
    const found = mean(Array.from(xi, (_, k) => power(k)));
    expect(Math.abs(found - expected)).toBeLessThan(4.5 * Math.sqrt(variance / n ** 2));
  });
});
