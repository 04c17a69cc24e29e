import { beforeAll, describe, expect, test } from 'vitest';
import { loadKernel } from '../../../src/build/catalogue.ts';
import { instantiate, type Kernel } from '../../../src/kernel/instance.ts';
import reference from './reference.json' with { type: 'json' };

let kernel: Awaited<ReturnType<typeof loadKernel>>;
beforeAll(async () => {
  kernel = await loadKernel('kac-rice-spiked-tensor');
});

const start = (setup: Record<string, number>, params: Record<string, number> = {}) =>
  instantiate(kernel.module, kernel.manifest, { seed: 0, setup: { columns: 8, rows: 8, ...setup }, params });
const observe = (run: Kernel) =>
  Object.fromEntries(
    Object.keys(run.manifest.observables).map((name, k) => [name, run.observables[k] ?? Number.NaN]),
  ) as Record<keyof typeof kernel.manifest.observables, number>;
const at = (p: number, r: number, overlap: number, energy: number) => observe(start({ p }, { r, overlap, energy }));
/** A run whose map is whole. */
function whole(setup: Record<string, number>, params: Record<string, number>): Kernel {
  const run = start(setup, params);
  while (observe(run).progress !== 1) run.step();
  return run;
}

/** NaN of the kernel is null of the fixture. */
function expectNear(value: number | undefined, expected: number | null, tolerance: number): void {
  if (expected === null) expect(value).toBeNaN();
  else expect(Math.abs((value ?? Number.NaN) - expected)).toBeLessThan(tolerance);
}

describe('the complexities at a point', () => {
  // Quadratures of 1e-13. The norm at n = 0, of which half enters, is a rational function fitted at n = 1 … 9: fitted at
  // 2 … 11 it is another by less than 2e-9 where the first minimum is
  test.each(reference.points)('are those of n replicas at p = $p, r = $r, m = $overlap, E = $energy', (point) => {
    const found = at(point.p, point.r, point.overlap, point.energy);
    expectNear(found.annealedTotal, point.annealedTotal, 1e-12);
    expectNear(found.annealedMinima, point.annealedMinima, 1e-12);
    expectNear(found.quenchedTotal, point.quenchedTotal, 1e-9);
    expectNear(found.quenchedMinima, point.quenchedMinima, 1e-9);
  });

  test('obey Jensen, and are one at m = 0', () => {
    let compared = 0;
    for (const p of [3, 4, 5]) {
      for (const r of [0.5, 2, 4, 8]) {
        for (const m of [0, 0.05, 0.2, 0.4, 0.6, 0.8]) {
          for (const E of [-0.5, -1, -1.16, -1.26, -1.4]) {
            const { annealedTotal = 0, quenchedTotal = 0 } = at(p, r, m, E);
            if (m === 0) expect(Math.abs(quenchedTotal - annealedTotal)).toBeLessThan(1e-13);
            // 1e-13: rounding of either
            else if (!Number.isNaN(quenchedTotal)) expect(quenchedTotal).toBeLessThan(annealedTotal + 1e-13);
            if (m > 0 && !Number.isNaN(quenchedTotal)) ++compared;
          }
        }
      }
    }
    expect(compared).toBeGreaterThan(150);
  });

  test.each([3, 4, 5])('of the pure p-spin, p = %d, end where they should', (p) => {
    const { thresholdEnergy = 0, groundStateEnergy = 0 } = at(p, 0, 0, -1);
    const threshold = at(p, 0, 0, thresholdEnergy).annealedTotal;
    expect(Math.abs((threshold ?? 0) - (Math.log(p - 1) / 2 - (p - 2) / p))).toBeLessThan(1e-14);
    expect(Math.abs(at(p, 0, 0, groundStateEnergy).annealedMinima ?? 1)).toBeLessThan(1e-14);
    expect(at(p, 0, 0, thresholdEnergy * 0.999).annealedMinima).toBeNaN();
  });

  // Σ(E) of the pure 3-spin to six digits
  test.each([
    [-1.17, 0.001467],
    [-1.165, 0.005677],
    [-1.16, 0.009587],
    [-1.1, 0.044074],
    [-1, 0.096574],
    [0, 0.346574],
  ])('of the pure 3-spin at E = %d is %d', (E, sigma) => {
    expect(Math.abs((at(3, 0, 0, E).annealedTotal ?? 0) - sigma)).toBeLessThan(5.01e-7);
  });

  test('of minima vanish at the planted minimum, which is the largest around it', () => {
    for (const [p, r] of [
      [3, 2.5],
      [3, 4],
      [4, 5],
      [5, 9],
    ] as const) {
      const { plantedOverlap: m = 0, plantedEnergy: E = 0 } = at(p, r, 0, -1);
      expect(Math.abs(at(p, r, m, E).annealedMinima ?? 1)).toBeLessThan(1e-12);
      for (const [dm, dE] of [
        [0.003, 0],
        [-0.003, 0],
        [0, 0.003],
        [0, -0.003],
      ] as const) {
        expect(at(p, r, m + dm, E + dE).annealedMinima).toBeLessThan(0);
      }
    }
  });
});

