import { beforeAll, describe, expect, test } from 'vitest';
import { loadKernel } from '../../../src/build/catalogue.ts';
import { instantiate, type Kernel } from '../../../src/kernel/instance.ts';
import reference from './reference.json' with { type: 'json' };

let kernel: Awaited<ReturnType<typeof loadKernel>>;
beforeAll(async () => {
  kernel = await loadKernel('kac-rice-spiked-matrix-tensor');
});

const start = (setup: Record<string, number>, params: Record<string, number>) =>
  instantiate(kernel.module, kernel.manifest, { seed: 0, setup: { columns: 8, rows: 8, ...setup }, params });
const observe = (run: Kernel) =>
  Object.fromEntries(
    Object.keys(run.manifest.observables).map((name, k) => [name, run.observables[k] ?? Number.NaN]),
  ) as Record<keyof typeof kernel.manifest.observables, number>;
const at = (p: number, delta2: number, deltap: number, overlap = 0, force = 4) =>
  observe(start({ p }, { delta2, deltap, overlap, force }));

/** NaN of the kernel is null of the fixture. */
function expectNear(value: number | undefined, expected: number | null | undefined, tolerance: number): void {
  if (expected === null) expect(value).toBeNaN();
  else expect(Math.abs((value ?? Number.NaN) - (expected ?? Number.NaN))).toBeLessThan(tolerance);
}

test.each(reference.points)(
  'the complexities are those of the Kac-Rice formula: p = $p, Δ₂ = $delta2, m = $overlap, μ = $force',
  (point) => {
    const found = at(point.p, point.delta2, point.deltap, point.overlap, point.force);
    // quadratures of 1e-13, and of 1e-12 where the force is within the bulk
    expectNear(found.total, point.total, 2e-12);
    expectNear(found.minima, point.minima, 2e-12);
    expectNear(found.energy, point.energy, 1e-13);
  },
);

describe('the planted minimum', () => {
  test.each(reference.planted)('is the fixed point of AMP: p = $p, Δ₂ = $delta2, Δₚ = $deltap', (expected) => {
    const found = at(expected.p, expected.delta2, expected.deltap);
    const { overlap, force, energy } = expected.minimum ?? { overlap: null, force: null, energy: null };
    expectNear(found.plantedOverlap, overlap, 1e-12);
    expectNear(found.plantedForce, force, 1e-11);
    expectNear(found.plantedEnergy, energy, 1e-12);
  });

  // Δ₂, Δₚ, p, and m to six digits
  test.each([
    [0.3, 1, 3, 0.868666],
    [0.5, 1, 3, 0.782665],
    [0.2, 1, 3, 0.910067],
    [1 / 3, 4, 3, 0.827014],
    [2 / 3, 4, 4, 0.54125],
    [0.3, 1, 4, 0.859452],
  ])('at Δ₂ = %d, Δₚ = %d, p = %d has the overlap %d', (delta2, deltap, p, m) => {
    expectNear(at(p, delta2, deltap).plantedOverlap, m, 5.01e-7);
  });

  test('is one: its complexity is zero, the largest at its overlap, and its energy the mean one', () => {
    for (const [p, delta2, deltap] of [
      [3, 0.3, 1],
      [3, 0.5, 1],
      [3, 2 / 3, 4],
      [4, 0.3, 1],
      [4, 0.5, 0.5],
    ] as const) {
      const { plantedOverlap: m = 0, plantedForce: mu = 0, plantedEnergy } = at(p, delta2, deltap);
      const there = at(p, delta2, deltap, m, mu);
      expect(Math.abs(there.minima ?? 1)).toBeLessThan(1e-12);
      expectNear(there.energy, plantedEnergy, 1e-12);
      for (const shift of [-0.02, 0.02]) {
        expect(at(p, delta2, deltap, m, mu + shift).minima).toBeLessThan(0);
        expect(at(p, delta2, deltap, m + shift / 10, mu).minima).toBeLessThan(0);
      }
      // a minimum: the whole spectrum is above zero
      expect(there.bulkEdge).toBeGreaterThan(0);
    }
  });
});

describe('the landscape', () => {
  test.each(reference.equators)('has those minima at the equator: p = $p, Δ₂ = $delta2, Δₚ = $deltap', (expected) => {
    // a numerical maximum, within 1e-10 of its place; of quadratures of 1e-13
    expectNear(at(expected.p, expected.delta2, expected.deltap).equatorMinima, expected.most, 1e-10);
  });

  test.each(reference.lines)('is trivial above 1/Δ₂ = $inverseDelta2 at p = $p, Δₚ = $deltap', (line) => {
    const { p, deltap, inverseDelta2, elsewhere } = line;
    const equator = (factor: number) => at(p, 1 / (inverseDelta2 * factor), deltap).equatorMinima ?? Number.NaN;
    expect(Math.abs(equator(1))).toBeLessThan(1e-10);
    expect(equator(0.999)).toBeGreaterThan(1e-8);
    expect(equator(1.001)).toBeLessThan(-1e-8);
    // the equator is where the last minima are
    expect(elsewhere).toBeLessThan(0);
  });
});

describe('the Hessian', () => {
  // at the threshold, m = 0: μ = 2σ, λ₀ = 2σ − 1/Δ₂ − Δ₂σ², overlap² 1 − Δ₂²σ²
  test('at the threshold of Δ₂ = 0.3, Δ₃ = 1 has an isolated eigenvalue', () => {
    const sigma = Math.sqrt(1 / 0.3 + 2);
    const found = at(3, 0.3, 1, 0, 2 * sigma);
    expectNear(found.thresholdForce, 4.618802, 5.01e-7);
    expectNear(found.isolatedEigenvalue, -0.314531, 5.01e-7);
    expectNear(found.isolatedOverlap, 0.52, 1e-14);
    expectNear(found.bulkEdge, 0, 1e-14);
  });

  test('at Δ₃ = 1 has one for Δ₂ < 1/2, where gradient flow escapes from the threshold', () => {
    expect(at(3, 0.5 * (1 + 1e-9), 1, 0, 4).isolatedEigenvalue).toBeNaN();
    const born = at(3, 0.5 * (1 - 1e-9), 1, 0, 4);
    // its overlap is of order 1e-9, and its distance from the edge the square of that
    expectNear(born.isolatedEigenvalue, born.bulkEdge, 1e-14);
    expectNear(born.isolatedOverlap, 0, 1e-8);
  });
});

test('the map has at its points what a look at the point shows, and follows the noises', () => {
  const run = start({ p: 4, columns: 9, rows: 7 }, { delta2: 0.5, deltap: 1 });
  for (const noises of [
    [0.5, 1],
    [0.3, 2],
  ]) {
    run.params.set(noises);
    run.step();
    const [map, overlaps, forces] = [run.field('map').slice(), run.field('overlaps'), run.field('forces')];
    const { plantedForce = 0, thresholdForce = 0 } = observe(run);
    expect(forces[0]).toBeGreaterThan(thresholdForce);
    expect(forces[6]).toBeGreaterThan(plantedForce);
    for (const [i, j] of [
      [0, 0],
      [3, 6],
      [8, 2],
    ] as const) {
      run.params.set([...noises, overlaps[i] ?? 0, forces[j] ?? 0]);
      run.step();
      expect(map[7 * i + j]).toBe(Math.fround(observe(run).minima ?? 0));
    }
  }
});
