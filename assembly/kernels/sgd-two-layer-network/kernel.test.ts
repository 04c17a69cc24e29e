import { beforeAll, describe, expect, test } from 'vitest';
import { loadKernel } from '../../../src/build/catalogue.ts';
import { instantiate, type Kernel } from '../../../src/kernel/instance.ts';
import type { Values } from '../../../src/kernel/manifest.ts';
import { mean, sem } from '../../models/probe/statistics.mts';
import reference from './reference.json' with { type: 'json' };

let kernel: Awaited<ReturnType<typeof loadKernel>>;
beforeAll(async () => {
  kernel = await loadKernel('sgd-two-layer-network');
});

const [digits, randomLabels, teacher] = [0, 1, 2];
const start = (seed: number, setup: Values, learningRate: number) =>
  instantiate(kernel.module, kernel.manifest, { seed, setup, params: { learningRate } });
const observe = (run: Kernel) => {
  const [, , gradientNorm = Number.NaN, loss = Number.NaN, trainAccuracy, accuracy = Number.NaN] = run.observables;
  return { gradientNorm, loss, trainAccuracy, accuracy };
};
const walk = (run: Kernel, steps: number) => {
  for (let t = 0; t < steps; ++t) run.step();
};
/** The weights that are shown, at most the first `count`. */
const weights = (run: Kernel, count: number) => Array.from(run.field('weights').slice(0, count));
/** Δ(t_w, t_w + t) where both are among those that are kept. */
function displacement(run: Kernel, wait: number, lag: number): number {
  const lags = [...run.field('lags')];
  const [w, l] = [[...run.field('waits')].indexOf(wait), lags.indexOf(lag)];
  if (w < 0 || l < 0) throw new Error(`no waiting time ${wait} or no lag ${lag}`);
  return run.field('delta')[w * lags.length + l] ?? Number.NaN;
}
const noise = (run: Kernel, wait: number) =>
  run.field('gradientNoise')[[...run.field('waits')].indexOf(wait)] ?? Number.NaN;

describe.each([
  [randomLabels, 0],
  [randomLabels, 1],
  [teacher, 0],
  [teacher, 1],
])('a small network with data %d and loss %d', (data, crossEntropy) => {
  const [width, inputs, eta] = [7, 5, 0.1];
  const outputs = crossEntropy ? 2 : 1;
  const M = width * (inputs + 1) + outputs * (width + 1);
  const small = () => start(2, { data, crossEntropy, width, inputs, P: 40, batch: 6 }, eta);

  test('shows all its weights, and moves them by the rate times the norm of the gradient', () => {
    const run = small();
    for (let t = 0; t < 50; ++t) {
      const before = weights(run, M);
      run.step();
      const moved = weights(run, M).map((value, k) => value - (before[k] ?? 0));
      const length = Math.sqrt(moved.reduce((sum, value) => sum + value ** 2, 0));
      expect(Math.abs(length - eta * observe(run).gradientNorm)).toBeLessThan(1e-14);
    }
    expect([...run.field('weights').slice(M)].every(Number.isNaN)).toBe(true);
  });

  test('follows a gradient under which scaling a hidden unit up and its outputs down costs nothing', () => {
    // max(0, s x) = s max(0, x): w · ∂L/∂w + c ∂L/∂c of a unit is v · ∂L/∂v of the weights v that leave it
    const run = small();
    for (let t = 0; t < 50; ++t) {
      const w = weights(run, M);
      run.step();
      const gradient = weights(run, M).map((value, k) => ((w[k] ?? 0) - value) / eta);
      for (let unit = 0; unit < width; ++unit) {
        const along = (places: number[]) => places.reduce((sum, k) => sum + (w[k] ?? 0) * (gradient[k] ?? 0), 0);
        const into = [...Array.from({ length: inputs }, (_, i) => unit * inputs + i), width * inputs + unit];
        const from = Array.from({ length: outputs }, (_, c) => width * (inputs + 1) + c * width + unit);
        // the gradient is recovered from weights of order one: 1e-16/η for each of ten terms
        expect(Math.abs(along(into) - along(from))).toBeLessThan(1e-13);
      }
    }
  });

  test('keeps the mean squared displacements of its weights', () => {
    const run = small();
    const path = [weights(run, M)];
    for (let t = 1; t <= 150; ++t) {
      run.step();
      path.push(weights(run, M));
    }
    const lags = [...run.field('lags')];
    [...run.field('waits')].forEach((wait, w) => {
      lags.forEach((lag, l) => {
        const kept = run.field('delta')[w * lags.length + l] ?? 0;
        const [then, now] = [path[wait], path[wait + lag]];
        if (!then || !now) expect(kept).toBeNaN();
        else expect(Math.abs(kept - mean(now.map((value, k) => (value - (then[k] ?? 0)) ** 2)))).toBeLessThan(1e-15);
      });
    });
  });
});

