import { beforeAll, describe, expect, test } from 'vitest';
import { loadKernel } from '../../../src/build/catalogue.ts';
import { instantiate, type Kernel } from '../../../src/kernel/instance.ts';
import { elements } from '../../lib/probe/dense-tensor.mts';
import { type Library, load } from '../../lib/probe/load.mts';
import { dot } from '../../models/probe/load.mts';
import { mean, sem } from '../../models/probe/statistics.mts';
import reference from './reference.json' with { type: 'json' };

type Loaded = Awaited<ReturnType<typeof loadKernel>>;
let trace: Loaded;
let flow: Loaded;
let library: Library;
beforeAll(async () => {
  trace = await loadKernel('partial-trace-spiked-tensor');
  flow = await loadKernel('gradient-flow-spiked-tensor');
  library = await load('release');
});

const start = (seed: number, N: number, r: number, dt = 0.02) =>
  instantiate(trace.module, trace.manifest, { seed, setup: { N }, params: { r, dt } });
const observe = (run: Kernel) => {
  const [t = Number.NaN, overlap = Number.NaN, energy = Number.NaN, gradientNorm = Number.NaN] = run.observables;
  return { t, overlap, energy, gradientNorm };
};

test.each([8, 13, 20])('the start is Σ_j T_ijj of the dense tensor, signal included, N = %d', (N) => {
  const [seed, r] = [7, 5];
  const run = start(seed, N, r);
  // the noise is stream 1 of the seed
  const W = elements(library, library.gaussianTensor(library.stream(seed, 1), N), N);
  const signal = run.field('signal');
  const v = Float64Array.from({ length: N }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < N; ++j) {
      const [si = 0, sj = 0] = [signal[i], signal[j]];
      sum += (3 / (N * Math.SQRT2)) * (W[(i * N + j) * N + j] ?? 0) + (r / N ** 2) * si * sj * sj;
    }
    return sum;
  });
  const length = Math.sqrt(dot(v, v) / N);
  // sums of f64 numbers in another order
  run.field('x').forEach((value, i) => {
    expect(Math.abs(value - (v[i] ?? 0) / length)).toBeLessThan(1e-12);
  });
  expect(Math.abs(dot(run.field('x'), run.field('x')) / N - 1)).toBeLessThan(1e-13);
});

describe('the overlap of the start', () => {
  test.each(reference.overlaps)('has the mean of the exact law at N = $N, r = $r', ({ N, r, overlap }) => {
    const overlaps = Array.from({ length: 400 }, (_, seed) => observe(start(seed, N, r)).overlap);
    // CLT over 400 instances, 4 comparisons: 3.3 sigma
    expect(Math.abs(mean(overlaps) - overlap)).toBeLessThan(3.3 * sem(overlaps));
    expect(sem(overlaps)).toBeLessThan(0.016);
    // the law without fluctuations is off by their square, 1/N of it
    expect(Math.abs(overlap - r / Math.sqrt(r ** 2 + 1.5 * (N + 2)))).toBeLessThan(1 / (2 * N));
  });
});

test('from there on it is gradient flow: same instance, same steps', () => {
  const [seed, N, r, dt] = [3, 30, 6, 0.04];
  const run = start(seed, N, r, dt);
  const twin = instantiate(flow.module, flow.manifest, { seed, setup: { N, m0: 0.5 }, params: { r, dt } });
  expect(run.field('signal')).toEqual(twin.field('signal'));
  // with dt = 0 a step of the twin measures at a point that is put there, up to the rounding of a renormalisation
  twin.params[1] = 0;
  twin.field('x').set(run.field('x'));
  twin.step();
  twin.params[1] = dt;
  for (let t = 0; t < 30; ++t) {
    // that rounding, 1e-16, is amplified as two trajectories part, by less than e^(10 · 30 dt) = 1e5
    for (const name of ['x', 'position'] as const) {
      run.field(name).forEach((value, i) => {
        expect(Math.abs(value - (twin.field(name)[i] ?? 0))).toBeLessThan(1e-9);
      });
    }
    const [here, there] = [observe(run), twin.observables];
    expect(Math.abs(here.energy - (there[2] ?? 0))).toBeLessThan(1e-6);
    expect(Math.abs(here.gradientNorm - (there[3] ?? 0))).toBeLessThan(1e-6);
    expect(Math.abs(here.t - t * dt)).toBeLessThan(1e-12);
    run.step();
    twin.step();
  }
});

describe('descent from there finds the signal as often as an independent implementation', () => {
  test.each(reference.successes)('at N = $N, r = $ratio N^¼', ({ N, ratio, instances, found }) => {
    const here = N === 50 ? 50 : 16;
    let successes = 0;
    for (let seed = 0; seed < here; ++seed) {
      const run = start(seed, N, ratio * N ** 0.25, 0.05);
      for (let t = 0; t < 1500 && observe(run).gradientNorm > 1e-4; ++t) run.step();
      if (observe(run).overlap > reference.threshold) ++successes;
    }
    // two binomial counts of one probability p, estimated with one success and one failure added; 3 sigma
    const p = (found + 1) / (instances + 2);
    const sigma = Math.sqrt(p * (1 - p) * (1 / here + 1 / instances));
    expect(Math.abs(successes / here - found / instances)).toBeLessThan(3 * sigma);
  });
});
