import { beforeAll, describe, expect, test } from 'vitest';
import { dot, load, type Models, pair, put, values, write } from './probe/load.mts';

let models: Models;
beforeAll(async () => {
  models = await load('release');
});

const never = 1e12; // a noise so large that the observation says nothing

describe('the noise of the spiked matrix-tensor model', () => {
  test.each([
    [3, 1, 0.5, never],
    [3, 0.6, 0.5, never],
    [3, -0.6, 0.5, 1],
    [10, 1, never, 0.7],
    [10, 0.6, 0.5, 1],
    [10, -0.9, 0.3, 0.4],
  ])('has the covariance N f(q) at N = %d, q = %d, Δ₂ = %d, Δ₃ = %d, not only for large N', (N, q, delta2, delta3) => {
    const instances = 4000;
    const [x, y] = pair(N, q).map((point) => put(models, point));
    const out = models.vector(N);
    let sum = 0;
    for (let seed = 0; seed < instances; ++seed) {
      const model = models.drawMatrixTensor(seed, N);
      const energy = (point = 0) => N * models.noiseMatrixTensor(model, delta2, delta3, point, out);
      sum += energy(x) * energy(y);
    }
    const f = (overlap: number) => overlap ** 2 / (2 * delta2) + overlap ** 3 / (3 * delta3);
    // Wick: Var[H(x) H(y)] = (N f(1))² + (N f(q))²; CLT, 4 sigma
    const sigma = N * Math.sqrt((f(1) ** 2 + f(q) ** 2) / instances);
    expect(Math.abs(sum / instances - N * f(q))).toBeLessThan(4 * sigma);
    expect(models.f(q, delta2, delta3)).toBeCloseTo(f(q), 12);
  });
});

test('f′ and f″ are the derivatives of f', () => {
  // f is a cubic: the error of a central difference is exactly h² f‴/6 = h²/(3 Δ₃), that of f″ from f′ is zero
  const [delta2, delta3, h] = [0.4, 0.9, 0.01];
  for (const q of [-0.7, 0, 0.3, 1]) {
    const slope = (models.f(q + h, delta2, delta3) - models.f(q - h, delta2, delta3)) / (2 * h);
    expect(slope - (h * h) / (3 * delta3)).toBeCloseTo(models.fPrime(q, delta2, delta3), 12);
    const curvature = (models.fPrime(q + h, delta2, delta3) - models.fPrime(q - h, delta2, delta3)) / (2 * h);
    expect(curvature).toBeCloseTo(models.fSecond(q, delta2, delta3), 12);
  }
});

test('the force is minus the gradient of the energy: central differences are off by h² times a constant', () => {
  const [N, delta2, delta3] = [24, 0.5, 0.8];
  const model = models.drawMatrixTensor(5, N);
  const signal = values(models, models.matrixTensorSignal(model), N);
  expect(Math.abs(dot(signal, signal) / N - 1)).toBeLessThan(1e-12);
  const point = models.vector(N);
  const out = models.vector(N);
  const at = (x: Float64Array, tensorOnly = false) => {
    const d2 = tensorOnly ? never : delta2;
    const m = dot(x, signal) / N;
    write(models, point, x);
    const energy = N * (models.noiseMatrixTensor(model, d2, delta3, point, out) - models.f(m, d2, delta3));
    const slope = models.fPrime(m, d2, delta3);
    return { energy, force: values(models, out, N).map((value, i) => value + slope * (signal[i] ?? 0)) };
  };
  const [x] = pair(N, 1);
  for (const [, direction] of [pair(N, 0.3), pair(N, -0.8), [x, signal] as const]) {
    const shifted = (s: number) => at(x.map((value, i) => value + s * (direction[i] ?? 0))).energy;
    const exact = -dot(at(x).force, direction);
    // the matrix part is a quadratic form, so the coefficient of h³ is the tensor part of H of the direction itself;
    // f32 as for the spiked tensor, |F| < 4 · 2.1 √N
    const cubic = at(direction, true).energy;
    for (const h of [1, 0.5, 0.25]) {
      const difference = (shifted(h) - shifted(-h)) / (2 * h);
      expect(Math.abs(difference - exact - h * h * cubic)).toBeLessThan(4e-5 / h);
    }
    expect(Math.abs(cubic)).toBeGreaterThan(10 * 4e-5);
  }
});
