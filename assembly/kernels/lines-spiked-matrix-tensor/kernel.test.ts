import { beforeAll, describe, expect, test } from 'vitest';
import { loadKernel } from '../../../src/build/catalogue.ts';
import { instantiate, type Kernel } from '../../../src/kernel/instance.ts';
import reference from './reference.json' with { type: 'json' };

type Loaded = Awaited<ReturnType<typeof loadKernel>>;
let kernel: Loaded;
let bayes: Loaded;
let likelihood: Loaded;
beforeAll(async () => {
  kernel = await loadKernel('lines-spiked-matrix-tensor');
  bayes = await loadKernel('state-evolution-spiked-matrix-tensor');
  likelihood = await loadKernel('ml-state-evolution-spiked-matrix-tensor');
});

const names = ['mlAmp', 'gradientFlow', 'trivialisation', 'langevin', 'spinodal', 'informationTheoretic'] as const;
type Name = (typeof names)[number];

const instances = new Map<number, Kernel>();
/** The instance of an order: lines have no history. */
function instance(p: number): Kernel {
  const known = instances.get(p) ?? instantiate(kernel.module, kernel.manifest, { seed: 0, setup: { p } });
  instances.set(p, known);
  return known;
}
function lines(p: number, deltap: number): Record<Name, number> {
  const run = instance(p);
  run.params[0] = deltap;
  run.step();
  return Object.fromEntries(names.map((name, k) => [name, run.observables[k]])) as Record<Name, number>;
}

describe.each(reference)('at p = $p, Δₚ = $deltap', (expected) => {
  test('every line is where its definition puts it, and is not where it has no place', () => {
    const found = lines(expected.p, expected.deltap);
    for (const name of names) {
      // the script's bisections end at 1e-9, its quadratures at 1e-9 of what they give
      if (expected[name] === null) expect(found[name], name).toBeNaN();
      else expect(Math.abs(found[name] - (expected[name] ?? 0)), name).toBeLessThan(1e-7);
    }
  });
});

describe('closed forms', () => {
  test.each([0.1, 0.3, 0.5, 0.8])('at p = 3, Δ₃ = %d', (deltap) => {
    const { mlAmp, gradientFlow, langevin, spinodal } = lines(3, deltap);
    expect(1 / mlAmp).toBeCloseTo((Math.sqrt(deltap ** 2 + 4 * deltap) - deltap) / 2, 12);
    expect(1 / gradientFlow).toBeCloseTo((Math.sqrt(deltap ** 2 + 8 * deltap) - deltap) / 4, 12);
    expect(1 / langevin).toBeCloseTo(Math.sqrt(deltap / 2), 12);
    if (deltap > 0.25) expect(spinodal).toBeCloseTo(2 / Math.sqrt(deltap) - 1 / deltap, 12);
    else expect(spinodal).toBeNaN();
  });

  test.each([
    [0.1, 0.20473],
    [0.2, 0.311078],
    [0.3, 0.412606],
    [0.4, 0.536133],
  ])('at p = 4, Δ₄ = %d Langevin is at the smallest root of 3 x² (1 − x) = Δ₄', (deltap, root) => {
    const x = 1 / lines(4, deltap).langevin;
    expect(3 * x ** 2 * (1 - x)).toBeCloseTo(deltap, 12);
    expect(Math.abs(x - root)).toBeLessThan(1e-6);
  });

  test.each([
    [0.3, 2.382125],
    [0.5, 1.174872],
    [0.6, 1.079853],
    [0.8, 1.012444],
  ])('at p = 3 the threshold is on the curve that its overlap parametrises, Δ₃ = %d', (deltap, delta2) => {
    // φ = φ′ = 0: Δ₃ = m³ / (6 [log(1 − m) + m + m²/(2(1 − m))]), which falls from 1 as m rises
    const noise = (m: number) => m ** 3 / (6 * (Math.log1p(-m) + m + m ** 2 / (2 * (1 - m))));
    let [low, high] = [0.01, 0.99];
    for (let k = 0; k < 60; ++k)
      [low, high] = noise((low + high) / 2) > deltap ? [(low + high) / 2, high] : [low, (low + high) / 2];
    const found = lines(3, deltap).informationTheoretic;
    // the bracket cancels to (1e-16/m³)
    expect(Math.abs(found - (1 / (1 - low) - low / deltap))).toBeLessThan(1e-11);
    expect(Math.abs(1 / found - delta2)).toBeLessThan(1e-6);
  });
});

