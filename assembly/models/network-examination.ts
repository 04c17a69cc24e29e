/**
 * What is known of a network from whole sets of samples, too dear for every step.
 *
 *   𝓛 = (1/P) Σ_μ ℓ_μ,   accuracy = fraction of samples whose class is found                     (1)
 *   D = (1/P) Σ_μ |∇ℓ_μ|² − |(1/P) Σ_μ ∇ℓ_μ|²                                                    (2)
 *
 * D is the variance of the gradient of a sample, summed over the weights: that of the mean over B independent samples is
 * D/B.
 */
import { setSample } from '../lib/batch';
import { Samples } from './learning-task';
import { classOf } from './output-loss';
import { evaluate, gradientSquare, move, Network, Pass, propagate } from './two-layer-network';

/** Samples that are looked at together. */
const CHUNK: i32 = 32;

export class Examination {
  readonly pass: Pass;
  readonly sum: StaticArray<f64>; // [weights] scratch: minus the sum of gradients
  loss: f64 = 0;
  accuracy: f64 = 0;

  constructor(readonly network: Network) {
    this.pass = new Pass(network, CHUNK);
    this.sum = new StaticArray<f64>(network.weights.length);
  }
}

/** Sample b of the pass ← sample mu of the set. */
export function present(pass: Pass, b: i32, samples: Samples, mu: i32): void {
  const C = samples.outputs;
  setSample(pass.x, b, samples.x, mu * samples.inputs, samples.inputs);
  for (let c = 0; c < C; ++c) pass.y[b * C + c] = samples.y[mu * C + c];
}

/** The chunk of the set from sample mu on. */
function presentChunk(pass: Pass, samples: Samples, mu: i32): void {
  pass.count = min(CHUNK, samples.count - mu);
  for (let b = 0; b < pass.count; ++b) present(pass, b, samples, mu + b);
}

/** (1); the classes found for the first samples go to `found` [any length up to the set's]. */
export function examine(exam: Examination, samples: Samples, found: StaticArray<i32>): void {
  const pass = exam.pass;
  let sum: f64 = 0;
  let right = 0;
  for (let mu = 0; mu < samples.count; mu += CHUNK) {
    presentChunk(pass, samples, mu);
    sum += evaluate(exam.network, pass);
    for (let b = 0; b < pass.count; ++b) {
      const name = classOf(pass.z, b, samples.outputs);
      if (name == samples.labels[mu + b]) ++right;
      if (mu + b < found.length) found[mu + b] = name;
    }
  }
  exam.loss = sum / <f64>samples.count;
  exam.accuracy = <f64>right / <f64>samples.count;
}

/** D of (2). */
export function gradientVariance(exam: Examination, samples: Samples): f64 {
  const pass = exam.pass;
  const sum = exam.sum;
  let squares: f64 = 0;
  for (let i = 0; i < sum.length; ++i) sum[i] = 0;
  for (let mu = 0; mu < samples.count; mu += CHUNK) {
    presentChunk(pass, samples, mu);
    evaluate(exam.network, pass);
    propagate(exam.network, pass);
    for (let b = 0; b < pass.count; ++b) squares += gradientSquare(pass, b);
    move(exam.network, pass, 1, sum);
  }
  let square: f64 = 0;
  for (let i = 0; i < sum.length; ++i) square += sum[i] * sum[i];
  const P = <f64>samples.count;
  return max(0, squares / P - square / (P * P));
}
