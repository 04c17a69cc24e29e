import { beforeAll, describe, expect, test } from 'vitest';
import { dot, load, type Models, pair, put, values } from './probe/load.mts';
import { mean } from './probe/statistics.mts';

let models: Models;
beforeAll(async () => {
  models = await load('release');
});

/** H and F anywhere; H = −F · x/p. */
function at(model: number, x: Float64Array) {
  const out = models.vector(x.length);
  const energy = x.length * models.pSpinForce(model, put(models, x), out);
  return { energy, force: values(models, out, x.length) };
}

describe.each([2, 3])('the landscape of p = %d', (p) => {
  test('has F = −∇H: central differences are off by h² times a cubic form', () => {
    const N = 30;
    const model = models.drawPSpin(3, p, N);
    const [x, direction] = pair(N, 0.2).map((v) => Float64Array.from(v)) as [Float64Array, Float64Array];
    const { force } = at(model, x);
    const energy = (h: number) =>
      at(
        model,
        x.map((value, i) => value + h * (direction[i] ?? 0)),
      ).energy;
    const error = (h: number) => (energy(h) - energy(-h)) / (2 * h) + dot(force, direction);
    // H is a form of degree p, so the error is h² H(direction) for p = 3 and nothing for p = 2. f32 gives F to 2e-7 |F|,
    // H = -x·F/p to 2e-7 |x||F|/p, with |F| below 1.5 √N and, at h = 1, |x|ᵖ below (2 √N)ᵖ: 2e-7 · 8 N
    const form = p === 3 ? at(model, direction).energy : 0;
    for (const h of [1, 0.5, 0.25]) expect(Math.abs(error(h) - h * h * form)).toBeLessThan((1.6e-6 * N) / h);
    expect(Math.abs(dot(force, direction))).toBeGreaterThan(0.1);
  });

  test('has H = −F · x/p and Cov[H(x), H(y)] = N qᵖ/2, exact at every N', () => {
    const [N, q, seeds] = [12, 0.6, 4000];
    const [x, y] = pair(N, q).map((v) => Float64Array.from(v)) as [Float64Array, Float64Array];
    const overlap = dot(x, y) / N;
    const products: number[] = [];
    const squares: number[] = [];
    for (let seed = 0; seed < seeds; ++seed) {
      const model = models.drawPSpin(seed, p, N);
      const [a, b] = [at(model, x), at(model, y)];
      if (seed < 20) expect(Math.abs(a.energy + dot(a.force, x) / p)).toBeLessThan(1e-5);
      products.push((a.energy * b.energy) / N);
      squares.push(a.energy ** 2 / N);
    }
    // a product of Gaussians has variance v² + c² ≤ 2 v², v = 1/2: 4 sigma
    const bound = (4 * Math.SQRT1_2) / Math.sqrt(seeds);
    expect(Math.abs(mean(squares) - 0.5)).toBeLessThan(bound);
    expect(Math.abs(mean(products) - overlap ** p / 2)).toBeLessThan(bound);
  });
});

test('the seeds of several systems are different ones, and the first is the given one', () => {
  const seeds = [0, 1, 2, 4294967295].flatMap((seed) => {
    expect(models.sampleSeed(seed, 0) >>> 0).toBe(seed);
    return Array.from({ length: 16 }, (_, k) => models.sampleSeed(seed, k) >>> 0);
  });
  expect(new Set(seeds).size).toBe(seeds.length);
});