describe('state evolution changes on the lines, at p = 3', () => {
  const settle = (loaded: Loaded, m0: number, ratio: number, delta3: number) => {
    const start = { seed: 0, setup: { m0 }, params: { delta2: 1 / ratio, delta3 } };
    const run = instantiate(loaded.module, loaded.manifest, start);
    for (let t = 0; t < 4000; ++t) run.step();
    return { overlap: run.observables[1] ?? Number.NaN, free: run.observables[2] ?? Number.NaN };
  };

  test.each([0.3, 0.5, 0.7])('Δ₃ = %d', (delta3) => {
    const { mlAmp, spinodal, informationTheoretic } = lines(3, delta3);
    // a percent beside the line the orbits have an end within 4000 steps
    expect(settle(likelihood, 1e-6, mlAmp * 1.01, delta3).overlap).toBeGreaterThan(0.1);
    expect(settle(likelihood, 1e-6, mlAmp * 0.99, delta3).overlap).toBeLessThan(1e-9);
    expect(settle(bayes, 0.999, spinodal * 1.003, delta3).overlap).toBeGreaterThan(0.1);
    expect(settle(bayes, 0.999, spinodal * 0.99, delta3).overlap).toBeLessThan(1e-9);
    // the free entropy of the informed fixed point passes that of m = 0, zero
    expect(settle(bayes, 0.999, informationTheoretic * 1.001, delta3).free).toBeGreaterThan(1e-8);
    expect(settle(bayes, 0.999, informationTheoretic * 0.999, delta3).free).toBeLessThan(-1e-8);
  });
});

test('the lines lie in order', () => {
  for (const p of [3, 4]) {
    for (const deltap of [0.05, 0.15, 0.25, 0.29, 0.4, 0.9, 1.9, 6, 10]) {
      const { mlAmp, gradientFlow, trivialisation, langevin, spinodal, informationTheoretic } = lines(p, deltap);
      expect(trivialisation).toBeGreaterThan(gradientFlow);
      expect(gradientFlow).toBeGreaterThan(mlAmp);
      expect(mlAmp).toBeGreaterThan(1);
      // at T = 1 there is less to trap than at T = 0; above s = 1 Bayes-optimal AMP succeeds
      if (!Number.isNaN(langevin)) expect(langevin).toBeLessThan(gradientFlow);
      if (!Number.isNaN(langevin)) expect(langevin).toBeGreaterThanOrEqual(1);
      if (!Number.isNaN(spinodal)) expect(informationTheoretic).toBeGreaterThan(spinodal);
      if (!Number.isNaN(informationTheoretic)) expect(informationTheoretic).toBeLessThan(langevin);
    }
  }
});

describe.each([
  [3, 2, 1, 1],
  [4, 4 / 9, 8 / 27, 1.125],
])('the whole lines at p = %d', (p, endOfLangevin, endOfJump, tip) => {
  const whole = () => {
    const run = instance(p);
    const rows = (name: string) => names.map((_, k) => Array.from(run.field(name)).slice(129 * k, 129 * (k + 1)));
    return { grid: rows('deltapGrid'), ratios: rows('ratios') };
  };

  test('are the lines at each of their points, of which none is missing', () => {
    const { grid, ratios } = whole();
    for (const [line, name] of names.entries()) {
      for (const k of [0, 1, 40, 100, 128]) {
        const deltap = grid[line]?.[k] ?? Number.NaN;
        expect(ratios[line]?.[k], `${name} at ${deltap}`).toBe(lines(p, deltap)[name]);
      }
      expect(ratios[line]?.every((ratio) => ratio > 0)).toBe(true);
      const step = Math.log((grid[line]?.[1] ?? 0) / (grid[line]?.[0] ?? 0));
      for (let k = 1; k < 129; ++k) {
        expect(Math.abs(Math.log((grid[line]?.[k] ?? 0) / (grid[line]?.[k - 1] ?? 0)) - step)).toBeLessThan(1e-12);
      }
    }
  });

  test('reach from end to end, where they meet what goes on', () => {
    const { grid, ratios } = whole();
    const ends = [10, 10, 10, endOfLangevin, endOfJump, endOfJump];
    grid.forEach((row, line) => {
      expect(row[128]).toBeCloseTo(ends[line] ?? 0, 15);
    });
    for (const line of [0, 1, 2, 3]) expect(grid[line]?.[0]).toBe(0.05);
    for (const line of [4, 5]) {
      expect(ratios[line]?.[0]).toBeLessThan(1e-12);
      // where two roots meet they are known to the square root of the rounding, 1e-8
      expect(Math.abs((ratios[line]?.[128] ?? 0) - tip)).toBeLessThan(1e-6);
    }
    expect(Math.abs((ratios[3]?.[128] ?? 0) - (p === 3 ? 1 : 1.5))).toBeLessThan(1e-7);
    const beyond = lines(p, Math.max(endOfLangevin, endOfJump) * 1.001);
    expect([beyond.langevin, beyond.spinodal, beyond.informationTheoretic]).toEqual([NaN, NaN, NaN]);
  });
});
