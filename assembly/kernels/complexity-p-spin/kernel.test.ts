import { beforeAll, describe, expect, test } from 'vitest';
import { loadKernel } from '../../../src/build/catalogue.ts';
import { instantiate, type Kernel } from '../../../src/kernel/instance.ts';
import type manifest from './manifest.ts';
import reference from './reference.json' with { type: 'json' };

let kernel: Awaited<ReturnType<typeof loadKernel>>;
beforeAll(async () => {
  kernel = await loadKernel('complexity-p-spin');
});

const start = (p: number, params: Record<string, number> = {}) =>
  instantiate(kernel.module, kernel.manifest, { seed: 0, setup: { p }, params });
const observe = (run: Kernel) =>
  Object.fromEntries(
    Object.keys(run.manifest.observables).map((name, k) => [name, run.observables[k] ?? Number.NaN]),
  ) as Record<keyof typeof manifest.observables, number>;
const look = (p: number, params: Record<string, number> = {}) => observe(start(p, params));

function expectNear(value: number | undefined, expected: number | undefined, tolerance: number): void {
  expect(Math.abs((value ?? Number.NaN) - (expected ?? Number.NaN))).toBeLessThan(tolerance);
}

/** A complexity of the fixture, where a negative one is that of nothing. */
function expectComplexity(value: number, expected: number | undefined): void {
  if (expected === undefined || expected < 0) expect(value).toBeNaN();
  // terms of order p/2, each rounded
  else expectNear(value, expected, 1e-14);
}

// The fixture has 30 digits; what is left is the kernel's rounding, of energies up to 1.6 with μ = −pE up to 19
describe.each(reference.landscapes)('the landscape of p = $p', (expected) => {
  const { p } = expected;

  test('has its threshold, its ground state and its lowest saddles at the energies of the theory', () => {
    const found = look(p);
    expectNear(found.thresholdEnergy, expected.threshold, 1e-15);
    expectNear(found.thresholdComplexity, expected.thresholdComplexity, 1e-14);
    // Σ is rounded to 1e-15 and has the slope 1/T there, 0.9 to 4
    expectNear(found.groundEnergy, expected.ground, 1e-14);
    expectNear(found.saddleEnergy, expected.saddles[1], 1e-14);
    expectNear(look(p, { index: 5 }).saddleEnergy, expected.saddles[5], 1e-14);
  });

  test('has as many stationary points, minima and saddles as Auffinger, Ben Arous and Černý count', () => {
    for (const { E, total, ladder } of expected.points) {
      const found = look(p, { energy: E, index: 1 });
      expectComplexity(found.total, total);
      expectComplexity(found.minima, ladder?.[0]);
      expectComplexity(found.saddles, ladder?.[1]);
      expectComplexity(look(p, { energy: E, index: 5 }).saddles, ladder?.[2]);
    }
  });

  test('becomes glassy at the temperatures of the theory', () => {
    const found = look(p);
    expectNear(found.dynamicTemperature, expected.dynamic.T, 1e-15);
    expectNear(found.dynamicOverlap, expected.dynamic.q, 1e-15);
    expectNear(found.staticTemperature, expected.static.T, 1e-15);
    expectNear(found.staticOverlap, expected.static.q, 1e-15);
  });

  test('has a slope of its complexity at the threshold that is one over the effective temperature at T = 0', () => {
    // above the threshold Σ is a parabola, of which a difference over 0, h and 2h is the slope at 0
    const h = 0.1;
    const [a, b, c] = [0, 1, 2].map((k) => look(p, { energy: expected.threshold + k * h }).total) as [
      number,
      number,
      number,
    ];
    expectNear((4 * b - 3 * a - c) / (2 * h), 1 / look(p, { temperature: 0 }).effectiveTemperature, 1e-13);
  });

  test('is marginal at the threshold: the Hessian has its edge at zero', () => {
    const { mu, edge } = look(p, { energy: expected.threshold });
    expectNear(mu, Math.sqrt(2 * p * (p - 1)), 1e-14);
    expectNear(edge, 0, 1e-14);
  });

  test('has curves from the ground state to the threshold and on to zero, with the values of a look there', () => {
    const run = start(p, { index: 2 });
    const curve = (name: string) => [...run.field(name)];
    const energies = curve('energies');
    [0, 128, 256].forEach((k, i) => {
      expectNear(energies[k], [expected.ground, expected.threshold, 0][i], 1e-14);
    });
    expect(energies).toEqual([...energies].sort((a, b) => a - b));
    expect(curve('allMinima').map(Number.isNaN).indexOf(true)).toBe(129);
    for (const k of [1, 60, 127, 129, 200, 256]) {
      run.params[0] = energies[k] ?? Number.NaN;
      run.step();
      const { total, minima, saddles } = observe(run);
      expect([curve('totals')[k], curve('allMinima')[k], curve('allSaddles')[k]]).toEqual([total, minima, saddles]);
    }
  });
});

describe('ageing', () => {
  test.each(reference.ageing)('of p = $p at T = $T is that of a marginal state', (expected) => {
    const found = look(expected.p, { temperature: expected.T });
    expectNear(found.plateau, expected.q, 1e-14);
    expectNear(found.violation, expected.x, 1e-14);
    expectNear(found.effectiveTemperature, expected.Teff, 1e-13);
    expectNear(found.ageingEnergy, expected.E, 1e-13);
  });

  test.each([3, 4, 5, 8, 12])('of p = %d ends at the threshold at T = 0, and in the liquid at T_d', (p) => {
    const cold = look(p, { temperature: 0 });
    expect([cold.plateau, cold.violation]).toEqual([1, 0]);
    expectNear(cold.ageingEnergy, cold.thresholdEnergy, 1e-14);
    const { dynamicTemperature: Td, dynamicOverlap } = cold;
    const warm = look(p, { temperature: Td });
    // u has a slope in T that is finite there, of order p
    expectNear(warm.plateau, dynamicOverlap, 1e-13);
    expectNear(warm.violation, 1, 1e-12);
    expectNear(warm.ageingEnergy, -1 / (2 * Td), 1e-12);
    const liquid = look(p, { temperature: Td * (1 + 1e-14) });
    expect([liquid.plateau, liquid.violation, liquid.effectiveTemperature, liquid.ageingEnergy]).toEqual(
      Array(4).fill(Number.NaN),
    );
  });
});

test('the spectrum is a semicircle of area 1 about μ', () => {
  const run = start(4, { energy: -1.2 });
  const [eigenvalues, spectrum] = [[...run.field('eigenvalues')], [...run.field('spectrum')]];
  const h = (eigenvalues[1] ?? 0) - (eigenvalues[0] ?? 0);
  const moment = (k: number) => spectrum.reduce((sum, rho, i) => sum + h * rho * ((eigenvalues[i] ?? 0) - 4.8) ** k, 0);
  // the trapezium rule misses 0.2 (h/σ)^1.5 where a root begins, at both ends; the variance is p(p − 1)/2
  expectNear(moment(0), 1, 3e-3);
  expectNear(moment(1), 0, 1e-12);
  expectNear(moment(2), 6, 6 * 1e-2);
  expectNear(eigenvalues[0], observe(run).edge, 1e-14);
});
