/** The storage line as published, beside the one of this kernel, and which of the two networks have. */
import { beforeAll, describe, expect, test } from 'vitest';
import { loadKernel } from '../../../src/build/catalogue.ts';
import { instantiate, type Kernel } from '../../../src/kernel/instance.ts';
import reference from './reference.json' with { type: 'json' };

let kernel: Kernel;
let names: string[];
beforeAll(async () => {
  const { module, manifest } = await loadKernel('saddle-point-hopfield');
  kernel = instantiate(module, manifest, { seed: 0 });
  names = Object.keys(manifest.observables);
});

/** An observable at so many features and patterns: the kernel has no history. */
function look(name: 'storage' | 'publishedStorage' | 'pattern', alphaD: number, alpha = 0.1): number {
  kernel.params.set([alpha, alphaD, 0]);
  kernel.step();
  return kernel.observables[names.indexOf(name)] ?? Number.NaN;
}

describe('storage as published', () => {
  test.each(reference.storageWithoutT)('is where the linearised equations have a zero: α_D = $alphaD', (expected) => {
    // as in kernel.test.ts: a height is known to rounding, the script's root to 1e-13 or better, relative
    const error = look('publishedStorage', expected.alphaD) - expected.alpha;
    expect(Math.abs(error)).toBeLessThan(1e-11 * expected.alpha);
  });

  // The line published with Negri et al. (2023): the first load of a grid in steps of its last digit that is not stored.
  test.each([
    [0.002, '0.0174'],
    [0.005, '0.0268'],
    [0.01, '0.0365'],
    [0.02, '0.0486'],
    [0.03, '0.0568'],
    [0.05, '0.0680'],
    [0.1, '0.0841'],
    [0.2, '0.0996'],
    [0.5, '0.117'],
    [1, '0.126'],
    [2, '0.131'],
    [5, '0.135'],
    [10, '0.137'],
    [30, '0.138'],
  ] as const)('has the published digits, rounded up, at α_D = %d: %s', (alphaD, digits) => {
    const places = digits.length - 2;
    const first = Math.ceil(look('publishedStorage', alphaD) * 10 ** places);
    expect((first / 10 ** places).toFixed(places)).toBe(digits);
  });

  test('is too high by t²/α_D with many features: the distance to the line of networks goes as 1/α_D', () => {
    const distance = (alphaD: number) => look('publishedStorage', alphaD) - look('storage', alphaD);
    const [near, far] = [distance(7.5) / distance(15), distance(15) / distance(30)];
    // the next term is of 1/α_D²: the deviation from 2 halves
    expect(far).toBeCloseTo(2, 1);
    expect((near - 2) / (far - 2)).toBeGreaterThan(1.9);
    expect((near - 2) / (far - 2)).toBeLessThan(2.1);
  });
});

test('networks store what is below the storage line with t, and not what is below the one without', async () => {
  const dynamics = await loadKernel('dynamics-hopfield');
  const setup = { N: 1500, patterns: 1 };
  /** Where a network of its own disorder settles that starts on a stored pattern. */
  const settled = (alpha: number) =>
    [1, 2, 3, 4, 5, 6].map((seed) => {
      const start = { seed, setup, params: { alpha, alphaD: 0.05 } };
      const network = instantiate(dynamics.module, dynamics.manifest, start);
      for (let t = 0; t < 40; ++t) network.step();
      return network.observables[1] ?? Number.NaN;
    });
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  // one network is off by 0.0013 (40 of them, between N = 1000 and 2000), and N = 1000 and 4000 agree to 0.0003
  expect(Math.abs(mean(settled(0.01)) - look('pattern', 0.05, 0.01))).toBeLessThan((4 * 0.0013) / Math.sqrt(6) + 3e-4);
  const { alpha, overlap } = reference.storageWithoutT.find(({ alphaD }) => alphaD === 0.05) ?? {
    alpha: 0,
    overlap: 0,
  };
  expect(alpha).toBeGreaterThan(0.05);
  // 0.22 on average at α = 0.04 and N = 2000, from network to network ± 0.15
  expect(mean(settled(0.05))).toBeLessThan(overlap - 0.4);
});