describe('the landscape', () => {
  test.each(reference.landscapes)('of p = $p changes at the r of the theory', (expected) => {
    const found = at(expected.p, 3, 0, -1);
    expectNear(found.groundStateEnergy, expected.groundStateEnergy, 1e-12);
    // a minimum in m found to 1e-5 costs its square
    expectNear(found.spinodal, expected.spinodal, 1e-9);
    expectNear(found.firstOrder, expected.firstOrder, 1e-11);
  });

  test.each(reference.planted)('has its planted minimum where the force vanishes: p = $p, r = $r', (expected) => {
    const found = at(expected.p, expected.r, 0, -1);
    expectNear(found.plantedOverlap, expected.overlap, 1e-13);
    expectNear(found.plantedEnergy, expected.energy, 1e-13);
  });

  test.each([3, 4, 5])('has none below the spinodal, and a marginal one there: p = %d', (p) => {
    const { spinodal = 0, thresholdEnergy = 0 } = at(p, 3, 0, -1);
    expect(at(p, spinodal * (1 - 1e-12), 0, -1).plantedOverlap).toBeNaN();
    const born = at(p, spinodal * (1 + 1e-12), 0, -1);
    // m − m_s goes as the root of r − r_s, and E has no slope there: 1e-6 and its square
    expectNear(born.plantedOverlap, Math.sqrt((p - 2) / (p - 1)), 5e-6);
    expectNear(born.plantedEnergy, thresholdEnergy, 1e-10);
  });

  test.each([
    [3, Math.sqrt(6), 2.559491],
    [4, Math.sqrt(13.5), 3.975832],
  ])('of p = %d has the spinodal %d and the transition %d', (p, spinodal, transition) => {
    const found = at(p, 3, 0, -1);
    expect(Math.abs((found.spinodal ?? 0) - spinodal)).toBeLessThan(1e-14);
    expect(Math.abs((found.firstOrder ?? 0) - transition)).toBeLessThan(5.01e-7);
  });

  test.each(reference.edges)('has its band of minima up to m = $edge at p = $p, r = $r', ({ p, r, edge }) => {
    // the maximum over the energy is found to 1e-10, and the price of a minimum by a quadrature of 1e-13
    expectNear(at(p, r, 0, -1).bandEdge, edge, 1e-8);
  });
});

describe('the Hessian at a point', () => {
  const { r, overlap, samples } = reference.hessians;

  test('is that of random tensors: bulk, isolated eigenvalue and its vector', () => {
    const [small, large] = samples;
    const found = at(3, r, overlap, -1);
    const { radialForce: mu = 0, bulkEdge = 0, isolatedEigenvalue = 0, isolatedOverlap = 0 } = found;
    [isolatedEigenvalue - mu, isolatedOverlap, mu - bulkEdge].forEach((expected, k) => {
      const mean = (sample: typeof small) => sample?.mean[k] ?? Number.NaN;
      const error = (sample: typeof small) => sample?.error[k] ?? Number.NaN;
      // doubling N removes the bias of order 1/N; 4 sigma
      const tolerance = 4 * Math.hypot(2 * error(large), error(small));
      expect(tolerance).toBeLessThan(0.3);
      expect(Math.abs(2 * mean(large) - mean(small) - expected)).toBeLessThan(tolerance);
    });
  });

  test('has an isolated eigenvalue from s = σ on, at the edge of the bulk and without overlap', () => {
    // s = 2 r m (1 − m²) = √3
    const m = 0.4;
    const critical = Math.sqrt(3) / (2 * m * (1 - m * m));
    expect(at(3, critical * 0.999, m, -1).isolatedEigenvalue).toBeNaN();
    const born = at(3, critical * 1.001, m, -1);
    // with s = σ (1 + ε) it is ε² σ below the edge, and its overlap is 2ε
    expectNear(born.isolatedEigenvalue, born.bulkEdge ?? Number.NaN, 2e-6);
    expectNear(born.isolatedOverlap, 0.002, 1e-5);
  });

  test('has a spectrum of area 1 about the radial force', () => {
    const run = start({}, { energy: -1.2 });
    const [eigenvalues, spectrum] = [[...run.field('eigenvalues')], [...run.field('spectrum')]];
    const step = (eigenvalues[1] ?? 0) - (eigenvalues[0] ?? 0);
    const area = spectrum.reduce((sum, value) => sum + value * step, 0);
    const centre = spectrum.reduce((sum, value, k) => sum + (value * step * (eigenvalues[k] ?? 0)) / area, 0);
    // the trapezium rule misses 0.2 h^1.5 where a root begins, at both ends
    expect(Math.abs(area - 1)).toBeLessThan(1e-3);
    expect(Math.abs(centre - 3.6)).toBeLessThan(1e-12);
    expect(Math.abs((eigenvalues[0] ?? 0) - (observe(run).bulkEdge ?? 0))).toBeLessThan(1e-14);
  });
});

