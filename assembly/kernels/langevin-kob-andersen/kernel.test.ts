import { beforeAll, expect, test } from 'vitest';
import { loadKernel } from '../../../src/build/catalogue.ts';
import { instantiate, type Kernel } from '../../../src/kernel/instance.ts';
import type { Values } from '../../../src/kernel/manifest.ts';
import { mean, sem } from '../../models/probe/statistics.mts';

type Loaded = Awaited<ReturnType<typeof loadKernel>>;
let langevin: Loaded;
let newton: Loaded;
beforeAll(async () => {
  langevin = await loadKernel('langevin-kob-andersen');
  newton = await loadKernel('molecular-dynamics-kob-andersen');
});

const start = ({ module, manifest }: Loaded, seed: number, setup: Values, params: Values) =>
  instantiate(module, manifest, { seed, setup, params });
const value = (run: Kernel, name: string) =>
  run.observables[Object.keys(run.manifest.observables).indexOf(name)] ?? Number.NaN;
const seeds = (count: number) => Array.from({ length: count }, (_, seed) => seed + 1);
const at = (array: ArrayLike<number>, k: number) => array[k] ?? Number.NaN;

/** Mean of the energy over a time. */
function energy(run: Kernel, time: number, dt: number): number {
  let [sum, count] = [0, 0];
  for (let step = 1; step <= Math.round(time / dt); ++step) {
    run.step();
    if (step % 20 > 0) continue;
    sum += value(run, 'energy');
    ++count;
  }
  return sum / count;
}

test.each([
  [2, 4e-4, 0.15],
  [3, 2e-4, 0.15],
])('in %d dimensions its equilibrium at T = 1 is that of molecular dynamics, at dt = %d', (dimension, dt, bound) => {
  const setup = { dimension, N: dimension === 2 ? 200 : 128, initialTemperature: 1 };
  const params = { temperature: 1 };
  const [overdamped, inertial] = [
    seeds(8).map((seed) => energy(start(langevin, seed, { ...setup, dt }, params), dimension === 2 ? 4 : 1, dt)),
    seeds(8).map((seed) =>
      energy(start(newton, seed, { ...setup, dt: 0.005 }, params), dimension === 2 ? 12 : 6, 0.005),
    ),
  ];
  // Both err by dt² in equilibrium, MD by less than 3e-3 (halving dt) and (2) by less than 0.01; Euler's scheme is off by
  // 0.19 in two dimensions at this dt. 4 sigma
  const tolerance = 4 * Math.hypot(sem(overdamped), sem(inertial)) + 0.01;
  expect(tolerance).toBeLessThan(bound);
  expect(Math.abs(mean(overdamped) - mean(inertial))).toBeLessThan(tolerance);
});

test('a step goes dt times the force and the noise of T', () => {
  const setup = { N: 1500, initialTemperature: 1 };
  const step = (dt: number, temperature: number) => {
    const run = start(langevin, 5, { ...setup, dt }, { temperature });
    const before = value(run, 'energy') * 1500;
    run.step();
    return { fall: before - value(run, 'energy') * 1500, moves: Float64Array.from(run.field('displacements')) };
  };
  const squares = (moves: Float64Array) => moves.reduce((sum, x) => sum + x * x, 0);
  const cold = step(1e-4, 0);
  const error = ({ fall, moves }: { fall: number; moves: Float64Array }, dt: number) =>
    (fall * dt) / squares(moves) - 1;
  // dU = −|F|² dt (1 − O(dt)), of which halving dt shows the constant: about 0.03 at dt = 1e-4
  const [coarse, fine] = [error(cold, 1e-4), error(step(5e-5, 0), 5e-5)];
  expect(Math.abs(2 * fine - coarse)).toBeLessThan(0.005);
  const warm = step(1e-4, 5);
  const noise = warm.moves.map((x, k) => x - at(cold.moves, k));
  // the mean of two noises has half the variance: T dt; 3,000 numbers, 4 sigma
  expect(Math.abs(squares(noise) / 3000 / (5 * 1e-4) - 1)).toBeLessThan(4 * Math.sqrt(2 / 3000));
  for (const k of [0, 1]) {
    const drift = noise.reduce((sum, x, i) => (i % 2 === k ? sum + x : sum), 0);
    expect(Math.abs(drift)).toBeLessThan(1e-12);
  }
});

test('noises of steps add up as those of (1): free diffusion of 2T on short times', () => {
  const setup = { N: 1500, initialTemperature: 1, dt: 5e-5 };
  const path = (temperature: number) => {
    const run = start(langevin, 6, setup, { temperature });
    for (let n = 0; n < 3; ++n) run.step();
    return Float64Array.from(run.field('displacements'));
  };
  const [warm, cold] = [path(0.02), path(0)];
  const square = warm.reduce((sum, x, k) => sum + (x - at(cold, k)) ** 2, 0) / 3000;
  // three steps but half a noise; the force answers the noise with k dt of it, k up to 1000, in one step of two: -4 %
  expect(Math.abs(square / (2 * 0.02 * 2.5 * 5e-5) - 1)).toBeLessThan(0.04 + 4 * Math.sqrt(2 / 3000));
});

test('after a quench the energy falls, and what has waited longer forgets more slowly', () => {
  const gains = seeds(4).map((seed) => {
    const run = start(langevin, seed, { N: 200, initialTemperature: 3 }, { temperature: 0.3 });
    const before = value(run, 'energy');
    for (let step = 0; step < 25000; ++step) run.step();
    expect(value(run, 'energy')).toBeLessThan(before - 1);
    const lag = run.field('lags').findIndex((t) => t > 1);
    const scattering = run.field('selfScattering');
    return at(scattering, 3 * 48 + lag) - at(scattering, lag);
  });
  // measured: 0.36 with a deviation of 0.08; 4 runs, 4 sigma
  expect(mean(gains)).toBeGreaterThan(0.36 - 4 * 0.04);
});
