import { beforeAll, describe, expect, test } from 'vitest';
import { loadKernel } from '../../../src/build/catalogue.ts';
import { instantiate, type Kernel, writeParams } from '../../../src/kernel/instance.ts';
import type { Values } from '../../../src/kernel/manifest.ts';
import { extrapolate, mean, sem } from '../../models/probe/statistics.mts';
import reference from './reference.json' with { type: 'json' };

let kernel: Awaited<ReturnType<typeof loadKernel>>;
let names: string[];
beforeAll(async () => {
  kernel = await loadKernel('dynamics-hopfield');
  names = Object.keys(kernel.manifest.observables);
});

const start = (seed: number, setup: Values, params: Values = {}) =>
  instantiate(kernel.module, kernel.manifest, { seed, setup, params });
const see = (run: Kernel, name: string) => run.observables[names.indexOf(name)] ?? Number.NaN;
const walk = (run: Kernel, steps: number, params: Values = {}) => {
  writeParams(run, params);
  for (let t = 0; t < steps; ++t) run.step();
  return run;
};
const signs = (bits: ArrayLike<number>) => Array.from(bits, (bit) => 2 * bit - 1);
const spins = (run: Kernel) => signs(run.field('spins'));
const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
/** The first P patterns, at most eight. */
const patterns = (run: Kernel, P: number) => {
  const N = run.field('spins').length;
  return Array.from({ length: P }, (_, nu) => signs(run.field('memories').slice(nu * N, (nu + 1) * N)));
};
/** N h_i = Σ_ν ξ_i (ξ · s) − P s_i */
const fields = (xi: readonly number[][], s: readonly number[]) => {
  const overlaps = xi.map((pattern) => dot(pattern, s));
  return s.map(
    (value, i) => xi.reduce((sum, pattern, nu) => sum + (pattern[i] ?? 0) * (overlaps[nu] ?? 0), 0) - xi.length * value,
  );
};

describe('the network', () => {
  const [N, P] = [50, 7];
  const small = { alpha: P / N, alphaD: 0.1 };

  test.each([0, 1, 2, 3])('measures what its patterns (%d) say, to the last bit', (kind) => {
    const run = start(5, { N, patterns: kind, flipped: 0.3 }, { ...small, temperature: 0.9, updates: 0.3 });
    for (let t = 0; t < 30; ++t) {
      walk(run, 1, { brush: t === 10 ? 20 : -1 });
      const [s, xi] = [spins(run), patterns(run, P)];
      const h = fields(xi, s);
      expect(see(run, 'energy')).toBe((-0.5 * dot(s, h)) / (N * N));
      expect(see(run, 'unstable')).toBe(s.filter((value, i) => ((h[i] ?? 0) >= 0 ? 1 : -1) !== value).length / N);
      expect([...run.field('overlaps').slice(0, P)]).toEqual(xi.map((pattern) => dot(pattern, s) / N));
      const sizes = xi.map((pattern) => Math.abs(dot(pattern, s)));
      expect(see(run, 'nearest')).toBe(sizes.indexOf(Math.max(...sizes)));
    }
    expect([...run.field('overlaps').slice(P)].every(Number.isNaN)).toBe(true);
    expect([...run.field('featureOverlaps')].filter(Number.isFinite)).toHaveLength(5);
  });

  test.each([0, 1, 2])('is the same again when patterns (%d) and features came and went', (kind) => {
    const setup = { N: 90, patterns: kind, flipped: 0.25 };
    const params = { alpha: 0.2, alphaD: 0.1, temperature: 0.5 };
    const [straight, detour] = [start(3, setup, params), start(3, setup, params)];
    for (const other of [{ alphaD: 0.3 }, { alpha: 0.7, alphaD: 0.02 }, { alpha: 1.1 }, { alpha: 0.01 }])
      walk(detour, 1, { ...params, ...other, updates: 0 });
    walk(straight, 15);
    walk(detour, 15, { ...params, updates: 1 });
    expect(Array.from(detour.field('spins'))).toEqual(Array.from(straight.field('spins')));
    expect(see(detour, 'energy')).toBe(see(straight, 'energy'));
    expect(Array.from(detour.field('memories'))).toEqual(Array.from(straight.field('memories')));
  });

  test('has P = αN patterns and the odd number of features next to α_D N', () => {
    const run = start(1, { N: 100 });
    for (const [alpha, alphaD, P, D] of [
      [0.001, 0.002, 1, 1],
      [0.254, 0.2, 25, 21],
      [4, 0.499, 400, 49],
    ] as const) {
      walk(run, 1, { alpha, alphaD });
      expect([see(run, 'stored'), see(run, 'features')]).toEqual([P, D]);
    }
  });

  test('makes patterns of features: few features, few patterns; and the same coefficients in more features', () => {
    const one = start(2, { N: 60, patterns: 1 }, { alphaD: 0.002 });
    const [first, ...others] = patterns(one, 8);
    for (const other of others) expect(Math.abs(dot(first ?? [], other))).toBe(60);
    // two patterns of D = 25 and 27 features differ where the sum of 25 is smaller than that of 2: arccos(√(25/27))/π
    const N = 4000;
    const [a, b] = [25, 27].map((D) => patterns(start(2, { N, patterns: 1 }, { alphaD: D / N }), 8).flat());
    const same = dot(a ?? [], b ?? []) / (8 * N);
    const expected = 1 - (2 * Math.acos(Math.sqrt(25 / 27))) / Math.PI;
    // of a pattern, the coefficients are 25 numbers: their ratio to the next two scatters by a relative √(1 + 2/25)
    expect(Math.abs(same - expected)).toBeLessThan((4 * (1 - expected) * 1.04) / Math.sqrt(8));
  });
});

