/** Networks and what they learn, as the tests of the models call them. */
import { setSample } from '../../lib/batch';
import { LearningTask, Samples } from '../learning-task';
import { Examination, examine } from '../network-examination';
import { Network, Pass } from '../two-layer-network';

export { drawTask, drawTeacher } from '../learning-task';
export { gradientVariance as varianceOf } from '../network-examination';
export { evaluate, gradientSquare, move as moveWeights, propagate } from '../two-layer-network';

export function network(inputs: i32, width: i32, outputs: i32, crossEntropy: bool): Network {
  return new Network(inputs, width, outputs, crossEntropy);
}

/** The weights of a network from an array of all M, or to it. */
export function setWeights(network: Network, w: StaticArray<f64>): void {
  for (let k = 0; k < network.size; ++k) network.weights[network.place(k)] = w[k];
}

export function getWeights(network: Network, w: StaticArray<f64>): void {
  for (let k = 0; k < network.size; ++k) w[k] = network.weights[network.place(k)];
}

export function networkWeights(network: Network): StaticArray<f64> {
  return network.weights;
}

export function pass(network: Network, samples: i32): Pass {
  return new Pass(network, samples);
}

/** Sample b of a pass. */
export function present(pass: Pass, b: i32, x: StaticArray<f64>, y: StaticArray<f64>): void {
  setSample(pass.x, b, x, 0, x.length);
  for (let c = 0; c < y.length; ++c) pass.y[b * y.length + c] = y[c];
}

export function samples(count: i32, inputs: i32, outputs: i32): Samples {
  return new Samples(count, inputs, outputs);
}

/** The samples to train on, or those held out. */
export function samplesOf(task: LearningTask, heldOut: bool): Samples {
  return heldOut ? task.heldOut : task.training;
}

export function inputsOf(samples: Samples): StaticArray<f64> {
  return samples.x;
}

export function targetsOf(samples: Samples): StaticArray<f64> {
  return samples.y;
}

export function labelsOf(samples: Samples): StaticArray<i32> {
  return samples.labels;
}

export function examination(network: Network): Examination {
  return new Examination(network);
}

/** The loss over the samples; the accuracy is that of the same call. */
export function lossOf(exam: Examination, samples: Samples): f64 {
  examine(exam, samples, new StaticArray<i32>(0));
  return exam.loss;
}

export function accuracyOf(exam: Examination): f64 {
  return exam.accuracy;
}
