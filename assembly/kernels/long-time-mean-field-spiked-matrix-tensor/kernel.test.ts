import { beforeAll, describe, expect, test } from 'vitest';
import { loadKernel } from '../../../src/build/catalogue.ts';
import { instantiate, type Kernel } from '../../../src/kernel/instance.ts';
import reference from './reference.json' with { type: 'json' };

let kernel: Awaited<ReturnType<typeof loadKernel>>;
beforeAll(async () => {
  kernel = await loadKernel('long-time-mean-field-spiked-matrix-tensor');
});

const OBSERVABLES = ['t', 'overlap', 'energy', 'mu', 'error'] as const;
const FIELDS = ['elapsed', 'correlation', 'response', 'integrated'] as const;
type Look = Record<(typeof OBSERVABLES)[number], number> & Record<(typeof FIELDS)[number], number[]>;

/** What a run shows, copied. */
const look = (run: Kernel) =>
  Object.fromEntries([
    ...OBSERVABLES.map((name, k) => [name, run.observables[k]]),
    ...FIELDS.map((name) => [name, Array.from(run.field(name))]),
  ]) as Look;

/** g(z) by the polynomial through the six nodes round z; `nodes` rise or fall. Errors: of order six in their distance. */
function interpolate(nodes: readonly number[], values: readonly number[], z: number): number {
  const isRising = (nodes[nodes.length - 1] ?? 0) > (nodes[0] ?? 0);
  const next = nodes.findIndex((node) => (isRising ? node > z : node < z));
  const first = Math.min(Math.max(next - 3, 0), nodes.length - 6);
  const near = nodes.slice(first, first + 6);
  return near.reduce((sum, node, i) => {
    const weight = near.reduce(
      (product, other, q) => (q === i ? product : (product * (z - other)) / (node - other)),
      1,
    );
    return sum + weight * (values[first + i] ?? Number.NaN);
  }, 0);
}

/** A run to three rows past `end`, and what it shows at any time before: numbers, and fields at fixed nodes. */
function follow(setup: Record<string, number>, end: number) {
  const run = instantiate(kernel.module, kernel.manifest, { seed: 0, setup });
  const looks = [look(run)];
  for (let after = 0; after < 3; ) {
    run.step();
    looks.push(look(run));
    if ((run.observables[0] ?? 0) > end) ++after;
  }
  const times = looks.map(({ t }) => t);
  return (t: number) => {
    const at = (value: (look: Look) => number) => interpolate(times, looks.map(value), t);
    return Object.fromEntries([
      ...OBSERVABLES.map((name) => [name, at((each) => each[name])]),
      ...FIELDS.map((name) => [name, looks[0]?.[name].map((_, k) => at((each) => each[name][k] ?? Number.NaN))]),
    ]) as Look;
  };
}

const spiked = { p: 3, delta2: 0.3, deltap: 1, m0: 0.1, points: 96 };
/** Spherical p-spin model of order 3 with f = q³/2: the matrix says nothing, to 1e-9. */
const pure = { p: 3, delta2: 1e9, deltap: 2 / 3, m0: 0 };

describe('at short times', () => {
  test.each(reference.short)('it is the limit h → 0 of uniform grids: $setup', ({ setup, rows, twoTimes }) => {
    const at = follow({ ...setup, points: 96, tolerance: 1e-6 }, 10);
    // 192 nodes at a tolerance of 1e-7 move m and E by at most 3e-6 and μ by 9e-6; the reference is known to its doubt
    const bound = (doubt: number) => 1e-5 + doubt;
    for (const { t, overlap, energy, mu, doubt } of rows) {
      const now = at(t);
      expect(Math.abs(now.overlap - overlap), `m(${t})`).toBeLessThan(bound(doubt));
      expect(Math.abs(now.energy - energy), `E(${t})`).toBeLessThan(bound(doubt));
      expect(Math.abs(now.mu - mu), `μ(${t})`).toBeLessThan(bound(doubt));
    }
    for (const { t, since, correlation, integrated, doubt } of twoTimes) {
      const now = at(t);
      const C = interpolate(now.elapsed, now.correlation, t - since);
      const chi = interpolate(now.elapsed, now.integrated, t - since);
      expect(Math.abs(C - correlation), `C(${t}, ${since})`).toBeLessThan(bound(doubt));
      expect(Math.abs(chi - integrated), `χ(${t}, ${since})`).toBeLessThan(bound(doubt));
    }
  });

  test('an overlap of 10⁻¹⁵ grows as on uniform grids', () => {
    const { m0, rows } = reference.growth;
    const at = follow({ p: 4, delta2: 1 / 3, deltap: 4, m0, points: 96, tolerance: 1e-6 }, 20);
    // 64 nodes are 1.1e-4 off, so 96, of order four and more, 2.2e-5 at most; and each of 200 rows may be off by the
    // tolerance, relative to m, of which a backward difference over five rows makes a tenth
    for (const { t, log, doubt } of rows) {
      expect(Math.abs(Math.log(at(t).overlap) - log), `ln m(${t})`).toBeLessThan(4.2e-5 + doubt);
    }
  });
});

