/**
 * A point on the sphere |x|² = N that descends the landscape of the spiked matrix-tensor model, with or without noise.
 *
 *   H(x) = −xᵀW₂x / √(2NΔ₂) − w W₃(x,x,x) / (N√(3Δ₃)) − N [m²/(2Δ₂) + w m³/(3Δ₃)],   w = Δ₃/Δ₃ᵉᶠᶠ   (1)
 *   dx = P_x (F dt + √(2T) dB) − (1 − 1/N) T x dt,   F = −∇H                                    (2)
 *   y = x + P_x (dt F + √(2T dt) z),   x ← √N y/|y|,   z standard normal                        (3)
 *
 * (1) is `spiked-matrix-tensor.ts` at w = 1; Δ₃ᵉᶠᶠ is the noise of the tensor that the Hamiltonian assumes, while the
 * data have Δ₃. The noise part of (1) is that of a tensor of noise (Δ₃ᵉᶠᶠ)²/Δ₃, the signal part that of one of noise
 * Δ₃ᵉᶠᶠ. (2) is an Itô equation: Brownian motion on the sphere, of drift −μx with
 *
 *   μ = F · x/N + (1 − 1/N) T                                                                   (4)
 *
 * Euler–Maruyama with the normalisation of (3) has the drift of (2) by itself: |y|² = N + 2T dt (N − 1) on average.
 *
 * Errors: (3) is of first order in dt, weakly, and so is its equilibrium. F is a sum of f32 numbers contracted in f32.
 */
import { normal } from '../lib/normal';
import { Random } from '../lib/random';
import { overlap, renormalise, tangent } from '../lib/sphere';
import { apply } from '../lib/symmetric-matrix';
import { gradient } from '../lib/symmetric-tensor';
import { addScaled, scale } from '../lib/vector';
import { f, fPrime, matrixWeight, SpikedMatrixTensor, tensorWeight } from './spiked-matrix-tensor';

export class Walker {
  readonly x: StaticArray<f64>; // [N] point on the sphere
  readonly square: StaticArray<f64>; // [N] W₂x
  readonly cube: StaticArray<f64>; // [N] W₃(x,x,·)
  readonly force: StaticArray<f64>; // [N] tangential part of F
  m: f64 = 0; // overlap with the signal
  radial: f64 = 0; // F · x/N

  constructor(readonly model: SpikedMatrixTensor) {
    this.x = new StaticArray<f64>(model.N);
    this.square = new StaticArray<f64>(model.N);
    this.cube = new StaticArray<f64>(model.N);
    this.force = new StaticArray<f64>(model.N);
  }
}

/** Contracts the noise at x: what the rest needs of it, whatever Δ₂, Δ₃ and Δ₃ᵉᶠᶠ are. */
export function look(walker: Walker): void {
  const model = walker.model;
  apply(model.W2, walker.x, walker.square);
  gradient(model.W3, walker.x, walker.cube);
  walker.m = overlap(walker.x, model.signal);
}

/** H/N of (1) at x. */
export function energy(walker: Walker, delta2: f64, delta3: f64, assumed: f64): f64 {
  const c2 = matrixWeight(walker.model.N, delta2);
  const c3 = tensorWeight(walker.model.N, (assumed * assumed) / delta3);
  const noise = c2 * overlap(walker.x, walker.square) + c3 * overlap(walker.x, walker.cube);
  return -noise - f(walker.m, delta2, assumed);
}

/** F at x into its radial and its tangential part. */
export function pull(walker: Walker, delta2: f64, delta3: f64, assumed: f64): void {
  const force = walker.force;
  scale(force, 0);
  addScaled(force, 2 * matrixWeight(walker.model.N, delta2), walker.square);
  addScaled(force, 3 * tensorWeight(walker.model.N, (assumed * assumed) / delta3), walker.cube);
  addScaled(force, fPrime(walker.m, delta2, assumed), walker.model.signal);
  walker.radial = overlap(force, walker.x);
  addScaled(force, -walker.radial, walker.x);
}

/** Adds the noise of (3) to the tangential force: over a time dt it moves x by √(2T dt) P_x z. */
export function shake(walker: Walker, temperature: f64, dt: f64, random: Random): void {
  const force = walker.force;
  const amplitude = Math.sqrt((2 * temperature) / dt);
  for (let i = 0, N = force.length; i < N; ++i) force[i] += amplitude * normal(random);
  tangent(walker.x, force);
}

/** Goes along the tangential force for a time dt: (3). */
export function move(walker: Walker, dt: f64): void {
  addScaled(walker.x, dt, walker.force);
  renormalise(walker.x);
}
