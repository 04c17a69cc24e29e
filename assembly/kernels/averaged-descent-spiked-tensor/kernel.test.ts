import { beforeAll, describe, expect, test } from 'vitest';
import { loadKernel } from '../../../src/build/catalogue.ts';
import { instantiate, type Kernel } from '../../../src/kernel/instance.ts';
import { dot, load, type Models, values, write } from '../../models/probe/load.mts';
import { mean, sem } from '../../models/probe/statistics.mts';
import reference from './reference.json' with { type: 'json' };

type Loaded = Awaited<ReturnType<typeof loadKernel>>;
let averaged: Loaded;
let plain: Loaded;
let models: Models;
beforeAll(async () => {
  averaged = await loadKernel('averaged-descent-spiked-tensor');
  plain = await loadKernel('gradient-flow-spiked-tensor');
  models = await load('release');
});

interface Choice {
  N: number;
  R: number;
  r: number;
  eta: number;
  spread: number;
}
const start = (seed: number, { N, R, r, eta, spread }: Choice) =>
  instantiate(averaged.module, averaged.manifest, { seed, setup: { N, R }, params: { r, eta, spread } });
const observe = (run: Kernel) => {
  const [t = Number.NaN, overlap = Number.NaN, energy = Number.NaN, noise = Number.NaN, phase = Number.NaN] =
    run.observables;
  return { t, overlap, energy, noise, phase };
};

test('the instance and the start of a seed are those of gradient flow', () => {
  const [N, r] = [40, 2];
  const run = start(8, { N, R: 4, r, eta: 0.2, spread: 0.9 });
  const flow = instantiate(plain.module, plain.manifest, { seed: 8, setup: { N, m0: 0 }, params: { r } });
  for (const name of ['x', 'signal', 'position']) expect(run.field(name)).toEqual(flow.field(name));
  expect(observe(run).energy).toBe(flow.observables[2]);
});

describe('the averaged force', () => {
  const choice = { N: 20, R: 6, r: 5, eta: 0.3, spread: 0.7 };
  const { N, R, r, eta } = choice;

  /** (1) and (3) as they stand: the force at each replica, then the mean; and its noise part. */
  function replicaMean(seed: number, x: Float64Array, directions: Float64Array, spread: number) {
    const model = models.drawTensor(seed, N);
    const signal = values(models, models.tensorSignal(model), N);
    const point = models.vector(N);
    const out = models.vector(N);
    const noise = new Float64Array(N);
    let square = 0;
    for (let a = 0; a < R; ++a) {
      const replica = x.map(
        (value, i) => Math.sqrt(1 - spread) * value + Math.sqrt(spread) * (directions[a * N + i] ?? 0),
      );
      write(models, point, replica);
      models.noiseTensor(model, point, out);
      values(models, out, N).forEach((value, i) => {
        noise[i] = (noise[i] ?? 0) + value / R;
      });
      square += (dot(replica, signal) / N) ** 2 / R;
    }
    return { noise, force: noise.map((value, i) => value + r * square * (signal[i] ?? 0)) };
  }

  test.each([0, 0.7, 1])('is the mean of the forces at the replicas, and x moves along it: s = %d', (spread) => {
    const run = start(11, { ...choice, spread });
    const directions = Float64Array.from(run.field('directions'));
    for (let t = 0; t < 3; ++t) {
      const x = Float64Array.from(run.field('x'));
      const { noise, force } = replicaMean(11, x, directions, spread);
      const unit = Math.sqrt((3 * N) / 2 + 3);
      // f32 gives forces to 2e-7 of the largest term's norm, here up to 4 units; M adds 5 roundings of 2^-24
      expect(Math.abs(observe(run).noise - Math.sqrt(dot(noise, noise)) / unit)).toBeLessThan(2e-6);
      const length = Math.sqrt(dot(force, force));
      const moved = x.map((value, i) => value + (eta * Math.sqrt(N) * (force[i] ?? 0)) / length);
      const rescale = Math.sqrt(N / dot(moved, moved));
      run.step();
      // as above, relative to |F|: η times 1e-6, in units of a component of x
      Float64Array.from(run.field('x')).forEach((value, i) => {
        expect(Math.abs(value - rescale * (moved[i] ?? 0))).toBeLessThan(3e-6);
      });
    }
    expect(observe(run).phase).toBe(0);
  });

  test('follows a change of the spread and of r at once', () => {
    const changed = start(11, choice);
    changed.params.set([r + 1, eta, 0.2]);
    changed.step();
    const x = Float64Array.from(changed.field('x'));
    const twin = start(11, { ...choice, r: r + 1, spread: 0.2 });
    twin.step();
    expect(Array.from(x)).toEqual(Array.from(twin.field('x')));
  });

  test('points to the signal with the overlap of the partial trace when the replicas are anywhere', () => {
    // s = 1: F̄ = r (x*ᵀUx*/N²) x* + noise, of |noise|² = (3/2)(1 + N/R). x turns to this vector, by half its angle at
    // a step of η = 1: after five the overlap has its value to 1/32² of itself
    const wide = { N: 64, R: 1024, r: 2 * 64 ** 0.25, eta: 1, spread: 1 };
    const overlaps = Array.from({ length: 32 }, (_, seed) => {
      const run = start(seed, wide);
      for (let t = 0; t < 5; ++t) run.step();
      expect(observe(run).phase).toBe(0);
      return observe(run).overlap;
    });
    const noise = (3 / 2) * wide.N * (1 + wide.N / wide.R);
    const expected = wide.r / Math.sqrt(wide.r ** 2 + noise);
    // CLT, and a bias of order 1/N (fluctuations of |F̄|² and the 3 in 3N/2 + 3)
    expect(Math.abs(mean(overlaps) - expected)).toBeLessThan(3 * sem(overlaps) + 1 / wide.N);
  });
});

