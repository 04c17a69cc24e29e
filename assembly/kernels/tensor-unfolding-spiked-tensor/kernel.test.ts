import { beforeAll, describe, expect, test } from 'vitest';
import { loadKernel } from '../../../src/build/catalogue.ts';
import { instantiate, type Kernel } from '../../../src/kernel/instance.ts';
import { elements } from '../../lib/probe/dense-tensor.mts';
import { type Library, load } from '../../lib/probe/load.mts';
import { dot } from '../../models/probe/load.mts';
import reference from './reference.json' with { type: 'json' };

type Loaded = Awaited<ReturnType<typeof loadKernel>>;
let unfolding: Loaded;
let flow: Loaded;
let library: Library;
beforeAll(async () => {
  unfolding = await loadKernel('tensor-unfolding-spiked-tensor');
  flow = await loadKernel('gradient-flow-spiked-tensor');
  library = await load('release');
});

const start = (seed: number, N: number, r: number, dt = 0.02) =>
  instantiate(unfolding.module, unfolding.manifest, { seed, setup: { N }, params: { r, dt } });
const observe = (run: Kernel) => {
  const [t = 0, overlap = 0, energy = 0, phase = 0, singularValue = 0, residual = 0] = run.observables;
  return { t, overlap, energy, phase, singularValue, residual };
};

/** The last state of phase 0. */
function iterate(run: Kernel) {
  let last = { ...observe(run), x: Float64Array.from(run.field('x')) };
  for (let steps = 0; ; ++steps) {
    run.step();
    if (observe(run).phase === 1) return { ...last, steps };
    last = { ...observe(run), x: Float64Array.from(run.field('x')) };
  }
}

/** The unfolded tensor [N, N²] of a run, its noise being stream 1 of the seed. */
function dense(run: Kernel, seed: number, N: number, r: number) {
  const signal = run.field('signal');
  const W = elements(library, library.gaussianTensor(library.stream(seed, 1), N), N);
  return W.map((value, place) => {
    const [i, j, k] = [Math.floor(place / N ** 2), Math.floor(place / N) % N, place % N];
    const spike = (signal[i] ?? 0) * (signal[j] ?? 0) * (signal[k] ?? 0);
    return (3 / (N * Math.SQRT2)) * value + (r / N ** 2) * spike;
  });
}

describe('before the first step', () => {
  test.each([8, 11, 24])('singular value and residual are those of the dense matrix, N = %d', (N) => {
    const [seed, r] = [5, 4];
    const run = start(seed, N, r);
    const A = dense(run, seed, N, r);
    const u = Float64Array.from(run.field('x'), (value) => value / Math.sqrt(N));
    const right = Float64Array.from({ length: N * N }, (_, jk) =>
      u.reduce((sum, value, i) => sum + value * (A[i * N * N + jk] ?? 0), 0),
    );
    const left = Float64Array.from({ length: N }, (_, i) => dot(A.subarray(i * N * N, (i + 1) * N * N), right));
    const square = dot(right, right);
    const rest = left.map((value, i) => value - square * (u[i] ?? 0));
    // two f32 contractions, each with a relative error of 2^-24 √((N + 16)/3) = 2.2e-7 as a standard deviation; 6 sigma
    expect(Math.abs(observe(run).singularValue / Math.sqrt(square) - 1)).toBeLessThan(2e-6);
    expect(Math.abs(observe(run).residual - Math.sqrt(dot(rest, rest)) / square)).toBeLessThan(2e-6);
  });

  test('the point is the random start of gradient flow, or its antipode if that is lower', () => {
    const N = 40;
    const signs = Array.from({ length: 12 }, (_, seed) => {
      const run = start(seed, N, 2);
      const twin = instantiate(flow.module, flow.manifest, { seed, setup: { N, m0: 0 }, params: { r: 2 } });
      const sign = Math.sign(-(twin.observables[2] ?? 0));
      expect(observe(run).energy).toBeLessThan(0);
      expect(Math.abs(observe(run).energy + Math.abs(twin.observables[2] ?? 0))).toBeLessThan(1e-6);
      run.field('x').forEach((value, i) => {
        expect(Math.abs(value - sign * (twin.field('x')[i] ?? 0))).toBeLessThan(1e-12);
      });
      return sign;
    });
    expect(new Set(signs)).toEqual(new Set([1, -1]));
  });
});

