import { beforeAll, describe, expect, test } from 'vitest';
import { loadKernel } from '../../../src/build/catalogue.ts';
import { instantiate, type Kernel } from '../../../src/kernel/instance.ts';
import { dot, load, type Models, put, values } from '../../models/probe/load.mts';
import { extrapolate, mean, sem } from '../../models/probe/statistics.mts';

type Loaded = Awaited<ReturnType<typeof loadKernel>>;
let amp: Loaded;
let theory: Loaded;
let models: Models;
beforeAll(async () => {
  amp = await loadKernel('ml-amp-spiked-matrix-tensor');
  theory = await loadKernel('ml-state-evolution-spiked-matrix-tensor');
  models = await load('release');
});

const start = (seed: number, N: number, m0: number, delta2: number, delta3: number) =>
  instantiate(amp.module, amp.manifest, { seed, setup: { N, m0 }, params: { delta2, delta3 } });
const observe = (run: Kernel) => {
  const [t = Number.NaN, overlap = Number.NaN, change = Number.NaN] = run.observables;
  return { t, overlap, change };
};
/** State evolution at t = 0, 1, …, steps. */
function stateEvolution(m0: number, delta2: number, delta3: number, steps: number) {
  const run = instantiate(theory.module, theory.manifest, { seed: 0, setup: { m0 }, params: { delta2, delta3 } });
  return Array.from({ length: steps + 1 }, (_, t) => {
    if (t > 0) run.step();
    const [, overlap = Number.NaN, energy = Number.NaN, change = Number.NaN] = run.observables;
    return { overlap, energy, change };
  });
}

test('the iteration is (1) and (2), written in plain loops on the same instance', () => {
  const [N, delta2, delta3, m0, seed] = [16, 0.4, 0.7, 0.3, 4];
  const model = models.drawMatrixTensor(seed, N);
  const signal = values(models, models.matrixTensorSignal(model), N);
  const run = start(seed, N, m0, delta2, delta3);
  expect(Array.from(run.field('signal'))).toEqual(Array.from(signal));

  let xhat = Float64Array.from(run.field('xhat'));
  let xprev: Float64Array = new Float64Array(N);
  let sigma = 0;
  for (let t = 0; t < 4; ++t) {
    const out = models.vector(N);
    models.noiseMatrixTensor(model, delta2, delta3, put(models, xhat), out);
    const m = dot(xhat, signal) / N;
    const pull = m / delta2 + (m * m) / delta3;
    const onsager = sigma * (1 / delta2 + (2 * dot(xhat, xprev)) / (N * delta3));
    const B = values(models, out, N).map((value, i) => value + pull * (signal[i] ?? 0) - onsager * (xprev[i] ?? 0));
    const kappa = Math.sqrt(dot(B, B) / N);
    const next = B.map((value) => value / kappa);
    run.step();
    const now = observe(run);
    // the same f32 contraction of nearly the same f64 numbers: what differs is the order of a few sums
    Float64Array.from(run.field('xhat')).forEach((value, i) => {
      expect(Math.abs(value - (next[i] ?? 0))).toBeLessThan(1e-5);
    });
    const move = next.map((value, i) => value - (xhat[i] ?? 0));
    expect(Math.abs(now.change - Math.sqrt(dot(move, move) / N))).toBeLessThan(1e-5);
    [xprev, xhat, sigma] = [xhat, next, 1 / kappa];
  }
});

test('the start has overlap m0, exactly, and about N^(-1/2) without knowledge; |x̂|² is N at all times', () => {
  for (const m0 of [1e-6, 0.1, 1]) {
    const { overlap, change } = observe(start(1, 60, m0, 0.5, 1));
    expect(Math.abs(overlap - m0)).toBeLessThan(1e-12);
    expect(Math.abs(change - 1)).toBeLessThan(1e-12);
  }
  const N = 50;
  const squares = Array.from({ length: 200 }, (_, seed) => N * observe(start(seed, N, 0, 1, 1)).overlap ** 2);
  // N m² of a uniform point is about χ² with one degree of freedom: mean 1, variance 2; 4 sigma
  expect(Math.abs(mean(squares) - 1)).toBeLessThan(4 * Math.sqrt(2 / 200));
  const run = start(1, N, 0, 4, 0.05);
  for (let t = 0; t < 300; ++t) {
    run.step();
    const xhat = run.field('xhat');
    expect(Math.abs(dot(xhat, xhat) / N - 1)).toBeLessThan(1e-12);
  }
});

