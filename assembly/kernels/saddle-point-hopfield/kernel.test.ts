import { beforeAll, describe, expect, test } from 'vitest';
import { loadKernel } from '../../../src/build/catalogue.ts';
import { instantiate, type Kernel } from '../../../src/kernel/instance.ts';
import type { Values } from '../../../src/kernel/manifest.ts';
import reference from './reference.json' with { type: 'json' };

let loaded: Awaited<ReturnType<typeof loadKernel>>;
let kernel: Kernel;
beforeAll(async () => {
  loaded = await loadKernel('saddle-point-hopfield');
  kernel = instantiate(loaded.module, loaded.manifest, { seed: 0 });
});

const params = ['alpha', 'alphaD', 'temperature'] as const;
const names = [
  'storage',
  'learning',
  'publishedStorage',
  'pattern',
  'feature',
  'classic',
  'capacity',
  'energy',
  'glassEnergy',
] as const;

/** What it says at these parameters: it has no history. */
function look(values: Values): Record<(typeof names)[number], number> {
  kernel.params.set(params.map((name) => values[name] ?? { alpha: 0.1, alphaD: 0.05, temperature: 0 }[name]));
  kernel.step();
  return Object.fromEntries(names.map((name, k) => [name, kernel.observables[k]])) as ReturnType<typeof look>;
}

/** Row k of a field. */
const row = (name: string, k: number) => Array.from(kernel.field(name).slice(129 * k, 129 * (k + 1)));

// Heights of a branch are known to rounding, about 1e-14; the script's roots to 1e-13 or better, relative.
const ofLoad = (alpha: number) => 1e-11 * alpha;
// The script's residuals are below 1e-11, and the response of a state to them is below 10 where it is asked for here.
const ofOverlap = 1e-10;

describe('spinodals are where the linearised saddle-point equations have a zero', () => {
  test.each(reference.storage)('storage at α_D = $alphaD', ({ alphaD, alpha, overlap }) => {
    expect(Math.abs(look({ alphaD }).storage - alpha)).toBeLessThan(ofLoad(alpha));
    // y is known to 3e-8, and m changes by less than 4/3 of it
    expect(Math.abs((row('overlaps', 0)[0] ?? 0) - overlap)).toBeLessThan(4e-8);
  });

  test.each(reference.learning)('learning at α_D = $alphaD', ({ alphaD, alpha, overlap }) => {
    expect(Math.abs(look({ alphaD }).learning - alpha)).toBeLessThan(ofLoad(alpha));
    // y is known to 1.6e-7, at α_D = 0.002, and m changes by a quarter of it
    expect(Math.abs((row('overlaps', 1)[0] ?? 0) - overlap)).toBeLessThan(4e-8);
  });

  test.each(reference.capacity)('capacity at T = $temperature', ({ temperature, alpha, overlap }) => {
    expect(Math.abs(look({ temperature }).capacity - alpha)).toBeLessThan(ofLoad(alpha));
    expect(Math.abs((row('overlaps', 2)[0] ?? 0) - overlap)).toBeLessThan(4e-8);
  });
});

describe('overlaps are those of the saddle-point equations', () => {
  test.each(reference.patterns)('of a pattern at $alpha, $alphaD', ({ alpha, alphaD, overlap }) => {
    expect(Math.abs(look({ alpha, alphaD }).pattern - overlap)).toBeLessThan(ofOverlap);
  });

  test.each(reference.features)('of a feature at $alpha, $alphaD', ({ alpha, alphaD, overlap }) => {
    expect(Math.abs(look({ alpha, alphaD }).feature - overlap)).toBeLessThan(ofOverlap);
  });

  test.each(reference.classic)('of a random pattern at $alpha, T = $temperature', ({ alpha, temperature, overlap }) => {
    expect(Math.abs(look({ alpha, temperature }).classic - overlap)).toBeLessThan(ofOverlap);
  });

  test('and there are none beyond the ends of the branches', () => {
    const { storage, learning, capacity } = look({});
    expect(look({ alpha: storage * (1 - 1e-9) }).pattern).toBeGreaterThan(0.94);
    expect(look({ alpha: storage * (1 + 1e-9) }).pattern).toBeNaN();
    expect(look({ alpha: learning * (1 + 1e-9) }).feature).toBeGreaterThan(0.94);
    expect(look({ alpha: learning * (1 - 1e-9) }).feature).toBeNaN();
    expect(look({ alpha: capacity * (1 - 1e-9) }).classic).toBeGreaterThan(0.96);
    expect(look({ alpha: capacity * (1 + 1e-9) }).classic).toBeNaN();
  });
});

