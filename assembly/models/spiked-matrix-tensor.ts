/**
 * The spiked matrix-tensor model of order 3: one signal seen through a noisy matrix and a noisy tensor.
 *
 *   H(x) = −xᵀW₂x / √(2NΔ₂) − W₃(x,x,x) / (N√(3Δ₃)) − N f(m),   m = x · x* / N                  (1)
 *   Cov[H(x), H(y)] = N f(q) of the noise,   f(q) = q²/(2Δ₂) + q³/(3Δ₃),   q = x · y/N          (2)
 *   F(x) = −∇H = 2/√(2NΔ₂) W₂x + 3/(N√(3Δ₃)) W₃(x,x,·) + f′(m) x*                               (3)
 *
 * W₂ and W₃ are symmetrised arrays of independent standard normal numbers, repeated indices included, so (2) is exact
 * at every N. They are drawn once and kept unscaled, and the signal, uniform on |x*|² = N, is added analytically: Δ₂
 * and Δ₃ move under a fixed instance. Errors: W₂ and W₃ are arrays of f32 numbers, contracted in f32.
 *
 * Source: Sarao Mannelli, Biroli, Cammarota, Krzakala, Urbani, Zdeborová, Phys. Rev. X 10 (2020) 011057.
 */
import { stream } from '../lib/random';
import { randomPoint } from '../lib/sphere';
import { apply, gaussian as gaussianMatrix, SymmetricMatrix } from '../lib/symmetric-matrix';
import { gaussian as gaussianTensor, gradient, SymmetricTensor } from '../lib/symmetric-tensor';
import { addScaled, scale } from '../lib/vector';
import { Stream } from './streams';

export class SpikedMatrixTensor {
  constructor(
    readonly N: i32,
    readonly signal: StaticArray<f64>, // [N] x*
    readonly W2: SymmetricMatrix, // [N, N] noise of the matrix
    readonly W3: SymmetricTensor, // [N, N, N] noise of the tensor
    readonly scratch: StaticArray<f64>, // [N] W₂x
  ) {}
}

/** The instance of a seed. */
export function draw(seed: u32, N: i32): SpikedMatrixTensor {
  const signal = new StaticArray<f64>(N);
  randomPoint(stream(seed, Stream.signal), signal);
  const W3 = gaussianTensor(stream(seed, Stream.tensorNoise), N);
  const W2 = gaussianMatrix(stream(seed, Stream.matrixNoise), N);
  return new SpikedMatrixTensor(N, signal, W2, W3, new StaticArray<f64>(N));
}

/** out [N] = the noise part of (3); returns the noise part of H/N. */
export function noise(
  model: SpikedMatrixTensor,
  delta2: f64,
  delta3: f64,
  x: StaticArray<f64>,
  out: StaticArray<f64>,
): f64 {
  const c2 = matrixWeight(model.N, delta2);
  const c3 = tensorWeight(model.N, delta3);
  const cube = gradient(model.W3, x, out);
  const square = apply(model.W2, x, model.scratch);
  scale(out, 3 * c3);
  addScaled(out, 2 * c2, model.scratch);
  return -(c2 * square + c3 * cube) / <f64>model.N;
}

/** The factor of xᵀW₂x in −H. */
export function matrixWeight(N: f64, delta2: f64): f64 {
  return 1 / Math.sqrt(2 * N * delta2);
}

/** The factor of W₃(x,x,x) in −H. */
export function tensorWeight(N: f64, delta3: f64): f64 {
  return 1 / (N * Math.sqrt(3 * delta3));
}

/** f of (2): the signal part of −H/N at overlap q. */
export function f(q: f64, delta2: f64, delta3: f64): f64 {
  return (q * q) / (2 * delta2) + (q * q * q) / (3 * delta3);
}

/** f′(q): the signal part of (3) is f′(m) x*. */
export function fPrime(q: f64, delta2: f64, delta3: f64): f64 {
  return q / delta2 + (q * q) / delta3;
}

/** f″(q): the variance of the Hessian's entries, and the Onsager coefficient of AMP. */
export function fSecond(q: f64, delta2: f64, delta3: f64): f64 {
  return 1 / delta2 + (2 * q) / delta3;
}