describe.each([
  [0.3, 1, 0.4],
  [0.5, 1, 0.7],
])('at Δ₂ = %d, Δ₃ = %d, m₀ = %d', (delta2, delta3, m0) => {
  const runs = (N: number, steps: number) =>
    Array.from({ length: 40 }, (_, seed) => {
      const run = start(seed, N, m0, delta2, delta3);
      return Array.from({ length: steps }, () => {
        run.step();
        return observe(run);
      });
    });

  test('overlap and last move follow state evolution from the first step', () => {
    const steps = 8;
    const expected = stateEvolution(m0, delta2, delta3, steps);
    const [small, large] = [runs(128, steps), runs(256, steps)];
    for (let t = 0; t < steps; ++t) {
      for (const name of ['overlap', 'change'] as const) {
        const at = (all: typeof small) => all.map((run) => run[t]?.[name] ?? Number.NaN);
        const { value, error } = extrapolate(at(small), at(large));
        // CLT over 40 instances, 32 comparisons: 3.7 sigma
        expect(Math.abs(value - (expected[t + 1]?.[name] ?? 0)), `${name} at ${t + 1}`).toBeLessThan(3.7 * error);
        expect(error).toBeLessThan(0.06);
      }
    }
  });
});

test('where it settles it is at a stationary point of H, with the overlap and the energy of the theory', () => {
  const [delta2, delta3, m0] = [0.2, 1, 0.9];
  const ends = (N: number) =>
    Array.from({ length: 16 }, (_, seed) => {
      const run = start(seed, N, m0, delta2, delta3);
      for (let t = 0; t < 60; ++t) run.step();
      const model = models.drawMatrixTensor(seed, N);
      const xhat = Float64Array.from(run.field('xhat'));
      const out = models.vector(N);
      const noise = models.noiseMatrixTensor(model, delta2, delta3, put(models, xhat), out);
      const signal = run.field('signal');
      const m = observe(run).overlap;
      const slope = m / delta2 + m ** 2 / delta3;
      const force = values(models, out, N).map((value, i) => value + slope * (signal[i] ?? 0));
      const radial = dot(force, xhat) / N;
      const across = force.map((value, i) => value - radial * (xhat[i] ?? 0));
      // x̂ is known to the last move, and F(x̂) moves by the largest curvature of H times that, below 25; f32 gives the
      // noise force to 2e-7 of its norm √(f′(1)) √N
      expect(Math.sqrt(dot(across, across) / N)).toBeLessThan(25 * observe(run).change + 1e-6);
      expect(observe(run).change).toBeLessThan(1e-5);
      return { overlap: m, energy: noise - m ** 2 / (2 * delta2) - m ** 3 / (3 * delta3) };
    });
  const [small, large] = [ends(64), ends(128)];
  const expected = stateEvolution(m0, delta2, delta3, 200).at(-1);
  for (const name of ['overlap', 'energy'] as const) {
    const { value, error } = extrapolate(
      small.map((end) => end[name]),
      large.map((end) => end[name]),
    );
    // CLT over 16 instances
    expect(Math.abs(value - (expected?.[name] ?? Number.NaN)), name).toBeLessThan(3 * error);
    expect(error).toBeLessThan(0.08);
  }
});

test('where there is nothing to find it forgets the signal and never settles, as the theory says', () => {
  const [N, delta2, delta3] = [200, 3, 1];
  const expected = stateEvolution(0.5, delta2, delta3, 40).at(-1);
  const late = Array.from({ length: 24 }, (_, seed) => {
    const run = start(seed, N, 0.5, delta2, delta3);
    for (let t = 0; t < 40; ++t) run.step();
    return observe(run);
  });
  // x̂ᵗ, x̂ᵗ⁻¹ and x* end as independent points, whose overlaps c are about N^(-1/2): the mean of c is zero, that of
  // √(2(1 − c)) is √2 (1 − ⟨c²⟩/8 + …), so 1/N covers the bias. CLT over 24 instances
  for (const [name, limit] of [
    ['overlap', 0],
    ['change', expected?.change ?? Number.NaN],
  ] as const) {
    const numbers = late.map((now) => now[name]);
    expect(Math.abs(mean(numbers) - limit), name).toBeLessThan(3.5 * sem(numbers) + 1 / N);
    expect(sem(numbers)).toBeLessThan(0.04);
  }
});
