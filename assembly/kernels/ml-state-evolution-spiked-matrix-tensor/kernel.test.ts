import { beforeAll, describe, expect, test } from 'vitest';
import { loadKernel } from '../../../src/build/catalogue.ts';
import { instantiate, type Kernel } from '../../../src/kernel/instance.ts';
import reference from './reference.json' with { type: 'json' };

let kernel: Awaited<ReturnType<typeof loadKernel>>;
beforeAll(async () => {
  kernel = await loadKernel('ml-state-evolution-spiked-matrix-tensor');
});

const start = (m0: number, delta2: number, delta3: number) =>
  instantiate(kernel.module, kernel.manifest, { seed: 0, setup: { m0 }, params: { delta2, delta3 } });
const observe = (run: Kernel) => {
  const [t = Number.NaN, overlap = Number.NaN, energy = Number.NaN, change = Number.NaN] = run.observables;
  return { t, overlap, energy, change };
};

/** The run from m0, iterated until neither the overlap nor the last move changes by more than 1e-13. */
function limit(m0: number, delta2: number, delta3: number) {
  const run = start(m0, delta2, delta3);
  for (let before = observe(run); ; before = observe(run)) {
    run.step();
    const now = observe(run);
    if (now.t === 20_000) throw new Error(`no fixed point from ${m0} at ${delta2}, ${delta3}`);
    if (now.t > 3 && Math.abs(now.overlap - before.overlap) < 1e-13) return now;
  }
}

describe('fixed points', () => {
  test.each(reference.fixedPoints)('are the minima of the energy at Δ₂ = $delta2, Δ₃ = $delta3', (point) => {
    const { delta2, delta3 } = point;
    // the last moves shrink by a factor below 0.9 at each of these points, so 1e-13 is 1e-12 from the limit
    expect(Math.abs(limit(1e-6, delta2, delta3).overlap - point.uninformed)).toBeLessThan(1e-10);
    const informed = limit(1, delta2, delta3);
    expect(Math.abs(informed.overlap - point.informed)).toBeLessThan(1e-10);
    expect(Math.abs(informed.energy - point.energy)).toBeLessThan(1e-12);
  });

  test('leave zero where 1/Δ₂² = 1/Δ₂ + 1/Δ₃', () => {
    for (const delta3 of [0.3, 1, 4]) {
      const line = (Math.sqrt(delta3 ** 2 + 4 * delta3) - delta3) / 2;
      expect(limit(1e-6, line * 1.01, delta3).overlap).toBeLessThan(1e-9);
      expect(limit(1e-6, line * 0.99, delta3).overlap).toBeGreaterThan(0.01);
    }
  });
});

test.each(reference.orbits)('the orbit is that of the full two-time description, at Δ₂ = $delta2', (orbit) => {
  const run = start(orbit.overlaps[0] ?? Number.NaN, orbit.delta2, orbit.delta3);
  expect(observe(run).change).toBe(1);
  orbit.overlaps.forEach((overlap, t) => {
    const now = observe(run);
    expect(now.t).toBe(t);
    expect(Math.abs(now.overlap - overlap)).toBeLessThan(1e-12);
    const move = Math.sqrt(2 * (1 - (orbit.consecutive[t] ?? Number.NaN)));
    if (t > 0) expect(Math.abs(now.change - move)).toBeLessThan(1e-12);
    run.step();
  });
});

describe('the estimate', () => {
  test('settles where f″(1) < f′(1) + a²', () => {
    // the fixed point of Δ₂ = 0.3, Δ₃ = 1: f″(1) = 5.33, f′(1) + a² = 17.7; ends at the rounding of 1 - c
    const run = start(0.1, 0.3, 1);
    for (let t = 0; t < 100; ++t) run.step();
    expect(observe(run).change).toBeLessThan(1e-7);
  });

  test('wanders for ever where there is nothing to find, with an overlap that goes to zero', () => {
    const run = start(0.5, 3, 1);
    for (let t = 0; t < 100; ++t) run.step();
    const { overlap, change } = observe(run);
    expect(overlap).toBeLessThan(1e-12);
    // c = 0 is the stable fixed point of c ↦ f′(c)/f′(1), since 1/Δ₂ < f′(1)
    expect(Math.abs(change - Math.SQRT2)).toBeLessThan(1e-9);
  });
});

test('the energy has the slope of the map: its error falls by 4 when h is halved', () => {
  for (const [m, delta2, delta3] of [
    [0.2, 0.5, 1],
    [0.5, 1, 0.3],
    [0.7, 3, 0.3],
  ] as const) {
    const once = start(m, delta2, delta3);
    once.step();
    const next = observe(once).overlap;
    // a = m′ √(f′(1)/(1 − m′²)), so E′(m) = √f′(1) [m/√(1 − m²) − m′/√(1 − m′²)]
    const exact = Math.sqrt(1 / delta2 + 1 / delta3) * (m / Math.sqrt(1 - m * m) - next / Math.sqrt(1 - next * next));
    const energy = (q: number) => observe(start(q, delta2, delta3)).energy;
    const error = (h: number) => (energy(m + h) - energy(m - h)) / (2 * h) - exact;
    // h² E‴/6 + O(h⁴): at h = 0.01 the next term is below (h/(1 - m))² ≈ 1e-3 of the first; E rounds by 1e-16/h
    expect(Math.abs(error(0.01))).toBeLessThan(2e-3);
    expect(error(0.01) / error(0.005)).toBeCloseTo(4, 1);
  }
});

test('the energy never rises', () => {
  for (const [m0, delta2, delta3] of [
    [0.01, 0.3, 1],
    [1, 1.1, 0.6],
    [0.3, 1, 0.3],
  ] as const) {
    const run = start(m0, delta2, delta3);
    for (let t = 0, before = observe(run).energy; t < 200; ++t, before = observe(run).energy) {
      run.step();
      // (1) rises with m and its fixed points are the stationary points of E, so it never overshoots one; rounding of E
      expect(observe(run).energy).toBeLessThan(before + 2e-15);
    }
  }
});

test('the map is the step, at every 128th, and follows the noise', () => {
  const run = start(0.1, 0.5, 1);
  const check = (delta2: number, delta3: number) => {
    const map = run.field('map');
    expect(map.length).toBe(129);
    for (const k of [0, 1, 64, 128]) {
      const twin = start(k / 128, delta2, delta3);
      twin.step();
      expect(map[k]).toBe(observe(twin).overlap);
    }
  };
  check(0.5, 1);
  run.params.set([1.05, 0.3]);
  run.step();
  check(1.05, 0.3);
});