describe('at zero temperature', () => {
  test.each([
    [0, 0.3],
    [1, 1.5],
  ])('the energy never rises, and what rests is a fixed point: patterns %d, α = %d', (kind, alpha) => {
    for (const updates of [1, 0.07]) {
      const run = start(4, { N: 150, patterns: kind, mixture: kind, flipped: 0.4 }, { alpha, updates });
      for (let t = 0, before = see(run, 'energy'); t < 60 / updates; ++t) {
        walk(run, 1);
        expect(see(run, 'energy')).toBeLessThanOrEqual(before);
        before = see(run, 'energy');
      }
      expect(see(run, 'unstable')).toBe(0);
      expect(see(run, 'flips')).toBe(0);
    }
  });

  test('a sweep in parts updates every spin once', () => {
    // with one pattern each update puts its spin right, and only that
    const N = 203;
    const run = start(6, { N, flipped: 0.3 }, { alpha: 0.001, updates: 0.25 });
    const wrong = (N * (1 - see(run, 'overlap'))) / 2;
    let flips = 0;
    for (let t = 1; t <= 4; ++t) {
      const before = see(run, 't');
      walk(run, 1);
      flips += see(run, 'flips') * N * (see(run, 't') - before);
      if (t < 4) expect(see(run, 'overlap')).toBeLessThan(1);
    }
    expect(see(run, 't')).toBe(1);
    expect(see(run, 'overlap')).toBe(1);
    expect(Math.round(flips)).toBe(wrong);
  });

  test('is the limit of low temperatures, with the same random numbers', () => {
    // N even and P odd: no field vanishes, and the smallest is 1/N, so that e^(−2h/T) is below e^(−20)
    const [N, P] = [100, 31];
    const [cold, frozen] = [1e-3, 0].map((temperature) =>
      walk(start(8, { N, flipped: 0.4 }, { alpha: P / N, temperature }), 20),
    ) as [Kernel, Kernel];
    expect(spins(cold)).toEqual(spins(frozen));
  });
});

