/**
 * The spiked tensor of order 3 (tensor PCA), on the sphere |x|² = N.
 *
 *   H(x) = −W(x,x,x) / (N√2) − (rN/3) m³,   m = x · x* / N,   x* uniform on the sphere          (1)
 *   Cov[H(x), H(y)] = N f(q),   f(q) = q³/2,   q = x · y/N                                      (2)
 *   F(x) = −∇H = 3/(N√2) W(x,x,·) + r m² x*                                                     (3)
 *   mean of F over points of second moment M = ⟨x xᵀ⟩:  3/(N√2) W : M + r (x*ᵀ M x* / N²) x*    (4)
 *
 * W is a symmetrised tensor of independent standard normal numbers, repeated indices included, so (2) is exact at every
 * N. It is drawn once and kept unscaled; the signal is added analytically, so r moves under a fixed instance. In the
 * convention of Ben Arous et al. λ = r/3. Errors: W is a tensor of f32 numbers, contracted in f32.
 *
 * Sources: Richard, Montanari, NeurIPS 27 (2014) 2897; Ros, Ben Arous, Biroli, Cammarota, Phys. Rev. X 9 (2019) 011003.
 */
import { stream } from '../lib/random';
import { randomPoint } from '../lib/sphere';
import { SymmetricMatrix } from '../lib/symmetric-matrix';
import { contract, gaussian, gradient, partialTrace, SymmetricTensor } from '../lib/symmetric-tensor';
import { addScaled, scale } from '../lib/vector';
import { Stream } from './streams';

export class SpikedTensor {
  constructor(
    readonly N: i32,
    readonly signal: StaticArray<f64>, // [N] x*
    readonly W: SymmetricTensor, // [N, N, N] noise
  ) {}
}

/** The instance of a seed. */
export function draw(seed: u32, N: i32): SpikedTensor {
  const signal = new StaticArray<f64>(N);
  randomPoint(stream(seed, Stream.signal), signal);
  return new SpikedTensor(N, signal, gaussian(stream(seed, Stream.tensorNoise), N));
}

/** The factor of W in (3) and (4). */
export function forceWeight(N: f64): f64 {
  return 3 / (N * Math.SQRT2);
}

/** out [N] = the noise part of (3); returns the noise part of H/N. */
export function noise(model: SpikedTensor, x: StaticArray<f64>, out: StaticArray<f64>): f64 {
  const N = <f64>model.N;
  const cube = gradient(model.W, x, out);
  scale(out, forceWeight(N));
  return -cube / (N * N * Math.SQRT2);
}

/** out [N] = the noise part of (4). */
export function meanNoise(model: SpikedTensor, M: SymmetricMatrix, out: StaticArray<f64>): void {
  contract(model.W, M, out);
  scale(out, forceWeight(model.N));
}

/** out [N] = the noise part of (4) at M = 1, the vector of partial traces. */
export function traceNoise(model: SpikedTensor, out: StaticArray<f64>): void {
  partialTrace(model.W, out);
  scale(out, forceWeight(model.N));
}

/** Mean square of the norm of the noise part of (3): N f′(1) + f″(1), exact at every N. */
export function noiseVariance(N: i32): f64 {
  return 1.5 * <f64>N + 3;
}

/** The signal part of H/N at overlap m. */
export function signalEnergy(r: f64, m: f64): f64 {
  return (-r * m * m * m) / 3;
}

/** out += the signal part of (4), where `square` = x*ᵀ M x* / N²: of (3) with `square` = m². */
export function addSignal(model: SpikedTensor, r: f64, square: f64, out: StaticArray<f64>): void {
  addScaled(out, r * square, model.signal);
}