describe('the noise of the average', () => {
  /** (7), a mean over pairs: of a replica with itself, and of two. */
  const expected = (N: number, R: number, s: number) =>
    (1 + (4 * s * (1 - s)) / N) / R + (1 - 1 / R) * ((1 - s) ** 2 + (2 * s * (1 - s) + s * s) / N);
  const squares = (N: number, spread: number) => {
    const rows = Array.from({ length: 24 }, (_, seed) =>
      Array.from(start(seed, { N, R: 1024, r: 1, eta: 0.2, spread }).field('noiseOfMean'), (noise) => noise ** 2),
    );
    return Array.from({ length: 11 }, (_, k) => rows.map((row) => row[k] ?? Number.NaN));
  };

  test.each([0, 0.5, 0.9, 1])('has the mean square of (7) for 1 to 1024 replicas, at s = %d', (s) => {
    squares(48, s).forEach((noise, k) => {
      // CLT with the measured variance, 24 instances, 44 comparisons: 4 sigma
      expect(Math.abs(mean(noise) - expected(48, 2 ** k, s))).toBeLessThan(4 * sem(noise));
      expect(sem(noise)).toBeLessThan(0.2 * expected(48, 2 ** k, s));
    });
    const theory = start(1, { N: 48, R: 4, r: 1, eta: 0.2, spread: s }).field('noiseTheory');
    theory.forEach((noise, k) => {
      expect(Math.abs(noise ** 2 / expected(48, 2 ** k, s) - 1)).toBeLessThan(1e-12);
    });
  });

  test('falls like R^(−1/2) up to R of order N, and no further than 1 − s', () => {
    const N = 128;
    const rms = (s: number) => squares(N, s).map((noise) => Math.sqrt(mean(noise)));
    const far = rms(1);
    const slope = (curve: number[], from: number, to: number) =>
      Math.log2((curve[to] ?? 0) / (curve[from] ?? 0)) / (to - from);
    const predicted = Array.from({ length: 11 }, (_, k) => Math.sqrt(expected(N, 2 ** k, 1)));
    // a mean square has the relative error √(2/N) for one instance, 2.6 % for the mean of 24, so 1.3 % for its root:
    // from R = 1 to 16 the slope is known to √2 · 0.013/(4 ln 2) = 0.007, and (7) puts it at -0.480
    expect(Math.abs(slope(far, 0, 4) - slope(predicted, 0, 4))).toBeLessThan(3 * 0.007);
    expect(Math.abs(slope(predicted, 0, 4) + 0.5)).toBeLessThan(0.03);
    // at the end the noise is near N^(-1/2) and hardly falls
    expect(slope(far, 9, 10)).toBeGreaterThan(-0.5 / 2);
    expect(Math.abs((far[10] ?? 0) / (predicted[10] ?? 0) - 1)).toBeLessThan(3 * 0.013);
    const near = rms(0.6);
    expect(Math.abs((near[10] ?? 0) / Math.sqrt(expected(N, 1024, 0.6)) - 1)).toBeLessThan(3 * 0.013);
    expect(near[10]).toBeGreaterThan(0.95 * 0.4);
  });

  test('is that of one replica, and not a number beyond the replicas there are', () => {
    const run = start(2, { N: 30, R: 5, r: 1, eta: 0.2, spread: 0.9 });
    const noiseOfMean = Array.from(run.field('noiseOfMean'));
    expect(noiseOfMean.map(Number.isFinite)).toEqual([true, true, true, ...Array(8).fill(false)]);
    const single = start(2, { N: 30, R: 4, r: 1, eta: 0.2, spread: 0.9 });
    expect(Array.from(single.field('noiseOfMean')).slice(0, 3)).toEqual(noiseOfMean.slice(0, 3));
    expect(single.field('noiseOfMean')[2]).toBeCloseTo(observe(single).noise, 6);
  });
});

