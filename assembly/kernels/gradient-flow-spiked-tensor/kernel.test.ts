import { beforeAll, describe, expect, test } from 'vitest';
import { loadKernel } from '../../../src/build/catalogue.ts';
import { instantiate, type Kernel } from '../../../src/kernel/instance.ts';
import { dot } from '../../models/probe/load.mts';
import { extrapolate, mean } from '../../models/probe/statistics.mts';

let kernel: Awaited<ReturnType<typeof loadKernel>>;
beforeAll(async () => {
  kernel = await loadKernel('gradient-flow-spiked-tensor');
});

const start = (seed: number, N: number, m0: number, r: number, dt: number) =>
  instantiate(kernel.module, kernel.manifest, { seed, setup: { N, m0 }, params: { r, dt } });
const observe = (run: Kernel) => {
  const [t = Number.NaN, overlap = Number.NaN, energy = Number.NaN, gradientNorm = Number.NaN] = run.observables;
  return { t, overlap, energy, gradientNorm };
};

describe('one step', () => {
  const [N, r, dt] = [30, 4, 0.05];

  /** The tangential force at the start, from the move: (2) adds dt F to x, F orthogonal to x, and rescales. */
  function force(run: Kernel): Float64Array {
    const before = run.field('x').slice();
    const stretch = Math.sqrt(1 + (dt * observe(run).gradientNorm) ** 2);
    run.step();
    return Float64Array.from(run.field('x'), (value, i) => (value * stretch - (before[i] ?? 0)) / dt);
  }

  /** H at any point: with dt = 0 a step only measures, on the sphere, and H is a cubic form. */
  function energyAt(point: Float64Array): number {
    const probe = start(3, N, 0.4, r, 0);
    probe.field('x').set(point);
    probe.step();
    return N * observe(probe).energy * (dot(point, point) / N) ** 1.5;
  }

  test('goes against the gradient: central differences of the energy differ by h² times the third derivative', () => {
    const run = start(3, N, 0.4, r, dt);
    const x = Float64Array.from(run.field('x'));
    const F = force(run);
    for (const across of [run.field('signal'), Float64Array.from({ length: N }, (_, i) => Math.cos(3 * i))]) {
      const radial = dot(across, x) / N;
      const raw = Float64Array.from(across, (value, i) => value - radial * (x[i] ?? 0));
      const direction = raw.map((value) => value * Math.sqrt(N / dot(raw, raw)));
      const shifted = (h: number) => energyAt(x.map((value, i) => value + h * (direction[i] ?? 0)));
      const error = (h: number) => (shifted(h) - shifted(-h)) / (2 * h) + dot(F, direction);
      // H is cubic, so the error is h² H(direction) exactly. f32 gives F to 2e-7 |F|, hence H = -x·F/3 to 2e-7
      // |x||F|/3, with |F| < 1.5 √N and, at h = 1, |x|³ = 2.8 N^1.5: 9e-6
      const cubic = energyAt(direction);
      for (const h of [1, 0.5, 0.25]) expect(Math.abs(error(h) - h * h * cubic)).toBeLessThan(1e-5 / h);
      expect(Math.abs(cubic)).toBeGreaterThan(1e-3);
    }
  });

  test('measures the norm of the gradient that it follows', () => {
    const run = start(3, N, 0.4, r, dt);
    const { gradientNorm } = observe(run);
    const F = force(run);
    // F is recovered from numbers of f64 divided by dt
    expect(Math.abs(Math.sqrt(dot(F, F) / N) / gradientNorm - 1)).toBeLessThan(1e-12);
  });

  test('sees a change of r at once, on the same noise', () => {
    const [a, b] = [start(3, N, 0.4, r, dt), start(3, N, 0.4, r + 1, dt)];
    const signal = a.field('signal');
    const m = observe(a).overlap;
    const [Fa, Fb] = [force(a), force(b)];
    const x = Float64Array.from(start(3, N, 0.4, r, dt).field('x'));
    Fb.forEach((value, i) => {
      expect(value - (Fa[i] ?? 0)).toBeCloseTo(m * m * ((signal[i] ?? 0) - m * (x[i] ?? 0)), 10);
    });
    const late = start(3, N, 0.4, r, dt);
    late.params[0] = r + 1;
    late.step();
    expect(Array.from(late.field('x'))).toEqual(Array.from(b.field('x')));
  });
});