describe('the map', () => {
  test.each(reference.maps)('is that of n replicas: p = $p, r = $r', (expected) => {
    const { p, r, depth, cells } = expected;
    const run = whole({ p, columns: cells, rows: cells }, { r, depth });
    for (const name of ['annealed', 'quenched'] as const) {
      const map = run.field(name);
      // f32, of numbers below 0.1, and what the fixture is good to
      expected[`${name}Minima`].flat().forEach((value, k) => {
        expectNear(map[k], value, 0.1 * 2 ** -24 + 1e-9);
      });
    }
  });

  test('has at its points what a look at the point shows', () => {
    const run = whole({ columns: 9, rows: 7 }, { r: 2.45 });
    const [overlaps, energies] = [run.field('overlaps'), run.field('energies')];
    for (const [i, j] of [
      [0, 0],
      [3, 6],
      [5, 2],
      [8, 6],
    ] as const) {
      run.params.set([2.45, overlaps[i] ?? 0, energies[j] ?? 0]);
      run.step();
      const { annealedMinima = 0, quenchedMinima = 0 } = observe(run);
      expect(run.field('annealed')[7 * i + j]).toBe(Math.fround(annealedMinima));
      expect(run.field('quenched')[7 * i + j]).toBe(Math.fround(quenchedMinima));
    }
  });

  test('has rows equal in the logarithm of the depth, up to where it is shallow', () => {
    const run = start({ rows: 10 }, { depth: 2, shallow: 0.01 });
    const { thresholdEnergy = 0, groundStateEnergy = 0 } = observe(run);
    const deepest = 2 * (thresholdEnergy - groundStateEnergy);
    run.field('energies').forEach((energy, j) => {
      const part = (thresholdEnergy - energy) / deepest;
      // E is about 1 and the depth above 1e-4, so that a rounding of E is 1e-12 of the depth
      expect(Math.abs(part / 10 ** (-(j + 0.5) / 5) - 1)).toBeLessThan(4e-12);
    });
  });

  test('has a quenched part only where that is asked for', () => {
    const run = start({}, { r: 2, quenched: 0 });
    for (let k = 0; k < 9; ++k) run.step();
    expect([observe(run).progress, run.field('quenched').every(Number.isNaN)]).toEqual([0, true]);
    run.params[5] = 1;
    while (observe(run).progress !== 1) run.step();
    expect([...run.field('quenched')]).toEqual([...whole({}, { r: 2 }).field('quenched')]);
  });

  test('comes in pieces, rests, and begins anew for another r or depth', () => {
    const run = start({ columns: 10 }, { r: 2 });
    const filled = () => [...run.field('quenched').slice(0, 8)].some((value) => !Number.isNaN(value));
    expect([observe(run).progress, filled()]).toEqual([0, false]);
    for (let k = 1; k <= 12; ++k) {
      run.step();
      expect(observe(run).progress).toBe(Math.min(k, 10) / 10);
    }
    const before = run.field('annealed').slice();
    run.params[0] = 3;
    run.step();
    expect([observe(run).progress, filled()]).toEqual([0, false]);
    expect([...run.field('annealed')]).toEqual([...start({ columns: 10 }, { r: 3 }).field('annealed')]);
    expect([...run.field('annealed')]).not.toEqual([...before]);
    while (observe(run).progress !== 1) run.step();
    expect([...run.field('quenched')]).toEqual([...whole({ columns: 10 }, { r: 3 }).field('quenched')]);
    run.params[3] = 2;
    run.step();
    expect(observe(run).progress).toBe(0);
    const { thresholdEnergy = 0, groundStateEnergy = 0 } = observe(run);
    const energies = run.field('energies');
    const depth = (thresholdEnergy - (energies[0] ?? 0)) / (thresholdEnergy - groundStateEnergy);
    expect(Math.abs(depth - 2 * (15 / 16))).toBeLessThan(1e-12);
  });
});
