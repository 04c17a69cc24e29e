/** Velocity Verlet and the thermostat by what they must keep. */
import { beforeAll, describe, expect, test } from 'vitest';
import { dot, load, type Models, values, write } from '../probe/load.mts';

let models: Models;
beforeAll(async () => {
  models = await load('release');
});

/** A liquid of temperature T, and its dynamics. */
function liquid(d: number, N: number, T: number, seed = 3) {
  const mixture = models.mixture(d, N);
  const random = models.stream(seed, 3);
  models.equilibrate(mixture, random, T);
  const dynamics = models.newtonian(mixture, random);
  models.heat(dynamics, T);
  return { mixture, dynamics };
}
const velocities = (dynamics: number, n: number) => values(models, models.velocities(dynamics), n);

describe.each([
  [2, 300],
  [3, 300],
])('%d dimensions, without collisions', (d, N) => {
  const n = N * d;
  /** Largest deviation of the energy per particle over a time of 1. */
  function deviation(dt: number): number {
    const { mixture, dynamics } = liquid(d, N, 1);
    const total = () => {
      const v = velocities(dynamics, n);
      return (models.mixtureEnergy(mixture) + dot(v, v) / 2) / N;
    };
    const start = total();
    let worst = 0;
    for (let step = 0; step < Math.round(1 / dt); ++step) {
      models.stepNewton(dynamics, dt, 1, 0);
      worst = Math.max(worst, Math.abs(total() - start));
    }
    return worst;
  }

  test('the energy is conserved to order dt²', () => {
    const [coarse, fine] = [deviation(0.004), deviation(0.002)];
    // 4 but for where in a step pairs cross the cut, which is random: each of the hundreds that do adds ± 0.04 v² dt²
    expect(coarse).toBeLessThan(2e-3);
    expect(coarse / fine).toBeGreaterThan(3);
    expect(coarse / fine).toBeLessThan(5.3);
  });

  test('the momentum stays zero', () => {
    const { dynamics } = liquid(d, N, 1);
    for (let step = 0; step < 500; ++step) models.stepNewton(dynamics, 0.005, 1, step < 250 ? 0 : 5);
    const v = velocities(dynamics, n);
    for (let k = 0; k < d; ++k) {
      const momentum = v.reduce((sum, value, i) => (i % d === k ? sum + value : sum), 0);
      // 500 steps of N rounded forces of about 20 dt
      expect(Math.abs(momentum)).toBeLessThan(1e-10);
    }
  });

  test('reversed velocities lead back to the start', () => {
    const { mixture, dynamics } = liquid(d, N, 1);
    const before = values(models, models.mixtureDisplacements(mixture), n);
    const steps = (count: number) => {
      for (let step = 0; step < count; ++step) models.stepNewton(dynamics, 0.004, 1, 0);
    };
    steps(250);
    const there = values(models, models.mixtureDisplacements(mixture), n);
    write(
      models,
      models.velocities(dynamics),
      velocities(dynamics, n).map((v) => -v),
    );
    steps(250);
    const after = values(models, models.mixtureDisplacements(mixture), n);
    const distance = (a: Float64Array, b: Float64Array) =>
      Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? Number.NaN))));
    expect(distance(there, before)).toBeGreaterThan(0.3);
    // rounding, 1e-15 of positions about 10, grows with the Lyapunov exponent, at most 6 here, over a time of 2
    expect(distance(after, before)).toBeLessThan(1e-15 * 10 * Math.exp(12));
  });
});

test.each([
  [2, 400, 0.5],
  [3, 400, 2],
])('collisions bring %d dimensions of N = %d to T = %d: mean and fluctuations of the kinetic energy', (d, N, T) => {
  const { dynamics } = liquid(d, N, 1);
  const n = N * d;
  const samples: number[] = [];
  for (let step = 0; step < 6000; ++step) {
    models.stepNewton(dynamics, 0.004, T, 10);
    if (step < 1500 || step % 50 !== 0) continue;
    const v = velocities(dynamics, n);
    samples.push(dot(v, v) / (d * (N - 1)) / T);
  }
  const freedom = d * (N - 1);
  const mean = samples.reduce((sum, value) => sum + value, 0) / samples.length;
  const variance = samples.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (samples.length - 1);
  // 90 samples of χ²/freedom, one each two collisions of a particle and so independent to e⁻²: 1 ± √(2/freedom). Verlet
  // shifts the mean by about dt² ω²/8 = 1e-3 (ω² about 500)
  const sigma = Math.sqrt(2 / freedom);
  expect(samples.length).toBe(90);
  expect(Math.abs(mean - 1)).toBeLessThan(4 * sigma * Math.sqrt(1.3 / 90) + 2e-3);
  expect(Math.abs(variance / sigma ** 2 - 1)).toBeLessThan(4 * Math.sqrt(2 / 70));
});

test('in each step a particle collides with probability 1 − exp(−ν dt)', () => {
  const [N, rate, dt] = [1000, 20, 0.01];
  const { dynamics } = liquid(2, N, 1);
  const counts = Array.from({ length: 5 }, () => {
    models.heat(dynamics, 1);
    models.stepNewton(dynamics, dt, 0, rate);
    // a bath of T = 0 gives all who collide one velocity
    const same = new Map<number, number>();
    velocities(dynamics, 2 * N).forEach((v, i) => {
      if (i % 2 === 0) same.set(v, (same.get(v) ?? 0) + 1);
    });
    return Math.max(...same.values());
  });
  const p = 1 - Math.exp(-rate * dt);
  const mean = counts.reduce((sum, count) => sum + count, 0) / 5;
  // binomial, 5 N trials; 4 sigma
  expect(Math.abs(mean / N - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / (5 * N)));
});

test('collisions that are rare come as often as they should', () => {
  const [N, dt, each] = [64, 0.001, 0.5];
  const { mixture, dynamics } = liquid(2, N, 1);
  const total = () => {
    const v = velocities(dynamics, 2 * N);
    return models.mixtureEnergy(mixture) + dot(v, v) / 2;
  };
  let collisions = 0;
  for (let step = 0; step < 600; ++step) {
    models.heat(dynamics, 1);
    const before = total();
    models.stepNewton(dynamics, dt, 0, each / (N * dt));
    // who collides with a bath of T = 0 loses its kinetic energy, above 0.01 in 99 of 100 cases; Verlet errs by 1e-3
    if (before - total() > 0.01) ++collisions;
  }
  const p = 1 - Math.exp(-each);
  expect(Math.abs(collisions / 600 - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / 600) + 0.01 * p);
});