test.each(reference.vectors)('it finds the singular vector of LAPACK at N = $N, r = $r', (expected) => {
  const end = iterate(start(expected.seed, expected.N, expected.r));
  // λ = σ² is off by at most (10⁻⁵ λ)²/gap, and f32 products by 1e-6 λ; the angle is at most (1e-5 + 1e-6) λ/gap
  const gap = 1 - (expected.next / expected.singularValue) ** 2;
  const angle = 1.1e-5 / gap;
  expect(angle).toBeLessThan(1e-3);
  expect(Math.abs(end.singularValue / expected.singularValue - 1)).toBeLessThan(1e-6 + 1e-10 / gap);
  end.x.forEach((value, i) => {
    expect(Math.abs(value - (expected.x[i] ?? 0))).toBeLessThan(1.5 * angle * Math.sqrt(expected.N));
  });
  expect(Math.abs(end.overlap - expected.overlap)).toBeLessThan(1.5 * angle);
  // the gradient of E is at most 3 |E| + |∇E| < 10 times the move
  expect(Math.abs(end.energy - expected.energy)).toBeLessThan(10 * angle);
});

describe('along the way', () => {
  const [N, r] = [100, 1.5 * 100 ** 0.25];

  test('singular values rise, phase 0 ends for good below 1e-5, and then the energy falls', () => {
    for (let seed = 0; seed < 4; ++seed) {
      const run = start(seed, N, r);
      let before = observe(run);
      for (let t = 1; t <= 200; ++t) {
        run.step();
        const now = observe(run);
        const x = run.field('x');
        expect(Math.abs(dot(x, x) / N - 1)).toBeLessThan(1e-12);
        expect(now.phase).toBeGreaterThanOrEqual(before.phase);
        expect(Math.abs(now.t - 0.02 * t)).toBeLessThan(1e-12);
        if (now.phase === 0) {
          // f32 products
          expect(now.singularValue).toBeGreaterThan(before.singularValue - 1e-6);
          expect(now.energy).toBeLessThanOrEqual(0);
        } else {
          if (before.phase === 0) expect(before.residual).toBeLessThan(1e-5);
          // f32 gives the energy to 2e-7 |F|/(3√N), |F|/√N about 3|E|
          expect(now.energy).toBeLessThan(before.energy + 1e-6);
          expect(now.singularValue).toBe(before.singularValue);
        }
        before = now;
      }
      expect(before.phase).toBe(1);
    }
  });

  test('the iteration takes about √N steps where the signal is seen, and ends where it is not', () => {
    for (let seed = 0; seed < 3; ++seed) {
      expect(iterate(start(seed, N, 2 * N ** 0.25)).steps).toBeLessThan(3 * Math.sqrt(N));
      expect(iterate(start(seed, N, 0)).steps).toBeLessThan(200);
    }
  });

  test('a change of r is a new matrix, whose vector is found from there', () => {
    const run = start(2, 40, 1);
    for (let t = 0; t < 5; ++t) run.step();
    run.params[0] = 6;
    const changed = iterate(run);
    const fresh = iterate(start(2, 40, 6));
    expect(Math.abs(changed.singularValue - fresh.singularValue)).toBeLessThan(2e-6);
    // both are within 1e-5/gap of it, and at r = 6 the gap is more than a tenth
    expect(Math.abs(changed.overlap - fresh.overlap)).toBeLessThan(2e-4);
  });
});

describe('descent from there finds the signal as often as an independent implementation', () => {
  test.each(reference.successes)('at N = $N, r = $ratio N^¼', ({ N, ratio, instances, found }) => {
    const here = N === 50 ? 50 : 16;
    let successes = 0;
    for (let seed = 0; seed < here; ++seed) {
      const run = start(seed, N, ratio * N ** 0.25, 0.05);
      for (let t = 0; t < 500; ++t) run.step();
      if (observe(run).overlap > reference.threshold) ++successes;
    }
    // two binomial counts of one probability p, estimated with one success and one failure added; 3 sigma
    const p = (found + 1) / (instances + 2);
    const sigma = Math.sqrt(p * (1 - p) * (1 / here + 1 / instances));
    expect(Math.abs(successes / here - found / instances)).toBeLessThan(3 * sigma);
  });
});