test('gradients of batches scatter by D/B', () => {
  // at rest (η = 0) ⟨|∇L_B|²⟩ = |∇L|² + D/B, where D is measured at t_w = 10
  const squares = (batch: number) => {
    const run = start(4, { data: digits, P: 60, width: 10, batch }, 0);
    const all = Array.from({ length: 4000 }, () => {
      run.step();
      return observe(run).gradientNorm ** 2;
    });
    return { mean: mean(all), sem: sem(all), D: noise(run, 10) };
  };
  const [few, many] = [squares(2), squares(8)];
  const tolerance = 4 * Math.hypot(few.sem, many.sem);
  expect(tolerance / (few.mean - many.mean)).toBeLessThan(0.1);
  expect(Math.abs(few.mean - many.mean - few.D * (1 / 2 - 1 / 8))).toBeLessThan(tolerance);
});

describe('random labels are learnt as by an independent program', () => {
  const decades = (values: number[]) => values.map(Math.log10);
  test.each(reference.widths)('with $width hidden units', ({ width, losses, displacements }) => {
    const setup = { data: randomLabels, crossEntropy: 0, width, P: 400, batch: 20, inputs: 20 };
    const runs = Array.from({ length: reference.runs }, (_, seed) => {
      const run = start(seed, setup, 0.5);
      const seen = losses.map(({ t }) => {
        walk(run, t - run.steps);
        return observe(run).loss;
      });
      walk(run, reference.wait + 7730 - run.steps);
      return { seen, moved: displacements.map(({ lag }) => displacement(run, reference.wait, lag)) };
    });
    // two samples of eight runs: the error of the difference of their means, and 4 sigma
    const agree = (ours: number[], theirs: { mean: number; deviation: number }) => {
      const error = Math.hypot(sem(decades(ours)), theirs.deviation / Math.sqrt(reference.runs));
      expect(Math.abs(mean(decades(ours)) - theirs.mean)).toBeLessThan(4 * error);
    };
    for (const [k, expected] of losses.entries())
      agree(
        runs.map(({ seen }) => seen[k] ?? Number.NaN),
        expected,
      );
    for (const [k, expected] of displacements.entries()) {
      agree(
        runs.map(({ moved }) => moved[k] ?? Number.NaN),
        expected,
      );
    }
  });
});

describe('handwritten digits', () => {
  test('a wide network learns them by heart and diffuses on a flat bottom; a narrow one does neither', () => {
    const [eta, batch, wait] = [0.05, 8, 10_000];
    const learn = (width: number, lag: number) => {
      const M = width * 197 + 10 * (width + 1);
      return Array.from({ length: 6 }, (_, seed) => {
        const run = start(seed, { data: digits, crossEntropy: 1, width, P: 500, batch }, eta);
        walk(run, wait + lag);
        const free = (eta ** 2 * noise(run, wait) * lag) / (batch * M);
        return { ratio: displacement(run, wait, lag) / free, ...observe(run) };
      });
    };
    const [wide, narrow] = [learn(50, 31), learn(3, 98)];
    expect(wide.map(({ trainAccuracy }) => trainAccuracy)).toEqual(wide.map(() => 1));
    expect(Math.max(...wide.map(({ loss }) => loss))).toBeLessThan(0.003);
    expect(Math.min(...narrow.map(({ loss }) => loss))).toBeGreaterThan(0.2);
    // 4 sigma of a mean over seeds, and the drift along the mean gradient, which grows like t: measured 0.8 at t = 308
    const [ratios, held] = [wide, narrow].map((runs) => runs.map(({ ratio }) => ratio)) as [number[], number[]];
    const tolerance = 4 * sem(ratios) + 0.1;
    expect(tolerance).toBeLessThan(0.6);
    expect(Math.abs(mean(ratios) - 1)).toBeLessThan(tolerance);
    expect(mean(held) + 4 * sem(held)).toBeLessThan(0.5);
  });

  test('what is shown is held out, and accuracies hold between measurements', () => {
    const run = start(3, { data: digits, width: 30, P: 500, batch: 16 }, 0.05);
    walk(run, 479);
    const measured = observe(run);
    const [labels, predictions, images] = [run.field('labels'), run.field('predictions'), run.field('images')];
    expect(measured.accuracy).toBeGreaterThan(0.75);
    // of the first 36 as many are right as of all 500: 4 sigma of a binomial
    const right = mean([...labels].map((label, k) => Number(label === predictions[k])));
    const q = measured.accuracy;
    expect(Math.abs(right - q)).toBeLessThan(4 * Math.sqrt((q * (1 - q)) / 36));
    expect(Math.max(...images)).toBe(15);
    for (let c = 0; c < 10; ++c) expect([...labels.slice(0, 30)].filter((label) => label === c).length).toBe(3);
    run.step();
    expect({ ...observe(run), gradientNorm: measured.gradientNorm }).toEqual(measured);
    walk(run, 580 - 480);
    expect(observe(run).loss).not.toBe(measured.loss);
  });
});
