import { beforeAll, describe, expect, test } from 'vitest';
import { dot, load, type Models, pair, values, write } from './probe/load.mts';

let models: Models;
beforeAll(async () => {
  models = await load('debug');
});

const never = 1e12; // a noise so large that the observation says nothing
const [N, delta2, delta3] = [24, 0.5, 0.8];

/** A walker on the instance of a seed: what it knows at any point, for a tensor of assumed noise. */
function walk(seed: number) {
  const model = models.drawMatrixTensor(seed, N);
  const walker = models.walker(model);
  const at = (x: ArrayLike<number>, assumed: number, d2 = delta2) => {
    write(models, models.walkerPoint(walker), x);
    models.look(walker);
    models.pull(walker, d2, delta3, assumed);
    return {
      energy: N * models.walkerEnergy(walker, d2, delta3, assumed),
      radial: models.walkerRadial(walker),
      force: values(models, models.walkerForce(walker), N),
    };
  };
  return { model, walker, signal: values(models, models.matrixTensorSignal(model), N), at };
}

describe('the landscape of a walker', () => {
  test('that assumes what is true is the model’s', () => {
    const { model, signal, at } = walk(5);
    const [, x] = pair(N, 0.4);
    const { energy, radial, force } = at(x, delta3);
    const [point, out] = [models.vector(N), models.vector(N)];
    write(models, point, x);
    const m = dot(x, signal) / N;
    const noise = N * models.noiseMatrixTensor(model, delta2, delta3, point, out);
    expect(Math.abs(energy - noise + N * models.f(m, delta2, delta3))).toBeLessThan(1e-12 * N);
    const slope = models.fPrime(m, delta2, delta3);
    values(models, out, N).forEach((value, i) => {
      const whole = value + slope * (signal[i] ?? 0);
      expect(Math.abs((force[i] ?? 0) + radial * (x[i] ?? 0) - whole)).toBeLessThan(1e-12);
    });
    expect(Math.abs(dot(force, x))).toBeLessThan(1e-12 * N);
  });

  test('weighs noise and signal of the tensor alike, by Δ₃ over what is assumed, and leaves the matrix alone', () => {
    const { at } = walk(6);
    const [, x] = pair(N, -0.3);
    const matrix = at(x, never);
    const whole = at(x, delta3);
    for (const assumed of [1, 4, 50]) {
      const { energy, force } = at(x, assumed);
      const weight = delta3 / assumed;
      expect(Math.abs(energy - matrix.energy - weight * (whole.energy - matrix.energy))).toBeLessThan(1e-9);
      force.forEach((value, i) => {
        const [alone = 0, both = 0] = [matrix.force[i], whole.force[i]];
        expect(Math.abs(value - alone - weight * (both - alone))).toBeLessThan(1e-9);
      });
    }
  });

  test('has minus the gradient of the energy as its force: central differences are off by h² times a constant', () => {
    const { signal, at } = walk(7);
    const [x] = pair(N, 1);
    const assumed = 1.7;
    for (const [, direction] of [pair(N, 0.3), pair(N, -0.8), [x, signal] as const]) {
      const shifted = (s: number) =>
        at(
          x.map((value, i) => value + s * (direction[i] ?? 0)),
          assumed,
        ).energy;
      // the matrix part is a quadratic form, so the coefficient of h³ is the tensor part of H of the direction itself
      const cubic = at(direction, assumed, never).energy;
      const { force, radial } = at(x, assumed);
      const exact = -dot(force, direction) - radial * dot(x, direction);
      // f32 gives F to 2e-7 of |F| < 8 √N, hence H to 2e-7 |x||F| with |x| < 2√N at h ≤ 1
      for (const h of [1, 0.5, 0.25]) {
        const difference = (shifted(h) - shifted(-h)) / (2 * h);
        expect(Math.abs(difference - exact - h * h * cubic)).toBeLessThan(8e-5 / h);
      }
      expect(Math.abs(cubic)).toBeGreaterThan(8e-4);
    }
  });
});

describe('a step', () => {
  test('stays on the sphere, and its noise is white, tangent and of variance 2T/dt', () => {
    const { walker, at } = walk(8);
    const [x, y] = pair(N, 0.2);
    const [temperature, dt, draws] = [0.7, 0.05, 4000];
    const random = models.stream(1, 5);
    const across = y.map((value, i) => (value - 0.2 * (x[i] ?? 0)) / Math.sqrt((1 - 0.04) * N));
    let [along, total] = [0, 0];
    for (let draw = 0; draw < draws; ++draw) {
      const { force } = at(x, delta3);
      models.shake(walker, temperature, dt, random);
      const noise = values(models, models.walkerForce(walker), N).map((value, i) => value - (force[i] ?? 0));
      expect(Math.abs(dot(noise, x))).toBeLessThan(1e-10);
      along += dot(noise, across) ** 2 / draws;
      total += dot(noise, noise) / (N - 1) / draws;
      models.move(walker, dt);
      const point = values(models, models.walkerPoint(walker), N);
      expect(Math.abs(dot(point, point) / N - 1)).toBeLessThan(1e-14);
    }
    // squares of normal numbers: relative variance 2 each; 4 sigma
    const variance = (2 * temperature) / dt;
    expect(Math.abs(along / variance - 1)).toBeLessThan(4 * Math.sqrt(2 / draws));
    expect(Math.abs(total / variance - 1)).toBeLessThan(4 * Math.sqrt(2 / draws / (N - 1)));
  });

  test('without a landscape is Brownian motion on the sphere: ⟨x(t) · x(0)⟩/N = exp(−(1 − 1/N) T t)', async () => {
    const [temperature, dt, steps, runs] = [1, 0.02, 50, 1500];
    const free = await load('release');
    const walker = free.walker(free.drawMatrixTensor(1, N));
    const random = free.stream(2, 5);
    const [x] = pair(N, 1);
    const correlations = Array.from({ length: runs }, () => {
      write(free, free.walkerPoint(walker), x);
      free.look(walker);
      for (let step = 0; step < steps; ++step) {
        free.pull(walker, never, never, never);
        free.shake(walker, temperature, dt, random);
        free.move(walker, dt);
      }
      return dot(values(free, free.walkerPoint(walker), N), x) / N;
    });
    const mean = correlations.reduce((sum, value) => sum + value) / runs;
    const variance = correlations.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (runs - 1);
    // a step multiplies by N^(1/2)/|y|, about (1 + 2T dt)^(-1/2) = exp(-T dt + T² dt²): the exponent is off by T² dt t
    const exact = Math.exp(-(1 - 1 / N) * temperature * dt * steps);
    expect(Math.abs(mean - exact)).toBeLessThan(4 * Math.sqrt(variance / runs) + exact * dt);
  });
});