test('the replicas surround the centre of mass on the globe, and join it when they are dropped', () => {
  const [N, R, spread] = [40, 30, 0.4];
  const run = start(3, { N, R, r: 10, eta: 0.5, spread });
  const signal = Float64Array.from(run.field('signal'));
  const directions = Float64Array.from(run.field('directions'));
  for (let t = 0; t < 3; ++t) run.step();
  expect(observe(run).phase).toBe(0);
  const positions = Array.from(run.field('replicaPositions'));
  for (let a = 0; a < R; ++a) {
    const m =
      Math.sqrt(1 - spread) * observe(run).overlap +
      (Math.sqrt(spread) * dot(directions.subarray(a * N, (a + 1) * N), signal)) / N;
    const position = positions.slice(3 * a, 3 * a + 3);
    expect(position[2]).toBeCloseTo(Math.min(1, m), 12);
    expect(dot(position, position)).toBeCloseTo(1, 12);
  }
  expect(new Set(positions).size).toBe(3 * R);
  for (let t = 0; t < 200; ++t) run.step();
  expect(observe(run).phase).toBe(1);
  const together = Array.from(run.field('position'));
  const late = run.field('replicaPositions');
  for (let k = 0; k < 3 * R; ++k) expect(late[k]).toBeCloseTo(together[k % 3] ?? Number.NaN, 12);
});

describe('against gradient flow', () => {
  const { N, R, spread, eta } = reference;

  function outcomes(ratio: number, instances: number) {
    const r = ratio * N ** 0.25;
    let [flows, averages] = [0, 0];
    for (let seed = 0; seed < instances; ++seed) {
      const flow = instantiate(plain.module, plain.manifest, { seed, setup: { N, m0: 0 }, params: { r, dt: 0.05 } });
      for (let t = 0; t < 1500 && (flow.observables[3] ?? 0) > 1e-4; ++t) flow.step();
      if ((flow.observables[1] ?? 0) > 0.7) ++flows;
      const run = start(seed, { N, R, r, eta, spread });
      let phase = 0;
      let [drift, backwards] = [0, 0];
      for (let t = 1; t <= 600; ++t) {
        run.step();
        const now = observe(run);
        backwards = Math.max(backwards, phase - now.phase);
        phase = now.phase;
        if (Math.abs(now.overlap) > 1 || now.t !== t) throw new Error(`overlap ${now.overlap} at t = ${now.t}`);
        const x = run.field('x');
        drift = Math.max(drift, Math.abs(dot(x, x) / N - 1));
      }
      expect(drift).toBeLessThan(1e-12);
      expect(backwards).toBe(0);
      expect(phase).toBe(1); // Σ η = 50 after 250 steps at the latest
      if (observe(run).overlap > 0.7) ++averages;
    }
    return { flows, averages };
  }

  test('it finds the signal where gradient flow mostly fails, as often as an independent implementation', () => {
    const instances = 16;
    const { flows, averages } = outcomes(2, instances);
    const found = reference.successes.find(({ ratio }) => ratio === 2);
    if (!found) throw new Error('the reference has no ratio 2');
    for (const [here, there] of [
      [flows, found.gradientDescent],
      [averages, found.averagedDescent],
    ] as const) {
      // two binomial counts of one probability p, estimated with one success and one failure added; 3 sigma
      const p = (there + 1) / (found.instances + 2);
      const sigma = Math.sqrt(p * (1 - p) * (1 / instances + 1 / found.instances));
      expect(Math.abs(here / instances - there / found.instances)).toBeLessThan(3 * sigma);
    }
    // same instances, same starts: with equal chances the difference would have a deviation below √16 = 4
    expect(averages).toBe(instances);
    expect(averages - flows).toBeGreaterThan(4);
  });

  test('below the threshold everything fails', () => {
    expect(outcomes(0.5, 8)).toEqual({ flows: 0, averages: 0 });
  });
});