test.each([
  [0.6, 9],
  [1.2, 8],
])('at T = %d it visits the states of %d spins as Boltzmann says', (temperature, N) => {
  const P = 3;
  const run = start(11, { N }, { alpha: P / N, temperature });
  const xi = patterns(run, P);
  const states = Array.from({ length: 2 ** N }, (_, k) => Array.from({ length: N }, (_, i) => ((k >> i) & 1 ? 1 : -1)));
  const energies = states.map((s) => dot(s, fields(xi, s)) / (-2 * N));
  const weights = energies.map((energy) => Math.exp(-energy / temperature));
  const Z = weights.reduce((sum, w) => sum + w, 0);
  walk(run, 200);
  /** Which energy, and on which side: what states are told apart by. */
  const levelOf = (energy: number, s: readonly number[]) =>
    `${energy.toFixed(6)} ${s.filter((value) => value > 0).length > N / 2}`;
  const batches = Array.from({ length: 100 }, () => {
    const visits = new Map<string, number>();
    for (let t = 0; t < 400; ++t) {
      walk(run, 1);
      const level = levelOf(see(run, 'energy') * N, spins(run));
      visits.set(level, (visits.get(level) ?? 0) + 1 / 400);
    }
    return visits;
  });
  const levels = new Map<string, number>();
  for (const [k, energy] of energies.entries()) {
    const level = levelOf(energy, states[k] ?? []);
    levels.set(level, (levels.get(level) ?? 0) + (weights[k] ?? 0) / Z);
  }
  let likely = 0;
  for (const [level, probability] of levels) {
    if (probability < 0.01) continue;
    likely += probability;
    const seen = batches.map((visits) => visits.get(level) ?? 0);
    // batches of 400 sweeps are independent of each other but for their ends; 4.5 sigma for some twenty levels
    expect(Math.abs(mean(seen) - probability), level).toBeLessThan(4.5 * sem(seen));
  }
  expect(likely).toBeGreaterThan(0.8);
});

test.each(reference.cases)('as an independent program has it: $patterns $mixture $alpha $temperature', (row) => {
  const { patterns, mixture, flipped, alpha, alphaD, temperature, sweeps } = row;
  const runs = Array.from({ length: 60 }, (_, seed) =>
    walk(start(seed, { N: reference.N, patterns, mixture, flipped }, { alpha, alphaD, temperature }), sweeps),
  );
  for (const [name, expected, scatter] of [
    ['overlap', row.overlap, row.overlapScatter],
    ['energy', row.energy, row.energyScatter],
  ] as const) {
    const error = scatter * Math.sqrt(1 / runs.length + 1 / reference.instances);
    // 4 sigma for sixteen means; a sum of f64 within rounding of 0 makes no difference
    expect(Math.abs(mean(runs.map((run) => see(run, name))) - expected), name).toBeLessThan(4 * error);
  }
});

describe('large networks', () => {
  let theory: typeof kernel;
  beforeAll(async () => {
    theory = await loadKernel('saddle-point-hopfield');
  });
  const predicted = (name: string, params: Values) => {
    const run = instantiate(theory.module, theory.manifest, { seed: 1, params });
    return run.observables[Object.keys(theory.manifest.observables).indexOf(name)] ?? Number.NaN;
  };
  /** Overlaps after forty sweeps. */
  const settled = (seeds: number, setup: Values, params: Values) =>
    Array.from({ length: seeds }, (_, seed) => see(walk(start(seed, setup, params), 40), 'overlap'));

  test.each([
    ['classic', { alpha: 0.1 }, 12],
    ['classic', { alpha: 0.12 }, 12],
    ['feature', { alpha: 1.4, alphaD: 0.05 }, 6],
  ])('recall as theory says: %s, %j', (name, params, seeds) => {
    const setup = name === 'feature' ? { patterns: 1, mixture: 1 } : {};
    const [small, large] = [1024, 2048].map((N) => settled(seeds, { ...setup, N }, params)) as [number[], number[]];
    const { value, error } = extrapolate(small, large);
    expect(error).toBeLessThan(0.006);
    expect(Math.abs(value - predicted(name, params))).toBeLessThan(3 * error);
  });

  test('forget independent patterns above α = 0.138, and learn no feature from too few patterns', () => {
    const [alpha, alphaD] = [predicted('capacity', {}), 0.05];
    expect(Math.abs(alpha - 0.137906)).toBeLessThan(1e-6);
    // what is left: 0.27 ± 0.05 from network to network at α = 0.18 and N = 4096, 0.14 ± 0.06 at α = 0.3 and N = 2048
    for (const overlap of settled(5, { N: 2048 }, { alpha: 1.4 * alpha })) expect(overlap).toBeLessThan(0.6);
    expect(predicted('learning', { alphaD })).toBeGreaterThan(0.7);
    const features = settled(5, { N: 2048, patterns: 1, mixture: 1 }, { alpha: 0.3, alphaD });
    for (const overlap of features) expect(overlap).toBeLessThan(0.6);
  });
});

