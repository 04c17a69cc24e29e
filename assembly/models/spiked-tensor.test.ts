import { beforeAll, describe, expect, test } from 'vitest';
import { dot, load, type Models, pair, put, values, write } from './probe/load.mts';

let models: Models;
beforeAll(async () => {
  models = await load('release');
});

/** Noise part of H at each point of `points`, for the instance of `seed`. */
function noiseEnergies(seed: number, points: Float64Array[]): number[] {
  const N = points[0]?.length ?? 0;
  const model = models.drawTensor(seed, N);
  const out = models.vector(N);
  return points.map((x) => N * models.noiseTensor(model, put(models, x), out));
}

describe('the noise of the spiked tensor', () => {
  test.each([
    [3, 1],
    [3, -0.6],
    [10, 1],
    [10, 0.6],
    [10, -0.9],
  ])('has the covariance N q³/2 at N = %d, q = %d, not only for large N', (N, q) => {
    const instances = 4000;
    const points = pair(N, q);
    let sum = 0;
    for (let seed = 0; seed < instances; ++seed) {
      const [hx = 0, hy = 0] = noiseEnergies(seed, points);
      sum += hx * hy;
    }
    const variance = N / 2;
    const covariance = (N * q ** 3) / 2;
    // Wick: Var[H(x) H(y)] = variance² + covariance²; CLT, 4 sigma. Without repeated indices the variance would be 2/9
    // of N/2 at N = 3 and 0.72 of it at N = 10: 12 sigma off
    const sigma = Math.sqrt((variance ** 2 + covariance ** 2) / instances);
    expect(Math.abs(sum / instances - covariance)).toBeLessThan(4 * sigma);
  });

  test.each([3, 12])('has a gradient of mean square N f′(1) + f″(1) at N = %d', (N) => {
    const instances = 4000;
    const [x] = pair(N, 1);
    const out = models.vector(N);
    const point = put(models, x);
    const squares: number[] = [];
    for (let seed = 0; seed < instances; ++seed) {
      models.noiseTensor(models.drawTensor(seed, N), point, out);
      const force = values(models, out, N);
      squares.push(dot(force, force));
    }
    const mean = squares.reduce((sum, square) => sum + square) / instances;
    const variance = squares.reduce((sum, square) => sum + (square - mean) ** 2, 0) / instances;
    expect(models.noiseVariance(N)).toBe((3 * N) / 2 + 3);
    expect(Math.abs(mean - ((3 * N) / 2 + 3))).toBeLessThan(4 * Math.sqrt(variance / instances));
  });
});

describe('the force of the spiked tensor', () => {
  const N = 24;
  const r = 3;

  /** H at x and F at x. */
  function landscape(model: number, signal: Float64Array) {
    const point = models.vector(N);
    const out = models.vector(N);
    return (x: Float64Array) => {
      const m = dot(x, signal) / N;
      write(models, point, x);
      const energy = N * (models.noiseTensor(model, point, out) + models.signalEnergy(r, m));
      models.addSignal(model, r, m * m, out);
      return { energy, force: values(models, out, N) };
    };
  }

  test('is minus the gradient of the energy: central differences differ by h² times the third derivative', () => {
    const model = models.drawTensor(5, N);
    const signal = values(models, models.tensorSignal(model), N);
    const at = landscape(model, signal);
    const [x] = pair(N, 1);
    for (const [, direction] of [pair(N, 0.3), pair(N, -0.8), [x, signal] as const]) {
      const difference = (h: number) => {
        const shifted = (s: number) => at(x.map((value, i) => value + s * (direction[i] ?? 0))).energy;
        return (shifted(h) - shifted(-h)) / (2 * h);
      };
      // H is a cubic along a line, so the error is exactly h² times the coefficient of h³, which is H of the direction
      // itself. f32 gives F to 2e-7 |F|, hence H = -x·F/3 to 2e-7 |x||F|/3 < 2e-5, as |x| < 2√N and |F| < 4 · 1.3 √N at
      // h <= 1
      const exact = -dot(at(x).force, direction);
      const cubic = at(direction).energy;
      for (const h of [1, 0.5, 0.25]) expect(Math.abs(difference(h) - exact - h * h * cubic)).toBeLessThan(2e-5 / h);
      expect(Math.abs(cubic)).toBeGreaterThan(10 * 2e-5);
    }
  });

  test('averaged over points depends on their second moment alone', () => {
    const model = models.drawTensor(6, N);
    const M = models.matrix(N);
    const scratch = models.vector(N);
    const out = models.vector(N);
    const points = [0.9, 0.2, -0.5].map((q) => pair(N, q)[1]);
    const mean = new Float64Array(N);
    for (const x of points) {
      const point = put(models, x);
      models.addSquare(M, 1 / points.length, point, scratch);
      models.noiseTensor(model, point, out);
      values(models, out, N).forEach((value, i) => {
        mean[i] = (mean[i] ?? 0) + value / points.length;
      });
    }
    models.meanNoise(model, M, out);
    // f32 gives either side to 2e-7 of its norm, near √(3N/2) = 6, and M is rounded by 5 · 2^-24 on top: 3e-6
    values(models, out, N).forEach((value, i) => {
      expect(Math.abs(value - (mean[i] ?? 0))).toBeLessThan(3e-6);
    });
  });
});

test('the signal is a point of the sphere |x*|² = N', () => {
  const signal = values(models, models.tensorSignal(models.drawTensor(9, 50)), 50);
  expect(Math.abs(dot(signal, signal) / 50 - 1)).toBeLessThan(1e-12);
});