describe('with a signal it ends', () => {
  // the end is reached exponentially fast, so at these times the error is that of the mesh: 192 nodes reduce it tenfold.
  // The largest change that they make, in all of these cases, is 2.1e-5 in m and 6.4e-5 in E
  const [ofOverlap, ofEnergy] = [4e-5, 1.2e-4];

  test('in the planted minimum, by gradient flow', () => {
    const at = follow({ ...spiked, temperature: 0 }, 1e4);
    for (const t of [100, 1e4]) {
      expect(Math.abs(at(t).overlap - reference.planted.spiked.overlap)).toBeLessThan(ofOverlap);
      expect(Math.abs(at(t).energy - reference.planted.spiked.energy)).toBeLessThan(ofEnergy);
      expect(Math.abs(at(t).mu - reference.planted.spiked.mu)).toBeLessThan(3 * ofEnergy);
    }
  });

  test('in the posterior at T = 1: the Bayes-optimal overlap, and E = −f(1)', () => {
    const at = follow({ ...spiked, temperature: 1 }, 1e4);
    for (const t of [100, 1e4]) {
      expect(Math.abs(at(t).overlap - reference.posterior.overlap)).toBeLessThan(ofOverlap);
      expect(Math.abs(at(t).energy - reference.posterior.energy)).toBeLessThan(ofEnergy);
    }
    // Δ₃ = 1 and c = 1/Δ₂: (1 − m)(c + m) = 1
    const c = 1 / 0.3;
    const m = (1 - c + Math.sqrt((c - 1) ** 2 + 4 * (c - 1))) / 2;
    expect(Math.abs(at(1e4).overlap - m)).toBeLessThan(ofOverlap);
  });

  test('in the planted minimum after a long wait at the threshold, from an overlap of 10⁻¹⁵', () => {
    const at = follow({ p: 4, delta2: 1 / 3, deltap: 4, m0: 1e-15, points: 96 }, 100);
    const threshold = 2 * Math.sqrt(3 + 0.25 * 3);
    // the plateau is reached as t^(-2/3), and the overlap is still 4e-5 at t = 50
    expect(at(50).mu).toBeLessThan(threshold);
    expect(at(50).mu).toBeGreaterThan(threshold - 0.05);
    expect(at(50).overlap).toBeLessThan(1e-4);
    expect(Math.abs(at(100).overlap - reference.planted.plateau.overlap)).toBeLessThan(ofOverlap);
    expect(Math.abs(at(100).energy - reference.planted.plateau.energy)).toBeLessThan(ofEnergy);
  });
});

describe('without a signal it ages', () => {
  test('towards the threshold energy, as t^(-2/3)', () => {
    const at = follow({ ...pure, points: 128 }, 1e4);
    const excess = (t: number) => at(t).energy + Math.sqrt(4 / 3);
    // from t = 100 to 1000 the exponent is still 0.004 above its limit (0.0098 in the decade before: a third each); E is
    // known to 1.1e-5 at the end (256 nodes), 1.5 % of the excess and 0.0066 of the exponent
    expect(Math.abs(Math.log10(excess(1e3) / excess(1e4)) - 2 / 3)).toBeLessThan(0.0066 + 0.004);
    // the independent solution by two step sizes and extrapolation: E(100) = −1.13959
    expect(Math.abs(at(100).energy + 1.13959)).toBeLessThan(1.5e-5);
  });

  test('at a temperature: equilibrium at short times, an effective temperature at long ones', () => {
    const { temperature, X, energy } = reference.threshold;
    const at = follow({ ...pure, temperature, points: 128 }, 1e4);
    // E − E∞ is nearly a power of t, so nearly a geometric series in the decades: extrapolated as one, rows of 256 nodes
    // give E∞ to 5.3e-5. The errors of E here, at most 1.3e-5 against those, enter with a factor of 1.8 at most
    const [a, b, c] = [100, 1e3, 1e4].map((t) => at(t).energy) as [number, number, number];
    expect(Math.abs(c - (c - b) ** 2 / (c - b - (b - a)) - energy)).toBeLessThan(8e-5);
    const { correlation, integrated } = at(1e4);
    const chi = (C: number) => interpolate(correlation, integrated, C);
    // FDT holds but for what ages in the same time: 3.3e-4 at C = 0.7 and t = 10³, and ten times less a decade later
    for (const C of [0.9, 0.8, 0.7]) expect(Math.abs((temperature * chi(C)) / (1 - C) - 1)).toBeLessThan(1e-4);
    // X is reached slowly: 0.530, 0.546 and 0.553 at 10², 10³ and 10⁴, so the steps halve and 0.008 or more is left
    const slope = (temperature * (chi(0.4) - chi(0.6))) / 0.2;
    expect(Math.abs(slope - X)).toBeLessThan(0.016);
  });
});

test('64 nodes rest where their mesh is too coarse, and say how far they are off', () => {
  const run = instantiate(kernel.module, kernel.manifest, { seed: 0, setup: { ...pure, points: 64 } });
  for (let before = -1; look(run).t > before; run.step()) before = look(run).t;
  const end = look(run);
  expect(end.t).toBeGreaterThan(1000);
  run.step();
  expect(look(run)).toEqual(end);
  // E of 256 nodes at that time, by its power law through E(1000) = −1.1514734
  const energy = -Math.sqrt(4 / 3) + (Math.sqrt(4 / 3) - 1.1514734) * (end.t / 1000) ** (-2 / 3);
  expect(Math.abs(end.energy - energy)).toBeLessThan(end.error);
  expect(end.error).toBeLessThan(2e-3);
});

test('a row ends at the diagonal, where C = R = 1', () => {
  const at = follow({ ...spiked, temperature: 1, points: 64 }, 5);
  const { t, elapsed, correlation, response, integrated } = at(5);
  expect(elapsed[0]).toBeCloseTo(t, 9);
  expect([elapsed.at(-1), integrated.at(-1)]).toEqual([0, 0]);
  for (const field of [correlation, response]) expect(field.at(-1)).toBeCloseTo(1, 12);
});