describe('the start', () => {
  const N = 400;
  const features = (seed: number, count: number) =>
    Array.from({ length: count }, (_, index) => signs(start(seed, { N, mixture: 1, index }).field('target')));

  test('is any pattern, stored or not', () => {
    const stored = start(1, { N, patterns: 1, index: 3 }, { alphaD: 0.05 });
    expect(spins(stored)).toEqual(patterns(stored, 4)[3]);
    expect([see(stored, 'overlap'), see(stored, 'nearest')]).toEqual([1, 3]);
    const unseen = start(1, { N, index: 4000 });
    expect(see(unseen, 'overlap')).toBe(1);
    // overlaps with 40 random patterns: 5 sigma
    for (const overlap of unseen.field('overlaps')) expect(Math.abs(overlap)).toBeLessThan(5 / Math.sqrt(N));
  });

  test('is a feature, or a mixture of an odd number of them', () => {
    const f = features(2, 5);
    f.forEach((feature, k) => {
      const run = start(2, { N, mixture: 1, index: k });
      expect(run.field('featureOverlaps')[k]).toBe(1);
      expect(spins(run)).toEqual(feature);
    });
    for (const [mixture, count] of [
      [3, 3],
      [4, 5],
      [5, 5],
    ] as const) {
      const sum = Array.from({ length: N }, (_, i) => f.slice(0, count).reduce((all, own) => all + (own[i] ?? 0), 0));
      expect(spins(start(2, { N, mixture }))).toEqual(sum.map(Math.sign));
    }
  });

  test('is damaged: spins turned over anywhere, and the last ones erased', () => {
    const turned = start(3, { N, flipped: 0.2 });
    // 5 sigma of a binomial number
    expect(Math.abs(see(turned, 'overlap') - 0.6)).toBeLessThan((5 * 2 * Math.sqrt(0.16)) / Math.sqrt(N));
    const erased = start(3, { N, erased: 0.25 });
    const [s, xi] = [spins(erased), signs(erased.field('target'))];
    expect(s.slice(0, 300)).toEqual(xi.slice(0, 300));
    expect(s.slice(300).every((value) => value === -1)).toBe(true);
  });
});

describe('pictures', () => {
  test.each([900, 3600])('of %d pixels come back from less than two thirds of each', (N) => {
    for (let index = 0; index < 8; ++index) {
      const run = walk(start(1, { N, patterns: 3, index, erased: 0.4 }, { alpha: 0.03 }), 10);
      expect(see(run, 'overlap'), `${index}`).toBe(1);
      expect(see(run, 'nearest')).toBe(index);
    }
  });

  const side = 30;
  const N = side * side;
  const pixel = (row: number, column: number) => row * side + column;
  const held = () => start(1, { N, patterns: 3, index: 3 }, { alpha: 0.03, updates: 0 });
  const erased = (run: Kernel, before: readonly number[]) =>
    spins(run).filter((value, i) => value !== before[i]).length;

  test('lose what the brush passes over, also between two steps, and nothing where it is lifted', () => {
    const run = held();
    const before = spins(run);
    const steps: [number, (row: number, column: number) => boolean][] = [
      [pixel(10, 5), (row, column) => Math.hypot(row - 10, column - 5) <= 1.5],
      [pixel(10, 15), (row, column) => column >= 5 && column <= 15 && Math.abs(row - 10) <= 1],
      [-1, () => false],
      [pixel(29, 29), (row, column) => Math.hypot(row - 29, column - 29) <= 1.5],
    ];
    const isErased = before.map(() => false);
    for (const [brush, passes] of steps) {
      walk(run, 1, { brush });
      const ends = steps.filter(([at]) => at === brush && at >= 0).map(([at]) => [Math.floor(at / side), at % side]);
      isErased.forEach((was, i) => {
        const [row, column] = [Math.floor(i / side), i % side];
        const isAtEnd = ends.some(([r = 0, c = 0]) => Math.hypot(row - r, column - c) <= 1.5);
        isErased[i] = was || isAtEnd || passes(row, column);
      });
      expect(spins(run)).toEqual(before.map((value, i) => (isErased[i] ? -1 : value)));
    }
    expect(see(run, 't')).toBe(0);
  });

  test('heal when the network may move again', () => {
    const run = held();
    const before = spins(run);
    for (let row = 3; row < 17; row += 2) {
      walk(run, 1, { brush: pixel(row, 4) });
      walk(run, 1, { brush: pixel(row, 25) });
    }
    expect(erased(run, before)).toBeGreaterThan(100);
    walk(run, 100, { brush: -1, updates: 0.05 });
    expect(erased(run, before)).toBe(0);
  });
});
