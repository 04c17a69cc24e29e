import { beforeAll, describe, expect, test } from 'vitest';
import { loadKernel } from '../../../src/build/catalogue.ts';
import { instantiate, type Kernel } from '../../../src/kernel/instance.ts';
import reference from './reference.json' with { type: 'json' };

let kernel: Awaited<ReturnType<typeof loadKernel>>;
beforeAll(async () => {
  kernel = await loadKernel('state-evolution-spiked-matrix-tensor');
});

const start = (m0: number, delta2: number, delta3: number) =>
  instantiate(kernel.module, kernel.manifest, { seed: 0, setup: { m0 }, params: { delta2, delta3 } });
const overlap = (run: Kernel) => run.observables[1] ?? Number.NaN;
const freeEnergy = (run: Kernel) => run.observables[2] ?? Number.NaN;

/** The fixed point reached from m0: iterated until the overlap moves by less than 1e-13, 1e-11 from the limits here. */
function limit(m0: number, delta2: number, delta3: number): Kernel {
  const run = start(m0, delta2, delta3);
  for (let t = 0, before = Number.NaN; Math.abs(overlap(run) - before) >= 1e-13 || t === 0; ++t) {
    if (t === 20_000) throw new Error(`no fixed point from ${m0} at ${delta2}, ${delta3}`);
    before = overlap(run);
    run.step();
  }
  return run;
}

describe('fixed points', () => {
  test.each(reference.fixedPoints)('are the maxima of the free entropy at Δ₂ = $delta2, Δ₃ = $delta3', (point) => {
    const { delta2, delta3 } = point;
    expect(Math.abs(overlap(limit(1e-6, delta2, delta3)) - point.uninformed)).toBeLessThan(1e-9);
    const informed = limit(0.999, delta2, delta3);
    expect(Math.abs(overlap(informed) - point.informed)).toBeLessThan(1e-9);
    expect(Math.abs(freeEnergy(informed) - point.freeEntropy)).toBeLessThan(1e-12);
  });

  test('are the golden ratio at Δ₂ = 1/2, Δ₃ = 1', () => {
    // m² + m = 1
    expect(Math.abs(overlap(limit(0.01, 0.5, 1)) - (Math.sqrt(5) - 1) / 2)).toBeLessThan(1e-12);
  });

  test.each(reference.transitions)('change where the theory says, at Δ₃ = $delta3', (line) => {
    const { delta3, spinodal, threshold } = line;
    // above the spinodal nothing is left but m = 0; the last orbits there are long, so 1 % away
    expect(overlap(limit(0.999, spinodal * 1.01, delta3))).toBeLessThan(1e-9);
    expect(overlap(limit(0.999, spinodal * 0.999, delta3))).toBeGreaterThan(0.1);
    // at the threshold the informed maximum is as high as m = 0: it crosses with a finite slope in Δ₂
    expect(freeEnergy(limit(0.999, threshold * 0.999, delta3))).toBeGreaterThan(1e-8);
    expect(freeEnergy(limit(0.999, threshold * 1.001, delta3))).toBeLessThan(-1e-8);
    expect(Math.abs(overlap(limit(0.999, threshold, delta3)) - line.overlap)).toBeLessThan(1e-5);
  });
});

test.each(reference.orbits)('the orbit is that of the posterior mean, at Δ₂ = $delta2, Δ₃ = $delta3', (orbit) => {
  const run = start(orbit.overlaps[0] ?? Number.NaN, orbit.delta2, orbit.delta3);
  for (const expected of orbit.overlaps) {
    expect(Math.abs(overlap(run) - expected)).toBeLessThan(1e-12);
    run.step();
  }
});

test('the free entropy has the slope ½ [m′/(1 − m′) − m/(1 − m)]: the error falls by 4 when h is halved', () => {
  for (const [m, delta2, delta3] of [
    [0.2, 0.5, 1],
    [0.5, 1.05, 0.3],
    [0.7, 3, 0.3],
  ] as const) {
    const once = start(m, delta2, delta3);
    once.step();
    const next = overlap(once);
    const exact = 0.5 * (next / (1 - next) - m / (1 - m));
    const error = (h: number) =>
      (freeEnergy(start(m + h, delta2, delta3)) - freeEnergy(start(m - h, delta2, delta3))) / (2 * h) - exact;
    // h² φ‴/6 + O(h⁴): at h = 0.01 the next term is below (h/(1 - m))² ≈ 1e-3 of the first; the sums round by 1e-16/h
    expect(Math.abs(error(0.01))).toBeLessThan(1e-3);
    expect(error(0.01) / error(0.005)).toBeCloseTo(4, 1);
  }
});

test('state evolution never goes down in free entropy', () => {
  for (const [m0, delta2, delta3] of [
    [0.01, 0.5, 1],
    [0.999, 1.1, 0.6],
    [0.3, 1.05, 0.3],
  ] as const) {
    const run = start(m0, delta2, delta3);
    for (let t = 0, before = freeEnergy(run); t < 200; ++t, before = freeEnergy(run)) {
      run.step();
      // (1) rises with m and its fixed points are the stationary points of φ, so it never overshoots one; rounding of φ
      expect(freeEnergy(run)).toBeGreaterThan(before - 1e-15);
    }
  }
});

test('the map is the step, at every 128th, and follows the noise', () => {
  const run = start(0.1, 0.5, 1);
  const check = (delta2: number, delta3: number) => {
    const map = run.field('map');
    expect(map.length).toBe(129);
    for (const k of [0, 1, 64, 127]) {
      const twin = start(k / 128, delta2, delta3);
      twin.step();
      expect(map[k]).toBe(overlap(twin));
    }
  };
  check(0.5, 1);
  run.params.set([1.05, 0.3]);
  run.step();
  check(1.05, 0.3);
});