describe('along the flow', () => {
  test.each([
    [0, 6.3, 0.02],
    [0.3, 3, 0.05],
    [0, 0, 0.02],
  ])('|x|² stays N, and the energy never rises: m0 = %d, r = %d, dt = %d', (m0, r, dt) => {
    const N = 100;
    for (let seed = 0; seed < 3; ++seed) {
      const run = start(seed, N, m0, r, dt);
      let [drift, rise] = [0, 0];
      for (let t = 1, before = observe(run); t <= 1500; ++t) {
        run.step();
        const after = observe(run);
        const x = run.field('x');
        drift = Math.max(drift, Math.abs(dot(x, x) / N - 1));
        // a step lowers E by dt |F|²/N (1 - O(dt)), which is nothing at rest. f32 gives the noise force to 2e-7 of its
        // norm, hence E = -x·F/(3N) to 2e-7 |F|/(3√N), where |F|/√N is 3|E| at rest and 1.3 at the start; two energies
        const rounding = (2 * 2e-7 * Math.max(1.3, 3 * Math.abs(after.energy))) / 3;
        rise = Math.max(rise, after.energy - before.energy - rounding);
        before = after;
      }
      expect(drift).toBeLessThan(1e-12);
      expect(rise).toBe(0);
      expect(Math.abs(observe(run).t - 1500 * dt)).toBeLessThan(1e-9);
    }
  });

  test('without a signal the energy follows dynamical mean-field theory', () => {
    // E(10) = -1.0816 for p = 3, T = 0 from a random start, as N goes to infinity (Cugliandolo-Kurchan equations,
    // integrated with five time steps and extrapolated)
    const energies = (N: number) =>
      Array.from({ length: 32 }, (_, seed) => {
        const run = start(seed, N, 0, 0, 0.02);
        for (let t = 0; t < 500; ++t) run.step();
        return observe(run).energy;
      });
    const [small, large] = [energies(64), energies(128)];
    // doubling N removes the bias of order 1/N (measured: 2.5/N at N = 64); Euler at dt = 0.02 adds 2e-4
    const { value, error } = extrapolate(small, large);
    const tolerance = 3 * error + 2e-4;
    expect(tolerance).toBeLessThan(0.05);
    expect(Math.abs(value + 1.0816)).toBeLessThan(tolerance);
  });

  test('from a good start it ends in the planted minimum, where r m √(1 − m²) = √(3/2)', () => {
    const r = 3;
    const overlaps = (N: number) =>
      Array.from({ length: 24 }, (_, seed) => {
        const run = start(seed, N, 0.9, r, 0.05);
        for (let t = 0; t < 400; ++t) run.step();
        return observe(run).overlap;
      });
    const [small, large] = [overlaps(64), overlaps(128)];
    const planted = Math.sqrt((1 + Math.sqrt(1 - 6 / r ** 2)) / 2);
    const { value, error } = extrapolate(small, large);
    const tolerance = 3 * error;
    expect(tolerance).toBeLessThan(0.06);
    expect(Math.abs(value - planted)).toBeLessThan(tolerance);
  });

  test('the force vanishes at the end', () => {
    const run = start(1, 60, 0.9, 5, 0.05);
    for (let t = 0; t < 1000; ++t) run.step();
    // f32 gives the noise force to 2e-7 of its norm √(3N/2), and the motion amplifies nothing at a minimum
    expect(observe(run).gradientNorm).toBeLessThan(1e-6);
  });
});

test('a start of overlap m0 has it exactly, and without knowledge about N^(-1/2)', () => {
  for (const m0 of [1e-6, 0.3, 1])
    expect(Math.abs(observe(start(1, 50, m0, 1, 0.02)).overlap - m0)).toBeLessThan(1e-12);
  const N = 50;
  const squares = Array.from({ length: 200 }, (_, seed) => N * observe(start(seed, N, 0, 1, 0.02)).overlap ** 2);
  // N m² of a uniform point is about χ² with one degree of freedom: mean 1, variance 2; 4 sigma
  expect(Math.abs(mean(squares) - 1)).toBeLessThan(4 * Math.sqrt(2 / 200));
});
