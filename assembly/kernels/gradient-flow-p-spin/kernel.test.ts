import { beforeAll, describe, expect, test } from 'vitest';
import { loadKernel } from '../../../src/build/catalogue.ts';
import { instantiate, type Kernel } from '../../../src/kernel/instance.ts';
import { dot, load, type Models, put, values } from '../../models/probe/load.mts';
import { mean } from '../../models/probe/statistics.mts';

let kernel: Awaited<ReturnType<typeof loadKernel>>;
let models: Models;
beforeAll(async () => {
  kernel = await loadKernel('gradient-flow-p-spin');
  models = await load('release');
});

type Setup = Readonly<Record<'p' | 'N' | 'samples' | 'dt', number>>;
const start = (seed: number, setup: Setup) => instantiate(kernel.module, kernel.manifest, { seed, setup });
const observe = (run: Kernel) => {
  const [t = Number.NaN, energy = Number.NaN, , mu = Number.NaN, gradientNorm = Number.NaN, ...rest] = run.observables;
  const [hessianTime = Number.NaN, lowestEigenvalue = Number.NaN, bulkEdge = Number.NaN] = rest;
  return { t, energy, mu, gradientNorm, hessianTime, lowestEigenvalue, bulkEdge };
};

describe('the flow', () => {
  const setup = { p: 3, N: 50, samples: 2, dt: 0.1 };

  test('is Langevin dynamics at T = 0, to the last bit', async () => {
    const { module, manifest } = await loadKernel('langevin-p-spin');
    for (const p of [2, 3]) {
      const flow = start(5, { ...setup, p });
      const cold = instantiate(module, manifest, { seed: 5, setup: { ...setup, p }, params: { temperature: 0 } });
      for (let step = 0; step < 200; ++step) for (const run of [flow, cold]) run.step();
      expect([...flow.observables.slice(0, 5)]).toEqual([...cold.observables]);
      for (const name of Object.keys(manifest.fields)) expect([...flow.field(name)]).toEqual([...cold.field(name)]);
    }
  });

  test('is that of the spiked tensor without a signal, to the last bit', async () => {
    const { module, manifest } = await loadKernel('gradient-flow-spiked-tensor');
    const spiked = instantiate(module, manifest, { seed: 6, setup: { N: 50, m0: 0 }, params: { r: 0, dt: 0.1 } });
    const flow = start(6, { ...setup, samples: 1 });
    for (let step = 0; step < 200; ++step) for (const run of [flow, spiked]) run.step();
    expect([...flow.field('x')]).toEqual([...spiked.field('x')]);
  });

  test.each([
    [2, 0.1],
    [3, 0.1],
    [3, 0.01],
  ])('goes down, on the sphere: p = %d, dt = %d', (p, dt) => {
    const run = start(4, { p, N: 80, samples: 4, dt });
    let [drift, rise] = [0, 0];
    for (let step = 1, before = observe(run).energy; step <= 1000; ++step) {
      run.step();
      const { energy, mu } = observe(run);
      const x = run.field('x');
      drift = Math.max(drift, Math.abs(dot(x, x) / 80 - 1));
      // f32 gives F to 2e-7 of its norm, and E = -x·F/(pN) to 2e-7 |F|/(p√N), |F|/√N below p; two energies
      rise = Math.max(rise, energy - before - 4e-7);
      expect(mu).toBeCloseTo(-p * energy, 12);
      before = energy;
    }
    expect(drift).toBeLessThan(1e-12);
    expect(rise).toBe(0);
  });

  test('a step loses dt |∇H|² of energy, up to dt²', () => {
    const loss = (dt: number) => {
      const run = start(3, { p: 3, N: 60, samples: 3, dt });
      for (let step = 0; step < 1; step += dt) run.step();
      const { energy, gradientNorm } = observe(run);
      run.step();
      return (energy - observe(run).energy) / dt / gradientNorm ** 2 - 1;
    };
    // half the curvature along the gradient, of order one, times dt; f32 errors of 4e-7 of E over dt |∇H|² > 2e-3
    const [coarse, fine] = [loss(0.02), loss(0.01)];
    expect(Math.abs(coarse)).toBeLessThan(0.1);
    expect(Math.abs(coarse)).toBeGreaterThan(1e-3);
    expect(Math.abs(fine / coarse - 0.5)).toBeLessThan(0.1);
  });
});

/** How many eigenvalues of the symmetric A are below s: the negative pivots of A − s (Sylvester). */
function countBelow(A: readonly Float64Array[], s: number): number {
  const rows = A.map((row, i) => row.map((value, j) => (i === j ? value - s : value)));
  let count = 0;
  rows.forEach((pivotRow, k) => {
    const pivot = pivotRow[k] ?? Number.NaN;
    if (pivot < 0) ++count;
    for (const row of rows.slice(k + 1)) {
      const factor = (row[k] ?? 0) / pivot;
      for (let j = k; j < row.length; ++j) row[j] = (row[j] ?? 0) - factor * (pivotRow[j] ?? 0);
    }
  });
  return count;
}