describe('the classic model', () => {
  test('has the published capacity 0.138, with an overlap of 0.967, and stores in the ground state up to 0.051', () => {
    const { capacity } = look({ temperature: 0 });
    expect(capacity).toBeCloseTo(0.138, 3);
    expect(row('overlaps', 2)[0]).toBeCloseTo(0.967, 3);
    const advantage = (alpha: number) => look({ alpha }).glassEnergy - look({ alpha }).energy;
    expect(Math.abs(advantage(reference.crossing))).toBeLessThan(1e-12);
    expect(advantage(0.051)).toBeGreaterThan(0);
    expect(advantage(0.052)).toBeLessThan(0);
  });

  test.each(reference.energies)('has the energies of its free energy at T → 0, at α = $alpha', (expected) => {
    const { energy, glassEnergy } = look({ alpha: expected.alpha });
    expect(Math.abs(energy - expected.stored)).toBeLessThan(1e-12);
    expect(Math.abs(glassEnergy - expected.glass)).toBeLessThan(1e-12);
  });

  test('at few patterns is a magnet: m = tanh(m/T), with an error that goes as α', () => {
    for (const temperature of [0.3, 0.6, 0.9]) {
      let magnet = 1;
      for (let k = 0; k < 2000; ++k) magnet = Math.tanh(magnet / temperature);
      // the largest α for which 2α is still stored, at T = 0.9, and the smallest that may be set
      const error = (alpha: number) => magnet - look({ alpha, temperature }).classic;
      expect(error(0.001) * 20).toBeLessThan(magnet);
      expect(error(0.002) / error(0.001)).toBeGreaterThan(2);
      expect(error(0.002) / error(0.001)).toBeLessThan(2.6);
    }
  });

  test('at low temperature goes to that at zero as T, which is 1 − q over the response', () => {
    const cold = look({ alpha: 0.13 }).classic;
    const error = (temperature: number) => look({ alpha: 0.13, temperature }).classic - cold;
    // the next term is of T²: half the deviation of the ratio is that of half the temperature
    expect(error(2e-4) / error(1e-4) - 2).toBeCloseTo(2 * (error(1e-4) / error(5e-5) - 2), 3);
    expect(error(2e-4) / error(1e-4)).toBeCloseTo(2, 1);
    // α (1 − q) = 0.138 · 0.18 T
    expect(look({ temperature: 1e-9 }).capacity).toBeCloseTo(look({ temperature: 0 }).capacity, 10);
  });

  test('stores nothing from T = 1 on, and little just below: α_c goes as (1 − T)²', () => {
    expect(look({ temperature: 1 }).capacity).toBe(0);
    expect(look({ temperature: 1.5, alpha: 0.001 }).classic).toBeNaN();
    const ratio = (gap: number) => look({ temperature: 1 - gap }).capacity / gap ** 2;
    expect(ratio(1e-4) / ratio(2e-4)).toBeCloseTo(1, 3);
    // published: retrieval ends at T = 1 − 1.95 √α
    expect(ratio(1e-4) ** -0.5).toBeCloseTo(1.95, 2);
  });

  test('is what is left with many features: the distance goes as 1/α_D', () => {
    const { capacity } = look({});
    const distance = (alphaD: number) => capacity - look({ alphaD }).storage;
    expect(distance(15) / distance(30)).toBeGreaterThan(1.9);
    expect(distance(15) / distance(30)).toBeLessThan(2);
  });

  test('of features is what many patterns make: learning diverges where α_D is the capacity', () => {
    const { capacity } = look({});
    const rest = (gap: number) => look({ alphaD: capacity - gap }).learning * gap;
    expect(rest(1e-4) / rest(2e-4)).toBeCloseTo(1, 2);
    expect(look({ alphaD: capacity * 1.001 }).learning).toBeNaN();
  });
});

test('with few features P and D count, and not N: both lines go as α_D, with an error of the same order', () => {
  for (const line of ['storage', 'learning'] as const) {
    const ratio = (alphaD: number) => look({ alphaD })[line] / alphaD;
    expect((ratio(0.008) - ratio(0.004)) / (ratio(0.004) - ratio(0.002)) / 2).toBeCloseTo(1, 1);
    expect(Math.abs(ratio(0.004) / ratio(0.002) - 1)).toBeLessThan(0.03);
  }
});

describe('the whole lines and branches', () => {
  test('are what is said at each of their points', () => {
    for (const [k, name] of (['storage', 'learning', 'publishedStorage'] as const).entries()) {
      const [dimensions, loads] = [row('lineDimensions', k), row('lineLoads', k)];
      expect(loads.every((alpha) => alpha > 0)).toBe(true);
      for (const at of [0, 1, 60, 128]) {
        expect(look({ alphaD: dimensions[at] ?? 0 })[name]).toBe(loads[at]);
      }
    }
    const values = { alphaD: 0.03, temperature: 0.4 };
    look(values);
    const branches = ['pattern', 'feature', 'classic'].map((name, k) => [name, row('loads', k), row('overlaps', k)]);
    for (const [name, loads, overlaps] of branches as [keyof ReturnType<typeof look>, number[], number[]][]) {
      for (const at of [1, 30, 127]) {
        const overlap = look({ ...values, alpha: loads[at] ?? 0 })[name];
        // near the spinodal a rounding of α is a square root of it in m: 1e-15 over the 1e-2 of the first point
        expect(Math.abs(overlap - (overlaps[at] ?? 0)), `${name} ${at}`).toBeLessThan(1e-12);
      }
    }
  });

  test('reach from end to end', () => {
    const { storage, learning } = look({});
    expect(row('lineDimensions', 0)[0]).toBe(0.002);
    expect(row('lineDimensions', 0)[128]).toBeCloseTo(30, 12);
    expect(row('lineDimensions', 2)).toEqual(row('lineDimensions', 0));
    expect(row('lineDimensions', 1)[0]).toBeCloseTo(0.002, 12);
    expect(row('lineDimensions', 1)[128]).toBeCloseTo(0.13, 12);
    expect(row('loads', 0)[0]).toBe(storage);
    expect((row('loads', 1)[0] ?? 0) / learning).toBeCloseTo(1, 14);
    expect(row('loads', 0)[128]).toBeCloseTo(0.001, 12);
    expect(row('loads', 1)[128]).toBeCloseTo(30, 9);
  });

  test('are not there where nothing is learned or stored', () => {
    look({ alphaD: 0.2, temperature: 1.2 });
    for (const k of [1, 2]) expect([...row('loads', k), ...row('overlaps', k)].every(Number.isNaN)).toBe(true);
    look({});
    expect(row('loads', 1).every(Number.isFinite)).toBe(true);
  });
});
