/**
 * Losses of one sample: its outputs z, before they are squashed, against targets y.
 *
 *   squared error:   f = 1/(1 + e^(−z)),  ℓ = (1/C) Σ_c (f_c − y_c)²,   ∂ℓ/∂z_c = (2/C)(f_c − y_c) f_c (1 − f_c)   (1)
 *   cross-entropy:   f = e^z / Σ e^z,     ℓ = Σ_c y_c log(y_c/f_c),     ∂ℓ/∂z_c = f_c − y_c                        (2)
 *
 * (2) is relative to the entropy of the targets, which is zero for a label: it is zero where f = y. Sums of exponentials
 * are taken relative to the largest, and 1/(1 + ∞) is 0: nothing overflows.
 */
import { Batch, placeOf } from '../lib/batch';

/** Loss of sample b, with the outputs of `z` and the C targets from `at` on; its derivatives (1) or (2) go to `delta`. */
export function loss(
  crossEntropy: bool, z: Batch, b: i32, targets: StaticArray<f64>, at: i32, C: i32, delta: Batch,
): f64 {
  const from = placeOf(z, b, 0);
  return crossEntropy
    ? divergence(z.values, from, targets, at, C, delta.values)
    : squaredError(z.values, from, targets, at, C, delta.values);
}

function squaredError(
  z: StaticArray<f64>, from: i32, targets: StaticArray<f64>, at: i32, C: i32, delta: StaticArray<f64>,
): f64 {
  let sum: f64 = 0;
  for (let c = 0; c < C; ++c) {
    const f = sigmoid(z[from + 4 * c]);
    const error = f - targets[at + c];
    sum += error * error;
    delta[from + 4 * c] = (2 / <f64>C) * error * f * (1 - f);
  }
  return sum / <f64>C;
}

function divergence(
  z: StaticArray<f64>, from: i32, targets: StaticArray<f64>, at: i32, C: i32, delta: StaticArray<f64>,
): f64 {
  let largest = z[from];
  for (let c = 1; c < C; ++c) largest = max(largest, z[from + 4 * c]);
  let total: f64 = 0;
  for (let c = 0; c < C; ++c) {
    const weight = Math.exp(z[from + 4 * c] - largest);
    delta[from + 4 * c] = weight;
    total += weight;
  }
  const logTotal = largest + Math.log(total);
  let sum: f64 = 0;
  for (let c = 0; c < C; ++c) {
    const y = targets[at + c];
    if (y > 0) sum += y * (Math.log(y) + logTotal - z[from + 4 * c]);
    delta[from + 4 * c] = delta[from + 4 * c] / total - y;
  }
  return sum;
}

export function sigmoid(z: f64): f64 {
  return 1 / (1 + Math.exp(-z));
}

/** The class that sample b is taken for: the largest of several outputs, the sign of a single one. */
export function classOf(z: Batch, b: i32, C: i32): i32 {
  const from = placeOf(z, b, 0);
  if (C == 1) return z.values[from] > 0 ? 1 : 0;
  let best = 0;
  for (let c = 1; c < C; ++c) if (z.values[from + 4 * c] > z.values[from + 4 * best]) best = c;
  return best;
}
