import { beforeAll, describe, expect, test } from 'vitest';
import { loadKernel } from '../../../src/build/catalogue.ts';
import { instantiate, type Kernel } from '../../../src/kernel/instance.ts';
import type { Values } from '../../../src/kernel/manifest.ts';
import { gamma } from '../../lib/probe/rounding.mts';
import { dot, load, type Models } from '../../models/probe/load.mts';
import { mean, sem } from '../../models/probe/statistics.mts';
import reference from './reference.json' with { type: 'json' };

let kernel: Awaited<ReturnType<typeof loadKernel>>;
let models: Models;
beforeAll(async () => {
  [kernel, models] = await Promise.all([loadKernel('gradient-descent-phase-retrieval'), load('release')]);
});

/** Gradient descent, with its Hessian at the start alone, where nothing else is said. */
const descent = { b: 1, persistence: 0, hessianEvery: 100_000 };
const start = (seed: number, setup: Values, params: Values = {}) =>
  instantiate(kernel.module, kernel.manifest, { seed, setup, params: { ...descent, ...params } });
const names = ['t', 'overlap', 'loss', 'gradientNorm', 'seen', 'lambdaMin', 'eigenOverlap'] as const;
const observe = (run: Kernel) =>
  Object.fromEntries(names.map((name, k) => [name, run.observables[k]])) as Record<(typeof names)[number], number>;
const walk = (run: Kernel, steps: number) => {
  for (let t = 0; t < steps; ++t) run.step();
};
const picture = (run: Kernel) => [...run.observables, ...run.field('x')];

test.each([
  ['quartic', 0, 0.05],
  ['normalised', 1, 0.1],
])('descent of the %s loss goes the way of plain f64 loops', (_, normalised, eta) => {
  const [N, M, steps, a] = [40, 160, 10, 1];
  const run = start(6, { N, alpha: M / N, normalised, a }, { eta });
  const model = models.drawRetrieval(6, N, M);
  const X = Array.from({ length: M }, (_, mu) =>
    Float64Array.from({ length: N }, (_, i) => models.retrievalEntry(model, mu, i)),
  );
  const y = X.map((row) => dot(row, run.field('signal')) ** 2 / N);
  let w = Float64Array.from(run.field('x'));
  const instability = Math.exp(-observe(run).lambdaMin * eta * steps);
  let terms = 0;
  for (let t = 0; t < steps; ++t) {
    const [F, sizes] = [new Float64Array(N), new Float64Array(N)];
    X.forEach((row, mu) => {
      const [h, output] = [dot(row, w) / Math.sqrt(N), y[mu] ?? 0];
      const c = (normalised ? 1 / (a + output) : 1) * (Math.sqrt(N) / M);
      const slope = c * (h * h - output) * h;
      const most = dot(row.map(Math.abs), w.map(Math.abs)) / Math.sqrt(N);
      for (let i = 0; i < N; ++i) {
        F[i] = (F[i] ?? 0) - slope * (row[i] ?? 0);
        sizes[i] = (sizes[i] ?? 0) + (Math.abs(slope) + c * (3 * h * h + output) * most) * Math.abs(row[i] ?? 0);
      }
    });
    terms = Math.max(terms, ...sizes);
    const radial = dot(F, w) / N;
    const moved = w.map((value, i) => value + eta * ((F[i] ?? 0) - radial * value));
    w = moved.map((value) => value * Math.sqrt(N / dot(moved, moved)));
    run.step();
  }
  // each step adds η times the rounding of a force, (N + M)/4 + 11 of its terms and of those of ŷ; what was added grows at
  // most as fast as the start is unstable
  const rounding = steps * eta * gamma((N + M) / 4 + 11) * terms * instability;
  expect(rounding).toBeLessThan(2e-3);
  const difference = w.map((value, i) => value - (run.field('x')[i] ?? 0));
  expect(Math.sqrt(dot(difference, difference) / N)).toBeLessThan(rounding);
});

describe('without noise', () => {
  test.each([
    [0, 0.05],
    [1, 0.1],
  ])('the loss never rises and |w|² stays N: normalised = %d, η = %d', (normalised, eta) => {
    const N = 60;
    for (let seed = 0; seed < 4; ++seed) {
      const run = start(seed, { N, alpha: 4, normalised }, { eta });
      let [rise, drift] = [0, 0];
      for (let t = 0, before = observe(run).loss; t < 1500; ++t) {
        run.step();
        const after = observe(run).loss;
        // a step lowers it by η|F|²/N (1 − O(η)), which is nothing at rest. ŷ is rounded to (N/4 + 5) 2^-24 of its terms,
        // √N in all, hence the loss to that times the mean of |∂ℓ/∂ŷ|, below 2 √loss; two losses
        rise = Math.max(rise, after - before - 4 * (N / 4 + 5) * 2 ** -24 * Math.sqrt(N * before));
        drift = Math.max(drift, Math.abs(dot(run.field('x'), run.field('x')) / N - 1));
        before = after;
      }
      expect(rise).toBe(0);
      expect(drift).toBeLessThan(1e-12);
    }
  });

  test('a good start ends at the signal, a minimum whose loss is zero', () => {
    for (const normalised of [0, 1]) {
      const run = start(2, { N: 60, alpha: 6, normalised, m0: 0.8 }, { hessianEvery: 2000 });
      walk(run, 2000);
      const { overlap, loss, gradientNorm, lambdaMin } = observe(run);
      // ŷ carries a rounding of about 1e-6: the loss is below its square times y² and the number of samples in N
      expect(1 - overlap).toBeLessThan(1e-10);
      expect(loss).toBeLessThan(1e-10);
      expect(gradientNorm).toBeLessThan(1e-4);
      expect(lambdaMin).toBeGreaterThan(0.05);
    }
  });

  test('neither how long samples are seen nor the random numbers of the batches matter, to the last bit', () => {
    const [once, other] = [0, 7].map((persistence) => start(3, { N: 50, alpha: 4 }, { b: 1, persistence }));
    if (!once || !other) throw new Error('two runs');
    for (let t = 0; t < 100; ++t) {
      walk(once, 1);
      walk(other, 1);
      expect(picture(other)).toEqual(picture(once));
    }
    expect(observe(once).seen).toBe(1);
  });
});