describe('the Hessian', () => {
  /** P (μ + ∇²H) P at the first system's point, from differences of the force; x itself has the eigenvalue zero. */
  function hessianAt(run: Kernel, seed: number, p: number, N: number): Float64Array[] {
    const model = models.drawPSpin(seed, p, N);
    const x = Float64Array.from(run.field('x'));
    const force = (point: Float64Array) => {
      const out = models.vector(N);
      models.pSpinForce(model, put(models, point), out);
      return values(models, out, N);
    };
    const mu = dot(force(x), x) / N;
    const project = (v: Float64Array) => v.map((value, i) => value - (dot(v, x) / N) * (x[i] ?? 0));
    return Array.from({ length: N }, (_, k) => {
      const direction = project(Float64Array.from({ length: N }, (_, i) => Number(i === k)));
      // F is a polynomial of degree two at most, so its central difference is exact at every h
      const h = Math.sqrt(N);
      const [ahead, behind] = [h, -h].map((s) => force(x.map((value, i) => value + s * (direction[i] ?? 0))));
      return project(direction.map((value, i) => mu * value - ((ahead?.[i] ?? 0) - (behind?.[i] ?? 0)) / (2 * h)));
    });
  }

  test.each([2, 3])('has the eigenvalues of the derivative of the force: p = %d', (p) => {
    const [seed, N] = [11, 40];
    const run = start(seed, { p, N, samples: 2, dt: 0.1 });
    for (let step = 0; step < 20; ++step) run.step();
    expect(observe(run).hessianTime).toBe(observe(run).t);
    const A = hessianAt(run, seed, p, N);
    const spectrum = Array.from(run.field('spectrum').slice(0, N));
    expect(spectrum.pop()).toBeNaN();
    expect(spectrum).toEqual([...spectrum].sort((a, b) => a - b));
    // f32 forces of norm below 10 √N to 2e-7, over h = √N: rows to 2e-6, the matrix to √N times that
    const error = 2e-6 * Math.sqrt(N);
    spectrum.forEach((eigenvalue, k) => {
      const zero = (s: number) => Number(s > 0); // that of x
      expect(countBelow(A, eigenvalue - error) - zero(eigenvalue - error)).toBeLessThanOrEqual(k);
      expect(countBelow(A, eigenvalue + error) - zero(eigenvalue + error)).toBeGreaterThanOrEqual(k + 1);
    });
  });

  test('is taken of all systems, at the start and ten times a decade', () => {
    const run = start(2, { p: 3, N: 24, samples: 3, dt: 0.1 });
    const times = [observe(run).hessianTime];
    for (let step = 1; step <= 1000; ++step) {
      run.step();
      const { t, hessianTime, lowestEigenvalue, mu, bulkEdge } = observe(run);
      if (hessianTime !== t) continue;
      times.push(t);
      const spectrum = run.field('spectrum');
      expect(lowestEigenvalue).toBeCloseTo(mean([0, 24, 48].map((k) => spectrum[k] ?? Number.NaN)), 12);
      expect(bulkEdge).toBeCloseTo(mu - 2 * Math.sqrt(3), 12);
      const semicircle = run.field('semicircle');
      expect([semicircle[0], semicircle[128]]).toEqual([
        expect.closeTo(bulkEdge, 12),
        expect.closeTo(mu + 12 ** 0.5, 12),
      ]);
      expect(semicircle[65]).toBeCloseTo(1 / (Math.PI * Math.sqrt(3)), 12);
    }
    expect(times.slice(0, 14).map((t) => Math.round(10 * t))).toEqual([0, 1, 2, 3, 4, 5, 6, 8, 10, 13, 16, 20, 25, 31]);
    expect(times.length).toBeLessThan(32);
  });

  test('has at a random point the moments of a Gaussian matrix of variance f″(1)/N', () => {
    for (const p of [2, 3]) {
      const [N, samples, seeds] = [40, 16, 25];
      const n = N - 1;
      const second: number[] = [];
      const first: number[] = [];
      for (let seed = 0; seed < seeds; ++seed) {
        const run = start(seed, { p, N, samples, dt: 0.1 });
        const spectrum = run.field('spectrum');
        for (let k = 0; k < samples; ++k) {
          const eigenvalues = Array.from(spectrum.slice(k * N, k * N + n));
          const centre = mean(eigenvalues);
          first.push(centre);
          second.push(mean(eigenvalues.map((value) => (value - centre) ** 2)));
        }
      }
      // on the tangent space ∇²H is n × n Gaussian of variance v = f″(1)/N, 2v on the diagonal, without μ:
      // ⟨tr G²⟩ = v n (n + 1), ⟨(tr G)²⟩ = 2 v n. In 400 systems the scatter of the second is √(2/n)² of it; 4 sigma
      const v = (p * (p - 1)) / 2 / N;
      const expected = v * (n + 1) - (2 * v) / n;
      expect(Math.abs(mean(second) / expected - 1)).toBeLessThan((4 * 2) / n / 20);
      // μ + tr G/n: variance p²/(2N) + 2v/n
      const scatter = Math.sqrt((p * p) / (2 * N) + (2 * v) / n);
      expect(Math.abs(mean(first))).toBeLessThan((4 * scatter) / 20);
      expect(Math.abs(Math.sqrt(mean(first.map((value) => value ** 2))) / scatter - 1)).toBeLessThan(
        4 / Math.sqrt(800),
      );
    }
  });
});
