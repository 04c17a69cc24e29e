import { beforeAll, describe, expect, test } from 'vitest';
import { loadKernel } from '../../../src/build/catalogue.ts';
import { instantiate, type Kernel, writeParams } from '../../../src/kernel/instance.ts';
import reference from '../../models/reference/two-time.json' with { type: 'json' };

let kernel: Awaited<ReturnType<typeof loadKernel>>;
beforeAll(async () => {
  kernel = await loadKernel('dynamical-mean-field-spiked-matrix-tensor');
});

type Numbers = Readonly<Record<string, number>>;
const start = (setup: Numbers, params: Numbers) =>
  instantiate(kernel.module, kernel.manifest, { seed: 0, setup, params });
const observe = (run: Kernel) => {
  const [t = Number.NaN, overlap = Number.NaN, energy = Number.NaN, mu = Number.NaN] = run.observables;
  return { t, overlap, energy, mu };
};
/** Row `row` of a field. */
const rowOf = (run: Kernel, field: string, row: number, steps: number) =>
  run.field(field).subarray(row * steps, (row + 1) * steps);
/** The run at the last of its rows. */
function atEnd(setup: Numbers & { rows: number }, params: Numbers): Kernel {
  const run = start(setup, params);
  for (let k = 1; k < setup.rows; ++k) run.step();
  return run;
}

interface Case {
  readonly p: number;
  readonly dt: number;
  readonly m0: number;
  readonly changes: readonly { readonly step: number; readonly params: Readonly<Record<string, number | undefined>> }[];
  readonly rows: readonly (readonly number[])[];
  readonly C: readonly number[];
  readonly R: readonly number[];
}

/** Both sides round each of the n ≤ 40 terms of a sum, relative to the largest number there. */
const rounding = 40 * 2 ** -53;

/** Largest distance of a run from its reference, in terms of the largest number in either. */
function distance({ p, dt, m0, changes, rows, C, R }: Case, always: Numbers = {}): number {
  const steps = rows.length;
  const tau = changes[0]?.params.tau ?? 70;
  const run = start({ p, dt, m0, rows: steps, tau }, always);
  const far: number[] = [];
  const compare = (ours: ArrayLike<number>, theirs: readonly number[]) =>
    theirs.forEach((value, k) => {
      far.push(Math.abs((ours[k] ?? Number.NaN) - value));
    });
  rows.forEach((row, k) => {
    if (k > 0) run.step();
    for (const { step, params } of changes) {
      // the first row is measured with the parameters of the first step
      if (step === k) writeParams(run, params as Numbers);
    }
    if (k > 0) compare(run.observables, row);
  });
  compare(rowOf(run, 'C', steps - 1, steps), C);
  compare(rowOf(run, 'R', steps - 1, steps), R);
  return Math.max(...far) / Math.max(...rows.flat().map(Math.abs));
}

describe('a step is exact for projected descent at N = ∞', () => {
  test.each(reference.site)('as one site tells it: p = $p, dt = $dt, m0 = $m0, changes $changes', (known) => {
    expect(distance(known)).toBeLessThan(rounding);
  });

  test.each(reference.spectrum)('as random matrices tell it, when the tensor says nothing: dt = $dt', (known) => {
    expect(distance(known, { deltap: 1e300 })).toBeLessThan(rounding);
  });
});

describe('continuous time', () => {
  /** m and E at each time, from steps h, h/2 and h/4 whose errors begin with h and h²; and what the last one changed. */
  function extrapolated(setup: Numbers, params: Numbers, times: readonly number[], h: number) {
    const [a = [], b = [], c = []] = [h, h / 2, h / 4].map((dt) => {
      const steps = Math.round((times.at(-1) ?? 0) / dt) + 1;
      const run = start({ ...setup, dt, rows: steps }, params);
      return times.flatMap((t) => {
        while (run.steps < Math.round(t / dt)) run.step();
        const { overlap, energy } = observe(run);
        return [overlap, energy];
      });
    });
    const [first, second] = [
      a.map((value, k) => 2 * (b[k] ?? 0) - value),
      b.map((value, k) => 2 * (c[k] ?? 0) - value),
    ];
    const values = second.map((value, k) => (4 * value - (first[k] ?? 0)) / 3);
    return { values, change: Math.max(...values.map((value, k) => Math.abs(value - (second[k] ?? 0)))) };
  }

  test.each(reference.continuum)('is the limit: p = $p, T = $temperature, m0 = $m0', (known) => {
    const { p, m0, temperature, delta2, deltap } = known;
    const times = known.values.map(({ t }) => t);
    const { values, change } = extrapolated({ p, m0 }, { delta2, deltap, temperature }, times, 0.02);
    // the next term is smaller than the one that was removed last by h times the rates of the motion, of order 10
    expect(change).toBeLessThan(1e-3);
    known.values.forEach(({ overlap, energy }, k) => {
      expect(Math.abs((values[2 * k] ?? Number.NaN) - overlap)).toBeLessThan(change / 4 + known.error);
      expect(Math.abs((values[2 * k + 1] ?? Number.NaN) - energy)).toBeLessThan(change / 4 + known.error);
    });
  });

  test.each([
    [3, 0.3, 1],
    [3, 0.2, 1],
    [4, 0.3, 1],
  ])('at T = 1 the end is the posterior: p = %d, Δ₂ = %d, Δ₃ = %d', (p, delta2, deltap) => {
    // E = −f(1) on the Nishimori line, and the overlap is the fixed point of state evolution, m = a/(1 + a), a = f′(m).
    // Relaxation is over at t = 12, and one more extrapolation would change little
    const { values, change } = extrapolated({ p, m0: 0.5 }, { delta2, deltap, temperature: 1 }, [12], 0.08);
    let m = 0.9;
    for (let k = 0; k < 1000; ++k) m = 1 - 1 / (1 + m / delta2 + m ** (p - 1) / deltap);
    expect(change).toBeLessThan(0.01);
    expect(Math.abs((values[0] ?? Number.NaN) - m)).toBeLessThan(change / 4);
    expect(Math.abs((values[1] ?? Number.NaN) + 1 / (2 * delta2) + 1 / (p * deltap))).toBeLessThan(change / 4);
  });
});