test('one step moves along the gradient of the samples that are seen, and heat comes on top', () => {
  const [N, eta, temperature] = [80, 0.05, 0.3];
  const setup = { N, alpha: 3 };
  const at = (params: Values) => {
    const run = start(4, setup, { eta, b: 0.4, persistence: 2, ...params });
    const before = run.field('x').slice();
    const { gradientNorm } = observe(run);
    run.step();
    const stretch = N / dot(run.field('x'), before);
    return { gradientNorm, move: Float64Array.from(run.field('x'), (value, i) => value * stretch - (before[i] ?? 0)) };
  };
  const [cold, cool, warm] = [at({ temperature: 0 }), at({ temperature: 1e-24 }), at({ temperature })];
  // the move is recovered from numbers of f64
  expect(Math.abs(Math.sqrt(dot(cold.move, cold.move) / N) / (eta * cold.gradientNorm) - 1)).toBeLessThan(1e-12);
  // heat moves by √(2Tη) z: 3e-13 at T = 1e-24
  const difference = (a: Float64Array, b: Float64Array) => a.map((value, i) => value - (b[i] ?? 0));
  const [tiny, kick] = [difference(cool.move, cold.move), difference(warm.move, cold.move)];
  expect(Math.sqrt(dot(tiny, tiny) / N)).toBeLessThan(1e-12);
  // z has N − 1 independent normal components on the sphere: |z|² scatters by √(2N); 4 sigma
  expect(Math.abs(dot(kick, kick) / (2 * temperature * eta) - (N - 1))).toBeLessThan(4 * Math.sqrt(2 * N));
});

test('heat alone forgets the start at the rate T', () => {
  // Brownian motion on the sphere has dm/dt = −(1 − 1/N) T m. Forces of a flat loss add at most their norm times √(1 − m²)
  const [N, temperature, eta, steps] = [200, 2, 0.0005, 400];
  let pull = 0;
  const ends = Array.from({ length: 12 }, (_, seed) => {
    const run = start(seed, { N, alpha: 0.25, m0: 0.9, normalised: 1, a: 10 }, { eta, temperature });
    let own = 0;
    for (let t = 0; t < steps; ++t) {
      const { gradientNorm, overlap } = observe(run);
      own += eta * gradientNorm * Math.sqrt(1 - overlap ** 2);
      run.step();
    }
    pull = Math.max(pull, own);
    return observe(run).overlap;
  });
  const expected = 0.9 * Math.exp(-(1 - 1 / N) * temperature * eta * steps);
  const tolerance = 4 * sem(ends) + pull;
  expect(tolerance).toBeLessThan(0.5 * (0.9 - expected));
  expect(Math.abs(mean(ends) - expected)).toBeLessThan(tolerance);
});

test('a start of overlap m0 has it exactly, and a change of b, η or T acts at the next step', () => {
  expect(Math.abs(observe(start(1, { N: 50, m0: 0.3 })).overlap - 0.3)).toBeLessThan(1e-12);
  const run = start(1, { N: 50 });
  walk(run, 10);
  expect(observe(run).seen).toBe(1);
  run.params[1] = 0.5;
  walk(run, 1);
  // of 250 samples; 5 sigma
  expect(Math.abs(observe(run).seen - 0.5)).toBeLessThan(5 * Math.sqrt(0.25 / 250));
  expect(observe(run).t).toBeCloseTo(11 * 0.05, 12);
});

describe.each(reference.methods)('$name', ({ rows, found, name, ...numbers }) => {
  test('goes and ends as by an independent program', () => {
    const { N, alpha, runs } = reference;
    const { normalised = 0, a = 1, ...params } = numbers as Record<string, number>;
    const mine = Array.from({ length: 64 }, (_, seed) => {
      const run = start(seed, { N, alpha, normalised, a }, params);
      let best = observe(run).overlap;
      const seen = rows.map(({ t }) => {
        while (run.steps < t) {
          run.step();
          best = Math.max(best, observe(run).overlap);
        }
        return observe(run);
      });
      return { seen, best };
    });
    // two samples: the errors of their means, and 4 sigma
    const agree = (ours: number[], theirs: { mean: number; deviation: number }) => {
      const tolerance = 4 * Math.hypot(sem(ours), theirs.deviation / Math.sqrt(runs));
      expect(Math.abs(mean(ours) - theirs.mean)).toBeLessThan(tolerance);
    };
    for (const [k, row] of rows.entries()) {
      for (const what of ['overlap', 'loss'] as const) {
        agree(
          mine.map(({ seen }) => seen[k]?.[what] ?? Number.NaN),
          row[what],
        );
      }
    }
    const success = mean(mine.map(({ best }) => Number(best > 0.99)));
    const scatter = Math.sqrt(found * (1 - found) * (1 / mine.length + 1 / runs));
    expect(Math.abs(success - found)).toBeLessThan(4 * scatter);
  });
});
