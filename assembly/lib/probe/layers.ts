/** Dense layers and batches, as the tests of lib call them. */
import { Batch, placeOf } from '../batch';
import { DenseLayer, weightPlace } from '../dense-layer';

export { mask, rectify, squaredNorm } from '../batch';
export { descend } from '../dense-descent';
export { backward, forward } from '../dense-layer';

export function batch(n: i32, samples: i32): Batch {
  return new Batch(n, samples);
}

export function batchValue(batch: Batch, b: i32, i: i32): f64 {
  return batch.values[placeOf(batch, b, i)];
}

export function setBatchValue(batch: Batch, b: i32, i: i32, value: f64): void {
  batch.values[placeOf(batch, b, i)] = value;
}

/** A layer whose weights begin after two other numbers. */
export function denseLayer(inputs: i32, outputs: i32): DenseLayer {
  return new DenseLayer(inputs, outputs, 2);
}

export function weightsOf(layer: DenseLayer): StaticArray<f64> {
  return new StaticArray<f64>(layer.end);
}

export function weight(layer: DenseLayer, weights: StaticArray<f64>, o: i32, i: i32): f64 {
  return weights[weightPlace(layer, o, i)];
}

export function setWeight(layer: DenseLayer, weights: StaticArray<f64>, o: i32, i: i32, value: f64): void {
  weights[weightPlace(layer, o, i)] = value;
}