test.each([
  [3, 0.3, 1],
  [3, 0.2, 1],
  [4, 0.3, 1],
  [4, 0.2, 0.5],
])('at T = 0 the end is the planted minimum, whatever the step: p = %d, Δ₂ = %d, Δ₃ = %d', (p, delta2, deltap) => {
  const f = (q: number) => q ** 2 / (2 * delta2) + q ** p / (p * deltap);
  const slope = (q: number) => q / delta2 + q ** (p - 1) / deltap;
  const curvature = 1 / delta2 + (p - 1) / deltap;
  let m = 0.9;
  for (let k = 0; k < 10_000; ++k) m = slope(m) / Math.sqrt(slope(1) + slope(m) ** 2);
  const chi = Math.sqrt((1 - m * m) / slope(1));
  const end = observe(atEnd({ p, dt: 0.05, m0: 0.5, rows: 600 }, { delta2, deltap, temperature: 0 }));
  const mu = Math.sqrt(slope(1) + slope(m) ** 2) + curvature * chi;
  // the approach is e^{-λt}, λ the smallest eigenvalue of the Hessian there; dμ/dm and dE/dm are below 20
  const left = Math.exp(-30 * (mu - 2 * Math.sqrt(curvature)));
  expect(left).toBeLessThan(2e-8);
  expect(Math.abs(end.overlap - m)).toBeLessThan(left + 1e-13);
  expect(Math.abs(end.mu - mu)).toBeLessThan(20 * left + 1e-13);
  expect(Math.abs(end.energy + f(m) + chi * slope(1))).toBeLessThan(20 * left + 1e-13);
});

test('paths stay on the sphere: a unit diagonal, Cauchy and Schwarz, and a kick is felt at once', () => {
  const steps = 120;
  for (const params of [
    { delta2: 0.05, deltap: 0.05, temperature: 0 }, // an explicit step of 0.1 is far too long for this curvature
    { delta2: 0.5, deltap: 1, temperature: 1 },
  ]) {
    const run = start({ p: 4, dt: 0.1, m0: 0.4, rows: steps }, params);
    const m = [observe(run).overlap];
    for (let k = 1; k < steps; ++k) {
      run.step();
      m.push(observe(run).overlap);
      const C = rowOf(run, 'C', k, steps);
      const R = rowOf(run, 'R', k, steps);
      expect(C[k]).toBe(1);
      // both are 1/ν; C is (1 − hΦ + hΦ)/ν with |hΦ| < 10
      expect(Math.abs((C[k - 1] ?? 0) - (R[k - 1] ?? 1))).toBeLessThan(1e-14);
      for (let s = 0; s <= k; ++s) {
        const [c = 0, ms = 0, mk = 0] = [C[s], m[s], m[k]];
        expect((c - ms * mk) ** 2).toBeLessThanOrEqual((1 - ms * ms) * (1 - mk * mk) + 1e-12);
      }
    }
  }
});

test('the integrated response is the sum of the response', () => {
  const steps = 60;
  const run = atEnd({ p: 3, dt: 0.05, m0: 0.1, rows: steps }, { temperature: 1 });
  for (let t = 0; t < steps; ++t) {
    const R = rowOf(run, 'R', t, steps);
    let sum = 0;
    for (let s = steps - 1; s >= 0; --s) {
      sum += 0.05 * (R[s] ?? 0);
      expect(rowOf(run, 'chi', t, steps)[s]).toBeCloseTo(sum, 14);
    }
    expect(R.subarray(t).every((value) => value === 0)).toBe(true);
    expect(
      rowOf(run, 'C', t, steps)
        .subarray(t + 1)
        .every((value) => value === 0),
    ).toBe(true);
  }
});

test('the run rests after the last row', () => {
  const run = atEnd({ p: 3, dt: 0.05, m0: 0.1, rows: 9 }, {});
  const [observables, C] = [run.observables.slice(), run.field('C').slice()];
  expect(observables[0]).toBeCloseTo(0.4, 14);
  run.params.fill(1);
  run.step();
  expect(run.observables).toEqual(observables);
  expect(run.field('C')).toEqual(C);
});

test('annealing finds the signal where the dynamics alone is stuck in the glass', () => {
  // beyond √(Δ₃/2) = 0.316 Langevin dynamics does not leave a weak hint; the matrix alone has a spike up to Δ₂ = 1, and
  // the overlap grows as it does in the matrix before the tensor counts
  const setup = { p: 3, dt: 0.1, m0: 1e-4, rows: 800, tau: 15 };
  const params = { delta2: 0.5, deltap: 0.2, temperature: 1 };
  expect(observe(atEnd(setup, params)).overlap).toBeLessThan(0.05);
  expect(observe(atEnd(setup, { ...params, annealing: 100 })).overlap).toBeGreaterThan(0.5);
});
