import { beforeAll, describe, expect, test } from 'vitest';
import { dot, load, type Models, put, values, write } from './probe/load.mts';
import reference from './reference/two-layer-network.json' with { type: 'json' };

let models: Models;
beforeAll(async () => {
  models = await load('release');
});

const { inputs, width, outputs, batch, rate, runs } = reference;
type Run = (typeof runs)[number];
const kinds = runs.map((run) => ({ name: run.crossEntropy ? 'cross-entropy' : 'squared error', run }));
const norm = (v: ArrayLike<number>) => Math.sqrt(dot(v, v));
const minus = (a: ArrayLike<number>, b: ArrayLike<number>) => Array.from(a, (value, i) => value - (b[i] ?? 0));

/** A network with these weights, and a pass with these samples of the run. */
function prepare(run: Run, weights: ArrayLike<number>, chosen: readonly number[]) {
  const network = models.network(inputs, width, outputs, run.crossEntropy === 1);
  const w = put(models, weights);
  models.setWeights(network, w);
  const pass = models.pass(network, chosen.length);
  const present = (samples: readonly number[]) =>
    samples.forEach((mu, b) => {
      models.present(pass, b, put(models, run.x[mu] ?? []), put(models, run.y[mu] ?? []));
    });
  present(chosen);
  const read = () => {
    models.getWeights(network, w);
    return values(models, w, weights.length);
  };
  const move = (s: number) => models.moveWeights(network, pass, s, models.networkWeights(network));
  return { network, pass, present, read, move, evaluate: () => models.evaluate(network, pass), w };
}

const all = runs[0]?.x.map((_, mu) => mu) ?? [];

describe.each(kinds)('with $name', ({ run }) => {
  test('the gradient is that of central differences, whose error falls by 4 when h is halved', () => {
    const net = prepare(run, run.start, all);
    net.evaluate();
    models.propagate(net.network, net.pass);
    net.move(1);
    const gradient = minus(run.start, net.read());
    const lossAt = (k: number, h: number) => {
      write(models, net.w, run.start);
      new Float64Array(models.memory.buffer, net.w, run.start.length)[k] = (run.start[k] ?? 0) + h;
      models.setWeights(net.network, net.w);
      return net.evaluate();
    };
    const error = (h: number) =>
      norm(gradient.map((slope, k) => (lossAt(k, h) - lossAt(k, -h)) / (2 * h) - slope)) / norm(gradient);
    // h²/6 times a third derivative of order one, and a rounding of 1e-16/h
    expect(error(1e-3)).toBeLessThan(1e-6);
    expect(error(4e-3) / error(2e-3)).toBeCloseTo(4, 1);
  });

  test('a run is that of complex-step derivatives', () => {
    const net = prepare(run, run.start, run.batches[0] ?? []);
    run.batches.forEach((chosen, t) => {
      net.present(chosen);
      expect(Math.abs(net.evaluate() / batch - (run.batchLosses[t] ?? 0))).toBeLessThan(1e-12);
      models.propagate(net.network, net.pass);
      const square = net.move(rate / batch);
      expect(Math.abs(Math.sqrt(square) / batch - (run.norms[t] ?? 0))).toBeLessThan(1e-12);
    });
    // forty steps of rounding errors of 1e-16, which grow by less than (1 + η times a curvature of order one)^40
    expect(norm(minus(net.read(), run.end))).toBeLessThan(1e-11);
  });

  test('norms of the gradients of single samples, and their variance, are those of complex steps', () => {
    const net = prepare(run, run.start, all);
    net.evaluate();
    models.propagate(net.network, net.pass);
    run.squares.forEach((square, b) => {
      expect(Math.abs(models.gradientSquare(net.pass, b) / square - 1)).toBeLessThan(1e-12);
    });
    const samples = models.samples(all.length, inputs, outputs);
    write(models, models.inputsOf(samples), run.x.flat());
    write(models, models.targetsOf(samples), run.y.flat());
    const exam = models.examination(net.network);
    expect(Math.abs(models.varianceOf(exam, samples) / run.variance - 1)).toBeLessThan(1e-12);
    const end = prepare(run, run.end, all);
    expect(Math.abs(models.lossOf(models.examination(end.network), samples) - run.loss)).toBeLessThan(1e-12);
  });
});

test('a network whose hidden units are silent learns as its biases do: g + e^g = 1 + 2ηt', () => {
  // z₁ − z₀ = g has dg/dt = 2η/(1 + e^g) for the one sample of class 1, and g = 0 at the start
  const error = (eta: number) => {
    const network = models.network(2, 3, 2, true);
    const silent = [0, 0, 0, 0, 0, 0, -1, -1, -1, 1, 2, 3, 4, 5, 6, 0, 0];
    const w = put(models, silent);
    models.setWeights(network, w);
    const pass = models.pass(network, 1);
    models.present(pass, 0, put(models, [1, 2]), put(models, [0, 1]));
    for (let t = 0; t < 10 / eta; ++t) {
      models.evaluate(network, pass);
      models.propagate(network, pass);
      models.moveWeights(network, pass, eta, models.networkWeights(network));
    }
    models.getWeights(network, w);
    const end = values(models, w, silent.length);
    expect([...end.slice(0, 15)]).toEqual(silent.slice(0, 15));
    const g = (end[16] ?? 0) - (end[15] ?? 0);
    return g + Math.exp(g) - 21;
  };
  // Euler steps: of first order in η
  expect(Math.abs(error(0.01))).toBeLessThan(0.05);
  expect(error(0.02) / error(0.01)).toBeCloseTo(2, 1);
});

test.each([
  ['squared error', 1],
  ['cross-entropy', 2],
] as const)('with %s a student with the weights of its teacher has no loss and no gradient', (_, C) => {
  const [d, P] = [5, 70];
  const task = models.drawTask(3, 2, C === 2, P, d);
  const teacher = values(models, models.drawTeacher(3, d), 4 * d);
  const signs = [1, -1, 1, -1];
  const head = C === 2 ? [0, 0, 0, 0, ...signs, 0, 0] : [...signs, 0];
  const network = models.network(d, 4, C, C === 2);
  models.setWeights(network, put(models, [...teacher, 0, 0, 0, 0, ...head]));
  const exam = models.examination(network);
  for (const heldOut of [false, true]) {
    const samples = models.samplesOf(task, heldOut);
    // a sum of a few terms of order one, rounded; the loss is quadratic in the errors, or a difference of logarithms
    expect(Math.abs(models.lossOf(exam, samples))).toBeLessThan(1e-15);
    expect(models.accuracyOf(exam)).toBe(1);
    expect(models.varianceOf(exam, samples)).toBeLessThan(1e-28);
  }
});
