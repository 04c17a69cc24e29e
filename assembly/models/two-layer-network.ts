/**
 * A network with one hidden layer of h rectified units, and plain stochastic gradient descent of its weights w.
 *
 *   a = max(0, W₁ x + c₁),   z = W₂ a + c₂                                                      (1)
 *   𝓛_B = (1/B) Σ_μ ℓ(z_μ, y_μ),   ℓ of `output-loss`                                          (2)
 *   w ← w − η ∇𝓛_B                                                                             (3)
 *   δ₂ = ∂ℓ/∂z,   δ₁ = 1[a > 0] W₂ᵀ δ₂,   ∇_W ℓ = δ xᵀ for the layer's own input x, ∇_c ℓ = δ    (4)
 *   |∇ℓ_μ|² = |δ₁|² (|x|² + 1) + |δ₂|² (|a|² + 1)                                              (5)
 *
 * Start: W₁ normal of variance 2/d, W₂ of variance 1/h, independent, and biases zero.
 *
 * Source: He, Zhang, Ren, Sun, ICCV 2015, 1026, for the variance 2/d.
 */
import { Batch, clearSample, mask, rectify, squaredNorm } from '../lib/batch';
import { descend } from '../lib/dense-descent';
import { backward, DenseLayer, forward, weightPlace } from '../lib/dense-layer';
import { normal } from '../lib/normal';
import { Random } from '../lib/random';
import { loss } from './output-loss';

export class Network {
  readonly hidden: DenseLayer;
  readonly output: DenseLayer;
  readonly size: i32; // M, the number of weights and biases
  readonly weights: StaticArray<f64>; // [≥ M] the layers' own layout, with zeros between

  constructor(readonly inputs: i32, readonly width: i32, readonly outputs: i32, readonly crossEntropy: bool) {
    const hidden = new DenseLayer(inputs, width, 0);
    const output = new DenseLayer(width, outputs, hidden.end);
    this.hidden = hidden;
    this.output = output;
    this.size = width * (inputs + 1) + outputs * (width + 1);
    this.weights = new StaticArray<f64>(output.end);
  }

  /** Place in `weights` of the k-th of the M: W₁ row by row, c₁, W₂ row by row, c₂. */
  place(k: i32): i32 {
    const first = this.width * this.inputs;
    const second = first + this.width;
    const third = second + this.outputs * this.width;
    if (k < first) return weightPlace(this.hidden, k / this.inputs, k % this.inputs);
    if (k < second) return weightPlace(this.hidden, k - first, -1);
    if (k < third) return weightPlace(this.output, (k - second) / this.width, (k - second) % this.width);
    return weightPlace(this.output, k - third, -1);
  }
}

/** What a network makes of some samples, and what descends from that: scratch for one batch. */
export class Pass {
  readonly x: Batch;
  readonly y: StaticArray<f64>; // [samples, outputs] targets
  readonly a: Batch;
  readonly z: Batch;
  readonly delta1: Batch;
  readonly delta2: Batch;
  count: i32; // samples in use, the first ones

  constructor(network: Network, readonly samples: i32) {
    this.x = new Batch(network.inputs, samples);
    this.y = new StaticArray<f64>(samples * network.outputs);
    this.a = new Batch(network.width, samples);
    this.z = new Batch(network.outputs, samples);
    this.delta1 = new Batch(network.width, samples);
    this.delta2 = new Batch(network.outputs, samples);
    this.count = samples;
  }
}

export function drawWeights(random: Random, network: Network): void {
  const first = network.width * network.inputs;
  const hidden = Math.sqrt(2 / <f64>network.inputs), output = Math.sqrt(1 / <f64>network.width);
  for (let k = 0; k < first; ++k) network.weights[network.place(k)] = hidden * normal(random);
  for (let k = 0; k < network.outputs * network.width; ++k) {
    network.weights[network.place(first + network.width + k)] = output * normal(random);
  }
}

/** (1) for the samples in pass.x; returns B times (2), and the derivatives of its terms are in pass.delta2. */
export function evaluate(network: Network, pass: Pass): f64 {
  const C = network.outputs;
  forward(network.hidden, network.weights, pass.x, pass.a);
  rectify(pass.a);
  forward(network.output, network.weights, pass.a, pass.z);
  let sum: f64 = 0;
  for (let b = 0; b < pass.count; ++b) sum += loss(network.crossEntropy, pass.z, b, pass.y, b * C, C, pass.delta2);
  for (let b = pass.count; b < pass.samples; ++b) clearSample(pass.delta2, b);
  return sum;
}

/** After `evaluate`: δ₁ of (4). */
export function propagate(network: Network, pass: Pass): void {
  backward(network.output, network.weights, pass.delta2, pass.delta1);
  mask(pass.delta1, pass.a);
}

/** After `propagate`: w ← w − s Σ_μ ∇ℓ_μ; returns |Σ_μ ∇ℓ_μ|². Another array than the weights may be moved. */
export function move(network: Network, pass: Pass, s: f64, w: StaticArray<f64>): f64 {
  return descend(network.hidden, w, pass.x, pass.delta1, s) + descend(network.output, w, pass.a, pass.delta2, s);
}

/** After `propagate`: (5) for sample b. */
export function gradientSquare(pass: Pass, b: i32): f64 {
  return squaredNorm(pass.delta1, b) * (squaredNorm(pass.x, b) + 1)
    + squaredNorm(pass.delta2, b) * (squaredNorm(pass.a, b) + 1);
}
